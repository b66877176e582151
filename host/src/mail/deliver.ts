import type { Kysely } from 'kysely';
import { makeCode } from '../session/account/mailed-codes.js';
import { answerRequest } from '../session/account/requests.js';
import { mayHaveAccount } from '../contacts/invitations.js';
import type { SecretBox } from '../database/secret-box.js';
import type { Database } from '../database/tables.js';
import { addressOccasion, writeNotice } from '../notifications/notice.js';
import { writeStatementMail } from '../notifications/statements.js';
import { writeLetter, writeNote } from './letter.js';
import { writeTicketPost } from '../tickets/mail/send.js';
import { writeSetAside } from '../tickets/mail/set-aside.js';
import type { Queued, QueuedLetter } from './queue.js';
import type { Mail, SendMail } from './transport.js';

export interface Delivery {
  database: Kysely<Database>;
  send: SendMail;
  /** The address of the pages that letters link to. */
  publicUrl: () => string;
  staffMail: string | undefined;
  /** The address that answers to tickets go to; without it they are given in the portal. */
  ticketMail: string | undefined;
  secretBox: SecretBox;
}

/** Sends a letter, or looks at a guest's request or at an occasion, from which letters may follow. */
export async function deliver(delivery: Delivery, content: Queued): Promise<void> {
  const { database, staffMail, send } = delivery;
  if (content.kind === 'letter') return await sendLetter(delivery, content);
  if (content.kind === 'occasion')
    return await database.transaction().execute((transaction) => addressOccasion(transaction, content.occasion));
  if (content.kind === 'account-request' || content.kind === 'password-reset')
    return await database.transaction().execute((transaction) => answerRequest(transaction, content, staffMail));
  const mail = await write(delivery, content);
  if (mail) await send(mail);
}

type Written = Exclude<Queued, { kind: 'letter' | 'occasion' | 'account-request' | 'password-reset' }>;

/** The mail that is written when it is sent; none where nobody is to get it any more. */
async function write(delivery: Delivery, content: Written): Promise<Mail | undefined> {
  const { staffMail } = delivery;
  switch (content.kind) {
    case 'note':
      return staffMail === undefined ? undefined : { to: staffMail, ...writeNote(content) };
    case 'set-aside-mail':
      return staffMail === undefined ? undefined : await writeSetAside(delivery.database, content.mailId, staffMail);
    case 'notice':
      return await writeNotice(delivery, content);
    case 'statement':
      return await writeStatementMail(delivery, content);
    case 'ticket-post':
      return await writeTicketPost(delivery, content);
  }
}

async function sendLetter({ database, send, publicUrl }: Delivery, content: QueuedLetter): Promise<void> {
  const { letter, language, values, code, link, to, answers } = content;
  if (code && !(await isWanted(database, to, code))) return;
  const made = code && (await makeCode(database, code));
  const address = made ? `/set-password?code=${made.code}` : link;
  const mail = writeLetter({
    letter,
    language,
    values,
    ...(address !== undefined && { link: new URL(address, `${publicUrl()}/`).href }),
    ...(made && { shortCode: made.shortCode }),
  });
  await send({ to, ...mail, ...(answers && { inReplyTo: answers, references: [answers], headers: byItself }) });
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
