import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import { TOTP } from 'otpauth';
import type { World } from '../portal.test.js';
import { noComplaints, signedIn, visitor } from '../support/person.js';

const email = 'billing@acme.example';
const period = 30_000;

export function secondFactor(world: World): void {
  describe('A second factor', () => {
    let secret = '';
    let recoveryCodes: string[] = [];
    // A code counts once, so each attempt is of a period of its own.
    let lastStep = 0;
    const nextCode = () => {
      lastStep = Math.max(lastStep + 1, Math.floor(Date.now() / period));
      return new TOTP({ secret }).generate({ timestamp: lastStep * period });
    };

    it('is set up from the menu of the person, with recovery codes that are kept', async () => {
      const { browser, portal } = world;
      const person = await signedIn(browser, portal.url, email);
      const { page } = person;
      await page.locator('portal-user-menu').getByRole('button').first().click();
      await page.getByRole('button', { name: 'Security' }).click();
      await page.getByRole('button', { name: 'Set up' }).click();
      await page.getByLabel('Password', { exact: true }).fill('portal-demo');
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByRole('img', { name: 'QR code' }).waitFor();
      secret = (await page.locator('.secret').innerText()).replaceAll(' ', '');
      await page.getByLabel('Code that the app shows').fill(nextCode());
      await page.getByRole('button', { name: 'Switch on' }).click();
      await page.getByText('Your recovery codes').waitFor();
      recoveryCodes = await page.locator('[part="codes"] li').allInnerTexts();
      assert.ok(recoveryCodes.length >= 8);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Download' }).click();
      assert.equal((await download).suggestedFilename(), 'recovery-codes.txt');
      await page.getByLabel('I have kept the codes').check();
      await page.getByRole('button', { name: 'Done' }).click();
      await page.getByText('The second factor is on.').waitFor();
      noComplaints(person);
      await person.leave();
    });

    it('is asked for when signing in, by the app or by a recovery code, each of which counts once', async () => {
      const { browser, portal } = world;
      for (const [way, code] of [
        ['app', nextCode()],
        ['recovery', recoveryCodes[0]!],
        ['used', recoveryCodes[0]!],
      ] as const) {
        const person = await visitor(browser, portal.url);
        const { page } = person;
        await person.open('/sign-in');
        await page.getByLabel('E-mail').fill(email);
        await page.getByLabel('Password', { exact: true }).fill('portal-demo');
        await page.getByRole('button', { name: 'Sign in' }).click();
        await page.getByLabel('Code from your authenticator app').waitFor();
        if (way !== 'app') await page.getByRole('button', { name: 'Use a recovery code instead' }).click();
        await page.locator('portal-sign-in #code').fill(code);
        await page.getByRole('button', { name: 'Sign in' }).click();
        if (way === 'used') await page.getByText('This recovery code is not right, or has been used.').waitFor();
        else await page.waitForURL('**/overview');
        noComplaints(person);
        await person.leave();
      }
    });

    it('is switched off with the password; other sessions can be ended', async () => {
      const { browser, portal } = world;
      const elsewhere = await signedInWith(recoveryCodes[1]!);
      const person = await signedInWith(recoveryCodes[2]!);
      const { page } = person;
      await page.locator('portal-user-menu').getByRole('button').first().click();
      await page.getByRole('button', { name: 'Security' }).click();
      await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
      await page.getByText('You are signed out everywhere else.').waitFor();
      assert.equal((await elsewhere.request('GET', '/session')).status, 401);
      await page.getByRole('button', { name: 'Switch off' }).click();
      await page.getByLabel('Password', { exact: true }).fill('portal-demo');
      await page.getByRole('button', { name: 'Switch off' }).click();
      await page.getByText('The second factor is off.').waitFor();
      noComplaints(person);
      await Promise.all([person.leave(), elsewhere.leave()]);
      await (await signedIn(browser, portal.url, email)).leave();

      async function signedInWith(code: string) {
        const someone = await visitor(browser, portal.url);
        const body = { email, password: 'portal-demo', code };
        const { status } = await someone.request('POST', '/session', { data: body });
        assert.equal(status, 201);
        await someone.open('/overview');
        return someone;
      }
    });
  });
}
