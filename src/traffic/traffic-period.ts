import type { components } from '../api/schema.js';
import type { Query } from '../core/list-query.js';
import { warnOnce } from '../core/warn.js';
import { isDay } from '../core/period.js';

export type TrafficPeriod = components['schemas']['TrafficPeriod'];

/** A period of traffic as the contract asks for it: a billing period by its key, or days, both included. */
export interface PeriodQuery {
  period?: string;
  from?: string;
  to?: string;
}

const billingPeriod = /^(current|previous|\d{4}-(0[1-9]|1[0-2]))$/;

/** What of a query is a period; what is none is left out. */
export function periodQuery({ period, from, to }: Query): PeriodQuery {
  if (isDay(from) && isDay(to)) return from <= to ? { from, to } : { from: to, to: from };
  return period && billingPeriod.test(period) ? { period } : {};
}

/** A period as one text: `previous`, `2026-10`, or days with a slash between (ISO 8601). */
export const periodText = ({ period = '', from, to }: PeriodQuery): string => (from && to ? `${from}/${to}` : period);

/** Reads `periodText`; the current billing period where it says nothing, or nothing that can be read. */
export function readPeriod(text: string | null | undefined): PeriodQuery {
  const [from = '', to = ''] = text?.split('/') ?? [];
  const query = periodQuery({ period: text ?? '', from, to });
  if (text && !periodText(query))
    warnOnce(`period="${text}" is not current, previous, a month or two days; the current billing period is used.`);
  return query;
}
