import { randomUUID } from 'node:crypto';
import type { Insertable, Kysely } from 'kysely';
import type { Database } from '../../database/tables.js';
import { searchText } from '../../http/search.js';
import { tellOfTicket } from '../mail/tell.js';
import type { TicketDraft, TicketPort, TicketSummary, TicketViewer } from '../port.js';
import type { TicketTable } from '../tables.js';
import { summaryOf } from './describe.js';
import { described } from './scope.js';
import { indexedWords } from './search.js';
import { rememberWords } from './words.js';
import { addParties, insertOwnPost } from './write.js';

/** Opens a ticket of the person who asks. */
export const openOwn: TicketPort['open'] = (viewer, draft, transaction) =>
  transaction ? open(viewer, draft, transaction) : viewer.database.transaction().execute((own) => open(viewer, draft, own));

async function open(viewer: TicketViewer, draft: TicketDraft, transaction: Kysely<Database>): Promise<TicketSummary> {
  const { id } = await insertTicketOf(viewer, draft, transaction);
  await tellOfTicket(transaction, 'new', { ticketId: id, by: viewer.caller?.person.name ?? '' });
  return await summaryById(transaction, viewer, id);
}

/** Stores what the person has written as a ticket; resolves with its id and that of its post. */
export async function insertTicketOf(
  viewer: TicketViewer,
  draft: TicketDraft,
  transaction: Kysely<Database>,
  more: Partial<NewTicket> = {},
): Promise<{ id: string; postId: string }> {
  const at = new Date();
  const opener = viewer.caller?.membershipId;
  const id = await insertTicket(transaction, {
    client_id: viewer.clientId,
    subject: draft.subject.trim().replace(/\s+/g, ' '),
    department_id: draft.department,
    thing_kind: draft.thing?.kind ?? null,
    thing_id: draft.thing?.id ?? null,
    thing_label: draft.thing?.label ?? null,
    contract_id: draft.thing?.contractId ?? null,
    status: 'open',
    priority: draft.priority,
    opened_by: opener ?? null,
    opened_by_name: viewer.caller?.person.name ?? '',
    created_at: at,
    last_activity_at: at,
    facts: JSON.stringify(draft.facts),
    ...more,
  });
  await addParties(transaction, id, opener === undefined ? [] : [opener], 'opener');
  await addParties(transaction, id, draft.copies, 'copy');
  return { id, postId: await insertOwnPost(viewer, transaction, { ticketId: id, text: draft.text, fileIds: draft.fileIds, at }) };
}

/** A ticket as lists have it. */
export async function summaryById(database: Kysely<Database>, viewer: TicketViewer, id: string): Promise<TicketSummary> {
  const row = await described(database.selectFrom('tickets').where('tickets.id', '=', id), viewer).executeTakeFirstOrThrow();
  return summaryOf(row, viewer);
}

type NewTicket = Omit<Insertable<TicketTable>, 'id' | 'search_text' | 'search_words'> & { id?: string };

/** Stores a ticket under the next number, unless one is given; resolves with its id. */
export async function insertTicket(transaction: Kysely<Database>, { id = `tkt_${randomUUID()}`, ...values }: NewTicket): Promise<string> {
  const { number } = await transaction
    .insertInto('tickets')
    .values({ ...values, id, search_text: '' })
    .returning('number')
    .executeTakeFirstOrThrow();
  const search_text = searchText([String(number), values.subject]);
  const search_words = indexedWords(values.client_id, search_text);
  await transaction.updateTable('tickets').set({ search_text, search_words }).where('id', '=', id).execute();
  await rememberWords(transaction, id, [String(number), values.subject]);
  return id;
}
