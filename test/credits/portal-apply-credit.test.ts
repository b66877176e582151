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
  const root = (element: PortalApplyCredit) => element.shadowRoot!;
  const submit = (element: PortalApplyCredit) => root(element).querySelector<HTMLButtonElement>('button[type="submit"]')!;
  const field = (element: PortalApplyCredit, index = 0) => root(element).querySelector<HTMLInputElement>(`#amount-${index}`)!;
  const fault = (element: PortalApplyCredit, index = 0) => text(root(element).querySelector(`#amount-${index}-error`));
  const all = (element: PortalApplyCredit) => text(root(element).querySelector('form, section'));
  const error = async (element: PortalApplyCredit) => {
    await until(() => root(element).querySelector('[part="error"]'));
    return text(root(element).querySelector('[part="error"]'));
  };
  const receipt = (element: PortalApplyCredit) => until(() => root(element).querySelector('[part="receipt"]'));

  const type = async (element: PortalApplyCredit, amount: string, index = 0) => {
    field(element, index).value = amount;
    field(element, index).dispatchEvent(new Event('input', { bubbles: true }));
    await element.updateComplete;
  };

  const mountUsing = async (name: 'default' | 'toAnInvoice' = 'default', ...before: RequestHandler[]) => {
    const seen: SeenUse[] = [];
    const handlers = [...before, getCredit(), listCredits(), getInvoices(), listOpenInvoices(), applyCredit(seen)];
    const mounted = await mountReady<PortalApplyCredit>({ ...applyCreditScenes[name]!, handlers });
    await until(() => submit(mounted.element));
    return { ...mounted, seen };
  };

  it('suggests to pay what is due first, as far as the credit goes', async () => {
    const { element, seen } = await mountUsing();
    expect([0, 1, 2].map((index) => field(element, index).value)).to.deep.equal(['0.90', '119.00', '0.10']);
    expect(text(submit(element))).to.equal('Use €120.00');
    submit(element).click();
    await receipt(element);
    expect(seen[0]!.body.allocations.map(({ invoiceId, amount }) => [invoiceId, amount.amount])).to.deep.equal([
      ['inv_3', '0.90'],
      ['inv_2', '119.00'],
      ['inv_1', '0.10'],
    ]);
    expect(all(element)).to.contain('€120.00 of the credit has been used. €20.00 is left.');
    await until(() => root(element).activeElement?.localName === 'h3');
  });

  it('leaves an invoice out whose field is empty', async () => {
    const { element, seen } = await mountUsing();
    await type(element, '');
    await type(element, '100', 1);
    await type(element, ' ', 2);
    expect(text(root(element).querySelector('[part="total"]')))
      .to.contain('€100.00')
      .and.to.contain('€20.00');
    submit(element).click();
    await receipt(element);
    expect(seen[0]!.body.allocations).to.deep.equal([{ invoiceId: 'inv_2', amount: { amount: '100', currency: 'EUR' } }]);
  });

  it('does not send more than is left of the credit, and says at which amount it becomes too much', async () => {
    const { element, seen } = await mountUsing();
    await type(element, '2', 2);
    submit(element).click();
    await until(() => fault(element, 2) === 'Only €120.00 is left of the credit.');
    await until(() => root(element).activeElement === field(element, 2));
    expect(seen.length).to.equal(0);
  });

  it('does not send nothing at all', async () => {
    const { element, seen } = await mountUsing();
    for (const index of [0, 1, 2]) await type(element, '', index);
    submit(element).click();
    await until(() => all(element).includes('Please enter an amount for an invoice.'));
    expect(seen.length).to.equal(0);
  });

  it('pays one invoice from the credit that ends first, or from another', async () => {
    const { element, seen } = await mountUsing('toAnInvoice');
    const select = root(element).querySelector('select')!;
    expect([...select.options].map(text)).to.deep.equal([
      'Outage of the uplink in rack B12: €120.00',
      'Advance payment for colocation: €2,400.00',
    ]);
    select.value = 'crd_2';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => text(root(element).querySelector('[part="total"]')).includes('€2,300.00'));
    submit(element).click();
    await receipt(element);
    expect([seen[0]!.creditId, seen[0]!.body.allocations]).to.deep.equal([
      'crd_2',
      [{ invoiceId: 'inv_1', amount: { amount: '100.00', currency: 'EUR' } }],
    ]);
  });

  it("puts the server's objection at the amount it is about, and keeps what was typed", async () => {
    const errors = [{ pointer: '/allocations/1/amount', detail: 'Only 50.00 EUR are open.' }];
    const { element } = await mountUsing(
      'default',
      msw.post('*/uses', () => problem(422, 'Invalid', { errors })),
    );
    await type(element, '');
    await type(element, '60', 2);
    await type(element, '1.5', 1);
    submit(element).click();
    await until(() => fault(element, 2) === 'Only 50.00 EUR are open.');
    expect(field(element, 2).value).to.equal('60');
    await until(() => root(element).activeElement === field(element, 2));
  });

  it('looks again when the credit or an invoice has changed meanwhile, and keeps what was typed', async () => {
    const conflict = msw.post('*/uses', () => problem(409, 'This credit can no longer be used', { type: 'credit-unavailable' }), {
      once: true,
    });
    const { element, answerWith } = await mountUsing('default', conflict);
    await type(element, '0.5');
    const less = aCredit({ remaining: { amount: '5.00', currency: 'EUR' } });
    answerWith([conflict, getCredit([less]), listOpenInvoices(payable)]);
    submit(element).click();
    expect(await error(element)).to.contain('can no longer be used');
    await until(() => text(root(element).querySelector('[part="total"]')).includes('€5.00'));
    expect(field(element).value).to.equal('0.5');
  });

  it('repeats a use of unknown fate under the same key, and a refused one under another', async () => {
    const keys: (string | null)[] = [];
    const answers = [() => new HttpResponse(null, { status: 503, headers: { 'Retry-After': '60' } }), () => problem(409, 'Changed')];
    const fails = msw.post('*/uses', ({ request }) => {
      keys.push(request.headers.get('Idempotency-Key'));
      return answers[keys.length - 1]?.();
    });
    const { element, seen } = await mountUsing('default', fails);
    submit(element).click();
    expect(await error(element)).to.contain('Trying again is safe');
    expect(text(submit(element))).to.equal('Try again');
    submit(element).click();
    await until(() => text(root(element).querySelector('[part="error"]')).includes('Changed') && text(submit(element)).startsWith('Use'));
    submit(element).click();
    await receipt(element);
    expect(keys[1]).to.equal(keys[0]);
    expect(seen[0]!.key).not.to.equal(keys[0]);
  });

  it('sends one request however often it is pressed', async () => {
    const { element, seen } = await mountUsing();
    submit(element).click();
    submit(element).click();
    root(element).querySelector('form')!.requestSubmit();
    await receipt(element);
    expect(seen.length).to.equal(1);
  });

  it('keeps the credit that was chosen and what was typed when the session ends and is renewed', async () => {
    const { element, provision } = await mountUsing('toAnInvoice');
    const select = () => root(element).querySelector('select')!;
    select().value = 'crd_2';
    select().dispatchEvent(new Event('change', { bubbles: true }));
    await type(element, '12.34');
    provision!.update({ permissions: personas['no-permissions'] });
    await settled(element, 'denied');
    provision!.update({ permissions: personas.owner });
    await until(() => field(element));
    expect([select().value, field(element).value]).to.deep.equal(['crd_2', '12.34']);
  });

  it('does not vanish when the server refuses the invoices', async () => {
    const refused = msw.get('*/invoices', () => problem(403, 'Not allowed'));
    const { element } = await mountReady<PortalApplyCredit>({
      ...applyCreditScenes.default,
      handlers: [getCredit(), refused],
      phase: 'error',
    });
    expect(await error(element)).to.contain('no longer exists');
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
  const offer = ({ shadowRoot }: PortalInvoice) =>
    [...shadowRoot!.querySelectorAll('button')].find((each) => text(each) === 'Use a credit');

  it('offers that in its place, and shows the invoice anew when it is done', async () => {
    const { element, requests } = await mountInvoice();
    offer(element)!.click();
    const form = () => element.shadowRoot!.querySelector('portal-apply-credit')?.shadowRoot?.querySelector('form');
    await until(form);
    const before = requests.filter(({ method, url }) => method === 'GET' && url.endsWith('/invoices/inv_1')).length;
    form()!.requestSubmit();
    await until(() => requests.filter(({ method, url }) => method === 'GET' && url.endsWith('/invoices/inv_1')).length > before);
    element.shadowRoot!.querySelector<HTMLButtonElement>('.back')!.click();
    await until(() => offer(element));
  });

  it('does not to who may pay, but not use credits', async () => {
    const { element } = await mountInvoice({ allow: { 'billing.invoices': ['view', 'update'] } });
    expect(offer(element) === undefined).to.equal(true);
  });
});
