import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/tables.js';
import type { Ledger, Period } from './filter.js';

/** The sums of a period of a ledger, as decimal strings: `opening` and `debit` less `credit` are `closing`. */
export interface PeriodSums {
  currency: string;
  opening: string;
  debit: string;
  credit: string;
  closing: string;
  /** Entries in the period. */
  count: number;
}

/** The sums of a period in each currency in which the client has a ledger, in the order of the alphabet. */
export async function periodSums(database: Kysely<Database>, clientId: string, { from, to }: Period): Promise<PeriodSums[]> {
  const first = sql`${from ?? '-infinity'}::date`;
  const last = sql`${to ?? 'infinity'}::date`;
  return await database
    .selectFrom('ledger_entries')
    .where('client_id', '=', clientId)
    .select([
      'currency',
      sql<string>`coalesce(sum(amount) filter (where day < ${first}), 0)`.as('opening'),
      sql<string>`coalesce(sum(amount) filter (where day between ${first} and ${last} and amount > 0), 0)`.as('debit'),
      sql<string>`coalesce(-sum(amount) filter (where day between ${first} and ${last} and amount < 0), 0)`.as('credit'),
      sql<string>`coalesce(sum(amount) filter (where day <= ${last}), 0)`.as('closing'),
      sql<number>`count(*) filter (where day between ${first} and ${last})`.as('count'),
    ])
    .groupBy('currency')
    .orderBy('currency')
    .execute();
}

/** The sums of a ledger without entries. */
export const noSums = (currency: string): PeriodSums => ({ currency, opening: '0', debit: '0', credit: '0', closing: '0', count: 0 });

interface Placed {
  id: number;
  day: string;
}

/**
 * The balance of the whole ledger after each of these entries, by id. They are in its order, though not always next to each
 * other; what comes before them is summed up, and what comes between them is counted in.
 */
export async function balancesAfter(
  database: Kysely<Database>,
  { clientId, currency }: Ledger,
  entries: readonly Placed[],
): Promise<Map<number, string>> {
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) return new Map();
  const own = sql`client_id = ${clientId} and currency = ${currency}`;
  const { rows } = await sql<{ id: number; balance: string }>`
    select id, balance + (
      select coalesce(sum(amount), 0) from ledger_entries where ${own} and (day, id) < (${first.day}::date, ${first.id}::bigint)
    ) as balance
    from (
      select id, sum(amount) over (order by day, id rows unbounded preceding) as balance from ledger_entries
      where ${own} and (day, id) >= (${first.day}::date, ${first.id}::bigint) and (day, id) <= (${last.day}::date, ${last.id}::bigint)
    ) as between_them
    where id = any(${entries.map(({ id }) => id)}::bigint[])`.execute(database);
  return new Map(rows.map(({ id, balance }) => [id, balance]));
}
