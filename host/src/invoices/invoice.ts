import type { Kysely, Selectable } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { InvoiceLineTable, InvoiceTable, InvoiceTaxTable } from './tables.js';
import type { Database } from '../database/tables.js';
import { bankTransfers } from '../bank-transfers/transfers.js';
import { money } from '../http/money.js';
import { toDispute, type Dispute } from './disputes.js';
import { isFacturX } from './factur-x.js';
import { isVisible, type InvoiceOwner } from './filter.js';
import { payeeOf } from './payee.js';
import { paymentStatusLabel } from '../payments/payments.js';
import { isDisputable, isPayable, statusLabel, statusOf } from './status.js';

type Invoice = components['schemas']['Invoice'];
type InvoiceSummary = components['schemas']['InvoiceSummary'];
type InvoiceRow = Omit<Selectable<InvoiceTable>, 'search'>;
type SummaryRow = Pick<InvoiceRow, Exclude<(typeof summaryColumns)[number], typeof isFacturX>> & { is_factur_x: boolean };

/** An invoice with all that belongs to it. */
export interface WholeInvoice {
  invoice: InvoiceRow & { is_factur_x: boolean };
  lines: Selectable<InvoiceLineTable>[];
  taxes: Selectable<InvoiceTaxTable>[];
  payments: { id: string; created_at: Date; method: string; amount: string; status: string }[];
  related: Invoice['related'];
  dispute: Dispute | null;
}

/** The columns of an invoice that a list shows. */
export const summaryColumns = [
  'id', 'number', 'type', 'type_code', 'state', 'issued_on', 'due_on', 'currency', 'total', 'paid', 'pending', 'open', 'reference', 'disputed_at', isFacturX,
] as const; // prettier-ignore

const pdf = { format: 'pdf', mediaType: 'application/pdf' };
const facturX = { format: 'facturx', mediaType: 'application/pdf' };
const others = [
  { format: 'ubl', mediaType: 'application/xml' },
  { format: 'csv', mediaType: 'text/csv' },
];

/** The invoice with all that belongs to it, unless it is not to be seen. */
export async function findInvoice(database: Kysely<Database>, owner: InvoiceOwner, id: string): Promise<WholeInvoice | undefined> {
  const invoice = await database
    .selectFrom('invoices')
    .selectAll()
    .select(isFacturX)
    .where('id', '=', id)
    .where(isVisible(owner))
    .executeTakeFirst();
  if (!invoice) return undefined;
  const [lines, taxes, payments, related, dispute] = await Promise.all([
    database.selectFrom('invoice_lines').selectAll().where('invoice_id', '=', id).orderBy('position').execute(),
    database.selectFrom('invoice_taxes').selectAll().where('invoice_id', '=', id).orderBy('position').execute(),
    database
      .selectFrom('payment_allocations as allocation')
      .innerJoin('payments as payment', 'payment.id', 'allocation.payment_id')
      .where('allocation.invoice_id', '=', id)
      .select(['payment.id', 'payment.created_at', 'payment.method', 'payment.status', 'allocation.amount'])
      .orderBy('payment.created_at')
      .orderBy('payment.id')
      .execute(),
    findRelated(database, owner, invoice),
    findDispute(database, id),
  ]);
  return { invoice, lines, taxes, payments, related, dispute };
}

async function findDispute(database: Kysely<Database>, invoiceId: string): Promise<Dispute | null> {
  const dispute = await database
    .selectFrom('invoice_disputes')
    .selectAll()
    .where('invoice_id', '=', invoiceId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return dispute ? toDispute(dispute) : null;
}

async function findRelated(
  database: Kysely<Database>,
  owner: InvoiceOwner,
  { id, number }: Pick<InvoiceRow, 'id' | 'number'>,
): Promise<Invoice['related']> {
  const visible = database.selectFrom('invoices').where(isVisible(owner)).where('invoices.id', '!=', id);
  const named = await database
    .selectFrom('invoice_references as reference')
    .leftJoin(
      visible.where('invoices.type', '!=', 'credit-note').select(['invoices.id', 'invoices.number']).as('other'),
      'other.number',
      'reference.number',
    )
    .where('reference.invoice_id', '=', id)
    .select(['reference.relation', 'reference.number', 'other.id'])
    .orderBy('reference.number')
    .orderBy('other.id')
    .execute();
  const naming = await database
    .selectFrom('invoice_references as reference')
    .innerJoin(visible.select(['invoices.id', 'invoices.number']).as('other'), 'other.id', 'reference.invoice_id')
    .where('reference.number', '=', number)
    .select(['reference.relation', 'other.number', 'other.id'])
    .orderBy('other.number')
    .execute();
  const inverse: Record<string, string> = { corrects: 'corrected-by', 'refers-to': 'referred-to-by' };
  return [...named, ...naming.map(({ relation, number, id }) => ({ relation: inverse[relation] ?? relation, number, id }))];
}

/** The invoice as lists have it. */
export function toSummary(row: SummaryRow, today: string): InvoiceSummary {
  const status = statusOf(row, today);
  return {
    id: row.id,
    number: row.number,
    type: row.type,
    status,
    statusLabel: statusLabel(status),
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    total: money(row.total, row.currency),
    paid: money(row.paid, row.currency),
    open: money(row.open, row.currency),
    reference: row.reference,
    disputedAt: row.disputed_at?.toISOString() ?? null,
    documents: [pdf, ...(row.is_factur_x ? [facturX] : []), ...others],
    allowedActions: [...(isPayable(row) ? ['pay'] : []), ...disputing(row)],
  };
}

function disputing(row: SummaryRow): string[] {
  if (row.disputed_at !== null) return ['withdraw-dispute'];
  return isDisputable(row) ? ['dispute'] : [];
}

/** The invoice as the contract has it. */
export function toInvoice({ invoice, lines, taxes, payments, related, dispute }: WholeInvoice, today: string): Invoice {
  const amount = (value: string) => money(value, invoice.currency);
  return {
    ...toSummary(invoice, today),
    seller: invoice.seller,
    buyer: invoice.buyer,
    note: invoice.note,
    periodFrom: invoice.period_from,
    periodTo: invoice.period_to,
    lines: lines.map((line) => ({
      description: line.description,
      quantity: line.quantity,
      unit: line.unit,
      unitPrice: amount(line.unit_price),
      taxRate: line.tax_rate,
      net: amount(line.net),
      periodFrom: line.period_from,
      periodTo: line.period_to,
    })),
    adjustments: invoice.adjustments.map((adjustment) => ({ description: adjustment.description, amount: amount(adjustment.amount) })),
    taxes: taxes.map(({ category, rate, base, tax, reason }) => ({ category, rate, base: amount(base), tax: amount(tax), reason })),
    netTotal: amount(invoice.net_total),
    taxTotal: amount(invoice.tax_total),
    rounding: amount(invoice.rounding),
    prepaid: amount(invoice.prepaid),
    payments: payments.map((payment) => ({
      id: payment.id,
      paidAt: payment.created_at.toISOString(),
      method: payment.method,
      amount: amount(payment.amount),
      status: payment.status,
      statusLabel: paymentStatusLabel(payment.status),
    })),
    related,
    dispute,
    bankTransfers: isPayable(invoice) ? bankTransfers(payeeOf(invoice), amount(invoice.open), invoice.number) : [],
  };
}
