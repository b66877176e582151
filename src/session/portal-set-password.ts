import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { Lazy } from '../core/lazy.js';
import { LocalizeController, type SharedLocalize } from '../core/localize-controller.js';
import { PortalElement } from '../core/portal-element.js';
import { property } from '../core/property.js';
import { tools } from '../i18n/texts/tools.js';
import { focusFirstInvalid, formStatus, submitButton, textField } from '../ui/form-view.js';
import { lazyView } from '../ui/lazy-view.js';
import { safeHref } from '../ui/links.js';
import { formStyles } from '../ui/styles/form.js';
import { sharedStyles } from '../ui/styles/shared.js';
import { toolStyles } from '../ui/styles/tools.js';
import { accountStyles } from './account.styles.js';
import { cooldownView } from './cooldown-view.js';
import { codeRefusal, type CodeUse, EmailCode, takeCode } from './email-code/email-code.js';
import type * as setPasswordPanel from './email-code/set-password-panel.js';
import type { SetPasswordPanel } from './email-code/set-password-panel.js';
import { PortalCodeAcceptedEvent, type PortalPasswordSetEvent, type PortalSignedInEvent } from './events.js';
import { mailedCode as texts } from './texts/mailed-code.js';

interface CodeOptions {
  /** The address of the sign-in page. */
  signIn: string | undefined;
  /** The way to a new mail. */
  again: TemplateResult;
}

/** @param missing The fault of a field that has not been filled in. */
function emailField(code: EmailCode, missing: string | undefined, i18n: SharedLocalize): TemplateResult {
  return textField({
    name: 'email',
    label: i18n.in(texts)('email'),
    value: code.email,
    edit: (value) => code.type('email', value),
    error: code.form.fieldError('/email') ?? missing,
    type: 'email',
    autocomplete: 'username',
    spellcheck: false,
    required: true,
  });
}

/** The form for a code, with the reason why the last one could not be used. */
function codeFields(code: EmailCode, knownEmail: string | undefined, i18n: SharedLocalize, ways: CodeOptions): TemplateResult {
  const t = i18n.in(texts);
  if (code.checking) return html`<p role="status">${t('checking')}</p>`;
  const { form, checked, typed } = code;
  const required = (value: string) => (checked && !value.trim() ? i18n.in(tools)('required') : undefined);
  const submit = async (event: Event) => {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    if (form.busy || (await code.check())) return;
    await new Promise(requestAnimationFrame);
    focusFirstInvalid(element);
  };
  const unknown = form.error?.is('code-unknown') && typed ? t('codeUnknown') : undefined;
  return html`<form class="stack" novalidate @submit=${submit}>
    ${unknown ? html`<div class="ways">${ways.again}</div>` : codeStatus(code, i18n, ways)}
    ${knownEmail === undefined ? emailField(code, required(code.email), i18n) : nothing}
    ${textField({
      name: 'code',
      label: t('code'),
      hint: t('codeHint'),
      value: typed,
      edit: (value) => code.type('code', value),
      error: form.fieldError('/code') ?? unknown ?? required(typed),
      autocomplete: 'one-time-code',
      spellcheck: false,
      required: true,
    })}
    ${submitButton(form, i18n, t('useCode'))}
  </form>`;
}

function codeStatus(code: EmailCode, i18n: SharedLocalize, { signIn, again }: CodeOptions): unknown {
  const t = i18n.in(texts);
  const { form, checked, retry, cooldown } = code;
  const { error } = form;
  const text = checked && !form.connected ? t('notConnected') : codeRefusal(error, i18n);
  if (!text) return cooldownView(cooldown) ?? formStatus(form, i18n, ['/code', '/email'], retry);
  const known = error?.is('already-has-account') || error?.is('code-used');
  return html`<div class="notice ${error?.status === 409 ? 'warning' : 'danger'}" part="error" role="alert">
    <p>${text}</p>
    <span class="ways">
      ${known && signIn ? html`<a class="link" href=${signIn}>${t('goSignIn')}</a>` : nothing} ${error?.status === 410 ? again : nothing}
    </span>
  </div>`;
}

