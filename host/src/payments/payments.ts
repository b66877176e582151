import { randomUUID } from 'node:crypto';
import { sql, type Kysely, type Selectable } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { PaymentTable } from '../invoices/tables.js';
import type { Database } from '../database/tables.js';
import { money, sumOf } from '../http/money.js';
import { Problem } from '../http/problem.js';
import { enterPayments } from '../ledger/entries.js';
import type { Charge, PaymentTaker } from '../payment-provider/provider.js';
import { announce } from '../notifications/notification-event.js';
import { checkAllocations, type Allocation } from './allocations.js';
import { isVisible, type InvoiceOwner } from '../invoices/filter.js';

type Payment = components['schemas']['Payment'];
type PaymentRow = Selectable<PaymentTable>;

const labels: Record<string, string> = { processing: 'Under way', succeeded: 'Received', failed: 'Declined', refunded: 'Refunded' };

/** The company's word for the status of a payment. */
export const paymentStatusLabel = (status: string) => labels[status] ?? status;

interface Reservation extends InvoiceOwner {
  /** The same for every attempt to make this payment. */
  key: string;
  allocations: readonly Allocation[];
  /** The credit from which it is made, where it is. */
  creditId?: string;
}

interface Intent extends Reservation {
  token: string;
}

/**
 * Makes a payment: reserves the amounts on the invoices, asks the provider, then books what it answered. No lock is held while the
 * provider is asked, and an attempt that broke off in between is taken up again with the same key, which the provider charges once.
 */
export async function pay(database: Kysely<Database>, provider: PaymentTaker, intent: Intent): Promise<Payment> {
  const payment = await database.transaction().execute((transaction) => reserve(transaction, intent));
  if (payment.status !== 'processing' || payment.settles_at !== null) return await conclude(database, payment);
  const charge = await provider.charge({
    token: intent.token,
    amount: money(payment.amount, payment.currency),
    key: payment.key,
  });
  const booked = await database.transaction().execute((transaction) => book(transaction, payment.id, charge));
  return await conclude(database, booked, charge);
}

/** Books the client's payments that are known to have arrived by now. */
export async function settlePayments(database: Kysely<Database>, clientId: string): Promise<void> {
  const due = await database
    .selectFrom('payments')
    .select(['id', 'method'])
    .where('client_id', '=', clientId)
    .where('status', '=', 'processing')
    .where('settles_at', '<=', sql<Date>`now()`)
    .execute();
  for (const { id, method } of due) {
    await database.transaction().execute((transaction) => book(transaction, id, { status: 'succeeded', method }));
  }
}

/** Books the payments of all clients that are known to have arrived by now. */
export async function settleAllPayments(database: Kysely<Database>): Promise<void> {
  const clients = await database
    .selectFrom('payments')
    .select('client_id')
    .distinct()
    .where('status', '=', 'processing')
    .where('settles_at', '<=', sql<Date>`now()`)
    .execute();
  for (const { client_id } of clients) await settlePayments(database, client_id);
}

/** Makes a payment that is under way and reserves its amounts on the invoices; gives the one that was made before with this key. */
export async function reserve(
  database: Kysely<Database>,
  { clientId, contractIds, key, allocations, creditId }: Reservation,
): Promise<PaymentRow> {
  const known = await database.selectFrom('payments').selectAll().where('key', '=', key).executeTakeFirst();
  if (known) return known;
  // Locked in the order of their ids, so that two payments of the same invoices wait for each other instead of deadlocking.
  const invoices = await database
    .selectFrom('invoices')
    .select(['id', 'type', 'state', 'total', 'paid', 'pending', 'open', 'due_on', 'currency'])
    .where('id', 'in', [...new Set(allocations.map(({ invoiceId }) => invoiceId))])
    .where(isVisible({ clientId, contractIds }))
    .orderBy('id')
    .forUpdate()
    .execute();
  checkAllocations(allocations, invoices);
  const payment: PaymentRow = {
    id: `pay_${randomUUID()}`,
    client_id: clientId,
    key,
    created_at: new Date(),
    method: '',
    currency: allocations[0]!.amount.currency,
    amount: sumOf(allocations.map(({ amount }) => amount.amount)),
    status: 'processing',
    settles_at: null,
    credit_id: creditId ?? null,
  };
  await database.insertInto('payments').values(payment).execute();
  for (const { invoiceId, amount } of allocations) {
    await database
      .insertInto('payment_allocations')
      .values({ payment_id: payment.id, invoice_id: invoiceId, amount: amount.amount })
      .execute();
    await database
      .updateTable('invoices')
      .set({ pending: sql`pending + ${amount.amount}::numeric` })
      .where('id', '=', invoiceId)
      .execute();
  }
  return payment;
}

/** Books the provider's answer, unless it has been booked before. */
export async function book(database: Kysely<Database>, id: string, charge: Charge): Promise<PaymentRow> {
  const payment = await database.selectFrom('payments').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
  if (payment.status !== 'processing') return payment;
  if (charge.status !== 'processing') {
    const allocations = await database
      .selectFrom('payment_allocations')
      .selectAll()
      .where('payment_id', '=', id)
      .orderBy('invoice_id')
      .execute();
    for (const { invoice_id, amount } of allocations) {
      const change = charge.status === 'succeeded' ? amount : '0';
      await database
        .updateTable('invoices')
        .set({
          pending: sql`pending - ${amount}::numeric`,
          paid: sql`paid + ${change}::numeric`,
          open: sql`open - ${change}::numeric`,
        })
        .where('id', '=', invoice_id)
        .execute();
    }
  }
  const booked = await database
    .updateTable('payments')
    .set({
      method: charge.method,
      status: charge.status === 'declined' ? 'failed' : charge.status,
      settles_at: charge.status === 'processing' ? charge.settlesAt : null,
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await enterPayments(database, [id]);
  if (booked.status === 'succeeded') await announce(database, { about: 'receipt', paymentId: id });
  return booked;
}

async function conclude(database: Kysely<Database>, payment: PaymentRow, charge?: Charge): Promise<Payment> {
  if (payment.status === 'failed') {
    const detail = charge?.status === 'declined' ? charge.reason : undefined;
    throw new Problem(402, 'The payment was declined', { type: 'payment-declined', ...(detail && { detail }) });
  }
  return await toPayment(database, payment);
}

/** The payment as the contract has it. */
export async function toPayment(database: Kysely<Database>, payment: PaymentRow): Promise<Payment> {
  const allocations = await database.selectFrom('payment_allocations').selectAll().where('payment_id', '=', payment.id).execute();
  return {
    id: payment.id,
    status: payment.status,
    statusLabel: paymentStatusLabel(payment.status),
    amount: money(payment.amount, payment.currency),
    allocations: allocations.map(({ invoice_id, amount }) => ({ invoiceId: invoice_id, amount: money(amount, payment.currency) })),
  };
}
