import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { sql } from 'kysely';
import { packageFolder } from '../src/configuration.js';
import { openDatabase } from '../src/database/database.js';
import { migrate } from '../src/migrate.js';
import { demoContracts } from '../demo/contracts.js';
import { demoPeople } from '../demo/people.js';
import { importFile } from '../src/import/index.js';
import type { ImportFile } from '../src/import/types.js';
import { embeddedOnly, startHost } from './support/host.js';

const { database, url } = await startHost({ importToken: 'secret-of-the-test' });

let contracts = 0;

/** A contract of its own with these addresses, and the function that imports into it. */
async function contract(...prefixes: string[]) {
  const id = `con_test_${++contracts}`;
  const row = { id, client_id: 'cli_acme', number: id, name: id, kind: 'serverhousing', status: 'active', starts_on: '2020-01-01', search_text: '' }; // prettier-ignore
  await database.insertInto('contracts').values(row).execute();
  const entries = prefixes.map((prefix) => ({ contract_id: id, prefix, label: null, device: null, search_text: '' }));
  if (entries.length > 0) await database.insertInto('traffic_addresses').values(entries).execute();
  return {
    run: (lines: readonly string[] | Buffer, more: Partial<ImportFile> = {}) => {
      const content = Buffer.isBuffer(lines) ? lines : Buffer.from(lines.join('\n'));
      return importFile(database, { kind: 'traffic', clientId: 'cli_acme', contractId: id, filename: 'traffic.csv', content, ...more });
    },
    /** `address at in out` of every sample. */
    id,
    async samples() {
      const { rows } = await sql<{ address: string | null; at: Date; in_bytes: number; out_bytes: number }>`
        select abbrev(address) as address, at, in_bytes, out_bytes from traffic_samples join traffic_counters on id = counter_id
        where contract_id = ${id} order by traffic_counters.address nulls first, at`.execute(database);
      return rows.map(({ address, at, in_bytes, out_bytes }) =>
        [address, at.toISOString().slice(0, 16), in_bytes, out_bytes].join(' ').trim(),
      );
    },
  };
}

