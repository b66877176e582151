import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import Papa from 'papaparse';
import type { World } from '../portal.test.js';
import { inPhase, noComplaints, signedIn } from '../support/person.js';

interface CallPage {
  items: { id: string; startedAt: string; durationSeconds: number; cost: { amount: string } | null }[];
  page: { nextCursor: string | null };
  summary: { count: number };
}

export function calls(world: World): void {
  describe('Calls are filtered and exported', () => {
    it('the file holds exactly the calls of the filter', async () => {
      const { browser, portal } = world;
      const owner = await signedIn(browser, portal.url, 'owner@acme.example');
      const { page } = owner;
      await owner.open('/calls');
      await inPhase(page, 'portal-call-list', 'ready');
      const list = page.locator('portal-call-list');
      await list.getByLabel('Period').selectOption({ label: 'Previous month' });
      await list.getByRole('button', { name: 'Filters' }).click();
      await list.getByLabel('Direction').selectOption({ label: 'Outgoing' });
      await list.getByLabel('Result').selectOption({ label: 'Busy' });

      const asked = page.waitForRequest((request) => request.url().includes('/calls') && request.headers()['accept'] === 'text/csv');
      const download = page.waitForEvent('download');
      await list.getByRole('button', { name: 'Download CSV' }).click();
      const address = new URL((await asked).url());
      assert.equal(address.searchParams.get('direction'), 'out');
      assert.equal(address.searchParams.get('result'), 'busy');
      const content = await readFile(await (await download).path(), 'utf8');
      const { data: rows, errors } = Papa.parse<Record<string, string>>(content.replace(/^\uFEFF/, ''), {
        header: true,
        skipEmptyLines: true,
      });
      assert.deepEqual(errors, []);

      const items: CallPage['items'] = [];
      let count = 0;
      for (let cursor: string | null = ''; cursor !== null;) {
        address.searchParams.set('limit', '200');
        if (cursor) address.searchParams.set('cursor', cursor);
        const { status, text } = await owner.request('GET', address.pathname.replace('/api/v1', '') + address.search);
        assert.equal(status, 200, text);
        const part = JSON.parse(text) as CallPage;
        items.push(...part.items);
        count = part.summary.count;
        cursor = part.page.nextCursor;
      }
      assert.ok(items.length > 0);
      assert.equal(items.length, count);
      assert.equal(rows.length, count);
      const inFile = rows.map((row) => `${Date.parse(row['Started']!)} ${row['Duration seconds']} ${Number(row['Cost'])}`);
      const inList = items.map((item) => `${Date.parse(item.startedAt)} ${item.durationSeconds} ${Number(item.cost?.amount ?? 0)}`);
      assert.deepEqual(inFile.sort(), inList.sort());
      noComplaints(owner);
      await owner.leave();
    });
  });
}
