import { sql, type Kysely } from 'kysely';
import type { Database } from '../../src/database/tables.js';

/** Balances by client and currency, such as `cli_acme EUR` → `12.5`; those of nothing are left out. */
export type Balances = Record<string, string>;

async function sums(database: Kysely<Database>, rows: ReturnType<typeof sql<unknown>>): Promise<Balances> {
  const { rows: found } = await sql<{ key: string; sum: string }>`
    select client_id || ' ' || currency as key, trim_scale(sum(amount))::text as sum
    from (${rows}) as part (client_id, currency, amount)
    group by 1 having sum(amount) <> 0 order by 1`.execute(database);
  return Object.fromEntries(found.map(({ key, sum }) => [key, sum]));
}

/** What the ledger says. */
export const balances = (database: Kysely<Database>) => sums(database, sql`select client_id, currency, amount from ledger_entries`);

/** What is open on invoices less what is left of credits. */
export const owed = (database: Kysely<Database>) =>
  sums(
    database,
    sql`
      select client_id, currency, open from invoices where type <> 'proforma' and state not in ('draft', 'written-off')
      union all select client_id, currency, -remaining from credits where state = 'active'`,
  );