describe('samples of traffic', () => {
  test('are read for the port and for addresses, and are known again', async () => {
    const { run, samples } = await contract('203.0.113.0/27', '2001:db8:b12::/48');
    const file = [
      'stamp,ip,in,out',
      '2025-05-05T10:00:00Z,,1000,2000',
      '2025-05-05T12:05:00+02:00,203.0.113.5,10,20',
      '2025-05-05 10:05Z,2001:0DB8:b12:0001::5,1,2',
      '"2025-05-05T10:10:00.000Z",::ffff:203.0.113.5,30,40',
    ];
    assert.deepEqual(await run(file), { imported: 4, unchanged: 0, skipped: [] });
    const stored = [' 2025-05-05T10:00 1000 2000', '203.0.113.5 2025-05-05T10:05 10 20', '203.0.113.5 2025-05-05T10:10 30 40', '2001:db8:b12:1::5 2025-05-05T10:05 1 2']; // prettier-ignore
    assert.deepEqual(
      await samples(),
      stored.map((line) => line.trim()),
    );
    assert.deepEqual(await run(file), { imported: 0, unchanged: 4, skipped: [] });
    assert.deepEqual(
      await samples(),
      stored.map((line) => line.trim()),
    );
  });

  test('may have their columns in any order, with others among them, and come with a byte order mark and CRLF', async () => {
    const { run, samples } = await contract('203.0.113.5');
    const file = Buffer.from('\ufeffOut,Port,IP,Stamp,In\r\n2,eth0,203.0.113.5,2025-05-05T10:00:00Z,1\r\n\r\n');
    assert.deepEqual(await run(file), { imported: 1, unchanged: 0, skipped: [] });
    assert.deepEqual(await samples(), ['203.0.113.5 2025-05-05T10:00 1 2']);
  });

  test('half a minute off the grid are moved to it', async () => {
    const { run, samples } = await contract();
    await run(['stamp,ip,in,out', '2025-05-05T10:00:29Z,,1,1', '2025-05-05T10:09:31Z,,2,2']);
    assert.deepEqual(await samples(), ['2025-05-05T10:00 1 1', '2025-05-05T10:10 2 2']);
  });

  test('may be of a subnet that the contract has as a whole', async () => {
    const { run, samples } = await contract('2001:db8:b12:1::/64');
    const { skipped } = await run([
      'stamp,ip,in,out',
      '2025-05-05T10:00:00Z,2001:DB8:B12:1:0::/64,5,6',
      '2025-05-05T10:00:00Z,2001:db8:b12::/48,5,6',
    ]);
    assert.deepEqual(await samples(), ['2001:db8:b12:1::/64 2025-05-05T10:00 5 6']);
    assert.equal(skipped.length, 1);
  });

  test('that cannot be read are skipped, each with its line and reason', async () => {
    const { run, samples } = await contract('203.0.113.0/27');
    const tomorrow = new Date(Math.ceil(Date.now() / 86_400_000) * 86_400_000).toISOString();
    const bad: [string, RegExp][] = [
      ['2025-05-05T10:01:00Z,,1,1', /not the beginning of five minutes: 2025-05-05T10:01:00Z/],
      ['2025-05-05T10:05:00,,1,1', /not a time with its offset/],
      ['2025-02-30T10:05:00Z,,1,1', /not a time/],
      ['2025-05-05T10:05:00Z,198.51.100.1,1,1', /no address of the contract: 198\.51\.100\.1/],
      ['2025-05-05T10:05:00Z,203.0.113.300,1,1', /no address of the contract/],
      ['2025-05-05T10:05:00Z,,-1,1', /not whole numbers: -1, 1/],
      ['2025-05-05T10:05:00Z,,1,1.5', /not whole numbers/],
      ['2025-05-05T10:05:00Z,,1', /Columns are missing/],
      ['2025-05-05T10:05:00Z,"203.0.113.5,1,1', /quotation mark/],
      ['2025-05-05T10:00:00Z,,3,1', /another value/],
      [`${tomorrow},,1,1`, /in the future/],
    ];
    const { imported, skipped } = await run(['stamp,ip,in,out', '2025-05-05T10:00:00Z,,1,1', ...bad.map(([line]) => line)]);
    assert.equal(imported, 1);
    assert.deepEqual(
      skipped.map(({ line }) => line),
      bad.map((_, index) => index + 3),
    );
    for (const [index, [line, reason]] of bad.entries()) assert.match(skipped[index]!.reason, reason, line);
    assert.deepEqual(await samples(), ['2025-05-05T10:00 1 1']);
  });

  test('with another value than the one that is there are skipped', async () => {
    const { run, samples } = await contract();
    await run(['stamp,ip,in,out', '2025-05-05T10:00:00Z,,1,1']);
    const again = await run(['stamp,ip,in,out', '2025-05-05T10:05:00Z,,2,2', '2025-05-05T10:00:00Z,,1,2', '2025-05-05T10:05:00Z,,2,2']);
    assert.deepEqual(again, { imported: 1, unchanged: 1, skipped: [{ line: 3, reason: 'There is another value for this sample.' }] });
    assert.deepEqual(await samples(), ['2025-05-05T10:00 1 1', '2025-05-05T10:05 2 2']);
  });

  test('in files of another kind change nothing', async () => {
    const { run, samples } = await contract('203.0.113.0/27');
    const foreign = ['stamp,ip,in,out', ...Array.from({ length: 30 }, () => '2025-05-05T10:00:00Z,192.0.2.1,1,1')];
    for (const [lines, reason] of [
      [[''], /no samples of traffic/],
      [['time,bytes', '1,2'], /no samples of traffic/],
      [foreign, /no samples of this contract: line 2: This is no address/],
    ] as const)
      await assert.rejects(run([...lines]), reason);
    await assert.rejects(run(Buffer.from([0x1f, 0x8b, 8, 0, 0])), /not a text file/);
    await assert.rejects(run(['stamp,ip,in,out'], { contractId: undefined }), /belongs to a contract/);
    await assert.rejects(run(['stamp,ip,in,out'], { clientId: 'cli_globex' }), /has no contract/);
    assert.deepEqual(await samples(), []);
  });

  test('of many batches are summed by hour and day', async () => {
    const { run } = await contract('203.0.113.0/27');
    const lines = Array.from(
      { length: 12_000 },
      (_, index) => `${new Date(Date.UTC(2025, 4, 5) + (index >> 2) * 300_000).toISOString()},203.0.113.${(index & 3) + 1},${index},1`,
    );
    assert.equal((await run(['stamp,ip,in,out', ...lines])).imported, 12_000);
    const { rows } = await sql`
      select (select sum(in_bytes) from traffic_hours where counter_id = any(c.ids))::text as hours,
        (select sum(in_bytes) from traffic_days where counter_id = any(c.ids))::text as days
      from (select array_agg(id) as ids from traffic_counters where contract_id = ${`con_test_${contracts}`}) as c`.execute(database);
    assert.deepEqual(rows, [{ hours: '71994000', days: '71994000' }]);
  });
});

