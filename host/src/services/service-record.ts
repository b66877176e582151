import { sql, type Kysely } from 'kysely';
import type { components } from 'portal-elements/contract';
import { zoneOf } from '../contracts/zone.js';
import type { Database } from '../database/tables.js';
import { etagOf } from '../http/etag.js';
import type { OperationContext } from '../http/operation.js';
import { notFound } from '../http/problem.js';
import { companyToday } from '../company.js';
import { inTreeOrder, visibleBranch } from './beneath.js';
import { payingWith } from './payment-choices.js';
import { secretsOf } from './secrets.js';
import { visibleServices, type ServiceRow } from './query.js';
import { calledName, hidesPrices, moneyOrNull, priceOf, showsOf, toSummary } from './service.js';
import { cancelByOf, cancelOptionsOf, consequencesOf } from './terms.js';
import { totalsOf } from './totals.js';

type Service = components['schemas']['Service'];
type Beneath = components['schemas']['ServiceBeneath'];

/** The service, with what today makes of it. Throws 404 when the person may see none of this id. */
export async function findService(database: Kysely<Database>, context: OperationContext, id: string): Promise<ServiceRow> {
  const row = await visibleServices(database, context).where('services.id', '=', id).selectAll('services').executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

/** Everything the person may know of a service. */
export async function wholeService(context: OperationContext, id: string): Promise<Service> {
  const { database } = context;
  const row = await findService(database, context, id);
  const branch = visibleBranch(database, context, id);
  const rows = await branch.where('services.id', '<>', id).selectAll('services').orderBy('services.number').execute();
  const beneath = inTreeOrder(rows, id);
  const hasBeneath = beneath.some(({ is_over: isOver }) => !isOver);
  const shows = showsOf(row);
  return {
    ...toSummary(row, context),
    etag: etagOf(row),
    extras: await extrasOf(context, id),
    ...(!hidesPrices(context) && { totals: await totalsOf(database, branch) }),
    beneath: beneath.map((each) => toBeneath(each, context)),
    parent: await reference(context, row.parent_id),
    noticeDays: row.notice_days,
    cancelBy: cancelByOf(row),
    cancelOptions: cancelOptionsOf(row, companyToday()),
    consequences: consequencesOf(row, hasBeneath),
    cancelReason: row.cancel_reason,
    cancelledWith: await reference(context, row.cancelled_with),
    ...(await payingWith(context, row.payment_method_id)),
    secrets: await secretsOf(database, id),
    shows,
    zoneId: shows.includes('dns-records') ? await zoneOf(context, row.identifier) : null,
  };
}

/** Another service by its name, if the person may see it. */
async function reference(context: OperationContext, id: string | null): Promise<Service['parent']> {
  if (id === null) return null;
  const row = await visibleServices(context.database, context)
    .where('services.id', '=', id)
    .select(['services.id', 'services.number', 'services.name', 'services.label'])
    .executeTakeFirst();
  return row ? { id: row.id, number: row.number, name: calledName(row) } : null;
}

async function extrasOf(context: OperationContext, serviceId: string): Promise<Service['extras']> {
  const rows = await context.database
    .selectFrom('service_extras')
    .selectAll()
    .where('service_id', '=', serviceId)
    .orderBy(sql`position`)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    quantity: row.quantity,
    ...(!hidesPrices(context) && { price: priceOf(row), yearlyPrice: moneyOrNull(row.yearly_price, row.currency) }),
  }));
}

function toBeneath(row: ServiceRow & { depth: number }, context: OperationContext): Beneath {
  const { id, number, name, label, type, typeLabel, identifier, status, statusLabel, price, yearlyPrice } = toSummary(row, context);
  const prices = price === undefined ? {} : { price, yearlyPrice: yearlyPrice ?? null };
  return { id, number, name, label, type, typeLabel, identifier, status, statusLabel, ...prices, depth: row.depth };
}
