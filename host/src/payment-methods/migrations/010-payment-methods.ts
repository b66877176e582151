import { sql, type Kysely } from 'kysely';

/** With what clients pay: payment methods, the mandates given with them, and subscriptions at PayPal. */
export async function up(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('sepa_mandates')
    .addColumn('reference', 'text', (column) => column.primaryKey())
    .addColumn('client_id', 'text', (column) => column.notNull().references('clients.id').onDelete('cascade'))
    .addColumn('text_id', 'text', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('signed_on', 'date', (column) => column.notNull())
    .addColumn('signed_by', 'text', (column) => column.notNull())
    .addColumn('revoked_at', 'timestamptz(3)')
    .execute();
  await schema
    .createTable('payment_methods')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('client_id', 'text', (column) => column.notNull().references('clients.id').onDelete('cascade'))
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('brand', 'text')
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('holder', 'text')
    .addColumn('expires_on', 'date')
    .addColumn('is_default', 'boolean', (column) => column.notNull().defaultTo(false))
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('status_note', 'text')
    .addColumn('verified_from', 'timestamptz(3)')
    .addColumn('provider_reference', 'text', (column) => column.notNull())
    .addColumn('mandate_reference', 'text', (column) => column.references('sepa_mandates.reference'))
    .addColumn('billing_address', 'jsonb')
    .addColumn('key', 'text', (column) => column.notNull().unique())
    .addColumn('version', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('created_at', 'timestamptz(3)', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('search_text', 'text', (column) => column.notNull())
    .addUniqueConstraint('payment_methods_provider_reference', ['client_id', 'provider_reference'])
    .execute();
  await sql`create unique index payment_methods_default on payment_methods (client_id) where is_default`.execute(database);
  await schema
    .createTable('subscriptions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('client_id', 'text', (column) => column.notNull().references('clients.id').onDelete('cascade'))
    .addColumn('reference', 'text', (column) => column.notNull().unique())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('status_note', 'text')
    .addColumn('contract_id', 'text', (column) => column.references('contracts.id').onDelete('set null'))
    .addColumn('subject_type', 'text', (column) => column.notNull())
    .addColumn('subject_id', 'text')
    .addColumn('subject_name', 'text', (column) => column.notNull())
    .addColumn('amount', 'numeric', (column) => column.notNull())
    .addColumn('currency', 'text', (column) => column.notNull())
    .addColumn('interval_unit', 'text', (column) => column.notNull())
    .addColumn('interval_count', 'integer', (column) => column.notNull())
    .addColumn('next_charge_at', 'timestamptz(3)')
    .addColumn('last_paid_at', 'timestamptz(3)')
    .addColumn('last_paid_amount', 'numeric')
    .addColumn('failed_payments', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('approve_href', 'text')
    .addColumn('created_at', 'timestamptz(3)', (column) => column.notNull())
    .addColumn('as_of', 'timestamptz(3)', (column) => column.notNull())
    .addColumn('search_text', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('subscriptions_by_client').on('subscriptions').column('client_id').execute();
}

export async function down({ schema }: Kysely<unknown>): Promise<void> {
  for (const table of ['subscriptions', 'payment_methods', 'sepa_mandates']) await schema.dropTable(table).execute();
}
