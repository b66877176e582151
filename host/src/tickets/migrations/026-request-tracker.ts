import { sql, type Kysely } from 'kysely';

/** Which tickets are copies of those in Request Tracker, and what waits to be sent there. */
export async function up(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  // Request Tracker has numbers of its own.
  await schema.alterTable('tickets').dropConstraint('tickets_number_key').execute();
  await schema
    .createTable('tracked_clients')
    .addColumn('client_id', 'text', (column) => column.primaryKey().references('clients.id').onDelete('cascade'))
    .addColumn('read_to', 'text', (column) => column.notNull())
    .addColumn('read_at', 'timestamptz(3)', (column) => column.notNull())
    .execute();
  await schema
    .createTable('tracked_tickets')
    .addColumn('ticket_id', 'text', (column) => column.primaryKey().references('tickets.id').onDelete('cascade'))
    .addColumn('client_id', 'text', (column) => column.notNull().references('clients.id').onDelete('cascade'))
    .addColumn('number', 'integer', (column) => column.unique())
    .addColumn('version', 'text')
    .addColumn('read_at', 'timestamptz(3)')
    .execute();
  await schema.createIndex('tracked_tickets_of_client').on('tracked_tickets').column('client_id').execute();
  await schema
    .createTable('tracked_messages')
    .addColumn('post_id', 'text', (column) => column.primaryKey().references('ticket_posts.id').onDelete('cascade'))
    .addColumn('ticket_id', 'text', (column) => column.notNull().references('tickets.id').onDelete('cascade'))
    .addColumn('reference', 'text', (column) => column.notNull().unique())
    .addColumn('transaction_id', 'integer', (column) => column.unique())
    .addColumn('queued_at', 'timestamptz(3)', (column) => column.notNull().defaultTo(sql`now()`))
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('in_doubt', 'boolean', (column) => column.notNull().defaultTo(false))
    .addColumn('due_at', 'timestamptz(3)')
    .execute();
  await schema.createIndex('tracked_messages_of_ticket').on('tracked_messages').columns(['ticket_id', 'queued_at']).execute();
  await schema.createIndex('tracked_messages_due').on('tracked_messages').column('due_at').where('due_at', 'is not', null).execute();
}