describe('flows of pmacct', () => {
  const header = 'tag,class_id,ip_src,ip_dst,packets,bytes,flows,stamp_inserted,stamp_updated';
  const flow = (source: string, destination: string, bytes: number | string, stamp: string) =>
    `0,,${source},${destination},3,${bytes},1,${stamp},2025-05-05 10:10:01`;

  test('are in and out as the addresses of the contract are at their end or beginning, and are added up', async () => {
    const { run, samples } = await contract('203.0.113.0/27', '2001:db8:b12::/48');
    const file = [
      header,
      flow('192.0.2.1', '203.0.113.5', 100, '2025-05-05 12:05:00'),
      flow('203.0.113.5', '192.0.2.1', 7, '2025-05-05 12:05:00'),
      flow('192.0.2.9', '203.0.113.5', 11, '2025-05-05 12:05:00'),
      flow('2001:DB8:b12::1', '2a00::1', 5, '2025-05-05 12:05:00'),
      flow('203.0.113.5', '203.0.113.6', 1000, '2025-05-05 12:05:00'),
      flow('192.0.2.1', '198.51.100.1', 1000, '2025-05-05 12:05:00'),
    ];
    const stored = ['203.0.113.5 2025-05-05T10:05 111 7', '2001:db8:b12::1 2025-05-05T10:05 0 5'];
    assert.deepEqual(await run(file), { imported: 2, unchanged: 0, skipped: [] });
    assert.deepEqual(await samples(), stored);
    assert.deepEqual(await run(file), { imported: 0, unchanged: 2, skipped: [] });
    assert.deepEqual(await samples(), stored);
  });

  test('as the print plugin writes them have their stamps within the five minutes', async () => {
    const { run, samples } = await contract('203.0.113.0/27');
    const file = ['SRC_IP,DST_IP,TIMESTAMP_MIN,PACKETS,BYTES', '192.0.2.1,203.0.113.5,2025-05-05 10:04:59.123456,1,40', '192.0.2.1,203.0.113.5,1746439200,1,2']; // prettier-ignore
    assert.equal((await run(file, { timeZone: 'UTC' })).imported, 1);
    assert.deepEqual(await samples(), ['203.0.113.5 2025-05-05T10:00 42 0']);
  });

  test('of samples of packets are multiplied, by the rate given or the one of the file', async () => {
    const columns = 'ip_src,ip_dst,bytes,stamp_inserted,sampling_rate';
    const lines = [columns, '192.0.2.1,203.0.113.5,10,2025-05-05T10:00:00Z,1000', '203.0.113.5,192.0.2.1,10,2025-05-05T10:00:00Z,0'];
    const [own, given] = [await contract('203.0.113.5'), await contract('203.0.113.5')];
    await own.run(lines);
    assert.deepEqual(await own.samples(), ['203.0.113.5 2025-05-05T10:00 10000 10']);
    await given.run(lines, { sampling: 64 });
    assert.deepEqual(await given.samples(), ['203.0.113.5 2025-05-05T10:00 640 640']);
  });

  test('that cannot be read are skipped; without an address of the contract there is nothing to read', async () => {
    const { run } = await contract('203.0.113.0/27');
    const good = flow('192.0.2.1', '203.0.113.5', 1, '2025-05-05 10:00:00');
    const { skipped, imported } = await run([header, good, flow('203.0.113.5', '192.0.2.1', 'x', '2025-05-05 10:00:00'), flow('203.0.113.5', '192.0.2.1', 1, 'noon'), '0,,1']); // prettier-ignore
    assert.deepEqual([imported, skipped.map(({ line }) => line)], [1, [3, 4, 5]]);
    await assert.rejects(
      run([header, flow('192.0.2.1', '192.0.2.2', 1, '2025-05-05 10:00:00')]),
      /No line has an address of this contract/,
    );
  });
});

