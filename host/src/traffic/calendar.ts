import { ZonedTimes } from '../import/zoned-time.js';

const day = 86_400_000;
const hour = 3_600_000;

/** Days and hours as the clocks of a time zone show them. */
export class Calendar {
  private readonly times: ZonedTimes;
  private readonly format: Intl.DateTimeFormat;

  constructor(readonly timeZone: string) {
    this.times = new ZonedTimes(timeZone);
    this.format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  }

  /** The day (`2026-10-25`) at an instant. */
  dayAt(instant: Date): string {
    return this.format.format(instant);
  }

  /** The first instant of a day: midnight, or the first moment after it where clocks leap over midnight; undefined when there is no such day. */
  startOf(text: string): Date | undefined {
    return this.times.read(`${text} 00:00:00`);
  }

  /** The instants at which the days of a range begin, and its end. */
  days(from: Date, to: Date): Date[] {
    const starts: Date[] = [];
    for (let text = this.dayAt(from); ; text = nextDay(text)) {
      const start = this.startOf(text)!;
      if (start >= to) return [...starts, to];
      starts.push(start > from ? start : from);
    }
  }

  /** The instants at which the hours of a range begin, and its end. */
  hours(from: Date, to: Date): Date[] {
    const starts = new Set<number>();
    for (const start of this.days(from, to).slice(0, -1)) {
      const begin = this.startOf(this.dayAt(start))!.getTime();
      const end = Math.min(this.startOf(nextDay(this.dayAt(start)))!.getTime(), to.getTime());
      for (let at = begin; at < end; at += hour) if (at + hour > from.getTime()) starts.add(Math.max(at, from.getTime()));
    }
    return [...starts, to.getTime()].map((at) => new Date(at));
  }
}

/** The day after one. */
export const nextDay = (text: string): string => new Date(Date.parse(text) + day).toISOString().slice(0, 10);
