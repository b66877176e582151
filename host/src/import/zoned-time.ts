import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.js';

/** Times in the zone given, else in that of the client. */
export async function zonedTimes(database: Kysely<Database>, clientId: string, timeZone?: string): Promise<ZonedTimes> {
  if (timeZone !== undefined) return new ZonedTimes(timeZone);
  const client = await database.selectFrom('clients').select('time_zone').where('id', '=', clientId).executeTakeFirstOrThrow();
  return new ZonedTimes(client.time_zone);
}

/** Reads times as telephone systems write them; those without a zone are in the zone given. */
export class ZonedTimes {
  private readonly format: Intl.DateTimeFormat;
  /** Offsets by quarter of an hour; zones change at no finer step. */
  private readonly offsets = new Map<string, number>();

  /** Throws a `RangeError` when there is no such time zone. */
  constructor(timeZone: string) {
    this.format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  }

  /** The instant of `2026-11-21 09:30:00`, of the same with `T`, `Z` or an offset, or of seconds since 1970; undefined when it is none. */
  read(text: string): Date | undefined {
    if (/^\d{9,10}(\.\d+)?$/.test(text)) return new Date(Math.floor(Number(text)) * 1000);
    const [, date, time = '00:00:00', zone] = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?$/.exec(text) ?? [];
    if (!date) return undefined;
    const asUtc = new Date(`${date}T${time}Z`);
    if (Number.isNaN(asUtc.getTime()) || asUtc.toISOString().slice(0, 10) !== date || date < '0001') return undefined;
    if (zone) return new Date(`${date}T${time}${zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`}`);
    return new Date(asUtc.getTime() - this.offset(asUtc, `${date} ${time}`));
  }

  /** The time by which the zone is ahead of UTC when its clocks show this. In the hour that comes twice a year, the first one is meant. */
  private offset(asUtc: Date, shown: string): number {
    const quarter = `${shown.slice(0, 14)}${Math.floor(Number(shown.slice(14, 16)) / 15)}`;
    let offset = this.offsets.get(quarter);
    if (offset === undefined) {
      const before = this.ahead(asUtc.getTime() - 86_400_000);
      const candidate = this.ahead(asUtc.getTime() - before);
      offset = candidate === before || this.ahead(asUtc.getTime() - candidate) !== candidate ? before : candidate;
      this.offsets.set(quarter, offset);
    }
    return offset;
  }

  private ahead(time: number): number {
    return Date.parse(`${this.format.format(time).replace(' ', 'T')}Z`) - Math.floor(time / 1000) * 1000;
  }
}
