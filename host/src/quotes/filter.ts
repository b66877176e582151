import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { Database } from '../database/tables.js';
import type { OperationContext, OperationRequest } from '../http/operation.js';
import { searchPattern } from '../http/search.js';
import { hiddenStates, statusIs } from './status.js';

/** The filter of a request for quotes. */
export type QuoteFilter = Omit<OperationRequest<'listQuotes'>['query'], 'cursor' | 'limit' | 'sort'>;

/** The quotes that the person may see and has asked for, as a condition on the table `quotes`. */
export function isWanted(
  { clientId, contractIds }: Pick<OperationContext, 'clientId' | 'contractIds'>,
  today: string,
  { q, status, issuedFrom, issuedTo }: QuoteFilter = {},
) {
  return (is: ExpressionBuilder<Database, 'quotes'>): Expression<SqlBool> =>
    is.and([
      is('quotes.client_id', '=', clientId),
      is('quotes.state', 'not in', hiddenStates),
      ...(contractIds ? [sql<boolean>`quotes.contract_id = any(${[...contractIds]})`] : []),
      ...(q?.trim() ? [is('quotes.search', 'like', searchPattern(q))] : []),
      ...(status ? [statusIs(status, today)] : []),
      ...(issuedFrom ? [is('quotes.issued_on', '>=', issuedFrom)] : []),
      ...(issuedTo ? [is('quotes.issued_on', '<=', issuedTo)] : []),
    ]);
}
