import { sql, type Kysely } from 'kysely';
import { can } from 'portal-elements/permissions.js';
import { company } from '../../company.js';
import type { SecretBox } from '../../database/secret-box.js';
import type { Database } from '../../database/tables.js';
import { writeLetter } from '../../mail/letter.js';
import type { Written } from '../../mail-log/record.js';
import type { QueuedTicketPost } from '../../mail/queue.js';
import { addressOf, type Mail } from '../../mail/transport.js';
import { isEmail } from '../../session/email.js';
import { callerByMail } from '../../session/sessions.js';
import { answerAddress, hashOfToken, newToken } from './addresses.js';
import { messageIdOf } from './sender.js';

interface Means {
  database: Kysely<Database>;
  secretBox: SecretBox;
  publicUrl: () => string;
  ticketMail: string | undefined;
}

/** The first reference and the last ones are enough for every mail program. */
const mostReferences = 20;

/** The mail that brings a post to a party of its ticket; undefined where the person is not to get it, or not any more. */
export async function writeTicketPost(means: Means, { postId, membershipId }: QueuedTicketPost): Promise<Written | undefined> {
  const { database, ticketMail, publicUrl } = means;
  const post = await findPost(database, postId, membershipId);
  const caller = post && (await callerByMail(database, membershipId));
  if (!post || !caller || !can(caller.permissions, 'support.tickets') || !isEmail(caller.person.email)) return undefined;
  const { name, email, locale } = caller.person;
  const letter = writeLetter({
    letter: 'ticket-post',
    language: locale,
    values: { name, by: post.author_name, number: String(post.number), subject: post.subject, file: post.files ?? '' },
    body: post.text,
    canBeAnswered: ticketMail !== undefined,
    link: new URL(`/ticket?id=${encodeURIComponent(post.ticket_id)}`, `${publicUrl()}/`).href,
  });
  const domain = (ticketMail ?? addressOf(company.mailFrom)).split('@').pop()!;
  const mail: Mail = {
    to: email,
    fromName: `${post.author_name} (${company.brand})`,
    ...letter,
    messageId: sentAs(post, domain),
    ...(await threadOf(database, post, membershipId, domain)),
    ...(ticketMail !== undefined && { replyTo: answerAddress(ticketMail, await tokenOf(means, post.ticket_id, membershipId)) }),
    headers: {
      'List-Id': `${company.brand.replace(/[^\w -]+/g, ' ')} tickets <tickets.${domain}>`,
      Precedence: 'list',
      'X-Auto-Response-Suppress': 'All',
    },
  };
  return { mail, object: { type: 'ticket', id: post.ticket_id, label: `${post.number} ${post.subject}` } };
}

/** A post that this person may get: a note never, nor what belongs to a ticket of which the person is no party. */
const findPost = (database: Kysely<Database>, id: string, membershipId: string) =>
  database
    .selectFrom('ticket_posts')
    .innerJoin('tickets', 'tickets.id', 'ticket_posts.ticket_id')
    .innerJoin('ticket_parties', 'ticket_parties.ticket_id', 'tickets.id')
    .where('ticket_posts.id', '=', id)
    .where('ticket_posts.hidden', '=', false)
    .where('ticket_parties.membership_id', '=', membershipId)
    .select(['ticket_posts.id', 'ticket_posts.ticket_id', 'ticket_posts.text', 'ticket_posts.at'])
    .select(['ticket_posts.author_name', 'ticket_posts.author_kind', 'ticket_posts.message_id', 'tickets.number', 'tickets.subject'])
    .select(
      sql<string | null>`(select string_agg(name, ', ' order by uploaded_at, id) from uploads where subject = ticket_posts.id)`.as('files'),
    )
    .executeTakeFirst();

/** What the mail follows, so that mail programs show it with the others: posts as they were mailed, and mails as this person has sent them. */
async function threadOf(
  database: Kysely<Database>,
  { id, ticket_id, at }: { id: string; ticket_id: string; at: Date },
  membershipId: string,
  domain: string,
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
  const ids = former.map((post) => (post.author_id === membershipId && post.message_id) || sentAs(post, domain));
  if (ids.length === 0) return {};
  const references = ids.length > mostReferences ? [ids[0]!, ...ids.slice(1 - mostReferences)] : ids;
  return { inReplyTo: ids.at(-1)!, references };
}

/** The Message-ID with which parties have a post: the one that the company's own system has given it, else the portal's. */
const sentAs = ({ id, author_kind, message_id }: { id: string; author_kind: string; message_id: string | null }, domain: string) =>
  author_kind === 'staff' && message_id !== null ? message_id : messageIdOf(id, domain);

/** The secret in the address for this person's answers to this ticket: made with the first mail, gone with the person's part in the ticket. */
async function tokenOf({ database, secretBox }: Means, ticketId: string, membershipId: string): Promise<string> {
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
