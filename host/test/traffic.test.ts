import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { components } from 'portal-elements/contract';
import { sql } from 'kysely';
import { insertRows } from '../src/database/insert-rows.js';
import { Calendar } from '../src/traffic/calendar.js';
import { billTraffic, type Measured } from '../src/traffic/plan.js';
import { startHost } from './support/host.js';

type Traffic = components['schemas']['Traffic'];
type IpTrafficPage = components['schemas']['IpTrafficPage'];
type IpTrafficSteps = components['schemas']['IpTrafficSteps'];

const minutes = 60_000;
const sample = 5 * minutes;
/** Bytes of five minutes at so many bits per second. */
const bytesAt = (bitsPerSecond: number) => (bitsPerSecond * 300) / 8;

const host = await startHost();
const { database } = host;
const send = await host.signIn('owner@acme.example');

/** Counters of a contract of its own, with an address for each name; the contract's own counter is called `port`. */
async function contract(addresses: Record<string, string> = {}): Promise<{ id: string; counter: Record<string, number> }> {
  const id = `con_test_${++contracts}`;
  const row = { id, client_id: 'cli_acme', number: id, name: id, kind: 'serverhousing', status: 'active', starts_on: '2020-01-01', search_text: '' }; // prettier-ignore
  await database.insertInto('contracts').values(row).execute();
  const counter: Record<string, number> = {};
  for (const [name, address] of [['port', null], ...Object.entries(addresses)] as const) {
    const { id: number } = await database
      .insertInto('traffic_counters')
      .values({ contract_id: id, address })
      .returning('id')
      .executeTakeFirstOrThrow();
    counter[name] = number;
  }
  return { id, counter };
}
let contracts = 0;

type Sample = [at: string | number, bytesIn: number, bytesOut: number];

async function store(counter: number, samples: readonly Sample[]): Promise<void> {
  const rows = samples.map(([at, in_bytes, out_bytes]) => ({ at: new Date(at), in_bytes, out_bytes, counter_id: counter }));
  await insertRows(database, 'traffic_samples', rows);
}

/** A sample every five minutes from one instant to before another. */
const every = (from: string, to: string, bytes: (index: number) => [number, number] | undefined): Sample[] => {
  const samples: Sample[] = [];
  for (let at = Date.parse(from), index = 0; at < Date.parse(to); at += sample, index++) {
    const found = bytes(index);
    if (found) samples.push([at, ...found]);
  }
  return samples;
};

async function get<Body>(path: string, status = 200): Promise<Body> {
  const response = await send('GET', path);
  const body = await response.text();
  assert.equal(response.status, status, body);
  return JSON.parse(body) as Body;
}

const csv = async (path: string) =>
  (await (await send('GET', path, { headers: { accept: 'text/csv' } })).text()).split('\r\n').slice(0, -1);
const total = (id: string, query: string) => get<Traffic>(`/contracts/${id}/traffic?${query}`);
const byAddress = (id: string, query: string) => get<IpTrafficPage>(`/contracts/${id}/traffic/ips?${query}`);
const steps = (id: string, address: string, query: string) =>
  get<IpTrafficSteps>(`/contracts/${id}/traffic/ips/${encodeURIComponent(address)}?${query}`);

