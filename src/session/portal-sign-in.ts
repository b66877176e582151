import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { sessionContext, type Session } from '../context/contexts.js';
import { Consumer } from '../core/consume.js';
import { LocalizeController } from '../core/localize-controller.js';
import { PortalElement } from '../core/portal-element.js';
import { property } from '../core/property.js';
import { warnOnce } from '../core/warn.js';
import { signIn } from './texts/sign-in.js';
import { focusFirstInvalid } from '../ui/form-view.js';
import { safeHref } from '../ui/links.js';
import { formStyles } from '../ui/styles/form.js';
import { sharedStyles } from '../ui/styles/shared.js';
import { toolStyles } from '../ui/styles/tools.js';
import { accountStyles } from './account-styles.js';
import { PortalSignedInEvent } from './events.js';
import { returnAddress } from './sign-in/return-address.js';
import { SignInAttempt } from './sign-in/sign-in-attempt.js';
import { credentialFields, signInButton, signInStatus } from './sign-in/sign-in-form.js';
import type { SignInSteps } from './sign-in/sign-in-steps.js';
import { signedIn, signedInStyles } from './sign-in/signed-in.js';
import { signOutForm } from './sign-out.js';

/**
 * Signing in with e-mail address and password, and with a code where the account has a second factor. A forgotten or
 * expired password is replaced in place. Who is signed in already is told so, and may go on or sign out.
 *
 * @tag portal-sign-in
 * @summary Sign in, with a second factor; replace a forgotten or expired password.
 * @operation signIn
 * @operation signOut
 * @operation switchClient
 * @operation getPasswordPolicy
 * @operation requestPasswordReset
 * @slot help - What stands below the form, such as a link for those who have no account yet.
 * @event {PortalSignedInEvent} portal-signed-in - The person has signed in; cancel it to stay on the page.
 * @event {PortalSignedOutEvent} portal-signed-out - The person has signed out.
 * @event {PortalPasswordSetEvent} portal-password-set - A forgotten password has been replaced.
 */
export class PortalSignIn extends PortalElement {
  static override requires = 'guest' as const;
  static override styles: CSSResultGroup = [PortalElement.styles, sharedStyles, toolStyles, formStyles, accountStyles, signedInStyles];

  /** Where the page goes after signing in; it stays where it is without. */
  @property({ attribute: 'return-to' }) returnTo?: string;

  /** Name of the parameter of the page's address that may hold a path of this site to go to instead. */
  @property({ attribute: 'return-param' }) returnParam?: string;

  /** Whose session goes on: the address is filled in, and the client acted for is the same again. */
  @property({ attribute: false }) resume?: Session;

  #i18n = new LocalizeController(this, signIn);
  #session = new Consumer(this, sessionContext);
  #attempt = new SignInAttempt(
    this,
    () => this.resume?.client.id,
    (session) => this.#done(session),
  );
  #shown = false;
  #greeting = false;
  #steps?: SignInSteps;
  #drawn = '';
  #signOut = signOutForm(this, () => undefined);

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    if (changed.has('resume') && this.resume) this.#attempt.email = this.resume.person.email;
    if (this.#attempt.step !== 'credentials' && !this.#steps) this.#loadSteps().catch(() => undefined);
  }

  protected override view(): unknown {
    const session = this.#session.value;
    if (session) return signedIn(session, this.#i18n, this.#signOut, this.#next);
    const steps = this.#attempt.step === 'credentials' ? undefined : this.#steps;
    if (steps && this.#attempt.step === 'forgotten') return steps.forgotten();
    return html`<form class="stack" part="form" novalidate @submit=${this.#submit}>
      ${steps ? steps.view() : this.#credentials()}
      <slot name="help"></slot>
    </form>`;
  }

  /** The focus follows to what has taken the place of what was pressed. */
  protected override updated(): void {
    const drawn = this.#session.value ? (this.#greeting ? 'signed-in' : '') : this.#steps ? this.#attempt.step : 'credentials';
    if (drawn === this.#drawn) return;
    if (this.#drawn && drawn) this.renderRoot.querySelector<HTMLElement>('[part="signed-in"], h2, input')?.focus();
    this.#drawn = drawn;
    this.#greeting = false;
  }

  /** Goes to the first field that is still empty. */
  override focus(options?: FocusOptions): void {
    void this.updateComplete.then(() => {
      const fields = [...this.renderRoot.querySelectorAll<HTMLInputElement>('input:not([type="checkbox"])')];
      (fields.find(({ value }) => !value) ?? fields[0])?.focus(options);
    });
  }

  get #next(): string | undefined {
    const asked = this.returnParam ? new URL(location.href).searchParams.get(this.returnParam) : null;
    return returnAddress(asked) ?? safeHref(this.returnTo);
  }

  #credentials(): TemplateResult {
    const { t } = this.#i18n;
    const show = (shown: boolean) => ((this.#shown = shown), this.requestUpdate());
    return html`${this.#attempt.renewed ? html`<div class="notice success" role="status"><p>${t('passwordSet')}</p></div>` : nothing}
      ${signInStatus(this.#attempt, this.#i18n)} ${credentialFields(this.#attempt, this.#i18n, { shown: this.#shown, show })}
      ${signInButton(this.#attempt, this.#i18n, t('signIn'))}
      <div class="ways"><button type="button" class="link" @click=${() => this.#attempt.go('forgotten')}>${t('forgotten')}</button></div>`;
  }

  #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const attempt = this.#attempt;
    if (attempt.held) return;
    const root = this.renderRoot;
    // What a password manager has filled in without telling.
    for (const name of ['email', 'password', 'code'] as const) {
      const field = root.querySelector<HTMLInputElement>(`#${name}`);
      if (field) attempt.type(name, field.value);
    }
    const step = attempt.step;
    this.#shown = false;
    if (!this.#steps || this.#steps.check()) {
      if (await attempt.send()) return;
      if (attempt.unconnected) warnOnce('<portal-sign-in> cannot sign anyone in: there is no portal-provider around it.');
    }
    await this.updateComplete;
    if (attempt.step !== step) return;
    if (root.querySelector('[aria-invalid="true"]')) focusFirstInvalid(root);
    else root.querySelector<HTMLElement>('#password, #code')?.focus();
  };

  /** What has not come is asked for again with the next attempt. */
  async #loadSteps(): Promise<void> {
    const { SignInSteps } = await import('./sign-in/sign-in-steps.js');
    this.#steps ??= new SignInSteps(this, this.#attempt, this.#i18n);
    this.requestUpdate();
  }

  #done(session: Session): void {
    this.#greeting = true;
    const next = this.#next;
    /** @internal */
    if (this.dispatchEvent(new PortalSignedInEvent(session, next)) && next) location.assign(next);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-sign-in': PortalSignIn;
  }
}
