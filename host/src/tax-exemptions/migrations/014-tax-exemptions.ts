import { sql, type Kysely } from 'kysely';

/** Certificates and VAT numbers for which clients are not charged a tax. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('tax_exemptions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('client_id', 'text', (column) => column.notNull().references('clients.id').onDelete('cascade'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('jurisdiction', 'text', (column) => column.notNull())
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('valid_from', 'date', (column) => column.notNull())
    .addColumn('valid_to', 'date')
    .addColumn('share_percent', 'numeric', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('status_reason', 'text')
    .addColumn('checked_at', 'timestamptz(3)')
    .addColumn('check_result', 'text')
    .addColumn('replaces_id', 'text', (column) => column.references('tax_exemptions.id').onDelete('set null'))
    .addColumn('note', 'text')
    .addColumn('submitted_at', 'timestamptz(3)', (column) => column.notNull().defaultTo(sql`now()`))
    .addColumn('submitted_by', 'text')
    .addColumn('search_text', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('tax_exemptions_by_time').on('tax_exemptions').columns(['client_id', 'submitted_at', 'id']).execute();
}
