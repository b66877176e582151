import { randomUUID } from 'node:crypto';
import { sql, type Kysely, type Selectable } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { CreditTable } from './tables.js';
import type { Database } from '../database/tables.js';
import { compareAmounts, money, sumOf } from '../http/money.js';
import { notFound, Problem } from '../http/problem.js';
import { searchText } from '../http/search.js';
import type { Allocation } from '../payments/allocations.js';
import { companyToday } from '../company.js';
import type { InvoiceOwner } from '../invoices/filter.js';
import { book, reserve, toPayment } from '../payments/payments.js';
import { enterCredits, enterEndOfCredits } from '../ledger/entries.js';
import { creditStatus, creditStatusLabel } from './status.js';

type Payment = components['schemas']['Payment'];

/** The company's decisions about a new credit. */
export type Grant = Pick<CreditTable, 'client_id' | 'type' | 'reason' | 'granted_on' | 'expires_on' | 'currency' | 'original'> &
  Partial<Pick<CreditTable, 'id' | 'document_id'>>;

interface Use extends InvoiceOwner {
  creditId: string;
  /** The same for every attempt to make this use. */
  key: string;
  allocations: readonly Allocation[];
}

/** Grants a credit; resolves with its id. */
export async function grantCredit(database: Kysely<Database>, grant: Grant): Promise<string> {
  const credit: CreditTable = {
    id: `crd_${randomUUID()}`,
    document_id: null,
    ...grant,
    state: 'active',
    used: '0',
    remaining: grant.original,
    search: searchText([grant.reason]),
  };
  await database.transaction().execute(async (transaction) => {
    await transaction.insertInto('credits').values(credit).execute();
    await enterCredits(transaction, [credit.id]);
  });
  return credit.id;
}

/** Takes back what has not been used of a credit; one that has come to its end stays as it is. */
export async function voidCredit(database: Kysely<Database>, id: string): Promise<void> {
  await end(database, 'void', (credits) => credits.where('id', '=', id));
}

/** Ends the client's credits whose last day has passed. */
export async function expireCredits(database: Kysely<Database>, clientId: string, today = companyToday()): Promise<void> {
  await end(database, 'expired', (credits) => credits.where('client_id', '=', clientId).where('expires_on', '<', today), today);
}

const active = (database: Kysely<Database>) =>
  database.selectFrom('credits').select('id').where('state', '=', 'active').where('remaining', '>', '0');

async function end(
  database: Kysely<Database>,
  state: 'expired' | 'void',
  which: (credits: ReturnType<typeof active>) => ReturnType<typeof active>,
  today = companyToday(),
): Promise<void> {
  // Asked without a lock first: there is hardly ever one.
  if (!(await which(active(database)).limit(1).executeTakeFirst())) return;
  await database.transaction().execute(async (transaction) => {
    const ids = (await which(active(transaction)).orderBy('id').forUpdate().execute()).map(({ id }) => id);
    if (ids.length === 0) return;
    await transaction.updateTable('credits').set({ state }).where('id', 'in', ids).execute();
    await enterEndOfCredits(transaction, ids, today);
  });
}

/**
 * Pays invoices from a credit, all of it or nothing: what the invoices show as a payment is a use of the credit. A use that was
 * made before with the same key is given again.
 */
export async function applyCredit(database: Kysely<Database>, use: Use): Promise<Payment> {
  await expireCredits(database, use.clientId);
  return await database.transaction().execute(async (transaction) => {
    // The credit is locked before the invoices, everywhere, so that two uses wait for each other instead of deadlocking.
    const credit = await transaction
      .selectFrom('credits')
      .selectAll()
      .where('id', '=', use.creditId)
      .where('client_id', '=', use.clientId)
      .forUpdate()
      .executeTakeFirst();
    if (!credit) throw notFound();
    const known = await transaction.selectFrom('payments').selectAll().where('key', '=', use.key).executeTakeFirst();
    if (known) return await toPayment(transaction, known);
    checkCredit(credit, use.allocations);
    const { id, amount } = await reserve(transaction, use);
    checkRemaining(credit, use.allocations);
    await transaction
      .updateTable('credits')
      .set({ used: sql`used + ${amount}::numeric`, remaining: sql`remaining - ${amount}::numeric` })
      .where('id', '=', credit.id)
      .execute();
    return await toPayment(transaction, await book(transaction, id, { status: 'succeeded', method: 'Credit' }));
  });
}

/** Throws unless something is left of the credit and it is in the currency of what is to be paid. */
function checkCredit(credit: Selectable<CreditTable>, allocations: readonly Allocation[]): void {
  const status = creditStatus(credit);
  if (status !== 'available' && status !== 'partly-used')
    throw new Problem(409, 'This credit can no longer be used', {
      type: 'credit-unavailable',
      detail: `It is: ${creditStatusLabel(status)}.`,
    });
  const errors = allocations.flatMap(({ amount }, index) =>
    amount.currency === credit.currency
      ? []
      : [{ pointer: `/allocations/${index}/amount`, detail: `This credit is in ${credit.currency}.`, code: 'other-currency' }],
  );
  if (errors.length > 0) throw new Problem(422, 'Some amounts need another look', { errors });
}

/** Throws where the amounts come to more than is left, at the first with which they do. */
function checkRemaining({ remaining, currency }: Selectable<CreditTable>, allocations: readonly Allocation[]): void {
  const amounts = allocations.map(({ amount }) => amount.amount);
  const index = amounts.findIndex((_, last) => compareAmounts(sumOf(amounts.slice(0, last + 1)), remaining) > 0);
  if (index < 0) return;
  const left = money(remaining, currency);
  const detail = `Only ${left.amount} ${left.currency} are left of this credit.`;
  throw new Problem(422, 'Some amounts need another look', {
    errors: [{ pointer: `/allocations/${index}/amount`, detail, code: 'more-than-remaining' }],
  });
}
