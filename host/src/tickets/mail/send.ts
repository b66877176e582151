import { sql, type Kysely } from 'kysely';
import { company } from '../../company.js';
import type { SecretBox } from '../../database/secret-box.js';
import type { Database } from '../../database/tables.js';
import type { MailObject, Written } from '../../mail-log/record.js';
import type { QueuedTicketNotice, QueuedTicketPost } from '../../mail/queue.js';
import { addressOf, messageIdOf, type Mail } from '../../mail/transport.js';
import { answerAddress, hashOfToken, newToken } from './addresses.js';
import { addressOfTicket, findReader, mailedTickets, mailTo, type MailReader } from './reader.js';

interface Dependencies {
  database: Kysely<Database>;
  secretBox: SecretBox;
  publicUrl: () => string;
  ticketMail: string | undefined;
}

/** The first reference and the last ones are enough for every mail program. */
const mostReferences = 20;

/** The mail that brings a post to somebody; undefined where the person is not to get it, or not any more. Only a party can answer it by mail. */
export async function writeTicketPost(
  dependencies: Dependencies,
  { postId, membershipId }: QueuedTicketPost,
): Promise<Written | undefined> {
  const { database, ticketMail, publicUrl } = dependencies;
  const reader = await findReader(database, membershipId);
  const post = reader && (await findPost(database, postId, reader));
  if (!post) return undefined;
  const answersTo = post.is_party ? ticketMail : undefined;
  const sender = ticketMail ?? company.mailFrom;
  const mail: Mail = {
    ...mailTo(reader, {
      letter: 'ticket-post',
      values: { by: post.author_name, number: String(post.number), subject: post.subject, file: post.files ?? '' },
      body: post.text,
      canBeAnswered: answersTo !== undefined,
      link: addressOfTicket(publicUrl(), post.ticket_id),
    }),
    fromName: `${post.author_name} (${company.brand})`,
    messageId: sentAs(post, sender),
    ...(await threadOf(database, post, membershipId, sender)),
    ...(answersTo !== undefined && { replyTo: answerAddress(answersTo, await tokenOf(dependencies, post.ticket_id, membershipId)) }),
    headers: listHeaders(sender),
  };
  return { mail, object: ticketObject({ ...post, id: post.ticket_id }) };
}

const ticketObject = ({ id, number, subject }: { id: string; number: number; subject: string }): MailObject => ({
  type: 'ticket',
  id,
  label: `${number} ${subject}`,
});

/** By which programs know not to answer. */
const listHeaders = (sender: string) => ({
  'List-Id': `${company.brand.replace(/[^\w -]+/g, ' ')} tickets <tickets.${addressOf(sender).split('@').pop()!}>`,
  Precedence: 'list',
  'X-Auto-Response-Suppress': 'All',
});

const isParty = ({ caller }: MailReader) =>
  sql<boolean>`exists (select 1 from ticket_parties where ticket_id = tickets.id and membership_id = ${caller!.membershipId})`;

