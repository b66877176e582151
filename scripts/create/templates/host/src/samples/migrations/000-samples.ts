import { sql, type Kysely } from 'kysely';

/** The clients' samples. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('samples')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('client_id', 'text', (column) => column.notNull().references('clients.id').onDelete('cascade'))
    // if versioned
    .addColumn('version', 'integer', (column) => column.notNull().defaultTo(1))
    // end
    // each field
    .addColumn('sample_name', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('sample_text', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('sample_choice', 'text', (column) => column.notNull().defaultTo('sampleExample'))
    .addColumn('sample_enum', 'text', (column) => column.notNull().defaultTo('sampleExample'))
    .addColumn('sample_money_amount', 'numeric', (column) => column.notNull().defaultTo(0))
    .addColumn('sample_money_currency', 'text', (column) => column.notNull().defaultTo('EUR'))
    .addColumn('sample_number', 'double precision', (column) => column.notNull().defaultTo(0))
    .addColumn('sample_day', 'date', (column) => column.notNull().defaultTo(sql`current_date`))
    .addColumn('sample_instant', 'timestamptz(3)', (column) => column.notNull().defaultTo(sql`now()`))
    .addColumn('sample_flag', 'boolean', (column) => column.notNull().defaultTo(false))
    .addColumn('sample_list', 'jsonb')
    // end
    .addColumn('search_text', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('samples_client_id').on('samples').columns(['client_id', 'id']).execute();
}
