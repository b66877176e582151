import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { DraftForm } from '../core/draft-form.js';
import { Panel } from '../core/panel.js';
import type { PortalElement } from '../core/portal-element.js';
import { tools } from '../i18n/texts/tools.js';
import { formStatus, staleNotice, submitButton } from '../ui/form-view.js';
import { Notice } from '../ui/screen-dialog.js';
import { changesOf, switchesOf, type Settings, type Switches } from './notification-settings.js';
import { notificationTable, reasonsView, tableStyles } from './table-view.js';
import { notifications as texts } from './texts/notifications.js';

/** The settings while they are switched. A switch that is not saved stays when they are loaded again. */
export class SettingsPanel extends Panel<PortalElement, typeof texts.english> {
  static override readonly styles: readonly CSSResult[] = [tableStyles];

  readonly #notice = new Notice(this.host);
  readonly #form: DraftForm<Switches, Settings, Settings>;

  constructor(
    host: PortalElement,
    /** The settings as they were loaded last. */
    private readonly settings: () => Settings | undefined,
  ) {
    super(host, texts);
    this.#form = new DraftForm<Switches, Settings, Settings>(host, this.i18n, {
      changes: ['/notification-settings'],
      from: switchesOf,
      record: settings,
      send: (api, { changed, base }) => {
        const params = { header: { 'If-Match': base.etag } };
        return api.PATCH('/notification-settings', { params, body: { changes: changesOf(changed) } });
      },
      reread: (api) => api.GET('/notification-settings'),
      unchanged: () => undefined,
      onDone: (saved) => {
        this.#form.begin(saved);
        this.#notice.say(this.i18n.t('saved'));
      },
    });
  }

  override get dirty(): boolean {
    return this.#form.dirty;
  }

  render(): TemplateResult {
    const { t } = this.i18n;
    const form = this.#form;
    const settings = form.base;
    if (!settings?.categories.length || settings.people.length === 0)
      return html`<div class="message" part="empty"><p>${t('empty')}</p></div>`;
    const editable = this.host.can('update') && settings.people.some((person) => person.editable);
    const options = { switches: form.draft, editable, edit: this.#edit };
    return html`<form class="stack ${settings.channels.length > 1 ? 'several' : ''}" @submit=${form.submit}>
      ${editable ? nothing : html`<p class="notice">${t('readOnly')}</p>`} ${notificationTable(this.host, settings, this.i18n, options)}
      ${reasonsView(settings, this.i18n)}
      <div class="save">
        ${form.stale ? staleNotice(form, this.i18n) : this.#notice.view()} ${formStatus(form, this.i18n)}
        ${editable ? this.#unsaved() : nothing}
      </div>
    </form>`;
  }

  #unsaved(): TemplateResult | typeof nothing {
    const { t } = this.i18n;
    const count = Object.keys(this.#form.changed).length;
    if (count === 0) return nothing;
    return html`<div class="notice" part="staged">
      <p role="status">${t('changed', count)}</p>
      <button type="button" @click=${this.#discard}>${t('discard')}</button>
      ${submitButton(this.#form, this.i18n, this.i18n.in(tools)('save'))}
    </div>`;
  }

  #edit = (name: string, enabled: boolean): void => {
    this.#notice.text = '';
    this.#form.edit({ [name]: enabled });
  };

  #discard = (): void => {
    this.#form.begin(this.settings());
    this.#notice.say(this.i18n.t('discarded'));
  };
}
