import { sql, type Kysely } from 'kysely';
import type { Database } from '../../database/tables.js';
import type { QueuedTicketNotice, QueuedTicketPost } from '../../mail/queue.js';
import type { Mail } from '../../mail/transport.js';
import { addressOfTicket, findReader, mailedTickets, mailTo } from './reader.js';

interface Means {
  database: Kysely<Database>;
  publicUrl: () => string;
}

/** The mail that brings a post to somebody; undefined where the person is not to get it, or not any more. */
export async function writeTicketPost(
  { database, publicUrl }: Means,
  { postId, membershipId }: QueuedTicketPost,
): Promise<Mail | undefined> {
  const reader = await findReader(database, membershipId);
  const post =
    reader &&
    (await mailedTickets(database, reader)
      .innerJoin('ticket_posts', 'ticket_posts.ticket_id', 'tickets.id')
      .where('ticket_posts.id', '=', postId)
      .where('ticket_posts.hidden', '=', false)
      .select(['tickets.id', 'tickets.number', 'tickets.subject', 'ticket_posts.author_name as by', 'ticket_posts.text'])
      .select(
        sql<string | null>`(select string_agg(name, ', ' order by uploaded_at, id) from uploads where subject = ticket_posts.id)`.as(
          'files',
        ),
      )
      .executeTakeFirst());
  if (!post) return undefined;
  const { id, number, subject, by, text, files } = post;
  return mailTo(reader, {
    letter: 'ticket-post',
    values: { by, number: String(number), subject, file: files ?? '' },
    body: text,
    link: addressOfTicket(publicUrl(), id),
  });
}

/** The mail that tells somebody that a ticket was opened or closed; undefined where the person is not to get it, or it no longer holds. */
export async function writeTicketNotice(
  { database, publicUrl }: Means,
  { about, ticketId, by, membershipId }: QueuedTicketNotice,
): Promise<Mail | undefined> {
  const reader = await findReader(database, membershipId);
  const ticket =
    reader &&
    (await mailedTickets(database, reader)
      .where('tickets.id', '=', ticketId)
      .select(['tickets.number', 'tickets.subject', 'tickets.state_group'])
      .executeTakeFirst());
  if (!ticket || (about === 'close' && ticket.state_group !== 'closed')) return undefined;
  return mailTo(reader, {
    letter: about === 'new' ? 'ticket-new' : 'ticket-over',
    values: { by, number: String(ticket.number), subject: ticket.subject },
    link: addressOfTicket(publicUrl(), ticketId),
  });
}
