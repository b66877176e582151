import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import { http as msw, HttpResponse, type RequestHandler } from 'msw';
import '../../src/define/portal-pay-invoices.js';
import type { PortalPayInvoices } from '../../src/payments/portal-pay-invoices.js';
import type { components, PortalInvoicesPaidEvent } from '../../src/index.js';
import { problem } from '../mocks/http.js';
import { createPayment, getInvoices, payable } from '../mocks/invoice.js';
import type { TestPaymentFields } from '../mocks/payment-fields.js';
import { personas } from '../mocks/session.js';
import { payInvoicesScenes } from '../scenes/pay-invoices.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { markup, mountReady, settled, text } from '../support/mount.js';
import { Page } from '../support/page.js';
import { until } from '../support/until.js';

saysWhatCouldNotBeLoaded('portal-pay-invoices', payInvoicesScenes.default, [
  { module: 'src/payments/pay-panel.ts', here: (root) => root.querySelector('form') },
]);

keepsThePortalContract('portal-pay-invoices', payInvoicesScenes);

type Seen = { key: string | null; body: components['schemas']['NewPayment'] }[];

describe('<portal-pay-invoices>', () => {
  /** Mounts a scene whose payments are remembered; what stands in `before` answers first. */
  const mountPaying = async (name: string, ...before: RequestHandler[]) => {
    const seen: Seen = [];
    const scene = payInvoicesScenes[name]!;
    const page = await mountReady<PortalPayInvoices>({ ...scene, handlers: [...before, getInvoices(), createPayment(seen)] });
    await until(() => page.submitButton);
    const fields = page.element.querySelector<TestPaymentFields>('test-payment-fields')!;
    return Object.assign(page, { seen, fields });
  };

  it('pays all of several invoices with one token, and says so', async () => {
    const page = await mountPaying('default');
    const events: PortalInvoicesPaidEvent[] = [];
    page.host.addEventListener('portal-invoices-paid', (event) => events.push(event));
    expect(text(page.submitButton)).to.equal('Pay €219.90');
    page.submit();
    await until(() => page.part('receipt'));
    expect(page.seen[0]!.body).to.deep.equal({
      allocations: [
        { invoiceId: 'inv_1', amount: { amount: '100.00', currency: 'EUR' } },
        { invoiceId: 'inv_2', amount: { amount: '119.00', currency: 'EUR' } },
        { invoiceId: 'inv_3', amount: { amount: '0.90', currency: 'EUR' } },
      ],
      paymentToken: 'token-1',
    });
    const { amount, currency, invoiceNumbers } = page.fields.orders[0]!;
    expect({ amount, currency, invoiceNumbers }).to.deep.equal({
      amount: '219.90',
      currency: 'EUR',
      invoiceNumbers: ['2026-0042', '2026-0041', '2026-0040'],
    });
    expect(page.part('receipt')).to.contain('We have received your payment').and.to.contain('2026-0041 €119.00');
    await until(() => page.focused?.localName === 'h3');
    expect(events.map(({ payment }) => payment.id)).to.deep.equal(['pay_9']);
  });

  it('says that a payment is under way when its provider has yet to answer', async () => {
    const seen: Seen = [];
    const scene = { ...payInvoicesScenes['single']!, handlers: [getInvoices(), createPayment(seen, 'processing')] };
    const page = await mountReady<PortalPayInvoices>(scene);
    await until(() => page.submitButton);
    page.submit();
    await until(() => page.part('receipt'));
    expect(text(page.root.querySelector('h3'))).to.contain('under way');
  });

  it('pays a part, typed with a comma as in German', async () => {
    const page = await mountPaying('single');
    page.provision!.update({ locale: { language: 'de' } });
    await until(() => text(page.submitButton).startsWith('100,00'));
    expect(page.field('amount-0')!.value).to.equal('100,00');
    await page.fill('amount-0', '12,5');
    page.submit();
    await until(() => page.part('receipt'));
    expect(page.seen[0]!.body.allocations[0]!.amount.amount).to.equal('12.5');
  });

  for (const [amount, message] of [
    ['ten', 'such as 100.00'],
    ['1.005', 'At most 2 decimals'],
    ['0', 'above zero'],
    ['100.01', 'Only €100.00 is open'],
  ] as const) {
    it(`does not send "${amount}", and takes the person to it`, async () => {
      const page = await mountPaying('default');
      await page.fill('amount-0', amount);
      page.submit();
      await until(() => page.root.querySelector('#amount-0-error'));
      expect(page.fault('amount-0')).to.contain(message);
      await until(() => page.focused === page.field('amount-0'));
      expect([page.seen.length, page.fields.orders.length]).to.deep.equal([0, 0]);
    });
  }

  it('sends one request however often it is pressed', async () => {
    const page = await mountPaying('default');
    page.submit();
    page.submit();
    page.root.querySelector('form')!.requestSubmit();
    await until(() => page.part('receipt'));
    expect([page.seen.length, page.fields.orders.length]).to.deep.equal([1, 1]);
  });

  it("shows the provider's word when it declines, and pays with other details under another key", async () => {
    const keys: (string | null)[] = [];
    const declines = msw.post(
      '*/payments',
      ({ request }) => {
        keys.push(request.headers.get('Idempotency-Key'));
        return problem(402, 'The card has expired', { type: 'payment-declined' });
      },
      { once: true },
    );
    const page = await mountPaying('default', declines);
    page.submit();
    await until(() => page.part('error'));
    expect(page.part('error')).to.contain('The card has expired').and.to.contain('Nothing has been charged');
    page.submit();
    await until(() => page.part('receipt'));
    expect(page.seen[0]!.body.paymentToken).to.equal('token-2');
    expect(page.seen[0]!.key).not.to.equal(keys[0]);
  });

  it('repeats a payment of unknown fate exactly as it was: same key, same token', async () => {
    const first: Seen = [];
    let lost = true;
    const loses = msw.post('*/payments', async ({ request }) => {
      if (!lost) return undefined;
      first.push({ key: request.headers.get('Idempotency-Key'), body: (await request.json()) as Seen[0]['body'] });
      return new HttpResponse(null, { status: 503, headers: { 'Retry-After': '60' } });
    });
    const page = await mountPaying('default', loses);
    page.submit();
    await until(() => page.part('error'));
    expect(page.part('error')).to.contain('Trying again is safe');
    expect(text(page.submitButton)).to.equal('Try again');
    lost = false;
    page.submit();
    await until(() => page.part('receipt'));
    expect(page.seen).to.deep.equal(first);
    expect(page.fields.orders.length).to.equal(1);
  });

  it('takes an edit after an unknown fate as another payment', async () => {
    const keys: (string | null)[] = [];
    const loses = msw.post(
      '*/payments',
      ({ request }) => {
        keys.push(request.headers.get('Idempotency-Key'));
        return new HttpResponse(null, { status: 503, headers: { 'Retry-After': '60' } });
      },
      { once: true },
    );
    const page = await mountPaying('default', loses);
    page.submit();
    await until(() => page.part('error'));
    await page.fill('amount-0', '10');
    page.submit();
    await until(() => page.part('receipt'));
    expect(page.seen[0]!.key).not.to.equal(keys[0]);
    expect(page.seen[0]!.body.paymentToken).to.equal('token-2');
  });

  it("puts the server's objection at the amount it is about, and keeps what was typed", async () => {
    const errors = [{ pointer: '/allocations/1/amount', detail: 'Only 50.00 EUR are open.' }];
    const page = await mountPaying(
      'default',
      msw.post('*/payments', () => problem(422, 'Invalid', { errors })),
    );
    await page.fill('amount-1', '60');
    page.submit();
    await until(() => page.part('error'));
    expect(page.fault('amount-1')).to.equal('Only 50.00 EUR are open.');
    await until(() => page.focused === page.field('amount-1'));
    expect(page.field('amount-1')!.value).to.equal('60');
  });

  it('looks again at the invoices when one can no longer be paid', async () => {
    const conflict = msw.post('*/payments', () => problem(409, 'An invoice can no longer be paid like this', { type: 'not-payable' }));
    const page = await mountPaying('default', conflict);
    page.answerWith([conflict, getInvoices([payable[0]!, { ...payable[1]!, allowedActions: [] }, payable[2]!])]);
    page.submit();
    await until(() => page.part('amounts').includes('it is left out'));
    expect(page.part('error')).to.contain('can no longer be paid like this');
    expect(text(page.submitButton)).to.equal('Pay €100.90');
  });

  it("shows what the provider's fields object to, and sends nothing", async () => {
    const page = await mountPaying('default');
    page.fields.answer = () => Promise.reject(new Error('The card number is too short.'));
    page.submit();
    await until(() => page.part('error'));
    expect(page.part('error')).to.contain('The card number is too short.');
    expect(page.seen.length).to.equal(0);
  });

  it('goes back to editing when the person calls it off in the fields', async () => {
    const page = await mountPaying('default');
    page.fields.answer = () => Promise.reject(new DOMException('Closed', 'AbortError'));
    page.submit();
    await until(() => page.submitButton?.getAttribute('aria-disabled') === 'false' && page.fields.orders.length === 1);
    expect(page.root.querySelectorAll('[part="error"]').length).to.equal(0);
    expect(page.seen.length).to.equal(0);
  });

  it('sends nothing when the person leaves before there is a token', async () => {
    const page = await mountPaying('default');
    let give: (token: string) => void;
    page.fields.answer = () => new Promise((resolve) => (give = resolve));
    page.submit();
    await until(() => page.fields.orders.length === 1);
    page.element.remove();
    expect(page.fields.orders[0]!.signal.aborted).to.equal(true);
    give!('too-late');
    await page.element.updateComplete;
    expect(page.sent('POST').length).to.equal(0);
  });

  it('keeps what was typed when the right to pay is taken away and given back', async () => {
    const page = await mountPaying('default');
    await page.fill('amount-0', '12.34');
    page.provision!.update({ permissions: personas['no-permissions'] });
    await settled(page.element, 'denied');
    page.provision!.update({ permissions: personas.owner });
    await until(() => page.field('amount-0'));
    expect(page.field('amount-0')!.value).to.equal('12.34');
  });

  it('says what is missing without payment fields, and finds them when they come late', async () => {
    const page = await mountReady<PortalPayInvoices>(payInvoicesScenes['withoutFields']!);
    expect(page.part('error')).to.contain('not possible here');
    expect(page.submitButton === undefined).to.equal(true);
    const fields = document.createElement('test-payment-fields');
    fields.slot = 'payment';
    page.element.append(fields);
    await until(() => page.submitButton);
  });

  it('finds the fields through slots that are handed on', async () => {
    const outer = document.createElement('div');
    render(html`<test-payment-fields slot="fields"></test-payment-fields>`, outer);
    const inner = html`<portal-pay-invoices invoice-ids="inv_1"><slot name="fields" slot="payment"></slot></portal-pay-invoices>`;
    render(inner, outer.attachShadow({ mode: 'open' }));
    const page = await mountReady<PortalPayInvoices>(payInvoicesScenes['single']!);
    page.host.append(outer);
    const inside = new Page(outer.shadowRoot!.querySelector<PortalPayInvoices>('portal-pay-invoices')!);
    await until(() => inside.submitButton);
    page.provision!.remove();
  });

  it('does not ask for invoices that the person may not pay, and refuses a mix of currencies', async () => {
    const reader = await mountReady<PortalPayInvoices>(payInvoicesScenes.readOnly);
    expect(reader.requests.length).to.equal(0);
    expect(reader.part('empty')).to.contain('not pay');
    const mixed = await mountReady<PortalPayInvoices>(payInvoicesScenes['severalCurrencies']!);
    expect(mixed.part('detail')).to.contain('same currency');
    expect(mixed.submitButton === undefined).to.equal(true);
  });

  it('leaves the token in no attribute and no text', async () => {
    const page = await mountPaying('default');
    page.fields.answer = () => Promise.resolve('secret-token');
    page.submit();
    await until(() => page.part('receipt'));
    expect(markup(page.host) + markup(page.element)).not.to.contain('secret-token');
  });
});
