import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { DownloadController } from '../core/download-controller.js';
import { Lazy } from '../core/lazy.js';
import { LoadController } from '../core/loading/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { PollController } from '../core/loading/poll-controller.js';
import { property } from '../core/property.js';
import type { PortalOrderCancelledEvent, PortalOrderPlacedEvent } from './events.js';
import { detailView } from '../ui/detail-view.js';
import { lazyView } from '../ui/lazy-view.js';
import { failure } from '../ui/messages.js';
import { PortalRecordElement } from '../ui/record-element.js';
import { listStyles } from '../ui/styles/list.js';
import { isClosed, statusText, type Order } from './order.js';
import { order as texts } from './texts/order.js';

/**
 * One order with the steps on its way. What a step asks is answered in place, an order that was begun is completed, and one
 * is cancelled while that is possible. While it is open and in sight it stays current, and says when it has moved on.
 *
 * @tag portal-order
 * @summary One order: follow, answer, complete, cancel.
 * @example
 * <portal-order id-param="id" quote-href="/quote?id={id}" invoice-href="/invoice?id={id}"></portal-order>
 * <portal-order order-id="ord_1"></portal-order>
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
 * @csspart notice - What the order waits for, or what has been done.
 * @csspart steps - The list of steps.
 * @csspart step - A step.
 * @csspart request - What a step asks, with its answer.
 * @csspart details - The details that are missing.
 * @csspart items - The table of items.
 * @csspart totals - The sums.
 * @csspart facts - Dates and references.
 * @csspart dialog - The question whether to cancel.
 * @csspart upload - The field for files.
 */
export class PortalOrder extends PortalRecordElement {
  static override requires = 'billing.orders' as const;
  static override styles: CSSResultGroup = [PortalRecordElement.styles, listStyles];

  /** The order; or name with `id-param` the parameter of the page's address that holds it. */
  @property({ attribute: 'order-id' }) orderId?: string;

  /** Seconds between two looks at how an open order stands; 0: only when it is opened. */
  @property({ type: Number }) refresh = 30;

  /** The address at which the quote it came from is shown, with `{id}` for its id. */
  @property({ attribute: 'quote-href' }) quoteHref?: string;

  /** The address at which its invoice is shown, with `{id}` for its id. */
  @property({ attribute: 'invoice-href' }) invoiceHref?: string;

  #i18n = new LocalizeController(this, texts);
  #file = new DownloadController(this);
  #view = new Lazy(this, () => import('./record-view.js'));
  #actions = new Lazy(this, () => import('./actions-panel.js').then((each) => new each.ActionsPanel(this, this.content)));
  protected override readonly content: LoadController<Order> = new LoadController<Order>(this, {
    path: '/orders',
    args: () => (this.#id ? [this.#id] : undefined),
    fetch: (api, init) => api.GET('/orders/{orderId}', { params: { path: { orderId: this.#id! }, header: this.#poll.header }, ...init }),
    alongside: this.#view,
  });
  #poll = new PollController(this, this.content, () => (this.content.value && !isClosed(this.content.value) ? this.refresh : 0));
  /** The order as it was announced last. */
  #announced?: { id: string; state: string };
  #announcement = '';

  get #id(): string | undefined {
    return this.recordId(this.orderId);
  }

  protected override view(): unknown {
    return html`${detailView(this.content, this.#i18n, (order) => this.#order(order), 12)}
      <p class="visually-hidden" role="status">${this.#announce(this.content.value)}</p>`;
  }

  #order(order: Order): TemplateResult {
    const { mayActOn, orderRecord } = this.#view.value!;
    const { error } = this.#file;
    if (mayActOn(this, order)) this.#actions.useWhenIdle();
    return orderRecord(order, this.#i18n, {
      host: this,
      actions: this.#actions.value,
      notices: [lazyView(this.#actions, this.#i18n, (panel) => panel.notice()), error ? failure(error, this.#i18n) : nothing],
      save: this.#save,
    });
  }

  /** Says, for people who cannot see it, that the order on show has moved on. */
  #announce(order: Order | undefined): string {
    if (!order) return '';
    const { id, currentStep } = order;
    const { t } = this.#i18n;
    const status = statusText(order, this.#i18n);
    const state = JSON.stringify([order.status, currentStep?.name]);
    const known = this.#announced?.id === id;
    if (!known) this.#announcement = '';
    else if (this.#announced!.state !== state)
      this.#announcement = currentStep ? t('stepNow', currentStep.name, status) : t('statusNow', status);
    this.#announced = { id, state };
    return this.#announcement;
  }

  #save = (file: string): void => {
    const path = { orderId: this.#id!, file };
    void this.#file.save(this.content.connection, (api) =>
      api.GET('/orders/{orderId}/files/{file}', { params: { path }, headers: { Accept: '*/*' }, parseAs: 'blob' }),
    );
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-order': PortalOrder;
  }

  interface GlobalEventHandlersEventMap {
    'portal-order-placed': PortalOrderPlacedEvent;
    'portal-order-cancelled': PortalOrderCancelledEvent;
  }
}
