import { html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { LocalizeController } from '../core/localize-controller.js';
import type { invoice as texts } from './texts/invoice.js';
import { badge, type Tone } from '../ui/badge.js';
import { itemAddress } from '../ui/links.js';
import { formatPercent, formatQuantity } from '../ui/document/quantity.js';

type Invoice = components['schemas']['Invoice'];
type Money = components['schemas']['Money'];
type Party = components['schemas']['Party'];
export type InvoiceLocalize = LocalizeController<typeof texts.english>;

type Column = readonly [key: string, label: string, end?: 'end'];

/** Who issued it, or to whom. */
export function party({ name, addressLines, vatId }: Party, { t }: InvoiceLocalize): TemplateResult {
  const lines = [name, ...addressLines].map((line) => html`<bdi>${line}</bdi>`);
  return html`<span class="party">${lines} ${vatId ? small(t('vatId', vatId)) : nothing}</span>`;
}

const isZero = (money?: Money) => !/[1-9]/.test(money?.amount ?? '');

const optional = (content: unknown, element: (content: unknown) => TemplateResult) => (content ? element(content) : nothing);

const small = (content: unknown) => html`<small class="muted">${content}</small>`;

/** From one day to another, or the one there is. */
export function period(from: string | null | undefined, to: string | null | undefined, { t, day }: InvoiceLocalize): string | undefined {
  if (from && to) return t('range', day(from), day(to));
  return from || to ? day(from || to) : undefined;
}

function table(
  name: string,
  heading: string,
  columns: readonly Column[],
  rows: readonly TemplateResult[],
): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  return html`<h3 id=${name}>${heading}</h3>
    <table role="table" part=${name} aria-labelledby=${name}>
      <thead role="rowgroup">
        <tr role="row">
          ${columns.map(
            ([key, label, end]) => html`<th role="columnheader" scope="col" data-column=${key} class=${end ?? ''}>${label}</th>`,
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows}
      </tbody>
    </table>`;
}

/** What was delivered. */
export function linesTable({ lines }: Invoice, i18n: InvoiceLocalize): TemplateResult | typeof nothing {
  const { t, money, language } = i18n;
  const columns: Column[] = [
    ['description', t('description')],
    ['quantity', t('quantity'), 'end'],
    ['unitPrice', t('unitPrice'), 'end'],
    ['taxRate', t('taxRate'), 'end'],
    ['net', t('net'), 'end'],
  ];
  const rows = lines.map(
    (line) =>
      html`<tr role="row">
        <th role="rowheader" scope="row">
          <span><bdi>${line.description}</bdi>${optional(period(line.periodFrom, line.periodTo, i18n), small)}</span>
        </th>
        <td role="cell" class="end" data-label=${t('quantity')}>${formatQuantity(language, line.quantity, line.unit)}</td>
        <td role="cell" class="end" data-label=${t('unitPrice')}>${money(line.unitPrice)}</td>
        <td role="cell" class="end" data-label=${t('taxRate')}>${line.taxRate ? formatPercent(language, line.taxRate) : t('none')}</td>
        <td role="cell" class="end" data-label=${t('net')}>${money(line.net)}</td>
      </tr>`,
  );
  return table('lines', t('lines'), columns, rows);
}

/** The tax of each rate, and why none is due. */
export function taxesTable({ taxes }: Invoice, i18n: InvoiceLocalize): TemplateResult | typeof nothing {
  const { t, money, language } = i18n;
  const columns: Column[] = [
    ['rate', t('taxRate')],
    ['base', t('taxBase'), 'end'],
    ['tax', t('tax'), 'end'],
  ];
  const rows = taxes.map(({ category, rate, base, tax, reason }) => {
    const word = i18n.label(`tax-${category}`, '');
    return html`<tr role="row">
      <th role="rowheader" scope="row">
        <span
          >${rate ? formatPercent(language, rate) : ''} ${word || (rate ? '' : category)}
          ${optional(reason !== word && reason, small)}</span
        >
      </th>
      <td role="cell" class="end" data-label=${t('taxBase')}>${money(base)}</td>
      <td role="cell" class="end" data-label=${t('tax')}>${money(tax)}</td>
    </tr>`;
  });
  return table('taxes', t('taxes'), columns, rows);
}

const paymentTones: Record<string, Tone> = { processing: 'info', succeeded: 'success', failed: 'danger' };

/** What has been paid, or tried. */
export function paymentsTable({ payments }: Invoice, i18n: InvoiceLocalize): TemplateResult | typeof nothing {
  const { t, money, instant } = i18n;
  const columns: Column[] = [
    ['paidAt', t('paidAt')],
    ['method', t('method')],
    ['state', t('state')],
    ['amount', t('amount'), 'end'],
  ];
  const rows = payments.map(({ paidAt, method, amount, status, statusLabel }) => {
    const tone = Object.hasOwn(paymentTones, status) ? paymentTones[status]! : 'neutral';
    return html`<tr role="row">
      <th role="rowheader" scope="row">${instant(paidAt)}</th>
      <td role="cell" data-label=${t('method')}><bdi>${method}</bdi></td>
      <td role="cell" data-label=${t('state')}>${badge(tone, i18n.label(`payment-${status}`, statusLabel || status))}</td>
      <td role="cell" class="end" data-label=${t('amount')}>${money(amount)}</td>
    </tr>`;
  });
  return table('payments', t('payments'), columns, rows);
}

/** From the net total to what is open. */
export function totals(invoice: Invoice, { t, money }: InvoiceLocalize): TemplateResult {
  const row = (label: unknown, amount: Money, kind = '') =>
    html`<div class=${kind}>
      <dt>${label}</dt>
      <dd>${money(amount)}</dd>
    </div>`;
  const unlessZero = (label: string, amount?: Money) => (amount && !isZero(amount) ? row(label, amount, 'muted') : nothing);
  return html`<dl class="totals" part="totals">
    ${(invoice.adjustments ?? []).map(({ description, amount }) => row(html`<bdi>${description}</bdi>`, amount, 'muted'))}
    ${row(t('netTotal'), invoice.netTotal)} ${row(t('taxTotal'), invoice.taxTotal)} ${unlessZero(t('rounding'), invoice.rounding)}
    ${row(t('total'), invoice.total, 'strong')}
    ${
      invoice.type === 'credit-note'
        ? nothing
        : [row(t('paid'), invoice.paid), unlessZero(t('prepaid'), invoice.prepaid), row(t('open'), invoice.open, 'strong')]
    }
  </dl>`;
}

/** The documents this one belongs to: links where the page has a place for them, else buttons that open them here. */
export function relatedList(
  { related }: Invoice,
  i18n: InvoiceLocalize,
  itemHref: string | undefined,
  open: (id: string) => void,
): TemplateResult | typeof nothing {
  if (related.length === 0) return nothing;
  const reference = (number: string, id: string | null | undefined) => {
    const href = id && itemAddress(itemHref, id);
    if (href) return html`<a class="link" href=${href}><bdi>${number}</bdi></a>`;
    if (id) return html`<button type="button" class="link" @click=${() => open(id)}><bdi>${number}</bdi></button>`;
    return html`<bdi>${number}</bdi>`;
  };
  return html`<h3>${i18n.t('related')}</h3>
    <ul class="related" part="related">
      ${related.map(({ relation, number, id }) => html`<li>${i18n.label(`relation-${relation}`, relation)}: ${reference(number, id)}</li>`)}
    </ul>`;
}
