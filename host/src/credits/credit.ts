import type { Kysely } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { Database } from '../database/tables.js';
import { money } from '../http/money.js';
import type { OperationContext } from '../http/operation.js';
import { isVisible, type InvoiceOwner } from '../invoices/filter.js';
import { expireCredits } from './ledger.js';
import { usable } from './filter.js';
import { creditStatus, creditStatusLabel, creditTypeLabel } from './status.js';

type CreditSummary = components['schemas']['CreditSummary'];
type CreditUse = components['schemas']['CreditUse'];

export type CreditRow = Awaited<ReturnType<ReturnType<typeof creditsOf>['execute']>>[number];

/** The client's credits with the number of the credit note each comes from. */
export const creditsOf = (database: Kysely<Database>, owner: InvoiceOwner) =>
  database
    .selectFrom('credits')
    .leftJoin(
      database.selectFrom('invoices').where(isVisible(owner)).select(['invoices.id as note_id', 'invoices.number as note_number']).as('note'),
      'note.note_id',
      'credits.document_id',
    )
    .where('credits.client_id', '=', owner.clientId)
    .select([
      'credits.id', 'credits.type', 'credits.state', 'credits.reason', 'credits.granted_on', 'credits.expires_on', 'credits.currency',
      'credits.original', 'credits.used', 'credits.remaining', 'note.note_id', 'note.note_number',
    ]); // prettier-ignore

/** The credit as lists have it. */
export function toCredit(row: CreditRow): CreditSummary {
  const status = creditStatus(row);
  const isUsable = status === 'available' || status === 'partly-used';
  return {
    id: row.id,
    grantedOn: row.granted_on,
    reason: row.reason,
    type: row.type,
    typeLabel: creditTypeLabel(row.type),
    status,
    statusLabel: creditStatusLabel(status),
    original: money(row.original, row.currency),
    used: money(row.used, row.currency),
    remaining: money(row.remaining, row.currency),
    expiresOn: row.expires_on,
    document: row.note_id === null ? null : { id: row.note_id, number: row.note_number ?? '' },
    allowedActions: isUsable ? ['apply'] : [],
  };
}

/** Payments from the credit, the newest first. */
export async function usesOf(database: Kysely<Database>, owner: InvoiceOwner, creditId: string): Promise<CreditUse[]> {
  const rows = await database
    .selectFrom('payments as payment')
    .innerJoin('payment_allocations as allocation', 'allocation.payment_id', 'payment.id')
    .leftJoin(
      database.selectFrom('invoices').where(isVisible(owner)).select(['invoices.id', 'invoices.number']).as('invoice'),
      'invoice.id',
      'allocation.invoice_id',
    )
    .where('payment.credit_id', '=', creditId)
    .select(['payment.id as paymentId', 'payment.created_at', 'payment.currency', 'allocation.amount', 'invoice.id', 'invoice.number'])
    .orderBy('payment.created_at', 'desc')
    .orderBy('payment.id')
    .orderBy('allocation.invoice_id')
    .execute();
  return rows.map(({ paymentId, created_at, currency, amount, id, number }) => ({
    paymentId,
    usedAt: created_at.toISOString(),
    amount: money(amount, currency),
    invoice: id === null ? null : { id, number: number ?? '' },
  }));
}

/** Tells whether the person can pay an invoice in this currency from a credit. */
export async function hasUsableCredit(context: OperationContext, currency: string): Promise<boolean> {
  const { database, clientId } = context;
  if (!context.can('billing.credits', 'update') || !context.can('billing.invoices', 'update')) return false;
  await expireCredits(database, clientId);
  const found = await database
    .selectFrom('credits')
    .select('id')
    .where('client_id', '=', clientId)
    .where('currency', '=', currency)
    .where(usable)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
