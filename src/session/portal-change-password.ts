import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { sessionContext } from '../context/contexts.js';
import { Consumer } from '../core/consume.js';
import { FormController } from '../core/form-controller.js';
import { LoadController } from '../core/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { PortalElement } from '../core/portal-element.js';
import { attempts } from './texts/attempts.js';
import { password } from './texts/password.js';
import { tools } from '../i18n/texts/tools.js';
import { detailView } from '../ui/detail-view.js';
import { checkField, focusFirstInvalid, formStatus, submitButton, textField } from '../ui/form-view.js';
import { safeHref } from '../ui/links.js';
import { formStyles } from '../ui/styles/form.js';
import { sharedStyles } from '../ui/styles/shared.js';
import { toolStyles } from '../ui/styles/tools.js';
import { accountStyles } from './account-styles.js';
import { Pause, waitText } from './attempt.js';
import { PortalPasswordSetEvent } from './events.js';
import { NewPassword, passwordRefusal, type PasswordPolicy } from './new-password.js';
import { SecretFields } from '../core/secret-fields.js';

type PasswordChange = components['schemas']['PasswordChange'];
type AccountSecurity = components['schemas']['AccountSecurity'];

/**
 * Changes the own password, and on request signs out everywhere else. Where a single sign-on holds the password it says
 * so, and leads there.
 *
 * @tag portal-change-password
 * @summary Change the own password.
 * @permission profile.change-password
 * @operation getAccountSecurity
 * @operation getPasswordPolicy
 * @operation changePassword
 * @event {PortalPasswordSetEvent} portal-password-set - The password has been changed.
 */
export class PortalChangePassword extends PortalElement {
  static override requires = 'profile.change-password' as const;
  static override styles: CSSResultGroup = [PortalElement.styles, sharedStyles, toolStyles, formStyles, accountStyles];

  #endOthers = false;
  #checked = false;
  /** What has been achieved. */
  #notice = '';
  #i18n = new LocalizeController(this, password);
  #session = new Consumer(this, sessionContext);
  #pause = new Pause(this);
  #secrets = new SecretFields<'current'>(this, () => (this.#checked = false));
  #new = new NewPassword(this, () => this.#edited());
  #policy = new LoadController<PasswordPolicy>(this, {
    path: '/password-policy',
    fetch: (api, init) => api.GET('/password-policy', init),
  });
  protected override readonly content: LoadController<AccountSecurity> = new LoadController<AccountSecurity>(this, {
    path: '/account/security',
    fetch: (api, init) => api.GET('/account/security', init),
  });
  #form = new FormController<PasswordChange>(this, {
    changes: ['/account/security', '/account/sessions'],
    empty: true,
    send: (api, body) => api.PUT('/account/password', { body, params: { header: { 'Portal-Request': '1' } } }),
    onDone: () => this.#done(),
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
    return this.can('update') ? this.#fields() : html`<p class="notice">${t('mayNotChange')}</p>`;
  }

  #fields(): TemplateResult {
    const { t } = this.#i18n;
    const current = this.#secrets.get('current');
    return html`<form class="stack" novalidate @submit=${this.#submit}>
      ${this.#status()}
      <input type="text" autocomplete="username" .value=${this.#session.value?.person.email ?? ''} readonly hidden />
      ${textField({
        name: 'current',
        label: t('currentPassword'),
        type: 'password',
        autocomplete: 'current-password',
        value: current,
        edit: (value) => (this.#secrets.set('current', value), this.#edited()),
        error:
          passwordRefusal(this.#form, '/current', this.#i18n) ?? (this.#checked && !current ? this.#i18n.in(tools)('required') : undefined),
        required: true,
        spellcheck: false,
      })}
      ${this.#new.fields(this.#policy.value, this.#i18n, passwordRefusal(this.#form, '/password', this.#i18n))}
      ${checkField({
        name: 'end-others',
        label: t('endOthers'),
        checked: this.#endOthers,
        edit: (checked) => ((this.#endOthers = checked), this.requestUpdate()),
      })}
      <div>${submitButton(this.#form, this.#i18n, t('change'))}</div>
    </form>`;
  }

  #status(): unknown {
    const { error } = this.#form;
    if (this.#notice) return html`<div class="notice success" part="notice" role="status" tabindex="-1"><p>${this.#notice}</p></div>`;
    if (this.#pause.over) return html`<div class="notice" role="status"><p>${this.#i18n.in(attempts)('tryAgainNow')}</p></div>`;
    const said = waitText(error, this.#i18n) ?? (error?.is('password-managed-elsewhere') ? this.#i18n.t('managedElsewhere') : undefined);
    if (said) return html`<div class="notice danger" part="error" role="alert"><p>${said}</p></div>`;
    return formStatus(this.#form, this.#i18n, ['/current', '/password']);
  }

  #edited(): void {
    this.#notice = '';
    if (!this.#pause.active) this.#form.edited();
  }

  #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.#form.busy || this.#pause.active) return;
    this.#secrets.set('current', this.renderRoot.querySelector<HTMLInputElement>('#current')!.value);
    this.#checked = true;
    this.#notice = '';
    this.#pause.forget();
    const current = this.#secrets.get('current');
    const complete = this.#new.check(this.#policy.value) && current;
    if (complete && (await this.#form.send({ current, password: this.#new.value, endOtherSessions: this.#endOthers }))) return;
    this.#pause.follow(this.#form.error);
    if (this.#form.error?.is('password-managed-elsewhere')) this.content.reload();
    await this.updateComplete;
    focusFirstInvalid(this.renderRoot);
  };

  #done(): void {
    this.#notice = this.#i18n.t(this.#endOthers ? 'changedEverywhere' : 'changed');
    this.#secrets.forget();
    this.#new.forget();
    /** @internal */
    this.dispatchEvent(new PortalPasswordSetEvent(true));
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[part="notice"]')?.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-change-password': PortalChangePassword;
  }
}
