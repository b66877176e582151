import type { components } from '../../src/api/schema.js';
import { http, problem } from './http.js';

type Traffic = components['schemas']['Traffic'];
type Period = components['schemas']['TrafficPeriod'];
type IpTraffic = components['schemas']['IpTraffic'];
type Step = components['schemas']['TrafficStep'];

const csv = (text: string) => new Response(text, { headers: { 'Content-Type': 'text/csv' } });

export const aTrafficPeriod = (part: Partial<Period> = {}): Period => ({
  key: '2026-10',
  from: '2026-10-14T22:00:00Z',
  to: '2026-11-14T23:00:00Z',
  firstOn: '2026-10-15',
  lastOn: '2026-11-14',
  isCurrent: false,
  ...part,
});

export const trafficPeriods: Period[] = [
  aTrafficPeriod({
    key: '2026-11',
    from: '2026-11-14T23:00:00Z',
    to: '2026-12-14T23:00:00Z',
    firstOn: '2026-11-15',
    lastOn: '2026-12-14',
    isCurrent: true,
  }),
  aTrafficPeriod(),
  aTrafficPeriod({ key: '2026-09', from: '2026-09-14T22:00:00Z', to: '2026-10-14T22:00:00Z', firstOn: '2026-09-15', lastOn: '2026-10-14' }),
];

/** A month of hours with days, nights, weekends and a gap. */
function aSeries(hours: number, gapAt = 200): Traffic['series'] {
  const wave = (hour: number, shift: number) =>
    1 + Math.sin(((hour + shift) / 24) * 2 * Math.PI) * 0.6 + Math.sin((hour / 168) * 2 * Math.PI) * 0.2 + Math.sin(hour * 1.7) * 0.08;
  const points = Array.from({ length: hours }, (_, hour) => (hour >= gapAt && hour < gapAt + 9 ? null : hour));
  const rates = (scale: number, shift: number) => points.map((hour) => (hour === null ? null : Math.round(scale * wave(hour, shift))));
  return {
    start: '2026-10-14T22:00:00Z',
    stepSeconds: 3600,
    in: rates(20_900_000, 3),
    out: rates(43_200_000, 0),
    peakIn: rates(33_000_000, 3),
    peakOut: rates(69_000_000, 0),
  };
}

/** A billing period in which more was used than is included. */
export const aTraffic = (part: Partial<Traffic> = {}): Traffic => ({
  period: aTrafficPeriod(),
  periods: trafficPeriods,
  timeZone: 'Europe/Berlin',
  in: '7000000000000',
  out: '14500000000000',
  sum: '21500000000000',
  averageBitsPerSecond: { in: 20_900_000, out: 43_200_000 },
  peakBitsPerSecond: { in: 912_000_000, out: 131_000_000 },
  percentile95: { in: 41_200_000, out: 75_300_000, billed: 75_300_000, direction: 'out', samples: 8819, dropped: 440 },
  measure: 'sum',
  measureLabel: 'In and out together',
  included: { amount: '20000000000000', unit: 'byte' },
  used: { amount: '21500000000000', unit: 'byte' },
  usedPercent: 107.5,
  forecast: null,
  forecastPercent: null,
  overage: { amount: '1500000000000', unit: 'byte', cost: { amount: '6.00', currency: 'EUR' } },
  overagePrice: { amount: '4.00', currency: 'EUR', per: { amount: '1000000000000', unit: 'byte' } },
  sampleSeconds: 300,
  asOf: '2026-11-21T09:55:00Z',
  completeness: { expected: 8940, present: 8819, percent: 98.6 },
  series: aSeries(745),
  ...part,
});

/** The current billing period, a week old. */
export const currentTraffic = (part: Partial<Traffic> = {}): Traffic =>
  aTraffic({
    period: trafficPeriods[0]!,
    in: '1600000000000',
    out: '3200000000000',
    sum: '4800000000000',
    used: { amount: '4800000000000', unit: 'byte' },
    usedPercent: 24,
    forecast: { amount: '22100000000000', unit: 'byte' },
    forecastPercent: 110.5,
    overage: null,
    completeness: { expected: 1858, present: 1858, percent: 100 },
    series: { ...aSeries(155, 500), start: '2026-11-14T23:00:00Z' },
    ...part,
  });

