import { sendCsv } from '../http/files/csv.js';
import type { Operation } from '../http/operation.js';
import { fetchBatches, fetchPage, type Listing } from '../http/paging.js';
import { notFound } from '../http/problem.js';
import { searchPattern } from '../http/search.js';
import { viewerOf } from './edit.js';
import { contactColumns, describeContact, describeSummary, findContact, selectContacts } from './contact.js';

const listing: Listing = {
  keys: {
    name: { column: 'contact.name', type: 'text' },
    lastSignInAt: { column: 'contact.last_sign_in_at', type: 'timestamptz', nullable: true },
  },
  id: 'contact.id',
};

/** The people of the client. */
export const listContacts: Operation<'listContacts'> = async (context, { query, wantsCsv }, reply) => {
  const { database, clientId } = context;
  const { cursor, limit = 50, sort = 'name', ...filter } = query;
  const { q, status, role } = filter;
  let filtered = selectContacts(database, clientId);
  if (q) filtered = filtered.where('contact.search_text', 'like', searchPattern(q));
  if (status) filtered = filtered.where('contact.status', '=', status);
  if (role) filtered = filtered.where('contact.role', '=', role);
  if (wantsCsv) return sendCsv(reply, 'contacts', contactColumns, fetchBatches(filtered, listing, sort));
  const { rows, page } = await fetchPage(filtered, listing, { sort, limit, cursor, filter: [clientId, filter] });
  const { total } = await filtered
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const viewer = viewerOf(context);
  return { items: rows.map((row) => describeSummary(row, viewer)), page: { ...page, total } };
};

/** One of them, with what has been granted. */
export const getContact: Operation<'getContact'> = async (context, { path }) => {
  const contact = await findContact(context.database, context.clientId, path.contactId);
  if (!contact) throw notFound();
  return describeContact(contact, viewerOf(context));
};
