import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import type { BrowserContext, Page } from 'playwright';
import { compareAmounts, sumOf } from '../../../host/src/http/money.js';
import type { World } from '../portal.test.js';
import { inPhase, signedIn, type Person } from '../support/person.js';

interface Invoice {
  id: string;
  open: { amount: string };
  allowedActions: string[];
}

/** An open invoice in euros, with enough open to be told from another. */
async function payable(person: Person): Promise<Invoice> {
  const { text } = await person.request('GET', '/invoices?state=open&currency=EUR&type=invoice&sort=-number&limit=200');
  const { items } = JSON.parse(text) as { items: Invoice[] };
  return items.find(({ open, allowedActions }) => Number(open.amount) > 50 && allowedActions.includes('pay'))!;
}

/** What has been paid of the invoice, payment by payment. */
async function paidOf({ portal }: World, invoiceId: string): Promise<string[]> {
  const payments = await portal.database
    .selectFrom('payment_allocations as allocation')
    .innerJoin('payments as payment', 'payment.id', 'allocation.payment_id')
    .select('allocation.amount')
    .where('allocation.invoice_id', '=', invoiceId)
    .where('payment.status', '=', 'succeeded')
    .execute();
  return payments.map(({ amount }) => amount);
}

const payButton = (page: Page) => page.locator('portal-pay-invoices').getByRole('button', { name: /^(Pay|Try again)/ });
const received = (page: Page) => page.getByText('We have received your payment.').waitFor();

/** Opens the invoice in a page and goes to its payment. */
async function toPayment(page: Page, invoiceId: string): Promise<void> {
  await page.goto(`/invoice?id=${invoiceId}`);
  await inPhase(page, 'portal-invoice', 'ready');
  await page.locator('portal-invoice').getByRole('button', { name: 'Pay', exact: true }).click();
  await payButton(page).waitFor();
}

/** Counts the requests that reach the host; the first ones are answered by `instead`, after the host has done its part. */
async function interrupt(pages: Page | BrowserContext, instead: 'reset' | 504 | 'nothing', times = 1): Promise<() => number> {
  let requests = 0;
  await pages.route(/\/api\/v1\/(payments|credits\/[^/]+\/uses)$/, async (route) => {
    const response = await route.fetch();
    if (++requests > times || instead === 'nothing') await route.fulfill({ response });
    else if (instead === 'reset') await route.abort('connectionreset');
    else await route.fulfill({ status: instead, contentType: 'text/html', body: '<h1>Gateway Timeout</h1>' });
  });
  return () => requests;
}

export function paymentOnce(world: World): void {
  describe('Money moves once', () => {
    const owner = () => signedIn(world.browser, world.portal.url, 'owner@acme.example');

    for (const [what, instead] of [
      ['whose answer is lost on the way', 'reset'],
      ['that a gateway gave up waiting for (504)', 504],
    ] as const) {
      it(`for a payment ${what}`, async () => {
        const person = await owner();
        const invoice = await payable(person);
        const before = await paidOf(world, invoice.id);
        // More often than the page repeats it by itself, so that the person presses the button again as well.
        const requests = await interrupt(person.page, instead, 3);
        await toPayment(person.page, invoice.id);
        await payButton(person.page).click();
        while ((await person.page.getByText('We have received your payment.').count()) === 0) {
          await person.page.getByText(/Trying again is safe|We have received your payment/).first().waitFor(); // prettier-ignore
          if ((await payButton(person.page).count()) > 0) await payButton(person.page).click();
        }
        assert.ok(requests() > 3);
        assert.deepEqual(await paidOf(world, invoice.id), [...before, invoice.open.amount]);
        await person.leave();
      });
    }

    it('for two clicks while the host takes its time', async () => {
      const person = await owner();
      const invoice = await payable(person);
      const before = await paidOf(world, invoice.id);
      const requests = await interrupt(person.page, 'nothing');
      await toPayment(person.page, invoice.id);
      await payButton(person.page).dblclick();
      await received(person.page);
      assert.equal(requests(), 1);
      assert.deepEqual(await paidOf(world, invoice.id), [...before, invoice.open.amount]);
      await person.leave();
    });

    it('for two tabs in which the same invoice is paid', async () => {
      const person = await owner();
      const invoice = await payable(person);
      const before = await paidOf(world, invoice.id);
      const tabs = [person.page, await person.context.newPage()];
      for (const tab of tabs) await toPayment(tab, invoice.id);
      await Promise.all(tabs.map((tab) => payButton(tab).click()));
      const ends = await Promise.all(
        tabs.map(async (tab) => {
          const end = tab.getByText(/We have received your payment|None of these invoices is left|can no longer be paid/).first();
          return (await end.textContent())!;
        }),
      );
      assert.equal(ends.filter((end) => end.includes('We have received')).length, 1, ends.join(' | '));
      assert.deepEqual(await paidOf(world, invoice.id), [...before, invoice.open.amount]);
      await person.leave();
    });

    it('for a credit that is used in two tabs, with an answer that is lost', async () => {
      const person = await owner();
      const read = async () => {
        const { text } = await person.request('GET', '/credits?q=uplink');
        return (JSON.parse(text) as { items: { id: string; remaining: { amount: string } }[] }).items[0]!;
      };
      const credit = await read();
      await interrupt(person.context, 'reset');
      const tabs = [person.page, await person.context.newPage()];
      for (const tab of tabs) {
        await tab.goto('/credits');
        await inPhase(tab, 'portal-credits', 'ready');
        await tab.getByRole('button', { name: /^Use credit for invoices: Outage of the uplink/ }).click();
        const dialog = tab.getByRole('dialog', { name: 'Use a credit' });
        await dialog.getByRole('button', { name: /^Use €/ }).waitFor();
      }
      await Promise.all(tabs.map((tab) => tab.getByRole('button', { name: /^Use €/ }).click()));
      await Promise.all(tabs.map((tab) => tab.getByText(/of the credit has been used|no credit left|can no longer be used|need another look/i).first().waitFor())); // prettier-ignore
      assert.equal((await read()).remaining.amount, '0.00');
      const uses = await world.portal.database.selectFrom('payments').select('amount').where('credit_id', '=', credit.id).execute();
      assert.equal(compareAmounts(sumOf(uses.map(({ amount }) => amount)), credit.remaining.amount), 0);
      await person.leave();
    });
  });
}
