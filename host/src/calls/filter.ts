import { sql, type ExpressionBuilder, type ExpressionWrapper, type SqlBool } from 'kysely';
import type { Database } from '../database/tables.js';
import type { OperationRequest } from '../http/operation.js';
import { Problem } from '../http/problem.js';
import { searchPattern } from '../http/search.js';
import { callSearchTerm } from './search.js';

type Query = OperationRequest<'listCalls'>['query'];

/** The conditions that the wanted calls meet. */
export interface CallFilter {
  contractId: string;
  from?: Date | undefined;
  to?: Date | undefined;
  direction?: string | undefined;
  result?: string | undefined;
  q?: string | undefined;
  minDuration?: number | undefined;
  minCost?: string | undefined;
  /** The calls in question where they are known already. */
  ids?: readonly string[] | undefined;
}

/** The filter a request asks for. */
export function callFilter(contractId: string, query: Query): CallFilter {
  const { direction, result, minDuration, minCost } = query;
  return {
    contractId,
    from: instant(query.from),
    to: instant(query.to),
    direction,
    result,
    q: query.q?.trim() || undefined,
    minDuration: minDuration && Math.min(minDuration, 2 ** 31 - 1),
    minCost,
  };
}

/** The filter as a condition on the table `calls`. */
export function isWanted(filter: CallFilter) {
  return (is: ExpressionBuilder<Database, 'calls'>): ExpressionWrapper<Database, 'calls', SqlBool> => {
    const { contractId, from, to, direction, result, q, minDuration, minCost, ids } = filter;
    return is.and([
      is('contract_id', '=', contractId),
      ...(from ? [is('started_at', '>=', from)] : []),
      ...(to ? [is('started_at', '<', to)] : []),
      ...(direction ? [is('direction', '=', direction)] : []),
      ...(result ? [is('result', '=', result)] : []),
      ...(q ? [sql<boolean>`search like ${searchPattern(callSearchTerm(q))}`] : []),
      ...(minDuration ? [is('duration_seconds', '>=', minDuration)] : []),
      // Written as the index is, so that it can be used.
      ...(minCost ? [sql<boolean>`coalesce(cost, '-infinity'::numeric) >= ${minCost}::numeric`] : []),
      ...(ids ? [sql<boolean>`id = any(${ids}::text[])`] : []),
    ]);
  };
}

function instant(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const date = new Date(text);
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1) {
    throw new Problem(400, 'This is not a time the host knows', { detail: text });
  }
  return date;
}