const firstPost = (database: Kysely<Database>, ticketId: string) =>
  database
    .selectFrom('ticket_posts')
    .select(['id', 'author_kind', 'message_id'])
    .where('ticket_id', '=', ticketId)
    .where('hidden', '=', false)
    .where('event', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();

/** A post that this person may get: a note never, nor what belongs to a ticket that the person does not see or does not want to be mailed of. */
const findPost = (database: Kysely<Database>, id: string, reader: MailReader) =>
  mailedTickets(database, reader)
    .innerJoin('ticket_posts', 'ticket_posts.ticket_id', 'tickets.id')
    .where('ticket_posts.id', '=', id)
    .where('ticket_posts.hidden', '=', false)
    .select(['ticket_posts.id', 'ticket_posts.ticket_id', 'ticket_posts.text', 'ticket_posts.at'])
    .select(['ticket_posts.author_name', 'ticket_posts.author_kind', 'ticket_posts.message_id', 'tickets.number', 'tickets.subject'])
    .select([
      sql<string | null>`(select string_agg(name, ', ' order by uploaded_at, id) from uploads where subject = ticket_posts.id)`.as('files'),
      isParty(reader).as('is_party'),
    ])
    .executeTakeFirst();

/** The mail that tells somebody that a ticket was opened or closed; undefined where the person is not to get it, or it no longer holds. */
export async function writeTicketNotice(
  dependencies: Dependencies,
  { about, ticketId, by, membershipId }: QueuedTicketNotice,
): Promise<Written | undefined> {
  const { database, ticketMail, publicUrl } = dependencies;
  const reader = await findReader(database, membershipId);
  const ticket =
    reader &&
    (await mailedTickets(database, reader)
      .where('tickets.id', '=', ticketId)
      .select(['tickets.id', 'tickets.number', 'tickets.subject', 'tickets.state_group'])
      .select(isParty(reader).as('is_party'))
      .executeTakeFirst());
  if (!ticket || (about === 'close' && ticket.state_group !== 'closed')) return undefined;
  const sender = ticketMail ?? company.mailFrom;
  const first = about === 'new' ? await firstPost(database, ticketId) : undefined;
  const mail: Mail = {
    ...mailTo(reader, {
      letter: about === 'new' ? 'ticket-new' : 'ticket-over',
      values: { by, number: String(ticket.number), subject: ticket.subject },
      link: addressOfTicket(publicUrl(), ticketId),
    }),
    // It stands for the first post, so that what is answered to it is found, and what follows is shown with it.
    ...(first
      ? { messageId: sentAs(first, sender) }
      : await threadOf(database, { id: '', ticket_id: ticketId, at: new Date() }, membershipId, sender)),
    ...(ticketMail !== undefined &&
      ticket.is_party && { replyTo: answerAddress(ticketMail, await tokenOf(dependencies, ticketId, membershipId)) }),
    headers: listHeaders(sender),
  };
  return { mail, object: ticketObject(ticket) };
}

/** What the mail follows, so that mail programs show it with the others: posts as they were mailed, and mails as this person has sent them. */
async function threadOf(
  database: Kysely<Database>,
  { id, ticket_id, at }: { id: string; ticket_id: string; at: Date },
  membershipId: string,
  sender: string,
): Promise<Pick<Mail, 'inReplyTo' | 'references'>> {
  const former = await database
    .selectFrom('ticket_posts')
    .select(['id', 'message_id', 'author_kind', 'author_id'])
    .where('ticket_id', '=', ticket_id)
    .where('hidden', '=', false)
    .where('event', 'is', null)
    .where('id', '<>', id)
    .where('at', '<=', at)
    .orderBy('at')
    .orderBy('id')
    .execute();
  const ids = former.map((post) => (post.author_id === membershipId && post.message_id) || sentAs(post, sender));
  if (ids.length === 0) return {};
  const references = ids.length > mostReferences ? [ids[0]!, ...ids.slice(1 - mostReferences)] : ids;
  return { inReplyTo: ids.at(-1)!, references };
}

/** The Message-ID with which parties have a post: the one that the company's own system has given it, else the portal's. */
const sentAs = ({ id, author_kind, message_id }: { id: string; author_kind: string; message_id: string | null }, sender: string) =>
  author_kind === 'staff' && message_id !== null ? message_id : messageIdOf(id, sender);

/** The secret in the address for this person's answers to this ticket: made with the first mail, gone with the person's part in the ticket. */
async function tokenOf({ database, secretBox }: Dependencies, ticketId: string, membershipId: string): Promise<string> {
  const about = `ticket-mail ${ticketId} ${membershipId}`;
  const made = newToken();
  const ofParty = database.updateTable('ticket_parties').where('ticket_id', '=', ticketId).where('membership_id', '=', membershipId);
  const { mail_token } = await ofParty
    .set({
      mail_token: sql<string>`coalesce(mail_token, ${secretBox.seal(made, about)})`,
      mail_token_hash: sql<string>`coalesce(mail_token_hash, ${hashOfToken(made)})`,
    })
    .returning('mail_token')
    .executeTakeFirstOrThrow();
  return secretBox.open(mail_token!, about);
}
