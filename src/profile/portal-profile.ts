import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { DialogController } from '../core/dialog-controller.js';
import { FormController } from '../core/forms/form-controller.js';
import { Lazy, lazy } from '../core/lazy.js';
import { LoadController } from '../core/loading/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { PortalElement } from '../core/portal-element.js';
import { property } from '../core/property.js';
import { detailView } from '../ui/detail-view.js';
import { lazyView } from '../ui/lazy-view.js';
import { failure } from '../ui/messages.js';
import { Notice } from '../ui/screen-dialog.js';
import { printStyles } from '../ui/styles/print.js';
import { sharedStyles } from '../ui/styles/shared.js';
import { toolStyles } from '../ui/styles/tools.js';
import { editableFields, type Profile } from './profile.js';
import type { AccountPart } from './record-view.js';
import { profile } from './texts/profile.js';

const loadAccount = {
  security: lazy(() => import('../define/portal-account-security.js')),
  changePassword: lazy(() => import('../define/portal-change-password.js')),
};

/**
 * The client as the company knows it: address and contact information, to be edited in place, beside it what is owed, how the
 * own sign-in is protected and who may act for the client. Each part follows its own permission.
 *
 * @tag portal-profile
 * @summary Address, contact information, billing summary, own sign-in and authorised contacts.
 * @example
 * <portal-profile contacts-href="/people" invoices-href="/invoices"></portal-profile>
 * @permission profile.view
 * @operation getProfile
 * @operation updateProfile
 * @operation withdrawProfileChange
 * @csspart detail - All of it.
 * @csspart facts - Address and contact information.
 * @csspart summary - What is owed, in figures.
 * @csspart badge - A word of state.
 * @csspart pending - Changes that wait for the company's approval.
 * @csspart form - The form in which it is edited.
 * @csspart billing - What is owed, for who may view `billing.invoices`.
 * @csspart authentication - How the own account is protected.
 * @csspart contacts - Who may act for the client, for who may view `profile.contacts`.
 * @csspart skeleton - The placeholder while it is loading.
 */
export class PortalProfile extends PortalElement {
  static override requires = 'profile.view' as const;
  static override styles: CSSResultGroup = [PortalElement.styles, sharedStyles, toolStyles, printStyles];

  /** Address of the page with `portal-contacts`; without it there is no link. */
  @property({ attribute: 'contacts-href' }) contactsHref?: string;
  /** Address of the page with `portal-invoices`; without it there is no link. */
  @property({ attribute: 'invoices-href' }) invoicesHref?: string;
  /** Address of the page with `portal-account-security`; without it that opens in a dialog. */
  @property({ attribute: 'security-href' }) securityHref?: string;

  #i18n = new LocalizeController(this, profile);
  #notice = new Notice(this);
  #view = new Lazy(this, () => import('./record-view.js'));
  #edit = new Lazy(this, () => import('./edit-panel.js').then((each) => new each.EditPanel(this, (saved) => this.#ended(saved))));
  #account = new DialogController<AccountPart>(this, (part) => loadAccount[part]());
  #withdrawal = new FormController<string, Profile>(this, {
    changes: ['/profile'],
    send: (api, field) => api.DELETE('/profile/pending-changes/{field}', { params: { path: { field } } }),
    onDone: () => this.#notice.say(this.#i18n.t('withdrawn')),
  });
  protected override readonly content: LoadController<Profile> = new LoadController<Profile>(this, {
    path: '/profile',
    fetch: (api, init) => api.GET('/profile', init),
    alongside: this.#view,
  });

  protected override view(): TemplateResult {
    return html`${detailView(this.content, this.#i18n, (value) => this.#profile(value), 9)}
    ${this.#view.value?.accountDialog(this.#account, this.#i18n, () => this.content.reload())}`;
  }

  #profile(value: Profile): TemplateResult {
    const { pendingView, detailsView, billingView, contactsView, authenticationView } = this.#view.value!;
    const editing = this.#editing;
    const withdraw = this.can('update') && !editing ? ({ field }: { field: string }) => void this.#withdrawal.send(field) : undefined;
    return html`${this.#notice.view()} ${this.#withdrawal.phase === 'failed' ? failure(this.#withdrawal.error, this.#i18n) : nothing}
      ${pendingView(value.pendingChanges, this.#i18n, withdraw)}
      <div class="columns">
        <div class="main">
          ${this.#head(value)} ${lazyView(this.#edit, this.#i18n, (panel) => (editing ? panel.render() : nothing))}
          ${editing ? nothing : detailsView(value, this.#i18n)}
        </div>
        <div class="side">
          ${billingView(value, this, this.#i18n, this.invoicesHref)} ${contactsView(value, this, this.#i18n, this.contactsHref)}
          ${authenticationView(value, this, this.#i18n, (part) => this.#account.open(part), this.securityHref)}
        </div>
      </div>`;
  }

  /** Tells whether the form is shown: a permission that is lost meanwhile hides it, and what was typed waits. */
  get #editing(): boolean {
    return !!this.#edit.value?.isOpen && this.can('update');
  }

  #head(value: Profile): TemplateResult {
    const { t } = this.#i18n;
    const { clientNumber, contractNumber } = value;
    const changeable = editableFields(value, this.can('update')).length > 0;
    return html`<div class="between">
      <div>
        <h3 id="details" tabindex="-1">${t('details')}</h3>
        <span class="muted"
          >${t('clientNumber', clientNumber)}${contractNumber ? html` · ${t('contractNumber', contractNumber)}` : nothing}</span
        >
      </div>
      ${changeable && !this.#editing ? html`<button type="button" @click=${() => this.#begin(value)}>${t('edit')}</button>` : nothing}
    </div>`;
  }

  #begin(value: Profile): void {
    this.#notice.text = '';
    this.#edit.use((panel) => panel.begin(value));
  }

  #ended(saved?: Profile): void {
    if (saved) return this.#notice.say(this.#i18n.t(saved.pendingChanges.length > 0 ? 'savedPending' : 'saved'));
    this.requestUpdate();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#details')?.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-profile': PortalProfile;
  }
}
