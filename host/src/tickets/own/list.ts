import { fetchBatches, fetchPage, type Listing } from '../../http/paging.js';
import type { TicketFilter, TicketPort, TicketSummary, TicketViewer } from '../port.js';
import { reachOf } from '../rights.js';
import { summaryOf } from './describe.js';
import { described, ticketsOf, type TicketQuery } from './scope.js';

/** The orders in which tickets are walked. */
export const listing: Listing = {
  keys: {
    lastActivityAt: { column: 'tickets.last_activity_at', type: 'timestamptz' },
    createdAt: { column: 'tickets.created_at', type: 'timestamptz' },
    number: { column: 'tickets.number', type: 'integer' },
  },
  id: 'tickets.id',
};

/** A page of the tickets that the person may see. */
export const listOwn: TicketPort['list'] = async (viewer, filter, { sort, limit, cursor }) => {
  const filtered = ticketsOf(viewer, filter);
  const request = { sort, limit, cursor, filter: [...scopeOf(viewer), filter] };
  const { rows, page } = await fetchPage(described(filtered, viewer), listing, request);
  const found = await count(viewer.database, filtered);
  const waiting = await count(viewer.database, ticketsOf(viewer, { ...filter, group: 'waiting' }));
  return {
    items: rows.map((row) => summaryOf(row, viewer)),
    page: { ...page, ...(found < countable && { total: found }) },
    summary: { seesOthers: reachOf(viewer) === 'company', waiting },
  };
};

/** What says which tickets the person may see; a cursor holds for that alone. */
export const scopeOf = (viewer: TicketViewer): unknown[] => [
  viewer.clientId,
  viewer.caller?.membershipId,
  reachOf(viewer),
  viewer.contractIds,
];

/** Every ticket of the filter. */
export async function* allOwn(viewer: TicketViewer, filter: TicketFilter, sort: string): AsyncGenerator<TicketSummary[]> {
  for await (const rows of fetchBatches(described(ticketsOf(viewer, filter), viewer), listing, sort))
    yield rows.map((row) => summaryOf(row, viewer));
}

/** Counting more would take longer than the page itself. */
export const countable = 1000;

/** How many there are, at most so many. */
export async function count(database: TicketViewer['database'], query: TicketQuery, most = countable): Promise<number> {
  const { count: found } = await database
    .selectFrom(query.select('tickets.id').limit(most).as('found'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return found;
}
