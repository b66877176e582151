import { sql, type Kysely, type Selectable, type SelectQueryBuilder } from 'kysely';
import type { operations } from 'portal-elements/contract';
import type { ServiceTable } from './tables.js';
import type { Database } from '../database/tables.js';
import type { OperationContext } from '../http/operation.js';
import { searchPattern } from '../http/search.js';
import { companyToday } from '../company.js';
import { addDays } from './days.js';

/** The filter of services. */
export type ServiceFilter = Pick<
  NonNullable<operations['listServices']['parameters']['query']>,
  'q' | 'type' | 'status' | 'renewingWithin'
>;

/** A service with what today makes of it. */
export interface ServiceRow extends Selectable<ServiceTable> {
  /** `status`, as time and cancellation have changed it. */
  state: string;
  is_over: boolean;
  /** The price for a year with the extras of its currency. */
  yearly_total: string | null;
  /** The client's name for it, else the company's. */
  called: string;
  /** The day on which it renews or ends next. */
  next_on: string | null;
}

type PresentServices = Omit<Database, 'services'> & { services: ServiceRow };
export type ServiceQuery = SelectQueryBuilder<PresentServices, 'services', object>;

const over = ['cancelled', 'expired'];

/** Statuses in which a service is charged. */
export const running = ['provisioning', 'active', 'suspended', 'cancel-pending'];

/** The person who asks, and the contracts that the person may know of. */
export type ServiceViewer = Pick<OperationContext, 'clientId' | 'contractIds'>;

/** The services that the person may see, with what today makes of them. */
export function visibleServices(
  database: Kysely<Database>,
  { clientId, contractIds }: ServiceViewer,
  today = companyToday(),
): ServiceQuery {
  let rows = database.selectFrom('services').selectAll('services').where('client_id', '=', clientId);
  if (contractIds) rows = rows.where(sql<boolean>`services.contract_id = any(${[...contractIds]})`);
  const stated = rows.select([currentStatus(today).as('state'), yearlyTotal.as('yearly_total')]);
  const present = database
    .selectFrom(stated.as('stated'))
    .selectAll('stated')
    .select([
      sql<boolean>`state = any(${over})`.as('is_over'),
      sql<string>`coalesce(label, name)`.as('called'),
      sql<string | null>`case when state <> all(${over}) then coalesce(cancel_at, ends_on, renews_on) end`.as('next_on'),
    ]);
  return database.selectFrom(present.as('services'));
}

const currentStatus = (today: string) => sql<string>`case
  when status in ('cancelled', 'expired', 'failed') then status
  when cancel_at < ${today}::date then 'cancelled'
  when cancel_at is not null then 'cancel-pending'
  when ends_on < ${today}::date or (not auto_renew and renews_on <= ${today}::date) then 'expired'
  else status end`;

const yearlyTotal = sql<string | null>`services.yearly_price + (
  select coalesce(sum(extra.yearly_price), 0) from service_extras as extra
  where extra.service_id = services.id and extra.currency = services.currency)`;

/** The services that the filter chooses. */
export function servicesOf(context: OperationContext, { q, type, status, renewingWithin }: ServiceFilter): ServiceQuery {
  const today = companyToday();
  let query = visibleServices(context.database, context, today);
  if (q?.trim()) query = query.where('services.search_text', 'like', searchPattern(q));
  if (type) query = query.where('services.type', '=', type);
  if (status === 'current') query = query.where('services.is_over', '=', false);
  else if (status) query = query.where('services.state', '=', status);
  if (renewingWithin !== undefined) {
    const until = addDays(today, renewingWithin);
    query = query.where('services.next_on', '>=', today).where('services.next_on', '<=', until);
  }
  return query;
}
