import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import type { World } from '../portal.test.js';
import { inPhase, noComplaints, signedIn, visitor } from '../support/person.js';

const pages = {
  '/invoices': 'portal-invoices',
  '/contracts': 'portal-contracts',
  '/calls': 'portal-call-list',
  '/traffic': 'portal-traffic',
  '/ip-traffic': 'portal-ip-traffic',
  '/dns': 'portal-dns-zones',
} as const;
const requests = {
  '/invoices': '/invoices',
  '/contracts': '/contracts',
  '/calls': '/contracts/con_acme_voip/calls',
  '/traffic': '/contracts/con_acme_rack/traffic',
  '/ip-traffic': '/contracts/con_acme_rack/traffic/ips',
  '/dns': '/dns-zones',
} as const;
type Path = keyof typeof pages;

const titles: Record<Path, string> = {
  '/invoices': 'Invoices',
  '/contracts': 'Contracts',
  '/calls': 'Calls',
  '/traffic': 'Traffic',
  '/ip-traffic': 'Traffic by IP address',
  '/dns': 'DNS zones',
};
const everything = Object.keys(pages) as Path[];

const people: { email: string; sees: Path[] }[] = [
  { email: 'owner@acme.example', sees: everything },
  { email: 'billing@acme.example', sees: ['/invoices'] },
  { email: 'tech@acme.example', sees: ['/contracts', '/calls', '/traffic', '/ip-traffic', '/dns'] },
  { email: 'nobody@acme.example', sees: [] },
];

export function personas(world: World): void {
  describe('Each person sees exactly what they may', () => {
    for (const { email, sees } of people) {
      it(email, async () => {
        const { browser, portal } = world;
        const person = await signedIn(browser, portal.url, email);
        for (const path of everything) {
          const allowed = sees.includes(path);
          await person.open(path);
          await inPhase(person.page, pages[path], allowed ? 'ready' : 'denied');
          if (!allowed) {
            const content = await person.page.locator(pages[path]).evaluate((element) => element.shadowRoot!.childElementCount);
            assert.equal(content, 0, `${pages[path]} holds nothing for ${email}`);
          }
          const { status } = await person.request('GET', requests[path]);
          assert.equal(status, allowed ? 200 : 403, `${requests[path]} by hand for ${email}`);
        }
        const links = person.page.locator('portal-menu a');
        const placed = await links.evaluateAll((all) => all.filter((link) => link.assignedSlot).map((link) => link.textContent));
        for (const path of everything) assert.equal(placed.includes(titles[path]), sees.includes(path), `${path} in the menu of ${email}`);
        noComplaints(person);
        await person.leave();
      });
    }

    it('the owner of another client gets 404 for what is not theirs', async () => {
      const { browser, portal } = world;
      const globex = await signedIn(browser, portal.url, 'owner@globex.example');
      assert.equal((await globex.request('GET', '/contracts/con_acme_voip/calls')).status, 404);
      const { id } = await portal.database
        .selectFrom('invoices')
        .select('id')
        .where('client_id', '=', 'cli_acme')
        .executeTakeFirstOrThrow();
      assert.equal((await globex.request('GET', `/invoices/${id}`)).status, 404);
      await globex.open(`/invoice?id=${id}`);
      await inPhase(globex.page, 'portal-invoice', 'error');
      await globex.leave();
    });

    it('without a session nothing is shown, and nothing is answered', async () => {
      const { browser, portal } = world;
      const someone = await visitor(browser, portal.url);
      for (const path of everything) {
        await someone.open(path);
        await inPhase(someone.page, pages[path], 'denied');
        assert.equal((await someone.request('GET', requests[path])).status, 401);
      }
      noComplaints(someone);
      await someone.leave();
    });

    it('call costs are kept from the technician everywhere', async () => {
      const { browser, portal } = world;
      const tech = await signedIn(browser, portal.url, 'tech@acme.example');
      await tech.open('/calls');
      await inPhase(tech.page, 'portal-call-list', 'ready');
      assert.equal(await tech.page.getByRole('columnheader', { name: 'Cost' }).count(), 0);
      assert.equal((await tech.request('GET', '/contracts/con_acme_voip/calls')).text.includes('"cost"'), false);
      const csv = await tech.request('GET', '/contracts/con_acme_voip/calls?minDuration=3000', { headers: { Accept: 'text/csv' } });
      assert.equal(/cost/i.test(csv.text), false);
      await tech.leave();
    });
  });
}
