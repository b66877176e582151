import type { components } from '../api/schema.js';
import type { Query } from '../core/loading/list-query.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { isDay } from '../core/business/period.js';
import { warnOnce } from '../core/warn.js';
import { shared } from '../i18n/texts/shared.js';
import { formatBitRate, formatBytes, formatPercent, type UnitBase } from '../i18n/units.js';

export type Traffic = components['schemas']['Traffic'];
export type TrafficPeriod = components['schemas']['TrafficPeriod'];

/** A period of traffic as the contract asks for it: a billing period by its key, or days, both included. */
export interface PeriodQuery {
  period?: string;
  from?: string;
  to?: string;
}

const billingPeriod = /^(current|previous|\d{4}-(0[1-9]|1[0-2]))$/;

/** The period in a query; empty where there is none that can be read. */
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

/** Reads the attribute `units`; a wrong one is `decimal`. */
export function readUnits(value: string | null): UnitBase {
  if (value === 'binary' || value === 'decimal' || value === null) return value ?? 'decimal';
  warnOnce(`units="${value}" is neither decimal nor binary; decimal is used.`);
  return 'decimal';
}

type Quantity = components['schemas']['TrafficQuantity'];

/** Volumes, rates and shares in words; a dash where the value is unknown. */
export class TrafficFormats {
  constructor(
    private readonly i18n: Pick<SharedLocalize, 'language' | 'in' | 'number'>,
    private readonly units: UnitBase,
  ) {}

  readonly bytes = (bytes: string | number | null | undefined): string =>
    (bytes == null ? undefined : formatBytes(this.i18n.language, bytes, this.units)) ?? this.i18n.in(shared)('none');

  readonly rate = (bitsPerSecond: number | null | undefined): string =>
    (bitsPerSecond == null ? undefined : formatBitRate(this.i18n.language, bitsPerSecond)) ?? this.i18n.in(shared)('none');

  readonly percent = (percent: number | null | undefined): string =>
    (percent == null ? undefined : formatPercent(this.i18n.language, percent)) ?? this.i18n.in(shared)('none');

  /** In the unit by which the contract is billed; one that is not known is named as the server names it. */
  readonly quantity = ({ amount, unit }: Quantity): string => {
    if (unit === 'byte') return this.bytes(amount);
    return unit === 'bit/s' ? this.rate(Number(amount)) : `${this.i18n.number(Number(amount))} ${unit}`;
  };
}
