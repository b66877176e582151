import type { Kysely } from 'kysely';
import type { Database } from '../../database/tables.js';
import { writeNote } from '../../mail/template.js';
import type { Mail } from '../../mail/transport.js';
import { reasons, type Reason } from './reasons.js';

/** A larger one is not sent along; it is in the database. */
const largestAlong = 10_000_000;

/** Tells the company's people of a mail that was set aside, with the mail itself; undefined where it is not there any more. */
export async function writeSetAside(database: Kysely<Database>, id: string, to: string): Promise<Mail | undefined> {
  const mail = await database
    .selectFrom('ticket_mails')
    .leftJoin('tickets', 'tickets.id', 'ticket_mails.ticket_id')
    .where('ticket_mails.id', '=', id)
    .select(['sender', 'ticket_mails.subject', 'reason', 'source', 'number'])
    .executeTakeFirst();
  if (!mail?.reason) return undefined;
  const isAlong = mail.source.length <= largestAlong;
  const paragraphs = [
    `A mail to tickets was set aside. ${reasons[mail.reason as Reason]}`,
    `From ${mail.sender ?? 'nobody in particular'}: ${mail.subject || 'without a subject'}.`,
    ...(mail.number === null ? [] : [`It is about ticket ${mail.number}.`]),
    isAlong ? 'The mail is attached as it came.' : `It is too large to be attached: ticket_mails, ${id}.`,
  ];
  const note = writeNote({ subject: `Set aside: ${mail.subject || 'a mail without a subject'}`, paragraphs });
  // Not as message/rfc822, in which some mail servers rewrite what they do not like.
  const attachments = [{ filename: 'mail.eml', contentType: 'application/octet-stream', content: Buffer.from(mail.source) }];
  return { to, ...note, ...(isAlong && { attachments }) };
}
