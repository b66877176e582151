import type { Kysely } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { Database } from '../database/tables.js';
import { sendCsv } from '../http/files/csv.js';
import { money, sumOf } from '../http/money.js';
import type { Operation } from '../http/operation.js';
import { fetchBatches, fetchPage } from '../http/paging.js';
import { Problem } from '../http/problem.js';
import { callListing, csvColumns, selectCalls } from './call.js';
import { callFilter, type CallFilter } from './filter.js';
import { getCall, hiddenFrom, withExtras } from './one-call.js';
import { getCallRecording } from './recording.js';
import { getCallStatement } from './statement.js';
import { summarizeFilter, type CallSum } from './summary.js';

type CallPage = components['schemas']['CallPage'];

/** Up to so many calls of one result are sorted faster than they are found in an order. */
const rare = 20_000;

const listCalls: Operation<'listCalls'> = async (context, request, reply) => {
  const { database } = context;
  const { contractId } = request.path;
  const { cursor, limit = 50, sort = '-startedAt', ...wanted } = request.query;
  const hidden = hiddenFrom(context);
  const hidesCost = hidden.cost;
  if (hidesCost && (wanted.minCost !== undefined || sort.endsWith('cost'))) {
    throw new Problem(403, 'The cost of calls is not shown to you', { detail: 'Calls cannot be sorted or filtered by it.' });
  }
  const wholeFilter = callFilter(contractId, wanted);
  if (request.wantsCsv) {
    return sendCsv(reply, 'calls', csvColumns(hidesCost), fetchBatches(selectCalls(database, wholeFilter), callListing, sort));
  }
  const { filter, sums } = await summarizeFilter(database, wholeFilter);
  const summary = toSummary(sums, hidesCost);
  const isRareResult = filter.result !== undefined && summary.count <= rare && !sort.endsWith('startedAt');
  const calls = isRareResult ? fenced(database, filter) : selectCalls(database, filter);
  const { rows, page } = await fetchPage(calls, callListing, { sort, limit, cursor, filter: [contractId, wanted] });
  const oldestAvailableOn = await oldestDay(database, contractId);
  const items = await withExtras(database, rows, hidden);
  return { items, page: { ...page, total: summary.count }, summary, oldestAvailableOn };
};

/** The operations of calls. */
export const callOperations = { listCalls, getCall, getCallRecording, getCallStatement };

/**
 * The calls, found before they are sorted. A call that failed is short and costs nothing: to look for such ones along the index of
 * durations or costs, as the planner would, means to read nearly all calls. The offset keeps it from that.
 */
const fenced = (database: Kysely<Database>, filter: CallFilter) =>
  database.selectFrom(selectCalls(database, filter).offset(0).as('calls')).selectAll();

async function oldestDay(database: Kysely<Database>, contractId: string): Promise<string | null> {
  const oldest = await database
    .selectFrom('call_days')
    .select('day')
    .where('contract_id', '=', contractId)
    .where('count', '>', 0)
    .orderBy('day')
    .limit(1)
    .executeTakeFirst();
  return oldest?.day ?? null;
}

function toSummary(sums: readonly CallSum[], hidesCost: boolean): CallPage['summary'] {
  const total = (field: 'count' | 'answered' | 'billedSeconds') => sums.reduce((sum, part) => sum + part[field], 0);
  const currencies = [...new Set(sums.map(({ currency }) => currency))].filter((currency) => currency !== null).sort();
  const cost = currencies.map((currency) => money(sumOf(sums.filter((sum) => sum.currency === currency).map((sum) => sum.cost)), currency));
  const counts = { count: total('count'), answered: total('answered'), billedSeconds: total('billedSeconds') };
  return hidesCost ? counts : { ...counts, cost };
}
