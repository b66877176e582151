import { html, type CSSResultGroup } from 'lit';
import { Lazy } from '../core/lazy.js';
import { emptyWhenMissing, LoadController } from '../core/loading/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { PortalElement } from '../core/portal-element.js';
import { property } from '../core/property.js';
import { detailView } from '../ui/detail-view.js';
import { lazyView } from '../ui/lazy-view.js';
import { detailStyles } from '../ui/styles/detail.js';
import { dialogStyles } from '../ui/styles/dialog.js';
import { sharedStyles } from '../ui/styles/shared.js';
import { toolStyles } from '../ui/styles/tools.js';
import type { PortalTicketCreatedEvent } from './events.js';
import type * as newTicketPanel from './new-ticket-panel.js';
import type { NewTicketPanel } from './new-ticket-panel.js';
import { newTicket } from './texts/new-ticket.js';
import type { TicketOptions, TicketThing } from './ticket.js';

/**
 * A new ticket: department, subject and text, priority, what it is about, what the department asks for, files, and colleagues in
 * copy. On a page about a service, an order, an invoice or a contract, name that by `thing-kind` and `thing-id`. Subject and text
 * are kept in the tab's session storage, for this person, until they have been sent.
 *
 * @tag portal-new-ticket
 * @summary Open a ticket, also about what a page shows.
 * @example
 * <portal-new-ticket item-href="/ticket?id={id}"></portal-new-ticket>
 * <portal-new-ticket thing-kind="invoice" thing-id="inv_1"></portal-new-ticket>
 * @permission support.tickets
 * @operation getTicketOptions
 * @operation listTicketThings
 * @operation createTicket
 * @operation uploadTicketFile
 * @event {PortalTicketCreatedEvent} portal-ticket-created - The ticket has been opened; bubbles.
 * @csspart detail - All of it.
 * @csspart skeleton - The placeholder of the form while it is loading.
 * @csspart notice - The number of the ticket that has been opened, with the way to it.
 * @csspart upload - The field for files.
 * @csspart copies - Colleagues in copy.
 * @csspart dialog - The ticket that has been opened.
 */
export class PortalNewTicket extends PortalElement {
  static override requires = 'support.tickets' as const;
  static override styles: CSSResultGroup = [PortalElement.styles, sharedStyles, toolStyles, detailStyles, dialogStyles];

  /** The kind of what it is about: `service`, `order`, `invoice` or `contract`. Without it the person chooses. */
  @property({ attribute: 'thing-kind' }) thingKind?: string;

  /** The id of what it is about. */
  @property({ attribute: 'thing-id' }) thingId?: string;

  /** The address at which a ticket is shown, with `{id}` for its id. Without it the ticket opens in a dialog. */
  @property({ attribute: 'item-href' }) itemHref?: string;

  #i18n = new LocalizeController(this, newTicket);
  #panel: Lazy<NewTicketPanel> = new Lazy(this, () => import('./new-ticket-panel.js').then((each) => this.#newPanel(each)));
  #options: LoadController<TicketOptions> = new LoadController<TicketOptions>(this, {
    path: '/tickets/options',
    args: () => (this.can('create') ? [] : undefined),
    fetch: (api, init) => api.GET('/tickets/options', init),
    alongside: this.#panel,
  });
  protected override readonly content = emptyWhenMissing(this.#options);
  #things = new LoadController<{ items: TicketThing[] }>(this, {
    path: '/ticket-things',
    args: () => (this.can('create') ? [this.#given] : undefined),
    fetch: (api, init) => api.GET('/ticket-things', { params: { query: this.#given ?? {} }, ...init }),
  });

  get #given(): { kind: string; id: string } | undefined {
    return this.thingKind && this.thingId ? { kind: this.thingKind, id: this.thingId } : undefined;
  }

  #newPanel({ NewTicketPanel }: typeof newTicketPanel): NewTicketPanel {
    return new NewTicketPanel(this, {
      options: () => this.#options.value,
      things: () => this.#things.value?.items,
      given: () => this.#given,
    });
  }

  protected override view(): unknown {
    if (!this.can('create')) return html`<p class="notice">${this.#i18n.t('mayNot')}</p>`;
    return detailView(
      this.#options,
      this.#i18n,
      (options) => html`${lazyView(this.#panel, this.#i18n, (panel) => panel.render(options))}`,
      9,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-new-ticket': PortalNewTicket;
  }

  interface GlobalEventHandlersEventMap {
    'portal-ticket-created': PortalTicketCreatedEvent;
  }
}
