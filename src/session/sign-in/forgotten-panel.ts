import { html, nothing, type TemplateResult } from 'lit';
import { Lazy } from '../../core/lazy.js';
import { Panel } from '../../core/panel.js';
import { focusFirstInvalid } from '../../ui/form-view.js';
import { lazyView } from '../../ui/lazy-view.js';
import { codeRequestButton, codeRequestFields, codeRequestStatus, sendAgainButton } from '../email-code/code-request-view.js';
import { CodeRequest } from '../email-code/code-request.js';
import type { PortalPasswordSetEvent } from '../events.js';
import type { PortalSignIn } from '../portal-sign-in.js';
import { mailedCode as texts } from '../texts/mailed-code.js';
import { signIn } from '../texts/sign-in.js';

/** In place of the form for signing in: asking for a mail, then the code in it and a new password. */
export class ForgottenPanel extends Panel<PortalSignIn, typeof texts.english> {
  readonly #request: CodeRequest<'email'>;
  readonly #setPassword = new Lazy(this.host, () => import('../../define/portal-set-password.js'));

  constructor(
    host: PortalSignIn,
    /** Goes back to signing in; `renewed`: with the password just set. */
    private readonly leave: (email: string, renewed: boolean) => void,
  ) {
    super(host, texts);
    this.#request = new CodeRequest(host, {
      names: ['email'],
      field: () => ({ label: this.i18n.in(signIn)('email'), type: 'email', autocomplete: 'username' }),
      send: (api, { email }) =>
        api.POST('/password-resets', { body: { email, language: this.i18n.language }, params: { header: { 'Portal-Request': '1' } } }),
    });
  }

  /** Begins with the address that was typed for signing in. */
  begin(email: string): void {
    this.#request.type('email', email);
  }

  render(): TemplateResult {
    const { t } = this.i18n;
    return html`<div class="stack" part="forgotten">
      <h2 tabindex="-1">${t('forgottenTitle')}</h2>
      ${this.#request.sent ? this.#answer() : this.#form()}
      <div class="ways">
        ${this.#request.sent ? sendAgainButton(this.#request, this.i18n) : nothing}
        <button type="button" class="link" @click=${() => this.leave(this.#request.values.email, false)}>${t('backToSignIn')}</button>
      </div>
    </div>`;
  }

  #form(): TemplateResult {
    const { t } = this.i18n;
    return html`<form class="stack" novalidate @submit=${this.#submit}>
      <p>${t('forgottenText')}</p>
      ${codeRequestStatus(this.#request, this.i18n)} ${codeRequestFields(this.#request, this.i18n)}
      ${codeRequestButton(this.#request, this.i18n, t('send'))}
    </form>`;
  }

  /** The same for everyone, whether or not there is such an account. */
  #answer(): TemplateResult {
    const { t } = this.i18n;
    const { values, repeated } = this.#request;
    return html`<div class="notice" role="status">
        <p>${repeated ? t('sentAgain') : t('resetSent', values.email.trim())}</p>
      </div>
      ${codeRequestStatus(this.#request, this.i18n)}
      <p class="muted">${t('noneCame')}</p>
      ${lazyView(this.#setPassword, this.i18n, () => this.#password())}`;
  }

  #password(): TemplateResult {
    const { email } = this.#request.values;
    const done = ({ signedIn }: PortalPasswordSetEvent) => signedIn || this.leave(email, true);
    return html`<portal-set-password .email=${email.trim()} @portal-password-set=${done}></portal-set-password>`;
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const sent = await this.#request.send();
    if (sent) this.#setPassword.use();
    await this.host.updateComplete;
    if (sent) this.host.renderRoot.querySelector<HTMLElement>('h2')?.focus();
    else focusFirstInvalid(this.host.renderRoot);
  };
}
