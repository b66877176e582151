/** A period of calls as it is kept in the query: the name of a preset, or days of one's own. */
export interface Period {
  name: PeriodName | 'custom';
  /** First and last day, both included (`2026-10-01`). */
  firstDay?: string;
  lastDay?: string;
}

export const periodNames = ['this-month', 'previous-month', 'last-30-days', 'today'] as const;
export type PeriodName = (typeof periodNames)[number];

const day = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The time that the clocks of `timeZone` show at `instant`, as the milliseconds at which clocks in UTC show the same. */
function wallClock(instant: number, timeZone: string): number {
  let format = formatters.get(timeZone);
  if (!format) {
    const two = '2-digit';
    const parts = { year: 'numeric', month: two, day: two, hour: two, minute: two, second: two } as const;
    format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', { ...parts, hourCycle: 'h23', timeZone });
    formatters.set(timeZone, format);
  }
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part['year']!, part['month']! - 1, part['day'], part['hour'], part['minute'], part['second']);
}

const toDay = (utc: number) => new Date(utc).toISOString().slice(0, 10);
const addDays = (from: string, days: number) => toDay(Date.parse(from) + days * day);

/** The calendar day in `timeZone` at an instant. */
export const dayOf = (instant: number, timeZone: string): string => toDay(wallClock(instant, timeZone));

/** Tells whether there is such a day, in a year that can be meant. */
export const isDay = (text: string | undefined): text is string =>
  !!text && /^(19|20|21)\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && toDay(Date.parse(text)) === text;

/** The first instant of a day in `timeZone`: local midnight, or the first moment after it where clocks leap over midnight. */
export function startOfDay(text: string, timeZone: string): Date {
  const midnight = Date.parse(text);
  // The offsets that hold a day before and a day after: one of them holds at the start of the day.
  const candidates = [midnight - day, midnight + day].map((near) => midnight - (wallClock(near, timeZone) - near));
  const starts = candidates.filter((each) => wallClock(each, timeZone) >= midnight);
  return new Date(Math.min(...(starts.length > 0 ? starts : candidates)));
}

/** The period that a query (`period=previous-month`, or `from=…&to=…`) means on the day of `now`; this month when it names none. */
export function periodOf(query: Readonly<Record<string, string>>, timeZone: string, now: number): Period {
  const { period = '', from, to } = query;
  const own = { firstDay: isDay(from) ? from : undefined, lastDay: isDay(to) ? to : undefined };
  const name = periodNames.find((each) => each === period);
  if (!name && (own.firstDay || own.lastDay)) return { name: 'custom', ...own };
  const today = dayOf(now, timeZone);
  const firstOfMonth = `${today.slice(0, 7)}-01`;
  const lastOfPrevious = addDays(firstOfMonth, -1);
  switch (name) {
    case 'previous-month':
      return { name, firstDay: `${lastOfPrevious.slice(0, 7)}-01`, lastDay: lastOfPrevious };
    case 'last-30-days':
      return { name, firstDay: addDays(today, -29), lastDay: today };
    case 'today':
      return { name, firstDay: today, lastDay: today };
    default:
      return { name: 'this-month', firstDay: firstOfMonth, lastDay: addDays(`${addDays(firstOfMonth, 31).slice(0, 7)}-01`, -1) };
  }
}

/** The query for another period; own days start from the days that were shown. */
export const periodChange = (name: string, firstDay = '', lastDay = ''): Record<string, string> =>
  name === 'custom' ? { period: '', from: firstDay, to: lastDay } : { period: name, from: '', to: '' };

/** The instants a period is asked for with: the first included, and the first no longer included. */
export function instantsOf({ firstDay, lastDay }: Period, timeZone: string): { from?: string; to?: string } {
  return {
    from: firstDay && startOfDay(firstDay, timeZone).toISOString(),
    to: lastDay && startOfDay(addDays(lastDay, 1), timeZone).toISOString(),
  };
}
