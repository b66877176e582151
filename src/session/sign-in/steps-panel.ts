import { html, type TemplateResult } from 'lit';
import { LoadController } from '../../core/loading/load-controller.js';
import { Panel } from '../../core/panel.js';
import { tools } from '../../i18n/texts/tools.js';
import { textField } from '../../ui/form-view.js';
import { newPasswordFaults, newPasswordFields, filledInPassword, passwordFault, type PasswordPolicy } from '../new-password-view.js';
import type { PortalSignIn } from '../portal-sign-in.js';
import { password } from '../texts/password.js';
import { secondFactor } from '../texts/second-factor.js';
import { signIn as texts } from '../texts/sign-in.js';
import type { SignInAttempt } from './attempt.js';
import { signInButton, signInStatus } from './credentials-view.js';
import { ForgottenPanel } from './forgotten-panel.js';

/** The steps of signing in that only some people see: a code of the second factor, an expired or a forgotten password. */
export class StepsPanel extends Panel<PortalSignIn, typeof texts.english> {
  /** A recovery code is typed in place of one of the app. */
  #recovery = false;
  #visible = false;
  readonly #forgotten: ForgottenPanel;
  readonly #policy: LoadController<PasswordPolicy>;

  constructor(
    host: PortalSignIn,
    private readonly attempt: SignInAttempt,
  ) {
    super(host, texts);
    this.#forgotten = new ForgottenPanel(host, (email, renewed) => {
      attempt.email = email;
      attempt.go('credentials');
      attempt.renewed = renewed;
    });
    this.#policy = new LoadController<PasswordPolicy>(host, {
      path: '/password-policy',
      args: () => (attempt.step === 'new-password' ? [] : undefined),
      fetch: (api, init) => api.GET('/password-policy', init),
    });
  }

  /** Begins the present step. */
  begin(): void {
    this.#visible = false;
    if (this.attempt.step === 'forgotten') this.#forgotten.begin(this.attempt.email);
  }

  render(): TemplateResult {
    return this.attempt.step === 'code' ? this.#code() : this.#newPassword();
  }

  /** In place of all: asking for a mail with which a forgotten password is replaced. */
  renderForgotten(): TemplateResult {
    return this.#forgotten.render();
  }

  /** Tells whether the values of this step can be sent. */
  check(): boolean {
    const { attempt } = this;
    if (attempt.step !== 'new-password') return true;
    const draft = filledInPassword(this.host.renderRoot);
    attempt.type('newPassword', draft.password);
    attempt.type('repeated', draft.repeated);
    attempt.checked = true;
    const allowed = draft.password !== '' && Object.keys(newPasswordFaults(draft, this.#policy.value, this.i18n)).length === 0;
    if (allowed) this.#visible = false;
    return allowed;
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
      this.focus('#code');
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
    const show = (visible: boolean) => ((this.#visible = visible), this.update());
    return html`<h2 tabindex="-1">${t('expiredTitle')}</h2>
      <p>${t('expired')}</p>
      ${signInStatus(attempt, i18n)}
      <input type="text" autocomplete="username" .value=${attempt.email} readonly hidden />
      ${newPasswordFields(this.#newPasswordFields(), { policy: this.#policy.value, visible: this.#visible, show }, i18n)}
      ${signInButton(attempt, i18n, t('setAndSignIn'))}
      <div class="ways">${this.#back()}</div>`;
  }

  #newPasswordFields() {
    const { attempt, i18n } = this;
    const { secrets, checked, form } = attempt;
    const draft = { password: secrets.get('newPassword'), repeated: secrets.get('repeated') };
    const faults = checked ? newPasswordFaults(draft, this.#policy.value, i18n) : {};
    const missing = checked && !draft.password ? i18n.in(tools)('required') : undefined;
    const refused = form.error?.problem.errors?.find(({ pointer }) => pointer === '/newPassword');
    const refusal = refused && (passwordFault(refused, i18n) ?? refused.detail);
    const error = missing ?? faults.password ?? refusal;
    return {
      password: {
        value: draft.password,
        edit: (value: string) => attempt.type('newPassword', value),
        ...(error && { error }),
      },
      repeated: {
        value: draft.repeated,
        edit: (value: string) => attempt.type('repeated', value),
        ...(faults.repeated && { error: faults.repeated }),
      },
    };
  }

  #back(): TemplateResult {
    return html`<button type="button" class="link" @click=${() => this.attempt.go('credentials')}>${this.i18n.t('back')}</button>`;
  }
}
