import { createHash, randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '../../database/tables.js';
import { recordEvent } from '../../event-log/record.js';
import { contextOf, type Dependencies, type OperationContext } from '../../http/operation.js';
import { Problem } from '../../http/problem.js';
import { queue } from '../../mail/queue.js';
import { takeReport } from '../../mail-log/reports.js';
import { countAttempt } from '../../session/attempts.js';
import { replyToOwnByMail } from '../own/change.js';
import { authorOf, insertPost } from '../own/write.js';
import { filesOf } from './files.js';
import { readMessage, type Envelope, type Message } from './message.js';
import { needsSomebody, type Reason } from './reasons.js';
import { addressedTicket, believedSender, postOf, type Addressed } from './sender.js';
import { splitReply } from './split-reply.js';

/** What has become of a mail: a post of its ticket, a note for the company there, or nothing where it had come before; or it has been set aside. */
export type Outcome = { became: 'post' | 'note' | 'nothing' } | { became: 'set-aside'; reason: Reason };

/** Where a mail has got to. */
interface Placement {
  ticketId?: string;
  postId?: string;
  reason?: Reason;
}

/** The largest mail that is taken; mail servers allow less. */
export const largestMail = 50_000_000;
const longestText = 200_000;
/** More than a person writes about one ticket, and little for two programs that answer each other. */
const pace = { attempts: 20, seconds: 3600 };
const paceOfNotes = { attempts: 60, seconds: 3600 };

/**
 * Takes a mail, whole or not at all: when this resolves it is stored, once however often it comes. Rejects only when the database cannot be
 * written, so that the mail server keeps it and hands it on again.
 */
export async function receiveMail(dependencies: Dependencies, source: Buffer, envelope: Envelope): Promise<Outcome> {
  const message = await readMessage(source, envelope).catch(() => undefined);
  return await dependencies.database.transaction().execute(async (transaction) => {
    const kept = await keep(transaction, source, message);
    if (!kept) return { became: 'nothing' };
    const { ticketId, postId, reason } = await place({ ...dependencies, database: transaction }, message, kept);
    const found = { ticket_id: ticketId ?? null, post_id: postId ?? null, reason: reason ?? null };
    await transaction.updateTable('ticket_mails').set(found).where('id', '=', kept.id).execute();
    if (reason === undefined) return { became: message?.kind === 'automatic' ? 'note' : 'post' };
    if (reason === 'bounce') await takeReport(transaction, source, envelope.to.join(' '));
    if (needsSomebody(reason) && (await countAttempt(transaction, 'ticket-mail set aside', paceOfNotes)) === 0)
      await queue(transaction, { kind: 'set-aside-mail', mailId: kept.id });
    return { became: 'set-aside', reason };
  });
}

interface Kept {
  id: string;
  /** Another mail has come with its Message-ID. */
  isSameId: boolean;
}

/** Stores a mail; undefined where it had come before. */
async function keep(transaction: Kysely<Database>, source: Buffer, message: Message | undefined): Promise<Kept | undefined> {
  const id = `tml_${randomUUID()}`;
  const { messageId = null, from = null, subject = '' } = message ?? {};
  const digest = message?.digest ?? createHash('sha256').update(source).digest('hex');
  const store = (message_id: string | null) =>
    transaction
      .insertInto('ticket_mails')
      .values({ id, message_id, digest, sender: from, subject, ticket_id: null, post_id: null, reason: null, source })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
  if (await store(messageId)) return { id, isSameId: false };
  if (messageId === null) return undefined;
  const former = await transaction.selectFrom('ticket_mails').select('digest').where('message_id', '=', messageId).executeTakeFirst();
  return former?.digest !== digest && (await store(null)) ? { id, isSameId: true } : undefined;
}

async function place(dependencies: Dependencies, message: Message | undefined, { isSameId }: Kept): Promise<Placement> {
  const { database } = dependencies;
  if (!message) return { reason: 'unreadable' };
  const addressed = await addressedTicket(database, message);
  const ticketId = addressed?.ticketId;
  const aside = (reason: Reason): Placement => ({ reason, ...(ticketId !== undefined && { ticketId }) });
  if (message.kind === 'bounce') return aside('bounce');
  if (isSameId) return aside('same-id');
  if (await isOwn(database, message)) return aside('own');
  if (!addressed) return aside(message.kind === 'automatic' ? 'automatic' : 'no-ticket');
  if ((await countAttempt(database, `ticket-mail ${addressed.ticketId} ${message.from ?? ''}`, pace)) > 0) return aside('too-many');
  const caller = await believedSender(database, addressed, message);
  if (!caller) return aside(message.kind === 'automatic' ? 'automatic' : 'unknown-sender');
  const context = contextOf(caller, dependencies);
  if (message.kind === 'automatic') return await noteFor(context, addressed, message);
  return await answer(context, addressed, message);
}

/** Whether the portal has sent it, or has it as a post by another way. */
async function isOwn(database: Kysely<Database>, { messageId }: Message): Promise<boolean> {
  if (messageId === null) return false;
  if (postOf(messageId) !== undefined) return true;
  return (await database.selectFrom('ticket_posts').select('id').where('message_id', '=', messageId).executeTakeFirst()) !== undefined;
}

/** Lets the company, and nobody else, read what a program has answered. */
async function noteFor(context: OperationContext, { ticketId }: Addressed, { text, messageId }: Message): Promise<Placement> {
  const words = { text: text.slice(0, longestText), quoted: null, message_id: messageId };
  const postId = await insertPost(context.database, { ticket_id: ticketId, ...authorOf(context), ...words, hidden: true });
  return { ticketId, postId };
}

async function answer(context: OperationContext, { ticketId }: Addressed, message: Message): Promise<Placement> {
  const { files, leftOut } = await filesOf(context.database, ticketId, message.attachments);
  const { text, quoted } = splitReply(message.text, { mayBeEmpty: files.length > 0 });
  if (text === '' && files.length === 0) return { ticketId, reason: 'empty' };
  if (message.text.length > longestText) return { ticketId, reason: 'too-long' };
  const [inReplyTo = null] = message.answers;
  const { messageId } = message;
  try {
    const postId = await replyToOwnByMail(context, ticketId, { text, quoted, messageId, inReplyTo, files, leftOut });
    await noteEvent(context, ticketId);
    return { ticketId, postId };
  } catch (error) {
    // What is refused is refused before anything is written.
    if (!(error instanceof Problem)) throw error;
    if (error.details.type !== 'ticket-closed') return { ticketId, reason: 'not-permitted' };
    await saysItIsClosed(context, ticketId, message);
    return { ticketId, reason: 'closed' };
  }
}

const ticketOf = ({ database }: OperationContext, id: string) =>
  database.selectFrom('tickets').select(['number', 'subject']).where('id', '=', id).executeTakeFirstOrThrow();

async function saysItIsClosed(context: OperationContext, ticketId: string, { messageId }: Message): Promise<void> {
  const { name, email, locale } = context.caller!.person;
  const { number, subject } = await ticketOf(context, ticketId);
  await queue(context.database, {
    kind: 'letter',
    letter: 'ticket-closed',
    to: email,
    language: locale,
    values: { name, number: String(number), subject },
    link: '/new-ticket',
    receiver: { membershipId: context.caller!.membershipId },
    answers: messageId,
  });
}

/** The event log has it as the same thing done in the portal. */
async function noteEvent(context: OperationContext, ticketId: string): Promise<void> {
  const { person, client, membershipId } = context.caller!;
  const { number, subject } = await ticketOf(context, ticketId);
  await recordEvent(context.database, {
    clientId: client.id,
    kind: 'replyToTicket',
    actor: { kind: 'person', id: membershipId, name: person.name },
    resource: 'support.others-tickets',
    object: { type: 'ticket', id: ticketId, label: `${number} ${subject}` },
    device: 'E-mail',
  });
}
