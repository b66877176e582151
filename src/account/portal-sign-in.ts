import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { sessionContext, type Session } from '../context/contexts.js';
import { Consumer } from '../core/consume.js';
import { FormController } from '../core/form-controller.js';
import { Localize } from '../core/localize.js';
import { PortalElement } from '../core/portal-element.js';
import { property } from '../core/property.js';
import { warnOnce } from '../core/warn.js';
import { account } from '../i18n/account.js';
import { tools } from '../i18n/tools.js';
import { checkField, focusFirstInvalid, formStatus, textField } from '../ui/form-view.js';
import { safeHref } from '../ui/links.js';
import { formStyles } from '../ui/styles/form.js';
import { sharedStyles } from '../ui/styles/shared.js';
import { toolStyles } from '../ui/styles/tools.js';
import { Pause, refusal } from './attempt.js';
import { PortalSignedInEvent } from './events.js';
import { returnAddress } from './return-address.js';
import { signedIn, signedInStyles } from './signed-in.js';
import { signOutForm } from './sign-out.js';

/**
 * Signing in with e-mail address and password. Who is signed in already is told so, and may go on or sign out.
 *
 * @tag portal-sign-in
 * @summary Sign in with e-mail address and password.
 * @operation signIn
 * @operation signOut
 * @slot help - What stands below the form, such as a link for those who have forgotten their password.
 * @event {PortalSignedInEvent} portal-signed-in - The person has signed in; cancel it to stay on the page.
 * @event {PortalSignedOutEvent} portal-signed-out - The person has signed out.
 */
export class PortalSignIn extends PortalElement {
  static override requires = 'guest' as const;
  static override styles: CSSResultGroup = [PortalElement.styles, sharedStyles, toolStyles, formStyles, signedInStyles];

  /** Where the page goes after signing in; it stays where it is without. */
  @property({ attribute: 'return-to' }) returnTo?: string;

  /** Name of the parameter of the page's address that may hold a path of this site to go to instead. */
  @property({ attribute: 'return-param' }) returnParam?: string;

  #i18n = new Localize(this, account);
  #session = new Consumer(this, sessionContext);
  #pause = new Pause(this);
  #values = { email: '', password: '' };
  #shown = false;
  #checked = false;
  #unconnected = false;
  #greeting = false;
  #signOut = signOutForm(this, () => undefined);
  #form = new FormController<{ email: string; password: string }, Session>(this, {
    changes: ['/session'],
    send: (api, body) => api.POST('/session', { body, params: { header: { 'Portal-Request': '1' } } }),
    onDone: (session) => this.#done(session),
  });

  protected override view(): unknown {
    const session = this.#session.value;
    return session ? signedIn(session, this.#i18n, this.#signOut, this.#next) : this.#fields();
  }

  protected override updated(): void {
    if (!this.#greeting || !this.#session.value) return;
    this.#greeting = false;
    this.renderRoot.querySelector<HTMLElement>('[part="signed-in"]')?.focus();
  }

  get #next(): string | undefined {
    const asked = this.returnParam ? new URL(location.href).searchParams.get(this.returnParam) : null;
    return returnAddress(asked) ?? safeHref(this.returnTo);
  }

  #fields(): TemplateResult {
    const { t } = this.#i18n;
    const { busy } = this.#form;
    const field = (name: 'email' | 'password', error = this.#form.fieldError(`/${name}`)) => ({
      name,
      label: t(name),
      value: this.#values[name],
      edit: (value: string) => this.#edit({ [name]: value }),
      error: error ?? (this.#checked && !this.#values[name] ? this.#i18n.in(tools)('required') : undefined),
      required: true,
      spellcheck: false,
    });
    const show = (shown: boolean) => ((this.#shown = shown), this.requestUpdate());
    return html`<form class="stack" part="form" novalidate @submit=${this.#submit}>
      ${this.#status()} ${textField({ ...field('email'), type: 'email', autocomplete: 'username' })}
      ${textField({ ...field('password'), type: this.#shown ? 'text' : 'password', autocomplete: 'current-password' })}
      ${checkField({ name: 'show', label: t('showPassword'), checked: this.#shown, edit: show })}
      <button type="submit" class="primary" aria-disabled=${busy || this.#pause.active}>
        ${busy ? this.#i18n.in(tools)('sending') : t('signIn')}
      </button>
      <slot name="help"></slot>
    </form>`;
  }

  #status(): unknown {
    const { t } = this.#i18n;
    if (this.#pause.over) return html`<div class="notice" role="status"><p>${t('tryAgainNow')}</p></div>`;
    const said = this.#unconnected ? t('notConnected') : refusal(this.#form.error, this.#i18n);
    if (said) return html`<div class="notice danger" part="error" role="alert"><p>${said}</p></div>`;
    return formStatus(this.#form, this.#i18n, ['/email', '/password']);
  }

  #edit(change: Partial<{ email: string; password: string }>): void {
    Object.assign(this.#values, change);
    if (!this.#pause.active) this.#form.edited();
  }

  #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.#pause.active || this.#form.busy) return;
    const root = this.renderRoot;
    // What a password manager has filled in without telling.
    for (const field of root.querySelectorAll('input')) if (field.name in this.#values) this.#edit({ [field.name]: field.value });
    this.#checked = true;
    this.#unconnected = !this.#form.connected;
    if (this.#unconnected) warnOnce('<portal-sign-in> cannot sign anyone in: there is no portal-provider around it.');
    this.#pause.forget();
    const { email, password } = this.#values;
    if (email && password && !this.#unconnected) {
      this.#shown = false;
      if (await this.#form.send({ email: email.trim(), password })) return;
      const { status, retryAfter } = this.#form.error ?? {};
      if (status === 429 && retryAfter) this.#pause.begin(retryAfter);
    }
    this.requestUpdate();
    await this.updateComplete;
    if (root.querySelector('[aria-invalid="true"]')) focusFirstInvalid(root);
    else root.querySelector<HTMLElement>('#password')?.focus();
  };

  #done(session: Session): void {
    this.#values = { email: '', password: '' };
    this.#checked = false;
    this.#greeting = true;
    const next = this.#next;
    /** @internal */
    if (this.dispatchEvent(new PortalSignedInEvent(session, next)) && next) location.assign(next);
  }
}
