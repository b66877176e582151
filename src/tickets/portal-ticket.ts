import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { DownloadController } from '../core/download-controller.js';
import { Lazy } from '../core/lazy.js';
import { LoadController } from '../core/loading/load-controller.js';
import { PollController } from '../core/loading/poll-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { property } from '../core/property.js';
import { detailView } from '../ui/detail-view.js';
import { lazyView } from '../ui/lazy-view.js';
import { failure } from '../ui/messages.js';
import { PortalRecordElement } from '../ui/record-element.js';
import { PortalTicketOpenEvent } from './events.js';
import type * as ratingPanel from './rating-panel.js';
import type { RatingPanel } from './rating-panel.js';
import type * as replyPanel from './reply-panel.js';
import type { ReplyPanel } from './reply-panel.js';
import type { TicketWays } from './record-view.js';
import { ticket as texts } from './texts/ticket.js';
import type { Ticket } from './ticket.js';

/** While nothing happens, the time between two requests doubles up to this many times `refresh`. */
const mostPatience = 16;

/**
 * One ticket with its conversation: answer it with files, put colleagues in copy, close it, open it again, say how well it was
 * dealt with. While it is open and in sight new answers appear by themselves, without moving what is being typed. The words of an
 * answer are kept in the tab's session storage, for this person and ticket, until they have been sent.
 *
 * @tag portal-ticket
 * @summary One ticket: read, answer, close, rate.
 * @example
 * <portal-ticket id-param="id" item-href="/ticket?id={id}" service-href="/service?id={id}" invoice-href="/invoice?id={id}"></portal-ticket>
 * <portal-ticket ticket-id="tkt_1"></portal-ticket>
 * @permission support.tickets
 * @operation getTicket
 * @operation replyToTicket
 * @operation uploadTicketReplyFile
 * @operation getTicketFile
 * @operation closeTicket
 * @operation reopenTicket
 * @operation addTicketCopy
 * @operation removeTicketCopy
 * @operation rateTicket
 * @operation getTicketOptions
 * @event {PortalTicketOpenEvent} portal-ticket-open - The ticket into which this one was merged is about to be shown in place; cancelable; bubbles.
 * @csspart actions - What can be done with it.
 * @csspart notice - What has been achieved.
 * @csspart as-of - Of when it is, while the place in which tickets are kept cannot be asked.
 * @csspart merged - Where it went.
 * @csspart facts - What is known of it.
 * @csspart reply - The form for an answer.
 * @csspart upload - The field for files.
 * @csspart copies - Colleagues in copy.
 * @csspart posts - The conversation.
 * @csspart post - A post.
 * @csspart rating - How well it was dealt with.
 */
export class PortalTicket extends PortalRecordElement {
  static override requires = 'support.tickets' as const;
  static override styles: CSSResultGroup = [PortalRecordElement.styles];

  /** The ticket; or name with `id-param` the parameter of the page's address that holds it. */
  @property({ attribute: 'ticket-id' }) ticketId?: string;

  /** Seconds between two looks for new answers, which grow while nothing happens; 0: only when it is opened. */
  @property({ type: Number }) refresh = 15;

  /** The address of another ticket, with `{id}` for its id. Without it the other is shown in place. */
  @property({ attribute: 'item-href' }) itemHref?: string;

  /** The address at which a service is shown, with `{id}` for its id. */
  @property({ attribute: 'service-href' }) serviceHref?: string;

  /** The address at which an order is shown, with `{id}` for its id. */
  @property({ attribute: 'order-href' }) orderHref?: string;

  /** The address at which an invoice is shown, with `{id}` for its id. */
  @property({ attribute: 'invoice-href' }) invoiceHref?: string;

  /** The address at which a contract is shown, with `{id}` for its id. */
  @property({ attribute: 'contract-href' }) contractHref?: string;

