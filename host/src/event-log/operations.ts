import { sql } from 'kysely';
import type { components } from 'portal-elements/contract';
import { sendCsv } from '../http/files/csv.js';
import { sendJsonLines } from '../http/files/json-lines.js';
import type { Operation, OperationContext, Operations, OperationRequest } from '../http/operation.js';
import { fetchBatches, fetchPageOfNewest, type Listing } from '../http/paging.js';
import { wordQuery, wordsOf } from '../http/search-words.js';
import { eventColumns, toEvent, type EventRow } from './event.js';
import { categories, kinds, signIns } from './kinds.js';
import { viewableThings, visibleTo } from './visible.js';

type Choice = components['schemas']['EventChoice'];
type EventFilter = Omit<OperationRequest<'listEvents'>['query'], 'cursor' | 'limit'>;

/** A text is looked for among this many of the newest events first. */
const newest = 5000;

const listing: Listing = { keys: { at: { column: 'at', type: 'timestamptz' } }, id: 'id' };

const shown = [
  'client_id', 'at', 'id', 'kind', 'category', 'actor_kind', 'actor_id', 'actor_name', 'resource', 'object_type', 'object_id',
  'object_label', 'address', 'device', 'label', 'is_visible', 'is_finished',
] as const; // prettier-ignore

const listEvents: Operation<'listEvents'> = async (context, { query, wantsCsv, headers }, reply) => {
  const { cursor, limit = 50, ...filter } = query;
  const events = await eventsOf(context, filter);
  if (wantsCsv) return sendCsv(reply, 'events', eventColumns(context.owners), fetchBatches(events, listing, '-at'));
  if (headers.accept?.includes('application/x-ndjson'))
    return sendJsonLines(reply, 'events', fetchBatches(events, listing, '-at'), (rows) => describe(context, rows));
  const scope = [context.clientId, context.contractIds, filter];
  const request = { sort: '-at', limit, cursor, filter: scope };
  const latest = query.q && cursor === undefined ? await eventsOf(context, filter, newest) : undefined;
  const { rows, page } = await fetchPageOfNewest(latest, events, listing, request);
  return { items: await describe(context, rows), page, keptDays: context.settings.eventLogDays };
};

async function describe(context: OperationContext, rows: readonly EventRow[]) {
  const linked = await viewableThings(context, rows);
  return rows.map((row) => toEvent(row, context.owners, linked));
}

/** The events that the filter chooses of those that the person may know of; words are looked for in the `newest` so many alone where that is said. */
async function eventsOf(context: OperationContext, filter: EventFilter, newest?: number) {
  const { q, by, category, kind, object, from, to, withoutSignIns } = filter;
  let events = context.database
    .selectFrom('events')
    .select(shown)
    .where(await visibleTo(context));
  const { timeZone } = context.caller!.client;
  const midnight = (day: string, later: number) => sql<Date>`((${day}::date + ${later}::integer)::timestamp at time zone ${timeZone})`;
  const words = q === undefined ? [] : wordsOf(q);
  if (by === 'staff' || by === 'system') events = events.where('actor_kind', '=', by);
  else if (by) events = events.where('actor_id', '=', by);
  if (category) events = events.where('category', '=', category);
  if (kind) events = events.where('kind', '=', kind);
  if (object) {
    const [type = '', ...id] = object.split('/');
    events = events.where('object_type', '=', type).where('object_id', '=', id.join('/'));
  }
  if (from) events = events.where('at', '>=', midnight(from, 0));
  if (to) events = events.where('at', '<', midnight(to, 1));
  if (withoutSignIns) events = events.where('category', '<>', signIns);
  if (words.length === 0) return events;
  if (newest !== undefined) {
    const latest = events.select('search').orderBy('at', 'desc').orderBy('id', 'desc').limit(newest);
    events = context.database.selectFrom(latest.as('events')).select(shown);
  }
  return events.where(sql<boolean>`search @@ ${wordQuery(context.clientId, words)}::tsquery`);
}

const getEventOptions: Operation<'getEventOptions'> = async ({ database, clientId }) => {
  const people = await sql<Choice>`
    select id, label from memberships as member
    cross join lateral (
      select actor_name as label from events
      where client_id = ${clientId} and actor_id = member.id and is_visible
      order by at desc limit 1) as last
    where member.client_id = ${clientId} order by label, id`.execute(database);
  return {
    people: people.rows,
    categories: Object.entries(categories).map(([id, label]) => ({
      id,
      label,
      kinds: Object.entries(kinds).flatMap(([name, kind]) => (kind.category === id ? [{ id: name, label: kind.label }] : [])),
    })),
  };
};

/** The operations of the event log. */
export const eventLogOperations = { listEvents, getEventOptions } satisfies Partial<Operations>;
