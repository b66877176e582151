import { html, nothing, type TemplateResult } from 'lit';
import type { Api } from '../api/connection.js';
import type { Answer } from '../api/problem.js';
import type { components } from '../api/schema.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { statusBadge, type Tone } from '../ui/badge.js';
import { invoices } from './texts/invoices.js';

export type InvoiceSummary = components['schemas']['InvoiceSummary'];
export type InvoicePage = components['schemas']['InvoicePage'];
export type Invoice = components['schemas']['Invoice'];

const tones: Record<string, Tone> = {
  'partially-paid': 'warning',
  paid: 'success',
  overdue: 'danger',
  processing: 'info',
  collections: 'danger',
};

const owes = ({ type, open }: InvoiceSummary) => type !== 'credit-note' && /^[\d.]*[1-9]/.test(open?.amount);

/** The status of an invoice. One that owes nothing, such as a credit note, is neither open nor overdue. */
export function invoiceStatus(invoice: InvoiceSummary, i18n: SharedLocalize): TemplateResult {
  const { statusLabel } = invoice;
  const status = /^(issued|overdue)$/.test(invoice.status) && !owes(invoice) ? 'nothing-open' : invoice.status;
  return statusBadge({ status, statusLabel }, tones, i18n, invoices);
}

/** The kind of document, unless it is simply an invoice. */
export function invoiceKind({ type }: InvoiceSummary, i18n: SharedLocalize): TemplateResult | typeof nothing {
  return type === 'invoice' ? nothing : html`<small class="muted" .textContent=${i18n.label(`type-${type}`, type, invoices)}></small>`;
}

/** A button per document; the PDF with the e-invoice in it is among the details, which have room for it. */
export function documentButtons(invoice: InvoiceSummary, i18n: SharedLocalize, save: (format: string) => void): TemplateResult[] {
  const shown = invoice.documents.filter(({ format }) => format !== 'facturx');
  return shown.map(({ format }) => {
    const name = format.toUpperCase();
    const label = i18n.in(invoices)('download', name, invoice.number);
    return html`<button type="button" class="link" aria-label=${label} .textContent=${name} @click=${() => save(format)}></button>`;
  });
}

/** Asks for one document of an invoice as a file. */
export function fetchDocument(api: Api, invoiceId: string, format: string): Promise<Answer<unknown>> {
  const path = { invoiceId, format: format as 'pdf' };
  return api.GET('/invoices/{invoiceId}/documents/{format}', { params: { path }, headers: { Accept: '*/*' }, parseAs: 'blob' });
}
