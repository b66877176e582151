import { sql, type Kysely } from 'kysely';
import { enterInvoices, enterPayments } from '../../ledger/entries.js';

/** Credits, payments made from them, and the ledger, in which what there is already is entered. */
export async function up(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('credits')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('client_id', 'text', (column) => column.notNull().references('clients.id').onDelete('cascade'))
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('granted_on', 'date', (column) => column.notNull())
    .addColumn('expires_on', 'date')
    .addColumn('currency', 'text', (column) => column.notNull())
    .addColumn('original', 'numeric', (column) => column.notNull().check(sql`original > 0`))
    .addColumn('used', 'numeric', (column) => column.notNull().check(sql`used >= 0`))
    .addColumn('remaining', 'numeric', (column) => column.notNull().check(sql`remaining >= 0`))
    .addColumn('document_id', 'text', (column) => column.references('invoices.id'))
    .addColumn('search', 'text', (column) => column.notNull())
    .addCheckConstraint('credits_add_up', sql`used + remaining = original`)
    .execute();
  await sql`create index credits_by_grant on credits (client_id, granted_on, id)`.execute(database);
  await sql`create index credits_to_expire on credits (client_id, expires_on) where state = 'active'`.execute(database);
  await schema
    .alterTable('payments')
    .addColumn('credit_id', 'text', (column) => column.references('credits.id'))
    .execute();
  await sql`create index payments_by_credit on payments (credit_id) where credit_id is not null`.execute(database);
  await schema
    .createTable('ledger_entries')
    .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('client_id', 'text', (column) => column.notNull().references('clients.id').onDelete('cascade'))
    .addColumn('currency', 'text', (column) => column.notNull())
    .addColumn('day', 'date', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('document_id', 'text', (column) => column.notNull())
    .addColumn('amount', 'numeric', (column) => column.notNull().check(sql`amount <> 0`))
    .addUniqueConstraint('ledger_entries_once', ['document_id', 'kind'])
    .execute();
  await sql`create index ledger_entries_by_day on ledger_entries (client_id, currency, day, id)`.execute(database);
  await appendOnly(database);
  await enterInvoices(database);
  await enterPayments(database);
}

async function appendOnly(database: Kysely<unknown>): Promise<void> {
  await sql`
    create function refuse_ledger_change() returns trigger language plpgsql as $$
    begin
      raise exception 'An entry of the ledger is never changed: enter another that takes it back.';
    end $$`.execute(database);
  await sql`create trigger ledger_entries_unchanged before update on ledger_entries
    for each row execute function refuse_ledger_change()`.execute(database);
}

export async function down(database: Kysely<unknown>): Promise<void> {
  await database.schema.dropTable('ledger_entries').execute();
  await sql`drop function refuse_ledger_change`.execute(database);
  await database.schema.alterTable('payments').dropColumn('credit_id').execute();
  await database.schema.dropTable('credits').execute();
}
