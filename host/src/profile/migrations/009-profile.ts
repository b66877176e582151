import { sql, type Kysely } from 'kysely';

const texts = ['name', 'city', 'region', 'postcode', 'country', 'email', 'billing_email', 'phone', 'mobile'] as const;
const moreTexts = ['vat_id', 'registration_id', 'language'] as const;

/** Profiles of clients with the changes that wait for approval; who gets which mail, and what has been announced. */
export async function up(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  let profiles = schema
    .createTable('client_profiles')
    .addColumn('client_id', 'text', (column) => column.primaryKey().references('clients.id').onDelete('cascade'))
    .addColumn('kind', 'text', (column) => column.notNull().defaultTo('company'))
    .addColumn('address_lines', 'jsonb', (column) => column.notNull().defaultTo(sql`'[]'::jsonb`))
    .addColumn('custom_fields', 'jsonb', (column) => column.notNull().defaultTo(sql`'{}'::jsonb`));
  for (const column of [...texts, ...moreTexts]) profiles = profiles.addColumn(column, 'text');
  await profiles.execute();
  await schema
    .createTable('pending_profile_changes')
    .addColumn('client_id', 'text', (column) => column.notNull().references('clients.id').onDelete('cascade'))
    .addColumn('field', 'text', (column) => column.notNull())
    .addColumn('new_value', 'text')
    .addColumn('requested_at', 'timestamptz(3)', (column) => column.notNull().defaultTo(sql`now()`))
    .addColumn('requested_by', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('pending_profile_changes_key', ['client_id', 'field'])
    .execute();
  await schema
    .createTable('notification_settings')
    .addColumn('membership_id', 'text', (column) => column.notNull().references('memberships.id').onDelete('cascade'))
    .addColumn('category', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('enabled', 'boolean', (column) => column.notNull())
    .addPrimaryKeyConstraint('notification_settings_key', ['membership_id', 'category', 'channel'])
    .execute();
  await schema
    .createTable('announcements')
    .addColumn('occasion', 'text', (column) => column.primaryKey())
    .addColumn('at', 'timestamptz(3)', (column) => column.notNull().defaultTo(sql`now()`))
    .execute();
}

export async function down({ schema }: Kysely<unknown>): Promise<void> {
  for (const table of ['announcements', 'notification_settings', 'pending_profile_changes', 'client_profiles'])
    await schema.dropTable(table).execute();
}
