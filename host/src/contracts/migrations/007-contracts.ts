import { sql, type Kysely } from 'kysely';

const texts = ['status_reason', 'identifier', 'currency', 'price_period'] as const;
const days = ['renews_on', 'cancel_by'] as const;

/** Adds the columns that contracts of every kind have, and `facts` for what is particular to one. */
export async function up(database: Kysely<unknown>): Promise<void> {
  let table = database.schema
    .alterTable('contracts')
    .addColumn('price', 'numeric')
    .addColumn('facts', 'jsonb', (column) => column.notNull().defaultTo(sql`'[]'::jsonb`));
  for (const column of texts) table = table.addColumn(column, 'text');
  for (const column of days) table = table.addColumn(column, 'date');
  await table.execute();
}

export async function down(database: Kysely<unknown>): Promise<void> {
  let table = database.schema.alterTable('contracts').dropColumn('price').dropColumn('facts');
  for (const column of [...texts, ...days]) table = table.dropColumn(column);
  await table.execute();
}
