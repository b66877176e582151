import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { Database } from '../database/tables.js';
import type { OperationRequest } from '../http/operation.js';
import { Problem } from '../http/problem.js';
import { searchPattern } from '../http/search.js';
import { hiddenStates } from './status.js';

/** What a request chooses invoices by. */
export type InvoiceFilter = Omit<OperationRequest<'listInvoices'>['query'], 'cursor' | 'limit' | 'sort'>;

/** Past due with something open; says in SQL what `isOverdue` says. */
export const overdue = (today: string) =>
  sql<boolean>`(type not in ('credit-note', 'proforma') and due_on < ${today}::date and open > 0 and pending = 0)`;

/** The client's visible invoices as a condition on the table `invoices`. */
export function isVisible(clientId: string) {
  return (is: ExpressionBuilder<Database, 'invoices'>): Expression<SqlBool> =>
    is.and([is('client_id', '=', clientId), is('state', 'not in', hiddenStates)]);
}

/** The filter as a condition on the table `invoices`. */
export function isWanted(filter: InvoiceFilter, today: string) {
  return (is: ExpressionBuilder<Database, 'invoices'>): Expression<SqlBool> => {
    const { q, state, type, currency, contractId, issuedFrom, issuedTo, totalMin, totalMax } = filter;
    const has = (value: string | undefined, condition: (value: string) => Expression<SqlBool>) => (value ? [condition(value)] : []);
    return is.and([
      ...has(q?.trim(), (text) => is('search', 'like', searchPattern(text))),
      ...(state === 'open' ? [is('open', '>', '0')] : []),
      ...(state === 'overdue' ? [overdue(today)] : []),
      ...(state === 'paid' ? [is('open', '<=', '0')] : []),
      ...has(type, (value) => is('type', '=', value)),
      ...has(currency, (value) => is('currency', '=', value)),
      ...has(contractId, (value) =>
        is.exists(
          is.selectFrom('invoice_lines').select('position').whereRef('invoice_id', '=', 'invoices.id').where('contract_id', '=', value),
        ),
      ),
      ...has(calendarDate(issuedFrom), (value) => is('issued_on', '>=', value)),
      ...has(calendarDate(issuedTo), (value) => is('issued_on', '<=', value)),
      ...has(totalMin, (value) => sql<boolean>`total >= ${value}::numeric`),
      ...has(totalMax, (value) => sql<boolean>`total <= ${value}::numeric`),
    ]);
  };
}

function calendarDate(text: string | undefined): string | undefined {
  if (text?.startsWith('0000')) throw new Problem(400, 'This is not a date the host knows', { detail: text });
  return text;
}
