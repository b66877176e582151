import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import type { World } from '../portal.test.js';
import { codeOf, mailTo, shortCodeOf } from '../support/mailbox.js';
import { noComplaints, signedIn, visitor } from '../support/person.js';

const password = 'a quiet red harbour';

/** Enters a new password twice. */
async function choose(page: Awaited<ReturnType<typeof visitor>>['page'], text: string): Promise<void> {
  await page.getByLabel('New password', { exact: true }).fill(text);
  await page.getByLabel('New password, once more').fill(text);
}

export function account(world: World): void {
  describe('People come to an account, and keep it', () => {
    it('contract number and address bring a code, the code a password, the password the client zone', async () => {
      const { browser, portal } = world;
      const fiona = await visitor(browser, portal.url);
      const { page } = fiona;
      await fiona.open('/sign-in');
      await page.getByRole('link', { name: 'Request account' }).click();
      await page.getByLabel('Contract number').fill('V-2001');
      await page.getByLabel('E-mail address').fill('fiona@acme.example');
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByText('If the contract number and the address belong together').waitFor();
      const mail = await mailTo(portal, 'fiona@acme.example');
      await page.getByLabel('Code from the mail').fill(shortCodeOf(mail));
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByText('Fiona').first().waitFor();
      await choose(page, 'password123');
      await page.getByRole('button', { name: 'Set password' }).click();
      await page.getByText('This password is easily guessed').waitFor();
      await choose(page, password);
      await page.getByRole('button', { name: 'Set password' }).click();
      await page.waitForURL('**/overview');
      noComplaints(fiona);

      // The link of the same mail has nothing left to give.
      await fiona.open(`/set-password?code=${codeOf(mail)}`);
      await page.getByText('This code has been used already').waitFor();
      assert.equal(new URL(page.url()).search, '', 'the code is not in the address');
      await fiona.leave();
    });

    it('whoever asks with something else gets the same answer, and no mail', async () => {
      const { browser, portal } = world;
      const stranger = await visitor(browser, portal.url);
      const { page } = stranger;
      await stranger.open('/request-account');
      await page.getByLabel('Contract number').fill('V-2001');
      await page.getByLabel('E-mail address').fill('stranger@elsewhere.example');
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByText('If the contract number and the address belong together').waitFor();
      await page.getByLabel('Code from the mail').fill('ABCD-EFGH');
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByText('This code is not right').waitFor();
      noComplaints(stranger);
      await stranger.leave();
    });

    it('a forgotten password is replaced by the link of a mail', async () => {
      const { browser, portal } = world;
      const fiona = await visitor(browser, portal.url);
      const { page } = fiona;
      await fiona.open('/sign-in');
      await page.getByLabel('E-mail address').fill('fiona@acme.example');
      await page.getByRole('button', { name: 'Forgotten password?' }).click();
      await page.getByRole('button', { name: 'Send the mail' }).click();
      await page.getByText('a mail is on its way').waitFor();
      const mail = await mailTo(portal, 'fiona@acme.example', 'password');
      await fiona.open(`/set-password?code=${codeOf(mail)}`);
      await choose(page, `${password}s`);
      await page.getByRole('button', { name: 'Set password' }).click();
      await page.waitForURL('**/overview');
      noComplaints(fiona);
      await fiona.leave();
    });

    it('a click on the user name leads to “Change password”', async () => {
      const { browser, portal } = world;
      const fiona = await signedIn(browser, portal.url, 'fiona@acme.example', `${password}s`);
      const { page } = fiona;
      await page.locator('portal-user-menu').getByRole('button').first().click();
      await page.getByRole('button', { name: 'Change password', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Current password').fill('mistaken');
      await choose(page, password);
      await dialog.getByRole('button', { name: 'Change password' }).click();
      await dialog.getByText('This is not your current password.').waitFor();
      await dialog.getByLabel('Current password').fill(`${password}s`);
      await dialog.getByRole('button', { name: 'Change password' }).click();
      await dialog.getByText('Your password has been changed.').waitFor();
      noComplaints(fiona);
      await fiona.leave();
      await (await signedIn(browser, portal.url, 'fiona@acme.example', password)).leave();
    });

    it('who belongs to two clients goes over to the other, and the page follows', async () => {
      const { browser, portal } = world;
      const { email } = await portal.database
        .selectFrom('people')
        .innerJoin('memberships', 'memberships.person_id', 'people.id')
        .where('memberships.status', '=', 'active')
        .groupBy('people.email')
        .having((where) => where.fn.countAll(), '=', 2)
        .select('people.email')
        .executeTakeFirstOrThrow();
      const consultant = await signedIn(browser, portal.url, email);
      const { page } = consultant;
      const open = () => page.locator('portal-user-menu').getByRole('button').first().click();
      await open();
      const present = await page.locator('portal-user-menu [aria-current="true"]').innerText();
      const other = present === 'Acme GmbH' ? 'Globex s.r.o.' : 'Acme GmbH';
      await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: other }).click()]);
      await open();
      await page.locator('portal-user-menu [aria-current="true"]', { hasText: other }).waitFor();
      noComplaints(consultant);
      await consultant.leave();
    });
  });
}