/** A range of days that is no billing period. */
export const rangeTraffic = (from: string, to: string): Traffic =>
  aTraffic({
    period: { key: null, from: `${from}T00:00:00Z`, to: `${to}T23:00:00Z`, firstOn: from, lastOn: to, isCurrent: false },
    included: null,
    used: null,
    usedPercent: null,
    overage: null,
  });

/** Billed by the 95th percentile: a speed is included. */
export const burstTraffic = (): Traffic =>
  aTraffic({
    measure: 'percentile95',
    measureLabel: '95th percentile',
    included: { amount: '100000000', unit: 'bit/s' },
    used: { amount: '75300000', unit: 'bit/s' },
    usedPercent: 75.3,
    overage: null,
    overagePrice: { amount: '3.50', currency: 'EUR', per: { amount: '1000000', unit: 'bit/s' } },
  });

/** Nothing measured, in this period or ever. */
export const noTraffic = (asOf: string | null = null): Traffic =>
  aTraffic({
    in: '0',
    out: '0',
    sum: '0',
    averageBitsPerSecond: null,
    peakBitsPerSecond: null,
    percentile95: null,
    used: { amount: '0', unit: 'byte' },
    usedPercent: 0,
    overage: null,
    asOf,
    completeness: { expected: 8940, present: 0, percent: 0 },
    series: { start: '2026-10-14T22:00:00Z', stepSeconds: 3600, in: [], out: [] },
  });

/** Answers the period that is asked for; `fixed`: this, whatever is asked. */
export const getTraffic = (fixed?: Traffic) =>
  http.get('/contracts/{contractId}/traffic', ({ request, query, response }) => {
    if (request.headers.get('Accept') === 'text/csv') return response.untyped(csv('Start,In,Out\r\n2026-10-14T22:00:00Z,1,2\r\n'));
    const [period, from, to] = [query.get('period'), query.get('from'), query.get('to')];
    if (fixed) return response(200).json(fixed);
    if (from && to) return response(200).json(rangeTraffic(from, to));
    if (period === 'previous' || period === '2026-10') return response(200).json(aTraffic());
    if (period === '2026-09') return response(200).json(aTraffic({ period: trafficPeriods[2]! }));
    return response(200).json(currentTraffic());
  });

export const getTrafficFails = (status = 500) =>
  http.get('/contracts/{contractId}/traffic', () => problem(status, 'Traffic cannot be read') as never);

export const anIpTraffic = (part: Partial<IpTraffic> = {}): IpTraffic => ({
  id: '198.51.100.18',
  kind: 'address',
  address: '198.51.100.18',
  family: 4,
  label: 'Web server',
  device: 'web1',
  in: '1000000000000',
  out: '6500000000000',
  sum: '7500000000000',
  sharePercent: 34.9,
  peakBitsPerSecond: { in: 22_000_000, out: 61_000_000 },
  ...part,
});

export const unattributed = (part: Partial<IpTraffic> = {}): IpTraffic =>
  anIpTraffic({
    id: 'unattributed',
    kind: 'unattributed',
    address: null,
    family: null,
    label: null,
    device: null,
    in: '30000000000',
    out: '70000000000',
    sum: '100000000000',
    sharePercent: 0.5,
    peakBitsPerSecond: null,
    ...part,
  });

/** Both families, with and without names, and what belongs to none; together 21.5 TB. */
export const someIpTraffic: IpTraffic[] = [
  anIpTraffic(),
  anIpTraffic({
    id: '2001:db8:42::10',
    address: '2001:db8:42::10',
    family: 6,
    label: null,
    device: 'db1',
    in: '4000000000000',
    out: '5400000000000',
    sum: '9400000000000',
    sharePercent: 43.7,
  }),
  anIpTraffic({
    id: '198.51.100.19',
    address: '198.51.100.19',
    label: 'Backup',
    device: null,
    in: '1970000000000',
    out: '2530000000000',
    sum: '4500000000000',
    sharePercent: 20.9,
  }),
  unattributed(),
];

const subnets: IpTraffic[] = [
  anIpTraffic({
    id: '2001:db8:42::_64',
    kind: 'subnet',
    address: '2001:db8:42::/64',
    family: 6,
    label: null,
    device: null,
    addressCount: 17,
  }),
  unattributed(),
];

