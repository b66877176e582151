import { dayOf, isDay } from '../core/business/period.js';
import type { Query } from '../core/loading/list-query.js';

/** A period of the ledger as it is kept in the query: the name of a preset, or days of one's own. */
export interface LedgerPeriod {
  name: LedgerPeriodName | 'custom';
  /** First and last day, both included; without them from the beginning, without end. */
  from?: string;
  to?: string;
}

export const ledgerPeriods = ['this-month', 'previous-month', 'this-year', 'previous-year', 'all'] as const;
export type LedgerPeriodName = (typeof ledgerPeriods)[number];

/** Names that the query may hold. */
export const ledgerFilters = ['q', 'currency', 'type', 'period', 'from', 'to'] as const;

const lastOfMonth = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

function monthOf(year: number, month: number): Pick<LedgerPeriod, 'from' | 'to'> {
  const to = lastOfMonth(year, month);
  return { from: `${to.slice(0, 7)}-01`, to };
}

/** The period that a query (`period=previous-year`, or `from=…&to=…`) means on the day of `now`; this year when it names none. */
export function ledgerPeriod({ period, from, to }: Query, timeZone: string, now: number): LedgerPeriod {
  const name = ledgerPeriods.find((each) => each === period);
  const own = { ...(isDay(from) && { from }), ...(isDay(to) && { to }) };
  // Days of which one is still to be changed may stand the wrong way round for a while.
  if (own.from && own.to && own.from > own.to) Object.assign(own, { from: own.to, to: own.from });
  if (!name && (own.from || own.to)) return { name: 'custom', ...own };
  const [year = 0, month = 0] = dayOf(now, timeZone).split('-').map(Number);
  switch (name) {
    case 'all':
      return { name };
    case 'this-month':
      return { name, ...monthOf(year, month) };
    case 'previous-month':
      return { name, ...monthOf(year, month - 1) };
    case 'previous-year':
      return { name, from: `${year - 1}-01-01`, to: `${year - 1}-12-31` };
    default:
      return { name: 'this-year', from: `${year}-01-01`, to: `${year}-12-31` };
  }
}

/** The query as the contract has it: days in place of a period, and no order. */
export function ledgerQuery(query: Query, timeZone: string, now: number): object {
  const { period: _, sort: __, from: ___, to: ____, ...rest } = query;
  const { from, to } = ledgerPeriod(query, timeZone, now);
  return { ...rest, ...(from && { from }), ...(to && { to }) };
}
