import { sql, type Kysely } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { Database } from '../database/tables.js';
import { money, sumOf } from '../http/money.js';
import { hiddenStates } from '../invoices/status.js';
import type { Ledger } from './filter.js';

type Ageing = components['schemas']['LedgerAgeing'];

/** Days overdue, as a condition in SQL. */
const buckets = {
  notDue: sql`days is null or days <= 0`,
  upTo30: sql`days between 1 and 30`,
  upTo60: sql`days between 31 and 60`,
  upTo90: sql`days between 61 and 90`,
  over90: sql`days > 90`,
};
type Bucket = keyof typeof buckets;

/** What is open on invoices by days overdue, and what the company owes the client: together the balance of today. */
export async function ageingOf(database: Kysely<Database>, { clientId, currency }: Ledger, today: string): Promise<Ageing> {
  const open = database
    .selectFrom('invoices')
    .where('client_id', '=', clientId)
    .where('currency', '=', currency)
    .where('open', '<>', '0')
    .where('type', '<>', 'proforma')
    .where('state', 'not in', hiddenStates)
    .select(['open', sql<number | null>`${today}::date - due_on`.as('days')])
    .as('unsettled');
  const bucket = (name: Bucket) => sql<string>`coalesce(sum(open) filter (where open > 0 and (${buckets[name]})), 0)`.as(name);
  const sums = await database
    .selectFrom(open)
    .select([bucket('notDue'), bucket('upTo30'), bucket('upTo60'), bucket('upTo90'), bucket('over90')])
    .select(sql<string>`coalesce(-sum(open) filter (where open < 0), 0)`.as('unallocated'))
    .executeTakeFirstOrThrow();
  const { left } = await database
    .selectFrom('credits')
    .where('client_id', '=', clientId)
    .where('currency', '=', currency)
    .where('state', '=', 'active')
    .select(sql<string>`coalesce(sum(remaining), 0)`.as('left'))
    .executeTakeFirstOrThrow();
  const names = Object.keys(buckets) as Bucket[];
  const parts = Object.fromEntries(names.map((name) => [name, money(sums[name], currency)])) as Record<Bucket, Ageing[Bucket]>;
  return {
    asOf: today,
    ...parts,
    open: money(sumOf(names.map((name) => sums[name])), currency),
    credit: money(sumOf([sums.unallocated, left]), currency),
  };
}
