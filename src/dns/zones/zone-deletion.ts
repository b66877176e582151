import { html, nothing, type TemplateResult } from 'lit';
import type { Connection } from '../../api/connection.js';
import { ApiError, unwrap } from '../../api/problem.js';
import { FormController } from '../../core/form-controller.js';
import type { SharedLocalize } from '../../core/localize-controller.js';
import type { PortalElement } from '../../core/portal-element.js';
import { absoluteName } from '../index.js';
import { dnsEditor } from '../texts/dns-editor.js';
import { tools } from '../../i18n/texts/tools.js';
import { focusFirstInvalid, formStatus, textField } from '../../ui/form-view.js';
import type { DnsZone } from '../staged-changes.js';

/** A zone to be deleted, once its name has been typed. */
export class ZoneDeletion {
  zone!: DnsZone;
  typed = '';
  mismatch = false;
  /** The zone has changed since the dialog was opened, and has been read again. */
  stale = false;
  readonly form: FormController<DnsZone, undefined>;

  constructor(
    private readonly host: PortalElement,
    private readonly connection: () => Connection | undefined,
    onDone: (zone: DnsZone) => void,
  ) {
    this.form = new FormController(host, {
      changes: ['/dns-zones'],
      empty: true,
      send: (api, zone) => api.DELETE('/dns-zones/{zoneId}', { params: { path: { zoneId: zone.id }, header: { 'If-Match': zone.etag } } }),
      onDone: () => onDone(this.zone),
    });
  }

  open(zone: DnsZone): void {
    Object.assign(this, { zone, typed: '', mismatch: false, stale: false });
    this.form.edited();
    if (zone.recordCount === undefined) void this.#read();
  }

  type(typed: string): void {
    this.typed = typed;
    this.mismatch = false;
    this.form.edited();
  }

  async send(): Promise<boolean> {
    const name = absoluteName(this.typed.trim().replace(/\.?$/, '.'));
    this.mismatch = !name || name !== absoluteName(this.zone.name);
    this.host.requestUpdate();
    if (this.mismatch) return false;
    if (await this.form.send(this.zone)) return true;
    if (this.form.error?.status === 412) this.stale = await this.#read();
    this.host.requestUpdate();
    return false;
  }

  /** Reads the zone as it is now, with the number of its records. */
  async #read(): Promise<boolean> {
    const { id, unicodeName } = this.zone;
    const query = { q: unicodeName, include: 'recordCount', limit: 200 } as const;
    try {
      const page = await unwrap(this.connection()!.api.GET('/dns-zones', { params: { query } }));
      const zone = page.items.find((each) => each.id === id);
      if (zone && this.zone.id === id) this.zone = zone;
      this.host.requestUpdate();
      return !!zone;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return false;
    }
  }
}

/** The dialog that deletes a zone. */
export function zoneDeletionView(task: ZoneDeletion, i18n: SharedLocalize, cancel: () => void): TemplateResult {
  const t = i18n.in(dnsEditor);
  const { form, zone } = task;
  const submit = async (event: Event) => {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    if (await task.send()) return;
    await new Promise(requestAnimationFrame);
    focusFirstInvalid(element);
  };
  return html`<form class="stack" novalidate @submit=${submit}>
    ${task.stale ? html`<div class="notice warning" role="alert"><p>${t('deleteStale')}</p></div>` : nothing}
    <p>${zone.recordCount === undefined ? t('deleteTextUncounted') : t('deleteText', zone.recordCount)}</p>
    ${textField({
      name: 'confirm-name',
      label: t('deleteConfirm', zone.unicodeName),
      value: task.typed,
      autocomplete: 'off',
      spellcheck: false,
      required: true,
      edit: (typed) => task.type(typed),
      ...(task.mismatch && { error: t('deleteMismatch') }),
    })}
    ${task.stale ? nothing : formStatus(form, i18n)}
    <footer>
      <button type="button" @click=${cancel}>${i18n.in(tools)('cancel')}</button>
      <button type="submit" class="destructive" aria-disabled=${form.busy}>
        ${form.busy ? i18n.in(tools)('sending') : t('deleteZone')}
      </button>
    </footer>
  </form>`;
}
