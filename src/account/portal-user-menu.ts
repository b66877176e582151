import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { sessionContext, type Session } from '../context/contexts.js';
import { Consumer } from '../core/consume.js';
import { Localize } from '../core/localize.js';
import { PortalElement, type Access } from '../core/portal-element.js';
import { property } from '../core/property.js';
import { account } from '../i18n/account.js';
import { formStatus } from '../ui/form-view.js';
import { safeHref } from '../ui/links.js';
import { sharedStyles } from '../ui/styles/shared.js';
import { toolStyles } from '../ui/styles/tools.js';
import { signOutForm } from './sign-out.js';
import { userMenuStyles } from './user-menu-styles.js';

/**
 * Who is signed in, and the way out.
 *
 * @tag portal-user-menu
 * @summary The signed-in person, and signing out.
 * @permission session
 * @operation signOut
 * @slot - Links of your own in the menu, such as one to the profile.
 * @event {PortalSignedOutEvent} portal-signed-out - The person has signed out; cancel it to stay on the page.
 * @csspart button - Opens the menu.
 * @csspart panel - The menu.
 * @csspart sign-in - The link shown when nobody is signed in.
 */
export class PortalUserMenu extends PortalElement {
  static override requires = 'session' as const;
  static override styles: CSSResultGroup = [PortalElement.styles, sharedStyles, toolStyles, userMenuStyles];

  /** Where to sign in: a link when nobody is, and where the page goes after signing out. Without it the element then hides. */
  @property({ attribute: 'sign-in-href' }) signInHref?: string;

  #i18n = new Localize(this, account);
  #session = new Consumer(this, sessionContext);
  #open = false;
  #atEnd = false;
  #signOut = signOutForm(this, () => safeHref(this.signInHref));

  /** Follows the session rather than the permissions. */
  override get access(): Access {
    const session = this.#session.value;
    if (session === undefined) return 'pending';
    return session || safeHref(this.signInHref) ? 'allowed' : 'denied';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.#leave);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.#leave);
    this.#open = false;
  }

  protected override view(): unknown {
    const session = this.#session.value;
    if (session) return this.#menu(session);
    this.#open = false;
    return html`<a class="button" part="sign-in" href=${safeHref(this.signInHref)!}>${this.#i18n.t('signIn')}</a>`;
  }

  #menu({ person, client }: Session): TemplateResult {
    const { t } = this.#i18n;
    return html`<button
        type="button"
        part="button"
        aria-expanded=${this.#open}
        aria-controls="panel"
        @click=${() => this.#toggle(!this.#open)}
        @keydown=${this.#onKey}
        @focusout=${this.#leave}
      >
        <span><bdi>${person.name}</bdi></span>
      </button>
      ${this.#open ? this.#panel(person, client, t('signOut')) : nothing}`;
  }

  #panel(person: Session['person'], client: Session['client'], signOut: string): TemplateResult {
    return html`<div id="panel" part="panel" class=${this.#atEnd ? 'end' : ''} @keydown=${this.#onKey} @focusout=${this.#leave}>
      <p>
        <strong><bdi>${client.name}</bdi></strong>
        ${client.number ? html`<span class="muted"><bdi>${client.number}</bdi></span>` : nothing}
        <span class="muted"><bdi>${person.email}</bdi></span>
      </p>
      <slot></slot>
      ${formStatus(this.#signOut, this.#i18n)}
      <button type="button" aria-disabled=${this.#signOut.busy} @click=${() => void this.#signOut.send()}>${signOut}</button>
    </div>`;
  }

  #toggle(open: boolean): void {
    const { left, right } = this.getBoundingClientRect();
    this.#open = open;
    this.#atEnd = left + right > innerWidth !== this.matches(':dir(rtl)');
    this.requestUpdate();
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#open) return;
    event.stopPropagation();
    this.#toggle(false);
    this.renderRoot.querySelector<HTMLElement>('[part="button"]')?.focus();
  };

  /** The focus or the pointer has gone elsewhere. */
  #leave = (event: Event): void => {
    const to = event instanceof FocusEvent ? event.relatedTarget : event.composedPath()[0];
    if (this.#open && to instanceof Node && !this.#holds(to)) this.#toggle(false);
  };

  #holds = (node: Node): boolean => this.contains(node) || this.renderRoot.contains(node);
}
