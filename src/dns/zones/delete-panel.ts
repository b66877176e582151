import { html, type TemplateResult } from 'lit';
import type { Api } from '../../api/connection.js';
import { ApiError, unwrap, type Answer } from '../../api/problem.js';
import { DraftForm } from '../../core/draft-form.js';
import { Panel } from '../../core/panel.js';
import type { PortalElement } from '../../core/portal-element.js';
import { formFooter, formStatus, textField } from '../../ui/form-view.js';
import { absoluteName } from '../index.js';
import type { DnsZone } from '../staged-changes.js';
import { dnsEditor as texts } from '../texts/dns-editor.js';

/** The zone as it is now, with the number of its records; a zone that is no longer there is a 404. */
async function readZone(api: Api, { id, unicodeName }: DnsZone): Promise<Answer<DnsZone>> {
  const query = { q: unicodeName, include: 'recordCount', limit: 200 } as const;
  const { data, error, response } = await api.GET('/dns-zones', { params: { query } });
  const zone = data?.items.find((each) => each.id === id);
  if (data && !zone) throw new ApiError('http', 404);
  return { response, ...(zone && { data: zone }), ...(error !== undefined && { error }) };
}

/** The form that deletes a zone once its name has been typed. */
export class DeletePanel extends Panel<PortalElement, typeof texts.english> {
  #zone?: DnsZone | undefined;
  readonly #form: DraftForm<{ name: string }, undefined, DnsZone>;

  constructor(host: PortalElement, onDone: (zone: DnsZone) => void) {
    super(host, texts);
    this.#form = new DraftForm<{ name: string }, undefined, DnsZone>(host, this.i18n, {
      prefix: 'confirm',
      changes: ['/dns-zones'],
      empty: true,
      from: () => ({ name: '' }),
      record: () => this.#zone,
      validate: ({ name }) => ({ name: !this.#isName(name) && this.i18n.t('deleteMismatch') }),
      send: (api, { base: { id, etag } }) =>
        api.DELETE('/dns-zones/{zoneId}', { params: { path: { zoneId: id }, header: { 'If-Match': etag } } }),
      reread: readZone,
      onDone: () => onDone(this.#zone!),
    });
  }

  get zone(): DnsZone {
    return (this.#form.base ?? this.#zone)!;
  }

  /** Starts over for a zone. */
  begin(zone: DnsZone): void {
    this.#zone = zone;
    this.#form.begin(zone);
    if (zone.recordCount === undefined) void this.#count(zone);
  }

  render(cancel: () => void): TemplateResult {
    const { t } = this.i18n;
    const form = this.#form;
    const { recordCount, unicodeName } = this.zone;
    return html`<form class="stack" novalidate @submit=${form.submit}>
      ${form.stale ? html`<div class="notice warning" part="stale" role="alert"><p>${t('deleteStale')}</p></div>` : ''}
      <p>${recordCount === undefined ? t('deleteTextUncounted') : t('deleteText', recordCount)}</p>
      ${textField({ ...form.field('name'), label: t('deleteConfirm', unicodeName), autocomplete: 'off', spellcheck: false, required: true })}
      ${formStatus(form, this.i18n)} ${formFooter(form, this.i18n, { submit: t('deleteZone'), destructive: true, cancel })}
    </form>`;
  }

  #isName(typed: string): boolean {
    const name = absoluteName(typed.trim().replace(/\.?$/, '.'));
    return !!name && name === absoluteName(this.zone.name);
  }

  /** Reads the number of records, without which the question is asked too. */
  async #count(zone: DnsZone): Promise<void> {
    const { api } = this.#form;
    const present = api && (await unwrap(readZone(api, zone)).catch(() => undefined));
    if (present?.etag !== zone.etag || this.#zone !== zone) return;
    this.#zone = present;
    this.update();
  }
}
