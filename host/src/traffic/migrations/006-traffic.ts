import { sql, type Kysely } from 'kysely';

/** Traffic: samples of five minutes, of contracts and of their addresses, with sums by hour and day. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('traffic_plans')
    .addColumn('contract_id', 'text', (column) => column.primaryKey())
    .addColumn('billing_day', 'smallint', (column) => column.notNull().check(sql`billing_day between 1 and 31`))
    .addColumn('measure', 'text', (column) => column.notNull())
    .addColumn('included', 'numeric')
    .addColumn('overage_price', 'numeric')
    .addColumn('overage_per', 'numeric', (column) => column.check(sql`overage_per > 0`))
    .addColumn('currency', 'text')
    .execute();
  await database.schema
    .createTable('traffic_addresses')
    .addColumn('contract_id', 'text', (column) => column.notNull())
    .addColumn('prefix', sql`inet`, (column) => column.notNull())
    .addColumn('label', 'text')
    .addColumn('device', 'text')
    .addColumn('search_text', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('traffic_addresses_key', ['contract_id', 'prefix'])
    .execute();
  await database.schema
    .createTable('traffic_counters')
    .addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('contract_id', 'text', (column) => column.notNull())
    .addColumn('address', sql`inet`)
    .execute();
  await sql`create unique index traffic_counters_key on traffic_counters (contract_id, coalesce(address, '0.0.0.0/0'))`.execute(database);
  await createSamples(database, 'traffic_samples').execute();
  for (const table of ['traffic_hours', 'traffic_days'])
    await createSamples(database, table)
      .addColumn('in_peak', 'bigint', (column) => column.notNull())
      .addColumn('out_peak', 'bigint', (column) => column.notNull())
      .addColumn('samples', 'integer', (column) => column.notNull())
      .execute();
  await createSumFunction(database);
  for (const [event, rows] of [
    ['insert', 'new'],
    ['delete', 'old'],
    ['update', 'old'],
    ['update', 'new'],
  ] as const)
    await sql`create trigger ${sql.ref(`traffic_${event}_${rows}`)} after ${sql.raw(event)} on traffic_samples
      referencing ${sql.raw(rows)} table as changed for each statement execute function sum_traffic()`.execute(database);
}

export async function down(database: Kysely<unknown>): Promise<void> {
  for (const table of ['plans', 'addresses', 'counters', 'samples', 'hours', 'days'])
    await database.schema.dropTable(`traffic_${table}`).execute();
  await sql`drop function sum_traffic`.execute(database);
}

const createSamples = (database: Kysely<unknown>, table: string) =>
  database.schema
    .createTable(table)
    .addColumn('at', 'timestamptz', (column) => column.notNull())
    .addColumn('in_bytes', 'bigint', (column) => column.notNull())
    .addColumn('out_bytes', 'bigint', (column) => column.notNull())
    .addColumn('counter_id', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint(`${table}_key`, ['counter_id', 'at']);

/**
 * Each statement that changes samples has their hours and days summed anew, one transaction after another for each counter, so that two
 * of them never miss each other's samples. The sums are made row by row of what changed: the planner cannot know how little that is.
 */
async function createSumFunction(database: Kysely<unknown>): Promise<void> {
  const sums = (finer: string, length: string, peaks: string, samples: string) =>
    sql.raw(`cross join lateral (
      select sum(in_bytes) as in_bytes, sum(out_bytes) as out_bytes, ${peaks}, ${samples} as samples from ${finer} as finer
      where finer.counter_id = touched.counter_id and finer.at >= touched.at and finer.at < touched.at + interval '${length}'
    ) as sums`);
  await sql`
    create function sum_traffic() returns trigger language plpgsql as $$
    begin
      perform pg_advisory_xact_lock(5302, counter_id) from (select distinct counter_id from changed order by counter_id) as counters;
      insert into traffic_hours as known (counter_id, at, in_bytes, out_bytes, in_peak, out_peak, samples)
      select touched.counter_id, touched.at, coalesce(sums.in_bytes, 0), coalesce(sums.out_bytes, 0), coalesce(in_peak, 0), coalesce(out_peak, 0), samples
      from (select distinct counter_id, date_bin('1 hour', at, '2000-01-01Z') as at from changed) as touched
      ${sums('traffic_samples', '1 hour', 'max(in_bytes) as in_peak, max(out_bytes) as out_peak', 'count(*)')}
      on conflict (counter_id, at) do update set in_bytes = excluded.in_bytes, out_bytes = excluded.out_bytes,
        in_peak = excluded.in_peak, out_peak = excluded.out_peak, samples = excluded.samples;
      insert into traffic_days as known (counter_id, at, in_bytes, out_bytes, in_peak, out_peak, samples)
      select touched.counter_id, touched.at, sums.in_bytes, sums.out_bytes, in_peak, out_peak, samples
      from (select distinct counter_id, date_bin('1 day', at, '2000-01-01Z') as at from changed) as touched
      ${sums('traffic_hours', '1 day', 'max(in_peak) as in_peak, max(out_peak) as out_peak', 'sum(samples)')}
      on conflict (counter_id, at) do update set in_bytes = excluded.in_bytes, out_bytes = excluded.out_bytes,
        in_peak = excluded.in_peak, out_peak = excluded.out_peak, samples = excluded.samples;
      return null;
    end $$`.execute(database);
}
