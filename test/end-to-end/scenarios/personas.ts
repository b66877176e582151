import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import type { World } from '../portal.test.js';
import { inPhase, noComplaints, signedIn, visitor } from '../support/person.js';

/** A page of the site, its title in the menu, its element, and a request that the element makes. */
const places = {
  '/profile': ['Profile', 'portal-profile', '/profile'],
  '/people': ['People', 'portal-contacts', '/contacts'],
  '/facility-access': ['Facility access', 'portal-facility-access', '/access-grants'],
  '/payment-methods': ['Payment methods', 'portal-payment-methods', '/payment-methods'],
  '/invoices': ['Invoices', 'portal-invoices', '/invoices'],
  '/services': ['Services', 'portal-services', '/services'],
  '/credits': ['Credits', 'portal-credits', '/credits'],
  '/orders': ['Orders', 'portal-orders', '/orders'],
  '/quotes': ['Quotes', 'portal-quotes', '/quotes'],
  '/tax-exemptions': ['Tax exemptions', 'portal-tax-exemptions', '/tax-exemptions'],
  '/paypal-subscriptions': ['PayPal subscriptions', 'portal-paypal-subscriptions', '/paypal-subscriptions'],
  '/notifications': ['Notifications', 'portal-notification-settings', '/notification-settings'],
  '/contracts': ['Contracts', 'portal-contracts', '/contracts'],
  '/calls': ['Calls', 'portal-call-list', '/contracts/con_acme_voip/calls'],
  '/traffic': ['Traffic', 'portal-traffic', '/contracts/con_acme_rack/traffic'],
  '/ip-traffic': ['Traffic by IP address', 'portal-ip-traffic', '/contracts/con_acme_rack/traffic/ips'],
  '/tickets': ['Tickets', 'portal-tickets', '/tickets'],
  '/ticket-search': ['Ticket search', 'portal-ticket-search', '/ticket-search'],
  '/support-preferences': ['Support preferences', 'portal-support-preferences', '/support-preferences'],
  '/dns': ['DNS zones', 'portal-dns-zones', '/dns-zones'],
} as const;
type Path = keyof typeof places;

const billing = [
  '/invoices', '/services', '/credits', '/orders', '/quotes', '/tax-exemptions', '/paypal-subscriptions', '/notifications',
] as const; // prettier-ignore
const everything = Object.keys(places) as Path[];

const people: { email: string; sees: Path[] }[] = [
  { email: 'owner@acme.example', sees: everything },
  { email: 'billing@acme.example', sees: [...billing] },
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
          const [, tag, request] = places[path];
          await person.open(path);
          await inPhase(person.page, tag, allowed ? 'ready' : 'denied');
          if (!allowed) {
            const content = await person.page.locator(tag).evaluate((element) => element.shadowRoot!.childElementCount);
            assert.equal(content, 0, `${tag} holds nothing for ${email}`);
          }
          const { status } = await person.request('GET', request);
          assert.equal(status, allowed ? 200 : 403, `${request} by hand for ${email}`);
        }
        const links = person.page.locator('portal-menu a');
        const placed = await links.evaluateAll((all) => all.filter((link) => link.assignedSlot).map((link) => link.textContent));
        for (const path of everything)
          assert.equal(placed.includes(places[path][0]), sees.includes(path), `${path} in the menu of ${email}`);
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
        const [, tag, request] = places[path];
        await someone.open(path);
        await inPhase(someone.page, tag, 'denied');
        assert.equal((await someone.request('GET', request)).status, 401);
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
