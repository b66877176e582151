import { sql, type Kysely } from 'kysely';

/** Invoices, their lines, taxes, references and sources, and payments. */
export async function up(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('invoices')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('client_id', 'text', (column) => column.notNull().references('clients.id').onDelete('cascade'))
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('type_code', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('issued_on', 'date', (column) => column.notNull())
    .addColumn('due_on', 'date')
    .addColumn('currency', 'text', (column) => column.notNull())
    .addColumn('net_total', 'numeric', (column) => column.notNull())
    .addColumn('tax_total', 'numeric', (column) => column.notNull())
    .addColumn('rounding', 'numeric', (column) => column.notNull())
    .addColumn('total', 'numeric', (column) => column.notNull())
    .addColumn('prepaid', 'numeric', (column) => column.notNull())
    .addColumn('paid', 'numeric', (column) => column.notNull())
    .addColumn('pending', 'numeric', (column) => column.notNull().check(sql`pending >= 0`))
    .addColumn('open', 'numeric', (column) => column.notNull())
    .addColumn('reference', 'text')
    .addColumn('note', 'text')
    .addColumn('payment_terms', 'text')
    .addColumn('period_from', 'date')
    .addColumn('period_to', 'date')
    .addColumn('seller', 'jsonb', (column) => column.notNull())
    .addColumn('buyer', 'jsonb', (column) => column.notNull())
    .addColumn('adjustments', 'jsonb', (column) => column.notNull())
    .addColumn('search', 'text', (column) => column.notNull())
    .addCheckConstraint('invoices_not_overpaid', sql`pending = 0 or pending <= open`)
    .execute();
  await sql`create index invoices_by_issue on invoices (client_id, issued_on, id)`.execute(database);
  await sql`create index invoices_by_number on invoices (client_id, number, id)`.execute(database);
  await schema
    .createTable('invoice_lines')
    .addColumn('invoice_id', 'text', (column) => column.notNull().references('invoices.id').onDelete('cascade'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('contract_id', 'text')
    .addColumn('description', 'text', (column) => column.notNull())
    .addColumn('quantity', 'numeric', (column) => column.notNull())
    .addColumn('unit', 'text')
    .addColumn('unit_price', 'numeric', (column) => column.notNull())
    .addColumn('tax_category', 'text', (column) => column.notNull())
    .addColumn('tax_rate', 'numeric')
    .addColumn('net', 'numeric', (column) => column.notNull())
    .addColumn('period_from', 'date')
    .addColumn('period_to', 'date')
    .addPrimaryKeyConstraint('invoice_lines_key', ['invoice_id', 'position'])
    .execute();
  await schema.createIndex('invoice_lines_by_contract').on('invoice_lines').columns(['contract_id', 'invoice_id']).execute();
  await schema
    .createTable('invoice_taxes')
    .addColumn('invoice_id', 'text', (column) => column.notNull().references('invoices.id').onDelete('cascade'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('category', 'text', (column) => column.notNull())
    .addColumn('rate', 'numeric')
    .addColumn('base', 'numeric', (column) => column.notNull())
    .addColumn('tax', 'numeric', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addPrimaryKeyConstraint('invoice_taxes_key', ['invoice_id', 'position'])
    .execute();
  await schema
    .createTable('invoice_references')
    .addColumn('invoice_id', 'text', (column) => column.notNull().references('invoices.id').onDelete('cascade'))
    .addColumn('relation', 'text', (column) => column.notNull())
    .addColumn('number', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('invoice_references_key', ['invoice_id', 'relation', 'number'])
    .execute();
  await schema.createIndex('invoice_references_by_number').on('invoice_references').column('number').execute();
  await schema
    .createTable('invoice_sources')
    .addColumn('invoice_id', 'text', (column) => column.primaryKey().references('invoices.id').onDelete('cascade'))
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('content', 'bytea', (column) => column.notNull())
    .execute();
  await schema
    .createTable('payments')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('client_id', 'text', (column) => column.notNull().references('clients.id').onDelete('cascade'))
    .addColumn('key', 'text', (column) => column.notNull().unique())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addColumn('method', 'text', (column) => column.notNull())
    .addColumn('currency', 'text', (column) => column.notNull())
    .addColumn('amount', 'numeric', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('settles_at', 'timestamptz')
    .execute();
  await sql`create index payments_to_settle on payments (client_id, settles_at) where status = 'processing'`.execute(database);
  await schema
    .createTable('payment_allocations')
    .addColumn('payment_id', 'text', (column) => column.notNull().references('payments.id').onDelete('cascade'))
    .addColumn('invoice_id', 'text', (column) => column.notNull().references('invoices.id').onDelete('cascade'))
    .addColumn('amount', 'numeric', (column) => column.notNull())
    .addPrimaryKeyConstraint('payment_allocations_key', ['payment_id', 'invoice_id'])
    .execute();
  await schema.createIndex('payment_allocations_by_invoice').on('payment_allocations').column('invoice_id').execute();
}

export async function down(database: Kysely<unknown>): Promise<void> {
  const tables = ['payment_allocations', 'payments', 'invoice_sources', 'invoice_references', 'invoice_taxes', 'invoice_lines', 'invoices'];
  for (const table of tables) await database.schema.dropTable(table).execute();
}
