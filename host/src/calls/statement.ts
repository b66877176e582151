import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/tables.js';
import { attachment } from '../http/files/attachment.js';
import { sumOf } from '../http/money.js';
import type { Operation, OperationContext } from '../http/operation.js';
import { fetchBatches } from '../http/paging.js';
import { Problem } from '../http/problem.js';
import { company } from '../company.js';
import { callListing, selectCalls } from './call.js';
import { callFilter, isWanted, type CallFilter } from './filter.js';
import { statementPdf, type StatementSum } from './statement-pdf.js';
import { summarizeCalls } from './summary.js';

/** As many calls as a statement can have; about as long as a year of one telephone, or a month of a hundred. */
export const mostCalls = 10_000;
/** More lines or destinations are summed up as others. */
const mostRows = 40;

/** The calls of a period as PDF; its pages are sent as they are written. */
export const getCallStatement: Operation<'getCallStatement'> = async (context, { path: { contractId }, query }, reply) => {
  const { database } = context;
  const filter = callFilter(contractId, query);
  const { from, to } = filter as CallFilter & { from: Date; to: Date };
  if (from >= to) throw new Problem(400, 'The period ends before it begins');
  const sums = await summarizeCalls(database, filter);
  const count = sums.reduce((all, sum) => all + sum.count, 0);
  if (count > mostCalls) {
    throw new Problem(422, 'There are too many calls for one statement', {
      type: 'statement-too-large',
      detail: `The period has ${count} calls; a statement has at most ${mostCalls}. Choose a shorter period, or the CSV file, which has no limit.`,
    });
  }
  const { contract, client } = await namesOf(context, contractId);
  const period = periodOf(from, to, client.time_zone);
  attachment(reply, `Calls ${contract.number} ${period.name}.pdf`, 'application/pdf');
  return statementPdf({
    company,
    client,
    contract,
    period: period.text,
    timeZone: client.time_zone,
    hidesCost: context.hides('calls.cost'),
    total: total('', sums),
    destinations: await groupSums(database, filter, destination),
    lines: await groupSums(database, filter, ownLine),
    unrated: await countUnrated(database, filter),
    calls: fetchBatches(selectCalls(database, filter), callListing, 'startedAt', 50),
  });
};

/** The destination of an outgoing call; calls that went nowhere abroad are named by their direction. */
const destination = sql<string>`coalesce(destination, case direction when 'in' then 'Incoming' when 'internal' then 'Internal' else 'Other' end)`;

/** The client's own end of a call. */
const ownLine = sql<string>`case when direction = 'in'
  then concat_ws(' ', coalesce(to_extension, to_number, 'Unknown'), to_name)
  else concat_ws(' ', coalesce(from_extension, from_number, 'Unknown'), from_name) end`;

async function groupSums(database: Kysely<Database>, filter: CallFilter, name: typeof destination): Promise<StatementSum[]> {
  const sums = await database
    .selectFrom('calls')
    .where(isWanted(filter))
    .select([
      name.as('name'),
      'currency',
      sql<number>`count(*)`.as('count'),
      sql<number>`count(*) filter (where result = 'answered')`.as('answered'),
      sql<number>`coalesce(sum(billed_seconds), 0)`.as('billedSeconds'),
      sql<string>`coalesce(sum(cost), 0)::text`.as('cost'),
    ])
    .groupBy([sql`1`, 'currency'])
    .execute();
  const named = (name: (typeof sums)[number]['name']) => sums.filter((sum) => sum.name === name);
  const groups = [...new Set(sums.map(({ name }) => name))].map((name) => total(name, named(name)));
  groups.sort((left, right) => right.billedSeconds - left.billedSeconds || right.count - left.count || (left.name < right.name ? -1 : 1));
  const others = groups.slice(mostRows);
  return others.length > 0 ? [...groups.slice(0, mostRows), merge(`${others.length} others`, others)] : groups;
}

type Sums = readonly { currency: string | null; count: number; answered: number; billedSeconds: number; cost: string }[];

function total(name: string, sums: Sums): StatementSum {
  const add = (field: 'count' | 'answered' | 'billedSeconds') => sums.reduce((all, sum) => all + sum[field], 0);
  const currencies = [...new Set(sums.map(({ currency }) => currency))].filter((currency) => currency !== null).sort();
  const costs = currencies.map((currency) => ({
    currency,
    amount: sumOf(sums.filter((sum) => sum.currency === currency).map(({ cost }) => cost)),
  }));
  return { name, count: add('count'), answered: add('answered'), billedSeconds: add('billedSeconds'), costs };
}

const merge = (name: string, sums: readonly StatementSum[]): StatementSum =>
  total(
    name,
    sums.flatMap(({ costs, ...counts }) => [
      { ...counts, currency: null, cost: '0' },
      ...costs.map(({ currency, amount }) => ({ currency, cost: amount, count: 0, answered: 0, billedSeconds: 0 })),
    ]),
  );

async function countUnrated(database: Kysely<Database>, filter: CallFilter): Promise<number> {
  const calls = database.selectFrom('calls').where(isWanted(filter)).where('rating', '=', 'pending');
  return (await calls.select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow()).count;
}

async function namesOf({ database, clientId }: OperationContext, contractId: string) {
  const contract = await database.selectFrom('contracts').select(['number', 'name']).where('id', '=', contractId).executeTakeFirstOrThrow();
  const clients = database.selectFrom('clients').select(['number', 'name', 'time_zone']);
  return { contract, client: await clients.where('id', '=', clientId).executeTakeFirstOrThrow() };
}

/** A period in the client's calendar: a month by its name, other days as they are. */
export function periodOf(from: Date, to: Date, timeZone: string): { name: string; text: string } {
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const words = (date: Date, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).format(date);
  const [first, start] = local.format(from).split(' ') as [string, string];
  const [next, end] = local.format(to).split(' ') as [string, string];
  const last = new Date(to.getTime() - 1);
  const lastDay = local.format(last).slice(0, 10);
  const isWholeDays = start === '00:00:00' && end === '00:00:00';
  if (isWholeDays && first.endsWith('-01') && next.endsWith('-01') && first.slice(0, 7) === lastDay.slice(0, 7))
    return { name: first.slice(0, 7), text: words(from, { month: 'long', year: 'numeric' }) };
  const style = { dateStyle: 'medium', timeStyle: isWholeDays ? undefined : 'short' } as const;
  const [begin, finish] = [words(from, style), words(isWholeDays ? last : to, style)];
  return { name: first === lastDay ? first : `${first} to ${lastDay}`, text: begin === finish ? begin : `${begin} – ${finish}` };
}
