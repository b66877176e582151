import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { insertRows } from '../src/database/insert-rows.js';
import { readRange } from '../src/calls/recording.js';
import { callSearchText } from '../src/calls/search.js';
import { mostCalls, periodOf } from '../src/calls/statement.js';
import type { CallTable } from '../src/calls/tables.js';
import { startHost, type Send } from './support/host.js';

const host = await startHost();
const { database } = host;
const owner = await host.signIn('owner@acme.example');
const contract = 'con_acme_voip2';
const path = `/contracts/${contract}/calls`;
const period = 'from=2026-02-28T23:00:00Z&to=2026-03-31T22:00:00Z';

const aCall = (id: string, changes: Partial<CallTable> = {}): CallTable => {
  const call = {
    id, client_id: 'cli_acme', contract_id: contract, direction: 'out', from_number: '301', from_name: 'Anna', from_extension: '301',
    to_number: '+420601123456', to_name: null, to_extension: null, dialled: '00420601123456', started_at: new Date('2026-03-05T10:00:00Z'),
    answered_at: new Date('2026-03-05T10:00:05Z'), ended_at: new Date('2026-03-05T10:01:05Z'), ring_seconds: 5, duration_seconds: 65,
    billable_seconds: 60, billed_seconds: 60, result: 'answered', destination: 'Czechia mobile', cost: '0.079', currency: 'EUR', rating: 'rated',
    final: true, sequence: 0, ...changes,
  }; // prettier-ignore
  return { ...call, search: callSearchText([call]) };
};
await insertRows(database, 'calls', [
  aCall('call_recorded'),
  aCall('call_plain', {
    started_at: new Date('2026-03-06T10:00:00Z'),
    destination: 'Germany fixed',
    cost: null,
    currency: null,
    rating: 'pending',
  }),
  aCall('call_elsewhere', { contract_id: 'con_acme_voip' }),
  aCall('call_globex', { client_id: 'cli_globex', contract_id: 'con_globex_voip' }),
]);
const content = Buffer.from(Array.from({ length: 600_000 }, (_, index) => index % 251));
for (const call_id of ['call_recorded', 'call_elsewhere', 'call_globex'])
  await database.insertInto('call_recordings').values({ call_id, media_type: 'audio/wav', content }).execute();

const tech = await host.signIn('tech@acme.example');
const billing = await host.signIn('billing@acme.example');
const globex = await host.signIn('owner@globex.example');

describe('the recording of a call', () => {
  const recording = (range?: string, send: Send = owner) =>
    send('GET', `${path}/call_recorded/recording`, range === undefined ? {} : { headers: { range } });

  test('is sent whole, named by when the call began', async () => {
    const response = await recording();
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'audio/wav');
    assert.equal(response.headers.get('accept-ranges'), 'bytes');
    assert.match(response.headers.get('content-disposition')!, /^attachment; filename="call-2026-03-05T10-00-00\.wav"/);
    assert.deepEqual(Buffer.from(await response.arrayBuffer()), content);
  });

  test('is sent in part where a range is asked for', async () => {
    const parts: [string, number, number][] = [['bytes=0-0', 0, 1], ['bytes=100-', 100, 600_000], ['bytes=-7', 599_993, 600_000], ['bytes=262000-530000', 262_000, 530_001], ['bytes=599999-700000', 599_999, 600_000]]; // prettier-ignore
    for (const [range, from, to] of parts) {
      const response = await recording(range);
      assert.equal(response.status, 206, range);
      assert.equal(response.headers.get('content-range'), `bytes ${from}-${to - 1}/600000`);
      assert.equal(response.headers.get('content-length'), String(to - from));
      assert.deepEqual(Buffer.from(await response.arrayBuffer()), content.subarray(from, to), range);
    }
    const beyond = await recording('bytes=600000-');
    assert.deepEqual([beyond.status, beyond.headers.get('content-range')], [416, 'bytes */600000']);
    for (const range of ['bytes=5-2', 'bytes=0-1,5-6', 'lines=1-2', 'bytes=-', 'bytes=x-'])
      assert.equal((await recording(range)).status, 200, range);
    const conditional = await owner('GET', `${path}/call_recorded/recording`, { headers: { range: 'bytes=0-1', 'if-range': '"x"' } });
    assert.equal(conditional.status, 200);
  });

  test('has no range where it has no bytes', () => {
    assert.deepEqual([readRange('bytes=0-', 0), readRange('bytes=-1', 0), readRange('bytes=-0', 9)], ['beyond', 'beyond', 'beyond']);
  });

  test('is announced by the list and the call, to those who get it', async () => {
    const read = async (send: Send, suffix: string) => (await (await send('GET', `${path}${suffix}`)).json()) as Record<string, unknown>;
    const listed = (await read(owner, '?sort=startedAt'))['items'] as { recording?: unknown }[];
    assert.deepEqual(
      listed.map(({ recording: each }) => each),
      [{ available: true }, { available: false }],
    );
    assert.deepEqual((await read(owner, '/call_recorded'))['recording'], { available: true });
    const kept = (await read(tech, '?sort=startedAt'))['items'] as object[];
    assert.ok(kept.length === 2 && kept.every((each) => !('recording' in each)));
    assert.ok(!('recording' in (await read(tech, '/call_recorded'))));
  });

  test('is refused to who does not get the field, and is not there where there is none', async () => {
    assert.equal((await recording(undefined, tech)).status, 403);
    assert.equal((await recording('bytes=0-1', tech)).status, 403);
    assert.equal((await owner('GET', `${path}/call_plain/recording`)).status, 404);
  });
});

