import { sql, type Kysely } from 'kysely';

/** Files that people have uploaded, and the records they belong to. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('uploads')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('client_id', 'text', (column) => column.notNull().references('clients.id').onDelete('cascade'))
    .addColumn('person_id', 'text')
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('subject', 'text')
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('media_type', 'text', (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('content', 'bytea', (column) => column.notNull())
    .addColumn('uploaded_at', 'timestamptz(3)', (column) => column.notNull().defaultTo(sql`now()`))
    .execute();
  await schema.createIndex('uploads_by_subject').on('uploads').column('subject').execute();
  await schema.createIndex('uploads_by_client').on('uploads').columns(['client_id', 'uploaded_at']).execute();
}
