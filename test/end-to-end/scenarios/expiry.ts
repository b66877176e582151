import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import type { World } from '../portal.test.js';
import { inPhase, noComplaints, signedIn, type Person } from '../support/person.js';

export function expiry(world: World): void {
  describe('The session ends under an open page', () => {
    /** Ends every session of a person, as time does. */
    async function endSessions(email: string): Promise<void> {
      const { database } = world.portal;
      await database
        .deleteFrom('sessions')
        .where('person_id', 'in', (people) => people.selectFrom('people').select('id').where('email', '=', email))
        .execute();
    }

    async function signInAgain({ page }: Person, email: string): Promise<void> {
      const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
      await dialog.waitFor();
      await dialog.getByLabel('E-mail').fill(email);
      await dialog.getByLabel('Password', { exact: true }).fill('portal-demo');
      await dialog.getByRole('button', { name: 'Sign in' }).click();
    }

    async function newZone(person: Person, name: string): Promise<string> {
      const zoneFile = `$ORIGIN ${name}.\nwww 300 IN A 192.0.2.1\n`;
      const { status, text } = await person.request('POST', '/dns-zones', { data: { name, zoneFile } });
      assert.equal(status, 201, text);
      return (JSON.parse(text) as { id: string }).id;
    }

    it('while a record is typed: signing in again in place goes on where the person was', async () => {
      const { browser, portal } = world;
      const tech = await signedIn(browser, portal.url, 'tech@acme.example');
      const { page } = tech;
      const zone = await newZone(tech, 'interrupted.example');
      await tech.open(`/dns-records?zone=${zone}`);
      await inPhase(page, 'portal-dns-records', 'ready');
      await page.getByRole('button', { name: 'Edit www', exact: false }).first().click();
      await page.getByLabel('Address').fill('192.0.2.123');
      await page.getByRole('textbox', { name: 'Comment' }).fill('half of a sent');
      await endSessions('tech@acme.example');
      await page.getByRole('button', { name: 'Keep this change' }).click();
      await inPhase(page, 'portal-dns-records', 'denied');
      await signInAgain(tech, 'tech@acme.example');
      await inPhase(page, 'portal-dns-records', 'ready');
      assert.equal(await page.getByLabel('Address').inputValue(), '192.0.2.123');
      assert.equal(await page.getByRole('textbox', { name: 'Comment' }).inputValue(), 'half of a sent');
      assert.equal(await page.getByText('Your session has ended').count(), 0);
      await page.getByRole('button', { name: 'Keep this change' }).click();
      await page.getByText('is not saved yet').waitFor();

      // Once more while the changes wait to be saved.
      await page.getByRole('button', { name: 'Review and save' }).click();
      await endSessions('tech@acme.example');
      await page.getByRole('button', { name: 'Save all changes' }).click();
      await signInAgain(tech, 'tech@acme.example');
      await page.getByRole('button', { name: 'Save all changes' }).click();
      await page.getByText('The changes are saved.').first().waitFor();
      const { text } = await tech.request('GET', `/dns-zones/${zone}/rrsets?name=www.interrupted.example.&type=A`);
      assert.match(text, /192\.0\.2\.123/);
      noComplaints(tech);
      await tech.leave();
    });

    it('while a zone is added, and while an amount is typed', async () => {
      const { browser, portal } = world;
      const owner = await signedIn(browser, portal.url, 'owner@acme.example');
      const { page } = owner;
      await owner.open('/dns');
      await inPhase(page, 'portal-dns-zones', 'ready');
      await page.getByRole('button', { name: 'Add a zone' }).click();
      await page.getByRole('textbox', { name: 'Name of the zone' }).fill('typed.example');
      await endSessions('owner@acme.example');
      await page.evaluate(() => dispatchEvent(new Event('focus')));
      await signInAgain(owner, 'owner@acme.example');
      await inPhase(page, 'portal-dns-zones', 'ready');
      assert.equal(await page.getByRole('textbox', { name: 'Name of the zone' }).inputValue(), 'typed.example');

      await owner.open('/invoices?invoices=state%3Dopen');
      await inPhase(page, 'portal-invoices', 'ready');
      await page.locator('portal-invoices').getByRole('checkbox').first().check();
      await page.getByRole('button', { name: 'Pay chosen invoices' }).click();
      const amount = page.locator('portal-pay-invoices input').first();
      await amount.fill('1.23');
      await endSessions('owner@acme.example');
      await page.evaluate(() => dispatchEvent(new Event('focus')));
      await signInAgain(owner, 'owner@acme.example');
      await inPhase(page, 'portal-pay-invoices', 'ready');
      assert.equal(await amount.inputValue(), '1.23');
      noComplaints(owner);
      await owner.leave();
    });

    it('somebody else who signs in finds a page of their own', async () => {
      const { browser, portal } = world;
      const tech = await signedIn(browser, portal.url, 'tech@acme.example');
      const { page } = tech;
      const zone = await newZone(tech, 'left.example');
      await tech.open(`/dns-records?zone=${zone}`);
      await inPhase(page, 'portal-dns-records', 'ready');
      await page.getByRole('button', { name: 'Delete www', exact: false }).first().click();
      await page.getByText('is not saved yet').waitFor();
      await endSessions('tech@acme.example');
      await page.evaluate(() => dispatchEvent(new Event('focus')));
      await Promise.all([page.waitForEvent('load'), signInAgain(tech, 'owner@acme.example')]);
      await inPhase(page, 'portal-dns-records', 'ready');
      assert.equal(await page.getByText('is not saved yet').count(), 0);
      await tech.leave();
    });

    it('who signs out on purpose is not asked to sign in again', async () => {
      const { browser, portal } = world;
      const tech = await signedIn(browser, portal.url, 'tech@acme.example');
      const { page } = tech;
      await page.locator('portal-user-menu').getByRole('button').first().click();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.waitForURL('**/sign-in');
      assert.equal(await page.getByRole('dialog').count(), 0);
      noComplaints(tech);
      await tech.leave();
    });
  });
}
