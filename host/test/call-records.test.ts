import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { components } from 'portal-elements/contract';
import { importFile } from '../src/import/index.js';
import type { ImportFile, ImportResult } from '../src/import/types.js';
import { startHost } from './support/host.js';

type CallDetail = components['schemas']['CallDetail'];
type CallPage = components['schemas']['CallPage'];

const host = await startHost();
const owner = await host.signIn('owner@acme.example');
let contracts = 0;

/** A contract that has no calls yet. */
async function newContract(): Promise<string> {
  const id = `con_records_${++contracts}`;
  const { facts: _, ...contract } = await host.database.selectFrom('contracts').selectAll().where('id', '=', 'con_acme_voip').executeTakeFirstOrThrow(); // prettier-ignore
  await host.database
    .insertInto('contracts')
    .values({ ...contract, id, number: id })
    .execute();
  return id;
}

const read = (contractId: string, content: string, more: Partial<ImportFile> = {}): Promise<ImportResult> =>
  importFile(host.database, { kind: 'calls', clientId: 'cli_acme', contractId, filename: 'file', content: Buffer.from(content), ...more });

async function get<Answer>(path: string): Promise<Answer> {
  const response = await owner('GET', path);
  assert.equal(response.status, 200, path);
  return (await response.json()) as Answer;
}

/** The calls of a contract with their legs, oldest first. */
async function callsOf(contractId: string, query = ''): Promise<CallDetail[]> {
  const page = await get<CallPage>(`/contracts/${contractId}/calls?sort=startedAt${query}`);
  assert.equal(page.summary.count, page.items.length);
  const calls = await Promise.all(page.items.map(({ id }) => get<CallDetail>(`/contracts/${contractId}/calls/${id}`)));
  calls.forEach(({ legs, legCount }) => assert.equal(legCount, Math.max(1, legs.length)));
  return calls;
}

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** A record as FreeSWITCH writes it; the cells can be changed by their position. */
function freeswitch(changes: Record<number, string> = {}): string {
  const cells = ['Front desk', '301', '00420601123456', 'default', '2026-07-01 12:00:00', '2026-07-01 12:00:05', '2026-07-01 12:01:00', '60', '55', 'NORMAL_CLEARING', uuid(1), '', '', 'PCMA', 'PCMA']; // prettier-ignore
  for (const [index, cell] of Object.entries(changes)) cells[Number(index)] = cell;
  return `${cells.map((cell) => `"${cell}"`).join(',')}\n`;
}

