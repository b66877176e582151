const formatters = new Map<string, Intl.DateTimeFormat>();

function dates(language: string, timeZone: string, timeStyle?: 'short'): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${timeStyle}`;
  let format = formatters.get(key);
  if (!format) formatters.set(key, (format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle, timeZone })));
  return format;
}

/** Two days (`2026-10-15`) and all between them, as `Oct 15 – Nov 14, 2026`; `undefined` where one is none. */
export function formatDays(language: string, first: string, last: string): string | undefined {
  try {
    return dates(language, 'UTC').formatRange(new Date(`${first}T00:00:00Z`), new Date(`${last}T00:00:00Z`));
  } catch {
    return undefined;
  }
}

/** An instant in a time zone other than that of the page; in UTC where there is no such zone. */
export function formatTime(language: string, instant: number | string, timeZone: string): string | undefined {
  try {
    return dates(language, timeZone, 'short').format(new Date(instant));
  } catch {
    return timeZone === 'UTC' ? undefined : formatTime(language, instant, 'UTC');
  }
}

/** The hour that begins at an instant; on days on which clocks change, with the name of the time that holds. */
export function formatHour(language: string, instant: string, timeZone: string, clocksChange: boolean): string | undefined {
  const options = { hour: 'numeric', minute: '2-digit', timeZoneName: clocksChange ? 'short' : undefined } as const;
  try {
    return new Intl.DateTimeFormat(language, { ...options, timeZone }).format(new Date(instant));
  } catch {
    return formatTime(language, instant, 'UTC');
  }
}