  #i18n = new LocalizeController(this, texts);
  #file = new DownloadController(this);
  /** The number of posts that are asked for. */
  #wanted = 50;
  #view = new Lazy(this, () => import('./record-view.js'));
  #reply: Lazy<ReplyPanel> = new Lazy(this, () => import('./reply-panel.js').then((each) => this.#newReply(each)));
  #actions = new Lazy(this, () => import('./actions-panel.js').then((each) => new each.ActionsPanel(this, () => this.content.value)));
  #rating: Lazy<RatingPanel> = new Lazy(this, () => import('./rating-panel.js').then((each) => this.#newRating(each)));
  protected override readonly content: LoadController<Ticket> = new LoadController<Ticket>(this, {
    path: '/tickets',
    args: () => (this.#id ? [this.#id] : undefined),
    view: () => [this.#wanted],
    fetch: (api, init) => {
      const params = { path: { ticketId: this.#id! }, query: { posts: this.#wanted }, header: this.#poll.header };
      return api.GET('/tickets/{ticketId}', { params, ...init });
    },
    alongside: this.#view,
  });
  #poll = new PollController(this, this.content, () => {
    const ticket = this.content.value;
    return ticket && ticket.group !== 'closed' ? this.refresh * Math.min(2 ** this.#quiet, mostPatience) : 0;
  });
  /** The number of answers without anything new. */
  #quiet = 0;
  #lastSeen?: { ticket: Ticket; last: string };
  #announcement = '';

  get #id(): string | undefined {
    return this.recordId(this.ticketId);
  }

  #newReply({ ReplyPanel }: typeof replyPanel): ReplyPanel {
    return new ReplyPanel(this, {
      ticket: () => this.content.value,
      reload: () => this.content.reload(),
      onDone: () => this.#answered(),
    });
  }

  #newRating({ RatingPanel }: typeof ratingPanel): RatingPanel {
    return new RatingPanel(
      this,
      () => this.content.value,
      () => this.requestUpdate(),
    );
  }

  protected override view(): unknown {
    return html`${detailView(this.content, this.#i18n, (ticket) => this.#ticket(ticket), 12)}
      <p class="visually-hidden" role="status">${this.#announce(this.content.value)}</p>`;
  }

  #ticket(ticket: Ticket): TemplateResult {
    const { ticketHead, ticketFacts, conversation, isOldestFirst } = this.#view.value!;
    const ways: TicketWays = {
      things: { service: this.serviceHref, order: this.orderHref, invoice: this.invoiceHref, contract: this.contractHref },
      itemHref: this.itemHref,
      open: (id) => this.#open(id),
    };
    this.#reply.useWhenIdle();
    this.#actions.useWhenIdle();
    if (ticket.group === 'closed') this.#rating.useWhenIdle();
    const { error } = this.#file;
    const reply = lazyView(this.#reply, this.#i18n, (panel) => panel.render(ticket));
    const talk = [
      error ? failure(error, this.#i18n) : nothing,
      conversation(ticket, this.#i18n, { save: this.#save, earlier: () => this.#showAll() }),
    ];
    return html`${ticketHead(ticket, this.#i18n, ways, this.#actions.value?.buttons(ticket))}
    ${lazyView(this.#actions, this.#i18n, (panel) => panel.notice(ticket))} ${ticketFacts(ticket, this.#i18n, ways)}
    ${lazyView(this.#rating, this.#i18n, (panel) => panel.render(ticket))} ${isOldestFirst(ticket) ? [talk, reply] : [reply, talk]}
    ${this.#actions.value?.copies(ticket) ?? nothing}`;
  }

  /** Says, for people who cannot see it, that there is something new; the next look comes sooner then. */
  #announce(ticket: Ticket | undefined): string {
    if (!ticket || ticket === this.#lastSeen?.ticket) return this.#announcement;
    const last = ticket.posts.at(-1);
    const known = this.#lastSeen?.ticket.id === ticket.id;
    const isNew = known && last !== undefined && last.id !== this.#lastSeen!.last;
    this.#quiet = known && !isNew ? this.#quiet + 1 : 0;
    this.#announcement = isNew && !last.yours ? this.#i18n.t('newAnswer', last.author?.name) : '';
    this.#lastSeen = { ticket, last: last?.id ?? '' };
    return this.#announcement;
  }

  #answered(): void {
    this.#announcement = this.#i18n.t('answered');
    this.requestUpdate();
  }

  #showAll(): void {
    this.#wanted = 2000;
    this.requestUpdate();
  }

  #open(id: string): void {
    this.#reply.value?.moveTo(id);
    /** @internal */
    if (this.dispatchEvent(new PortalTicketOpenEvent(id))) this.ticketId = id;
  }

  #save = (file: string): void => {
    const path = { ticketId: this.#id!, file };
    void this.#file.save(this.content.connection, (api) =>
      api.GET('/tickets/{ticketId}/files/{file}', { params: { path }, headers: { Accept: '*/*' }, parseAs: 'blob' }),
    );
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-ticket': PortalTicket;
  }

  interface GlobalEventHandlersEventMap {
    'portal-ticket-open': PortalTicketOpenEvent;
  }
}
