import { css, type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { Lazy } from '../core/lazy.js';
import { LocalizeController } from '../core/localize-controller.js';
import { PortalElement } from '../core/portal-element.js';
import { property } from '../core/property.js';
import { focusFirstInvalid } from '../ui/form-view.js';
import { lazyView } from '../ui/lazy-view.js';
import { safeHref } from '../ui/links.js';
import { formStyles } from '../ui/styles/form.js';
import { sharedStyles } from '../ui/styles/shared.js';
import { toolStyles } from '../ui/styles/tools.js';
import { accountStyles } from './account.styles.js';
import { codeRequestButton, codeRequestFields, codeRequestStatus, sendAgainButton } from './email-code/code-request-view.js';
import { CodeRequest } from './email-code/code-request.js';
import type { PortalCodeAcceptedEvent, PortalPasswordSetEvent, PortalSignedInEvent } from './events.js';
import { accountRequest } from './texts/account-request.js';
import { mailedCode } from './texts/mailed-code.js';

/** The steps of a way, and where the person is. */
function stepList(label: string, names: readonly string[], current: number): TemplateResult {
  return html`<ol class="steps" part="steps" aria-label=${label}>
    ${names.map(
      (name, index) =>
        html`<li class=${index < current ? 'past' : ''} aria-current=${index === current ? 'step' : 'false'}><span>${name}</span></li>`,
    )}
  </ol>`;
}

const stepStyles = css`
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: 0.875em;
    color: var(--_muted);
  }
  .steps li {
    flex: 1;
    min-inline-size: min-content;
    padding-block-start: 0.35em;
    border-block-start: 0.25em solid var(--_line);
    overflow-wrap: break-word;
  }
  .steps :is(.past, [aria-current='step']) {
    border-color: var(--_accent);
  }
  .steps [aria-current='step'] {
    color: var(--_on-surface);
    font-weight: 600;
  }
`;

const steps = ['who', 'mail', 'password', 'done'] as const;
type Step = (typeof steps)[number];

/**
 * The way to an account: contract number and e-mail address, the code that is mailed when the two match, a password. The
 * answer says nothing about who has a contract or an account.
 *
 * @tag portal-account-request
 * @summary Request an account with contract number and e-mail address.
 * @example
 * <portal-account-request sign-in-href="/sign-in" return-to="/overview"></portal-account-request>
 * @operation requestAccount
 * @operation checkMailedCode
 * @operation setPassword
 * @slot captcha - The page's own check against robots, inside the form; while its `reportValidity()` is false nothing is sent.
 * @event {PortalCodeAcceptedEvent} portal-code-accepted - The mailed code can be used; the password is asked for.
 * @event {PortalPasswordSetEvent} portal-password-set - The account is ready.
 * @event {PortalSignedInEvent} portal-signed-in - The person is signed in; cancel it to stay on the page.
 * @csspart steps - The steps, and where the person is.
 */
export class PortalAccountRequest extends PortalElement {
  static override requires = 'guest' as const;
  static override styles: CSSResultGroup = [PortalElement.styles, sharedStyles, toolStyles, formStyles, accountStyles, stepStyles];

  /** The address of the sign-in page. */
  @property({ attribute: 'sign-in-href' }) signInHref?: string;

  /** The address that the page goes to once the account is ready and the person signed in; it stays where it is without. */
  @property({ attribute: 'return-to' }) returnTo?: string;

  #i18n = new LocalizeController(this, accountRequest);
  #step: Step = 'who';
  #setPassword = new Lazy(this, () => import('../define/portal-set-password.js'));
  #request = new CodeRequest(this, {
    names: ['contractNumber', 'email'],
    field: (name) =>
      name === 'email'
        ? { label: this.#i18n.t('email'), hint: this.#i18n.t('emailHint'), type: 'email', autocomplete: 'email' }
        : { label: this.#i18n.t('contractNumber'), hint: this.#i18n.t('contractHint'), autocomplete: 'off' },
    send: (api, values) =>
      api.POST('/account-requests', {
        body: { ...values, language: this.#i18n.language },
        params: { header: { 'Portal-Request': '1' } },
      }),
  });

  protected override view(): TemplateResult {
    const { t } = this.#i18n;
    const position = steps.indexOf(this.#step);
    return html`<section class="stack" aria-labelledby="heading">
      ${stepList(
        t('steps'),
        steps.map((step) => t(step)),
        position,
      )}
      <h2 id="heading" tabindex="-1">
        <span class="visually-hidden">${t('stepOf', this.#i18n.number(position + 1), this.#i18n.number(steps.length))}</span>
        ${t(this.#step)}
      </h2>
      ${this.#step === 'who' ? this.#who() : this.#mail()}
    </section>`;
  }

  #who(): TemplateResult {
    const { t } = this.#i18n;
    const href = safeHref(this.signInHref);
    return html`<form class="stack" novalidate @submit=${this.#submit}>
      <p>${t('intro')}</p>
      ${codeRequestStatus(this.#request, this.#i18n)} ${codeRequestFields(this.#request, this.#i18n)}
      <slot name="captcha"></slot>
      ${codeRequestButton(this.#request, this.#i18n, t('next'))}
      ${href ? html`<p class="muted">${t('haveAccount')} <a class="link" href=${href}>${t('signIn')}</a></p>` : nothing}
    </form>`;
  }

  /** The answer, which is the same for everyone, and the place for the code; the password is asked for in the same place. */
  #mail(): TemplateResult {
    const waiting = this.#step === 'mail';
    const back = () => this.#go('who');
    return html`${waiting ? this.#answer() : nothing} ${lazyView(this.#setPassword, this.#i18n, () => this.#password())}
    ${
      waiting
        ? html`<div class="ways">
            ${sendAgainButton(this.#request, this.#i18n)}
            <button type="button" class="link" @click=${back}>${this.#i18n.t('back')}</button>
          </div>`
        : nothing
    }`;
  }

  #answer(): TemplateResult {
    const { t } = this.#i18n;
    const inMail = this.#i18n.in(mailedCode);
    const { values, repeated } = this.#request;
    return html`<div class="notice" role="status">
        <p>${repeated ? inMail('sentAgain') : t('sent', values.email.trim())}</p>
      </div>
      ${codeRequestStatus(this.#request, this.#i18n)}
      <p class="muted">${inMail('noneCame')} ${t('notOnFile')}</p>`;
  }

  #password(): TemplateResult {
    const again = this.#i18n.in(mailedCode)('askAgain');
    return html`<portal-set-password
      .email=${this.#request.values.email.trim()}
      .signInHref=${this.signInHref}
      .returnTo=${this.returnTo}
      @portal-code-accepted=${() => this.#go('password')}
      @portal-password-set=${() => this.#go('done')}
      ><button slot="again" type="button" class="link" @click=${() => this.#go('who')}>${again}</button></portal-set-password
    >`;
  }

  /** Another step; what was typed stays. */
  #go(step: Step): void {
    this.#step = step;
    this.requestUpdate();
    if (step === 'who' || step === 'mail')
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#heading')?.focus());
  }

  #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!this.#isHuman()) return;
    const sent = await this.#request.send();
    if (sent) {
      this.#setPassword.use();
      return this.#go('mail');
    }
    await this.updateComplete;
    focusFirstInvalid(this.renderRoot);
  };

  #isHuman(): boolean {
    const checks = this.renderRoot.querySelector<HTMLSlotElement>('slot[name="captcha"]')?.assignedElements() ?? [];
    return checks.every((check) => (check as HTMLInputElement).reportValidity?.() ?? true);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-account-request': PortalAccountRequest;
  }

  interface GlobalEventHandlersEventMap {
    'portal-code-accepted': PortalCodeAcceptedEvent;
    'portal-password-set': PortalPasswordSetEvent;
    'portal-signed-in': PortalSignedInEvent;
  }
}
