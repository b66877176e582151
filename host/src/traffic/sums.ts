import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '../database/tables.js';
import { sampleLength } from './period.js';

interface Range {
  from: Date;
  to: Date;
}

interface Level {
  table: 'traffic_days' | 'traffic_hours' | 'traffic_samples';
  length: number;
}

/** The tables of sums, coarsest first; each row is of a UTC day, a UTC hour or a sample. */
const levels: readonly Level[] = [
  { table: 'traffic_days', length: 86_400_000 },
  { table: 'traffic_hours', length: 3_600_000 },
  { table: 'traffic_samples', length: sampleLength },
];

/** The sums of a range for each counter that has samples in it: `counter_id`, bytes, and the highest samples. */
export function sumsByCounter(counters: readonly number[], { from, to }: Range): RawBuilder<unknown> {
  const pieces = split(from.getTime(), to.getTime(), levels).map(({ table, from, to }) =>
    rows(table, counters, new Date(from), new Date(to)),
  );
  return sql`(
    select counter_id, sum(in_bytes) as in_bytes, sum(out_bytes) as out_bytes, max(in_peak) as in_peak, max(out_peak) as out_peak
    from (${sql.join(pieces, sql` union all `)}) as pieces where samples > 0 group by counter_id)`;
}

/** Sums of one step. Bytes are decimal text; peaks are the bytes of the highest sample of any one counter. */
export interface StepSum {
  in: string;
  out: string;
  inPeak: number;
  outPeak: number;
  samples: number;
}

/** Sums over several counters between each boundary and the next; undefined where no sample is. */
export async function sumSteps(
  database: Kysely<Database>,
  counters: readonly number[],
  boundaries: readonly Date[],
): Promise<(StepSum | undefined)[]> {
  const steps = new Array<StepSum | undefined>(Math.max(0, boundaries.length - 1)).fill(undefined);
  if (steps.length === 0 || counters.length === 0) return steps;
  const { table } = levels.find(({ length }) => boundaries.every((boundary) => boundary.getTime() % length === 0))!;
  const texts = boundaries.map((boundary) => boundary.toISOString());
  const { rows: found } = await sql<StepSum & { step: number }>`
    select width_bucket(at, (select ${texts}::text[]::timestamptz[])) as step, sum(in_bytes)::text as in, sum(out_bytes)::text as out,
      max(in_peak) as "inPeak", max(out_peak) as "outPeak", sum(samples)::integer as samples
    from (${rows(table, counters, boundaries[0]!, boundaries.at(-1)!)}) as pieces where samples > 0 group by 1`.execute(database);
  for (const { step, ...sum } of found) steps[step - 1] = sum;
  return steps;
}

function rows(table: Level['table'], counters: readonly number[], from: Date, to: Date): RawBuilder<unknown> {
  const sums =
    table === 'traffic_samples' ? sql`in_bytes as in_peak, out_bytes as out_peak, 1 as samples` : sql`in_peak, out_peak, samples`;
  return sql`select counter_id, at, in_bytes, out_bytes, ${sums} from ${sql.table(table)}
    where counter_id = any(${counters}::integer[]) and at >= ${from}::timestamptz and at < ${to}::timestamptz`;
}

/** A range cut into whole days, the whole hours before and after those, and the samples at its rims. */
function split(from: number, to: number, [level, ...finer]: readonly Level[]): { table: Level['table']; from: number; to: number }[] {
  const { table, length } = level!;
  const first = Math.ceil(from / length) * length;
  const end = Math.floor(to / length) * length;
  if (first >= end) return finer.length > 0 ? split(from, to, finer) : [{ table, from, to }];
  const before = first > from ? split(from, first, finer) : [];
  const after = to > end ? split(end, to, finer) : [];
  return [...before, { table, from: first, to: end }, ...after];
}
