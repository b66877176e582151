import { sql, type Kysely } from 'kysely';

/** The mail log, with an index by time for each filter, so that a page is read without the rest of the client's mail or anybody else's. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await createMails(database);
  await createParts(database);
  await sql`create index mails_by_time on mails (client_id, at, id)`.execute(database);
  await sql`create index mails_by_state on mails (client_id, state, at, id)`.execute(database);
  await sql`create index mails_by_person on mails (client_id, membership_id, at, id)`.execute(database);
  await sql`create index mails_by_kind on mails (client_id, kind, at, id)`.execute(database);
  // Whoever may know of few resources, and their own mail, finds these without reading the rest.
  await sql`create index mails_by_resource on mails (client_id, resource, at, id)`.execute(database);
  await sql`create index mails_by_message on mails (message_id)`.execute(database);
  await sql`create index mails_by_own_id on mails (own_id) where own_id is not null`.execute(database);
  // What waits in a list until it is indexed makes each search read that list.
  await sql`create index mails_by_word on mails using gin (search) with (fastupdate = off)`.execute(database);
}

async function createMails({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('mails')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('message_id', 'text', (column) => column.notNull())
    .addColumn('own_id', 'text')
    .addColumn('client_id', 'text', (column) => column.notNull())
    .addColumn('at', 'timestamptz', (column) => column.notNull().defaultTo(sql`clock_timestamp()`))
    .addColumn('membership_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('resource', 'text', (column) => column.notNull())
    .addColumn('object_type', 'text')
    .addColumn('object_id', 'text')
    .addColumn('object_label', 'text')
    .addColumn('subject', 'text')
    .addColumn('text', 'text')
    .addColumn('html', 'text')
    .addColumn('is_redacted', 'boolean', (column) => column.notNull().defaultTo(false))
    .addColumn('is_copy', 'boolean', (column) => column.notNull().defaultTo(false))
    .addColumn('state', 'text', (column) => column.notNull().defaultTo('queued'))
    .addColumn('state_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`clock_timestamp()`))
    .addColumn('reason', 'text')
    .addColumn('search', sql`tsvector`, (column) => column.notNull())
    .execute();
}

async function createParts({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('mail_attachments')
    .addColumn('mail_id', 'text', (column) => column.notNull().references('mails.id').onDelete('cascade'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('media_type', 'text', (column) => column.notNull())
    .addColumn('content', 'bytea', (column) => column.notNull())
    .addPrimaryKeyConstraint('mail_attachments_key', ['mail_id', 'position'])
    .execute();
  await schema
    .createTable('mail_steps')
    .addColumn('mail_id', 'text', (column) => column.notNull().references('mails.id').onDelete('cascade'))
    .addColumn('number', 'bigserial', (column) => column.notNull())
    .addColumn('at', 'timestamptz', (column) => column.notNull().defaultTo(sql`clock_timestamp()`))
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('server', 'text')
    .addColumn('report', 'text')
    .addPrimaryKeyConstraint('mail_steps_key', ['mail_id', 'number'])
    // A report that comes twice is told once.
    .addUniqueConstraint('mail_steps_report', ['mail_id', 'report'])
    .execute();
  await schema
    .createTable('mail_reports')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'timestamptz', (column) => column.notNull().defaultTo(sql`clock_timestamp()`))
    .addColumn('problem', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .addColumn('source', 'bytea', (column) => column.notNull())
    .execute();
  await schema.createIndex('mail_reports_by_time').on('mail_reports').column('at').execute();
}

export async function down({ schema }: Kysely<unknown>): Promise<void> {
  for (const table of ['mail_reports', 'mail_steps', 'mail_attachments', 'mails']) await schema.dropTable(table).execute();
}
