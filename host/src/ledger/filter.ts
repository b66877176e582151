import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { Database } from '../database/tables.js';
import type { OperationRequest } from '../http/operation.js';
import { Problem } from '../http/problem.js';
import { searchPattern } from '../http/search.js';
import { calendarDate } from '../invoices/filter.js';

/** The ledger of one currency of a client. */
export interface Ledger {
  clientId: string;
  currency: string;
}

/** First and last day, both included; without them from the beginning, without end. */
export interface Period {
  from?: string | undefined;
  to?: string | undefined;
}

/** The part of a period that is asked for. */
export interface LedgerFilter extends Period {
  q?: string | undefined;
  type?: string | undefined;
}

type Condition = (is: ExpressionBuilder<Database, 'ledger_entries'>) => Expression<SqlBool>;

/** The period of a request, with days that the database knows. */
export function readPeriod({ from, to }: Pick<OperationRequest<'listLedgerEntries'>['query'], 'from' | 'to'>): Period {
  const period = { from: calendarDate(from), to: calendarDate(to) };
  if (period.from && period.to && period.from > period.to) throw new Problem(400, 'The period ends before it begins');
  return period;
}

/** All entries of a ledger, as a condition on the table `ledger_entries`. */
export const isOf =
  ({ clientId, currency }: Ledger): Condition =>
  (is) =>
    is.and([is('ledger_entries.client_id', '=', clientId), is('ledger_entries.currency', '=', currency)]);

/** The filter as a condition on the table `ledger_entries`. */
export const isWanted =
  (clientId: string, { q, type, from, to }: LedgerFilter): Condition =>
  (is) => {
    const has = (value: string | undefined, condition: (value: string) => Expression<SqlBool>) => (value ? [condition(value)] : []);
    return is.and([
      ...has(from, (day) => is('day', '>=', day)),
      ...has(to, (day) => is('day', '<=', day)),
      ...has(type, (kind) => is('kind', '=', kind)),
      ...has(q?.trim(), (text) => hasNumber(clientId, text)),
    ]);
  };

/** Entries about a document with this in its number: the invoice itself, a payment of it, a credit that comes from the credit note. */
function hasNumber(clientId: string, text: string): Expression<SqlBool> {
  const found = sql`select id from invoices where client_id = ${clientId} and lower(number) like ${searchPattern(text)}`;
  return sql<boolean>`ledger_entries.document_id in (
    ${found}
    union all select payment_id from payment_allocations where invoice_id in (${found})
    union all select id from credits where client_id = ${clientId} and document_id in (${found}))`;
}