/** A record as Asterisk writes it: extensions of one call, told apart by their sequence. */
function asterisk(call: string, sequence: number, changes: Record<number, string> = {}): string {
  const cells = ['', '+420601123456', '493023125', 'from-trunk', '"" <+420601123456>', 'PJSIP/trunk-1', 'PJSIP/301-2', 'Dial', 'x', '2026-07-01 12:00:00', '2026-07-01 12:00:05', '2026-07-01 12:01:00', '60', '55', 'ANSWERED', '3', call, '', '', call, String(sequence)]; // prettier-ignore
  for (const [index, cell] of Object.entries(changes)) cells[Number(index)] = cell;
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`;
}

const unanswered = { 10: '', 11: '2026-07-01 12:00:05', 12: '5', 13: '0', 14: 'NO ANSWER' };

describe('records of FreeSWITCH', () => {
  test('are recognised and tell who called whom, when, and what became of it', async () => {
    const contract = await newContract();
    const records = [
      freeswitch(),
      freeswitch({ 0: '+420601123456', 1: '+420601123456', 2: '301', 3: 'public', 4: '2026-07-01 12:10:00', 5: '', 8: '0', 9: 'NO_ANSWER', 10: uuid(2) }), // prettier-ignore
      freeswitch({ 1: 'anonymous', 0: 'Anonymous', 2: '302', 3: 'public', 4: '2026-07-01 12:20:00', 10: uuid(3) }),
    ];
    const first = { imported: 3, unchanged: 0, skipped: [] };
    assert.deepEqual(await read(contract, records.join('')), first);
    assert.deepEqual(await read(contract, records.join('')), { ...first, imported: 0, unchanged: 3 });
    const [out, missed, hidden] = await callsOf(contract);
    const { from, to, dialled, direction, startedAt, answeredAt, endedAt, ringSeconds, durationSeconds, billableSeconds, result, rating } =
      out!;
    assert.deepEqual({ from, to, dialled, direction }, { from: { number: '301', name: 'Front desk', extension: '301' }, to: { number: '+420601123456', name: null, extension: null }, dialled: '00420601123456', direction: 'out' }); // prettier-ignore
    assert.deepEqual([startedAt, answeredAt, endedAt], ['2026-07-01T10:00:00Z', '2026-07-01T10:00:05Z', '2026-07-01T10:01:00Z']);
    assert.deepEqual([ringSeconds, durationSeconds, billableSeconds, result, rating], [5, 60, 55, 'answered', 'pending']);
    assert.deepEqual(
      [missed!.direction, missed!.from.name, missed!.to.extension, missed!.result, missed!.answeredAt],
      ['in', null, '301', 'no-answer', null],
    );
    assert.deepEqual([hidden!.from.number, hidden!.from.name], [null, null]);
  });

  test('name the result by their hangup cause, unless somebody answered', async () => {
    const causes = { NO_ANSWER: 'no-answer', NO_USER_RESPONSE: 'no-answer', NORMAL_CLEARING: 'no-answer', USER_BUSY: 'busy', ORIGINATOR_CANCEL: 'cancelled', LOSE_RACE: 'cancelled', NORMAL_CIRCUIT_CONGESTION: 'congestion', UNALLOCATED_NUMBER: 'failed', CALL_REJECTED: 'failed', SOMETHING_NEW: 'failed' }; // prettier-ignore
    const contract = await newContract();
    const records = Object.keys(causes).map((cause, index) =>
      freeswitch({ 4: `2026-07-01 12:00:${10 + index}`, 5: '', 8: '0', 9: cause, 10: uuid(index) }),
    );
    await read(contract, records.join('') + freeswitch({ 4: '2026-07-01 12:01:00', 9: 'BLIND_TRANSFER', 10: uuid(99) }));
    assert.deepEqual(
      (await callsOf(contract)).map(({ result }) => result),
      [...Object.values(causes), 'answered'],
    );
  });

  test('are read in a zone of choice, also with the address of the server before them or more columns after them', async () => {
    const contract = await newContract();
    const before = `"192.0.2.1",${freeswitch({ 10: uuid(5), 4: '2026-07-01 12:30:00' })}`;
    const after = freeswitch({ 10: uuid(6), 4: '2026-07-01 12:40:00' }).replace('\n', ',"Agent/1.0","/var/records/6.wav"\n');
    assert.equal((await read(contract, freeswitch() + before + after, { timeZone: 'Asia/Tokyo' })).imported, 3);
    assert.deepEqual(
      (await callsOf(contract)).map(({ startedAt }) => startedAt),
      ['2026-07-01T03:00:00Z', '2026-07-01T03:30:00Z', '2026-07-01T03:40:00Z'],
    );
  });

  test('may have columns of a template of one’s own, and ids that do not tell the format', async () => {
    const own = await newContract();
    const line = 'x,2026-07-01 12:00:00,60,USER_BUSY,301,302\n';
    await read(own, line, { columns: '-,start_stamp,duration,hangup_cause,caller_id_number,destination_number' });
    assert.deepEqual(
      (await callsOf(own)).map(({ result, to }) => [result, to.number]),
      [['busy', '302']],
    );
    await assert.rejects(read(own, line, { columns: 'start_stamp,duration,hangup_cause' }), /needed as well: caller_id_number/);
    const odd = freeswitch({ 10: 'call-7' });
    await assert.rejects(read(own, odd), /no call records/);
    assert.equal((await read(own, odd, { format: 'freeswitch' })).imported, 1);
    await assert.rejects(read(own, odd, { format: 'cisco' }), /no format cisco; freeswitch and asterisk are known/);
  });

  test('that cannot be read are skipped with their line and reason', async () => {
    const contract = await newContract();
    const wrong: Record<number, string>[] = [{ 4: 'noon' }, { 7: '-1' }, { 9: '' }, { 5: 'later' }];
    const bad = wrong.map((changes) => freeswitch({ 10: uuid(8), ...changes }));
    const { imported, skipped } = await read(contract, `${freeswitch()}${bad.join('')}"too","short"\n`);
    assert.equal(imported, 1);
    assert.deepEqual(
      skipped.map(({ line, reason }) => `${line} ${reason}`),
      [
        '2 The start is not a time: noon',
        '3 The duration is not a number of seconds: -1',
        '4 There is no hangup cause.',
        '5 The answer is not a time: later',
        '6 The number of columns is 2; call records have 15 or more.',
      ],
    );
  });
});

describe('legs', () => {
  const a = freeswitch({ 10: uuid(1), 11: uuid(2) });
  const b = freeswitch({ 10: uuid(2), 2: 'sip-trunk', 4: '2026-07-01 12:00:01', 7: '59' });

  test('of FreeSWITCH are one call, whichever is read first and whether or not the second names the first', async () => {
    const named = freeswitch({ 10: uuid(2), 11: uuid(1), 2: 'sip-trunk', 4: '2026-07-01 12:00:01', 7: '59' });
    for (const files of [[a + b], [b + a], [a, b], [b, a], [a, named], [named, a]]) {
      const contract = await newContract();
      for (const file of files) await read(contract, file);
      for (const file of files) assert.equal((await read(contract, file)).imported, 0);
      const [call, ...others] = await callsOf(contract);
      assert.equal(others.length, 0);
      assert.deepEqual([call!.to.number, call!.durationSeconds, call!.billableSeconds, call!.billedSeconds], ['+420601123456', 60, 55, 55]);
      assert.deepEqual(
        call!.legs.map(({ to }) => to.number),
        ['+420601123456', 'sip-trunk'],
      );
    }
  });

  test('that turn out to belong together make one call of what looked like two', async () => {
    const contract = await newContract();
    const second = freeswitch({ 10: uuid(3), 4: '2026-07-01 12:01:00', 5: '2026-07-01 12:01:02', 6: '2026-07-01 12:02:00', 8: '58' });
    await read(contract, freeswitch({ 10: uuid(2), 11: uuid(5) }) + second);
    assert.equal((await callsOf(contract)).length, 2);
    await read(contract, freeswitch({ 10: uuid(5), 11: uuid(3) }));
    const [call, ...others] = await callsOf(contract);
    assert.equal(others.length, 0);
    assert.deepEqual([call!.durationSeconds, call!.legs.length], [120, 3]);
  });

  test('of Asterisk are one call, from the first start to the last end, answered as soon as one of them is', async () => {
    const records = [
      asterisk('1782900000.1', 1, unanswered),
      asterisk('1782900000.1', 2, { 6: 'PJSIP/302-3', ...unanswered, 14: 'BUSY' }),
      asterisk('1782900000.1', 3, { 6: 'PJSIP/303-4', 9: '2026-07-01 12:00:05', 10: '2026-07-01 12:00:15', 11: '2026-07-01 12:02:00', 12: '115', 13: '105' }), // prettier-ignore
    ];
    for (const files of [[records.join('')], records, records.toReversed()]) {
      const contract = await newContract();
      for (const file of files) await read(contract, file);
      const [call, ...others] = await callsOf(contract);
      assert.equal(others.length, 0);
      const { startedAt, answeredAt, endedAt, ringSeconds, durationSeconds, billableSeconds, result, to } = call!;
      assert.deepEqual([startedAt, answeredAt, endedAt], ['2026-07-01T10:00:00Z', '2026-07-01T10:00:15Z', '2026-07-01T10:02:00Z']);
      assert.deepEqual([ringSeconds, durationSeconds, billableSeconds, result, to.extension], [15, 120, 105, 'answered', '303']);
      assert.deepEqual(call!.legs.map((leg) => [leg.to.extension, leg.result]), [['301', 'no-answer'], ['302', 'busy'], ['303', 'answered']]); // prettier-ignore
    }
  });

  test('leave a call unanswered when nobody answered, and are found by the text search', async () => {
    const contract = await newContract();
    await read(contract, asterisk('1.1', 1, unanswered) + asterisk('1.1', 2, { ...unanswered, 6: 'PJSIP/4711-3' }) + asterisk('1.2', 3));
    const [call] = await callsOf(contract, '&q=4711');
    assert.deepEqual([call!.result, call!.answeredAt, call!.billableSeconds, call!.legs.length], ['no-answer', null, 0, 2]);
  });

  test('count once in totals, by day and in the CSV', async () => {
    const contract = await newContract();
    await read(contract, asterisk('1.1', 1));
    await read(contract, asterisk('1.1', 2, { 9: '2026-07-01 12:00:10', 11: '2026-07-01 12:05:00' }) + asterisk('1.2', 3));
    for (const query of ['', '?minDuration=1', '?q=601']) {
      const { summary } = await get<CallPage>(`/contracts/${contract}/calls${query}`);
      assert.deepEqual([summary.count, summary.answered, summary.billedSeconds], [2, 2, 295 + 55], query);
    }
    const csv = await owner('GET', `/contracts/${contract}/calls`, { headers: { accept: 'text/csv' } });
    assert.equal((await csv.text()).trimEnd().split('\r\n').length, 3);
  });

  test('that come after a call was rated leave its cost and its billed time as they are', async () => {
    const contract = await newContract();
    await read(contract, asterisk('1.1', 1));
    await host.database.updateTable('calls').set({ rating: 'rated', cost: '0.5', currency: 'EUR', billed_seconds: 60 }).where('contract_id', '=', contract).execute(); // prettier-ignore
    await read(contract, asterisk('1.1', 2, { 11: '2026-07-01 12:05:00' }));
    const [call] = await callsOf(contract);
    assert.deepEqual([call!.legs.length, call!.durationSeconds, call!.billedSeconds, call!.cost!.amount], [2, 300, 60, '0.50']);
  });

  test('of another contract with the same ids stay apart', async () => {
    const [first, second] = [await newContract(), await newContract()];
    await read(first, asterisk('1.1', 1));
    assert.equal((await read(second, asterisk('1.1', 1) + asterisk('1.1', 2))).imported, 2);
    assert.equal((await callsOf(first))[0]!.legs.length, 0);
    assert.equal((await callsOf(second))[0]!.legs.length, 2);
  });
});