describe('the 95th percentile', () => {
  /** Rates in an order that is none, worked out by hand: the rank is ceil(0.95 n). */
  const cases: { name: string; into: number[]; out: number[]; expected: [into: number, out: number, dropped: number] }[] = [
    { name: 'of 20 samples is the 19th', into: range(20), out: [...range(19).map(() => 5), 900], expected: [19, 5, 1] },
    { name: 'of 19 samples is the highest', into: range(19), out: range(19).map(() => 1), expected: [19, 1, 0] },
    { name: 'of 21 samples is the 20th', into: range(21).map(() => 3), out: range(21), expected: [3, 20, 1] },
    { name: 'of 40 samples is the 38th', into: range(40), out: [7, 8, 9, ...range(37).map(() => 2)], expected: [38, 7, 2] },
    { name: 'of one sample is that', into: [4], out: [0], expected: [4, 0, 0] },
  ];
  for (const { name, into, out, expected } of cases)
    test(name, async () => {
      const { id, counter } = await contract();
      const shuffled = into
        .map((rate, index) => [rate, out[index]!] as const)
        .sort(([left], [right]) => ((left * 7) % 11) - ((right * 7) % 11));
      await store(counter['port']!, shuffled.map(([rate, other], index) => [Date.parse('2025-05-05T10:00:00Z') + index * sample, bytesAt(rate * 80), bytesAt(other * 80)])); // prettier-ignore
      const { percentile95, sum } = await total(id, 'from=2025-05-05&to=2025-05-05');
      const { in: found, out: other, billed, direction, samples, dropped } = percentile95!;
      const [wantedIn, wantedOut, wantedDropped] = expected;
      assert.deepEqual([found, other, dropped, samples], [wantedIn * 80, wantedOut * 80, wantedDropped, into.length]);
      assert.deepEqual([billed, direction], [Math.max(wantedIn, wantedOut) * 80, wantedIn > wantedOut ? 'in' : 'out']);
      assert.equal(sum, String([...into, ...out].reduce((all, rate) => all + bytesAt(rate * 80), 0)));
    });
  const days = [
    { name: 'of a day of 25 hours is the 285th of 300 samples', day: '2025-10-26', samples: 300, rank: 285 },
    { name: 'of a day of 23 hours is the 263rd of 276 samples', day: '2025-03-30', samples: 276, rank: 263 },
  ];
  for (const { name, day, samples, rank } of days)
    test(name, async () => {
      const { id, counter } = await contract();
      const around = every(`${day}T00:00:00+03:00`, `${day}T23:59:00-01:00`, (index) => [bytesAt(index * 8), 0]);
      await store(counter['port']!, around);
      const answer = await total(id, `from=${day}&to=${day}`);
      assert.deepEqual(answer.completeness, { expected: samples, present: samples, percent: 100 });
      const first = (Date.parse(answer.period.from) - Number(around[0]![0])) / sample;
      assert.equal(answer.percentile95!.in, (first + rank - 1) * 8);
    });
});

describe('the total', () => {
  test('takes a missing sample for unknown, not for zero', async () => {
    const { id, counter } = await contract();
    await store(counter['port']!, every('2025-05-01T22:00:00Z', '2025-05-02T22:00:00Z', (index) => (index >= 12 && index < 84 ? undefined : [bytesAt(800), bytesAt(1600)]))); // prettier-ignore
    const traffic = await total(id, 'from=2025-05-02&to=2025-05-02&step=3600');
    assert.deepEqual(traffic.averageBitsPerSecond, { in: 800, out: 1600 });
    assert.deepEqual(traffic.peakBitsPerSecond, { in: 800, out: 1600 });
    assert.deepEqual(traffic.completeness, { expected: 288, present: 216, percent: 75 });
    assert.deepEqual(traffic.series.in, [800, ...range(6).map(() => null), ...range(17).map(() => 800)]);
    assert.deepEqual([traffic.series.start, traffic.series.stepSeconds], ['2025-05-01T22:00:00Z', 3600]);
    assert.deepEqual([traffic.period.key, traffic.included, traffic.used], [null, null, null]);
  });

  test('without any sample knows no rates', async () => {
    const { id } = await contract();
    const traffic = await total(id, 'period=2025-05');
    assert.deepEqual([traffic.sum, traffic.averageBitsPerSecond, traffic.percentile95, traffic.asOf], ['0', null, null, null]);
    assert.equal(traffic.periods.length, 1);
    assert.ok(traffic.periods[0]!.isCurrent);
  });

  test('of a long range has few points, which are averages, with the highest sample of each', async () => {
    const { id, counter } = await contract();
    await store(
      counter['port']!,
      every('2025-01-01T00:00:00Z', '2025-04-01T00:00:00Z', (index) => [bytesAt(index % 36 === 7 ? 44_000 : 8000), 0]),
    );
    const { series, peakBitsPerSecond } = await total(id, 'from=2025-01-01T00:00:00Z&to=2025-04-01T00:00:00Z');
    assert.deepEqual([series.stepSeconds, series.in.length], [10_800, 720]);
    assert.deepEqual([...new Set(series.in)], [9000]);
    assert.deepEqual([...new Set(series.peakIn)], [44_000]);
    assert.equal(peakBitsPerSecond!.in, 44_000);
    const narrow = await total(id, 'from=2025-01-01T00:00:00Z&to=2025-04-01T00:00:00Z&step=86400');
    assert.equal(narrow.series.in.length, 90);
    const tooFine = await total(id, 'from=2025-01-01T00:00:00Z&to=2025-04-01T00:00:00Z&step=300');
    assert.equal(tooFine.series.in.length, 720);
    const day = await total(id, 'from=2025-02-01&to=2025-02-01');
    assert.deepEqual([day.series.stepSeconds, day.series.in.length, day.series.peakIn], [300, 288, undefined]);
  });

  test('as CSV has every sample there is', async () => {
    const { id, counter } = await contract();
    await store(counter['port']!, [['2025-05-04T21:55:00Z', 1, 2], ['2025-05-04T22:00:00Z', 37_500, 0], ['2025-05-05T21:55:00Z', 0, 75_000]]); // prettier-ignore
    assert.deepEqual(await csv(`/contracts/${id}/traffic?from=2025-05-05&to=2025-05-05`), [
      'Start,Bytes in,Bytes out,Bits per second in,Bits per second out',
      '2025-05-04T22:00:00Z,37500,0,1000,0',
      '2025-05-05T21:55:00Z,0,75000,0,2000',
    ]);
  });

  test('of a range given by instants is cut at five minutes', async () => {
    const { id, counter } = await contract();
    await store(
      counter['port']!,
      every('2025-05-05T10:00:00Z', '2025-05-05T11:00:00Z', () => [1, 0]),
    );
    const { in: into, period } = await total(id, 'from=2025-05-05T12:07:30%2B02:00&to=2025-05-05T10:21:00Z');
    assert.deepEqual([into, period.from, period.to], ['4', '2025-05-05T10:05:00Z', '2025-05-05T10:25:00Z']);
  });

  test('refuses ranges that are none', async () => {
    const { id } = await contract();
    for (const query of [
      'from=2025-05-05',
      'to=2025-05-05',
      'from=2025-05-06&to=2025-05-05',
      'from=2025-02-30&to=2025-03-05',
      'from=2025-01-01&to=2026-03-01',
      'from=2025-05-05T10:00&to=2025-05-06',
      'period=2025-13',
      'period=0001-01',
      'step=fast',
    ])
      await get(`/contracts/${id}/traffic?${query}`, 400);
  });
});

