import { sql, type Kysely } from 'kysely';

/** What people have chosen for tickets, and what waits for their digests. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('support_preferences')
    .addColumn('membership_id', 'text', (column) => column.primaryKey().references('memberships.id').onDelete('cascade'))
    .addColumn('choices', 'jsonb', (column) => column.notNull().defaultTo(sql`'{}'`))
    .addColumn('pin', 'text')
    .addColumn('pin_renewed_at', 'timestamptz(3)')
    .execute();
  await schema
    .createTable('ticket_digests')
    .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('membership_id', 'text', (column) => column.notNull().references('memberships.id').onDelete('cascade'))
    .addColumn('ticket_id', 'text', (column) => column.notNull().references('tickets.id').onDelete('cascade'))
    .addColumn('about', 'text', (column) => column.notNull())
    .addColumn('by_name', 'text', (column) => column.notNull())
    .addColumn('at', 'timestamptz(3)', (column) => column.notNull().defaultTo(sql`now()`))
    .execute();
  await schema.createIndex('ticket_digests_by_person').on('ticket_digests').columns(['membership_id', 'id']).execute();
  await schema.createIndex('ticket_digests_by_ticket').on('ticket_digests').column('ticket_id').execute();
}
