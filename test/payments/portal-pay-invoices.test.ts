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
import { until } from '../support/until.js';

saysWhatCouldNotBeLoaded('portal-pay-invoices', payInvoicesScenes.default, [
  { module: 'src/payments/pay-panel.ts', here: (root) => root.querySelector('form') },
]);

keepsThePortalContract('portal-pay-invoices', payInvoicesScenes);

type Seen = { key: string | null; body: components['schemas']['NewPayment'] }[];

describe('<portal-pay-invoices>', () => {
  const root = (element: PortalPayInvoices) => element.shadowRoot!;
  const submit = (element: PortalPayInvoices) => root(element).querySelector<HTMLButtonElement>('button[type="submit"]')!;
  const field = (element: PortalPayInvoices, index = 0) => root(element).querySelector<HTMLInputElement>(`#amount-${index}`)!;
  const failed = (element: PortalPayInvoices) => until(() => root(element).querySelector('[part="error"]'));
  const paid = (element: PortalPayInvoices) => until(() => root(element).querySelector('[part="receipt"]'));

  const type = async (element: PortalPayInvoices, amount: string, index = 0) => {
    field(element, index).value = amount;
    field(element, index).dispatchEvent(new Event('input', { bubbles: true }));
    await element.updateComplete;
  };

  /** Mounts a scene whose payments are remembered; what stands in `before` answers first. */
  const mountPaying = async (name: string, ...before: RequestHandler[]) => {
    const seen: Seen = [];
    const scene = payInvoicesScenes[name]!;
    const mounted = await mountReady<PortalPayInvoices>({ ...scene, handlers: [...before, getInvoices(), createPayment(seen)] });
    await until(() => submit(mounted.element));
    const fields = mounted.element.querySelector<TestPaymentFields>('test-payment-fields')!;
    return { ...mounted, seen, fields };
  };

  it('pays all of several invoices with one token, and says so', async () => {
    const { element, host, seen, fields } = await mountPaying('default');
    const events: PortalInvoicesPaidEvent[] = [];
    host.addEventListener('portal-invoices-paid', (event) => events.push(event));
    expect(text(submit(element))).to.equal('Pay €219.90');
    submit(element).click();
    await paid(element);
    expect(seen[0]!.body).to.deep.equal({
      allocations: [
        { invoiceId: 'inv_1', amount: { amount: '100.00', currency: 'EUR' } },
        { invoiceId: 'inv_2', amount: { amount: '119.00', currency: 'EUR' } },
        { invoiceId: 'inv_3', amount: { amount: '0.90', currency: 'EUR' } },
      ],
      paymentToken: 'token-1',
    });
    const { amount, currency, invoiceNumbers } = fields.orders[0]!;
    expect({ amount, currency, invoiceNumbers }).to.deep.equal({
      amount: '219.90',
      currency: 'EUR',
      invoiceNumbers: ['2026-0042', '2026-0041', '2026-0040'],
    });
    expect(text(root(element).querySelector('[part="receipt"]')))
      .to.contain('We have received your payment')
      .and.to.contain('2026-0041 €119.00');
    await until(() => root(element).activeElement?.localName === 'h3');
    expect(events.map(({ payment }) => payment.id)).to.deep.equal(['pay_9']);
  });

  it('says that a payment is under way when its provider has yet to answer', async () => {
    const seen: Seen = [];
    const scene = { ...payInvoicesScenes['single']!, handlers: [getInvoices(), createPayment(seen, 'processing')] };
    const { element } = await mountReady<PortalPayInvoices>(scene);
    await until(() => submit(element));
    submit(element).click();
    await paid(element);
    expect(text(root(element).querySelector('h3'))).to.contain('under way');
  });

  it('pays a part, typed with a comma as in German', async () => {
    const { element, provision, seen } = await mountPaying('single');
    provision!.update({ locale: { language: 'de' } });
    await until(() => text(submit(element)).startsWith('100,00'));
    expect(field(element).value).to.equal('100,00');
    await type(element, '12,5');
    submit(element).click();
    await paid(element);
    expect(seen[0]!.body.allocations[0]!.amount.amount).to.equal('12.5');
  });

  for (const [amount, message] of [
    ['ten', 'such as 100.00'],
    ['1.005', 'At most 2 decimals'],
    ['0', 'above zero'],
    ['100.01', 'Only €100.00 is open'],
  ] as const) {
    it(`does not send "${amount}", and takes the person to it`, async () => {
      const { element, seen, fields } = await mountPaying('default');
      await type(element, amount);
      submit(element).click();
      await until(() => root(element).querySelector('#amount-0-error'));
      expect(text(root(element).querySelector('#amount-0-error'))).to.contain(message);
      await until(() => root(element).activeElement === field(element));
      expect([seen.length, fields.orders.length]).to.deep.equal([0, 0]);
    });
  }

  it('sends one request however often it is pressed', async () => {
    const { element, seen, fields } = await mountPaying('default');
    submit(element).click();
    submit(element).click();
    root(element).querySelector('form')!.requestSubmit();
    await paid(element);
    expect([seen.length, fields.orders.length]).to.deep.equal([1, 1]);
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
    const { element, seen } = await mountPaying('default', declines);
    submit(element).click();
    await failed(element);
    expect(text(root(element).querySelector('[part="error"]')))
      .to.contain('The card has expired')
      .and.to.contain('Nothing has been charged');
    submit(element).click();
    await paid(element);
    expect(seen[0]!.body.paymentToken).to.equal('token-2');
    expect(seen[0]!.key).not.to.equal(keys[0]);
  });

  it('repeats a payment of unknown fate exactly as it was: same key, same token', async () => {
    const first: Seen = [];
    let lost = true;
    const loses = msw.post('*/payments', async ({ request }) => {
      if (!lost) return undefined;
      first.push({ key: request.headers.get('Idempotency-Key'), body: (await request.json()) as Seen[0]['body'] });
      return new HttpResponse(null, { status: 503, headers: { 'Retry-After': '60' } });
    });
    const { element, seen, fields } = await mountPaying('default', loses);
    submit(element).click();
    await failed(element);
    expect(text(root(element).querySelector('[part="error"]'))).to.contain('Trying again is safe');
    expect(text(submit(element))).to.equal('Try again');
    lost = false;
    submit(element).click();
    await paid(element);
    expect(seen).to.deep.equal(first);
    expect(fields.orders.length).to.equal(1);
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
    const { element, seen } = await mountPaying('default', loses);
    submit(element).click();
    await failed(element);
    await type(element, '10');
    submit(element).click();
    await paid(element);
    expect(seen[0]!.key).not.to.equal(keys[0]);
    expect(seen[0]!.body.paymentToken).to.equal('token-2');
  });

  it("puts the server's objection at the amount it is about, and keeps what was typed", async () => {
    const errors = [{ pointer: '/allocations/1/amount', detail: 'Only 50.00 EUR are open.' }];
    const { element } = await mountPaying(
      'default',
      msw.post('*/payments', () => problem(422, 'Invalid', { errors })),
    );
    await type(element, '60', 1);
    submit(element).click();
    await failed(element);
    expect(text(root(element).querySelector('#amount-1-error'))).to.equal('Only 50.00 EUR are open.');
    await until(() => root(element).activeElement === field(element, 1));
    expect(field(element, 1).value).to.equal('60');
  });

  it('looks again at the invoices when one can no longer be paid', async () => {
    const conflict = msw.post('*/payments', () => problem(409, 'An invoice can no longer be paid like this', { type: 'not-payable' }));
    const { element, answerWith } = await mountPaying('default', conflict);
    answerWith([conflict, getInvoices([payable[0]!, { ...payable[1]!, allowedActions: [] }, payable[2]!])]);
    submit(element).click();
    await until(() => text(root(element).querySelector('[part="amounts"]')).includes('it is left out'));
    expect(text(root(element).querySelector('[part="error"]'))).to.contain('can no longer be paid like this');
    expect(text(submit(element))).to.equal('Pay €100.90');
  });

  it("shows what the provider's fields object to, and sends nothing", async () => {
    const { element, seen, fields } = await mountPaying('default');
    fields.answer = () => Promise.reject(new Error('The card number is too short.'));
    submit(element).click();
    await failed(element);
    expect(text(root(element).querySelector('[part="error"]'))).to.contain('The card number is too short.');
    expect(seen.length).to.equal(0);
  });

  it('goes back to editing when the person calls it off in the fields', async () => {
    const { element, seen, fields } = await mountPaying('default');
    fields.answer = () => Promise.reject(new DOMException('Closed', 'AbortError'));
    submit(element).click();
    await until(() => submit(element).getAttribute('aria-disabled') === 'false' && fields.orders.length === 1);
    expect(root(element).querySelectorAll('[part="error"]').length).to.equal(0);
    expect(seen.length).to.equal(0);
  });

  it('sends nothing when the person leaves before there is a token', async () => {
    const { element, requests, fields } = await mountPaying('default');
    let give: (token: string) => void;
    fields.answer = () => new Promise((resolve) => (give = resolve));
    submit(element).click();
    await until(() => fields.orders.length === 1);
    element.remove();
    expect(fields.orders[0]!.signal.aborted).to.equal(true);
    give!('too-late');
    await element.updateComplete;
    expect(requests.filter(({ method }) => method === 'POST').length).to.equal(0);
  });

  it('keeps what was typed when the right to pay is taken away and given back', async () => {
    const { element, provision } = await mountPaying('default');
    await type(element, '12.34');
    provision!.update({ permissions: personas['no-permissions'] });
    await settled(element, 'denied');
    provision!.update({ permissions: personas.owner });
    await until(() => field(element));
    expect(field(element).value).to.equal('12.34');
  });

  it('says what is missing without payment fields, and finds them when they come late', async () => {
    const { element } = await mountReady<PortalPayInvoices>(payInvoicesScenes['withoutFields']!);
    expect(text(root(element).querySelector('[part="error"]'))).to.contain('not possible here');
    expect(submit(element) === null).to.equal(true);
    const fields = document.createElement('test-payment-fields');
    fields.slot = 'payment';
    element.append(fields);
    await until(() => submit(element));
  });

  it('finds the fields through slots that are handed on', async () => {
    const outer = document.createElement('div');
    render(html`<test-payment-fields slot="fields"></test-payment-fields>`, outer);
    const inner = html`<portal-pay-invoices invoice-ids="inv_1"><slot name="fields" slot="payment"></slot></portal-pay-invoices>`;
    render(inner, outer.attachShadow({ mode: 'open' }));
    const { provision, host } = await mountReady<PortalPayInvoices>(payInvoicesScenes['single']!);
    host.append(outer);
    const element = outer.shadowRoot!.querySelector<PortalPayInvoices>('portal-pay-invoices')!;
    await until(() => submit(element));
    provision!.remove();
  });

  it('does not ask for invoices that the person may not pay, and refuses a mix of currencies', async () => {
    const reader = await mountReady<PortalPayInvoices>(payInvoicesScenes.readOnly);
    expect(reader.requests.length).to.equal(0);
    expect(text(root(reader.element).querySelector('[part="empty"]'))).to.contain('not pay');
    const mixed = await mountReady<PortalPayInvoices>(payInvoicesScenes['severalCurrencies']!);
    expect(text(root(mixed.element).querySelector('[part="detail"]'))).to.contain('same currency');
    expect(submit(mixed.element) === null).to.equal(true);
  });

  it('leaves the token in no attribute and no text', async () => {
    const { element, host, fields } = await mountPaying('default');
    fields.answer = () => Promise.resolve('secret-token');
    submit(element).click();
    await paid(element);
    expect(markup(host) + markup(element)).not.to.contain('secret-token');
  });
});
