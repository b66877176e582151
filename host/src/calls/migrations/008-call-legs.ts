import { sql, type Kysely } from 'kysely';

/** Legs of calls that have several, as telephony systems record them, what tells that they belong to one call, recordings, and when calls have changed. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('call_legs')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('call_id', 'text', (column) => column.notNull())
    .addColumn('sequence', 'bigint', (column) => column.notNull())
    .addColumn('direction', 'text', (column) => column.notNull())
    .addColumn('from_number', 'text')
    .addColumn('from_name', 'text')
    .addColumn('from_extension', 'text')
    .addColumn('to_number', 'text')
    .addColumn('to_name', 'text')
    .addColumn('to_extension', 'text')
    .addColumn('dialled', 'text')
    .addColumn('started_at', 'timestamptz', (column) => column.notNull())
    .addColumn('answered_at', 'timestamptz')
    .addColumn('ended_at', 'timestamptz', (column) => column.notNull())
    .addColumn('duration_seconds', 'integer', (column) => column.notNull())
    .addColumn('billable_seconds', 'integer', (column) => column.notNull())
    .addColumn('result', 'text', (column) => column.notNull())
    .execute();
  await database.schema.createIndex('call_legs_by_call').on('call_legs').columns(['call_id', 'id']).execute();
  await database.schema
    .createTable('call_links')
    .addColumn('contract_id', 'text', (column) => column.notNull())
    .addColumn('link', 'text', (column) => column.notNull())
    .addColumn('call_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('call_links_key', ['contract_id', 'link'])
    .execute();
  await database.schema.createIndex('call_links_by_call').on('call_links').column('call_id').execute();
  await database.schema
    .createTable('call_recordings')
    .addColumn('call_id', 'text', (column) => column.primaryKey().references('calls.id').onDelete('cascade'))
    .addColumn('media_type', 'text', (column) => column.notNull())
    .addColumn('content', 'bytea', (column) => column.notNull())
    .execute();
  // Kept uncompressed, so that a part can be read without the whole.
  await sql`alter table call_recordings alter column content set storage external`.execute(database);
  await keepImported(database);
  await database.schema.alterTable('calls').dropColumn('group_id').execute();
  await database.schema
    .alterTable('calls')
    .addColumn('sequence', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await deleteWithCalls(database);
  await countChanges(database);
}

/** Deletes what belongs to deleted calls, all at once: references would be checked row by row, which doubles the time of an import. */
async function deleteWithCalls(database: Kysely<unknown>): Promise<void> {
  await sql`
    create function delete_call_legs() returns trigger language plpgsql as $$
    begin
      delete from call_legs where call_id in (select id from gone);
      delete from call_links where call_id in (select id from gone);
      return null;
    end $$`.execute(database);
  await sql`create trigger calls_deleted_with_legs after delete on calls
    referencing old table as gone for each statement execute function delete_call_legs()`.execute(database);
}

/** Counts the statements that changed a contract's calls, so that what was summed up can be known to hold. */
async function countChanges(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('call_versions')
    .addColumn('contract_id', 'text', (column) => column.primaryKey())
    .addColumn('version', 'bigint', (column) => column.notNull())
    .execute();
  await sql`
    create function count_call_changes() returns trigger language plpgsql as $$
    begin
      insert into call_versions as known select distinct contract_id, 1 from changed order by 1
      on conflict (contract_id) do update set version = known.version + 1;
      return null;
    end $$`.execute(database);
  for (const [event, rows] of [
    ['insert', 'new'],
    ['delete', 'old'],
    ['update', 'new'],
  ] as const) {
    await sql`create trigger ${sql.ref(`calls_versioned_by_${event}`)} after ${sql.raw(event)} on calls
      referencing ${sql.raw(rows)} table as changed for each statement execute function count_call_changes()`.execute(database);
  }
}

/** Calls that were imported before are found by legs that are imported later. */
async function keepImported(database: Kysely<unknown>): Promise<void> {
  await sql`
    insert into call_links select contract_id, group_id, id from calls where group_id is not null order by started_at
    on conflict do nothing`.execute(database);
}

export async function down(database: Kysely<unknown>): Promise<void> {
  for (const event of ['insert', 'delete', 'update'])
    await sql`drop trigger ${sql.ref(`calls_versioned_by_${event}`)} on calls`.execute(database);
  await sql`drop trigger calls_deleted_with_legs on calls`.execute(database);
  await sql`drop function count_call_changes, delete_call_legs`.execute(database);
  await database.schema.alterTable('calls').addColumn('group_id', 'text').dropColumn('sequence').execute();
  for (const table of ['call_versions', 'call_recordings', 'call_links', 'call_legs']) await database.schema.dropTable(table).execute();
}
