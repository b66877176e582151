import type { CSSResultGroup, TemplateResult } from 'lit';
import { Lazy } from '../core/lazy.js';
import { LoadController } from '../core/loading/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { PortalElement } from '../core/portal-element.js';
import { detailView } from '../ui/detail-view.js';
import { listStyles } from '../ui/styles/list.js';
import { printStyles } from '../ui/styles/print.js';
import { sharedStyles } from '../ui/styles/shared.js';
import { toolStyles } from '../ui/styles/tools.js';
import type { Settings } from './notification-settings.js';
import { notifications } from './texts/notifications.js';

/**
 * Settings of who gets which mail: a row for oneself, and for everyone who may act for the client where the person may update contacts.
 * What the law or the permissions fix is shown as fixed, with why.
 *
 * @tag portal-notification-settings
 * @summary Who gets which mail: invoices, receipts, overdue notices, maintenance and more.
 * @example
 * <portal-notification-settings></portal-notification-settings>
 * @permission billing.email
 * @operation getNotificationSettings
 * @operation updateNotificationSettings
 * @csspart detail - All of it.
 * @csspart empty - What is said when there is nobody or nothing to choose.
 * @csspart table - People by categories.
 * @csspart row - One person.
 * @csspart reasons - Why some of it is fixed.
 * @csspart staged - That something is not saved yet, with the buttons.
 * @csspart skeleton - The placeholder while it is loading.
 */
export class PortalNotificationSettings extends PortalElement {
  static override requires = 'billing.email' as const;
  static override styles: CSSResultGroup = [PortalElement.styles, sharedStyles, toolStyles, listStyles, printStyles];

  #i18n = new LocalizeController(this, notifications);
  #panel = new Lazy(this, () => import('./settings-panel.js').then((each) => new each.SettingsPanel(this, () => this.content.value)));
  protected override readonly content: LoadController<Settings> = new LoadController<Settings>(this, {
    path: '/notification-settings',
    fetch: (api, init) => api.GET('/notification-settings', init),
    alongside: this.#panel,
  });

  protected override view(): TemplateResult {
    return detailView(this.content, this.#i18n, () => this.#panel.value!.render(), 6);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-notification-settings': PortalNotificationSettings;
  }
}