describe('billing periods', () => {
  const bounds = async (id: string, period: string) => {
    const { firstOn, lastOn, from, to } = (await total(id, `period=${period}`)).period;
    return [firstOn, lastOn, from, to];
  };
  const plan = (id: string, changes: object = {}) =>
    database
      .insertInto('traffic_plans')
      .values({
        contract_id: id,
        billing_day: 31,
        measure: 'sum',
        included: null,
        overage_price: null,
        overage_per: null,
        currency: null,
        ...changes,
      })
      .execute();

  test('begin at midnight of the client, in short months on the last day', async () => {
    const { id } = await contract();
    await plan(id);
    assert.deepEqual(await bounds(id, '2025-01'), ['2025-01-31', '2025-02-27', '2025-01-30T23:00:00Z', '2025-02-27T23:00:00Z']);
    assert.deepEqual(await bounds(id, '2024-02'), ['2024-02-29', '2024-03-30', '2024-02-28T23:00:00Z', '2024-03-30T23:00:00Z']);
    assert.deepEqual(await bounds(id, '2025-03'), ['2025-03-31', '2025-04-29', '2025-03-30T22:00:00Z', '2025-04-29T22:00:00Z']);
  });

  test('begin on the first without a plan, and are offered from the oldest sample on, newest first', async () => {
    const { id, counter } = await contract();
    const { periods: before } = await total(id, '');
    await store(counter['port']!, [[Date.parse(before[0]!.from) - 40 * 86_400_000, 1, 1]]);
    const { periods, period } = await total(id, 'period=previous');
    assert.ok(periods.length === 2 || periods.length === 3, String(periods.length));
    assert.deepEqual(periods[1], period);
    assert.deepEqual([period.isCurrent, period.firstOn.slice(-2), period.key], [false, '01', period.firstOn.slice(0, 7)]);
    assert.equal(period.to, periods[0]!.from);
  });

  test('foretell what the samples there are come to', async () => {
    const { id, counter } = await contract();
    const now = Math.floor(Date.now() / sample) * sample;
    const tenDaysAgo = new Calendar('Europe/Berlin').dayAt(new Date(now - 10 * 86_400_000));
    await plan(id, { billing_day: Number(tenDaysAgo.slice(-2)), included: '1000000' });
    await store(
      counter['port']!,
      range(287).map((index) => [now - index * sample, 1000, 500]),
    );
    assert.equal((await total(id, '')).forecast, null);
    await store(counter['port']!, [[now - 500 * sample, 1000, 500]]);
    const { used, usedPercent, forecast, forecastPercent, overage, period, asOf } = await total(id, 'period=current');
    const whole = (Date.parse(period.to) - Date.parse(period.from)) / sample;
    assert.deepEqual([used, usedPercent], [{ amount: '432000', unit: 'byte' }, 43.2]);
    assert.deepEqual(forecast, { amount: String(1500 * whole), unit: 'byte' });
    assert.equal(forecastPercent, Math.floor(1.5 * whole) / 10);
    assert.deepEqual([overage, asOf], [null, new Date(now).toISOString().replace('.000Z', 'Z')]);
  });

  test('price what is too much, for those who may see it', async () => {
    const { id, counter } = await contract();
    await plan(id, { billing_day: 1, measure: 'higher', included: '1000000000000', overage_price: '3.333', overage_per: '1000000000', currency: 'EUR' }); // prettier-ignore
    await store(counter['port']!, [['2025-05-05T10:00:00Z', 1_500_000_000, 1_002_500_000_000]]);
    const traffic = await total(id, 'period=2025-05');
    assert.deepEqual(traffic.overage, { amount: '2500000000', unit: 'byte', cost: { amount: '8.33', currency: 'EUR' } });
    assert.deepEqual(traffic.overagePrice, { amount: '3.333', currency: 'EUR', per: { amount: '1000000000', unit: 'byte' } });
    assert.deepEqual([traffic.measure, traffic.measureLabel, traffic.usedPercent], ['higher', 'The higher of in and out', 100.2]);
    const technician = await host.signIn('tech@acme.example');
    const hidden = (await (await technician('GET', `/contracts/${id}/traffic?period=2025-05`)).json()) as Traffic;
    assert.deepEqual(hidden.overage, { amount: '2500000000', unit: 'byte' });
    assert.ok(!('overagePrice' in hidden));
    const nobody = await host.signIn('nobody@acme.example');
    for (const path of ['', '/ips', '/ips/203.0.113.9']) assert.equal((await nobody('GET', `/contracts/${id}/traffic${path}`)).status, 403);
  });

  const measured: Measured = { in: 300n, out: 700n, percentile95: 450n, present: 288, whole: 576 };
  const used: [string, string, string | null][] = [
    ['sum', '1000', '2000'],
    ['in', '300', '600'],
    ['out', '700', '1400'],
    ['higher', '700', '1400'],
    ['percentile95', '450', null],
  ];
  for (const [measure, amount, forecast] of used)
    test(`count what the plan measures: ${measure}`, () => {
      const plan = { contract_id: '', billing_day: 1, measure, included: '400', overage_price: '1', overage_per: '100', currency: 'CZK' };
      const billed = billTraffic(plan, measured, false);
      const unit = measure === 'percentile95' ? 'bit/s' : 'byte';
      assert.deepEqual(billed.used, { amount, unit });
      assert.equal(billed.forecast?.amount ?? null, forecast);
      const over = Number(amount) - 400;
      assert.equal(billed.overage?.amount, over > 0 ? String(over) : undefined);
      assert.deepEqual(billed.overage?.cost, over > 0 ? { amount: (over / 100).toFixed(2), currency: 'CZK' } : undefined);
    });
});

