import { sql, type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool } from 'kysely';
import type { Database } from '../database/tables.js';
import type { OperationContext, OperationRequest } from '../http/operation.js';
import { Problem } from '../http/problem.js';
import { searchPattern } from '../http/search.js';
import { hiddenStates } from './status.js';

/** The filter of a request for invoices. */
export type InvoiceFilter = Omit<OperationRequest<'listInvoices'>['query'], 'cursor' | 'limit' | 'sort'>;

/** Past due with something open; says in SQL what `isOverdue` says. */
export const overdue = (today: string) =>
  sql<boolean>`(type not in ('credit-note', 'proforma') and due_on < ${today}::date and open > 0 and pending = 0)`;

/** The client, and the contracts that the person may see, whose invoices are asked for. */
export type InvoiceOwner = Pick<OperationContext, 'clientId' | 'contractIds'>;

/**
 * The invoices of these contracts alone, as a condition on the table `invoices`. One that also bills something else, or does not
 * say what, is not among them.
 */
export const invoicesInScope = (contractIds: readonly string[]): RawBuilder<boolean> => sql<boolean>`(
  exists (select 1 from invoice_lines where invoice_id = invoices.id) and not exists (
    select 1 from invoice_lines where invoice_id = invoices.id and (contract_id = any(${[...contractIds]})) is not true))`;

/** The invoices that the person may see, as a condition on the table `invoices`. */
export function isVisible({ clientId, contractIds }: InvoiceOwner) {
  return (is: ExpressionBuilder<Database, 'invoices'>): Expression<SqlBool> =>
    is.and([
      is('invoices.client_id', '=', clientId),
      is('invoices.state', 'not in', hiddenStates),
      ...(contractIds ? [invoicesInScope(contractIds)] : []),
    ]);
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

/** A date as it was sent, unless the database has no such day. */
export function calendarDate(text: string | undefined): string | undefined {
  if (text?.startsWith('0000')) throw new Problem(400, 'This is not a date the host knows', { detail: text });
  return text;
}
