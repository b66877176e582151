import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { type Session, sessionContext } from '../context/contexts.js';
import { Consumer } from '../core/consume.js';
import { Lazy } from '../core/lazy.js';
import { LocalizeController } from '../core/localize-controller.js';
import { PortalElement } from '../core/portal-element.js';
import { property } from '../core/property.js';
import { warnOnce } from '../core/warn.js';
import { focusFirstInvalid } from '../ui/form-view.js';
import { lazyView } from '../ui/lazy-view.js';
import { safeHref } from '../ui/links.js';
import { formStyles } from '../ui/styles/form.js';
import { sharedStyles } from '../ui/styles/shared.js';
import { toolStyles } from '../ui/styles/tools.js';
import { accountStyles } from './account.styles.js';
import { type PortalPasswordSetEvent, PortalSignedInEvent, type PortalSignedOutEvent } from './events.js';
import { SignInAttempt } from './sign-in/attempt.js';
import { credentialFields, signInButton, signInStatus } from './sign-in/credentials-view.js';
import { returnAddress } from './sign-in/return-address.js';
import type { SignedInPanel } from './sign-in/signed-in-panel.js';
import type { StepsPanel } from './sign-in/steps-panel.js';
import { signIn } from './texts/sign-in.js';

/**
 * Signing in with e-mail address and password, and with a code where the account has a second factor. A forgotten or
 * expired password is replaced in place. Who is signed in already is told so, and may go on or sign out.
 *
 * @tag portal-sign-in
 * @summary Sign in, with a second factor; replace a forgotten or expired password.
 * @example
 * <portal-sign-in return-to="/overview" return-param="next"></portal-sign-in>
 * @operation signIn
 * @operation signOut
 * @operation switchClient
 * @operation getPasswordPolicy
 * @operation requestPasswordReset
 * @slot help - Content below the form, such as a link for those who have no account yet.
 * @event {PortalSignedInEvent} portal-signed-in - The person has signed in; cancel it to stay on the page.
 * @event {PortalSignedOutEvent} portal-signed-out - The person has signed out.
 * @event {PortalPasswordSetEvent} portal-password-set - A forgotten password has been replaced.
 * @csspart form - The form.
 * @csspart signed-in - The notice that somebody is signed in already, with the way on.
 */
export class PortalSignIn extends PortalElement {
  static override requires = 'guest' as const;
  static override styles: CSSResultGroup = [PortalElement.styles, sharedStyles, toolStyles, formStyles, accountStyles];

  /** The address that the page goes to after signing in; it stays where it is without. */
  @property({ attribute: 'return-to' }) returnTo?: string;

  /** Name of the parameter of the page's address that may hold a path of this site to go to instead. */
  @property({ attribute: 'return-param' }) returnParam?: string;

  /** The session that goes on: the address of its person is filled in, and its client is acted for again. */
  @property({ attribute: false }) resume?: Session;

  #i18n = new LocalizeController(this, signIn);
  #session = new Consumer(this, sessionContext);
  #attempt = new SignInAttempt(
    this,
    () => this.resume?.client.id,
    (session) => this.#done(session),
  );
  /** The characters of the password are shown. */
  #visible = false;
  /** The person has just signed in here. */
  #greeting = false;
  #steps = new Lazy<StepsPanel>(this, () => import('./sign-in/steps-panel.js').then((each) => new each.StepsPanel(this, this.#attempt)));
  #begunStep = 'credentials';
  /** The step that was rendered last. */
  #lastStep = '';
  #signedIn = new Lazy<SignedInPanel>(this, () => import('./sign-in/signed-in-panel.js').then((each) => new each.SignedInPanel(this)));

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    if (changed.has('resume') && this.resume) this.#attempt.email = this.resume.person.email;
    this.#followStep();
  }

  protected override view(): unknown {
    const session = this.#session.value;
    if (session) return lazyView(this.#signedIn, this.#i18n, (panel) => panel.render(session, this.#next));
    const steps = this.#attempt.step === 'credentials' ? undefined : this.#steps.value;
    if (steps && this.#attempt.step === 'forgotten') return steps.renderForgotten();
    return html`<form class="stack" part="form" novalidate @submit=${this.#submit}>
      ${steps ? steps.render() : this.#credentials()}
      <slot name="help"></slot>
    </form>`;
  }

  /** Moves the focus to the content that has replaced the pressed button. */
  protected override updated(): void {
    const session = this.#session.value;
    if (session) this.#signedIn.useNow();
    if (session && !this.#signedIn.value) return;
    const step = session ? (this.#greeting ? 'signed-in' : '') : this.#steps.value ? this.#attempt.step : 'credentials';
    if (step === this.#lastStep) return;
    if (this.#lastStep && step) this.renderRoot.querySelector<HTMLElement>('[part="signed-in"], h2, input')?.focus();
    this.#lastStep = step;
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
    const show = (visible: boolean) => ((this.#visible = visible), this.requestUpdate());
    const waiting = this.#attempt.step !== 'credentials';
    return html`${this.#attempt.renewed ? html`<div class="notice success" role="status"><p>${t('passwordSet')}</p></div>` : nothing}
      ${waiting ? lazyView(this.#steps, this.#i18n, () => nothing) : nothing} ${signInStatus(this.#attempt, this.#i18n)}
      ${credentialFields(this.#attempt, this.#i18n, { visible: this.#visible, show })}
      ${signInButton(this.#attempt, this.#i18n, t('signIn'))}
      <div class="ways"><button type="button" class="link" @click=${() => this.#attempt.go('forgotten')}>${t('forgotten')}</button></div>`;
  }

  #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const attempt = this.#attempt;
    if (attempt.held) return;
    const root = this.renderRoot;
    // Password managers fill fields in without an event.
    for (const name of ['email', 'password', 'code'] as const) {
      const field = root.querySelector<HTMLInputElement>(`#${name}`);
      if (field) attempt.type(name, field.value);
    }
    const step = attempt.step;
    this.#visible = false;
    if (this.#steps.value?.check() ?? true) {
      if (await attempt.send()) return;
      if (attempt.unconnected) warnOnce('<portal-sign-in> cannot sign anyone in: there is no portal-provider around it.');
    }
    await this.updateComplete;
    if (attempt.step !== step) return;
    if (root.querySelector('[aria-invalid="true"]')) focusFirstInvalid(root);
    else root.querySelector<HTMLElement>('#password, #code')?.focus();
  };

  /** Loads the panel for a step that only some people see, and begins it. */
  #followStep(): void {
    const { step } = this.#attempt;
    if (step === this.#begunStep) return;
    this.#begunStep = step;
    if (step !== 'credentials') this.#steps.use((panel) => panel.begin());
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

  interface GlobalEventHandlersEventMap {
    'portal-signed-in': PortalSignedInEvent;
    'portal-signed-out': PortalSignedOutEvent;
    'portal-password-set': PortalPasswordSetEvent;
  }
}
