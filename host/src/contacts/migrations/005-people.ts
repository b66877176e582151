import { sql, type Kysely } from 'kysely';
import { searchText } from '../../http/search.js';

const now = sql`now()`;

/** People may belong to several clients; their codes, second factors and sessions, what has changed about them, and mail to send. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await createMemberships(database);
  await fillMemberships(database);
  await changePeople(database);
  await changeSessions(database);
  await createProofs(database);
  await createChanges(database);
  await createOutbox(database);
}

async function createMemberships({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('memberships')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person_id', 'text', (column) => column.notNull().references('people.id').onDelete('cascade'))
    .addColumn('client_id', 'text', (column) => column.notNull().references('clients.id').onDelete('cascade'))
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('permissions', 'jsonb', (column) => column.notNull())
    .addColumn('contract_ids', 'jsonb')
    .addColumn('invited_as', 'text')
    .addColumn('title', 'text')
    .addColumn('phone', 'text')
    .addColumn('search_text', 'text', (column) => column.notNull())
    .addColumn('invitation_expires_at', 'timestamptz(3)')
    .addColumn('accepted_at', 'timestamptz(3)')
    .addColumn('last_sign_in_at', 'timestamptz(3)')
    .addColumn('created_at', 'timestamptz(3)', (column) => column.notNull().defaultTo(now))
    .addUniqueConstraint('memberships_once', ['client_id', 'person_id'])
    .execute();
  await schema.createIndex('memberships_person_id').on('memberships').column('person_id').execute();
}

interface FormerPerson {
  id: string;
  client_id: string;
  name: string;
  email: string;
  permissions: { allow?: Record<string, string[]>; deny?: object; hiddenFields?: string[] };
}

async function fillMemberships(database: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<FormerPerson>`select id, client_id, name, email, permissions from people`.execute(database);
  for (const { id, client_id, name, email, permissions } of rows) {
    const { allow = {}, deny = {}, hiddenFields = [] } = permissions;
    const isOwner = allow['client-portal']?.length === 4 && Object.keys(deny).length === 0 && hiddenFields.length === 0;
    await sql`
      insert into memberships (id, person_id, client_id, status, accepted_at, role, permissions, search_text)
      values (${`mem_${id}`}, ${id}, ${client_id}, 'active', now(), ${isOwner ? 'owner' : 'custom'}, ${JSON.stringify(permissions)},
        ${searchText([name, email])})`.execute(database);
  }
}

async function changePeople({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .alterTable('people')
    .dropColumn('client_id')
    .dropColumn('permissions')
    .alterColumn('password_hash', (column) => column.dropNotNull())
    .addColumn('password_changed_at', 'timestamptz(3)')
    .addColumn('password_managed_at', 'text')
    .addColumn('email_proven', 'boolean', (column) => column.notNull().defaultTo(true))
    .addColumn('needs_review', 'boolean', (column) => column.notNull().defaultTo(false))
    .execute();
}

async function changeSessions(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .alterTable('sessions')
    .addColumn('id', 'text', (column) =>
      column
        .notNull()
        .unique()
        .defaultTo(sql`gen_random_uuid()::text`),
    )
    .addColumn('membership_id', 'text', (column) => column.references('memberships.id').onDelete('cascade'))
    .addColumn('started_at', 'timestamptz(3)', (column) => column.notNull().defaultTo(now))
    .addColumn('last_used_at', 'timestamptz(3)', (column) => column.notNull().defaultTo(now))
    .addColumn('device', 'text')
    .addColumn('address', 'text')
    .execute();
  await sql`update sessions set membership_id = memberships.id from memberships where memberships.person_id = sessions.person_id`.execute(
    database,
  );
  await database.schema
    .alterTable('sessions')
    .alterColumn('membership_id', (column) => column.setNotNull())
    .execute();
  await database.schema.createIndex('sessions_membership_id').on('sessions').column('membership_id').execute();
}

async function createProofs({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('mailed_codes')
    .addColumn('code_hash', 'text', (column) => column.primaryKey())
    .addColumn('short_hash', 'text', (column) => column.notNull())
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull().references('people.id').onDelete('cascade'))
    .addColumn('membership_id', 'text', (column) => column.references('memberships.id').onDelete('cascade'))
    .addColumn('created_at', 'timestamptz(3)', (column) => column.notNull().defaultTo(now))
    .addColumn('expires_at', 'timestamptz(3)', (column) => column.notNull())
    .addColumn('used_at', 'timestamptz(3)')
    .execute();
  await schema
    .createTable('second_factors')
    .addColumn('person_id', 'text', (column) => column.primaryKey().references('people.id').onDelete('cascade'))
    .addColumn('secret', 'text', (column) => column.notNull())
    .addColumn('confirmed_at', 'timestamptz(3)')
    .addColumn('last_step', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await schema
    .createTable('recovery_codes')
    .addColumn('person_id', 'text', (column) => column.notNull().references('people.id').onDelete('cascade'))
    .addColumn('code_hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('recovery_codes_key', ['person_id', 'code_hash'])
    .execute();
  for (const column of ['person_id', 'membership_id'])
    await schema.createIndex(`mailed_codes_${column}`).on('mailed_codes').column(column).execute();
}

async function createChanges({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('contact_changes')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('client_id', 'text', (column) => column.notNull().references('clients.id').onDelete('cascade'))
    .addColumn('membership_id', 'text', (column) => column.notNull())
    .addColumn('at', 'timestamptz', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('by_id', 'text')
    .addColumn('by_name', 'text', (column) => column.notNull())
    .addColumn('before', 'jsonb')
    .addColumn('after', 'jsonb')
    .addColumn('resources', 'jsonb', (column) => column.notNull())
    .execute();
  await schema.createIndex('contact_changes_by_time').on('contact_changes').columns(['membership_id', 'at', 'id']).execute();
}

async function createOutbox({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('outbox')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('content', 'jsonb', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('due_at', 'timestamptz(3)', (column) => column.notNull().defaultTo(now))
    .addColumn('created_at', 'timestamptz(3)', (column) => column.notNull().defaultTo(now))
    .execute();
  await schema.createIndex('outbox_due_at').on('outbox').column('due_at').execute();
}
