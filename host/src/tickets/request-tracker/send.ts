import { randomBytes } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../../database/tables.js';
import { within } from '../../database/within.js';
import { priorities } from '../own/describe.js';
import { copyChanges, followTicket } from './follow.js';
import { copyTicket, type Place, type TrackedClient } from './copy.js';
import { Refused, Unreachable } from './connection.js';
import { markOf } from './message.js';
import { isArrived, tellOfLoss } from './store.js';

export interface Sending extends Place {
  clientOf: (clientId: string) => Promise<TrackedClient | undefined>;
}

/** Attempts that were refused or in doubt, after which something is given up and the company told. Not to have been reached is none. */
const mostAttempts = 12;
/** The longest pause between two attempts, in milliseconds. */
const longestPause = 3_600_000;

/** Has a post sent to Request Tracker, within the transaction in which it is stored. */
export async function queueMessage(
  transaction: Kysely<Database>,
  { postId, ticketId }: { postId: string; ticketId: string },
): Promise<void> {
  await transaction
    .insertInto('tracked_messages')
    .values({ post_id: postId, ticket_id: ticketId, reference: randomBytes(12).toString('hex'), due_at: sql`now()` as never })
    .execute();
}

interface Claimed {
  post_id: string;
  ticket_id: string;
  reference: string;
  attempts: number;
  /** As it was before this attempt. */
  wasInDoubt: boolean;
  /** Whether it has been handed to the network in this attempt. */
  isOut?: boolean;
}

/** Sends what waits of one ticket, or of all: of each ticket in its order, and each by one process at a time. */
export async function sendWaiting(sending: Sending, ticketId: string | undefined, isToStop: () => boolean): Promise<void> {
  for (let next = await claim(sending, ticketId); next; next = await claim(sending, ticketId)) {
    await attempt(sending, next);
    if (isToStop()) return;
  }
}

/** Takes the first message that is due, unless an earlier one of its ticket is on its way. */
async function claim({ database, settings }: Sending, ticketId: string | undefined): Promise<Claimed | undefined> {
  const lease = settings.timeouts.doubt + settings.timeouts.file;
  const { rows } = await sql<Claimed>`
    update tracked_messages as taken set in_doubt = true, due_at = now() + ${lease} * interval '1 millisecond'
    from (select post_id, in_doubt from tracked_messages as first
      where transaction_id is null and due_at <= now() + interval '1 millisecond' and (${ticketId ?? null}::text is null or ticket_id = ${ticketId ?? null})
        and not exists (select 1 from tracked_messages as earlier where earlier.ticket_id = first.ticket_id and earlier.due_at is not null
          and (earlier.queued_at, earlier.post_id) < (first.queued_at, first.post_id))
      order by queued_at, post_id limit 1 for update skip locked) as before
    where taken.post_id = before.post_id
    returning taken.post_id, taken.ticket_id, taken.reference, taken.attempts, before.in_doubt as "wasInDoubt"`.execute(database);
  return rows[0];
}

async function attempt(sending: Sending, claimed: Claimed): Promise<void> {
  try {
    // What may have arrived is looked for first.
    if (claimed.wasInDoubt && (await hasArrived(sending, claimed))) return;
    await send(sending, claimed);
  } catch (error) {
    sending.onFailure(error);
    if (error instanceof Refused && (await wasFollowed(sending, claimed))) return;
    await putOff(sending, claimed, error);
  }
}

