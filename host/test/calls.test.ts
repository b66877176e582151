import assert from 'node:assert/strict';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { describe, test } from 'node:test';
import Papa from 'papaparse';
import type { components } from 'portal-elements/contract';
import { insertRows } from '../src/database/insert-rows.js';
import type { CallTable } from '../src/calls/tables.js';
import { callSearchText } from '../src/calls/search.js';
import { Random } from '../demo/random.js';
import { compareAmounts, sumOf } from '../src/http/money.js';
import { cookieOf, startHost, type Send } from './support/host.js';

type Call = components['schemas']['Call'];
type CallPage = components['schemas']['CallPage'];

const host = await startHost();
const owner = await host.signIn('owner@acme.example');
const contract = 'con_acme_voip2';
const path = `/contracts/${contract}/calls`;

const directions = ['in', 'out', 'internal'];
const results = ['answered', 'answered', 'answered', 'no-answer', 'busy', 'failed', 'congestion', 'cancelled', 'voicemail'];

/** Calls over some days, many with the same time, duration or cost, so that only the id tells them apart. */
function someCalls(count: number): CallTable[] {
  const random = new Random(5);
  return Array.from({ length: count }, (_, index) => {
    const started = Date.UTC(2026, 2, 1) + random.between(0, 400) * 900_000;
    const result = random.pick(results);
    const duration = random.between(0, 20) * 15;
    const talk = result === 'answered' ? duration : 0;
    const isRated = random.chance(0.8);
    const call = {
      id: `c${random.between(100, 999)}_${index}`, client_id: 'cli_acme', contract_id: contract, direction: random.pick(directions),
      from_number: random.pick(['+4930231250', '+420601123456', null, '*97', 'sip:a@b.example', '301']), from_name: random.pick([null, 'Björn Müller', '=1+1']), from_extension: null,
      to_number: random.pick(['+33199000123', '112', '@home']), to_name: null, to_extension: null, dialled: random.pick(['0033199000123', '+evil', null]),
      started_at: new Date(started), answered_at: talk ? new Date(started) : null, ended_at: new Date(started + duration * 1000), ring_seconds: 0,
      duration_seconds: duration, billable_seconds: talk, billed_seconds: talk, result, destination: random.pick(['France fixed', null]),
      cost: isRated ? `${random.between(0, 9)}.${random.between(0, 3)}25000` : null, currency: isRated ? random.pick(['EUR', 'GBP']) : null, rating: isRated ? 'rated' : 'pending', final: false, sequence: 0,
    }; // prettier-ignore
    return { ...call, search: callSearchText([call]) };
  });
}

const rows = someCalls(700);
await insertRows(host.database, 'calls', rows);
const all = await walk();

async function page(query = '?', send = owner): Promise<CallPage> {
  const response = await send('GET', `${path}${query}`);
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as CallPage;
}

/** Every call of a filter forwards, and backwards, which must give the same. */
async function walk(query = '?', limit = 100): Promise<Call[]> {
  const forwards: Call[] = [];
  const backwards: Call[][] = [];
  let current = await page(`${query}&limit=${limit}`);
  for (;;) {
    forwards.push(...current.items);
    if (!current.page.nextCursor) break;
    current = await page(`${query}&limit=${limit}&cursor=${current.page.nextCursor}`);
  }
  for (;;) {
    backwards.unshift(current.items);
    if (!current.page.prevCursor) break;
    current = await page(`${query}&limit=${limit}&cursor=${current.page.prevCursor}`);
  }
  assert.deepEqual(backwards.flat().map(idOf), forwards.map(idOf));
  return forwards;
}

function idOf({ id }: { id: string }): string {
  return id;
}

function assertSummary({ summary }: CallPage, expected: CallTable[]): void {
  assert.equal(summary.count, expected.length);
  assert.equal(summary.answered, expected.filter(({ result }) => result === 'answered').length);
  assert.equal(
    summary.billedSeconds,
    expected.reduce((sum, call) => sum + call.billed_seconds, 0),
  );
  const currencies = [...new Set(expected.map(({ currency }) => currency).filter((currency) => currency !== null))].sort();
  assert.deepEqual(
    summary.cost!.map(({ currency }) => currency),
    currencies,
  );
  for (const { amount, currency } of summary.cost!) {
    const costs = expected.filter((call) => call.currency === currency).map(({ cost }) => cost!);
    assert.equal(compareAmounts(amount, sumOf(costs)), 0, `${currency}: ${amount}`);
  }
}

