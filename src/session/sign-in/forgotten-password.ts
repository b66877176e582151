import { html, nothing, type TemplateResult } from 'lit';
import { define } from '../../core/define.js';
import type { PortalElement } from '../../core/portal-element.js';
import { mailedCode } from '../texts/mailed-code.js';
import { focusFirstInvalid } from '../../ui/form-view.js';
import type { PortalPasswordSetEvent } from '../events.js';
import { MailAsking } from '../mailed-code/mail-asking.js';
import { PortalSetPassword } from '../portal-set-password.js';
import type { SignInLocalize } from './sign-in-form.js';

/** In place of the form for signing in: asking for a mail, then the code in it and a new password. */
export class ForgottenPassword {
  readonly #asking: MailAsking<'email'>;

  constructor(
    private readonly host: PortalElement,
    email: string,
    private readonly i18n: SignInLocalize,
    /** Back to signing in; `renewed`: with the password just set. */
    private readonly leave: (email: string, renewed: boolean) => void,
  ) {
    define('portal-set-password', PortalSetPassword);
    this.#asking = new MailAsking(host, {
      names: ['email'],
      field: () => ({ label: i18n.t('email'), type: 'email', autocomplete: 'username' }),
      send: (api, { email }) =>
        api.POST('/password-resets', { body: { email, language: i18n.language }, params: { header: { 'Portal-Request': '1' } } }),
    });
    this.#asking.values.email = email;
  }

  view(): TemplateResult {
    const t = this.i18n.in(mailedCode);
    return html`<div class="stack" part="forgotten">
      <h2 tabindex="-1">${t('forgottenTitle')}</h2>
      ${this.#asking.sent ? this.#answer() : this.#form()}
      <div class="ways">
        ${this.#asking.sent ? this.#asking.again(this.i18n) : nothing}
        <button type="button" class="link" @click=${() => this.leave(this.#asking.values.email, false)}>${t('backToSignIn')}</button>
      </div>
    </div>`;
  }

  #form(): TemplateResult {
    const t = this.i18n.in(mailedCode);
    return html`<form class="stack" novalidate @submit=${this.#submit}>
      <p>${t('forgottenText')}</p>
      ${this.#asking.status(this.i18n)} ${this.#asking.fields(this.i18n)} ${this.#asking.button(this.i18n, t('send'))}
    </form>`;
  }

  /** The same for everyone, whether or not there is such an account. */
  #answer(): TemplateResult {
    const t = this.i18n.in(mailedCode);
    const { values, repeated } = this.#asking;
    return html`<div class="notice" role="status">
        <p>${repeated ? t('sentAgain') : t('resetSent', values.email.trim())}</p>
      </div>
      ${this.#asking.status(this.i18n)}
      <p class="muted">${t('noneCame')}</p>
      <portal-set-password
        .email=${values.email.trim()}
        @portal-password-set=${({ signedIn }: PortalPasswordSetEvent) => signedIn || this.leave(values.email, true)}
      ></portal-set-password>`;
  }

  #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const sent = await this.#asking.send();
    await this.host.updateComplete;
    if (sent) this.host.renderRoot.querySelector<HTMLElement>('h2')?.focus();
    else focusFirstInvalid(this.host.renderRoot);
  };
}