/** What has not been sent is sent later. What may have arrived is in doubt until it has been looked for. */
async function putOff({ database, settings }: Sending, { post_id, attempts, wasInDoubt, isOut = false }: Claimed, error: unknown) {
  const isRefused = error instanceof Refused;
  const mayBeThere = isOut && !isRefused && !(error instanceof Unreachable && !error.mayHaveArrived);
  const made = attempts + (isRefused || mayBeThere ? 1 : 0);
  const isGivenUp = error instanceof Lost || made >= mostAttempts;
  const pause = Math.min(Math.max(settings.timeouts.again * (made || 1), mayBeThere ? settings.timeouts.doubt : 0), longestPause);
  await within(database, async (transaction) => {
    const open = await transaction
      .updateTable('tracked_messages')
      .set({ attempts: made, in_doubt: wasInDoubt || mayBeThere, due_at: isGivenUp ? null : new Date(Date.now() + pause) })
      .where('post_id', '=', post_id)
      .where('transaction_id', 'is', null)
      .returning('post_id')
      .executeTakeFirst();
    if (open && isGivenUp) await tellOfLoss(transaction, post_id);
  });
}

/** Reads the ticket, or the client's tickets where it waits to be opened, and tells whether the message is there. */
async function hasArrived(sending: Sending, { post_id, ticket_id }: Claimed): Promise<boolean> {
  const { client, number } = await addressed(sending, ticket_id);
  if (number === null) await copyChanges(sending, client);
  else await readAgain(sending, client, number);
  const message = await sending.database
    .selectFrom('tracked_messages')
    .select('transaction_id')
    .where('post_id', '=', post_id)
    .executeTakeFirst();
  return !message || message.transaction_id !== null;
}

async function readAgain(sending: Sending, client: TrackedClient, number: number): Promise<boolean> {
  const ticket = await sending.reader.ticket(client.group, number);
  if (ticket) await copyTicket(sending, client, ticket);
  return ticket !== undefined;
}

/** Where the ticket is gone, finds out where to; what waits goes with it and is due at once. */
async function wasFollowed(sending: Sending, { ticket_id, post_id }: Claimed): Promise<boolean> {
  try {
    const { client, number } = await addressed(sending, ticket_id);
    if (number === null || (await readAgain(sending, client, number))) return false;
    await followTicket(sending, client, { ticketId: ticket_id, number });
    const moved = await sending.database
      .updateTable('tracked_messages')
      .set({ due_at: sql`now()` as never, in_doubt: false })
      .where('post_id', '=', post_id)
      .where('ticket_id', '<>', ticket_id)
      .where('transaction_id', 'is', null)
      .returning('post_id')
      .executeTakeFirst();
    return moved !== undefined;
  } catch (error) {
    sending.onFailure(error);
    return false;
  }
}

async function addressed({ database, clientOf }: Sending, ticketId: string): Promise<{ client: TrackedClient; number: number | null }> {
  const { client_id, number } = await database
    .selectFrom('tracked_tickets')
    .select(['client_id', 'number'])
    .where('ticket_id', '=', ticketId)
    .executeTakeFirstOrThrow();
  const client = await clientOf(client_id);
  if (!client) throw new Unreachable('Request Tracker: this client has no group there', false);
  return { client, number };
}

async function send(sending: Sending, claimed: Claimed): Promise<void> {
  const { post_id, ticket_id, reference } = claimed;
  const { database, connection, reader } = sending;
  const { client, number } = await addressed(sending, ticket_id);
  const post = await database.selectFrom('ticket_posts').selectAll().where('id', '=', post_id).executeTakeFirstOrThrow();
  const mark = markOf({ name: post.author_name, reference });
  const files = await filesOf(database, post_id);
  if (number !== null) {
    // It may have gone to another client since, or be gone.
    const ticket = await reader.ticket(client.group, number);
    if (!ticket) throw new Refused(404, 'Request Tracker: the ticket is not there any more');
    const content = { Content: `${whole(post)}\n\n${mark}\n`, ContentType: 'text/plain' };
    claimed.isOut = true;
    const made = await connection.send(`ticket/${number}/correspond`, withFiles(content, files));
    const [, transaction] = /^transaction\/(\d+)$/.exec(made ?? '') ?? [];
    if (transaction !== undefined) await isArrived(database, reference, Number(transaction));
    await readAgain(sending, client, number);
    return;
  }
  claimed.isOut = true;
  const made = await connection.send(
    'ticket',
    withFiles(await newTicket(sending, client, { ticketId: ticket_id, text: whole(post), mark }), files),
  );
  const [, opened] = /^ticket\/(\d+)$/.exec(made ?? '') ?? [];
  if (opened === undefined) throw new Unreachable('Request Tracker: the new ticket has no number', true);
  // Whatever happens now, it is opened once.
  await nameTicket(database, ticket_id, Number(opened));
  if (await readAgain(sending, client, Number(opened))) return;
  await nameTicket(database, ticket_id, null);
  // Much of what is not understood is left out without a word, the client's group as well: then it is nobody's.
  throw new Lost(`Request Tracker: the new ticket ${opened} is not among the client’s`);
}