describe('the list of calls', () => {
  test('has every call once, newest first, and their sums', async () => {
    assert.deepEqual(all.map(idOf).sort(), rows.map(idOf).sort());
    const first = await page();
    assertSummary(first, rows);
    assert.equal(first.page.total, rows.length);
    assert.equal(first.oldestAvailableOn, '2026-03-01');
    for (let index = 1; index < all.length; index++) assert.ok(all[index - 1]!.startedAt >= all[index]!.startedAt);
  });

  const keys = {
    startedAt: ({ startedAt }: Call) => startedAt,
    duration: ({ durationSeconds }: Call) => String(durationSeconds).padStart(9, '0'),
    cost: ({ cost }: Call) => cost && cost.amount.padStart(20, '0'),
  };
  for (const [key, value] of Object.entries(keys))
    for (const direction of ['', '-'])
      test(`sorted by ${direction}${key} is complete and in order, missing values last`, async () => {
        const sorted = await walk(`?sort=${direction}${key}`, 83);
        assert.deepEqual(sorted.map(idOf).sort(), rows.map(idOf).sort());
        const values = sorted.map(value);
        const present = values.filter((one) => one !== null);
        assert.deepEqual(values.slice(0, present.length), direction ? present.toSorted().reverse() : present.toSorted());
      });

  const filters: [string, (call: CallTable) => boolean][] = [
    ['direction=in', ({ direction }) => direction === 'in'],
    ['result=congestion', ({ result }) => result === 'congestion'],
    ['direction=out&result=answered', ({ direction, result }) => direction === 'out' && result === 'answered'],
    ['minDuration=200', ({ duration_seconds }) => duration_seconds >= 200],
    ['minDuration=99999999999999', () => false],
    ['minCost=4.125', ({ cost }) => cost !== null && compareAmounts(cost, '4.125') >= 0],
    ['q=muller', ({ from_name }) => from_name === 'Björn Müller'],
    ['q=%2B420 601/123-456', ({ from_number }) => from_number === '+420601123456'],
    ['q=france', ({ destination }) => destination === 'France fixed'],
    ['q=nobody', () => false],
    [
      'q=muller&minDuration=150&direction=in',
      (call) => call.from_name === 'Björn Müller' && call.duration_seconds >= 150 && call.direction === 'in',
    ],
    ...[
      ['2026-03-02T00:00:00Z', '2026-03-04T00:00:00Z'],
      ['2026-03-01T23:00:00%2B01:00', '2026-03-03T00:30:00%2B02:00'],
      ['2026-03-02T10:00:00Z', '2026-03-02T14:00:00Z'],
      ['2026-03-02T10:00:00Z', '2026-03-03T04:00:00Z'],
      ['2026-03-04T00:00:00Z', '2026-03-03T00:00:00Z'],
      ['2026-03-02T11:15:00Z', '2099-01-01T00:00:00Z'],
    ].map(([from, to]): [string, (call: CallTable) => boolean] => [
      `from=${from}&to=${to}`,
      ({ started_at }) => started_at >= new Date(decodeURIComponent(from!)) && started_at < new Date(decodeURIComponent(to!)),
    ]),
    ['to=2026-03-03T07:30:00Z&direction=in', (call) => call.started_at < new Date('2026-03-03T07:30:00Z') && call.direction === 'in'],
  ];
  for (const [query, matches] of filters)
    test(`filtered by ${query} has what matches, with its sums`, async () => {
      const expected = rows.filter(matches);
      assert.deepEqual((await walk(`?${query}`)).map(idOf).sort(), expected.map(idOf).sort());
      assertSummary(await page(`?${query}&limit=1`), expected);
      assert.deepEqual((await walk(`?${query}&sort=cost`)).map(idOf).sort(), expected.map(idOf).sort());
    });

  test('keeps all sums right when calls change or go', async () => {
    const changed = rows.slice(0, 5).map(idOf);
    const assertSums = async (calls: CallTable[]) => {
      assertSummary(await page('?limit=1'), calls);
      for (const _ of ['asked', 'asked again']) {
        assertSummary(
          await page('?limit=1&minDuration=200'),
          calls.filter((call) => call.duration_seconds >= 200),
        );
        const found = calls.filter((call) => call.from_name === 'Björn Müller' && call.duration_seconds > 0);
        assertSummary(await page('?limit=1&q=muller&minDuration=1'), found);
      }
    };
    await assertSums(rows);
    await host.database.updateTable('calls').set({ cost: '1.5', currency: 'CHF', rating: 'rated' }).where('id', 'in', changed).execute();
    const updated = rows.map((row) => (changed.includes(row.id) ? { ...row, cost: '1.5', currency: 'CHF' } : row));
    await assertSums(updated);
    await host.database.deleteFrom('calls').where('id', 'in', changed).execute();
    await assertSums(rows.slice(5));
    await insertRows(host.database, 'calls', rows.slice(0, 5));
    await insertRows(host.database, 'calls', rows.slice(0, 5));
    await assertSums(rows);
  });

  test('refuses what is malformed, and cursors of another list', async () => {
    const { nextCursor } = (await page('?limit=3')).page;
    const bad = ['?from=yesterday', '?from=0000-01-01T00:00:00Z', '?minDuration=-1', '?minCost=x', '?sort=colour', '?direction=up', `?cursor=${nextCursor}&sort=cost`, `?cursor=${nextCursor}x!`, `?cursor=${nextCursor}&q=a`]; // prettier-ignore
    for (const query of bad) assert.equal((await owner('GET', `${path}${query}`)).status, 400, query);
    assert.equal((await owner('GET', `/contracts/con_acme_voip/calls?cursor=${nextCursor}`)).status, 400);
    assert.equal((await page('?q=%00')).summary.count, rows.length);
  });

  test('is not there for another client', async () => {
    const globex = await host.signIn('owner@globex.example');
    for (const accept of ['application/json', 'text/csv'])
      for (const id of [contract, 'con_none', '%00']) {
        const response = await globex('GET', `/contracts/${id}/calls`, { headers: { accept } });
        assert.ok(response.status === 404 || (id === '%00' && response.status === 400), id);
      }
    assert.equal((await owner('GET', '/contracts/con_globex_voip/calls')).status, 404);
    const billing = await host.signIn('billing@acme.example');
    assert.equal((await billing('GET', path)).status, 403);
  });
});

