import { html, type TemplateResult } from 'lit';
import { LoadController } from '../../core/load-controller.js';
import type { PortalElement } from '../../core/portal-element.js';
import { password } from '../texts/password.js';
import { secondFactor } from '../texts/second-factor.js';
import { tools } from '../../i18n/texts/tools.js';
import { textField } from '../../ui/form-view.js';
import { ForgottenPassword } from './forgotten-password.js';
import { NewPassword, passwordRefusal, type PasswordPolicy } from '../new-password.js';
import type { SignInAttempt } from './sign-in-attempt.js';
import { signInButton, signInStatus, type SignInLocalize } from './sign-in-form.js';

/** The steps of signing in that only some people see: a code of the second factor, a password that has expired. */
export class SignInSteps {
  #recovery = false;
  #forgotten?: ForgottenPassword | undefined;
  readonly #new: NewPassword;
  readonly #policy: LoadController<PasswordPolicy>;

  constructor(
    private readonly host: PortalElement,
    private readonly attempt: SignInAttempt,
    private readonly i18n: SignInLocalize,
  ) {
    this.#new = new NewPassword(host, () => attempt.edited());
    this.#policy = new LoadController<PasswordPolicy>(host, {
      path: '/password-policy',
      args: () => (attempt.step === 'new-password' ? [] : undefined),
      fetch: (api, init) => api.GET('/password-policy', init),
    });
  }

  view(): TemplateResult {
    return this.attempt.step === 'code' ? this.#code() : this.#newPassword();
  }

  /** In place of all: asking for a mail with which a forgotten password is replaced. */
  forgotten(): TemplateResult {
    const { attempt } = this;
    this.#forgotten ??= new ForgottenPassword(this.host, attempt.email, this.i18n, (email, renewed) => {
      this.#forgotten = undefined;
      attempt.email = email;
      attempt.go('credentials');
      attempt.renewed = renewed;
    });
    return this.#forgotten.view();
  }

  /** Whether what is typed in this step can be sent. */
  check(): boolean {
    if (this.attempt.step !== 'new-password') return true;
    if (!this.#new.check(this.#policy.value)) return false;
    this.attempt.secrets.set('newPassword', this.#new.value);
    return true;
  }

  #code(): TemplateResult {
    const { attempt, i18n } = this;
    const t = i18n.in(secondFactor);
    const recovery = this.#recovery;
    const value = attempt.secrets.get('code');
    const wrong = attempt.form.error?.is('wrong-code') ? t(recovery ? 'wrongRecovery' : 'wrongCode') : attempt.form.fieldError('/code');
    const other = () => {
      this.#recovery = !recovery;
      attempt.type('code', '');
      void this.host.updateComplete.then(() => this.host.renderRoot.querySelector<HTMLElement>('#code')?.focus());
    };
    return html`${signInStatus(attempt, i18n)}
      ${textField({
        name: 'code',
        label: t(recovery ? 'recoveryCode' : 'code'),
        hint: t(recovery ? 'recoveryHint' : 'codeHint'),
        value,
        edit: (text) => attempt.type('code', text),
        error: wrong ?? (attempt.checked && !value.trim() ? i18n.in(tools)('required') : undefined),
        required: true,
        spellcheck: false,
        autocomplete: recovery ? 'off' : 'one-time-code',
        ...(!recovery && { inputMode: 'numeric' }),
      })}
      ${signInButton(attempt, i18n, i18n.t('signIn'))}
      <div class="ways">
        <button type="button" class="link" @click=${other}>${t(recovery ? 'useApp' : 'useRecovery')}</button> ${this.#back()}
      </div>`;
  }

  #newPassword(): TemplateResult {
    const { attempt, i18n } = this;
    const t = i18n.in(password);
    return html`<h2 tabindex="-1">${t('expiredTitle')}</h2>
      <p>${t('expired')}</p>
      ${signInStatus(attempt, i18n)}
      <input type="text" autocomplete="username" .value=${attempt.email} readonly hidden />
      ${this.#new.fields(this.#policy.value, i18n, passwordRefusal(attempt.form, '/newPassword', i18n))}
      ${signInButton(attempt, i18n, t('setAndSignIn'))}
      <div class="ways">${this.#back()}</div>`;
  }

  #back(): TemplateResult {
    return html`<button type="button" class="link" @click=${() => this.attempt.go('credentials')}>${this.i18n.t('back')}</button>`;
  }
}
