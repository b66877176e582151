import { LitElement, html, type CSSResultGroup, type PropertyValues } from 'lit';
import { isResource } from '../context/permissions.js';
import { LocalizeController } from '../core/localize-controller.js';
import { PortalElement, type Access } from '../core/portal-element.js';
import { property } from '../core/property.js';
import { warnOnce } from '../core/warn.js';
import { permissions } from '../i18n/texts/permissions.js';
import { sharedStyles } from '../ui/styles/shared.js';
import { foldedList, groupLinks, groupList, menuStyles, linkList, type Group } from './groups-view.js';

/**
 * A menu of the page's own links, of which a person sees the permitted ones: `<a href="/invoices"
 * data-permission="billing.invoices">`. A link without text gets the translated name of what it leads to; a link without
 * `data-permission` is for everyone signed in.
 *
 * @tag portal-menu
 * @summary The links a person may follow, of those the page gives.
 * @example
 * <portal-menu label="Client zone">
 *   <a href="/invoices" data-permission="billing.invoices">Invoices</a>
 *   <a href="/dns" data-permission="devices.dns-zones"></a>
 * </portal-menu>
 * @permission session
 * @slot - The links, as children of the element.
 * @csspart menu - All of it.
 * @csspart group - The name of a node, where there are several links under one.
 */
export class PortalMenu extends PortalElement {
  static override requires = 'session' as const;
  // Links are placed one by one, so that one which is not permitted is nowhere on the page.
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, slotAssignment: 'manual' };
  static override styles: CSSResultGroup = [PortalElement.styles, sharedStyles, menuStyles];

  /** The name of the menu for people who cannot see it. */
  @property() label?: string;

  /** Shows several links under one node only when its name is pressed: for a bar across the page. */
  @property({ type: Boolean }) folded = false;

  #i18n = new LocalizeController(this, permissions);
  #groups: Group[] = [];
  #open?: string | undefined;
  #named = new WeakSet<HTMLAnchorElement>();
  #observer = new MutationObserver(() => this.requestUpdate());

  /** Denied as well when none of the links is permitted. */
  override get access(): Access {
    const access = super.access;
    return access === 'allowed' && this.#groups.length === 0 ? 'denied' : access;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this, { childList: true, subtree: true, attributeFilter: ['href', 'data-permission'] });
    addEventListener('popstate', this.#follow);
    addEventListener('pointerdown', this.#pressed);
    this.addEventListener('click', this.#chosen);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
    removeEventListener('popstate', this.#follow);
    removeEventListener('pointerdown', this.#pressed);
    this.removeEventListener('click', this.#chosen);
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#groups = groupLinks(this, (permission) => this.#permits(permission));
    for (const link of this.#links) {
      const here = link.origin === location.origin && link.pathname === location.pathname;
      if (here) link.ariaCurrent = 'page';
      else if (link.ariaCurrent === 'page') link.ariaCurrent = null;
    }
    super.willUpdate(changed);
  }

  protected override updated(): void {
    const links = this.#links;
    this.renderRoot.querySelectorAll('slot').forEach((slot, index) => slot.assign(links[index]!));
    for (const link of links) this.#name(link);
  }

  protected override view(): unknown {
    const { t } = this.#i18n;
    return html`<nav part="menu" aria-label=${this.label || t('menu')}>${this.#list()}</nav>`;
  }

  #list(): unknown {
    const name = (node: string) => this.#i18n.label(`resource-${node}`, node);
    if (this.folded)
      return foldedList(this.#groups, { open: this.#open, toggle: this.#toggle, name, more: (of) => this.#i18n.t('more', of) });
    const headed = this.#groups.length > 1 && this.#groups.some(({ links }) => links.length > 1);
    return headed ? groupList(this.#groups, name) : linkList(this.#links);
  }

  get #links(): HTMLAnchorElement[] {
    return this.#groups.flatMap(({ links }) => links);
  }

  #permits(permission: string): boolean {
    if (permission === '') return true;
    if (isResource(permission)) return this.can('view', permission);
    warnOnce(`<portal-menu>: data-permission="${permission}" is not a permission; the link is hidden.`);
    return false;
  }

  /** A link that the page has left empty is named after what it leads to, in the language of the moment. */
  #name(link: HTMLAnchorElement): void {
    const { permission } = link.dataset;
    if (!permission || (!this.#named.has(link) && (link.childElementCount > 0 || link.textContent.trim() !== ''))) return;
    const name = this.#i18n.label(`resource-${permission}`, permission);
    this.#named.add(link);
    if (link.textContent !== name) link.textContent = name;
  }

  #toggle = (node: string | undefined): void => {
    this.#open = node;
    this.requestUpdate();
  };

  #pressed = (event: Event): void => {
    if (this.#open !== undefined && !event.composedPath().includes(this)) this.#toggle(undefined);
  };

  /** A link has been followed, perhaps without leaving the page. */
  #chosen = ({ target }: Event): void => {
    if (target instanceof HTMLAnchorElement) this.#toggle(undefined);
  };

  #follow = (): void => this.requestUpdate();
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-menu': PortalMenu;
  }
}
