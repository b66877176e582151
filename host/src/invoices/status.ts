import { isPositive } from '../http/money.js';

/** The columns from which the status of an invoice is made. */
export interface InvoiceState {
  type: string;
  state: string;
  total: string;
  paid: string;
  pending: string;
  open: string;
  due_on: string | null;
}

/** States of which clients never learn. */
export const hiddenStates = ['draft', 'written-off'];

const labels: Record<string, string> = {
  proforma: 'Proforma',
  issued: 'Issued',
  'partially-paid': 'Partly paid',
  paid: 'Paid',
  overdue: 'Overdue',
  processing: 'Payment under way',
  refunded: 'Refunded',
  'partially-refunded': 'Partly refunded',
  cancelled: 'Cancelled',
  collections: 'In collection',
};

/** The company's word for a status. */
export const statusLabel = (status: string) => labels[status] ?? status;

/**
 * The status a client sees. What is decided stays as decided; what follows from amounts and dates is derived:
 * overdue is what is past its due date with something open, neither a credit note, nor a proforma, nor being paid.
 */
export function statusOf(invoice: InvoiceState, today: string): string {
  const { type, state, total, paid, pending, open } = invoice;
  if (state === 'cancelled' || state === 'refunded' || state === 'partially-refunded') return state;
  if (type === 'credit-note') return 'issued';
  if (isPositive(pending)) return 'processing';
  if (!isPositive(open)) return total.startsWith('-') ? 'issued' : 'paid';
  if (state === 'collections') return 'collections';
  if (type === 'proforma') return 'proforma';
  if (isOverdue(invoice, today)) return 'overdue';
  return isPositive(paid) ? 'partially-paid' : 'issued';
}

/** Tells whether the due date has passed with something open. */
export function isOverdue({ type, pending, open, due_on }: InvoiceState, today: string): boolean {
  return type !== 'credit-note' && type !== 'proforma' && due_on !== null && due_on < today && isPositive(open) && !isPositive(pending);
}

/** Tells whether the client may object to the invoice: it stands as it was issued. */
export const isDisputable = ({ type, state }: Pick<InvoiceState, 'type' | 'state'>): boolean =>
  type !== 'credit-note' && type !== 'proforma' && ['issued', 'collections', 'partially-refunded'].includes(state);

/** Tells whether the invoice can be paid as it is: it owes something, and no other payment is under way. */
export function isPayable({ type, state, pending, open }: InvoiceState): boolean {
  return type !== 'credit-note' && (state === 'issued' || state === 'collections') && isPositive(open) && !isPositive(pending);
}
