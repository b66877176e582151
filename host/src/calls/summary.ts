import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/tables.js';
import { isWanted, type CallFilter } from './filter.js';

const day = 86_400_000;
const few = 1000;

/** Sums over calls of one currency; null for calls without one. */
export interface CallSum {
  currency: string | null;
  count: number;
  answered: number;
  billedSeconds: number;
  cost: string;
}

/** The calls that a filter chooses: the same filter, with the ids of its calls where they are few, and their sums. */
export interface CallSummary {
  filter: CallFilter;
  sums: CallSum[];
}

/**
 * Sums up a filter. Where that means to read the calls themselves, what was found is remembered until calls of the contract change: who
 * turns pages or sorts asks for the same sums again and again.
 */
export async function summarizeFilter(database: Kysely<Database>, filter: CallFilter): Promise<CallSummary> {
  if (isSummedByDay(filter)) return { filter, sums: await summarizeCalls(database, filter) };
  const version = await versionOf(database, filter.contractId);
  const key = JSON.stringify(filter);
  const known = memoryOf(database).get(key);
  if (known?.version === version) return known;
  const narrow = await narrowFilter(database, filter);
  const found = { version, filter: narrow, sums: await sumCalls(database, narrow) };
  remember(memoryOf(database), key, found);
  return found;
}

type Remembered = CallSummary & { version: number };

const memories = new WeakMap<Kysely<Database>, Map<string, Remembered>>();
const mostRemembered = 200;

function memoryOf(database: Kysely<Database>): Map<string, Remembered> {
  const memory = memories.get(database) ?? new Map<string, Remembered>();
  memories.set(database, memory);
  return memory;
}

/** Forgets what was remembered first when it becomes too much. */
function remember(memory: Map<string, Remembered>, key: string, found: Remembered): void {
  memory.delete(key);
  memory.set(key, found);
  if (memory.size > mostRemembered) memory.delete(memory.keys().next().value!);
}

async function versionOf(database: Kysely<Database>, contractId: string): Promise<number> {
  const versions = database.selectFrom('call_versions').select('version').where('contract_id', '=', contractId);
  return (await versions.executeTakeFirst())?.version ?? 0;
}

/** The filter with the ids of its calls, where they are few: then the rows and the sums need not look for them again. */
async function narrowFilter(database: Kysely<Database>, filter: CallFilter): Promise<CallFilter> {
  const calls = await database
    .selectFrom('calls')
    .select('id')
    .where(isWanted(filter))
    .limit(few + 1)
    .execute();
  return calls.length > few ? filter : { ...filter, ids: calls.map(({ id }) => id) };
}

/** Tells whether the sums by day can answer: they know nothing of single calls. */
const isSummedByDay = ({ q, minDuration, minCost }: CallFilter) => !q && !minDuration && !minCost;

/** Sums over the whole filter. Whole days come from the table of days, so that a year's calls need not be read. */
export async function summarizeCalls(database: Kysely<Database>, filter: CallFilter): Promise<CallSum[]> {
  if (!isSummedByDay(filter)) return await sumCalls(database, filter);
  const firstDay = filter.from && Math.ceil(filter.from.getTime() / day) * day;
  const endDay = filter.to && Math.floor(filter.to.getTime() / day) * day;
  if (firstDay !== undefined && endDay !== undefined && firstDay >= endDay) return await sumCalls(database, filter);
  const parts = [sumDays(database, filter, firstDay, endDay)];
  if (filter.from && filter.from.getTime() < firstDay!) parts.push(sumCalls(database, { ...filter, to: new Date(firstDay!) }));
  if (filter.to && filter.to.getTime() > endDay!) parts.push(sumCalls(database, { ...filter, from: new Date(endDay!) }));
  return (await Promise.all(parts)).flat();
}

async function sumCalls(database: Kysely<Database>, filter: CallFilter): Promise<CallSum[]> {
  const sums = database
    .selectFrom('calls')
    .where(isWanted(filter))
    .select([
      sql<number>`count(*)`.as('count'),
      sql<number>`count(*) filter (where result = 'answered')`.as('answered'),
      sql<number>`coalesce(sum(billed_seconds), 0)`.as('billedSeconds'),
      sql<string | null>`sum(cost)`.as('cost'),
    ]);
  const currencies = await currenciesOf(database, filter.contractId);
  // Telling currencies apart costs a third of the time, so it is only done where there are several.
  const found =
    currencies.length > 1
      ? await sums.select('currency').groupBy('currency').execute()
      : (await sums.execute()).map((sum) => ({ ...sum, currency: sum.cost === null ? null : currencies[0]! }));
  return found.map((sum) => ({ ...sum, cost: sum.cost ?? '0' }));
}

async function currenciesOf(database: Kysely<Database>, contractId: string): Promise<string[]> {
  const days = database.selectFrom('call_days').where('contract_id', '=', contractId).where('currency', '!=', '');
  return (await days.select('currency').distinct().execute()).map(({ currency }) => currency);
}

async function sumDays(database: Kysely<Database>, filter: CallFilter, first?: number, end?: number): Promise<CallSum[]> {
  let days = database.selectFrom('call_days').where('contract_id', '=', filter.contractId);
  if (first !== undefined) days = days.where('day', '>=', isoDay(first));
  if (end !== undefined) days = days.where('day', '<', isoDay(end));
  if (filter.direction) days = days.where('direction', '=', filter.direction);
  if (filter.result) days = days.where('result', '=', filter.result);
  return await days
    .groupBy('currency')
    .having(sql`sum(count)`, '>', 0)
    .select([
      sql<string | null>`nullif(currency, '')`.as('currency'),
      sql<number>`sum(count)`.as('count'),
      sql<number>`coalesce(sum(count) filter (where result = 'answered'), 0)`.as('answered'),
      sql<number>`sum(billed_seconds)::bigint`.as('billedSeconds'),
      sql<string>`sum(cost)::text`.as('cost'),
    ])
    .execute();
}

const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10);
