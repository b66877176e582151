import type { Kysely } from 'kysely';
import { makeCode } from '../session/account/mailed-codes.js';
import { answerRequest } from '../session/account/requests.js';
import { mayHaveAccount } from '../contacts/invitations.js';
import type { Database } from '../database/tables.js';
import { addressOccasion, writeNotice } from '../notifications/notice.js';
import { writeStatementMail } from '../notifications/statements.js';
import { sendTicketDigest } from '../tickets/mail/digest.js';
import { writeTicketNotice, writeTicketPost } from '../tickets/mail/send.js';
import { writeLetter, writeNote } from './letter.js';
import type { Queued, QueuedLetter } from './queue.js';
import type { SendMail } from './transport.js';

export interface Delivery {
  database: Kysely<Database>;
  send: SendMail;
  /** The address of the pages that letters link to. */
  publicUrl: () => string;
  staffMail: string | undefined;
}

/** Sends a letter, or looks at a guest's request or at an occasion, from which letters may follow. */
export async function deliver(delivery: Delivery, content: Queued): Promise<void> {
  if (content.kind === 'letter') return await sendLetter(delivery, content);
  if (content.kind === 'note') {
    if (delivery.staffMail !== undefined) await delivery.send({ to: delivery.staffMail, ...writeNote(content) });
    return;
  }
  if (content.kind === 'notice' || content.kind === 'statement') {
    const notice = await (content.kind === 'notice' ? writeNotice(delivery, content) : writeStatementMail(delivery, content));
    if (notice) await delivery.send(notice);
    return;
  }
  if (content.kind === 'ticket-post' || content.kind === 'ticket-notice') {
    const mail = await (content.kind === 'ticket-post' ? writeTicketPost(delivery, content) : writeTicketNotice(delivery, content));
    if (mail) await delivery.send(mail);
    return;
  }
  if (content.kind === 'ticket-digest') return await sendTicketDigest(delivery, content);
  if (content.kind === 'occasion')
    return await delivery.database.transaction().execute((transaction) => addressOccasion(transaction, content.occasion));
  await delivery.database.transaction().execute((transaction) => answerRequest(transaction, content, delivery.staffMail));
}

async function sendLetter({ database, send, publicUrl }: Delivery, content: QueuedLetter): Promise<void> {
  const { letter, language, values, code, link, to } = content;
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
  await send({ to, ...mail });
}

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
