import { sql, type Kysely, type Selectable, type SelectQueryBuilder } from 'kysely';
import type { Database } from '../../database/tables.js';
import { notFound } from '../../http/problem.js';
import type { Caller } from '../../session/sessions.js';
import type { TicketFilter, TicketViewer } from '../port.js';
import { reachOf } from '../rights.js';
import type { TicketTable } from '../tables.js';
import { holdsTyped } from './search.js';

/** A ticket with what the person has to do with it. */
export type TicketRow = Selectable<TicketTable> & { department_label: string; mine: boolean };
export type TicketQuery = SelectQueryBuilder<Database, 'tickets', object>;

const isMine = (membershipId: string) =>
  sql<boolean>`tickets.id in (select ticket_id from ticket_parties where membership_id = ${membershipId})`;

/** A person as far as it says which tickets the person may see. */
export type TicketReader = Pick<TicketViewer, 'clientId' | 'contractIds' | 'can'> & { caller: Pick<Caller, 'membershipId'> | undefined };

const membershipOf = ({ caller }: Pick<TicketReader, 'caller'>) => caller?.membershipId ?? '';

/** The tickets that the person may see; every way to a ticket begins here. */
export function visibleTickets(database: Kysely<Database>, viewer: TicketReader): TicketQuery {
  const { clientId, contractIds } = viewer;
  const all = database.selectFrom('tickets').where('tickets.client_id', '=', clientId);
  const mine = isMine(membershipOf(viewer));
  if (reachOf(viewer) === 'mine') return all.where(mine);
  return contractIds ? all.where(sql<boolean>`(tickets.contract_id = any(${[...contractIds]}) or ${mine})`) : all;
}

/** The tickets that the filter chooses. */
export function ticketsOf(viewer: TicketViewer, filter: TicketFilter): TicketQuery {
  const { q, group, department, priority, createdFrom, createdTo, scope } = filter;
  let query = visibleTickets(viewer.database, viewer).where('tickets.status', '<>', 'merged');
  if (scope === 'mine') query = query.where(isMine(membershipOf(viewer)));
  // A number is written as `#10004` too.
  const typed = q?.trim().replace(/^#(?=\d+$)/, '');
  if (typed) query = query.where(holdsTyped(viewer.clientId, typed));
  if (group) query = query.where('tickets.state_group', 'in', group === 'open' ? ['open', 'waiting'] : [group]);
  if (department) query = query.where('tickets.department_id', '=', department);
  if (priority) query = query.where('tickets.priority', '=', priority);
  const zone = viewer.caller?.client.timeZone ?? 'UTC';
  if (createdFrom) {
    const from = sql<Date>`${createdFrom}::timestamp at time zone ${zone}`;
    // Nothing has happened with a ticket before it was opened, which an index knows.
    query = query.where('tickets.created_at', '>=', from).where('tickets.last_activity_at', '>=', from);
  }
  if (createdTo)
    query = query.where('tickets.created_at', '<', sql<Date>`(${createdTo}::timestamp + interval '1 day') at time zone ${zone}`);
  return query;
}

/** The columns of tickets, as rows of a list have them. */
export const described = (query: TicketQuery, viewer: TicketViewer): SelectQueryBuilder<Database, 'tickets', TicketRow> =>
  query.selectAll('tickets').select([
    sql<string>`(select label from ticket_departments where id = tickets.department_id)`.as('department_label'),
    // As a value, which is looked up for each row, and not as a condition, for which the database would read all parties first.
    sql<boolean>`coalesce((select true from ticket_parties where ticket_id = tickets.id and membership_id = ${membershipOf(viewer)}), false)`.as(
      'mine',
    ),
  ]);

/** A ticket that the person may see; throws 404 where there is none. */
export async function findTicket(database: Kysely<Database>, viewer: TicketViewer, id: string): Promise<TicketRow> {
  const row = await described(visibleTickets(database, viewer), viewer).where('tickets.id', '=', id).executeTakeFirst();
  if (!row) throw notFound();
  return row;
}
