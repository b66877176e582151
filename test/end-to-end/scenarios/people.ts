import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import type { Page } from 'playwright';
import type { World } from '../portal.test.js';
import { codeOf, mailTo } from '../support/mailbox.js';
import { inPhase, noComplaints, signedIn, visitor } from '../support/person.js';

const password = 'seven grey herons';

/** Opens the permissions of a person as the owner does. */
async function editAccount(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Edit account of ${name}` }).click();
  await page.getByRole('treegrid').waitFor();
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save permissions' }).click();
  await page.getByText('have been saved. They apply at once.').waitFor();
}

const lookAgain = (page: Page) => page.evaluate(() => dispatchEvent(new Event('focus')));

export function people(world: World): void {
  describe('The owner decides what others see', () => {
    it('denies invoices with one click: they vanish from an open page of that person, and come back when allowed', async () => {
      const { browser, portal } = world;
      const owner = await signedIn(browser, portal.url, 'owner@acme.example');
      const bruno = await signedIn(browser, portal.url, 'billing@acme.example');
      await bruno.open('/invoices');
      await inPhase(bruno.page, 'portal-invoices', 'ready');

      await owner.open('/people');
      await editAccount(owner.page, 'Bruno Billing');
      const deny = owner.page.getByRole('switch', { name: 'Deny access to invoices' });
      assert.equal(await deny.getAttribute('aria-checked'), 'false');
      await deny.click();
      await owner.page.getByText('Does not see invoices').waitFor();
      await save(owner.page);

      await lookAgain(bruno.page);
      await inPhase(bruno.page, 'portal-invoices', 'denied');
      assert.equal(await bruno.page.locator('portal-invoices').evaluate((element) => element.shadowRoot!.childElementCount), 0);
      assert.equal((await bruno.request('GET', '/invoices')).status, 403);

      await editAccount(owner.page, 'Bruno Billing');
      assert.equal(await deny.getAttribute('aria-checked'), 'true');
      await deny.click();
      await save(owner.page);
      await lookAgain(bruno.page);
      await inPhase(bruno.page, 'portal-invoices', 'ready');

      await owner.page.getByRole('button', { name: 'Bruno Billing', exact: true }).click();
      await owner.page.getByRole('button', { name: 'Changes' }).click();
      await owner.page.getByText('View: inherited → denied').waitFor();
      noComplaints(owner);
      noComplaints(bruno);
      await Promise.all([owner.leave(), bruno.leave()]);
    });

    it('denies the call list by the keyboard alone, and nothing else goes with it', async () => {
      const { browser, portal } = world;
      const owner = await signedIn(browser, portal.url, 'owner@acme.example');
      const { page } = owner;
      await owner.open('/people');
      await editAccount(page, 'Tessa Tech');
      await page.locator('[role="treegrid"] [tabindex="0"]').focus();
      // Contracts are open, as something has been said below them.
      for (const key of ['c', 'o']) await page.keyboard.press(key);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Space');
      await page.getByRole('gridcell', { name: 'Calls, View: denied here' }).waitFor();
      await save(page);
      const tessa = await signedIn(browser, portal.url, 'tech@acme.example');
      await tessa.open('/calls');
      await inPhase(tessa.page, 'portal-call-list', 'denied');
      await tessa.open('/dns');
      await inPhase(tessa.page, 'portal-dns-zones', 'ready');
      await editAccount(page, 'Tessa Tech');
      await page.getByRole('switch', { name: 'Deny access to the call list' }).click();
      await save(page);
      await tessa.open('/calls');
      await inPhase(tessa.page, 'portal-call-list', 'ready');
      noComplaints(owner);
      noComplaints(tessa);
      await Promise.all([owner.leave(), tessa.leave()]);
    });

    it('invites a person, who sets a password by the mail and sees only what was granted', async () => {
      const { browser, portal } = world;
      const owner = await signedIn(browser, portal.url, 'owner@acme.example');
      await owner.open('/people');
      const { page } = owner;
      await page.getByRole('button', { name: 'Invite a person' }).click();
      await page.getByLabel('Name', { exact: true }).fill('Gerd Guest');
      await page.getByLabel('E-mail', { exact: true }).fill('gerd@acme.example');
      await page.getByRole('radio', { name: 'Accounting' }).check();
      await page.getByText('Set the permissions exactly').click();
      await page.getByLabel('Find a page').fill('quotes');
      await page.getByRole('gridcell', { name: 'Quotes, View' }).click();
      await page.getByText('Does not see quotes').waitFor();
      await page.getByRole('button', { name: 'Send the invitation' }).click();
      await page.getByText('Gerd Guest has been invited by mail.').waitFor();

      const mail = await mailTo(portal, 'gerd@acme.example');
      const gerd = await visitor(browser, portal.url);
      await gerd.open(`/set-password?code=${codeOf(mail)}`);
      await gerd.page.getByLabel('New password', { exact: true }).fill(password);
      await gerd.page.getByLabel('New password, once more').fill(password);
      await gerd.page.getByRole('button', { name: 'Set password' }).click();
      await gerd.page.waitForURL('**/overview');
      await gerd.open('/invoices');
      await inPhase(gerd.page, 'portal-invoices', 'ready');
      for (const [path, tag] of [
        ['/calls', 'portal-call-list'],
        ['/dns', 'portal-dns-zones'],
        ['/people', 'portal-contacts'],
      ] as const) {
        await gerd.open(path);
        await inPhase(gerd.page, tag, 'denied');
      }
      assert.equal((await gerd.request('GET', '/contacts')).status, 403);
      noComplaints(gerd);

      await page.getByRole('button', { name: 'Gerd Guest', exact: true }).click();
      await page.getByRole('button', { name: 'Delete' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
      await page.getByText('Gerd Guest has been deleted.').waitFor();
      await lookAgain(gerd.page);
      assert.equal((await gerd.request('GET', '/invoices')).status, 401);
      noComplaints(owner);
      await Promise.all([owner.leave(), gerd.leave()]);
    });

    it('cannot be cut off: the last owner stays one, and nobody takes the people from themselves', async () => {
      const { browser, portal } = world;
      const owner = await signedIn(browser, portal.url, 'owner@acme.example');
      const { page } = owner;
      await owner.open('/people');
      await editAccount(page, 'Olivia Owner');
      assert.equal(await page.getByRole('radio', { name: 'Accounting' }).isDisabled(), true);
      await page.getByRole('switch', { name: 'Deny access to invoices' }).click();
      await page.getByRole('button', { name: 'Save permissions' }).click();
      await page.getByText('This is the last owner.').waitFor();
      noComplaints(owner);
      await owner.leave();
    });
  });
}
