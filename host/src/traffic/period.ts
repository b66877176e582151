import type { components } from 'portal-elements/contract';
import type { OperationRequest } from '../http/operation.js';
import { Problem } from '../http/problem.js';
import { nextDay, type Calendar } from './calendar.js';

type Query = Pick<OperationRequest<'getTraffic'>['query'], 'period' | 'from' | 'to'>;

/** Milliseconds of a sample. */
export const sampleLength = 300_000;
const longest = 400 * 86_400_000;

/** A billing period, which has a key, or another range of time. Both ends lie on the grid of samples. */
export interface TrafficPeriod {
  key: string | null;
  from: Date;
  to: Date;
  isCurrent: boolean;
}

/** The billing periods of a contract; they begin on a day of the month, in short months on the last. */
export class BillingPeriods {
  constructor(
    readonly calendar: Calendar,
    private readonly billingDay: number,
    private readonly now: Date,
  ) {}

  /** The period that a request asks for. */
  asked({ period = 'current', from, to }: Query): TrafficPeriod {
    if (from !== undefined || to !== undefined) return this.range(from, to);
    if (period === 'current') return this.of(this.current);
    if (period === 'previous') return this.of(month(this.current, -1));
    if (period < '1970-02' || period > '9000') throw new Problem(400, 'There is no such billing period', { detail: period });
    return this.of(period);
  }

  /** All periods since an instant, newest first; the current one is among them. */
  since(oldest: Date | undefined): TrafficPeriod[] {
    const periods = [this.of(this.current)];
    while (oldest && periods.at(-1)!.from > oldest) periods.push(this.of(month(periods.at(-1)!.key!, -1)));
    return periods;
  }

  private get current(): string {
    const thisMonth = this.calendar.dayAt(this.now).slice(0, 7);
    return this.startOf(thisMonth) <= this.now ? thisMonth : month(thisMonth, -1);
  }

  private of(key: string): TrafficPeriod {
    return { key, from: this.startOf(key), to: this.startOf(month(key, 1)), isCurrent: key === this.current };
  }

  private startOf(key: string): Date {
    const lastDay = new Date(Date.parse(`${month(key, 1)}-01`) - 1).getUTCDate();
    return this.calendar.startOf(`${key}-${String(Math.min(this.billingDay, lastDay)).padStart(2, '0')}`)!;
  }

  private range(from = '', to = ''): TrafficPeriod {
    const start = this.instant(from, (day) => day);
    const end = this.instant(to, nextDay);
    if (!start || !end || start >= end) {
      throw new Problem(400, 'This is no range of time', {
        detail: '`from` and `to` are days or instants, and `from` is the earlier one.',
      });
    }
    const range = { key: null, from: onGrid(start, Math.floor), to: onGrid(end, Math.ceil), isCurrent: false };
    if (range.to.getTime() - range.from.getTime() > longest) {
      throw new Problem(400, 'The range is too long', { type: 'range-too-long', detail: 'It may have 400 days.' });
    }
    return range;
  }

  private instant(text: string, dayMeant: (day: string) => string): Date | undefined {
    if (!isDay(text.slice(0, 10))) return undefined;
    if (text.length === 10) return this.calendar.startOf(dayMeant(text));
    return instantPattern.test(text) ? valid(new Date(text.toUpperCase())) : undefined;
  }
}

/** The period as the contract has it. */
export function describePeriod({ key, from, to, isCurrent }: TrafficPeriod, calendar: Calendar): components['schemas']['TrafficPeriod'] {
  const [firstOn, lastOn] = [calendar.dayAt(from), calendar.dayAt(new Date(to.getTime() - 1))];
  return { key, from: time(from), to: time(to), firstOn, lastOn, isCurrent };
}

/** An instant as the contract has it. */
export const time = (date: Date) => date.toISOString().replace('.000Z', 'Z');

/** An instant moved to where a sample begins. */
export const onGrid = (date: Date, round: (samples: number) => number) => new Date(round(date.getTime() / sampleLength) * sampleLength);

const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;
const valid = (date: Date) => (Number.isNaN(date.getTime()) ? undefined : date);
const isDay = (text: string) =>
  valid(new Date(`${text}T00:00:00Z`))
    ?.toISOString()
    .startsWith(text) === true && text >= '1970-01-02';

function month(key: string, add: number): string {
  const [year, number] = key.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1 + add, 1)).toISOString().slice(0, 7);
}
