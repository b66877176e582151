import { sql, type Kysely } from 'kysely';

/** Orders with their items, steps and what these ask of the client; quotes with their lines and the questions about them. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await createOrders(database);
  await createQuotes(database);
}

async function createOrders(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('orders')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('client_id', 'text', (column) => column.notNull().references('clients.id').onDelete('cascade'))
    .addColumn('contract_id', 'text')
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('placed_at', 'timestamptz(3)')
    .addColumn('last_activity_at', 'timestamptz(3)', (column) => column.notNull())
    .addColumn('details', 'jsonb', (column) => column.notNull().defaultTo(sql`'[]'::jsonb`))
    .addColumn('reference', 'text')
    .addColumn('note', 'text')
    .addColumn('cancelled_at', 'timestamptz(3)')
    .addColumn('cancelled_by', 'text')
    .addColumn('cancel_reason', 'text')
    .addColumn('quote_id', 'text', (column) => column.unique())
    .addColumn('invoice_id', 'text')
    .addColumn('search', 'text', (column) => column.notNull())
    .execute();
  await sql`create sequence order_numbers start 1001`.execute(database);
  await schema.createIndex('orders_by_activity').on('orders').columns(['client_id', 'last_activity_at', 'id']).execute();
  await schema.createIndex('orders_by_number').on('orders').columns(['client_id', 'number']).unique().execute();
  await schema
    .createTable('order_items')
    .addColumn('order_id', 'text', (column) => column.notNull().references('orders.id').onDelete('cascade'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('description', 'text', (column) => column.notNull())
    .addColumn('details', 'text')
    .addColumn('quantity', 'numeric', (column) => column.notNull())
    .addColumn('unit', 'text')
    .addColumn('unit_price', 'numeric', (column) => column.notNull())
    .addColumn('net', 'numeric', (column) => column.notNull())
    .addColumn('tax_rate', 'numeric')
    .addColumn('currency', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('order_items_key', ['order_id', 'position'])
    .execute();
  await schema
    .createTable('order_steps')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('order_id', 'text', (column) => column.notNull().references('orders.id').onDelete('cascade'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('visible', 'boolean', (column) => column.notNull())
    .addColumn('cancellable', 'boolean', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('started_at', 'timestamptz(3)')
    .addColumn('done_at', 'timestamptz(3)')
    .addColumn('note', 'text')
    .addUniqueConstraint('order_steps_in_order', ['order_id', 'position'])
    .execute();
  await schema
    .createTable('order_requests')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('order_id', 'text', (column) => column.notNull().references('orders.id').onDelete('cascade'))
    .addColumn('step_id', 'text', (column) => column.notNull().references('order_steps.id').onDelete('cascade'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('hint', 'text')
    .addColumn('answer', 'text')
    .addColumn('answered_at', 'timestamptz(3)')
    .addColumn('answered_by', 'text')
    .execute();
  await schema.createIndex('order_requests_by_order').on('order_requests').columns(['order_id', 'position']).execute();
}

async function createQuotes(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('quotes')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('client_id', 'text', (column) => column.notNull().references('clients.id').onDelete('cascade'))
    .addColumn('contract_id', 'text')
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('issued_on', 'date', (column) => column.notNull())
    .addColumn('valid_until', 'date')
    .addColumn('introduction', 'text')
    .addColumn('note', 'text')
    .addColumn('contact', 'text')
    .addColumn('terms', 'jsonb', (column) => column.notNull())
    .addColumn('superseded_by', 'text')
    .addColumn('decided_at', 'timestamptz(3)')
    .addColumn('decided_by', 'text')
    .addColumn('purchase_order', 'text')
    .addColumn('decline_reason', 'text')
    .addColumn('search', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('quotes_by_issue').on('quotes').columns(['client_id', 'issued_on', 'id']).execute();
  await schema
    .createTable('quote_lines')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('quote_id', 'text', (column) => column.notNull().references('quotes.id').onDelete('cascade'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('description', 'text', (column) => column.notNull())
    .addColumn('details', 'text')
    .addColumn('quantity', 'numeric', (column) => column.notNull())
    .addColumn('unit', 'text')
    .addColumn('unit_price', 'numeric', (column) => column.notNull())
    .addColumn('discount', 'numeric')
    .addColumn('net', 'numeric', (column) => column.notNull())
    .addColumn('tax_rate', 'numeric')
    .addColumn('currency', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('optional', 'boolean', (column) => column.notNull())
    .addColumn('selected', 'boolean', (column) => column.notNull())
    .addUniqueConstraint('quote_lines_in_quote', ['quote_id', 'position'])
    .execute();
  await schema
    .createTable('quote_questions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('quote_id', 'text', (column) => column.notNull().references('quotes.id').onDelete('cascade'))
    .addColumn('asked_at', 'timestamptz(3)', (column) => column.notNull())
    .addColumn('asked_by', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('answer', 'text')
    .addColumn('answered_at', 'timestamptz(3)')
    .execute();
  await schema.createIndex('quote_questions_by_quote').on('quote_questions').columns(['quote_id', 'asked_at']).execute();
}

export async function down(database: Kysely<unknown>): Promise<void> {
  const tables = ['quote_questions', 'quote_lines', 'quotes', 'order_requests', 'order_steps', 'order_items', 'orders'];
  for (const table of tables) await database.schema.dropTable(table).execute();
  await sql`drop sequence order_numbers`.execute(database);
}
