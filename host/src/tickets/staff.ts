import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/tables.js';
import { within } from '../database/within.js';
import { notFound } from '../http/problem.js';
import { tellOfTicket, tellParties } from './mail/tell.js';
import { moveWords } from './own/words.js';
import { insertPost, lockTicket, noteReply } from './own/write.js';

/** Something that the company's people have written in the host's own tables. */
export interface StaffPost {
  ticketId: string;
  /** The name that the client reads. */
  name: string;
  text: string;
  at?: Date;
  /** A note that clients never get. */
  hidden?: boolean;
  /** The status from then on; that it waits for the client, unless it is said. A note changes nothing. */
  status?: string;
  messageId?: string;
  /** Whether people get it by mail who want that; they do unless it is said. A note is never mailed. */
  isMailed?: boolean;
}

/** Stores an answer or a private note of the company's people; resolves with the id of the post. */
export function postAsStaff(database: Kysely<Database>, post: StaffPost): Promise<string> {
  const { ticketId, name, text, at = new Date(), hidden = false, status = 'waiting-for-client', messageId = null, isMailed = true } = post;
  return within(database, async (transaction) => {
    await lockTicket(transaction, ticketId);
    const author = { author_kind: 'staff', author_name: name, author_id: null };
    const id = await insertPost(transaction, { ticket_id: ticketId, ...author, text, at, hidden, message_id: messageId });
    if (hidden) return id;
    await noteReply(transaction, { ticketId, kind: 'staff', name, status, at });
    if (!isMailed) return id;
    const already = await tellParties(transaction, { ticketId, postId: id, by: name });
    if (status === 'closed' || status === 'resolved') await tellOfTicket(transaction, 'close', { ticketId, by: name, already });
    return id;
  });
}

/** Merges a ticket into another of the same client: its posts and people go over, and it says where it went. */
export function mergeTickets(database: Kysely<Database>, { from, into, name, at = new Date() }: MergedTickets): Promise<void> {
  return within(database, async (transaction) => {
    const found = await transaction
      .selectFrom('tickets')
      .select(['id', 'client_id', 'number'])
      .where('id', 'in', [from, into])
      .forUpdate()
      .execute();
    const [source, target] = [from, into].map((id) => found.find((each) => each.id === id));
    if (!source || source.client_id !== target?.client_id || from === into) throw notFound();
    await transaction.updateTable('ticket_posts').set({ ticket_id: into, origin_id: from }).where('ticket_id', '=', from).execute();
    await sql`insert into ticket_parties (ticket_id, membership_id, role) select ${into}, membership_id, 'copy' from ticket_parties
      where ticket_id = ${from} on conflict do nothing`.execute(transaction);
    await moveWords(transaction, from, into);
    await transaction
      .updateTable('tickets')
      .set({ status: 'merged', merged_into: into, last_activity_at: at })
      .where('id', '=', from)
      .execute();
    const post = { author_kind: 'staff', author_name: name, event: 'merged', text: String(source.number), at };
    await insertPost(transaction, { ticket_id: into, ...post });
    await transaction.updateTable('tickets').set({ last_activity_at: at }).where('id', '=', into).execute();
  });
}

export interface MergedTickets {
  from: string;
  into: string;
  /** Name of who merges them. */
  name: string;
  at?: Date;
}
