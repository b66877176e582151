import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { Lazy } from '../core/lazy.js';
import { LoadController } from '../core/loading/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { PortalElement } from '../core/portal-element.js';
import { detailView } from '../ui/detail-view.js';
import { safeHref } from '../ui/links.js';
import { sharedStyles } from '../ui/styles/shared.js';
import { toolStyles } from '../ui/styles/tools.js';
import { accountStyles } from './account.styles.js';
import type * as changePasswordPanel from './change-password-panel.js';
import type { ChangePasswordPanel } from './change-password-panel.js';
import { PortalPasswordSetEvent } from './events.js';
import { password } from './texts/password.js';

type AccountSecurity = components['schemas']['AccountSecurity'];

/**
 * Changes the own password, and on request signs out everywhere else. Where a single sign-on holds the password it says
 * so, and leads there.
 *
 * @tag portal-change-password
 * @summary Change the own password.
 * @example
 * <portal-change-password></portal-change-password>
 * @permission profile.change-password
 * @operation getAccountSecurity
 * @operation getPasswordPolicy
 * @operation changePassword
 * @event {PortalPasswordSetEvent} portal-password-set - The password has been changed.
 * @csspart detail - All of it.
 * @csspart skeleton - The placeholder while it is loading.
 */
export class PortalChangePassword extends PortalElement {
  static override requires = 'profile.change-password' as const;
  static override styles: CSSResultGroup = [PortalElement.styles, sharedStyles, toolStyles, accountStyles];

  #i18n = new LocalizeController(this, password);
  #panel: Lazy<ChangePasswordPanel> = new Lazy(this, () => import('./change-password-panel.js').then((each) => this.#newPanel(each)));
  protected override readonly content: LoadController<AccountSecurity> = new LoadController<AccountSecurity>(this, {
    path: '/account/security',
    fetch: (api, init) => api.GET('/account/security', init),
    alongside: this.#panel,
  });

  protected override view(): TemplateResult {
    return detailView(this.content, this.#i18n, (account) => this.#account(account), 5);
  }

  #account({ password: { managed, manageHref } }: AccountSecurity): TemplateResult {
    const { t } = this.#i18n;
    const href = safeHref(manageHref);
    if (managed !== 'here')
      return html`<div class="stack">
        <p>${t('managedElsewhere')}</p>
        ${href ? html`<div><a class="button" href=${href}>${t('manageElsewhere')}</a></div>` : nothing}
      </div>`;
    return this.can('update') ? this.#panel.value!.render() : html`<p class="notice">${t('mayNotChange')}</p>`;
  }

  #newPanel({ ChangePasswordPanel }: typeof changePasswordPanel): ChangePasswordPanel {
    return new ChangePasswordPanel(this, {
      /** @internal */
      onDone: () => this.dispatchEvent(new PortalPasswordSetEvent(true)),
      onManagedElsewhere: () => this.content.reload(),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-change-password': PortalChangePassword;
  }
  interface GlobalEventHandlersEventMap {
    'portal-password-set': PortalPasswordSetEvent;
  }
}