describe('traffic by address', async () => {
  const addresses = { b: '203.0.113.9', a: '203.0.113.10', c: '198.51.100.7', d: '2001:db8:0:1::a', e: '2001:db8:0:1:ffff::b', f: '2001:db8:0:2::1' }; // prettier-ignore
  const { id, counter } = await contract(addresses);
  const from = '2025-10-23T10:20:00Z';
  const all: Record<string, Sample[]> = {};
  const names = Object.keys(addresses);
  for (const [number, name] of names.entries())
    all[name] = every(from, '2025-10-28T13:35:00Z', (index) =>
      (index * (number + 3)) % 11 === 0 ? undefined : [(index * 37 + number * 1000) % 5000, (index * 91) % (1000 * (number + 1))],
    );
  all['port'] = every(from, '2025-10-28T13:35:00Z', () => [20_000, 20_000]);
  for (const [name, samples] of Object.entries(all)) await store(counter[name]!, samples);
  const entry = (prefix: string, label: string, device: string | null) => ({ contract_id: id, prefix, label, device, search_text: `${label}\n${device ?? ''}`.toLowerCase() }); // prettier-ignore
  await database
    .insertInto('traffic_addresses')
    .values([
      entry('203.0.113.0/28', 'Rack', null),
      entry('203.0.113.9', 'Mail', 'mx1'),
      entry('2001:db8::/48', 'Six', null),
      entry('192.0.2.0/24', 'Spare', null),
    ])
    .execute();

  const between = (name: string, start: string, end: string) => {
    const chosen = all[name]!.filter(([at]) => Number(at) >= Date.parse(start) && Number(at) < Date.parse(end));
    const [into, out] = [chosen.reduce((sum, [, bytes]) => sum + bytes, 0), chosen.reduce((sum, [, , bytes]) => sum + bytes, 0)];
    return { in: String(into), out: String(out), sum: String(into + out) };
  };
  const volume = ({ in: into, out, sum }: { in: string; out: string; sum: string }) => ({ in: into, out, sum });
  const labels = (page: IpTrafficPage) => page.items.map(({ address, kind }) => address ?? kind);

  const ranges: [string, string][] = [
    ['2025-10-23T10:20:00Z', '2025-10-28T13:35:00Z'],
    ['2025-10-24T00:00:00Z', '2025-10-26T00:00:00Z'],
    ['2025-10-25T09:55:00Z', '2025-10-25T11:05:00Z'],
    ['2025-10-25T23:40:00Z', '2025-10-27T01:15:00Z'],
    ['2025-10-25T09:05:00Z', '2025-10-25T09:20:00Z'],
  ];
  for (const [start, end] of ranges)
    test(`from ${start} to ${end} is what the samples come to, and all rows come to the contract's total`, async () => {
      const page = await byAddress(id, `from=${start}&to=${end}`);
      for (const name of names) {
        const item = page.items.find(({ address }) => address === addresses[name as keyof typeof addresses]);
        assert.deepEqual(item ? volume(item) : { in: '0', out: '0', sum: '0' }, between(name, start, end), name);
      }
      assert.deepEqual(page.total, between('port', start, end));
      const sum = (key: 'in' | 'out' | 'sum') => String(page.items.reduce((all, item) => all + BigInt(item[key]), 0n));
      assert.deepEqual({ in: sum('in'), out: sum('out'), sum: sum('sum') }, page.total);
      assert.deepEqual({ ...volume(page.summary), share: page.summary.sharePercent }, { ...page.total, share: 100 });
      const whole = await total(id, `from=${start}&to=${end}`);
      assert.deepEqual(volume(whole), page.total);
    });

  const whole = 'from=2025-10-23&to=2025-10-28';
  test('is sorted by addresses as numbers, in pages of any size', async () => {
    const order = ['198.51.100.7', '203.0.113.9', '203.0.113.10', '2001:db8:0:1::a', '2001:db8:0:1:ffff::b', '2001:db8:0:2::1'];
    assert.deepEqual(labels(await byAddress(id, `${whole}&sort=address`)), [...order, 'unattributed']);
    assert.deepEqual(labels(await byAddress(id, `${whole}&sort=-address`)), [...order.toReversed(), 'unattributed']);
    for (const sort of ['in', '-out', '-sum', 'share', 'address']) {
      const once = labels(await byAddress(id, `${whole}&sort=${sort}`));
      const walked: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: IpTrafficPage = await byAddress(id, `${whole}&sort=${sort}&limit=2${cursor && `&cursor=${cursor}`}`);
        walked.push(...labels(page));
        cursor = page.page.nextCursor;
      }
      assert.deepEqual(walked, once, sort);
    }
  });

  test('has names of the narrowest entry, and is found by them', async () => {
    const { items } = await byAddress(id, whole);
    const named = Object.fromEntries(items.map(({ id, label, device }) => [id, [label, device]]));
    assert.deepEqual(named, {
      '203.0.113.9': ['Mail', 'mx1'], '203.0.113.10': ['Rack', null], '198.51.100.7': [null, null], '2001:db8:0:1::a': ['Six', null],
      '2001:db8:0:1:ffff::b': ['Six', null], '2001:db8:0:2::1': ['Six', null], unattributed: [null, null],
    }); // prettier-ignore
    for (const [query, count] of [
      ['q=MX1', 1],
      ['q=203.0.113', 2],
      ['q=rack', 1],
      ['q=2001:DB8:0:1:0:0:0:A', 1],
      ['q=nobody', 0],
      ['family=4', 3],
      ['family=6', 3],
      ['minBytes=1000000000', 0],
    ] as const)
      assert.equal((await byAddress(id, `${whole}&${query}`)).summary.count, count, query);
  });

  test('keeps only what has the bytes wanted, with its part of the whole', async () => {
    const { items } = await byAddress(id, whole);
    const most = items[1]!;
    const page = await byAddress(id, `${whole}&minBytes=${most.sum}`);
    assert.deepEqual(labels(page), labels({ ...page, items: items.slice(0, 2) }));
    assert.equal(page.summary.sharePercent, Math.floor((Number(page.summary.sum) / Number(page.total.sum)) * 10_000) / 100);
  });

  test('is added up by subnet: IPv6 by /64, IPv4 by those of the contract', async () => {
    const { items } = await byAddress(id, `${whole}&groupBy=subnet&sort=address`);
    assert.deepEqual(
      items.map(({ id, kind, addressCount }) => [id, kind, addressCount]),
      [['198.51.100.7', 'address', undefined], ['203.0.113.0_28', 'subnet', 2], ['2001:db8:0:1::_64', 'subnet', 2], ['2001:db8:0:2::_64', 'subnet', 1], ['unattributed', 'unattributed', undefined]], // prettier-ignore
    );
    assert.equal(items[1]!.sum, String(Number(between('a', from, '2026').sum) + Number(between('b', from, '2026').sum)));
    const inside = await byAddress(id, `${whole}&groupBy=subnet&q=203.0.113.10`);
    assert.deepEqual(labels(inside), ['203.0.113.0/28']);
  });

  test('as CSV has every row of the filter', async () => {
    const lines = await csv(`/contracts/${id}/traffic/ips?${whole}&limit=1&sort=address&q=mail`);
    const { in: into, out, sum } = between('b', from, '2026');
    assert.equal(lines.length, 2);
    assert.ok(lines[1]!.startsWith(`203.0.113.9,Mail,mx1,${into},${out},${sum},`), lines.join('\n'));
  });

  test('of one address or subnet is told by day, 25 hours long when clocks are set back', async () => {
    const { items, total, source } = await steps(id, '2001:db8:0:1::_64', whole);
    assert.deepEqual([source.kind, source.address, source.label], ['subnet', '2001:db8:0:1::/64', 'Six']);
    assert.deepEqual(
      items.map(({ on }) => on),
      ['2025-10-23', '2025-10-24', '2025-10-25', '2025-10-26', '2025-10-27', '2025-10-28'],
    );
    const sunday = items[3]!;
    assert.deepEqual([sunday.start, sunday.end], ['2025-10-25T22:00:00Z', '2025-10-26T23:00:00Z']);
    const expected = Number(between('d', sunday.start, sunday.end).sum) + Number(between('e', sunday.start, sunday.end).sum);
    assert.equal(sunday.sum, String(expected));
    assert.equal(total.sum, String(items.reduce((sum, item) => sum + BigInt(item.sum!), 0n)));
  });

  test('of one address is told by hour, of which that day has 25', async () => {
    const { items } = await steps(id, '203.0.113.9', 'from=2025-10-26&to=2025-10-26&step=hour');
    assert.equal(items.length, 25);
    for (const { start, end, sum } of items) assert.equal(sum, between('b', start, end).sum);
    const short = await steps(id, '203.0.113.9', 'from=2025-03-30&to=2025-03-30&step=hour');
    assert.deepEqual([short.items.length, short.items[0]!.sum], [23, null]);
    const lines = await csv(`/contracts/${id}/traffic/ips/203.0.113.9?from=2025-10-26&to=2025-10-26&step=hour`);
    assert.equal(lines.length, 26);
  });

  test('of no address is what the contract has beyond', async () => {
    const { items } = await steps(id, 'unattributed', 'from=2025-10-25&to=2025-10-25');
    const [start, end] = [items[0]!.start, items[0]!.end];
    const known = names.reduce((sum, name) => sum + Number(between(name, start, end).sum), 0);
    assert.equal(items[0]!.sum, String(Number(between('port', start, end).sum) - known));
  });

  test('is not there for addresses of others, nor of another client', async () => {
    for (const address of ['203.0.113.11', '203.0.113.9_33', '203.0.113', 'fe80::1%25eth0', 'x', '2001:db8:0:3::_64'])
      await get(`/contracts/${id}/traffic/ips/${address}`, 404);
    await get(`/contracts/${id}/traffic/ips/203.0.113.9?from=2025-01-01&to=2025-03-01&step=hour`, 400);
    assert.equal((await steps(id, '192.0.2.0/24', whole)).total.sum, '0');
    const stranger = await host.signIn('owner@globex.example');
    for (const path of ['', '/ips', '/ips/203.0.113.9'])
      assert.equal((await stranger('GET', `/contracts/${id}/traffic${path}`)).status, 404);
  });

  test('keeps its sums when samples change or go', async () => {
    const counters = Object.values(counter);
    await database.updateTable('traffic_samples').set({ in_bytes: sql`in_bytes * 2` }).where('counter_id', 'in', counters).where('at', '<', new Date('2025-10-24T05:00:00Z')).execute(); // prettier-ignore
    await database.deleteFrom('traffic_samples').where('counter_id', 'in', counters).where('at', '>=', new Date('2025-10-27T10:00:00Z')).execute(); // prettier-ignore
    for (const table of ['traffic_hours', 'traffic_days'] as const) {
      const { rows } = await sql<{ counter_id: number; sums: string[] }>`
        select counter_id, array[sum(in_bytes)::text, sum(out_bytes)::text, max(in_peak)::text, max(out_peak)::text, sum(samples)::text] as sums
        from ${sql.table(table)} where counter_id = any(${counters}::integer[]) group by 1 order by 1`.execute(database);
      const expected = await sql`
        select counter_id, array[sum(in_bytes)::text, sum(out_bytes)::text, max(in_bytes)::text, max(out_bytes)::text, count(*)::text] as sums
        from traffic_samples where counter_id = any(${counters}::integer[]) group by 1 order by 1`.execute(database);
      assert.deepEqual(rows, expected.rows, table);
    }
    const last = await steps(id, '203.0.113.9', 'from=2025-10-28&to=2025-10-28');
    assert.equal(last.items[0]!.sum, null);
  });
});

