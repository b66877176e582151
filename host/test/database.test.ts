import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { packageFolder, readConfiguration } from '../src/configuration.js';
import { demo } from '../demo/index.js';
import { openDatabase } from '../src/database/database.js';
import { lockFolder, type FolderInUse } from '../src/database/lock.js';
import { migrate } from '../src/migrate.js';
import { start } from '../src/start.js';
import { embeddedOnly, startDatabase } from './support/host.js';

const folders: string[] = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'portal-'));
  folders.push(folder);
  return folder;
}

test('values arrive alike from either database', async () => {
  const database = await startDatabase();
  const { rows } = await sql`
    select 12.50::numeric as amount, date '2026-03-29' as day, timestamptz '2026-03-29 01:30:00.123+00' as moment,
      count(*) as count, '{"a":[1]}'::jsonb as json, null::date as nothing`.execute(database);
  assert.deepEqual(rows, [
    { amount: '12.50', day: '2026-03-29', moment: new Date('2026-03-29T01:30:00.123Z'), count: 1, json: { a: [1] }, nothing: null },
  ]);
});

test('a failed transaction leaves nothing, and queries at the same time wait for it', async () => {
  const database = await startDatabase();
  const client = (id: string) => ({ id, number: id, name: id, currency: 'EUR', time_zone: 'UTC' });
  const failing = database.transaction().execute(async (transaction) => {
    await transaction.insertInto('clients').values(client('lost')).execute();
    throw new Error('changed my mind');
  });
  const others = Array.from({ length: 20 }, (_, index) =>
    database
      .insertInto('clients')
      .values(client(`kept${index}`))
      .execute(),
  );
  await assert.rejects(failing, /changed my mind/);
  await Promise.all(others);
  const kept = await database.selectFrom('clients').select('id').execute();
  assert.equal(kept.length, 20);
});

test('migrating again, and at the same time, changes nothing', async () => {
  const database = await startDatabase();
  await Promise.all([migrate(database), migrate(database)]);
});

test('everything that was acknowledged survives a process that is killed, and its lock is taken over', { skip: embeddedOnly }, async () => {
  const folder = await newFolder();
  const script = fileURLToPath(new URL('support/writer.ts', import.meta.url));
  const writer = spawn(process.execPath, ['--import', 'tsx', script, folder], { cwd: packageFolder, stdio: ['ignore', 'pipe', 'inherit'] });
  const acknowledged: string[] = [];
  for await (const line of createInterface({ input: writer.stdout })) {
    acknowledged.push(line);
    if (acknowledged.length === 1)
      await assert.rejects(openDatabase({ dataFolder: folder }), (error: FolderInUse) => error.pid === writer.pid);
    if (acknowledged.length === 100) writer.kill('SIGKILL');
  }
  const { database, close } = await openDatabase({ dataFolder: folder });
  const stored = new Set((await database.selectFrom('clients').select('id').execute()).map(({ id }) => id));
  await close();
  assert.ok(acknowledged.length >= 100);
  assert.deepEqual(
    acknowledged.filter((id) => !stored.has(id)),
    [],
  );
});

test('a lock is taken over only from a process that is gone', { skip: embeddedOnly }, async () => {
  const folder = await newFolder();
  const file = join(folder, 'lock');
  const unlock = await lockFolder(folder);
  const held = await readFile(file, 'utf8');
  await assert.rejects(
    lockFolder(folder),
    (error: FolderInUse) => error.message.includes(`process ${process.pid}`) && error.message.includes('PORTAL_DATA'),
  );
  await unlock();
  const { pid } = spawn(process.execPath, ['-e', '']);
  const leftovers = ['', '{"pid":', JSON.stringify({ ...JSON.parse(held), pid: 2 ** 22 + 1 })];
  if (process.platform === 'linux') leftovers.push(JSON.stringify({ ...JSON.parse(held), pid, started: '1' }));
  for (const leftover of leftovers) {
    await writeFile(file, leftover);
    const release = await lockFolder(folder);
    assert.equal((JSON.parse(await readFile(file, 'utf8')) as { pid: number }).pid, process.pid);
    await release();
  }
});

test('of several that find a stale lock one gets the folder', { skip: embeddedOnly }, async () => {
  const folder = await newFolder();
  await writeFile(join(folder, 'lock'), '{}');
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)));
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1);
});

test('a taken port is found out before any data is made', { skip: embeddedOnly }, async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const configuration = readConfiguration({ PORT: String(port), PORTAL_DATA: await newFolder() });
  await assert.rejects(start({ configuration, demo, onStep: () => assert.fail('made data') }), {
    message: new RegExp(`^Port ${port} is taken`),
  });
  taken.close();
});
