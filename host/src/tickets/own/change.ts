import type { Kysely } from 'kysely';
import type { Database } from '../../database/tables.js';
import { within } from '../../database/within.js';
import { requireMatch } from '../../http/etag.js';
import { notFound, Problem } from '../../http/problem.js';
import { insertFiles, type CheckedFile } from '../../http/uploads.js';
import { tellStaff } from '../../mail/staff-mail.js';
import { maxCopies, ticketFiles } from '../files.js';
import { tellOfTicket, tellParties } from '../mail/tell.js';
import type { TicketPort, TicketViewer } from '../port.js';
import { mayChange, notYours } from '../rights.js';
import { ratingEtag, reopenUntil } from './describe.js';
import { findTicket, type TicketRow } from './scope.js';
import { forgetMark, markOf } from './words.js';
import { addParties, authorOf, changeStatus, insertOwnPost, insertPost, lockTicket, noteReply, rememberFiles } from './write.js';

export const replyToOwn: TicketPort['reply'] = (viewer, id, { text, fileIds }) =>
  changing(viewer, id, async (transaction, row) => {
    if (row.status === 'closed') throw new Problem(409, 'This ticket has been closed', { type: 'ticket-closed' });
    const at = new Date();
    const postId = await insertOwnPost(viewer, transaction, { ticketId: id, text, fileIds, at });
    await noteAnswer(viewer, transaction, row, { postId, text, at });
  });

/** What somebody has mailed. */
export interface MailedAnswer {
  text: string;
  quoted: string | null;
  messageId: string | null;
  inReplyTo: string | null;
  files: readonly CheckedFile[];
  /** Names of files that were not taken. */
  leftOut: readonly string[];
}

/**
 * Puts a mail of the person into a ticket; within the transaction of the viewer's database. Unlike in the portal, where somebody sees that
 * a ticket is closed and can open it again, this opens it again as long as that is possible. Resolves with the id of the post.
 */
export const replyToOwnByMail = (viewer: TicketViewer, id: string, mail: MailedAnswer): Promise<string> =>
  changing(viewer, id, async (transaction, row) => {
    const at = new Date();
    if (row.status === 'closed') {
      if (!reopenUntil(row)) throw new Problem(409, 'This ticket has been closed', { type: 'ticket-closed' });
      await insertPost(transaction, { ticket_id: id, ...authorOf(viewer), event: 'reopened', text: '', at: new Date(at.getTime() - 1) });
    }
    const { text, quoted, messageId, inReplyTo, leftOut } = mail;
    const words = { text, quoted, message_id: messageId, in_reply_to: inReplyTo, left_out: JSON.stringify(leftOut) };
    const postId = await insertPost(transaction, { ticket_id: id, ...authorOf(viewer), ...words, at });
    await insertFiles(viewer, transaction, { files: mail.files, rules: ticketFiles, subject: postId });
    await rememberFiles(transaction, id, postId);
    await noteAnswer(viewer, transaction, row, { postId, text, at });
    return postId;
  });

/** What follows from an answer: it is the company's turn, and the company and the other parties are told. */
async function noteAnswer(
  viewer: TicketViewer,
  transaction: Kysely<Database>,
  { id: ticketId, number, subject }: TicketRow,
  { postId, text, at }: { postId: string; text: string; at: Date },
): Promise<void> {
  const { author_kind: kind, author_name: name, author_id: author } = authorOf(viewer);
  await noteReply(transaction, { ticketId, kind, name, status: 'waiting-for-support', at });
  await tellStaff(viewer, transaction, `Ticket ${number} has been answered: ${subject}`, text);
  await tellParties(transaction, { ticketId, postId, by: name, except: author });
}

export const closeOwn: TicketPort['close'] = (viewer, id) =>
  changing(viewer, id, async (transaction, row) => {
    if (row.state_group === 'closed') return;
    await changeStatus(transaction, id, { status: 'closed', post: { ...authorOf(viewer), event: 'closed', text: '' } });
    const { author_name: by, author_id: except } = authorOf(viewer);
    await tellOfTicket(transaction, 'close', { ticketId: id, by, except });
  });

