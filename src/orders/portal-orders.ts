import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { DialogController } from '../core/dialog-controller.js';
import { lazy } from '../core/lazy.js';
import { ListController } from '../core/loading/list-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { netPrices } from '../ui/document/period-price.js';
import type { PortalOrderCancelledEvent, PortalOrderPlacedEvent } from './events.js';
import { itemLink } from '../ui/links.js';
import { PortalRecordListElement } from '../ui/lists/list-element.js';
import { listView, type Column, type ListToolbar } from '../ui/lists/list-view.js';
import { orderStatus, type OrderPage, type OrderSummary } from './order.js';
import { orders } from './texts/orders.js';

/**
 * The client's orders, with where each of them stands and what it waits for.
 *
 * @tag portal-orders
 * @summary Orders: find, follow, open.
 * @example
 * <portal-orders item-href="/order?id={id}"></portal-orders>
 * @permission billing.orders
 * @operation listOrders
 * @slot empty - Replaces the text shown when there are no orders at all.
 * @event {PortalOrderPlacedEvent} portal-order-placed - An order has been placed in the dialog; bubbles.
 * @event {PortalOrderCancelledEvent} portal-order-cancelled - An order has been cancelled in the dialog; bubbles.
 * @csspart dialog - One order.
 */
export class PortalOrders extends PortalRecordListElement {
  static override requires = 'billing.orders' as const;
  static override styles: CSSResultGroup = [
    PortalRecordListElement.styles,
    css`
      th small,
      td small {
        display: block;
        font-weight: 400;
      }
      .prices > span {
        display: block;
        white-space: normal;
      }
      td .badge {
        white-space: normal;
      }
    `,
  ];

  #i18n = new LocalizeController(this, orders);
  #detail = new DialogController<string>(
    this,
    lazy(() => import('../define/portal-order.js')),
  );
  protected override readonly content: ListController<OrderSummary, OrderPage> = new ListController(this, {
    path: '/orders',
    filters: ['q', 'status', 'placedFrom', 'placedTo'],
    initial: () => ({ sort: '-lastActivityAt' }),
    fetch: (api, query, init) => api.GET('/orders', { params: { query }, ...init }),
  });

  protected override view(): unknown {
    const { t, number } = this.#i18n;
    const summary = this.content.page?.summary;
    return listView(this, this.content, this.#i18n, {
      label: t('orders'),
      columns: this.#columns(),
      row: (order) => this.#row(order),
      empty: t('noOrders'),
      filters: (toolbar) => this.#filters(toolbar),
      sums: [
        [t('open'), summary?.open ? number(summary.open) : undefined],
        [t('waiting'), summary?.waiting ? number(summary.waiting) : undefined],
      ],
      dialogs: ({ elementDialog }) =>
        elementDialog(this.#detail, this.#i18n, t('order'), (id) => html`<portal-order order-id=${id}></portal-order>`),
    });
  }

  #columns(): Column[] {
    const { t } = this.#i18n;
    return [
      { key: 'number', label: t('order'), width: 12, sort: 'number' },
      { key: 'placedAt', label: t('placed'), width: 7.5, sort: 'placedAt' },
      { key: 'price', label: t('price'), width: 7.75, end: true },
      { key: 'step', label: t('step'), width: 8.5 },
      { key: 'lastActivityAt', label: t('activity'), width: 7.5, sort: 'lastActivityAt' },
      { key: 'status', label: t('status'), width: 8.5 },
    ];
  }

  #row(order: OrderSummary): TemplateResult {
    const { t, instant, number } = this.#i18n;
    const { id, currentStep: step } = order;
    return html`<tr role="row" part="row">
      <th role="rowheader" scope="row" class="subject">
        ${itemLink(this.itemHref, id, order.number || t('unlabelled'), () => this.#detail.open(id))}
        <small class="muted"><bdi .textContent=${order.subject}></bdi></small>
      </th>
      <td role="cell" data-label=${t('placed')} .textContent=${instant(order.placedAt)}></td>
      <td role="cell" class="end" data-label=${t('price')}>${netPrices(order.totals, this.#i18n)}</td>
      <td role="cell" data-label=${t('step')}>
        ${
          step
            ? html`<span
                ><bdi .textContent=${step.name}></bdi>
                <small class="muted" .textContent=${t('position', number(step.position), number(step.count))}></small
              ></span>`
            : nothing
        }
      </td>
      <td role="cell" data-label=${t('activity')} .textContent=${instant(order.lastActivityAt)}></td>
      <td role="cell" data-label=${t('status')}>${orderStatus(order, this.#i18n)}</td>
    </tr>`;
  }

  #filters({ search, choice, input }: ListToolbar): unknown {
    const { t } = this.#i18n;
    const statuses = ['incomplete', 'submitted', 'in-progress', 'waiting-for-client', 'complete', 'cancelled', 'rejected'] as const;
    return [
      search(this.content, t('searchOrders')),
      choice(this.content, 'status', t('show'), [
        ['', t('all')],
        ['open', t('open')],
        ...statuses.map((status) => [status, t(`status-${status}`)] as const),
      ]),
      input(this.content, 'placedFrom', t('placedFrom'), 'date'),
      input(this.content, 'placedTo', t('placedTo'), 'date'),
    ];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-orders': PortalOrders;
  }

  interface GlobalEventHandlersEventMap {
    'portal-order-placed': PortalOrderPlacedEvent;
    'portal-order-cancelled': PortalOrderCancelledEvent;
  }
}
