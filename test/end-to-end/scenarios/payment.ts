import { strict as assert } from 'node:assert';
import { describe, it } from 'node:test';
import type { Page } from 'playwright';
import type { World } from '../portal.test.js';
import { inPhase, noComplaints, signedIn, type Person } from '../support/person.js';

interface Invoice {
  id: string;
  number: string;
  open: { amount: string };
  allowedActions: string[];
}

/** Invoices that can be paid, all in one currency and with enough open to pay a part. */
async function payable(person: Person, count: number): Promise<Invoice[]> {
  const { text } = await person.request('GET', '/invoices?state=open&currency=EUR&type=invoice&sort=-number&limit=200');
  const { items } = JSON.parse(text) as { items: Invoice[] };
  return items.filter(({ open, allowedActions }) => Number(open.amount) > 50 && allowedActions.includes('pay')).slice(0, count);
}

const openOf = async ({ portal }: World, id: string) =>
  Number((await portal.database.selectFrom('invoices').select('open').where('id', '=', id).executeTakeFirstOrThrow()).open);

/** How many payments of the invoice have succeeded. */
async function paymentsOf({ portal }: World, id: string): Promise<number> {
  const payments = await portal.database
    .selectFrom('payment_allocations')
    .innerJoin('payments', 'payments.id', 'payment_allocations.payment_id')
    .select('payments.id')
    .where('invoice_id', '=', id)
    .where('payments.status', '=', 'succeeded')
    .execute();
  return payments.length;
}

const payButton = (page: Page) => page.locator('portal-pay-invoices').getByRole('button', { name: /^(Pay|Try again)/ });

export function payment(world: World): void {
  describe('Invoices are paid', () => {
    it('several together, one of them in part', async () => {
      const owner = await signedIn(world.browser, world.portal.url, 'owner@acme.example');
      const [first, second] = await payable(owner, 2);
      const { page } = owner;
      await owner.open(`/invoices?invoices=${encodeURIComponent('state=open&currency=EUR&sort=-number')}`);
      await inPhase(page, 'portal-invoices', 'ready');
      for (const { number } of [first!, second!]) await page.getByRole('checkbox', { name: `Choose invoice ${number}` }).check();
      await page.getByRole('button', { name: 'Pay chosen invoices' }).click();
      await page.getByRole('group', { name: second!.number }).getByRole('textbox').fill('10.50');
      await page.getByLabel('The payment succeeds').check();
      await payButton(page).click();
      await page.getByText('We have received your payment.').waitFor();
      assert.equal(await openOf(world, first!.id), 0);
      assert.equal(await openOf(world, second!.id), Number((Number(second!.open.amount) - 10.5).toFixed(2)));
      noComplaints(owner);
      await owner.leave();
    });

    it('nothing is paid when the provider declines, and the second try pays once', async () => {
      const owner = await signedIn(world.browser, world.portal.url, 'owner@acme.example');
      const [invoice] = await payable(owner, 1);
      const before = await paymentsOf(world, invoice!.id);
      const { page } = owner;
      await owner.open(`/invoice?id=${invoice!.id}`);
      await inPhase(page, 'portal-invoice', 'ready');
      await page.locator('portal-invoice').getByRole('button', { name: 'Pay', exact: true }).click();
      await page.getByLabel('The card is declined').check();
      await payButton(page).click();
      await page.getByText('Nothing has been charged.').waitFor();
      assert.equal(await openOf(world, invoice!.id), Number(invoice!.open.amount));
      await page.getByLabel('The payment succeeds').check();
      await payButton(page).dblclick();
      await page.getByText('We have received your payment.').waitFor();
      assert.equal(await openOf(world, invoice!.id), 0);
      assert.equal(await paymentsOf(world, invoice!.id), before + 1);
      await owner.leave();
    });

    it('who may only look is offered nothing to pay, and is refused by hand', async () => {
      const owner = await signedIn(world.browser, world.portal.url, 'owner@acme.example');
      const [invoice] = await payable(owner, 1);
      await owner.leave();
      const tech = await signedIn(world.browser, world.portal.url, 'tech@acme.example');
      const data = { allocations: [{ invoiceId: invoice!.id, amount: { amount: '1.00', currency: 'EUR' } }], paymentToken: 'test-ok' };
      const { status } = await tech.request('POST', '/payments', { data, headers: { 'Idempotency-Key': 'made-by-hand-1' } });
      assert.equal(status, 403);
      await tech.leave();
    });
  });
}