/** It has been stored where the client does not see it. */
class Lost extends Error {}

const nameTicket = (database: Kysely<Database>, ticketId: string, number: number | null) =>
  database.updateTable('tracked_tickets').set({ number }).where('ticket_id', '=', ticketId).execute();

const whole = ({ text, quoted }: { text: string; quoted: string | null }) =>
  quoted === null ? text : `${text}\n\n${quoted.replace(/^/gm, '> ')}`;

/** A ticket as Request Tracker wants it; what it has no place for is said in the text. */
async function newTicket(
  { database, settings }: Sending,
  client: TrackedClient,
  { ticketId, text, mark }: { ticketId: string; text: string; mark: string },
): Promise<object> {
  const ticket = await database.selectFrom('tickets').selectAll().where('id', '=', ticketId).executeTakeFirstOrThrow();
  const parties = await addressesOf(database, ticketId);
  const lines = [
    ...ticket.facts.map(({ label, value }) => `${label}: ${value}`),
    ...(ticket.thing_label === null ? [] : [`About: ${ticket.thing_label}`]),
    ...(ticket.priority === 'normal' ? [] : [`Priority: ${priorities.find(({ id }) => id === ticket.priority)?.label ?? ticket.priority}`]),
  ];
  return {
    Queue: settings.queues.get(ticket.department_id),
    Subject: ticket.subject.slice(0, 200),
    Requestor: parties.filter(({ role }) => role === 'opener').map(({ email }) => email),
    Cc: parties.filter(({ role }) => role === 'copy').map(({ email }) => email),
    CustomRoles: { [settings.companyRole]: [client.group] },
    Content: `${[text, ...(lines.length > 0 ? [lines.join('\n')] : [])].join('\n\n')}\n\n${mark}\n`,
    ContentType: 'text/plain',
  };
}

/** The parties of a ticket with their addresses, which go to Request Tracker alone. */
export const addressesOf = (database: Kysely<Database>, ticketId: string) =>
  database
    .selectFrom('ticket_parties')
    .innerJoin('memberships', 'memberships.id', 'ticket_parties.membership_id')
    .innerJoin('people', 'people.id', 'memberships.person_id')
    .where('ticket_id', '=', ticketId)
    .select(['ticket_parties.membership_id as id', 'ticket_parties.role', 'people.email'])
    .orderBy('people.email')
    .execute();

const filesOf = (database: Kysely<Database>, postId: string) =>
  database
    .selectFrom('uploads')
    .select(['name', 'media_type', 'content'])
    .where('subject', '=', postId)
    .orderBy('uploaded_at')
    .orderBy('id')
    .execute();

/** Files go as a form: in JSON their names would break, or the whole request. */
function withFiles(content: object, files: readonly { name: string; media_type: string; content: Uint8Array }[]) {
  if (files.length === 0) return { body: content };
  const form = new FormData();
  form.append('JSON', JSON.stringify(content));
  for (const { name, media_type: type, content: bytes } of files)
    form.append('Attachments', new Blob([new Uint8Array(bytes)], { type }), name);
  return { body: form, withFiles: true };
}