/**
 * Sets a password by a mailed code: the long one of the mail's link, which is taken out of the page's address at once, or
 * the short one, typed together with the e-mail address. It says first whose password it is.
 *
 * @tag portal-set-password
 * @summary Set a password by a mailed code.
 * @example
 * <portal-set-password sign-in-href="/sign-in" request-href="/request-account" return-to="/overview"></portal-set-password>
 * @operation checkMailedCode
 * @operation setPassword
 * @slot again - The way to a new mail when the code can no longer be used; a link to `request-href` unless filled.
 * @event {PortalCodeAcceptedEvent} portal-code-accepted - The code can be used; the password is asked for.
 * @event {PortalPasswordSetEvent} portal-password-set - The password is set.
 * @event {PortalSignedInEvent} portal-signed-in - The person is signed in; cancel it to stay on the page.
 * @csspart error - The reason why the code cannot be used.
 */
export class PortalSetPassword extends PortalElement {
  static override requires = 'guest' as const;
  static override styles: CSSResultGroup = [PortalElement.styles, sharedStyles, toolStyles, formStyles, accountStyles];

  /** Name of the parameter of the page's address that holds the code of a mailed link. */
  @property({ attribute: 'code-param' }) codeParam?: string;

  /** The address that the page goes to once the person is signed in; it stays where it is without. */
  @property({ attribute: 'return-to' }) returnTo?: string;

  /** The address of the sign-in page. */
  @property({ attribute: 'sign-in-href' }) signInHref?: string;

  /** The address of the page to ask for a new mail. */
  @property({ attribute: 'request-href' }) requestHref?: string;

  /** The address that the mail went to, where the page knows it; it is asked for otherwise. */
  @property({ attribute: false }) email?: string;

  #i18n = new LocalizeController(this, texts);
  #code = new EmailCode(this, (use) => this.#accept(use));
  #panel: Lazy<SetPasswordPanel> = new Lazy(this, () => import('./email-code/set-password-panel.js').then((each) => this.#newPanel(each)));

  override connectedCallback(): void {
    super.connectedCallback();
    const code = this.codeParam && takeCode(this.codeParam);
    if (code) this.#code.take(code);
  }

  protected override view(): TemplateResult {
    const panel = this.#panel.value;
    if (panel?.done) return panel.renderDone();
    if (panel && this.#code.use) return panel.render(this.#again());
    return html`${this.#code.use ? lazyView(this.#panel, this.#i18n, () => nothing) : nothing}
    ${codeFields(this.#code, this.email, this.#i18n, { signIn: this.#signIn, again: this.#again() })}`;
  }

  protected override updated(): void {
    this.#code.checkTaken();
  }

  #newPanel({ SetPasswordPanel }: typeof setPasswordPanel): SetPasswordPanel {
    return new SetPasswordPanel(this, this.#code);
  }

  get #signIn(): string | undefined {
    return safeHref(this.signInHref);
  }

  #again(): TemplateResult {
    const href = safeHref(this.requestHref);
    return html`<slot name="again">${href ? html`<a class="link" href=${href}>${this.#i18n.t('askAgain')}</a>` : nothing}</slot>`;
  }

  /** Asks for the password once the code has been accepted. */
  #accept({ purpose }: CodeUse): void {
    this.#panel.use((panel) => {
      this.requestUpdate();
      /** @internal */
      this.dispatchEvent(new PortalCodeAcceptedEvent(purpose));
      panel.focusHeading();
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-set-password': PortalSetPassword;
  }

  interface GlobalEventHandlersEventMap {
    'portal-code-accepted': PortalCodeAcceptedEvent;
    'portal-password-set': PortalPasswordSetEvent;
    'portal-signed-in': PortalSignedInEvent;
  }
}
