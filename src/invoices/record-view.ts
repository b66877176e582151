import { css, type CSSResult, html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { isPayable } from '../core/business/payable.js';
import type { PortalElement } from '../core/portal-element.js';
import { shared } from '../i18n/texts/shared.js';
import { badge, type Tone } from '../ui/badge.js';
import { facts } from '../ui/detail-view.js';
import { formatPercent, formatQuantity } from '../ui/document/quantity.js';
import { itemAddress } from '../ui/links.js';
import { tableStyles } from '../ui/styles/columns.js';
import { type Invoice, invoiceStatus } from './invoice.js';
import { invoice as texts } from './texts/invoice.js';
import { invoices } from './texts/invoices.js';

/** The document in full: its head, its addresses, its tables and sums. */
const recordStyles = css`
  .head {
    margin-block-end: 0.5em;
  }
  .head h2 {
    flex-basis: auto;
  }
  .party {
    display: grid;
    justify-items: start;
  }
  .party bdi:first-child {
    font-weight: 600;
  }
  section > .facts + .facts {
    margin-block-start: 0.5em;
  }
  section {
    gap: 0.5em;
  }
  h3 {
    margin-block: 1.25em 0;
  }
  th small {
    display: block;
    font-weight: 400;
  }
  .totals {
    display: grid;
    gap: 0.25em;
    justify-self: end;
    inline-size: min(100%, 24em);
    margin: 0.75em 0 0;
  }
  .totals > div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 1em;
  }
  .totals dd {
    margin: 0;
    margin-inline-start: auto;
    font-variant-numeric: tabular-nums;
    text-align: end;
    overflow-wrap: anywhere;
  }
  .strong {
    padding-block-start: 0.3em;
    border-block-start: 1px solid var(--_line);
    font-weight: 600;
  }
  .related {
    display: grid;
    gap: 0.25em;
    margin: 0;
    padding: 0;
    list-style: none;
    overflow-wrap: anywhere;
  }
  details {
    margin-block-start: 0.75em;
  }
  summary {
    min-block-size: 1.75em;
    font-weight: 600;
    cursor: pointer;
  }
  .notice + .facts {
    margin-block-start: 0.5em;
  }
  .notice ul {
    margin-block: 0.25em 0;
    padding-inline-start: 1.25em;
  }
  fieldset {
    gap: 0.15em;
  }
  legend {
    font-weight: 400;
    font-size: 0.875em;
    color: var(--_muted);
  }
  form.stack {
    max-inline-size: 44em;
  }
  .note {
    margin: 0;
    max-inline-size: 46em;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  @container (max-width: 44em) {
    .facts {
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 10.5em), 1fr));
    }
    .head .primary {
      flex: 1 1 100%;
    }
  }
`;

type Money = components['schemas']['Money'];
type Party = components['schemas']['Party'];
type Column = readonly [key: string, label: string, end?: 'end'];
/** A way to pay an invoice. */
export type Means = 'payment' | 'credit';

export const styles: readonly CSSResult[] = [
  recordStyles,
  tableStyles('lines', 12, 8, 6, 5.25, 6),
  tableStyles('taxes', 12, 6.5, 6.5),
  tableStyles('payments', 7.5, 7.25, 9, 6),
];

export const mayPay = (host: PortalElement, means: Means): boolean =>
  host.can('update') && (means === 'payment' || host.can('update', 'billing.credits'));

const mayDispute = (host: PortalElement, { allowedActions }: Invoice, action: 'dispute' | 'withdraw-dispute'): boolean =>
  allowedActions.includes(action) && host.can('update');

interface Downloads {
  busy: boolean;
  save: (format: string) => void;
}

interface Actions {
  dispute: () => void;
  pay: (means: Means) => void;
}

/** The document's kind, number and status, its files, and what can be done with it. */
export function invoiceHead(
  invoice: Invoice,
  i18n: SharedLocalize,
  host: PortalElement,
  { busy, save }: Downloads,
  actions: Actions,
): TemplateResult {
  const t = i18n.in(texts);
  return html`<header class="head">
    <h2 tabindex="-1">
      <small class="muted">${i18n.label(`type-${invoice.type}`, invoice.type, invoices)}</small>
      <span><bdi>${invoice.number || i18n.in(shared)('unlabelled')}</bdi> ${invoiceStatus(invoice, i18n)}</span>
    </h2>
    <div class="actions" role="group" aria-label=${t('downloads')}>
      ${invoice.documents.map(
        ({ format }) =>
          html`<button type="button" aria-disabled=${busy} @click=${() => save(format)}>
            <span aria-hidden="true">↓</span> ${i18n.label(`format-${format}`, format, texts)}
          </button>`,
      )}
    </div>
    ${mayDispute(host, invoice, 'dispute') ? html`<button type="button" @click=${actions.dispute}>${t('dispute')}</button>` : nothing}
    ${isPayable(invoice) ? payButtons(invoice, i18n, host, actions.pay) : nothing}
  </header>`;
}

function payButtons({ allowedActions }: Invoice, i18n: SharedLocalize, host: PortalElement, pay: Actions['pay']): unknown[] {
  const t = i18n.in(texts);
  const button = (means: Means, label: string, kind: string) =>
    mayPay(host, means) ? html`<button type="button" class=${kind} @click=${() => pay(means)}>${label}</button>` : nothing;
  return [allowedActions.includes('apply-credit') ? button('credit', t('useCredit'), '') : nothing, button('payment', t('pay'), 'primary')];
}

/** The dispute, for as long as there is one. */
export function disputeNotice(
  invoice: Invoice,
  i18n: SharedLocalize,
  host: PortalElement,
  withdraw: () => void,
): TemplateResult | typeof nothing {
  const { dispute, lines } = invoice;
  if (!dispute) return nothing;
  const t = i18n.in(texts);
  const about = dispute.lines.map((line) => lines[line - 1]?.description).filter(Boolean);
  return html`<div class="notice warning" part="dispute">
    <div>
      <p><strong>${t('disputedSince', i18n.instant(dispute.disputedAt), dispute.disputedBy)}</strong> ${t('disputeMeans')}</p>
      <p>${i18n.label(`reason-${dispute.reason}`, dispute.reason, texts)}</p>
      <p class="note"><bdi>${dispute.text}</bdi></p>
      ${
        about.length > 0
          ? html`<ul>
              ${about.map((each) => html`<li><bdi>${each}</bdi></li>`)}
            </ul>`
          : nothing
      }
    </div>
    ${mayDispute(host, invoice, 'withdraw-dispute') ? html`<button type="button" @click=${withdraw}>${t('withdraw')}</button>` : nothing}
  </div>`;
}

interface BodyOptions {
  itemHref: string | undefined;
  /** Shows a related document. */
  open: (id: string) => void;
  /** Called when the ways to pay by bank transfer are opened or closed. */
  toggleTransfers: () => void;
  /** The ways to pay by bank transfer, once they are here. */
  transfers: unknown;
}

/** Everything the document says, from its dates to its note. */
export function invoiceBody(
  invoice: Invoice,
  i18n: SharedLocalize,
  { itemHref, open, toggleTransfers, transfers }: BodyOptions,
): TemplateResult {
  const t = i18n.in(texts);
  const { day } = i18n;
  return html`${facts([
    [t('issued'), day(invoice.issuedOn)],
    [t('due'), invoice.type !== 'credit-note' && invoice.dueOn ? day(invoice.dueOn) : undefined],
    [t('period'), periodText(invoice.periodFrom, invoice.periodTo, i18n)],
    [t('reference'), invoice.reference && html`<bdi>${invoice.reference}</bdi>`],
  ])}
  ${facts([
    [t('buyer'), partyView(invoice.buyer, i18n)],
    [t('seller'), partyView(invoice.seller, i18n)],
  ])}
  ${linesTable(invoice, i18n)} ${totalsList(invoice, i18n)}
  ${
    (invoice.bankTransfers ?? []).length > 0
      ? html`<details part="bank-transfers" @toggle=${toggleTransfers}>
          <summary>${t('bankTransfer')}</summary>
          ${transfers}
        </details>`
      : nothing
  }
  ${taxesTable(invoice, i18n)} ${paymentsTable(invoice, i18n)} ${relatedList(invoice, i18n, itemHref, open)}
  ${
    invoice.note
      ? html`<h3>${t('note')}</h3>
          <p class="note"><bdi>${invoice.note}</bdi></p>`
      : nothing
  }`;
}

/** The seller or the buyer. */
function partyView({ name, addressLines, vatId }: Party, i18n: SharedLocalize): TemplateResult {
  const lines = [name, ...addressLines].map((line) => html`<bdi>${line}</bdi>`);
  return html`<span class="party">${lines} ${vatId ? small(i18n.in(texts)('vatId', vatId)) : nothing}</span>`;
}

const isZero = (money?: Money) => !/[1-9]/.test(money?.amount ?? '');

const optional = (content: unknown, element: (content: unknown) => TemplateResult) => (content ? element(content) : nothing);

const small = (content: unknown) => html`<small class="muted">${content}</small>`;

/** From one day to another, or the one there is. */
function periodText(from: string | null | undefined, to: string | null | undefined, i18n: SharedLocalize): string | undefined {
  const { day } = i18n;
  if (from && to) return i18n.in(texts)('range', day(from), day(to));
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

/** The items. */
function linesTable({ lines }: Invoice, i18n: SharedLocalize): TemplateResult | typeof nothing {
  const t = i18n.in(texts);
  const { money, language } = i18n;
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
          <span><bdi>${line.description}</bdi>${optional(periodText(line.periodFrom, line.periodTo, i18n), small)}</span>
        </th>
        <td role="cell" class="end" data-label=${t('quantity')}>${formatQuantity(language, line.quantity, line.unit)}</td>
        <td role="cell" class="end" data-label=${t('unitPrice')}>${money(line.unitPrice)}</td>
        <td role="cell" class="end" data-label=${t('taxRate')}>
          ${line.taxRate ? formatPercent(language, line.taxRate) : i18n.in(shared)('none')}
        </td>
        <td role="cell" class="end" data-label=${t('net')}>${money(line.net)}</td>
      </tr>`,
  );
  return table('lines', t('lines'), columns, rows);
}

/** The tax of each rate, and why none is due. */
function taxesTable({ taxes }: Invoice, i18n: SharedLocalize): TemplateResult | typeof nothing {
  const t = i18n.in(texts);
  const { money, language } = i18n;
  const columns: Column[] = [
    ['rate', t('taxRate')],
    ['base', t('taxBase'), 'end'],
    ['tax', t('tax'), 'end'],
  ];
  const rows = taxes.map(({ category, rate, base, tax, reason }) => {
    const word = i18n.label(`tax-${category}`, '', texts);
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

/** Payments, also those that have failed. */
function paymentsTable({ payments }: Invoice, i18n: SharedLocalize): TemplateResult | typeof nothing {
  const t = i18n.in(texts);
  const { money, instant } = i18n;
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
      <td role="cell" data-label=${t('state')}>${badge(tone, i18n.label(`payment-${status}`, statusLabel || status, texts))}</td>
      <td role="cell" class="end" data-label=${t('amount')}>${money(amount)}</td>
    </tr>`;
  });
  return table('payments', t('payments'), columns, rows);
}

/** From the net total to what is open. */
function totalsList(invoice: Invoice, i18n: SharedLocalize): TemplateResult {
  const t = i18n.in(texts);
  const { money } = i18n;
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
function relatedList(
  { related }: Invoice,
  i18n: SharedLocalize,
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
  return html`<h3>${i18n.in(texts)('related')}</h3>
    <ul class="related" part="related">
      ${related.map(({ relation, number, id }) => html`<li>${i18n.label(`relation-${relation}`, relation, texts)}: ${reference(number, id)}</li>`)}
    </ul>`;
}
