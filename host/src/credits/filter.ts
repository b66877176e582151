import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { Database } from '../database/tables.js';
import type { OperationRequest } from '../http/operation.js';
import { searchPattern } from '../http/search.js';
import { calendarDate } from '../invoices/filter.js';

type CreditFilter = Omit<OperationRequest<'listCredits'>['query'], 'cursor' | 'limit' | 'sort'>;

/** The condition on the table `credits` that something is left to use. */
export const usable = sql<boolean>`(state = 'active' and remaining > 0)`;

/** The status as `creditStatus` says it, in SQL. */
const statuses: Readonly<Record<string, Expression<boolean>>> = {
  usable,
  available: sql<boolean>`(state = 'active' and used = 0)`,
  'partly-used': sql<boolean>`(state = 'active' and used > 0 and remaining > 0)`,
  used: sql<boolean>`(state = 'active' and remaining = 0)`,
  expired: sql<boolean>`state = 'expired'`,
  void: sql<boolean>`state = 'void'`,
};

/** The filter as a condition on the table `credits`. */
export function isWanted({ q, status, type, currency, grantedFrom, grantedTo }: CreditFilter) {
  return (is: ExpressionBuilder<Database, 'credits'>): Expression<SqlBool> => {
    const has = (value: string | undefined, condition: (value: string) => Expression<SqlBool>) => (value ? [condition(value)] : []);
    return is.and([
      ...has(q?.trim(), (text) => is('credits.search', 'like', searchPattern(text))),
      ...has(status, (value) => statuses[value]!),
      ...has(type, (value) => is('credits.type', '=', value)),
      ...has(currency, (value) => is('credits.currency', '=', value)),
      ...has(calendarDate(grantedFrom), (value) => is('granted_on', '>=', value)),
      ...has(calendarDate(grantedTo), (value) => is('granted_on', '<=', value)),
    ]);
  };
}
