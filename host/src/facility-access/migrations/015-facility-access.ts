import { sql, type Kysely, type SchemaModule } from 'kysely';

const now = sql`now()`;

/** Facilities of the company, what clients have in them, who may enter, and visits. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('facilities')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('time_zone', 'text', (column) => column.notNull())
    .addColumn('address_lines', 'jsonb', (column) => column.notNull())
    .addColumn('phone', 'text')
    .addColumn('visit_rules', 'jsonb', (column) => column.notNull())
    .execute();
  await schema
    .createTable('cages')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('client_id', 'text', (column) => column.notNull().references('clients.id').onDelete('cascade'))
    .addColumn('facility_id', 'text', (column) => column.notNull().references('facilities.id'))
    .addColumn('label', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('racks')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('client_id', 'text', (column) => column.notNull().references('clients.id').onDelete('cascade'))
    .addColumn('facility_id', 'text', (column) => column.notNull().references('facilities.id'))
    .addColumn('cage_id', 'text', (column) => column.references('cages.id'))
    .addColumn('label', 'text', (column) => column.notNull())
    .execute();
  await createGrants(schema);
  await createVisits(schema);
  await schema
    .createTable('access_changes')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('client_id', 'text', (column) => column.notNull().references('clients.id').onDelete('cascade'))
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('at', 'timestamptz', (column) => column.notNull().defaultTo(sql`clock_timestamp()`))
    .addColumn('by_id', 'text')
    .addColumn('by_name', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('before', 'jsonb')
    .addColumn('after', 'jsonb')
    .execute();
  await schema.createIndex('access_changes_by_time').on('access_changes').columns(['client_id', 'at', 'id']).execute();
}

async function createGrants(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('access_grants')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('client_id', 'text', (column) => column.notNull().references('clients.id').onDelete('cascade'))
    .addColumn('membership_id', 'text', (column) => column.references('memberships.id').onDelete('set null'))
    .addColumn('person_name', 'text', (column) => column.notNull())
    .addColumn('facility_id', 'text', (column) => column.notNull().references('facilities.id'))
    .addColumn('cage_id', 'text', (column) => column.references('cages.id'))
    .addColumn('rack_id', 'text', (column) => column.references('racks.id'))
    .addColumn('level', 'text', (column) => column.notNull())
    .addColumn('permissions', 'jsonb', (column) => column.notNull())
    .addColumn('valid_from', 'date', (column) => column.notNull())
    .addColumn('valid_to', 'date')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('status_reason', 'text')
    .addColumn('badge_number', 'text')
    .addColumn('badge_status', 'text')
    .addColumn('badge_expires_on', 'date')
    .addColumn('version', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
  await schema.createIndex('access_grants_by_client').on('access_grants').columns(['client_id', 'id']).execute();
}

async function createVisits(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('visits')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('client_id', 'text', (column) => column.notNull().references('clients.id').onDelete('cascade'))
    .addColumn('facility_id', 'text', (column) => column.notNull().references('facilities.id'))
    .addColumn('cage_id', 'text', (column) => column.references('cages.id'))
    .addColumn('rack_id', 'text', (column) => column.references('racks.id'))
    .addColumn('starts_at', 'timestamptz(3)', (column) => column.notNull())
    .addColumn('ends_at', 'timestamptz(3)', (column) => column.notNull())
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('visitors', 'jsonb', (column) => column.notNull())
    .addColumn('identities', 'jsonb')
    .addColumn('pass_code', 'text', (column) => column.notNull().unique())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('registered_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz(3)', (column) => column.notNull().defaultTo(now))
    .addColumn('version', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('search_text', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('visits_by_time').on('visits').columns(['client_id', 'starts_at', 'id']).execute();
}
