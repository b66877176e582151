import type { Kysely } from 'kysely';
import { makeCode } from '../session/account/mailed-codes.js';
import { answerRequest } from '../session/account/requests.js';
import { mayHaveAccount } from '../contacts/invitations.js';
import type { SecretBox } from '../database/secret-box.js';
import type { Database } from '../database/tables.js';
import type { Owners } from '../http/ownership.js';
import { queueNotifications, writeNotification } from '../notifications/recipient-mail.js';
import { writeStatementMail } from '../notifications/statements.js';
import { findCopy } from '../mail-log/copies.js';
import { recordWritten, type Written } from '../mail-log/record.js';
import { writeSetAside } from '../tickets/mail/set-aside.js';
import { sendTicketDigest } from '../tickets/mail/digest.js';
import { writeTicketNotice, writeTicketPost } from '../tickets/mail/send.js';
import { writeLetter, writeNote } from './template.js';
import type { Queued, QueuedLetter } from './queue.js';
import type { Mail, SendMail, Taken } from './transport.js';

export interface Delivery {
  database: Kysely<Database>;
  send: SendMail;
  /** The address of the pages that letters link to. */
  publicUrl: () => string;
  staffMail: string | undefined;
  /** The address that answers to tickets go to; without it they are given in the portal. */
  ticketMail: string | undefined;
  secretBox: SecretBox;
  /** The tables in which what mail is about is found. */
  owners: Owners;
}

/**
 * Sends a letter, or looks at a guest's request or at an occasion, from which letters may follow. `id` names the entry of the outbox.
 * Resolves with nothing where no mail was to be sent.
 */
export async function deliver(delivery: Delivery, content: Queued, id: string): Promise<Taken | undefined> {
  const { database, staffMail, send } = delivery;
  if (content.kind === 'letter') return await sendLetter(delivery, content, id);
  if (content.kind === 'occasion')
    return void (await database.transaction().execute((transaction) => queueNotifications(transaction, content.occasion)));
  if (content.kind === 'account-request' || content.kind === 'password-reset')
    return void (await database.transaction().execute((transaction) => answerRequest(transaction, content, staffMail)));
  if (content.kind === 'ticket-digest')
    return await sendTicketDigest(delivery, content, async (mail) => {
      await recordWritten(database, id, { mail });
      return await send(mail, { id });
    });
  const mail = await write(delivery, content, id);
  return mail && (await send(mail, { id }));
}

type WrittenWhenSent = Exclude<Queued, { kind: 'letter' | 'occasion' | 'account-request' | 'password-reset' | 'ticket-digest' }>;

/** The mail that is written when it is sent, and kept in the mail log if it is for a client's people; none where nobody is to get it any more. */
async function write(delivery: Delivery, content: WrittenWhenSent, id: string): Promise<Mail | undefined> {
  const { database, staffMail } = delivery;
  const kept = async (written: Written | undefined): Promise<Mail | undefined> => {
    if (written) await recordWritten(database, id, written);
    return written?.mail;
  };
  switch (content.kind) {
    case 'note':
      return staffMail === undefined ? undefined : { to: staffMail, ...writeNote(content) };
    case 'set-aside-mail':
      return staffMail === undefined ? undefined : await writeSetAside(database, content.mailId, staffMail);
    case 'notice':
      return await kept(await writeNotification(delivery, content));
    case 'statement':
      return await kept(await writeStatementMail(delivery, content));
    case 'ticket-post':
      return await kept(await writeTicketPost(delivery, content));
    case 'ticket-notice':
      return await kept(await writeTicketNotice(delivery, content));
    case 'copy':
      return await findCopy(delivery, id, content.membershipId);
  }
}

async function sendLetter({ database, send, publicUrl }: Delivery, content: QueuedLetter, id: string): Promise<Taken | undefined> {
  const { letter, language, values, code, link, to, answers } = content;
  if (code && !(await isWanted(database, to, code))) return undefined;
  const made = code && (await makeCode(database, code));
  const address = made ? `/set-password?code=${made.code}` : link;
  const written = { letter, language, values, ...(address !== undefined && { link: new URL(address, `${publicUrl()}/`).href }) };
  const mail = { to, ...writeLetter({ ...written, ...(made && { shortCode: made.shortCode }) }) };
  const isRedacted = code !== undefined;
  await recordWritten(database, id, { mail: isRedacted ? { to, ...writeLetter({ ...written, isRedacted }) } : mail, isRedacted });
  return await send({ ...mail, ...(answers && { inReplyTo: answers, references: [answers], headers: byItself }) }, { id });
}

/** Of a mail that a program answers another with (RFC 3834). */
const byItself = { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' };

/** Tells whether a code may still go there: while the letter waited, the address may have changed, or the invitation been taken back. */
async function isWanted(database: Kysely<Database>, to: string, { purpose, personId, membershipId }: NonNullable<QueuedLetter['code']>) {
  const person = await database.selectFrom('people').select('email').where('id', '=', personId).executeTakeFirst();
  if (person?.email !== to) return false;
  if (purpose === 'password-reset') return true;
  const contact = await database
    .selectFrom('memberships')
    .select(['status', 'invitation_expires_at'])
    .where('id', '=', membershipId ?? '')
    .executeTakeFirst();
  if (!contact) return false;
  return purpose === 'invitation' ? contact.status === 'invited' : mayHaveAccount(contact);
}
