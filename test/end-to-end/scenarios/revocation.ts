import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import type { World } from '../portal.test.js';
import { inPhase, noComplaints, signedIn } from '../support/person.js';

export function revocation(world: World): void {
  describe('A right is taken away while the page is open', () => {
    it('invoices vanish when the page gets the focus again, and come back with the right', async () => {
      const { browser, portal } = world;
      const { database } = portal;
      const billing = await signedIn(browser, portal.url, 'billing@acme.example');
      await billing.open('/invoices');
      await inPhase(billing.page, 'portal-invoices', 'ready');

      const who = database.updateTable('memberships').where('id', '=', 'mem_acme_billing');
      const { permissions } = await database
        .selectFrom('memberships')
        .select('permissions')
        .where('id', '=', 'mem_acme_billing')
        .executeTakeFirstOrThrow();
      await who.set({ permissions: JSON.stringify({ allow: {} }) }).execute();
      await billing.page.evaluate(() => dispatchEvent(new Event('focus')));
      await inPhase(billing.page, 'portal-invoices', 'denied');
      assert.equal(await billing.page.locator('portal-invoices').evaluate((element) => element.shadowRoot!.childElementCount), 0);
      assert.equal((await billing.request('GET', '/invoices')).status, 403);

      await who.set({ permissions: JSON.stringify(permissions) }).execute();
      await billing.page.evaluate(() => dispatchEvent(new Event('focus')));
      await inPhase(billing.page, 'portal-invoices', 'ready');
      noComplaints(billing);
      await billing.leave();
    });

    it('a request that the server refuses hides the element at once', async () => {
      const { browser, portal } = world;
      const { database } = portal;
      const tech = await signedIn(browser, portal.url, 'tech@acme.example');
      await tech.open('/calls');
      await inPhase(tech.page, 'portal-call-list', 'ready');
      const who = database.updateTable('memberships').where('id', '=', 'mem_acme_tech');
      const { permissions } = await database
        .selectFrom('memberships')
        .select('permissions')
        .where('id', '=', 'mem_acme_tech')
        .executeTakeFirstOrThrow();
      await who.set({ permissions: JSON.stringify({ allow: {} }) }).execute();
      try {
        // Not the next page: on the first days of a month there may be none.
        await tech.page.locator('portal-call-list').getByRole('button', { name: 'Duration' }).click();
        await inPhase(tech.page, 'portal-call-list', 'denied');
      } finally {
        await who.set({ permissions: JSON.stringify(permissions) }).execute();
      }
      await tech.leave();
    });
  });
}
