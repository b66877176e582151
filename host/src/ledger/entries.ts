import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '../database/tables.js';
import { company } from '../company.js';

/**
 * The ledger: of each currency, the sum of a client's entries is what is open on invoices less what is left of credits. Each
 * function is called in the transaction that stores what it enters, and enters nothing twice. Drafts and what was written off
 * are not in it; neither is a proforma, which is no debt, nor what is paid on it, which the invoice that follows says to be prepaid.
 */
const counts = (invoice: string) =>
  sql`${sql.ref(`${invoice}.type`)} <> 'proforma' and ${sql.ref(`${invoice}.state`)} not in ('draft', 'written-off')`;

const oneOf = (column: string, ids?: readonly string[]): RawBuilder<unknown> =>
  ids ? sql`${sql.ref(column)} = any(${[...ids]})` : sql`true`;

const enter = (rows: RawBuilder<unknown>) => sql`
  insert into ledger_entries (client_id, currency, day, kind, document_id, amount)
  select client_id, currency, day, kind, document_id, amount from (${rows}) as entry (client_id, currency, day, kind, document_id, amount)
  where amount <> 0
  order by day, document_id, kind desc
  on conflict do nothing`;

/**
 * Enters invoices and credit notes that have been stored with all that belongs to them, or all there are: what they ask for,
 * what was paid before without a payment of the portal, and what is no longer asked for without having been paid, unless a
 * credit note says so.
 */
export async function enterInvoices(database: Kysely<Database>, ids?: readonly string[]): Promise<void> {
  await enter(sql`
    with stored as (
      select invoices.*, (
        select coalesce(sum(allocation.amount), 0) from payment_allocations as allocation
        join payments as payment on payment.id = allocation.payment_id
        where allocation.invoice_id = invoices.id and payment.status = 'succeeded'
      ) as allocated, exists (
        select 1 from invoice_references as reference join invoices as note on note.id = reference.invoice_id
        where reference.relation = 'corrects' and reference.number = invoices.number
          and note.type = 'credit-note' and note.client_id = invoices.client_id
      ) as corrected
      from invoices where ${counts('invoices')} and ${oneOf('invoices.id', ids)}
    )
    select client_id, currency, issued_on, 'credit-note', id, -total from stored where type = 'credit-note'
    union all select client_id, currency, issued_on, 'invoice', id, total from stored where type <> 'credit-note'
    union all select client_id, currency, issued_on, 'prepayment', id, allocated - paid from stored where type <> 'credit-note'
    union all select client_id, currency, issued_on, 'cancellation', id, paid + open - total from stored
      where type <> 'credit-note' and not corrected`).execute(database);
}

/** Enters payments that have succeeded, those made from a credit as a use of it as well, and what was refunded. */
export async function enterPayments(database: Kysely<Database>, ids?: readonly string[]): Promise<void> {
  await enter(sql`
    with made as (
      select payment.*, (payment.created_at at time zone ${company.timeZone})::date as day, (
        select coalesce(sum(allocation.amount), 0) from payment_allocations as allocation
        join invoices on invoices.id = allocation.invoice_id
        where allocation.payment_id = payment.id and ${counts('invoices')}
      ) as counted
      from payments as payment where payment.status in ('succeeded', 'refunded') and ${oneOf('payment.id', ids)}
    )
    select client_id, currency, day, 'payment', id, -counted from made
    union all select client_id, currency, day, 'refund', id, counted from made where status = 'refunded'
    union all select client_id, currency, day, 'credit-used', id, amount from made where credit_id is not null`).execute(database);
}

/** Enters credits that have been granted. One that comes from a credit note is in the ledger by it. */
export async function enterCredits(database: Kysely<Database>, ids: readonly string[]): Promise<void> {
  await enter(sql`
    select client_id, currency, granted_on, 'credit-granted', id, -original from credits
    where document_id is null and ${oneOf('credits.id', ids)}`).execute(database);
}

/** Enters that nothing more can be used of credits: from this day on they have expired or are void. */
export async function enterEndOfCredits(database: Kysely<Database>, ids: readonly string[], day: string): Promise<void> {
  await enter(sql`
    select client_id, currency, ${day}::date, 'credit-' || state, id, remaining from credits
    where state <> 'active' and ${oneOf('credits.id', ids)}`).execute(database);
}
