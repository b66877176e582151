import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { FormController } from '../core/form-controller.js';
import { LoadController } from '../core/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { PortalElement } from '../core/portal-element.js';
import { warnBeforeUnload } from '../core/unsaved.js';
import { notifications } from './texts/notifications.js';
import { tools } from '../i18n/texts/tools.js';
import { detailView } from '../ui/detail-view.js';
import { Notice } from '../ui/screen-dialog.js';
import { dressed } from '../ui/styles/adopt.js';
import { listStyles } from '../ui/styles/list.js';
import { sharedStyles } from '../ui/styles/shared.js';
import { toolStyles } from '../ui/styles/tools.js';
import { NotificationChoices, type Cell, type Person, type Settings } from './notification-choices.js';
import type * as NotificationTable from './notification-table.js';

type Changes = components['schemas']['NotificationChanges'];

/**
 * Who gets which mail: a row for oneself, and for everyone who may act for the client where the person may update contacts.
 * What the law or the permissions fix is shown as fixed, with why.
 *
 * @tag portal-notification-settings
 * @summary Who gets which mail: invoices, receipts, overdue notices, maintenance and more.
 * @permission billing.email
 * @operation getNotificationSettings
 * @operation updateNotificationSettings
 * @csspart detail - All of it.
 * @csspart table - People by categories.
 * @csspart row - One person.
 * @csspart reasons - Why some of it is fixed.
 * @csspart staged - That something is not saved yet, with the buttons.
 */
export class PortalNotificationSettings extends PortalElement {
  static override requires = 'billing.email' as const;
  static override styles: CSSResultGroup = [PortalElement.styles, sharedStyles, toolStyles, listStyles];

  #i18n = new LocalizeController(this, notifications);
  #choices = new NotificationChoices();
  #notice = new Notice(this);
  /** Somebody else was faster with the last attempt. */
  #stale = false;
  protected override readonly content: LoadController<Settings, typeof NotificationTable> = new LoadController<
    Settings,
    typeof NotificationTable
  >(this, {
    path: '/notification-settings',
    fetch: (api, init) => api.GET('/notification-settings', init),
    views: () => dressed(this, import('./notification-table.js')),
  });
  #form = new FormController<Changes, Settings>(this, {
    changes: ['/notification-settings'],
    send: (api, body) => {
      const header = { 'If-Match': this.content.value!.etag };
      return api.PATCH('/notification-settings', { params: { header }, body });
    },
    onDone: () => {
      this.#stale = false;
      this.#notice.say(this.#i18n.t('saved'));
    },
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    warnBeforeUnload(this, false);
  }

  protected override view(): TemplateResult {
    return detailView(this.content, this.#i18n, (settings) => this.#settings(settings), 6);
  }

  #settings(settings: Settings): TemplateResult {
    const { t } = this.#i18n;
    const editable = this.can('update') && settings.people.some((person) => person.editable);
    const count = editable ? this.#choices.changes(settings).length : 0;
    warnBeforeUnload(this, this.isConnected && count > 0);
    if (settings.categories.length === 0 || settings.people.length === 0)
      return html`<div class="message" part="empty"><p>${t('empty')}</p></div>`;
    const { notificationTable, reasonsView } = this.content.views;
    const ways = { choices: this.#choices, editable, set: this.#set };
    return html`<form class="stack ${settings.channels.length > 1 ? 'several' : ''}" @submit=${this.#save}>
      ${editable ? nothing : html`<p class="notice">${t('readOnly')}</p>`} ${notificationTable(settings, this.#i18n, ways)}
      ${reasonsView(settings, this.#i18n)}
      <div class="save">${this.#status()} ${count > 0 ? this.#unsaved(count) : nothing}</div>
    </form>`;
  }

  #status(): unknown {
    const { text } = this.#notice;
    if (this.#stale) return html`<div class="notice warning" part="stale" role="alert"><p>${this.#i18n.t('stale')}</p></div>`;
    if (text) return html`<div class="notice success" part="notice" tabindex="-1"><p role="status">${text}</p></div>`;
    return this.content.views.formStatus(this.#form, this.#i18n);
  }

  #unsaved(count: number): TemplateResult {
    const { t } = this.#i18n;
    return html`<div class="notice" part="staged">
      <p role="status">${t('changed', count)}</p>
      <button type="button" @click=${this.#discard}>${t('discard')}</button>
      ${this.content.views.submitButton(this.#form, this.#i18n, this.#i18n.in(tools)('save'))}
    </div>`;
  }

  #set = (person: Person, cell: Cell, enabled: boolean): void => {
    if (this.#form.busy) return this.requestUpdate();
    this.#choices.set(person, cell, enabled);
    this.#notice.text = '';
    this.#stale = false;
    this.#form.edited();
  };

  #discard = (): void => {
    this.#choices.clear();
    this.#stale = false;
    this.#form.edited();
    this.#notice.say(this.#i18n.t('discarded'));
  };

  #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const settings = this.content.value;
    if (!settings || (await this.#form.send({ changes: this.#choices.changes(settings) }))) return;
    if (this.#form.error?.status !== 412) return;
    this.#stale = true;
    this.content.reload();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-notification-settings': PortalNotificationSettings;
  }
}
