import { sql } from 'kysely';
import { attachment } from '../http/files/attachment.js';
import { sendCsv } from '../http/files/csv.js';
import type { Operation, OperationContext, Operations } from '../http/operation.js';
import { fetchBatches, fetchPage, type Listing } from '../http/paging.js';
import { Problem } from '../http/problem.js';
import { companyToday } from '../company.js';
import { renewalCalendar } from './calendar.js';
import { cancelService, updateService, withdrawCancellation } from './change.js';
import { wholeService } from './service-record.js';
import { revealServiceSecret } from './secrets.js';
import { servicesOf } from './query.js';
import { hidesPrices, serviceColumns, toSummary } from './service.js';
import { totalsOf } from './totals.js';

const listing: Listing = {
  keys: {
    number: { column: 'services.number', type: 'text' },
    name: { column: 'services.called', type: 'text' },
    renewsOn: { column: 'services.next_on', type: 'date', nullable: true },
    price: { column: 'services.yearly_total', type: 'numeric', nullable: true },
  },
  id: 'services.id',
};

const listServices: Operation<'listServices'> = async (context, { query, wantsCsv }, reply) => {
  const { cursor, limit = 50, sort = 'name', ...filter } = query;
  requireSort(context, sort);
  const filtered = servicesOf(context, filter);
  const all = filtered.selectAll('services');
  if (wantsCsv) return sendCsv(reply, 'services', serviceColumns(context), fetchBatches(all, listing, sort));
  const scope = [context.clientId, context.contractIds, filter];
  const { rows, page } = await fetchPage(all, listing, { sort, limit, cursor, filter: scope });
  const { total } = await filtered.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const { ended } = await servicesOf(context, { ...filter, status: undefined })
    .where('services.is_over', '=', true)
    .select(sql<number>`count(*)`.as('ended'))
    .executeTakeFirstOrThrow();
  const totals = hidesPrices(context) ? {} : { totals: await totalsOf(context.database, filtered) };
  return { items: rows.map((row) => toSummary(row, context)), page: { ...page, total }, summary: { ended, ...totals } };
};

function requireSort(context: OperationContext, sort: string): void {
  if (sort.endsWith('price') && hidesPrices(context))
    throw new Problem(403, 'Prices of services are not shown to you', { detail: 'Services cannot be sorted by them.' });
}

const getServiceRenewals: Operation<'getServiceRenewals'> = async (context, { query }, reply) => {
  const rows = await servicesOf(context, query)
    .where('services.next_on', 'is not', null)
    .selectAll('services')
    .orderBy('services.next_on')
    .orderBy('services.id')
    .execute();
  attachment(reply, `renewals-${companyToday()}.ics`, 'text/calendar; charset=utf-8; method=PUBLISH');
  return renewalCalendar(rows, context);
};

const getService: Operation<'getService'> = (context, { path }) => wholeService(context, path.serviceId);

/** The operations of services. */
export const serviceOperations = {
  listServices,
  getServiceRenewals,
  getService,
  updateService,
  cancelService,
  withdrawCancellation,
  revealServiceSecret,
} satisfies Partial<Operations>;
