import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../../api/schema.js';
import { connect } from '../../api/connection.js';
import { ApiError, unwrap } from '../../api/problem.js';
import { clientContext } from '../../context/contexts.js';
import { Consumer } from '../../core/consume.js';
import { FormController } from '../../core/forms/form-controller.js';
import { Panel } from '../../core/panel.js';
import type { PortalElement } from '../../core/portal-element.js';
import type { SharedLocalize } from '../../core/localize-controller.js';
import { focusFirstInvalid, formStatus, radioField, submitButton } from '../../ui/form-view.js';
import { rrsetDiff } from '../rrset-diff.js';
import type { DnsZone } from '../staged-changes.js';
import { dnsEditor as texts } from '../texts/dns-editor.js';
import { zoneFileField } from './file-field-view.js';

type DnsImport = components['schemas']['DnsImport'];
type ImportResult = components['schemas']['DnsImportResult'];

/** A zone file on its way into a zone: written, previewed in a dry run, applied to the very version that was previewed. */
export class ImportPanel extends Panel<PortalElement, typeof texts.english> {
  zone!: DnsZone;
  zoneFile = '';
  mode: 'merge' | 'replace' = 'merge';
  /** The changes that the file would make. */
  preview?: ImportResult;
  /** The preview had to be made anew, as the zone has changed meanwhile. */
  renewed = false;
  unreadable = false;
  #etag = '';
  readonly #client: Consumer<typeof clientContext>;
  readonly form: FormController<DnsImport, ImportResult>;

  constructor(
    host: PortalElement,
    private readonly onDone: (zone: DnsZone, serial?: number) => void,
  ) {
    super(host, texts);
    this.#client = new Consumer(host, clientContext);
    this.form = new FormController(host, {
      changes: [],
      send: (api, body) =>
        api.POST('/dns-zones/{zoneId}/import', {
          params: { path: { zoneId: this.zone.id }, header: { 'If-Match': this.#etag } },
          body,
        }),
      onDone: (result) => (this.preview = result),
    });
  }

  /** Starts over for a zone. */
  begin(zone: DnsZone): void {
    Object.assign(this, { zone, zoneFile: '', mode: 'merge', preview: undefined, renewed: false, unreadable: false });
    this.#etag = zone.etag;
    this.form.edited();
  }

  edit(changes: Partial<Pick<ImportPanel, 'zoneFile' | 'mode' | 'unreadable'>>): void {
    Object.assign(this, { preview: undefined, renewed: false, unreadable: false, ...changes });
    this.form.edited();
  }

  /** Previews the changes that the file would make. */
  async look(): Promise<boolean> {
    if (await this.#send(true)) return true;
    if (this.form.error?.status !== 412 || !(await this.#readVersion())) return false;
    return await this.#send(true);
  }

  /** Carries out what was shown; when the zone has changed meanwhile, shows anew what would happen instead. */
  async apply(): Promise<void> {
    if (!this.preview || this.form.busy) return;
    if (await this.#send(false)) {
      const known = await this.#readVersion();
      if (this.#client.value) connect(this.#client.value).changed('/dns-zones');
      this.onDone(this.zone, known ? this.zone.serial : undefined);
    } else if (this.form.error?.status === 412 && (await this.#readVersion())) {
      this.renewed = await this.#send(true);
      this.host.requestUpdate();
    }
  }

  /** The file, then a preview of its changes. */
  render(): TemplateResult {
    const { i18n } = this;
    if (this.preview) return this.#previewed(this.preview);
    const { t } = i18n;
    const { form } = this;
    const look = async (event: Event) => {
      event.preventDefault();
      const element = event.currentTarget as HTMLFormElement;
      const root = element.getRootNode() as ShadowRoot;
      const succeeded = await this.look();
      await new Promise(requestAnimationFrame);
      if (succeeded) root.getElementById('preview-title')?.focus();
      else focusFirstInvalid(element);
    };
    const errors = (form.error?.problem.errors ?? []).filter(({ pointer }) => pointer === '/zoneFile');
    const error = this.unreadable ? t('fileUnreadable') : errors.map(({ detail }) => detail).join(' ');
    return html`<form class="stack" novalidate @submit=${look}>
      ${zoneFileField(
        {
          label: t('zoneFile'),
          value: this.zoneFile,
          error,
          edit: (zoneFile) => this.edit({ zoneFile }),
          fail: () => this.edit({ unreadable: true }),
        },
        i18n,
      )}
      ${this.#modeChoice()} ${form.error?.status === 412 ? nothing : formStatus(form, i18n, ['/zoneFile'])}
      <footer>${submitButton(form, i18n, t('preview'))}</footer>
    </form>`;
  }

  #previewed(preview: ImportResult): TemplateResult {
    const { i18n } = this;
    const { t } = i18n;
    const { added, changed, removed, unchanged } = preview.counts;
    const total = added + changed + removed;
    const more = total - preview.changes.length;
    const [a = '', c = '', r = '', u = ''] = [added, changed, removed, unchanged].map((count) => i18n.number(count));
    const apply = (event: Event) => {
      event.preventDefault();
      if (total > 0) void this.apply();
    };
    return html`<form class="stack" @submit=${apply}>
      ${this.renewed ? html`<div class="notice warning" role="status"><p>${t('importStale')}</p></div>` : nothing}
      <div role="status">
        <h3 tabindex="-1" id="preview-title">${t('previewTitle')}</h3>
        <p>${total > 0 ? t('counts', a, c, r, u) : t('nothingToImport')}</p>
      </div>
      ${skippedLines(preview, i18n)}
      <ul class="plain">
        ${preview.changes.map((change) => html`<li>${rrsetDiff(change, this.zone.name, i18n)}</li>`)}
      </ul>
      ${more > 0 ? html`<p class="muted">${t('more', more)}</p>` : nothing}
      ${this.form.error?.status === 412 ? nothing : formStatus(this.form, i18n)}
      <footer>
        <button type="button" @click=${() => this.edit({})}>${t('back')}</button>
        ${total > 0 ? submitButton(this.form, i18n, t('applyImport')) : nothing}
      </footer>
    </form>`;
  }

  #modeChoice(): TemplateResult {
    const { t } = this.i18n;
    return radioField({
      name: 'mode',
      label: t('mode'),
      value: this.mode,
      choices: [
        ['merge', t('modeMerge')],
        ['replace', t('modeReplace')],
      ],
      edit: (mode) => this.edit({ mode: mode as 'merge' }),
    });
  }

  #send(dryRun: boolean): Promise<boolean> {
    return this.form.send({ zoneFile: this.zoneFile, mode: this.mode, dryRun });
  }

  /** The zone as it is now, read beside its records: whoever may change these may read them. */
  async #readVersion(): Promise<boolean> {
    const client = this.#client.value;
    if (!client) return false;
    try {
      const path = { zoneId: this.zone.id };
      const query = { limit: 1 };
      const { zone } = await unwrap(connect(client).api.GET('/dns-zones/{zoneId}/rrsets', { params: { path, query } }));
      this.zone = zone;
      this.#etag = zone.etag;
      return true;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return false;
    }
  }
}

function skippedLines({ skipped }: ImportResult, i18n: SharedLocalize): TemplateResult | typeof nothing {
  if (skipped.length === 0) return nothing;
  const t = i18n.in(texts);
  return html`<details part="skipped" ?open=${skipped.length <= 10}>
    <summary>${t('skipped', skipped.length)}</summary>
    <ul>
      ${skipped.map(({ line, detail }) => html`<li>${t('line', i18n.number(line))}: <bdi>${detail}</bdi></li>`)}
    </ul>
  </details>`;
}
