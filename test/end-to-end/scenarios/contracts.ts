import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import type { Page } from 'playwright';
import type { World } from '../portal.test.js';
import { inPhase, noComplaints, signedIn } from '../support/person.js';

/** “In the menu, choose Contracts and select your … contract.” */
async function selectContract(page: Page, kind: string, name: string): Promise<void> {
  await page.locator('portal-menu').getByRole('link', { name: 'Contracts', exact: true }).click();
  await inPhase(page, 'portal-contracts', 'ready');
  await page.getByRole('row').filter({ hasText: kind }).getByRole('link', { name }).click();
  await inPhase(page, 'portal-contract', 'ready');
}

/** How far down the page something begins. */
const top = async (page: Page, selector: string) => (await page.locator(selector).first().boundingBox())!.y;

export function contracts(world: World): void {
  describe('Contracts lead to how services are used', () => {
    it('the VoIP contract has the call list in its top part', async () => {
      const owner = await signedIn(world.browser, world.portal.url, 'owner@acme.example');
      const { page } = owner;
      await selectContract(page, 'Telephony', 'Office telephony');
      const link = page.getByRole('link', { name: 'View call list' });
      assert.ok((await link.boundingBox())!.y < (await top(page, 'portal-contract [part="facts"]')));
      await link.click();
      await inPhase(page, 'portal-call-list', 'ready');
      assert.equal(new URL(page.url()).searchParams.get('contract'), 'con_acme_voip');
      noComplaints(owner);
      await owner.leave();
    });

    it('the serverhousing contract has its total traffic lower on the page, and the traffic by IP address at its top', async () => {
      const owner = await signedIn(world.browser, world.portal.url, 'owner@acme.example');
      const { page } = owner;
      await selectContract(page, 'Server housing', 'Rack B12, half');
      await inPhase(page, 'portal-traffic', 'ready');
      assert.ok((await top(page, 'portal-traffic')) > (await top(page, 'portal-contract [part="facts"]')));
      const link = page.getByRole('link', { name: 'View traffic statistics by IP address' });
      assert.ok((await link.boundingBox())!.y < (await top(page, 'portal-contract [part="facts"]')));
      await link.click();
      await inPhase(page, 'portal-ip-traffic', 'ready');
      assert.equal(new URL(page.url()).searchParams.get('contract'), 'con_acme_rack');
      noComplaints(owner);
      await owner.leave();
    });

    it('a technician sees no prices', async () => {
      const tech = await signedIn(world.browser, world.portal.url, 'tech@acme.example');
      const { page } = tech;
      await selectContract(page, 'Server housing', 'Rack B12, half');
      await page.getByText('1 Gbit/s').waitFor();
      assert.equal(await page.locator('portal-contract').getByText('€').count(), 0);
      noComplaints(tech);
      await tech.leave();
    });

    it('who is limited to a contract sees this one, and no way to what is of others', async () => {
      const lines = await signedIn(world.browser, world.portal.url, 'lines@acme.example');
      const { page } = lines;
      await selectContract(page, 'Telephony', 'Office telephony');
      await page.getByRole('link', { name: 'View call list' }).waitFor();
      await lines.open('/contract?id=con_acme_voip2');
      await inPhase(page, 'portal-contract', 'error');
      await lines.leave();
    });

    it('what has ended is not in the way, and is found when asked for', async () => {
      const owner = await signedIn(world.browser, world.portal.url, 'owner@acme.example');
      const { page } = owner;
      await owner.open('/contracts');
      await inPhase(page, 'portal-contracts', 'ready');
      assert.equal(await page.getByRole('row').filter({ hasText: 'Fax line' }).count(), 0);
      await page.getByRole('button', { name: 'Show ended ones too' }).click();
      await page.getByRole('link', { name: 'Fax line' }).waitFor();
      await owner.leave();
    });
  });
}
