import { sql, type Kysely } from 'kysely';
import type { Database } from '../../database/tables.js';
import { searchText } from '../../http/search.js';
import { queue } from '../../mail/queue.js';
import { ticketFiles } from '../files.js';
import { insertTicket } from '../own/open.js';
import { indexedWords } from '../own/search.js';
import { forgetMark, markOf, rememberWords } from '../own/words.js';
import { addParties, insertPost, lockTicket, rememberFiles } from '../own/write.js';
import type { TrackedTicket, Transaction } from './answers.js';
import type { Message } from './message.js';
import './tables.js';

/** Who has written or done something, as the client reads it. */
export interface Author {
  author_kind: string;
  author_name: string;
  author_id?: string | null | undefined;
}

/** Something to be shown in a conversation: a message, or an event where there is none. */
export interface Entry {
  transaction: Transaction;
  at: Date;
  author: Author;
  message: Message | undefined;
  event: string | null;
}

/** A ticket as it is to be copied. */
export interface Copy {
  client: { id: string };
  ticket: TrackedTicket;
  department: string;
  subject: string;
  isOver: boolean;
  opener: Author;
  parties: ReadonlyMap<string, 'opener' | 'copy'>;
  /** What the copy lacks. */
  entries: readonly Entry[];
  /** When something has happened that clients may know of. */
  lastAt: Date;
  /** Null where it may have changed in the same second. */
  version: string | null;
  readAt: Date;
}

export const postIdOf = (transaction: number): string => `rtp_${String(transaction).padStart(10, '0')}`;
export const fileIdOf = (attachment: number): string => `rtf_${attachment}`;
const ticketIdOf = (number: number): string => `rt_${number}`;

/** The number in the id of a copy. */
export function numberIn(id: string): number | undefined {
  const [, number] = /^rt_([1-9]\d{0,8})$/.exec(id) ?? [];
  return number === undefined ? undefined : Number(number);
}

/** Stores a copy, or what has been added since; resolves with the id of the ticket. */
export async function storeCopy(transaction: Kysely<Database>, copy: Copy): Promise<string> {
  // Several requests may read the same ticket at the same time.
  await sql`select pg_advisory_xact_lock(hashtext('request-tracker'), ${copy.ticket.id}::integer)`.execute(transaction);
  const id = (await knownTicket(transaction, copy)) ?? (await newTicket(transaction, copy));
  await lockTicket(transaction, id);
  for (const entry of copy.entries) await storeEntry(transaction, id, copy.client.id, entry);
  await storeParties(transaction, id, copy.parties);
  await describeTicket(transaction, id, copy);
  const { version, readAt: read_at } = copy;
  await transaction.updateTable('tracked_tickets').set({ version, read_at }).where('ticket_id', '=', id).execute();
  return id;
}

/** The ticket that is a copy already, or that the portal has opened without having heard of it. */
async function knownTicket(transaction: Kysely<Database>, { client, ticket: { id: number }, entries }: Copy): Promise<string | undefined> {
  const known = await transaction
    .selectFrom('tracked_tickets')
    .select(['ticket_id', 'client_id'])
    .where('number', '=', number)
    .executeTakeFirst();
  if (known?.client_id === client.id) return known.ticket_id;
  // It has gone over from another client, who has nothing to do with it any more.
  if (known) await forgetTicket(transaction, known.ticket_id);
  const reference = entries.find((entry) => entry.transaction.Type === 'Create')?.message?.mark?.reference;
  if (reference === undefined) return undefined;
  const opened = await transaction
    .updateTable('tracked_tickets')
    .set({ number })
    .where('client_id', '=', client.id)
    .where('number', 'is', null)
    .where('ticket_id', 'in', (of) => of.selectFrom('tracked_messages').select('ticket_id').where('reference', '=', reference))
    .returning('ticket_id')
    .executeTakeFirst();
  return opened?.ticket_id;
}

async function newTicket(transaction: Kysely<Database>, { client, ticket, department, subject, opener, lastAt }: Copy): Promise<string> {
  const id = await insertTicket(transaction, {
    id: ticketIdOf(ticket.id),
    number: ticket.id,
    client_id: client.id,
    subject,
    department_id: department,
    status: 'open',
    priority: 'normal',
    opened_by: opener.author_id ?? null,
    opened_by_name: opener.author_name,
    created_at: ticket.Created,
    last_activity_at: lastAt,
  });
  await transaction.insertInto('tracked_tickets').values({ ticket_id: id, client_id: client.id, number: ticket.id }).execute();
  return id;
}

async function storeEntry(transaction: Kysely<Database>, ticketId: string, clientId: string, entry: Entry): Promise<void> {
  const { transaction: of, at, author, message, event } = entry;
  if (message?.mark && (await isArrived(transaction, message.mark.reference, of.id, at))) return;
  const id = postIdOf(of.id);
  if (await transaction.selectFrom('ticket_posts').select('id').where('id', '=', id).executeTakeFirst()) return;
  const { text = '', quoted = null, files = [], leftOut = [] } = message ?? {};
  await insertPost(transaction, { id, ticket_id: ticketId, ...author, at, event, text, quoted, left_out: JSON.stringify(leftOut) });
  for (const [index, file] of files.entries())
    await transaction
      .insertInto('uploads')
      .values({
        id: fileIdOf(file.id),
        client_id: clientId,
        person_id: null,
        purpose: ticketFiles.purpose,
        subject: id,
        name: file.name,
        media_type: ticketFiles.mediaTypes.find((each) => each === file.mediaType) ?? 'application/octet-stream',
        size: file.size,
        // Its content stays where it is.
        sha256: '',
        content: Buffer.alloc(0),
        uploaded_at: new Date(at.getTime() + index),
      })
      .execute();
  if (files.length > 0) await rememberFiles(transaction, ticketId, id);
}

