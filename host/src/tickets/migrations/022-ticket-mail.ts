import { sql, type Kysely } from 'kysely';

/** Answers to tickets by mail: the mails that have come, the addresses that they come to, and what could not be taken of them. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .alterTable('ticket_posts')
    .addColumn('left_out', 'jsonb', (column) => column.notNull().defaultTo(sql`'[]'`))
    .execute();
  await schema.alterTable('ticket_parties').addColumn('mail_token', 'text').addColumn('mail_token_hash', 'text').execute();
  await schema.createIndex('ticket_parties_by_token').unique().on('ticket_parties').column('mail_token_hash').execute();
  await schema
    .createTable('ticket_mails')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('message_id', 'text', (column) => column.unique())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('received_at', 'timestamptz(3)', (column) => column.notNull().defaultTo(sql`now()`))
    .addColumn('sender', 'text')
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('ticket_id', 'text', (column) => column.references('tickets.id').onDelete('cascade'))
    .addColumn('post_id', 'text', (column) => column.references('ticket_posts.id').onDelete('cascade'))
    .addColumn('reason', 'text')
    .addColumn('source', 'bytea', (column) => column.notNull())
    .execute();
  await schema
    .createIndex('ticket_mails_alike')
    .unique()
    .on('ticket_mails')
    .column('digest')
    .where(sql.ref('message_id'), 'is', null)
    .execute();
  await schema.createIndex('ticket_mails_by_ticket').on('ticket_mails').column('ticket_id').execute();
  await schema
    .createIndex('ticket_mails_set_aside')
    .on('ticket_mails')
    .column('received_at')
    .where(sql.ref('reason'), 'is not', null)
    .execute();
}
