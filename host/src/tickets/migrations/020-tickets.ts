import { sql, type Kysely } from 'kysely';

/** Tickets with their posts, and the departments that answer them. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await createDepartments(database);
  await createTickets(database);
  await createParties(database);
  await createPosts(database);
}

async function createDepartments({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('ticket_departments')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('answer_hours', 'integer')
    .addColumn('service_times', 'text')
    .addColumn('priorities', 'jsonb', (column) => column.notNull())
    .addColumn('fields', 'jsonb', (column) => column.notNull().defaultTo(sql`'[]'`))
    .addColumn('purpose', 'text')
    .execute();
}

const group = sql`case when status = 'waiting-for-client' then 'waiting' when status in ('resolved', 'closed') then 'closed'
  when status in ('on-hold', 'merged') then status else 'open' end`;

async function createTickets(database: Kysely<unknown>): Promise<void> {
  await sql`create sequence ticket_numbers start 10001`.execute(database);
  await database.schema
    .createTable('tickets')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('client_id', 'text', (column) => column.notNull().references('clients.id').onDelete('cascade'))
    .addColumn('number', 'integer', (column) =>
      column
        .notNull()
        .unique()
        .defaultTo(sql`nextval('ticket_numbers')`),
    )
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('department_id', 'text', (column) => column.notNull().references('ticket_departments.id'))
    .addColumn('thing_kind', 'text')
    .addColumn('thing_id', 'text')
    .addColumn('thing_label', 'text')
    .addColumn('contract_id', 'text', (column) => column.references('contracts.id').onDelete('set null'))
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('state_group', 'text', (column) => column.generatedAlwaysAs(group).stored())
    .addColumn('priority', 'text', (column) => column.notNull())
    .addColumn('opened_by', 'text')
    .addColumn('opened_by_name', 'text', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz(3)', (column) => column.notNull().defaultTo(sql`now()`))
    .addColumn('last_activity_at', 'timestamptz(3)', (column) => column.notNull())
    .addColumn('last_reply_at', 'timestamptz(3)')
    .addColumn('last_reply_kind', 'text')
    .addColumn('last_reply_name', 'text')
    .addColumn('closed_at', 'timestamptz(3)')
    .addColumn('merged_into', 'text', (column) => column.references('tickets.id').onDelete('set null'))
    .addColumn('facts', 'jsonb', (column) => column.notNull().defaultTo(sql`'[]'`))
    .addColumn('rating', 'integer')
    .addColumn('rating_words', 'text')
    .addColumn('rated_by', 'text')
    .addColumn('rated_at', 'timestamptz(3)')
    .addColumn('search_text', 'text', (column) => column.notNull())
    .addColumn('search_words', sql`tsvector`, (column) => column.notNull().defaultTo(sql`''`))
    .execute();
  await indexTickets(database);
}

/** An index for each order in which lists are walked, and for each filter that is rare among many tickets. */
async function indexTickets({ schema }: Kysely<unknown>): Promise<void> {
  const by = (name: string, ...columns: string[]) =>
    schema
      .createIndex(`tickets_by_${name}`)
      .on('tickets')
      .columns(['client_id', ...columns, 'id'])
      .execute();
  await schema.createIndex('tickets_by_activity').on('tickets').columns(['client_id', 'last_activity_at', 'id', 'created_at']).execute();
  await by('creation', 'created_at');
  await by('number', 'number');
  await by('group', 'state_group', 'last_activity_at');
  await by('department', 'department_id', 'last_activity_at');
  await by('priority', 'priority', 'last_activity_at');
  await schema.createIndex('tickets_by_words').on('tickets').using('gin').column('search_words').execute();
  await schema.createIndex('tickets_by_contract').on('tickets').column('contract_id').execute();
  await schema.createIndex('tickets_merged').on('tickets').column('merged_into').where('merged_into', 'is not', null).execute();
}

async function createParties({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('ticket_parties')
    .addColumn('ticket_id', 'text', (column) => column.notNull().references('tickets.id').onDelete('cascade'))
    .addColumn('membership_id', 'text', (column) => column.notNull().references('memberships.id').onDelete('cascade'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('ticket_parties_key', ['membership_id', 'ticket_id'])
    .execute();
  await schema.createIndex('ticket_parties_by_ticket').on('ticket_parties').column('ticket_id').execute();
}

async function createPosts({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('ticket_posts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('ticket_id', 'text', (column) => column.notNull().references('tickets.id').onDelete('cascade'))
    .addColumn('at', 'timestamptz(3)', (column) => column.notNull())
    .addColumn('author_kind', 'text', (column) => column.notNull())
    .addColumn('author_name', 'text', (column) => column.notNull())
    .addColumn('author_id', 'text')
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('quoted', 'text')
    .addColumn('hidden', 'boolean', (column) => column.notNull())
    .addColumn('event', 'text')
    .addColumn('message_id', 'text', (column) => column.unique())
    .addColumn('in_reply_to', 'text')
    .addColumn('origin_id', 'text')
    .execute();
  await schema.createIndex('ticket_posts_by_time').on('ticket_posts').columns(['ticket_id', 'at', 'id']).execute();
}
