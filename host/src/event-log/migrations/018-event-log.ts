import { sql, type Kysely } from 'kysely';

/** The event log, with an index by time for each filter, so that a page is read without the rest of the client's events or anybody else's. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('events')
    .addColumn('client_id', 'text', (column) => column.notNull())
    .addColumn('at', 'timestamptz', (column) => column.notNull().defaultTo(sql`clock_timestamp()`))
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('category', 'text', (column) => column.notNull())
    .addColumn('actor_kind', 'text', (column) => column.notNull())
    .addColumn('actor_id', 'text')
    .addColumn('actor_name', 'text', (column) => column.notNull())
    .addColumn('resource', 'text')
    .addColumn('object_type', 'text')
    .addColumn('object_id', 'text')
    .addColumn('object_label', 'text')
    .addColumn('address', 'text')
    .addColumn('device', 'text')
    .addColumn('label', 'text')
    .addColumn('is_visible', 'boolean', (column) => column.notNull().defaultTo(true))
    .addColumn('is_finished', 'boolean', (column) => column.notNull().defaultTo(true))
    .addColumn('search', sql`tsvector`, (column) => column.notNull())
    .execute();
  await sql`create index events_by_time on events (client_id, at, id)`.execute(database);
  await sql`create index events_by_time_without_sign_ins on events (client_id, at, id) where category <> 'sign-ins'`.execute(database);
  await sql`create index events_by_actor on events (client_id, actor_id, at, id)`.execute(database);
  await sql`create index events_by_actor_kind on events (client_id, actor_kind, at, id)`.execute(database);
  await sql`create index events_by_category on events (client_id, category, at, id)`.execute(database);
  await sql`create index events_by_kind on events (client_id, kind, at, id)`.execute(database);
  await sql`create index events_by_object on events (client_id, object_type, object_id, at, id)`.execute(database);
  // What waits in a list until it is indexed makes each search read that list.
  await sql`create index events_by_word on events using gin (search) with (fastupdate = off)`.execute(database);
}

export async function down(database: Kysely<unknown>): Promise<void> {
  await database.schema.dropTable('events').execute();
}