describe('a call', () => {
  test('is there only under its own contract and for its own client', async () => {
    assert.equal((await owner('GET', `${path}/call_recorded`)).status, 200);
    for (const suffix of ['', '/recording']) {
      for (const id of ['call_elsewhere', 'call_globex', 'call_none', '%00'])
        assert.ok([404, 400].includes((await owner('GET', `${path}/${id}${suffix}`)).status), `${id}${suffix}`);
      assert.equal((await owner('GET', `/contracts/con_globex_voip/calls/call_globex${suffix}`)).status, 404);
      assert.equal((await globex('GET', `${path}/call_recorded${suffix}`)).status, 404);
    }
  });

  test('has no cost for who does not get it', async () => {
    const call = (await (await tech('GET', `${path}/call_recorded`)).json()) as object;
    assert.ok(!('cost' in call) && !('rating' in call));
  });
});

describe('who may not see calls', () => {
  test('gets neither list, CSV, call, recording nor statement', async () => {
    const requests: [string, string][] = [['', 'application/json'], ['', 'text/csv'], ['/call_recorded', 'application/json'], ['/call_recorded/recording', 'audio/wav'], [`/statement?${period}`, 'application/pdf']]; // prettier-ignore
    for (const [suffix, accept] of requests) {
      assert.equal((await billing('GET', `${path}${suffix}`, { headers: { accept } })).status, 403, suffix);
      assert.equal((await host.send('GET', `${path}${suffix}`, { headers: { accept } })).status, 401, suffix);
      assert.equal((await globex('GET', `${path}${suffix}`, { headers: { accept } })).status, 404, suffix);
    }
  });
});

describe('the statement', () => {
  const statement = async (query = period, send: Send = owner, id = contract) =>
    send('GET', `/contracts/${id}/calls/statement?${query}`, { headers: { accept: 'application/pdf' } });

  /** How many strings each page of a PDF draws: its text is in glyphs of embedded fonts, but a cell is a string. */
  function pages(pdf: Buffer): number[] {
    const found: number[] = [];
    for (let from = pdf.indexOf('stream\n'); from >= 0; from = pdf.indexOf('stream\n', from + 7)) {
      if (pdf.subarray(from - 3, from).toString() === 'end') continue;
      const end = pdf.indexOf('endstream', from);
      try {
        const drawn = inflateSync(pdf.subarray(from + 7, end)).toString('latin1');
        if (drawn.includes('BT')) found.push(drawn.split('BT\n').length - 1);
      } catch {
        // Not compressed, and so no page.
      }
    }
    return found;
  }

  test('is a PDF, named by contract and month', async () => {
    const response = await statement();
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'application/pdf');
    assert.match(response.headers.get('content-disposition')!, /filename="Calls V-2002 2026-03\.pdf"/);
    const bytes = Buffer.from(await response.arrayBuffer());
    assert.equal(bytes.subarray(0, 5).toString(), '%PDF-');
    assert.match(bytes.subarray(-8).toString(), /%%EOF/);
    assert.equal(pages(bytes).length, 1);
  });

  test('says less where costs are kept from the person', async () => {
    const [whole] = pages(Buffer.from(await (await statement()).arrayBuffer()));
    const [without] = pages(Buffer.from(await (await statement(period, tech)).arrayBuffer()));
    // The sum, the note on rating, two tables of sums with a title and two rows each, the table of calls with a title and two rows.
    assert.ok(whole! - without! >= 9, `${whole} and ${without}`);
  });

  test('may be of no call at all, and needs a period', async () => {
    assert.equal((await statement('from=2020-01-01T00:00:00Z&to=2020-02-01T00:00:00Z')).status, 200);
    for (const query of ['', 'from=2026-03-01T00:00:00Z', 'from=x&to=y', 'from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z'])
      assert.equal((await statement(query)).status, 400, query);
  });

  test('has every call on as many pages as it takes, and no more calls than it says', async () => {
    const many = (count: number, prefix: string) =>
      Array.from({ length: count }, (_, index) =>
        aCall(`call_${prefix}_${index}`, {
          contract_id: 'con_acme_voip',
          started_at: new Date(Date.UTC(2026, 4, 1) + index * 60_000),
          from_extension: String(100 + (index % 60)),
          from_name: 'مكتب',
        }),
      );
    await insertRows(database, 'calls', many(500, 'some'));
    const may = 'from=2026-05-01T00:00:00Z&to=2026-06-01T00:00:00Z';
    const drawn = pages(Buffer.from(await (await statement(may, owner, 'con_acme_voip')).arrayBuffer()));
    assert.ok(drawn.length > 5 && drawn.every((texts) => texts > 10), String(drawn));
    await insertRows(database, 'calls', many(mostCalls, 'more'));
    const tooMany = await statement(may, owner, 'con_acme_voip');
    assert.equal(tooMany.status, 422);
    const problem = (await tooMany.json()) as { type: string; detail: string };
    assert.match(problem.type, /statement-too-large$/);
    assert.match(problem.detail, new RegExp(`10500 calls; .* at most ${mostCalls}`));
  });

  test('calls a whole month by its name, in the calendar of the client', () => {
    const of = (from: string, to: string) => periodOf(new Date(from), new Date(to), 'Europe/Berlin');
    assert.deepEqual(of('2026-02-28T23:00:00Z', '2026-03-31T22:00:00Z'), { name: '2026-03', text: 'March 2026' });
    assert.equal(of('2026-02-28T23:00:00Z', '2026-03-15T23:00:00Z').text, '1 Mar 2026 – 15 Mar 2026');
    assert.deepEqual(of('2026-03-01T23:00:00Z', '2026-03-02T23:00:00Z'), { name: '2026-03-02', text: '2 Mar 2026' });
    assert.match(of('2026-03-01T00:00:00Z', '2026-04-01T00:00:00Z').text, /1 Mar 2026, 01:00 – 1 Apr 2026, 02:00/);
  });
});