export const reopenOwn: TicketPort['reopen'] = (viewer, id) =>
  changing(viewer, id, async (transaction, row) => {
    if (row.state_group !== 'closed') return;
    if (!reopenUntil(row)) throw new Problem(409, 'This ticket cannot be opened again', { type: 'too-late' });
    await changeStatus(transaction, id, { status: 'waiting-for-support', post: { ...authorOf(viewer), event: 'reopened', text: '' } });
  });

export const rateOwn: TicketPort['rate'] = (viewer, id, { score, words }, ifMatch) =>
  changing(viewer, id, async (transaction, row) => {
    requireMatch(ifMatch, ratingEtag(row), 'The rating has changed in the meantime');
    if (row.state_group !== 'closed') throw new Problem(409, 'This ticket is still open', { type: 'not-closed' });
    const rated = { rating: score, rating_words: words, rated_by: authorOf(viewer).author_name, rated_at: new Date() };
    await transaction.updateTable('tickets').set(rated).where('id', '=', id).execute();
  });

export const addOwnCopy: TicketPort['addCopy'] = (viewer, id, contactId) =>
  changing(viewer, id, async (transaction, row) => {
    const added = await newCopy(viewer, transaction, row, contactId);
    if (!added) return;
    await addParties(transaction, id, [contactId], 'copy');
    await insertPost(transaction, { ticket_id: id, ...authorOf(viewer), event: 'copied', text: added.name });
  });

/** Whoever is to be in copy of a ticket; nobody where the contact is a party already. */
export async function newCopy(
  { clientId }: TicketViewer,
  transaction: Kysely<Database>,
  { id, state_group }: TicketRow,
  contactId: string,
): Promise<{ name: string; email: string } | undefined> {
  if (state_group === 'closed') throw new Problem(409, 'This ticket has been closed', { type: 'ticket-closed' });
  const parties = await transaction.selectFrom('ticket_parties').selectAll().where('ticket_id', '=', id).execute();
  if (parties.some(({ membership_id }) => membership_id === contactId)) return undefined;
  if (parties.filter(({ role }) => role === 'copy').length >= maxCopies)
    throw new Problem(409, 'Nobody more can be in copy', { type: 'too-many-copies' });
  return await usableContact(transaction, clientId, contactId);
}

export const removeOwnCopy: TicketPort['removeCopy'] = (viewer, id, contactId) =>
  changing(viewer, id, async (transaction) => {
    const removed = await transaction
      .deleteFrom('ticket_parties')
      .where('ticket_id', '=', id)
      .where('membership_id', '=', contactId)
      .where('role', '=', 'copy')
      .returning('ticket_id')
      .execute();
    if (removed.length > 0) await forgetMark(transaction, id, markOf('party', contactId));
  });

/** Runs a change of a ticket that the person may see and change, one after the other. */
export function changing<Result>(
  viewer: TicketViewer,
  id: string,
  change: (transaction: Kysely<Database>, row: TicketRow) => Promise<Result>,
): Promise<Result> {
  return within(viewer.database, async (transaction) => {
    await lockTicket(transaction, id);
    const row = await findTicket(transaction, viewer, id);
    if (!mayChange(viewer, row.mine)) throw notYours();
    if (row.status === 'merged') throw new Problem(409, 'This ticket has been merged into another', { type: 'ticket-merged' });
    return await change(transaction, row);
  });
}

/** A colleague who can be put in copy. */
async function usableContact(transaction: Kysely<Database>, clientId: string, contactId: string): Promise<{ name: string; email: string }> {
  const contact = await transaction
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person_id')
    .where('memberships.id', '=', contactId)
    .where('memberships.client_id', '=', clientId)
    .select(['people.name', 'people.email', 'memberships.invited_as', 'memberships.status'])
    .executeTakeFirst();
  if (!contact) throw notFound();
  if (contact.status !== 'active' && contact.status !== 'invited')
    throw new Problem(409, 'This person cannot use the portal', { type: 'not-usable' });
  return { name: contact.invited_as ?? contact.name, email: contact.email };
}
