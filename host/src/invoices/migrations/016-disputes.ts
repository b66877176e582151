import { sql, type Kysely } from 'kysely';

/** Disputes of invoices, and where imported invoices ask to be paid. */
export async function up(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema.alterTable('invoices').addColumn('disputed_at', 'timestamptz').addColumn('payee', 'jsonb').execute();
  await schema
    .createTable('invoice_disputes')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('invoice_id', 'text', (column) => column.notNull().references('invoices.id').onDelete('cascade'))
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('lines', 'jsonb', (column) => column.notNull())
    .addColumn('raised_by', 'text', (column) => column.notNull())
    .addColumn('raised_at', 'timestamptz', (column) => column.notNull())
    .addColumn('withdrawn_at', 'timestamptz')
    .execute();
  await sql`create unique index invoice_disputes_one_at_a_time on invoice_disputes (invoice_id) where withdrawn_at is null`.execute(
    database,
  );
}

export async function down(database: Kysely<unknown>): Promise<void> {
  await database.schema.dropTable('invoice_disputes').execute();
  await database.schema.alterTable('invoices').dropColumn('disputed_at').dropColumn('payee').execute();
}
