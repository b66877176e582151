import { sql, type Kysely } from 'kysely';

/** What sums of the ledger are read from: entries with their amounts, and what is open on invoices. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`create index ledger_entries_in_order on ledger_entries (client_id, currency, day, id) include (amount)`.execute(database);
  await sql`drop index ledger_entries_by_day`.execute(database);
  await sql`create index invoices_not_settled on invoices (client_id, currency) where open <> 0`.execute(database);
}

export async function down(database: Kysely<unknown>): Promise<void> {
  await sql`drop index invoices_not_settled`.execute(database);
  await sql`create index ledger_entries_by_day on ledger_entries (client_id, currency, day, id)`.execute(database);
  await sql`drop index ledger_entries_in_order`.execute(database);
}
