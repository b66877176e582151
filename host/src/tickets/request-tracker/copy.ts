import type { Kysely } from 'kysely';
import type { Database } from '../../database/tables.js';
import { within } from '../../database/within.js';
import { authorOf, contactsOf, openerOf, partiesOf, type Situation } from './authors.js';
import type { Connection } from './connection.js';
import type { TrackedTicket, Transaction } from './answers.js';
import { readMessage } from './message.js';
import type { Reader } from './reader.js';
import type { RequestTrackerSettings } from './settings.js';
import { postIdOf, storeCopy, type Author, type Entry } from './store.js';

/** What copies are made with. */
export interface Place {
  database: Kysely<Database>;
  reader: Reader;
  settings: RequestTrackerSettings;
  connection: Connection;
  onFailure: (error: unknown) => void;
}

/** A client who has tickets in Request Tracker. */
export interface TrackedClient {
  id: string;
  name: string;
  /** The group that stands for the client. */
  group: number;
}

/** Copies a ticket that is the client's, or what was added to it. `actor` has done what the portal's account did since. Resolves with its id. */
export async function copyTicket(place: Place, client: TrackedClient, ticket: TrackedTicket, actor?: Author): Promise<string | undefined> {
  const { database, reader, settings } = place;
  const department = [...settings.queues].find(([, queue]) => queue.toLowerCase() === ticket.Queue.Name.toLowerCase())?.[0];
  if (department === undefined || !(await isDepartment(place, department))) return undefined;
  const readAt = new Date();
  const transactions = await reader.transactions(ticket.id);
  const contacts = await contactsOf(database, client.id);
  const isOver = await reader.isOver(client.group, ticket);
  const opener = openerOf(ticket, client, contacts);
  const entries = await entriesOf(place, client.id, transactions, { client, ticket, contacts, isOver, opener, actor });
  const isSettled = place.connection.clock - Date.parse(ticket.LastUpdated) > settled;
  return await within(database, (transaction) =>
    storeCopy(transaction, {
      client,
      ticket,
      department,
      subject: subjectOf(ticket),
      isOver,
      opener,
      parties: partiesOf(ticket, contacts),
      entries,
      lastAt: transactions.at(-1)?.Created ?? ticket.Created,
      version: isSettled ? ticket.LastUpdated : null,
      readAt,
    }),
  );
}

async function isDepartment({ database, onFailure }: Place, id: string): Promise<boolean> {
  const found = await database.selectFrom('ticket_departments').select('id').where('id', '=', id).executeTakeFirst();
  if (!found) onFailure(new Error(`PORTAL_RT_QUEUES names the department ${id}, which there is not.`));
  return found !== undefined;
}

/** Changes are told by the second: one that is as young as this may be followed by another that has the same time. */
const settled = 2000;

/** What the copy lacks, read and with its author. */
async function entriesOf(place: Place, clientId: string, transactions: readonly Transaction[], given: Situation): Promise<Entry[]> {
  const known = await knownTransactions(place.database, clientId, transactions);
  const entries: Entry[] = [];
  let former: Date | undefined;
  for (const transaction of transactions) {
    // Within a second the order is that of the numbers.
    const isSameSecond = former !== undefined && Math.trunc(former.getTime() / 1000) === Math.trunc(transaction.Created.getTime() / 1000);
    const at: Date = isSameSecond ? new Date(former!.getTime() + 1) : transaction.Created;
    former = at;
    if (known.has(transaction.id)) continue;
    const event = eventOf(transaction, given);
    if (transaction.Type === 'Status' && event === null) continue;
    const isOwn = transaction.Creator.Name === (await place.reader.ownName());
    const message = transaction.Type === 'Status' ? undefined : await readMessage(place.reader, transaction.id, isOwn);
    entries.push({ transaction, at, message, event, author: await authorOf(place.reader, transaction, message, given) });
  }
  return entries;
}

/** The transactions that the copies of this client's tickets have. */
async function knownTransactions(database: Kysely<Database>, clientId: string, transactions: readonly Transaction[]): Promise<Set<number>> {
  const ids = transactions.map(({ id }) => id);
  if (ids.length === 0) return new Set();
  const posts = await database
    .selectFrom('ticket_posts')
    .innerJoin('tickets', 'tickets.id', 'ticket_posts.ticket_id')
    .where('tickets.client_id', '=', clientId)
    .where('ticket_posts.id', 'in', ids.map(postIdOf))
    .select('ticket_posts.id')
    .execute();
  const stored = new Set(posts.map(({ id }) => id));
  const sent = await database
    .selectFrom('tracked_messages')
    .innerJoin('tickets', 'tickets.id', 'tracked_messages.ticket_id')
    .where('tickets.client_id', '=', clientId)
    .where('transaction_id', 'in', ids)
    .select('transaction_id')
    .execute();
  return new Set([...ids.filter((id) => stored.has(postIdOf(id))), ...sent.map(({ transaction_id }) => transaction_id!)]);
}

const over = new Set(['resolved', 'rejected', 'deleted']);

/** That a ticket was closed or opened again; other changes of the status are not worth a line, and those of tickets that were merged into it are none of it. */
function eventOf({ Type, ObjectId, OldValue, NewValue }: Transaction, { ticket, isOver }: Situation): string | null {
  if (Type !== 'Status' || ObjectId !== ticket.id) return null;
  const isEnd = (status: string) => over.has(status) || (isOver && status === ticket.Status);
  if (isEnd(OldValue) === isEnd(NewValue)) return null;
  return isEnd(NewValue) ? 'closed' : 'reopened';
}

/** Without the tags by which Request Tracker knows its mails. */
const subjectOf = ({ Subject, id }: TrackedTicket) => Subject.replace(/\s*\[[^\]\s]+ #\d+\]/g, '').trim() || `#${id}`;
