import { sql, type Kysely } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { Database } from '../database/tables.js';
import type { CsvColumn } from '../http/files/csv.js';
import type { TrafficContract } from './contract.js';
import { onGrid, sampleLength, time, type TrafficPeriod } from './period.js';
import { sumSteps } from './sums.js';

type Traffic = components['schemas']['Traffic'];

const minute = 60_000;
const mostPoints = 1000;
const steps = [5, 10, 15, 30, 60, 120, 180, 240, 360, 720, 1440].map((minutes) => minutes * minute);

/** Sums over the samples of a range: bytes, and the bytes of single samples. */
export interface RangeSums {
  present: number;
  in: bigint;
  out: bigint;
  inPeak: number;
  outPeak: number;
  in95: number;
  out95: number;
}

/** The bits per second of so many bytes in so many samples. */
export const bitsPerSecond = (bytes: number, samples = 1) => Math.round((bytes * 8000) / (samples * sampleLength));

/** Sums of the contract's own counter. `percentile_disc` takes the sample whose rank is the smallest that is at least 0.95 n. */
export async function sumRange(database: Kysely<Database>, port: number | undefined, { from, to }: TrafficPeriod): Promise<RangeSums> {
  const { rows } = await sql<{ [Name in keyof RangeSums]: string | number | null }>`
    select count(*) as present, sum(in_bytes)::text as in, sum(out_bytes)::text as out, max(in_bytes) as "inPeak", max(out_bytes) as "outPeak",
      percentile_disc(0.95) within group (order by in_bytes) as "in95", percentile_disc(0.95) within group (order by out_bytes) as "out95"
    from traffic_samples
    where counter_id = ${port ?? 0} and at >= ${from}::timestamptz and at < ${to}::timestamptz`.execute(database);
  const { present, in: into, out, ...samples } = rows[0]!;
  const [inPeak, outPeak, in95, out95] = [samples.inPeak, samples.outPeak, samples.in95, samples.out95].map(Number);
  return {
    present: Number(present),
    in: BigInt(into ?? 0),
    out: BigInt(out ?? 0),
    inPeak: inPeak!,
    outPeak: outPeak!,
    in95: in95!,
    out95: out95!,
  };
}

/** Rates of a range, all null where it has no sample. */
export function ratesOf(sums: RangeSums): Pick<Traffic, 'averageBitsPerSecond' | 'peakBitsPerSecond' | 'percentile95'> {
  const { present, inPeak, outPeak } = sums;
  if (present === 0) return { averageBitsPerSecond: null, peakBitsPerSecond: null, percentile95: null };
  const [in95, out95] = [bitsPerSecond(sums.in95), bitsPerSecond(sums.out95)];
  return {
    averageBitsPerSecond: { in: bitsPerSecond(Number(sums.in), present), out: bitsPerSecond(Number(sums.out), present) },
    peakBitsPerSecond: { in: bitsPerSecond(inPeak), out: bitsPerSecond(outPeak) },
    percentile95: {
      in: in95,
      out: out95,
      billed: Math.max(in95, out95),
      direction: in95 > out95 ? 'in' : 'out',
      samples: present,
      dropped: Math.floor(present / 20),
      rule: 'Of the samples of five minutes, the highest 5 % are left out; the higher of both directions counts.',
    },
  };
}

/** The number of samples that there should be in a range by an instant. */
export function expectedSamples({ startsAt, endsAt }: TrafficContract, { from, to }: TrafficPeriod, by: Date): number {
  const first = Math.max(from.getTime(), startsAt.getTime());
  const end = Math.min(to.getTime(), endsAt?.getTime() ?? Infinity, onGrid(by, Math.floor).getTime());
  return Math.max(0, Math.ceil((end - first) / sampleLength));
}

/** The range as points of equal distance, up to now. `hint` is the distance wished for, in seconds. */
export async function readSeries(
  database: Kysely<Database>,
  port: number | undefined,
  { from, to }: TrafficPeriod,
  now: Date,
  hint: number,
): Promise<Traffic['series']> {
  const end = Math.min(to.getTime(), onGrid(now, Math.ceil).getTime());
  const step = stepOf(end - from.getTime(), hint * 1000);
  const boundaries = [from];
  while (boundaries.at(-1)!.getTime() < end) boundaries.push(new Date(Math.min(boundaries.at(-1)!.getTime() + step, to.getTime())));
  const sums = await sumSteps(database, port === undefined ? [] : [port], boundaries);
  return {
    start: time(from),
    stepSeconds: step / 1000,
    in: sums.map((sum) => sum && bitsPerSecond(Number(sum.in), sum.samples)).map(orNull),
    out: sums.map((sum) => sum && bitsPerSecond(Number(sum.out), sum.samples)).map(orNull),
    ...(step > sampleLength && {
      peakIn: sums.map((sum) => sum && bitsPerSecond(sum.inPeak)).map(orNull),
      peakOut: sums.map((sum) => sum && bitsPerSecond(sum.outPeak)).map(orNull),
    }),
  };
}

function stepOf(length: number, hint: number): number {
  const wished = Math.ceil(hint / sampleLength) * sampleLength;
  if (wished > 0 && Math.ceil(length / wished) <= mostPoints) return wished;
  return steps.find((step) => Math.ceil(length / step) <= mostPoints)!;
}

const orNull = (value: number | undefined) => value ?? null;

interface Sample {
  at: Date;
  in_bytes: number;
  out_bytes: number;
}

/** The columns of the CSV file of samples; times are UTC. */
export const sampleColumns: CsvColumn<Sample>[] = [
  { title: 'Start', value: ({ at }) => time(at) },
  { title: 'Bytes in', kind: 'number', value: ({ in_bytes }) => in_bytes },
  { title: 'Bytes out', kind: 'number', value: ({ out_bytes }) => out_bytes },
  { title: 'Bits per second in', kind: 'number', value: ({ in_bytes }) => bitsPerSecond(in_bytes) },
  { title: 'Bits per second out', kind: 'number', value: ({ out_bytes }) => bitsPerSecond(out_bytes) },
];

/** The samples of a range, some days at a time. */
export async function* readSamples(
  database: Kysely<Database>,
  port: number | undefined,
  { from, to }: TrafficPeriod,
): AsyncGenerator<Sample[]> {
  const chunk = 1000 * sampleLength;
  for (let start = from.getTime(); start < to.getTime(); start += chunk) {
    yield await database
      .selectFrom('traffic_samples')
      .select(['at', 'in_bytes', 'out_bytes'])
      .where('counter_id', '=', port ?? 0)
      .where('at', '>=', new Date(start))
      .where('at', '<', new Date(Math.min(start + chunk, to.getTime())))
      .orderBy('at')
      .execute();
  }
}
