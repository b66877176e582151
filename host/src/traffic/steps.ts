import type { Kysely } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { Database } from '../database/tables.js';
import type { TrafficContract } from './contract.js';
import { time, type TrafficPeriod } from './period.js';
import { unattributed, type TrafficSource } from './sources.js';
import { sumSteps } from './sums.js';

type TrafficStep = components['schemas']['TrafficStep'];

interface Steps {
  items: TrafficStep[];
  total: { in: bigint; out: bigint };
}

/** The days or hours of a source that have begun. */
export async function readSteps(
  database: Kysely<Database>,
  { calendar, port }: TrafficContract,
  { source, counters }: { source: TrafficSource; counters: readonly number[] },
  { from, to }: TrafficPeriod,
  step: 'day' | 'hour',
  now: Date,
): Promise<Steps> {
  const all = step === 'day' ? calendar.days(from, to) : calendar.hours(from, to);
  const boundaries = all.filter((_, index) => index === 0 || all[index - 1]! < now);
  const sums = await sumSteps(database, counters, boundaries);
  const volumes = sums.map((sum) => sum && { in: BigInt(sum.in), out: BigInt(sum.out) });
  const ofPort = source.id === unattributed ? await sumSteps(database, [port!], boundaries) : undefined;
  const total = { in: 0n, out: 0n };
  const items = boundaries.slice(0, -1).map((start, index) => {
    const volume = ofPort ? beyond(ofPort[index], volumes[index]) : volumes[index];
    total.in += volume?.in ?? 0n;
    total.out += volume?.out ?? 0n;
    return {
      start: time(start),
      end: time(boundaries[index + 1]!),
      on: calendar.dayAt(start),
      in: volume ? String(volume.in) : null,
      out: volume ? String(volume.out) : null,
      sum: volume ? String(volume.in + volume.out) : null,
    };
  });
  return { items, total };
}

/** The traffic of the port beyond the addresses; undefined where neither has a sample. */
function beyond(port: { in: string; out: string } | undefined, known: { in: bigint; out: bigint } | undefined) {
  if (!port && !known) return undefined;
  return { in: BigInt(port?.in ?? 0) - (known?.in ?? 0n), out: BigInt(port?.out ?? 0) - (known?.out ?? 0n) };
}
