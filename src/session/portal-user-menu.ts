import { css, type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { type Session, sessionContext } from '../context/contexts.js';
import { Consumer } from '../core/consume.js';
import { Lazy } from '../core/lazy.js';
import { LocalizeController } from '../core/localize-controller.js';
import { type Access, PortalElement } from '../core/portal-element.js';
import { property } from '../core/property.js';
import { lazyView } from '../ui/lazy-view.js';
import { safeHref } from '../ui/links.js';
import { sharedStyles } from '../ui/styles/shared.js';
import { toolStyles } from '../ui/styles/tools.js';
import type { PortalPasswordSetEvent, PortalSignedOutEvent } from './events.js';
import { userMenu } from './texts/user-menu.js';
import type { MenuPanel } from './user-menu/menu-panel.js';

/** A button, and the panel that it opens at the side where there is room. */
const userMenuStyles = css`
  :host(:not([hidden], [phase='pending'], [phase='denied'])) {
    position: relative;
    display: inline-block;
    max-inline-size: 100%;
  }
  [part='button'] {
    max-inline-size: 100%;
    text-align: start;
  }
  [part='button']::after {
    content: '';
    flex: none;
    inline-size: 0.4em;
    block-size: 0.4em;
    margin-block-start: -0.2em;
    border: solid currentColor;
    border-width: 0 0.12em 0.12em 0;
    rotate: 45deg;
  }
  [part='button'] > span {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  [part='button'] ~ .notice {
    max-inline-size: 22em;
    margin-block-start: 0.35em;
    text-align: start;
    font-weight: 400;
  }
  [part='panel'] {
    position: absolute;
    z-index: 10;
    inset-block-start: calc(100% + 0.35em);
    inset-inline-start: 0;
    display: grid;
    gap: var(--_space);
    inline-size: max-content;
    min-inline-size: 14em;
    max-inline-size: min(22em, 100vi - 2em);
    padding: 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
    box-shadow: var(--portal-shadow, 0 0.5em 1.5em rgb(0 0 0 / 0.2));
    font-weight: 400;
    overflow-wrap: anywhere;
  }
  [part='panel'].end {
    inset-inline: auto 0;
    text-align: start;
  }
  [part='panel'] p {
    display: grid;
    margin: 0;
  }
  .items {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  ul.items {
    max-block-size: 12em;
    overflow: auto;
  }
  .items :is(button, .button) {
    justify-content: start;
    inline-size: calc(100% + 1.2em + 2px);
    margin-inline: calc(-0.6em - 1px);
    padding-inline: 0.6em;
    text-align: start;
    color: inherit;
  }
  .items [aria-current='true'] {
    opacity: 1;
    font-weight: 600;
  }
  .items [aria-current='true']::after {
    content: '✓';
    margin-inline-start: auto;
  }
  .items .label {
    padding-block-end: 0.25em;
  }
  dialog {
    font-weight: 400;
    text-align: start;
  }
`;

/**
 * The person who is signed in, and for which client: changing the password, security, the way to the profile, another client, and the
 * way out. It also loads the class of the provider's `portal-session-notice`.
 *
 * @tag portal-user-menu
 * @summary The signed-in person: change password, security, switch client, sign out.
 * @example
 * <portal-user-menu sign-in-href="/sign-in" profile-href="/profile"></portal-user-menu>
 * @permission session
 * @operation signOut
 * @operation switchClient
 * @slot - Links of your own in the menu.
 * @event {PortalSignedOutEvent} portal-signed-out - The person has signed out; cancel it to stay on the page.
 * @event {PortalPasswordSetEvent} portal-password-set - The person has changed the password.
 * @csspart button - Opens the menu.
 * @csspart panel - The menu.
 * @csspart sign-in - The link shown when nobody is signed in.
 * @csspart dialog - Changing the password, and security.
 */
export class PortalUserMenu extends PortalElement {
  static override requires = 'session' as const;
  static override styles: CSSResultGroup = [PortalElement.styles, sharedStyles, toolStyles, userMenuStyles];

  /** The address of the sign-in page: a link when nobody is signed in, and the page's next address after signing out. Without it the element then hides. */
  @property({ attribute: 'sign-in-href' }) signInHref?: string;

  /** The address of the profile: a link for those who may see it or manage people. */
  @property({ attribute: 'profile-href' }) profileHref?: string;

  #i18n = new LocalizeController(this, userMenu);
  #session = new Consumer(this, sessionContext);
  #open = false;
  #atEnd = false;
  /** Brings the notices of the page's providers to life. */
  #sessionNotice = new Lazy(this, () => import('../define/portal-session-notice.js'));
  #panel: Lazy<MenuPanel> = new Lazy(this, () => import('./user-menu/menu-panel.js').then((each) => new each.MenuPanel(this, this.#close)));

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

  protected override updated(): void {
    if (this.#session.value) this.#sessionNotice.useNow();
  }

  #menu(session: Session): TemplateResult {
    return html`<button
        type="button"
        part="button"
        aria-expanded=${this.#open}
        aria-controls="panel"
        @click=${() => this.#toggle(!this.#open)}
        @pointerenter=${() => this.#panel.useNow()}
        @focus=${() => this.#panel.useNow()}
        @keydown=${this.#onKey}
        @focusout=${this.#leave}
      >
        <span><bdi>${session.person.name}</bdi></span>
      </button>
      ${lazyView(this.#sessionNotice, this.#i18n, () => nothing, this.#i18n.t('noWarning'))} ${this.#open ? this.#items(session) : nothing}
      ${this.#panel.value?.render() ?? nothing}`;
  }

  /** Who it is, at once; what may be done comes with the panel. */
  #items({ person, client, clients }: Session): TemplateResult {
    return html`<div id="panel" part="panel" class=${this.#atEnd ? 'end' : ''} @keydown=${this.#onKey} @focusout=${this.#leave}>
      <p>
        <strong><bdi>${client.name}</bdi></strong>
        ${client.number ? html`<span class="muted"><bdi>${client.number}</bdi></span>` : nothing}
        <span class="muted"><bdi>${person.email}</bdi></span>
      </p>
      ${this.#panel.value?.renderAccount() ?? nothing}
      <slot></slot>
      ${lazyView(this.#panel, this.#i18n, (panel) => panel.renderWaysOut(clients, client.id))}
    </div>`;
  }

  #toggle(open: boolean): void {
    const { left, right } = this.getBoundingClientRect();
    this.#open = open;
    this.#atEnd = left + right > innerWidth !== this.matches(':dir(rtl)');
    if (open) this.#panel.use();
    this.requestUpdate();
  }

  /** Closes the menu; the focus goes back to its button. */
  #close = (): void => {
    this.#toggle(false);
    this.renderRoot.querySelector<HTMLElement>('[part="button"]')?.focus();
  };

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#open) return;
    event.stopPropagation();
    this.#close();
  };

  /** The focus or the pointer has gone elsewhere. */
  #leave = (event: Event): void => {
    const to = event instanceof FocusEvent ? event.relatedTarget : event.composedPath()[0];
    if (this.#open && to instanceof Node && !this.contains(to) && !this.renderRoot.contains(to)) this.#toggle(false);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-user-menu': PortalUserMenu;
  }

  interface GlobalEventHandlersEventMap {
    'portal-signed-out': PortalSignedOutEvent;
    'portal-password-set': PortalPasswordSetEvent;
  }
}
