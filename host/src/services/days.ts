const millisecondsADay = 86_400_000;

const parts = (day: string) => day.split('-').map(Number) as [year: number, month: number, day: number];
const written = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10);

/** The day (`2026-11-22`) so many days later; earlier where `days` is negative. */
export function addDays(day: string, days: number): string {
  const [year, month, date] = parts(day);
  return written(Date.UTC(year, month - 1, date) + days * millisecondsADay);
}

/** The same day so many months later, or the last of that month where it is shorter. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = parts(day);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return written(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}
