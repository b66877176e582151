import { sql, type ExpressionBuilder, type Expression, type SqlBool } from 'kysely';
import type { Database } from '../database/tables.js';
import type { OperationContext, OperationRequest } from '../http/operation.js';
import { searchPattern } from '../http/search.js';
import { company } from '../company.js';
import { closedStatuses } from './status.js';

/** The filter of a request for orders. */
export type OrderFilter = Omit<OperationRequest<'listOrders'>['query'], 'cursor' | 'limit' | 'sort'>;

type Owner = Pick<OperationContext, 'clientId' | 'contractIds'>;

/** The orders that the person may see and has asked for, as a condition on the table `orders`. */
export function isWanted({ clientId, contractIds }: Owner, { q, status, placedFrom, placedTo }: OrderFilter = {}) {
  return (is: ExpressionBuilder<Database, 'orders'>): Expression<SqlBool> => {
    const placedOn = sql<string>`(placed_at at time zone ${company.timeZone})::date`;
    return is.and([
      is('orders.client_id', '=', clientId),
      ...(contractIds ? [sql<boolean>`orders.contract_id = any(${[...contractIds]})`] : []),
      ...(q?.trim() ? [is('orders.search', 'like', searchPattern(q))] : []),
      ...(status === 'open' ? [is('orders.status', 'not in', closedStatuses)] : status ? [is('orders.status', '=', status)] : []),
      ...(placedFrom ? [sql<boolean>`${placedOn} >= ${placedFrom}::date`] : []),
      ...(placedTo ? [sql<boolean>`${placedOn} <= ${placedTo}::date`] : []),
    ]);
  };
}
