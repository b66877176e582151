import { sql, type Kysely, type Selectable } from 'kysely';
import type { TrafficPlanTable } from './tables.js';
import type { Database } from '../database/tables.js';
import { Calendar, nextDay } from './calendar.js';
import { BillingPeriods, sampleLength } from './period.js';

export type TrafficPlan = Selectable<TrafficPlanTable>;

/** Everything that reading the traffic of a contract needs. */
export interface TrafficContract {
  id: string;
  calendar: Calendar;
  periods: BillingPeriods;
  plan: TrafficPlan | undefined;
  /** The begin of the contract; samples are expected between it and `endsAt`. */
  startsAt: Date;
  endsAt: Date | undefined;
  /** The counter of the contract itself; undefined when none was ever read. */
  port: number | undefined;
  /** The counters of its addresses. */
  addresses: readonly { id: number; address: string }[];
  /** The beginning of the oldest sample of any counter, and the end of the newest. */
  oldest: Date | undefined;
  asOf: Date | undefined;
}

/** Reads what is known of the traffic of a contract that exists. */
export async function findTrafficContract(database: Kysely<Database>, id: string, now: Date): Promise<TrafficContract> {
  const contract = await database
    .selectFrom('contracts')
    .innerJoin('clients', 'clients.id', 'contracts.client_id')
    .select(['clients.time_zone', 'contracts.starts_on', 'contracts.ends_on'])
    .where('contracts.id', '=', id)
    .executeTakeFirstOrThrow();
  const plan = await database.selectFrom('traffic_plans').selectAll().where('contract_id', '=', id).executeTakeFirst();
  const counters = await readCounters(database, id);
  const calendar = new Calendar(contract.time_zone);
  const times = (pick: 'oldest' | 'newest') => counters.map((counter) => counter[pick]?.getTime()).filter((at) => at !== undefined);
  const [oldest, newest] = [Math.min(...times('oldest')), Math.max(...times('newest'))];
  return {
    id,
    calendar,
    periods: new BillingPeriods(calendar, plan?.billing_day ?? 1, now),
    plan,
    startsAt: calendar.startOf(contract.starts_on)!,
    endsAt: contract.ends_on === null ? undefined : calendar.startOf(nextDay(contract.ends_on)),
    port: counters.find(({ address }) => address === null)?.id,
    addresses: counters.filter((counter): counter is typeof counter & { address: string } => counter.address !== null),
    oldest: Number.isFinite(oldest) ? new Date(oldest) : undefined,
    asOf: Number.isFinite(newest) ? new Date(newest + sampleLength) : undefined,
  };
}

interface Counter {
  id: number;
  address: string | null;
  oldest: Date | null;
  newest: Date | null;
}

/** Both ends are looked up in the index of each counter; reading all samples for them would take long. */
async function readCounters(database: Kysely<Database>, contractId: string): Promise<Counter[]> {
  const { rows } = await sql<Counter>`
    select id, abbrev(address) as address, oldest.at as oldest, newest.at as newest from traffic_counters as counter
    left join lateral (select at from traffic_samples where counter_id = counter.id order by at limit 1) as oldest on true
    left join lateral (select at from traffic_samples where counter_id = counter.id order by at desc limit 1) as newest on true
    where contract_id = ${contractId} order by id`.execute(database);
  return rows;
}
