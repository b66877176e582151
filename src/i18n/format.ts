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

/** Tells whether there is such a time zone. */
export function isTimeZone(timeZone: string): boolean {
  try {
    return !!dates('en', timeZone);
  } catch {
    return false;
  }
}

// Whatever a server says comes here: each gives `undefined` for what is none.

export const formatNumber = (language: string, value: number): string | undefined =>
  Number.isFinite(value) ? numbers(language).format(value) : undefined;

/** A money amount in full: at least its currency's decimals (ISO 4217), more where the amount has them; never through a float. */
export function formatMoney(language: string, { amount, currency }: Money): string | undefined {
  if (!/^-?\d+(\.\d+)?$/.test(amount) || !currency) return undefined;
  try {
    const usual = currencies(language, currency);
    const given = amount.replace(/0+$/, '').split('.')[1]?.length ?? 0;
    const { format } = given <= usual.least ? usual : currencies(language, currency, given);
    return format.format(amount as `${number}`);
  } catch {
    return `${amount} ${currency}`;
  }
}

const isDate = (date: Date) => !isNaN(+date);

/** A calendar day (`2026-11-21`), the same day everywhere. */
export function formatDay(language: string, day: string): string | undefined {
  const date = new Date(`${day}T00:00:00Z`);
  if (!isDate(date) || date.toISOString().slice(0, 10) !== day) return undefined;
  return dates(language, 'UTC').format(date);
}

/** An instant (RFC 3339) in the time zone. */
export function formatInstant(
  language: string,
  instant: string | Date,
  timeZone?: string,
  timeStyle: 'short' | 'medium' = 'short',
): string | undefined {
  const date = new Date(instant);
  // Browsers read days, numbers and much else, each in its own way.
  if (!isDate(date) || !(instant instanceof Date || /^\d{4}-\d\d-\d\d[T ]/.test(instant))) return undefined;
  return dates(language, timeZone, timeStyle).format(date);
}

/** Seconds as `h:mm:ss`. */
export function formatDuration(language: string, seconds: number): string | undefined {
  if (!Number.isFinite(seconds)) return undefined;
  const two = numbers(language, 2);
  const whole = Math.max(0, Math.round(seconds));
  return [numbers(language).format(Math.floor(whole / 3600)), two.format(Math.floor(whole / 60) % 60), two.format(whole % 60)].join(':');
}