test('a running host takes flows with their rate of sampling', async () => {
  const { id, samples } = await contract('203.0.113.5');
  const query = new URLSearchParams({ kind: 'traffic', client: 'cli_acme', contract: id, sampling: '100', filename: 'flows.csv' });
  const response = await fetch(`${url}/internal/import?${query.toString()}`, {
    method: 'POST',
    headers: { authorization: 'Bearer secret-of-the-test', 'content-type': 'application/octet-stream' },
    body: 'ip_src,ip_dst,bytes,stamp_inserted\n203.0.113.5,192.0.2.1,7,2025-05-05T10:00:00Z\n',
  });
  const lines = (await response.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { result?: object });
  assert.deepEqual(lines.at(-1)!.result, { imported: 1, unchanged: 0, skipped: [] });
  assert.deepEqual(await samples(), ['203.0.113.5 2025-05-05T10:00 0 700']);
});

test(
  'the command imports into a folder that no host has open, names what it skipped, and ends with 1 then',
  { skip: embeddedOnly },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'portal-traffic-import-'));
    after(() => rmSync(folder, { recursive: true, force: true }));
    const data = join(folder, 'data');
    const opened = await openDatabase({ dataFolder: data });
    await migrate(opened.database);
    await demoPeople(opened.database);
    await demoContracts(opened.database);
    await opened.close();
    const file = join(folder, 'port.csv');
    writeFileSync(file, 'stamp,ip,in,out\n2025-05-05T10:00:00Z,,1,2\n2025-05-05T10:02:30Z,,1,2\n');
    const command = (...args: string[]) =>
      spawnSync(process.execPath, ['--import', 'tsx', join(packageFolder, 'bin/import.ts'), 'traffic', '--client', 'cli_acme', ...args], {
        cwd: packageFolder,
        env: { PATH: process.env['PATH'], PORTAL_DATA: data },
        encoding: 'utf8',
      });
    const first = command('--contract', 'con_acme_rack', file);
    assert.deepEqual([first.status, first.stdout.trim()], [1, `${file}: 1 imported, 0 unchanged, 1 skipped`], first.stderr);
    assert.match(first.stderr, /port\.csv:3: The stamp is not the beginning of five minutes/);
    writeFileSync(file, 'stamp,ip,in,out\n2025-05-05T10:00:00Z,,1,2\n');
    const again = command('--contract', 'con_acme_rack', '--sampling', '10', file);
    assert.deepEqual([again.status, again.stdout.trim()], [0, `${file}: 0 imported, 1 unchanged, 0 skipped`], again.stderr);
    assert.equal(command(file).status, 2);
  },
);
