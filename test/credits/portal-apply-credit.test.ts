import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { http as msw, HttpResponse, type RequestHandler } from 'msw';
import '../../src/define/portal-apply-credit.js';
import '../../src/define/portal-invoice.js';
import type { PortalApplyCredit } from '../../src/credits/portal-apply-credit.js';
import type { PortalInvoice } from '../../src/invoices/portal-invoice.js';
import { aCredit, applyCredit, getCredit, listCredits, listOpenInvoices, type SeenUse } from '../mocks/credits.js';
import { problem } from '../mocks/http.js';
import { aFullInvoice, getInvoices, payable } from '../mocks/invoice.js';
import { personas } from '../mocks/session.js';
import { applyCreditScenes } from '../scenes/apply-credit.js';
import type { Scene } from '../scenes/scene.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady, settled, text } from '../support/mount.js';
import { until } from '../support/until.js';

saysWhatCouldNotBeLoaded('portal-apply-credit', applyCreditScenes.default, [
  { module: 'src/credits/use-panel.ts', here: (root) => root.querySelector('form') },
]);

keepsThePortalContract('portal-apply-credit', applyCreditScenes);

describe('<portal-apply-credit>', () => {
  const mountUsing = async (name: 'default' | 'toAnInvoice' = 'default', ...before: RequestHandler[]) => {
    const seen: SeenUse[] = [];
    const handlers = [...before, getCredit(), listCredits(), getInvoices(), listOpenInvoices(), applyCredit(seen)];
    const page = await mountReady<PortalApplyCredit>({ ...applyCreditScenes[name]!, handlers });
    await until(() => page.submitButton);
    return Object.assign(page, { seen });
  };

  it('suggests to pay what is due first, as far as the credit goes', async () => {
    const page = await mountUsing();
    expect([0, 1, 2].map((index) => page.field(`amount-${index}`)!.value)).to.deep.equal(['0.90', '119.00', '0.10']);
    expect(text(page.submitButton)).to.equal('Use €120.00');
    page.submit();
    await until(() => page.part('receipt'));
    expect(page.seen[0]!.body.allocations.map(({ invoiceId, amount }) => [invoiceId, amount.amount])).to.deep.equal([
      ['inv_3', '0.90'],
      ['inv_2', '119.00'],
      ['inv_1', '0.10'],
    ]);
    expect(page.text).to.contain('€120.00 of the credit has been used. €20.00 is left.');
    await until(() => page.focused?.localName === 'h3');
  });

  it('leaves an invoice out whose field is empty', async () => {
    const page = await mountUsing();
    await page.fill('amount-0', '');
    await page.fill('amount-1', '100');
    await page.fill('amount-2', ' ');
    expect(page.part('total')).to.contain('€100.00').and.to.contain('€20.00');
    page.submit();
    await until(() => page.part('receipt'));
    expect(page.seen[0]!.body.allocations).to.deep.equal([{ invoiceId: 'inv_2', amount: { amount: '100', currency: 'EUR' } }]);
  });

  it('does not send more than is left of the credit, and says at which amount it becomes too much', async () => {
    const page = await mountUsing();
    await page.fill('amount-2', '2');
    page.submit();
    await until(() => page.fault('amount-2') === 'Only €120.00 is left of the credit.');
    await until(() => page.focused === page.field('amount-2'));
    expect(page.seen.length).to.equal(0);
  });

  it('does not send nothing at all', async () => {
    const page = await mountUsing();
    for (const index of [0, 1, 2]) await page.fill(`amount-${index}`, '');
    page.submit();
    await page.says('Please enter an amount for an invoice.');
    expect(page.seen.length).to.equal(0);
  });

  it('pays one invoice from the credit that ends first, or from another', async () => {
    const page = await mountUsing('toAnInvoice');
    const credits = page.field<HTMLSelectElement>('credit')!;
    expect([...credits.options].map(text)).to.deep.equal([
      'Outage of the uplink in rack B12: €120.00',
      'Advance payment for colocation: €2,400.00',
    ]);
    await page.fill('credit', 'crd_2');
    await until(() => page.part('total').includes('€2,300.00'));
    page.submit();
    await until(() => page.part('receipt'));
    expect([page.seen[0]!.creditId, page.seen[0]!.body.allocations]).to.deep.equal([
      'crd_2',
      [{ invoiceId: 'inv_1', amount: { amount: '100.00', currency: 'EUR' } }],
    ]);
  });

  it("puts the server's objection at the amount it is about, and keeps what was typed", async () => {
    const errors = [{ pointer: '/allocations/1/amount', detail: 'Only 50.00 EUR are open.' }];
    const page = await mountUsing(
      'default',
      msw.post('*/uses', () => problem(422, 'Invalid', { errors })),
    );
    await page.fill('amount-0', '');
    await page.fill('amount-2', '60');
    await page.fill('amount-1', '1.5');
    page.submit();
    await until(() => page.fault('amount-2') === 'Only 50.00 EUR are open.');
    expect(page.field('amount-2')!.value).to.equal('60');
    await until(() => page.focused === page.field('amount-2'));
  });

  it('looks again when the credit or an invoice has changed meanwhile, and keeps what was typed', async () => {
    const conflict = msw.post('*/uses', () => problem(409, 'This credit can no longer be used', { type: 'credit-unavailable' }), {
      once: true,
    });
    const page = await mountUsing('default', conflict);
    await page.fill('amount-0', '0.5');
    const less = aCredit({ remaining: { amount: '5.00', currency: 'EUR' } });
    page.answerWith([conflict, getCredit([less]), listOpenInvoices(payable)]);
    page.submit();
    await until(() => page.part('error'));
    expect(page.part('error')).to.contain('can no longer be used');
    await until(() => page.part('total').includes('€5.00'));
    expect(page.field('amount-0')!.value).to.equal('0.5');
  });

  it('repeats a use of unknown fate under the same key, and a refused one under another', async () => {
    const keys: (string | null)[] = [];
    const answers = [() => new HttpResponse(null, { status: 503, headers: { 'Retry-After': '60' } }), () => problem(409, 'Changed')];
    const fails = msw.post('*/uses', ({ request }) => {
      keys.push(request.headers.get('Idempotency-Key'));
      return answers[keys.length - 1]?.();
    });
    const page = await mountUsing('default', fails);
    page.submit();
    await until(() => page.part('error'));
    expect(page.part('error')).to.contain('Trying again is safe');
    expect(text(page.submitButton)).to.equal('Try again');
    page.submit();
    await until(() => page.part('error').includes('Changed') && text(page.submitButton).startsWith('Use'));
    page.submit();
    await until(() => page.part('receipt'));
    expect(keys[1]).to.equal(keys[0]);
    expect(page.seen[0]!.key).not.to.equal(keys[0]);
  });

  it('sends one request however often it is pressed', async () => {
    const page = await mountUsing();
    page.submit();
    page.submit();
    page.root.querySelector('form')!.requestSubmit();
    await until(() => page.part('receipt'));
    expect(page.seen.length).to.equal(1);
  });

  it('keeps the credit that was chosen and what was typed when the session ends and is renewed', async () => {
    const page = await mountUsing('toAnInvoice');
    await page.fill('credit', 'crd_2');
    await page.fill('amount-0', '12.34');
    page.provision!.update({ permissions: personas['no-permissions'] });
    await settled(page.element, 'denied');
    page.provision!.update({ permissions: personas.owner });
    await until(() => page.field('amount-0'));
    expect([page.field('credit')!.value, page.field('amount-0')!.value]).to.deep.equal(['crd_2', '12.34']);
  });

  it('does not vanish when the server refuses the invoices', async () => {
    const refused = msw.get('*/invoices', () => problem(403, 'Not allowed'));
    const page = await mountReady<PortalApplyCredit>({
      ...applyCreditScenes.default,
      handlers: [getCredit(), refused],
      phase: 'error',
    });
    await until(() => page.part('error'));
    expect(page.part('error')).to.contain('no longer exists');
  });
});

describe('<portal-invoice> that can be paid from a credit', () => {
  const usable = aFullInvoice({ allowedActions: ['pay', 'apply-credit'] });
  const mountInvoice = (permissions: Scene['permissions'] = personas.owner) =>
    mountReady<PortalInvoice>({
      markup: html`<portal-invoice invoice-id="inv_1"></portal-invoice>`,
      handlers: [getInvoices([usable]), listCredits(), applyCredit()],
      permissions,
    });

  it('offers that in its place, and shows the invoice anew when it is done', async () => {
    const page = await mountInvoice();
    await page.press('Use a credit');
    const use = await page.inner('portal-apply-credit');
    await until(() => use.submitButton);
    const before = page.requests.filter(({ method, url }) => method === 'GET' && url.endsWith('/invoices/inv_1')).length;
    use.submit();
    await until(() => page.requests.filter(({ method, url }) => method === 'GET' && url.endsWith('/invoices/inv_1')).length > before);
    await page.press('Back to the invoice');
    await until(() => page.button('Use a credit'));
  });

  it('does not to who may pay, but not use credits', async () => {
    const page = await mountInvoice({ allow: { 'billing.invoices': ['view', 'update'] } });
    expect(page.button('Use a credit') === undefined).to.equal(true);
  });
});
