import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { facts } from '../ui/detail-view.js';
import { linesTable, party, paymentsTable, period, relatedList, taxesTable, totals, type InvoiceLocalize } from './invoice-sections.js';
import { invoiceStyles } from './invoice-styles.js';

export { invoiceHead } from './invoice-head.js';
export { InvoiceObjection } from './invoice-objection.js';
export { InvoicePayment } from './invoice-payment.js';
export const styles: readonly CSSResult[] = [invoiceStyles];

type Invoice = components['schemas']['Invoice'];

interface Places {
  itemHref: string | undefined;
  /** Shows a related document. */
  open: (id: string) => void;
  /** Called when the ways to pay by bank transfer are opened or closed. */
  toggleTransfers: (event: Event) => void;
  /** The ways to pay by bank transfer, once they are here. */
  transfers: unknown;
}

/** Everything the document says, from its dates to its note. */
export function invoiceBody(
  invoice: Invoice,
  i18n: InvoiceLocalize,
  { itemHref, open, toggleTransfers, transfers }: Places,
): TemplateResult {
  const { t, day } = i18n;
  return html`${facts([
    [t('issued'), day(invoice.issuedOn)],
    [t('due'), invoice.type !== 'credit-note' && invoice.dueOn ? day(invoice.dueOn) : undefined],
    [t('period'), period(invoice.periodFrom, invoice.periodTo, i18n)],
    [t('reference'), invoice.reference && html`<bdi>${invoice.reference}</bdi>`],
  ])}
  ${facts([
    [t('buyer'), party(invoice.buyer, i18n)],
    [t('seller'), party(invoice.seller, i18n)],
  ])}
  ${linesTable(invoice, i18n)} ${totals(invoice, i18n)}
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
