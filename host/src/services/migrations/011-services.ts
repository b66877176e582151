import { sql, type Kysely } from 'kysely';

/** Services with their extras, their secrets, and who has looked at these. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await createServices(database);
  await createExtras(database);
  await createSecrets(database);
}

/** The factor that makes a yearly price of a price; null if it is charged once. */
const timesAYear = sql`case price_period when 'month' then 12 when 'quarter' then 4 when 'half-year' then 2 when 'year' then 1 when 'two-years' then 0.5 end`;

async function createServices({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('services')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('client_id', 'text', (column) => column.notNull().references('clients.id').onDelete('cascade'))
    .addColumn('contract_id', 'text', (column) => column.references('contracts.id').onDelete('set null'))
    .addColumn('parent_id', 'text', (column) => column.references('services.id').onDelete('set null'))
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('label', 'text')
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('identifier', 'text')
    .addColumn('price', 'numeric')
    .addColumn('currency', 'text')
    .addColumn('price_period', 'text')
    .addColumn('yearly_price', 'numeric', (column) => column.generatedAlwaysAs(sql`price * (${timesAYear})`).stored())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('status_reason', 'text')
    .addColumn('auto_renew', 'boolean', (column) => column.notNull())
    .addColumn('payment_method_id', 'text')
    .addColumn('starts_on', 'date', (column) => column.notNull())
    .addColumn('renews_on', 'date')
    .addColumn('next_invoice_on', 'date')
    .addColumn('ends_on', 'date')
    .addColumn('term_months', 'integer')
    .addColumn('notice_days', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('cancel_at', 'date')
    .addColumn('cancel_reason', 'text')
    .addColumn('cancelled_with', 'text', (column) => column.references('services.id').onDelete('set null'))
    .addColumn('search_text', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull().defaultTo(1))
    .addUniqueConstraint('services_client_number', ['client_id', 'number'])
    .execute();
  for (const column of ['parent_id', 'contract_id', 'payment_method_id'])
    await schema.createIndex(`services_${column}`).on('services').column(column).execute();
}

async function createExtras({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('service_extras')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('service_id', 'text', (column) => column.notNull().references('services.id').onDelete('cascade'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('quantity', 'numeric', (column) => column.notNull().defaultTo(1))
    .addColumn('price', 'numeric', (column) => column.notNull())
    .addColumn('currency', 'text', (column) => column.notNull())
    .addColumn('price_period', 'text', (column) => column.notNull())
    .addColumn('yearly_price', 'numeric', (column) => column.generatedAlwaysAs(sql`quantity * price * (${timesAYear})`).stored())
    .addUniqueConstraint('service_extras_position', ['service_id', 'position'])
    .execute();
}

/** `sealed` is what the host's secret box has made of a secret; the database alone does not tell it. */
async function createSecrets({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('service_secrets')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('client_id', 'text', (column) => column.notNull().references('clients.id').onDelete('cascade'))
    .addColumn('service_id', 'text', (column) => column.notNull().references('services.id').onDelete('cascade'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addUniqueConstraint('service_secrets_position', ['service_id', 'position'])
    .execute();
  await schema
    .createTable('service_reveals')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('client_id', 'text', (column) => column.notNull().references('clients.id').onDelete('cascade'))
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('secret_id', 'text', (column) => column.notNull())
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('membership_id', 'text')
    .addColumn('by_name', 'text', (column) => column.notNull())
    .addColumn('address', 'text')
    .addColumn('at', 'timestamptz(3)', (column) => column.notNull())
    .execute();
  await schema.createIndex('service_reveals_by_secret').on('service_reveals').columns(['secret_id', 'at']).execute();
}

export async function down({ schema }: Kysely<unknown>): Promise<void> {
  for (const table of ['service_reveals', 'service_secrets', 'service_extras', 'services']) await schema.dropTable(table).execute();
}