describe('days and hours', () => {
  const lengths = (zone: string, from: string, to: string, unit: 'days' | 'hours') => {
    const calendar = new Calendar(zone);
    const starts = calendar[unit](calendar.startOf(from)!, calendar.startOf(to)!);
    return starts.slice(1).map((start, index) => (start.getTime() - starts[index]!.getTime()) / minutes);
  };

  test('are as long as the clocks of a zone make them', () => {
    assert.deepEqual(lengths('Europe/Berlin', '2025-03-29', '2025-04-01', 'days'), [1440, 1380, 1440]);
    assert.deepEqual(lengths('Europe/Berlin', '2025-10-25', '2025-10-28', 'days'), [1440, 1500, 1440]);
    assert.deepEqual(lengths('Australia/Lord_Howe', '2025-10-05', '2025-10-06', 'days'), [1410]);
    assert.equal(lengths('Asia/Kathmandu', '2025-05-05', '2025-05-06', 'hours').length, 24);
    assert.deepEqual(lengths('America/Santiago', '2025-09-06', '2025-09-08', 'days'), [1440, 1380]);
  });

  test('are right where hours begin at half past', async () => {
    await database.updateTable('clients').set({ time_zone: 'Asia/Kolkata' }).where('id', '=', 'cli_globex').execute();
    const { id, counter } = await contract({ a: '203.0.113.9' });
    await store(
      counter['a']!,
      every('2025-05-05T00:00:00Z', '2025-05-08T00:00:00Z', () => [1, 1]),
    );
    await database.updateTable('contracts').set({ client_id: 'cli_globex' }).where('id', '=', id).execute();
    const guest = await host.signIn('owner@globex.example');
    const response = await guest('GET', `/contracts/${id}/traffic/ips/203.0.113.9?from=2025-05-05&to=2025-05-07`);
    const { items } = (await response.json()) as IpTrafficSteps;
    assert.deepEqual(items.map(({ start, sum }) => [start, sum]), [['2025-05-04T18:30:00Z', '444'], ['2025-05-05T18:30:00Z', '576'], ['2025-05-06T18:30:00Z', '576']]); // prettier-ignore
  });
});

/** The numbers from 1 to so many. */
function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
