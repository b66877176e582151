import { randomUUID } from 'node:crypto';
import { sql, type Insertable, type Kysely } from 'kysely';
import type { Database } from '../../database/tables.js';
import { attachUploads, uploadsOf } from '../../http/uploads.js';
import { ticketFiles } from '../files.js';
import { splitQuoted } from '../quoted.js';
import type { TicketViewer } from '../port.js';
import type { TicketPostTable } from '../tables.js';
import { markOf, rememberWords } from './words.js';

export type NewPost = Pick<Insertable<TicketPostTable>, 'ticket_id' | 'author_kind' | 'author_name' | 'author_id'> &
  Partial<Pick<Insertable<TicketPostTable>, 'at' | 'hidden' | 'event' | 'message_id' | 'in_reply_to' | 'left_out'>> & {
    id?: string;
    text: string;
    /** Found in the text where it is not given. */
    quoted?: string | null;
  };

/** Stores a post, by whose words the ticket can be found unless clients never get it; resolves with its id. */
export async function insertPost(transaction: Kysely<Database>, post: NewPost): Promise<string> {
  const id = post.id ?? `pst_${randomUUID()}`;
  const words = post.quoted === undefined ? splitQuoted(post.text) : {};
  await transaction
    .insertInto('ticket_posts')
    .values({ at: new Date(), hidden: false, ...post, ...words, id })
    .execute();
  if (!post.hidden && post.event == null)
    await rememberWords(
      transaction,
      post.ticket_id,
      [post.text, post.quoted ?? ''],
      post.author_id == null ? [] : [markOf('author', post.author_id)],
    );
  return id;
}

/** The person who asks, as the author of a post. */
export const authorOf = ({ caller }: TicketViewer): Pick<NewPost, 'author_kind' | 'author_name' | 'author_id'> => ({
  author_kind: 'client',
  author_name: caller?.person.name ?? '',
  author_id: caller?.membershipId ?? null,
});

/** Stores what the person has written, with its files; resolves with the id of the post. */
export async function insertOwnPost(
  viewer: TicketViewer,
  transaction: Kysely<Database>,
  { ticketId, text, fileIds, at }: { ticketId: string; text: string; fileIds: readonly string[]; at: Date },
): Promise<string> {
  const subject = await insertPost(transaction, { ticket_id: ticketId, ...authorOf(viewer), text, at });
  await attachUploads(viewer, transaction, { ids: fileIds, rules: ticketFiles, subject, pointer: '/fileIds' });
  await rememberFiles(transaction, ticketId, subject);
  return subject;
}

/** Lets a ticket be found by the names of the files of a post that clients see. */
export async function rememberFiles(transaction: Kysely<Database>, ticketId: string, postId: string): Promise<void> {
  const files = await uploadsOf(transaction, [postId]);
  const names = files.get(postId)!.map(({ name }) => name);
  if (names.length > 0) await rememberWords(transaction, ticketId, names);
}

/** Remembers who has written last, and where the ticket stands since. */
export async function noteReply(
  transaction: Kysely<Database>,
  { ticketId, kind, name, status, at }: { ticketId: string; kind: string; name: string; status: string; at: Date },
): Promise<void> {
  await transaction
    .updateTable('tickets')
    .set({ status, last_activity_at: at, last_reply_at: at, last_reply_kind: kind, last_reply_name: name, closed_at: closedAt(status, at) })
    .where('id', '=', ticketId)
    .execute();
}

const closedAt = (status: string, at: Date) => (status === 'resolved' || status === 'closed' ? at : null);

/** Changes the status of a ticket, and says so in its conversation. */
export async function changeStatus(
  transaction: Kysely<Database>,
  ticketId: string,
  { status, post }: { status: string; post: Omit<NewPost, 'ticket_id'> },
): Promise<void> {
  const at = post.at ?? new Date();
  await transaction
    .updateTable('tickets')
    .set({ status, last_activity_at: at, closed_at: closedAt(status, at) })
    .where('id', '=', ticketId)
    .execute();
  await insertPost(transaction, { ...post, ticket_id: ticketId, at });
}

/** Makes people parties of a ticket; who is one already stays what they are. */
export async function addParties(
  transaction: Kysely<Database>,
  ticketId: string,
  ids: readonly string[],
  role: 'opener' | 'copy',
): Promise<void> {
  if (ids.length === 0) return;
  await transaction
    .insertInto('ticket_parties')
    .values(ids.map((membership_id) => ({ ticket_id: ticketId, membership_id, role })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await rememberWords(
    transaction,
    ticketId,
    [],
    ids.map((id) => markOf('party', id)),
  );
}

/** Locks a ticket until the transaction ends. */
export const lockTicket = (transaction: Kysely<Database>, id: string) =>
  sql`select 1 from tickets where id = ${id} for update`.execute(transaction);
