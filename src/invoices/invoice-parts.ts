import { html, nothing, type TemplateResult } from 'lit';
import type { Api } from '../api/connection.js';
import type { Answer } from '../api/problem.js';
import type { components } from '../api/schema.js';
import type { LocalizeController } from '../core/localize-controller.js';
import type { invoices } from './texts/invoices.js';
import { badge, type Tone } from '../ui/badge.js';

type Invoice = components['schemas']['InvoiceSummary'];
export type InvoicesLocalize = LocalizeController<typeof invoices.english>;

const tones: Record<string, Tone> = {
  'partially-paid': 'warning',
  paid: 'success',
  overdue: 'danger',
  processing: 'info',
  collections: 'danger',
};

const owes = ({ type, open }: Invoice) => type !== 'credit-note' && /^[\d.]*[1-9]/.test(open?.amount);

/**
 * The state of an invoice; one that is not known to this release is shown in the company's own word. What owes nothing, as
 * a credit note, is neither open nor overdue.
 */
export function invoiceStatus(invoice: Invoice, i18n: InvoicesLocalize): TemplateResult {
  const { statusLabel } = invoice;
  const status = /^(issued|overdue)$/.test(invoice.status) && !owes(invoice) ? 'nothing-open' : invoice.status;
  const tone = Object.hasOwn(tones, status) ? tones[status]! : 'neutral';
  return badge(tone, i18n.label(`status-${status}`, statusLabel || status));
}

/** The kind of document, where it is not simply an invoice. */
export function invoiceKind({ type }: Invoice, i18n: InvoicesLocalize): TemplateResult | typeof nothing {
  return type === 'invoice' ? nothing : html`<small class="muted" .textContent=${i18n.label(`type-${type}`, type)}></small>`;
}

/** Asks for one document of an invoice as a file. */
export function fetchDocument(api: Api, invoiceId: string, format: string): Promise<Answer<unknown>> {
  const path = { invoiceId, format: format as 'pdf' };
  return api.GET('/invoices/{invoiceId}/documents/{format}', { params: { path }, headers: { Accept: '*/*' }, parseAs: 'blob' });
}

/** A button per document; the PDF with the e-invoice in it is among the details, where there is room. */
export function documentButtons(invoice: Invoice, i18n: InvoicesLocalize, save: (format: string) => void): TemplateResult[] {
  const shown = invoice.documents.filter(({ format }) => format !== 'facturx');
  return shown.map(({ format }) => {
    const name = format.toUpperCase();
    const label = i18n.t('download', name, invoice.number);
    return html`<button type="button" class="link" aria-label=${label} .textContent=${name} @click=${() => save(format)}></button>`;
  });
}
