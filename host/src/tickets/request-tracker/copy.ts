import type { Kysely } from 'kysely';
import { company } from '../../company.js';
import type { Database } from '../../database/tables.js';
import { within } from '../../database/within.js';
import { normalEmail } from '../../session/email.js';
import { mergeTickets } from '../staff.js';
import { Refused } from './connection.js';
import type { Person, TrackedTicket, Transaction } from './answers.js';
import { properName, readMessage, staffName, type Message } from './message.js';
import type { Reader } from './reader.js';
import type { RequestTrackerSettings } from './settings.js';
import { forgetTicket, postIdOf, storeCopy, type Author, type Entry } from './store.js';

/** What copies are made with. */
export interface Place {
  database: Kysely<Database>;
  reader: Reader;
  settings: RequestTrackerSettings;
  /** The clock of Request Tracker, as of its last answer. */
  clock: () => number;
  onFailure: (error: unknown) => void;
}

/** A client who has tickets in Request Tracker. */
export interface TrackedClient {
  id: string;
  name: string;
  /** The group that stands for the client. */
  group: number;
}

interface Contact {
  id: string;
  name: string;
  email: string;
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
  const entries = await entriesOf(place, { client, ticket, transactions, contacts, isOver, opener, actor });
  const isSettled = place.clock() - Date.parse(ticket.LastUpdated) > settled;
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
async function entriesOf(place: Place, given: Situation): Promise<Entry[]> {
  const known = await knownTransactions(place.database, given.client.id, given.transactions);
  const entries: Entry[] = [];
  let former: Date | undefined;
  for (const transaction of given.transactions) {
    // Within a second the order is that of the numbers.
    const isSameSecond = former !== undefined && Math.trunc(former.getTime() / 1000) === Math.trunc(transaction.Created.getTime() / 1000);
    const at: Date = isSameSecond ? new Date(former!.getTime() + 1) : transaction.Created;
    former = at;
    if (known.has(transaction.id)) continue;
    const event = eventOf(transaction, given);
    if (transaction.Type === 'Status' && event === null) continue;
    const message = transaction.Type === 'Status' ? undefined : await readMessage(place.reader, transaction.id);
    entries.push({ transaction, at, message, event, author: await authorOf(place.reader, transaction, message, given) });
  }
  return entries;
}

interface Situation {
  client: TrackedClient;
  ticket: TrackedTicket;
  transactions: readonly Transaction[];
  contacts: readonly Contact[];
  isOver: boolean;
  opener: Author;
  actor: Author | undefined;
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

/** That a ticket was closed or opened again; other changes of the status are not worth a line. */
function eventOf({ Type, OldValue, NewValue }: Transaction, { ticket, isOver }: Situation): string | null {
  if (Type !== 'Status') return null;
  const isEnd = (status: string) => over.has(status) || (isOver && status === ticket.Status);
  if (isEnd(OldValue) === isEnd(NewValue)) return null;
  return isEnd(NewValue) ? 'closed' : 'reopened';
}

async function authorOf(reader: Reader, transaction: Transaction, message: Message | undefined, given: Situation): Promise<Author> {
  const { Creator, Type } = transaction;
  const { client, contacts, ticket, opener, actor } = given;
  if (Creator.Name === (await reader.ownName())) {
    if (message?.mark) return { author_kind: 'client', author_name: message.mark.name, author_id: null };
    return actor ?? opener;
  }
  const contact = contactOf(Creator, contacts);
  if (contact) return { author_kind: 'client', author_name: contact.name, author_id: contact.id };
  const ofClient = { author_kind: 'client', author_name: properName(Creator.RealName) ?? client.name, author_id: null };
  if ([...ticket.Requestor, ...ticket.Cc].some(({ Name }) => Name === Creator.Name)) return ofClient;
  if (Creator.Name === 'RT_System')
    return Type === 'Create' ? opener : { author_kind: 'system', author_name: company.brand, author_id: null };
  // Who is not one of the company's people must not look like one.
  return (await reader.isStaff(Creator.Name))
    ? { author_kind: 'staff', author_name: staffName(Creator.RealName), author_id: null }
    : ofClient;
}

function openerOf({ Requestor: [first] }: TrackedTicket, client: TrackedClient, contacts: readonly Contact[]): Author {
  const contact = first && contactOf(first, contacts);
  return {
    author_kind: 'client',
    author_name: contact?.name ?? properName(first?.RealName ?? '') ?? client.name,
    author_id: contact?.id ?? null,
  };
}

const contactOf = ({ EmailAddress }: Person, contacts: readonly Contact[]) =>
  EmailAddress === '' ? undefined : contacts.find(({ email }) => email === normalEmail(EmailAddress));

function partiesOf({ Requestor, Cc }: TrackedTicket, contacts: readonly Contact[]): Map<string, 'opener' | 'copy'> {
  const parties = new Map<string, 'opener' | 'copy'>();
  for (const [role, people] of [
    ['copy', Cc],
    ['opener', Requestor],
  ] as const)
    // prettier-ignore
    for (const person of people) {
      const contact = contactOf(person, contacts);
      if (contact) parties.set(contact.id, role);
    }
  return parties;
}

async function contactsOf(database: Kysely<Database>, clientId: string): Promise<Contact[]> {
  const rows = await database
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person_id')
    .where('memberships.client_id', '=', clientId)
    .select(['memberships.id', 'memberships.invited_as', 'people.name', 'people.email'])
    .execute();
  return rows.map(({ id, invited_as, name, email }) => ({ id, name: invited_as ?? name, email: normalEmail(email) }));
}

/** Without the tags by which Request Tracker knows its mails. */
const subjectOf = ({ Subject, id }: TrackedTicket) => Subject.replace(/\s*\[[^\]\s]+ #\d+\]/g, '').trim() || `#${id}`;

/** Finds out what has become of a ticket that is not among the client's any more: it was merged, or is none of theirs. */
export async function followTicket(place: Place, client: TrackedClient, { ticketId, number }: { ticketId: string; number: number }) {
  const { database, reader } = place;
  const goesOn = await reader.whereabouts(number);
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
