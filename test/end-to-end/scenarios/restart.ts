import { strict as assert } from 'node:assert';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { World } from '../portal.test.js';
import { inPhase, signedIn } from '../support/person.js';

const project = fileURLToPath(new URL('../../..', import.meta.url));

/** `npm start` as a process of its own, once it says that it is ready. */
async function npmStart(portal: World['portal']): Promise<ChildProcess> {
  const env = { ...process.env, PORTAL_DATA: portal.dataFolder, PORT: String(portal.port), LOG_LEVEL: 'silent' };
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.mjs'], {
    cwd: project,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (data: Buffer) => (said += data.toString()).includes('Ready') && resolve());
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}: ${said}`)));
  });
  return child;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const ended = once(child, 'exit') as Promise<[number | null]>;
  child.kill(signal);
  return (await ended)[0];
}

export function restart(world: World): void {
  describe('The host dies and comes back under an open page', () => {
    it('rows stay with their age while it is away, and all that was done is there after kill -9', async () => {
      const { browser, portal } = world;
      await portal.close();
      const first = await npmStart(portal);
      const owner = await signedIn(browser, portal.url, 'owner@acme.example');
      await owner.open('/dns');
      await inPhase(owner.page, 'portal-dns-zones', 'ready');
      const created = await owner.request('POST', '/dns-zones', { data: { name: 'survives.example' } });
      assert.equal(created.status, 201, created.text);
      await end(first, 'SIGKILL');

      const list = owner.page.locator('portal-dns-zones');
      await list.getByRole('button', { name: 'Next page' }).click();
      await list.getByText('We could not reach the server.').waitFor();
      assert.ok((await list.getByRole('row').count()) > 10, 'the rows are still there');

      const second = await npmStart(portal);
      await list.getByRole('button', { name: 'Try again' }).click();
      await list.getByText('We could not reach the server.').waitFor({ state: 'detached' });
      const { text } = await owner.request('GET', '/dns-zones?q=survives');
      assert.ok(text.includes('survives.example.'), 'what was created before the kill is there');
      await owner.leave();
      assert.equal(await end(second, 'SIGINT'), 0);
    });
  });
}
