import type { Kysely } from 'kysely';
import { company } from '../../company.js';
import type { Database } from '../../database/tables.js';
import { within } from '../../database/within.js';
import { mergeTickets } from '../staff.js';
import { Refused } from './connection.js';
import { copyTicket, type Place, type TrackedClient } from './copy.js';
import { forgetTicket } from './store.js';

/** Finds out what has become of a ticket that is not among the client's any more: it was merged, or is none of theirs. */
export async function followTicket(place: Place, client: TrackedClient, { ticketId, number }: { ticketId: string; number: number }) {
  const { database, reader } = place;
  const goesOn = await reader.currentNumber(number);
  const target = goesOn === undefined || goesOn === number ? undefined : await reader.ticket(client.group, goesOn);
  const into = target && (await copyTicket(place, client, target));
  if (!target || into === undefined) return await within(database, (transaction) => forgetTicket(transaction, ticketId));
  await within(database, async (transaction) => {
    const row = await transaction.selectFrom('tickets').select('status').where('id', '=', ticketId).forUpdate().executeTakeFirst();
    if (!row || row.status === 'merged') return;
    await mergeTickets(transaction, { from: ticketId, into, name: company.brand });
    await transaction.updateTable('tracked_messages').set({ ticket_id: into }).where('ticket_id', '=', ticketId).execute();
  });
  await copyTicket(place, client, target);
}

/**
 * Copies what has changed of a client's tickets since it was read last, and follows those that are not among them any more. Afterwards
 * all is known that there was at the beginning.
 */
export async function copyChanges(place: Place, client: TrackedClient): Promise<void> {
  const { database, reader } = place;
  const readAt = new Date();
  const known = await database.selectFrom('tracked_clients').selectAll().where('client_id', '=', client.id).executeTakeFirst();
  const { changed, total, latest } = await changesOf(place, client, known?.read_to ?? '');
  for (const { id } of changed.reverse()) await copyNumber(place, client, id);
  const followed = await trackedOf(database, client.id);
  if (followed.length !== total) {
    const present = await reader.numbers(client.group);
    for (const each of followed) if (!present.has(each.number)) await followTicket(place, client, each);
    await copyMissing(place, client, present);
  }
  const row = { client_id: client.id, read_to: latest, read_at: readAt };
  await database
    .insertInto('tracked_clients')
    .values(row)
    .onConflict((conflict) => conflict.column('client_id').doUpdateSet({ read_to: latest, read_at: readAt }))
    .execute();
}

/** The tickets that have changed since, the latest first, and how many the client has. */
async function changesOf({ database, reader }: Place, client: TrackedClient, readTo: string) {
  const changed: { id: number }[] = [];
  let latest = readTo;
  for (let page = 1; ; page += 1) {
    const { items, total, isLast } = await reader.versions(client.group, page);
    if (page === 1 && items[0]) latest = items[0].LastUpdated;
    const copies = new Map((await trackedOf(database, client.id)).map(({ number, version }) => [number, version]));
    const recent = items.filter(({ LastUpdated }) => LastUpdated >= readTo);
    changed.push(...recent.filter(({ id, LastUpdated }) => copies.get(id) !== LastUpdated));
    if (isLast || recent.length < items.length) return { changed, total, latest };
  }
}

/** Tickets that have come to the client without a change of their own. */
async function copyMissing(place: Place, client: TrackedClient, present: ReadonlySet<number>): Promise<void> {
  const known = new Set((await trackedOf(place.database, client.id)).map(({ number }) => number));
  for (const number of present) if (!known.has(number)) await copyNumber(place, client, number);
}

/** Copies the ticket of this number. One that Request Tracker cannot give does not keep the others back. */
async function copyNumber(place: Place, client: TrackedClient, number: number): Promise<void> {
  try {
    const ticket = await place.reader.ticket(client.group, number);
    if (ticket) await copyTicket(place, client, ticket);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    place.onFailure(error);
  }
}

/** The copies of a client's tickets that were not merged into others. */
async function trackedOf(database: Kysely<Database>, clientId: string) {
  const rows = await database
    .selectFrom('tracked_tickets')
    .innerJoin('tickets', 'tickets.id', 'tracked_tickets.ticket_id')
    .where('tracked_tickets.client_id', '=', clientId)
    .where('tracked_tickets.number', 'is not', null)
    .where('tickets.status', '<>', 'merged')
    .select(['tracked_tickets.ticket_id as ticketId', 'tracked_tickets.number', 'tracked_tickets.version'])
    .execute();
  return rows.map(({ ticketId, number, version }) => ({ ticketId, number: number!, version }));
}
