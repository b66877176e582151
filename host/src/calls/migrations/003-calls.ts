import { sql, type Kysely } from 'kysely';

/** Calls, indexed for every sort of the call list in both directions, and their sums by day. */
export async function up(database: Kysely<unknown>): Promise<void> {
  // The columns that sums and searches read come first in the row: reading a column costs reading those before it.
  await database.schema
    .createTable('calls')
    .addColumn('contract_id', 'text', (column) => column.notNull())
    .addColumn('started_at', 'timestamptz', (column) => column.notNull())
    .addColumn('duration_seconds', 'integer', (column) => column.notNull())
    .addColumn('billed_seconds', 'integer', (column) => column.notNull())
    .addColumn('search', 'text', (column) => column.notNull())
    .addColumn('result', 'text', (column) => column.notNull())
    .addColumn('direction', 'text', (column) => column.notNull())
    .addColumn('currency', 'text')
    .addColumn('cost', sql`numeric(20, 6)`)
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('client_id', 'text', (column) => column.notNull())
    .addColumn('group_id', 'text')
    .addColumn('from_number', 'text')
    .addColumn('from_name', 'text')
    .addColumn('from_extension', 'text')
    .addColumn('to_number', 'text')
    .addColumn('to_name', 'text')
    .addColumn('to_extension', 'text')
    .addColumn('dialled', 'text')
    .addColumn('answered_at', 'timestamptz')
    .addColumn('ended_at', 'timestamptz')
    .addColumn('ring_seconds', 'integer', (column) => column.notNull())
    .addColumn('billable_seconds', 'integer', (column) => column.notNull())
    .addColumn('destination', 'text')
    .addColumn('rating', 'text', (column) => column.notNull())
    .addColumn('final', 'boolean', (column) => column.notNull())
    .execute();
  await sql`create index calls_by_start on calls (contract_id, started_at, id)`.execute(database);
  // For results that are rare, which the other indexes would have to look for all the way.
  await sql`create index calls_by_result on calls (contract_id, result, started_at, id)`.execute(database);
  // With what is summed, so that the calls themselves need not be read once they are vacuumed.
  await sql`create index calls_by_duration on calls (contract_id, duration_seconds, id) include (result, billed_seconds, cost)`.execute(
    database,
  );
  // One index a direction: a call without a cost comes last whichever way the list is sorted.
  await sql`create index calls_by_cost on calls (contract_id, coalesce(cost, 'infinity'::numeric), id)`.execute(database);
  await sql`create index calls_by_cost_descending on calls (contract_id, coalesce(cost, '-infinity'::numeric), id)`.execute(database);
  await database.schema
    .createTable('call_days')
    .addColumn('contract_id', 'text', (column) => column.notNull())
    .addColumn('day', 'date', (column) => column.notNull())
    .addColumn('direction', 'text', (column) => column.notNull())
    .addColumn('result', 'text', (column) => column.notNull())
    .addColumn('currency', 'text', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addColumn('billed_seconds', 'bigint', (column) => column.notNull())
    .addColumn('cost', 'numeric', (column) => column.notNull())
    .addPrimaryKeyConstraint('call_days_key', ['contract_id', 'day', 'direction', 'result', 'currency'])
    .execute();
  await createDayFunction(database, 'add_calls_to_days', '+');
  await createDayFunction(database, 'take_calls_from_days', '-');
  await sql`create trigger calls_added after insert on calls
    referencing new table as changed for each statement execute function add_calls_to_days()`.execute(database);
  await sql`create trigger calls_deleted after delete on calls
    referencing old table as changed for each statement execute function take_calls_from_days()`.execute(database);
  await sql`create trigger calls_updated_from after update on calls
    referencing old table as changed for each statement execute function take_calls_from_days()`.execute(database);
  await sql`create trigger calls_updated_to after update on calls
    referencing new table as changed for each statement execute function add_calls_to_days()`.execute(database);
}

export async function down(database: Kysely<unknown>): Promise<void> {
  await database.schema.dropTable('calls').execute();
  await database.schema.dropTable('call_days').execute();
  await sql`drop function add_calls_to_days, take_calls_from_days`.execute(database);
}

/** Each statement that changes calls changes their days by what it added and took; in the order of the key, so that two never deadlock. */
async function createDayFunction(database: Kysely<unknown>, name: string, sign: '+' | '-'): Promise<void> {
  const by = sql.raw(sign);
  await sql`
    create function ${sql.ref(name)}() returns trigger language plpgsql as $$
    begin
      insert into call_days as known
      select contract_id, (started_at at time zone 'UTC')::date, direction, result, coalesce(currency, ''),
        ${by} count(*), ${by} sum(billed_seconds), ${by} coalesce(sum(cost), 0)
      from changed group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
      on conflict (contract_id, day, direction, result, currency) do update set
        count = known.count + excluded.count,
        billed_seconds = known.billed_seconds + excluded.billed_seconds,
        cost = known.cost + excluded.cost;
      return null;
    end $$`.execute(database);
}
