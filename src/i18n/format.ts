export interface Money {
  amount: string;
  currency: string;
}

/** Formatters are costly to make and asked for once a cell: one per kind, language and options. */
const formatters = new Map<string, unknown>();

function cached<T>(key: string, make: () => T): T {
  let formatter = formatters.get(key) as T | undefined;
  if (!formatter) formatters.set(key, (formatter = make()));
  return formatter;
}

const dates = (language: string, timeZone?: string, timeStyle?: 'short' | 'medium') =>
  cached(`${language} ${timeZone} ${timeStyle}`, () => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone, timeStyle }));

const numbers = (language: string, minimumIntegerDigits = 1) =>
  cached(`${language} ${minimumIntegerDigits}`, () => new Intl.NumberFormat(language, { minimumIntegerDigits }));

const currencies = (language: string, currency: string, decimals?: number) =>
  cached(`${language} ${currency} ${decimals}`, () => {
    const format = new Intl.NumberFormat(language, { style: 'currency', currency, maximumFractionDigits: decimals });
    return { format, least: format.resolvedOptions().minimumFractionDigits ?? 2 };
  });

/** Whether there is such a time zone. */
export function isTimeZone(timeZone: string): boolean {
  try {
    return !!dates('en', timeZone);
  } catch {
    return false;
  }
}

export const formatNumber = (language: string, value: number): string => numbers(language).format(value);

/** A money amount in full: at least its currency's decimals (ISO 4217), more where the amount has them; never through a float. */
export function formatMoney(language: string, { amount, currency }: Money): string {
  try {
    if (!/^-?\d+(\.\d+)?$/.test(amount)) throw new RangeError();
    const usual = currencies(language, currency);
    const given = amount.replace(/0+$/, '').split('.')[1]?.length ?? 0;
    const { format } = given <= usual.least ? usual : currencies(language, currency, given);
    return format.format(amount as `${number}`);
  } catch {
    return `${amount} ${currency}`;
  }
}

/** A calendar day (`2026-11-21`), the same day everywhere; `undefined` when there is no such day. */
export function formatDay(language: string, day: string): string | undefined {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) return undefined;
  return dates(language, 'UTC').format(date);
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
  return dates(language, timeZone, timeStyle).format(date);
}

/** Seconds as `h:mm:ss`. */
export function formatDuration(language: string, seconds: number): string {
  const two = numbers(language, 2);
  const whole = Math.max(0, Math.round(seconds));
  return [numbers(language).format(Math.floor(whole / 3600)), two.format(Math.floor(whole / 60) % 60), two.format(whole % 60)].join(':');
}