describe('CSV of calls', () => {
  const csv = async (query: string, send: Send = owner) => {
    const response = await send('GET', `${path}${query}`, { headers: { accept: 'text/csv' } });
    assert.equal(response.status, 200);
    return Papa.parse<Record<string, string>>(await response.text(), { header: true, skipEmptyLines: true }).data;
  };

  test('is the list, whole and in its order', async () => {
    for (const query of ['?', '?sort=cost&direction=in', '?sort=-duration&q=muller&limit=2']) {
      const listed = await walk(query.replace('&limit=2', ''));
      assert.deepEqual(
        (await csv(query)).map((row) => [row['Started'], row['Duration seconds'], row['Cost'], row['Currency'], row['Result']]),
        listed.map((call) => [call.startedAt, String(call.durationSeconds), call.cost ? `${call.cost.amount.split('.')[0]}.${call.cost.amount.split('.')[1]!.padEnd(6, '0')}` : '', call.cost?.currency ?? '', call.result]), // prettier-ignore
      );
    }
  });

  test('leaves telephone numbers as they are and defuses all else', async () => {
    const cells = (await csv('?')).map((row) => [row['From'], row['From name'], row['To'], row['Dialled']]);
    const has = (column: number) => new Set(cells.map((cell) => cell[column]));
    assert.deepEqual(has(0), new Set(['+4930231250', '+420601123456', '', '*97', 'sip:a@b.example', '301']));
    assert.deepEqual(has(1), new Set(['', 'Björn Müller', "'=1+1"]));
    assert.deepEqual(has(2), new Set(['+33199000123', '112', "'@home"]));
    assert.deepEqual(has(3), new Set(['0033199000123', "'+evil", '']));
  });

  test('ends when the client goes away, and holds up nobody while the client is slow', async () => {
    const many = someCalls(20_000).map((call) => ({ ...call, id: `call_${call.id}`, contract_id: 'con_acme_voip' }));
    await insertRows(host.database, 'calls', many);
    const session = cookieOf(await host.send('POST', '/session', { body: { email: 'owner@acme.example', password: 'portal-demo' } }));
    const headers = { cookie: session, accept: 'text/csv' };
    const request = get(`${host.url}/api/v1/contracts/con_acme_voip/calls`, { headers });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    try {
      await once(response, 'readable');
      response.read(1);
      assert.equal((await page('?limit=1')).summary.count, rows.length);
    } finally {
      response.on('error', () => {});
      request.destroy();
    }
    assert.equal((await owner('GET', '/contracts/con_acme_voip/calls?limit=1')).status, 200);
    await host.database.deleteFrom('calls').where('id', 'like', 'call%').execute();
  });
});

describe('without the field calls.cost', () => {
  test('no answer has a cost', async () => {
    const tech = await host.signIn('tech@acme.example');
    const { items, summary } = await page('?limit=200', tech);
    assert.ok(items.length > 0 && items.every((call) => !('cost' in call) && !('rating' in call)));
    assert.ok(!('cost' in summary));
    assert.equal(summary.count, rows.length);
    for (const query of ['?sort=cost', '?sort=-cost', '?minCost=0', '?minCost=1'])
      for (const accept of ['application/json', 'text/csv'])
        assert.equal((await tech('GET', `${path}${query}`, { headers: { accept } })).status, 403, query);
    const response = await tech('GET', path, { headers: { accept: 'text/csv' } });
    const header = (await response.text()).split('\r\n')[0]!;
    assert.doesNotMatch(header, /cost|currency|rating/i);
  });
});