const whole = { in: '7000000000000', out: '14500000000000', sum: '21500000000000' };
const add = (rows: IpTraffic[], key: 'in' | 'out' | 'sum') => String(rows.reduce((sum, each) => sum + BigInt(each[key]), 0n));

interface IpOptions {
  /** Instead of counting `all`: a list so long that only its pages exist. */
  total?: number;
}

/** Filters by text, family and least volume, and cuts pages as the server does. */
export const listIpTraffic = (all: IpTraffic[] = someIpTraffic, { total }: IpOptions = {}) =>
  http.get('/contracts/{contractId}/traffic/ips', ({ request, query, response }) => {
    if (request.headers.get('Accept') === 'text/csv') return response.untyped(csv('Address,In,Out\r\n198.51.100.18,1,2\r\n'));
    const rows = query.get('groupBy') === 'subnet' ? subnets : all;
    const text = query.get('q') ?? '';
    const family = query.get('family');
    const found = rows.filter(
      (each) =>
        JSON.stringify([each.address, each.label, each.device]).includes(text) &&
        (!family || String(each.family) === family) &&
        (!(text || family) || each.kind !== 'unattributed') &&
        (!query.get('minBytes') || BigInt(each.sum) >= BigInt(query.get('minBytes')!)),
    );
    const count = total ?? found.length;
    const from = Number(query.get('cursor') ?? 0);
    const limit = Number(query.get('limit') ?? 50);
    const items = total
      ? Array.from({ length: Math.min(limit, total - from) }, (_, index) =>
          anIpTraffic({ id: `198.51.${from + index}`, address: `2001:db8::${from + index}` }),
        )
      : found.slice(from, from + limit);
    const [first, last] = [query.get('from'), query.get('to')];
    return response(200).json({
      items,
      page: {
        nextCursor: from + limit < count ? String(from + limit) : null,
        prevCursor: from > 0 ? String(Math.max(0, from - limit)) : null,
        total: count,
      },
      summary: { count, in: add(found, 'in'), out: add(found, 'out'), sum: add(found, 'sum'), sharePercent: 100 },
      total: whole,
      period:
        first && last ? rangeTraffic(first, last).period : query.get('period') === 'previous' ? trafficPeriods[1]! : trafficPeriods[0]!,
      periods: trafficPeriods,
      timeZone: 'Europe/Berlin',
      asOf: '2026-11-21T09:55:00Z',
    });
  });

export const listIpTrafficFails = (status = 500) =>
  http.get('/contracts/{contractId}/traffic/ips', () => problem(status, 'Traffic cannot be read') as never);

const hour = 3_600_000;

/** Three days, the second with 25 hours and the third not measured; or the hours of a day. */
export const getIpTraffic = (source: IpTraffic = anIpTraffic()) =>
  http.get('/contracts/{contractId}/traffic/ips/{address}', ({ request, query, response }) => {
    if (request.headers.get('Accept') === 'text/csv') return response.untyped(csv('Day,In,Out\r\n2026-10-24,1,2\r\n'));
    const step = query.get('step') === 'hour' ? 'hour' : 'day';
    const day = (on: string, start: string, end: string, sum: string | null): Step => ({
      on,
      start,
      end,
      in: sum && '33000000000',
      out: sum,
      sum,
    });
    const items =
      step === 'day'
        ? [
            day('2026-10-24', '2026-10-23T22:00:00Z', '2026-10-24T22:00:00Z', '180000000000'),
            day('2026-10-25', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', '248000000000'),
            day('2026-10-26', '2026-10-25T23:00:00Z', '2026-10-26T23:00:00Z', null),
          ]
        : Array.from({ length: 25 }, (_, index) => {
            const start = Date.parse('2026-10-24T22:00:00Z') + index * hour;
            return day(
              '2026-10-25',
              new Date(start).toISOString(),
              new Date(start + hour).toISOString(),
              String((index + 1) * 1_000_000_000),
            );
          });
    return response(200).json({
      source,
      period: aTrafficPeriod(),
      timeZone: 'Europe/Berlin',
      step,
      items,
      total: { in: '66000000000', out: '428000000000', sum: '428000000000' },
    });
  });
