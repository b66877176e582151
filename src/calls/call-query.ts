import type { operations } from '../api/schema.js';
import type { Query } from '../core/list-query.js';
import { instantsOf, periodOf } from '../core/period.js';

type CallQuery = NonNullable<operations['listCalls']['parameters']['query']>;

/** What may stand in the query of a call list. */
export const callFilters = ['q', 'period', 'from', 'to', 'direction', 'result', 'minDuration', 'minCost'] as const;

/** What the server is asked: the period as instants, and nothing about costs where they are kept from the person. */
export function callQuery({ period = '', from = '', to = '', ...query }: Query, timeZone: string, hidesCost: boolean): CallQuery {
  const { sort = '', minDuration = '', minCost = '', ...others } = query;
  return {
    ...others,
    ...instantsOf(periodOf({ period, from, to }, timeZone, Date.now()), timeZone),
    sort: (hidesCost && sort.endsWith('cost') ? '-startedAt' : sort) as '-startedAt',
    ...(/^\d{1,9}$/.test(minDuration) && { minDuration: Number(minDuration) }),
    ...(!hidesCost && /^\d+(\.\d+)?$/.test(minCost) && { minCost }),
  };
}
