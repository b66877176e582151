import { attachment } from '../http/files/attachment.js';
import { selectContacts } from '../contacts/contact.js';
import { sendCsv } from '../http/files/csv.js';
import { idempotent } from '../http/idempotency.js';
import type { OperationContext, Operations } from '../http/operation.js';
import { fetchBatches, fetchPage, type Listing } from '../http/paging.js';
import { Problem } from '../http/problem.js';
import { recordAccessChange } from './audit.js';
import { visitCalendar } from './calendar.js';
import { changeAccess, findAccess, grantAccess, revokeAccess } from './change.js';
import { accessPermissions, countAccesses, describeAccess, accessColumns, accessesOf } from './accesses.js';
import { readPlaces } from './places.js';
import { maxVisitHours, maxVisitors, registerVisit } from './register-visit.js';
import { describeVisit, visitColumns, visitsOf, type VisitRow } from './visits.js';

type FacilityAccessOperations = Pick<
  Operations,
  | 'getFacilityAccessOptions'
  | 'listAccessGrants'
  | 'getAccessGrant'
  | 'grantAccess'
  | 'changeAccessGrant'
  | 'revokeAccessGrant'
  | 'listVisits'
  | 'registerVisit'
  | 'getVisitCalendar'
  | 'cancelVisit'
>;

const accessListing: Listing = {
  keys: {
    person: { column: 'access.person', type: 'text' },
    validTo: { column: 'access.valid_to', type: 'date', nullable: true },
  },
  id: 'access.id',
};

const visitListing: Listing = { keys: { startsAt: { column: 'visits.starts_at', type: 'timestamptz' } }, id: 'visits.id' };

/** Operations on who may enter which facility, and on visits. */
export const facilityAccessOperations: FacilityAccessOperations = {
  async getFacilityAccessOptions({ database, clientId }) {
    const people = await selectContacts(database, clientId)
      .where('contact.stored_status', '!=', 'inactive')
      .orderBy('contact.name')
      .execute();
    return {
      facilities: (await readPlaces(database, clientId)).facilities,
      people: people.map(({ id, name, title, stored_status }) => ({ id, name, title, hasLogin: stored_status !== 'no-login' })),
      permissions: accessPermissions,
      maxVisitors,
      maxVisitHours,
    };
  },

  async listAccessGrants(context, { query, wantsCsv }, reply) {
    const { cursor, limit = 50, sort = 'person', ...filter } = query;
    const filtered = accessesOf(context, filter).selectAll();
    const places = await readPlaces(context.database, context.clientId);
    const describe = (row: Parameters<typeof describeAccess>[0]) => describeAccess(row, places);
    if (wantsCsv) return sendCsv(reply, 'facility-access', accessColumns, each(fetchBatches(filtered, accessListing, sort), describe));
    const scope = [context.clientId, filter.q, filter.facility, filter.status, filter.expiring];
    const { rows, page } = await fetchPage(filtered, accessListing, { sort, limit, cursor, filter: scope });
    const { total, ...summary } = await countAccesses(context, filter);
    return { items: rows.map(describe), page: { ...page, total }, summary };
  },

  async getAccessGrant(context, { path }) {
    return describeAccess(await findAccess(context, path.grantId), await readPlaces(context.database, context.clientId));
  },

  grantAccess: (context, request, reply) =>
    idempotent(context, request, reply, async () => ({ status: 201, body: await grantAccess(context, request.body) })),

  changeAccessGrant: (context, { path, headers, body }) => changeAccess(context, path.grantId, headers['if-match'], body),

  revokeAccessGrant: (context, { path }) => revokeAccess(context, path.grantId),

  async listVisits(context, { query, wantsCsv }, reply) {
    const { cursor, limit = 50, sort = query.when === 'past' ? '-startsAt' : 'startsAt', ...filter } = query;
    const filtered = visitsOf(context, filter);
    const places = await readPlaces(context.database, context.clientId);
    const describe = (row: VisitRow) => describeVisit(row, places, context);
    if (wantsCsv) return sendCsv(reply, 'visits', visitColumns, each(fetchBatches(filtered, visitListing, sort), describe));
    const scope = [context.clientId, filter.q, filter.when, filter.facility];
    const { rows, page } = await fetchPage(filtered, visitListing, { sort, limit, cursor, filter: scope });
    const { total } = await filtered
      .clearSelect()
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    return { items: rows.map(describe), page: { ...page, total } };
  },

  registerVisit: (context, request, reply) =>
    idempotent(context, request, reply, async () => ({ status: 201, body: await registerVisit(context, request.body) })),

  async getVisitCalendar(context, { path: { visitId } }, reply) {
    const row = await findVisit(context, visitId);
    const visit = describeVisit(row, await readPlaces(context.database, context.clientId), context);
    attachment(reply, `${visit.facility.label} ${visit.startsAt.slice(0, 10)}.ics`, 'text/calendar; charset=utf-8');
    return visitCalendar(visit, row.version);
  },

  async cancelVisit(context, { path: { visitId } }) {
    const places = await readPlaces(context.database, context.clientId);
    await context.database.transaction().execute(async (transaction) => {
      const cancelled = await transaction
        .updateTable('visits')
        .set(({ eb }) => ({ state: 'cancelled', version: eb('version', '+', 1) }))
        .where('id', '=', visitId)
        .where('state', 'in', ['registered', 'on-site'])
        .where('ends_at', '>', new Date())
        .returning('id')
        .executeTakeFirst();
      if (cancelled) await recordAccessChange(transaction, context, { subject: visitId, action: 'visit-cancelled' });
    });
    const row = await findVisit(context, visitId);
    if (row.status !== 'cancelled') throw new Problem(409, 'This visit is over', { type: 'over' });
    return describeVisit(row, places, context);
  },
};

const findVisit = (context: OperationContext, id: string): Promise<VisitRow> =>
  visitsOf(context).where('id', '=', id).executeTakeFirstOrThrow();

async function* each<From, To>(batches: AsyncIterable<From[]>, describe: (row: From) => To): AsyncGenerator<To[]> {
  for await (const rows of batches) yield rows.map(describe);
}