/** Notes that what the portal has sent has arrived; false where it has sent no such thing. */
export async function isArrived(database: Kysely<Database>, reference: string, transactionId: number, at?: Date): Promise<boolean> {
  const sent = await database
    .updateTable('tracked_messages')
    .set({ transaction_id: transactionId, due_at: null, in_doubt: false })
    .where('reference', '=', reference)
    .where((is) => is.or([is('transaction_id', 'is', null), is('transaction_id', '=', transactionId)]))
    .returning('post_id')
    .executeTakeFirst();
  if (sent && at) await database.updateTable('ticket_posts').set({ at }).where('id', '=', sent.post_id).execute();
  return sent !== undefined;
}

async function storeParties(transaction: Kysely<Database>, ticketId: string, parties: Copy['parties']): Promise<void> {
  const removed = await transaction
    .deleteFrom('ticket_parties')
    .where('ticket_id', '=', ticketId)
    .where('membership_id', 'not in', [...parties.keys(), ''])
    .returning('membership_id')
    .execute();
  for (const { membership_id } of removed) await forgetMark(transaction, ticketId, markOf('party', membership_id));
  for (const role of ['opener', 'copy'] as const) {
    const ids = [...parties].filter(([, each]) => each === role).map(([id]) => id);
    await addParties(transaction, ticketId, ids, role);
  }
}

/** Brings the row of the ticket up to date, from what is known of its conversation. */
async function describeTicket(transaction: Kysely<Database>, id: string, copy: Copy): Promise<void> {
  const { ticket, subject, department, lastAt, client } = copy;
  const posts = await transaction
    .selectFrom('ticket_posts')
    .select(['at', 'author_kind', 'author_name', 'event'])
    .where('ticket_id', '=', id)
    .where('hidden', '=', false)
    .orderBy('at')
    .orderBy('id')
    .execute();
  const written = posts.filter(({ event }) => event === null);
  const last = written.length > 1 ? written.at(-1) : undefined;
  const search_text = searchText([String(ticket.id), subject]);
  await transaction
    .updateTable('tickets')
    .set({
      number: ticket.id,
      subject,
      department_id: department,
      status: statusOf(copy, last?.author_kind),
      closed_at: copy.isOver ? (ticket.Resolved ?? lastAt) : null,
      last_activity_at: new Date(Math.max(lastAt.getTime(), ...posts.map(({ at }) => at.getTime()))),
      last_reply_at: last?.at ?? null,
      last_reply_kind: last?.author_kind ?? null,
      last_reply_name: last?.author_name ?? null,
      search_text,
      search_words: indexedWords(client.id, search_text),
    })
    .where('id', '=', id)
    .execute();
  await rememberWords(transaction, id, [String(ticket.id), subject]);
}

/** Request Tracker does not say whose turn it is; who has written last does. */
function statusOf({ ticket: { Status }, isOver }: Copy, lastKind: string | undefined): string {
  if (isOver) return Status === 'resolved' ? 'resolved' : 'closed';
  if (Status === 'stalled') return 'on-hold';
  if (lastKind === undefined) return 'open';
  return lastKind === 'staff' ? 'waiting-for-client' : 'waiting-for-support';
}

/** Takes away a ticket that is not the client's any more, with everything that was known of it. The company is told what was still to be sent there. */
export async function forgetTicket(transaction: Kysely<Database>, ticketId: string): Promise<void> {
  const unsent = await transaction
    .selectFrom('tracked_messages')
    .select('post_id')
    .where('ticket_id', '=', ticketId)
    .where('due_at', 'is not', null)
    .execute();
  for (const { post_id } of unsent) await tellOfLoss(transaction, post_id);
  await transaction
    .deleteFrom('uploads')
    .where('purpose', '=', ticketFiles.purpose)
    .where('subject', 'in', (of) => of.selectFrom('ticket_posts').select('id').where('ticket_id', '=', ticketId))
    .execute();
  await transaction.deleteFrom('tickets').where('id', '=', ticketId).execute();
}

/** Lets the company have what a client has written and Request Tracker has not. */
export async function tellOfLoss(database: Kysely<Database>, postId: string): Promise<void> {
  const post = await database
    .selectFrom('ticket_posts')
    .innerJoin('tickets', 'tickets.id', 'ticket_posts.ticket_id')
    .where('ticket_posts.id', '=', postId)
    .select(['ticket_posts.author_name', 'ticket_posts.text', 'tickets.number', 'tickets.subject'])
    .executeTakeFirstOrThrow();
  const subject = `What a client has written could not be sent to Request Tracker: ${post.subject}`;
  const about = post.number > 0 ? `It was written to ticket ${post.number}.` : 'It was to open a ticket.';
  await queue(database, { kind: 'note', subject, paragraphs: [`${subject}.`, `${post.author_name}: ${about}`, post.text] });
}
