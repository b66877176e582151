export interface Money {
  amount: string;
  currency: string;
}

/** Formatters are costly to make and asked for once a cell: one per kind, language and options. */
const formatters = new Map<string, unknown>();

function cached<T>(kind: string, language: string, options: object, make: () => T): T {
  const key = kind + language + JSON.stringify(options);
  if (!formatters.has(key)) formatters.set(key, make());
  return formatters.get(key) as T;
}

const numbers = (language: string, options: Intl.NumberFormatOptions = {}) =>
  cached('number', language, options, () => new Intl.NumberFormat(language, options));

const dates = (language: string, options: Intl.DateTimeFormatOptions) =>
  cached('date', language, options, () => new Intl.DateTimeFormat(language, options));

/** Whether there is such a time zone. */
export function isTimeZone(timeZone: string): boolean {
  try {
    return !!dates('en', { timeZone });
  } catch {
    return false;
  }
}

export const formatNumber = (language: string, value: number): string => numbers(language).format(value);

/** A money amount in full: at least its currency's decimals (ISO 4217), more where the amount has them; never through a float. */
export function formatMoney(language: string, { amount, currency }: Money): string {
  try {
    const usual = numbers(language, { style: 'currency', currency });
    const least = usual.resolvedOptions().minimumFractionDigits ?? 2;
    const given = amount.replace(/0+$/, '').split('.')[1]?.length ?? 0;
    if (!/^-?\d+(\.\d+)?$/.test(amount)) throw new RangeError();
    const format = given <= least ? usual : numbers(language, { style: 'currency', currency, maximumFractionDigits: given });
    return format.format(amount as `${number}`);
  } catch {
    return `${amount} ${currency}`;
  }
}

/** A calendar day (`2026-11-21`), the same day everywhere; `undefined` when there is no such day. */
export function formatDay(language: string, day: string): string | undefined {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) return undefined;
  return dates(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(date);
}

/** An instant (RFC 3339) in the time zone; `undefined` when it is none. */
export function formatInstant(
  language: string,
  instant: string | Date,
  timeZone?: string,
  timeStyle: 'short' | 'medium' = 'short',
): string | undefined {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return undefined;
  return dates(language, { dateStyle: 'medium', timeStyle, timeZone }).format(date);
}

/** Seconds as `h:mm:ss`. */
export function formatDuration(language: string, seconds: number): string {
  const two = numbers(language, { minimumIntegerDigits: 2, useGrouping: false });
  const whole = Math.max(0, Math.round(seconds));
  return [numbers(language).format(Math.floor(whole / 3600)), two.format(Math.floor(whole / 60) % 60), two.format(whole % 60)].join(':');
}
