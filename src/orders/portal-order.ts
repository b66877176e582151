import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { DownloadController } from '../core/download-controller.js';
import { LoadController } from '../core/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { PollController } from '../core/poll-controller.js';
import { property } from '../core/property.js';
import { order as texts } from './texts/order.js';
import { orders } from './texts/orders.js';
import { detailView } from '../ui/detail-view.js';
import { failure } from '../ui/messages.js';
import { PortalRecordElement } from '../ui/record-element.js';
import { dressed } from '../ui/styles/adopt.js';
import { listStyles } from '../ui/styles/list.js';
import { OrderNews } from './order-news.js';
import { isClosed } from './order-parts.js';
import type * as Sections from './order-sections.js';
import type { OrderTasks } from './order-tasks.js';

type Order = components['schemas']['Order'];

/**
 * One order with the steps on its way. What a step asks is answered in place, an order that was begun is completed, and one
 * is cancelled while that is possible. While it is open and in sight it stays current, and says when it has moved on.
 *
 * @tag portal-order
 * @summary One order: follow, answer, complete, cancel.
 * @permission billing.orders
 * @operation getOrder
 * @operation answerOrder
 * @operation uploadOrderFile
 * @operation getOrderFile
 * @operation saveOrderDetails
 * @operation submitOrder
 * @operation cancelOrder
 * @event {PortalOrderPlacedEvent} portal-order-placed - The order has been placed; bubbles.
 * @event {PortalOrderCancelledEvent} portal-order-cancelled - The order has been cancelled; bubbles.
 * @csspart detail - All of it.
 * @csspart notice - What the order waits for, or what has been done.
 * @csspart steps - The list of steps.
 * @csspart step - A step.
 * @csspart request - What a step asks, with its answer.
 * @csspart details - The details that are missing.
 * @csspart items - The table of items.
 * @csspart totals - The sums.
 * @csspart facts - Dates and references.
 * @csspart badge - A word of state.
 * @csspart dialog - The question whether to cancel.
 */
export class PortalOrder extends PortalRecordElement {
  static override requires = 'billing.orders' as const;
  static override styles: CSSResultGroup = [PortalRecordElement.styles, listStyles];

  /** The order; or name with `id-param` the parameter of the page's address that holds it. */
  @property({ attribute: 'order-id' }) orderId?: string;

  /** Seconds between two looks at how an open order stands; 0: only when it is opened. */
  @property({ type: Number }) refresh = 30;

  /** Where the quote it came from is shown, with `{id}` for its id. */
  @property({ attribute: 'quote-href' }) quoteHref?: string;

  /** Where its invoice is shown, with `{id}` for its id. */
  @property({ attribute: 'invoice-href' }) invoiceHref?: string;

  #tasks?: OrderTasks;
  #tasksOf?: string | undefined;
  #loading?: Promise<void> | undefined;
  #i18n = new LocalizeController(this, texts);
  #words = new LocalizeController(this, orders);
  #file = new DownloadController(this);
  #news = new OrderNews(this.#i18n, this.#words);
  protected override readonly content: LoadController<Order, typeof Sections> = new LoadController<Order, typeof Sections>(this, {
    path: '/orders',
    args: () => (this.#id ? [this.#id] : undefined),
    fetch: (api, init) => api.GET('/orders/{orderId}', { params: { path: { orderId: this.#id! }, header: this.#poll.header }, ...init }),
    views: () => dressed(this, import('./order-sections.js')),
  });
  #poll = new PollController(this, this.content, () => (this.content.value && !isClosed(this.content.value) ? this.refresh : 0));

  get #id(): string | undefined {
    return this.recordId(this.orderId);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    if (this.#id !== this.#tasksOf) this.#tasks?.clear();
    this.#tasksOf = this.#id;
  }

  protected override view(): unknown {
    return html`${detailView(this.content, this.#i18n, (order) => this.#order(order), 12)}
      <p class="visually-hidden" role="status">${this.#news.of(this.content.value)}</p>`;
  }

  #order(order: Order): TemplateResult {
    const { itemsTable, orderFacts, orderHead, recordLink, stepList, totalsTable, waitingNotice } = this.content.views;
    const { error } = this.#file;
    const tasks = this.#tasks;
    if (this.#mayAct(order)) void this.#load();
    return html`${orderHead(order, this.#words, this.#can('cancel', 'delete', order) ? tasks?.cancellation.button(order) : nothing)}
    ${tasks?.done ? html`<p class="notice success" part="notice" tabindex="-1">${tasks.done}</p>` : nothing}
    ${waitingNotice(order, this.#i18n, (action) => this.can(action))} ${error ? failure(error, this.#i18n) : nothing}
    ${this.#can('submit', 'create', order) ? tasks?.completion.view(order) : nothing}
    ${stepList(order, this.#i18n, (request) => this.#request(request))} ${itemsTable(order, this.#i18n)}
    ${totalsTable(order.totals, this.#i18n)}
    ${orderFacts(order, this.#i18n, {
      quote: recordLink(order.quote, this.quoteHref, this.can('view', 'billing.quotes')),
      invoice: recordLink(order.invoice, this.invoiceHref, this.can('view', 'billing.invoices')),
    })}
    ${tasks?.cancellation.view()}`;
  }

  #request(request: Order['requests'][number]): TemplateResult {
    const acts = this.can('update') && this.content.value?.allowedActions.includes('answer');
    return html`<div class="request ${request.answer ? '' : 'open'}" part="request">
      ${this.content.views.answeredRequest(request, this.#i18n, this.#save)} ${acts ? this.#tasks?.answers.view(request) : nothing}
    </div>`;
  }

  #save = (file: string): void => {
    const path = { orderId: this.#id!, file };
    void this.#file.save(this.content.connection, (api) =>
      api.GET('/orders/{orderId}/files/{file}', { params: { path }, headers: { Accept: '*/*' }, parseAs: 'blob' }),
    );
  };

  #can(task: string, action: 'create' | 'update' | 'delete', { allowedActions }: Order): boolean {
    return allowedActions.includes(task) && this.can(action);
  }

  #mayAct(order: Order): boolean {
    return this.#can('submit', 'create', order) || this.#can('answer', 'update', order) || this.#can('cancel', 'delete', order);
  }

  #load(): Promise<void> {
    this.#loading ??= import('./order-tasks.js').then(({ OrderTasks }) => {
      this.#tasks = new OrderTasks(this, this.content);
      this.requestUpdate();
    });
    // Asked for again at the next update; the order can be read without.
    this.#loading.catch(() => (this.#loading = undefined));
    return this.#loading;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-order': PortalOrder;
  }
}
