import type { Kysely } from 'kysely';
import { makeCode } from '../session/account/mailed-codes.js';
import { answerRequest } from '../session/account/requests.js';
import { mayHaveAccount } from '../contacts/invitations.js';
import type { Database } from '../database/tables.js';
import type { Owners } from '../http/ownership.js';
import { addressOccasion, writeNotice } from '../notifications/notice.js';
import { writeStatementMail } from '../notifications/statements.js';
import { findCopy } from '../mail-log/copies.js';
import { recordWritten, type Written } from '../mail-log/record.js';
import { writeLetter, writeNote } from './letter.js';
import type { Queued, QueuedLetter } from './queue.js';
import type { SendMail, Taken } from './transport.js';

export interface Delivery {
  database: Kysely<Database>;
  send: SendMail;
  /** The address of the pages that letters link to. */
  publicUrl: () => string;
  staffMail: string | undefined;
  /** The tables in which what mail is about is found. */
  owners: Owners;
}

/**
 * Sends a letter, or looks at a guest's request or at an occasion, from which letters may follow. `id` names the entry of the outbox.
 * Resolves with nothing where no mail was to be sent.
 */
export async function deliver(delivery: Delivery, content: Queued, id: string): Promise<Taken | undefined> {
  const { database, send, staffMail } = delivery;
  const sendWritten = async (written: Written | undefined): Promise<Taken | undefined> => {
    if (!written) return undefined;
    await recordWritten(database, id, written);
    return await send(written.mail, { id });
  };
  switch (content.kind) {
    case 'letter':
      return await sendLetter(delivery, content, id);
    case 'note':
      return staffMail === undefined ? undefined : await send({ to: staffMail, ...writeNote(content) }, { id });
    case 'notice':
      return await sendWritten(await writeNotice(delivery, content));
    case 'statement':
      return await sendWritten(await writeStatementMail(delivery, content));
    case 'copy': {
      const mail = await findCopy(delivery, id, content.membershipId);
      return mail && (await send(mail, { id }));
    }
    case 'occasion':
      await database.transaction().execute((transaction) => addressOccasion(transaction, content.occasion));
      return undefined;
    default:
      await database.transaction().execute((transaction) => answerRequest(transaction, content, staffMail));
      return undefined;
  }
}

async function sendLetter({ database, send, publicUrl }: Delivery, content: QueuedLetter, id: string): Promise<Taken | undefined> {
  const { letter, language, values, code, link, to } = content;
  if (code && !(await isWanted(database, to, code))) return undefined;
  const made = code && (await makeCode(database, code));
  const address = made ? `/set-password?code=${made.code}` : link;
  const written = { letter, language, values, ...(address !== undefined && { link: new URL(address, `${publicUrl()}/`).href }) };
  const mail = { to, ...writeLetter({ ...written, ...(made && { shortCode: made.shortCode }) }) };
  const isRedacted = code !== undefined;
  await recordWritten(database, id, { mail: isRedacted ? { to, ...writeLetter({ ...written, isRedacted }) } : mail, isRedacted });
  return await send(mail, { id });
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
