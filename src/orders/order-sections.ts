import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { LocalizeController } from '../core/localize-controller.js';
import type { order as texts } from './texts/order.js';
import { facts } from '../ui/detail-view.js';
import { itemAddress } from '../ui/links.js';
import { documentStyles } from '../ui/document/styles.js';
import { orderStatus, type OrdersLocalize } from './order-parts.js';
import { netOf } from '../ui/document/period-price.js';
import { orderStyles } from './order-styles.js';
import { formatQuantity } from '../ui/document/quantity.js';

export { answeredRequest, stepList, waitingNotice } from './order-steps.js';
export { totalsTable } from '../ui/document/period-price.js';
export const styles: readonly CSSResult[] = [documentStyles, orderStyles];

type Order = components['schemas']['Order'];
export type OrderLocalize = LocalizeController<typeof texts.english>;

/** What it is and how it stands. */
export function orderHead(order: Order, words: OrdersLocalize, actions: unknown): TemplateResult {
  const { t } = words;
  return html`<header class="head">
      <h2 tabindex="-1">
        <small class="muted">${t('order')} <bdi>${order.number || t('unlabelled')}</bdi></small>
        <span><bdi>${order.subject}</bdi> ${orderStatus(order, words)}</span>
      </h2>
      ${actions}
    </header>
    ${order.note ? html`<p class="notice text"><bdi>${order.note}</bdi></p>` : nothing}`;
}

/** Dates, references, and why it was cancelled. */
export function orderFacts(order: Order, i18n: OrderLocalize, links: { quote?: unknown; invoice?: unknown }): TemplateResult {
  const { t, instant } = i18n;
  const { cancellation, placedAt, reference } = order;
  return facts([
    [t('placed'), placedAt && instant(placedAt)],
    [t('activity'), instant(order.lastActivityAt)],
    [t('reference'), reference && html`<bdi>${reference}</bdi>`],
    [t('quote'), links.quote],
    [t('invoice'), links.invoice],
    [t('cancelled'), cancellation && t('cancelledBy', cancellation.by || t('none'), instant(cancellation.at))],
    [t('reason'), cancellation?.reason && html`<bdi>${cancellation.reason}</bdi>`],
  ]);
}

/** What is ordered. */
export function itemsTable({ items }: Order, i18n: OrderLocalize): TemplateResult | typeof nothing {
  const { t, language, money } = i18n;
  if (items.length === 0) return nothing;
  return html`<h3 id="items">${t('items')}</h3>
    <table role="table" part="items" aria-labelledby="items">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" data-column="description">${t('description')}</th>
          <th role="columnheader" scope="col" class="end">${t('quantity')}</th>
          <th role="columnheader" scope="col" class="end">${t('unitPrice')}</th>
          <th role="columnheader" scope="col" class="end">${t('net')}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${items.map(
          (item) =>
            html`<tr role="row">
              <th role="rowheader" scope="row">
                <span
                  ><bdi>${item.description}</bdi>
                  ${item.details ? html`<small class="muted"><bdi>${item.details}</bdi></small>` : nothing}</span
                >
              </th>
              <td role="cell" class="end" data-label=${t('quantity')}>${formatQuantity(language, item.quantity, item.unit)}</td>
              <td role="cell" class="end" data-label=${t('unitPrice')}>${money(item.unitPrice)}</td>
              <td role="cell" class="end" data-label=${t('net')}>${netOf(item, i18n)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

/** Another record: a link where the page has a place for it, and the person may see it; else its number. */
export function recordLink(
  record: { id: string; number: string } | null | undefined,
  template: string | undefined,
  allowed: boolean,
): TemplateResult | undefined {
  if (!record) return undefined;
  const href = allowed ? itemAddress(template, record.id) : undefined;
  const number = html`<bdi>${record.number}</bdi>`;
  return href ? html`<a class="link" href=${href}>${number}</a>` : number;
}
