import { expect } from '@open-wc/testing';
import { http as msw } from 'msw';
import '../../src/define/portal-invoice.js';
import type { PortalInvoice } from '../../src/invoices/portal-invoice.js';
import { personas } from '../mocks/session.js';
import { aDisputedInvoice, aFullInvoice, createDispute, getInvoices, withdrawDispute } from '../mocks/invoice.js';
import { problem } from '../mocks/http.js';
import { invoiceScenes } from '../scenes/invoice.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady, text } from '../support/mount.js';
import { until } from '../support/until.js';

const press = (root: ShadowRoot, name: string) => [...root.querySelectorAll('button')].find((each) => text(each).endsWith(name))!.click();
const payableFromCredit = aFullInvoice({ allowedActions: ['pay', 'apply-credit', 'dispute'] });

saysWhatCouldNotBeLoaded('portal-invoice', { ...invoiceScenes.default, handlers: [getInvoices([payableFromCredit])] }, [
  { module: 'src/invoices/record-view.ts', here: (root) => root.querySelector('h2') },
  {
    module: 'src/invoices/bank-transfers-panel.ts',
    need: (root) => root.querySelector('summary')!.click(),
    here: (root) => root.querySelector('.transfer'),
  },
  {
    module: 'src/invoices/dispute-panel.ts',
    need: (root) => press(root, 'Dispute'),
    here: (root) => root.querySelector('form'),
    leave: (root) => press(root, 'Back to the invoice'),
  },
  {
    module: 'src/invoices/pay-panel.ts',
    need: (root) => press(root, 'Pay'),
    here: (root) => root.querySelector('.back'),
  },
  {
    module: 'src/define/portal-pay-invoices.ts',
    here: (root) => root.querySelector('portal-pay-invoices'),
    leave: async (root) => {
      press(root, 'Back to the invoice');
      await until(() => !root.querySelector('.back'));
    },
  },
  {
    module: 'src/define/portal-apply-credit.ts',
    need: (root) => press(root, 'Use a credit'),
    here: (root) => root.querySelector('portal-apply-credit'),
  },
]);

keepsThePortalContract('portal-invoice', invoiceScenes);

describe('<portal-invoice>', () => {
  const root = (element: PortalInvoice) => element.shadowRoot!;
  const part = (element: PortalInvoice, name: string) => text(root(element).querySelector(`[part~="${name}"]`));
  const button = (element: PortalInvoice, name: string) =>
    [...root(element).querySelectorAll('button')].find((each) => text(each).endsWith(name));
  const shows = (element: PortalInvoice, number: string) => until(() => text(root(element).querySelector('h2')).includes(number));

  it('shows lines with their quantities, units, periods and rates', async () => {
    const { element } = await mountReady<PortalInvoice>(invoiceScenes.default);
    expect(part(element, 'lines'))
      .to.contain('Virtual server M Sep 1, 2026 – Oct 31, 2026 2 months €40.00 19% €80.00')
      .and.to.contain('250.5 GB €0.10 19% €25.05');
  });

  it('shows the tax of each rate and why none is due', async () => {
    const { element } = await mountReady<PortalInvoice>(invoiceScenes.default);
    expect(part(element, 'taxes'))
      .to.contain('19% €95.00 €18.05')
      .and.to.contain('0% Reverse charge VAT is owed by the recipient, § 13b UStG €5.00 €0.00');
  });

  it('shows the sums in order, and leaves out a rounding of zero', async () => {
    const { element } = await mountReady<PortalInvoice>(invoiceScenes.default);
    expect(part(element, 'totals')).to.equal(
      'Loyalty discount -€10.05 Net total €100.00 Tax €19.00 Total €119.00 Paid €19.00 Open €100.00',
    );
  });

  it('shows payments with their states, in the time zone of the person', async () => {
    const { element } = await mountReady<PortalInvoice>(invoiceScenes.default);
    expect(part(element, 'payments')).to.contain('Oct 3, 2026, 12:30 AM Card ending in 1881 Failed €119.00');
  });

  it('shows a credit note as one: with negative amounts, never due, overdue or payable', async () => {
    const { element } = await mountReady<PortalInvoice>(invoiceScenes['creditNote']!);
    expect(text(root(element).querySelector('h2'))).to.equal('Credit note CN-2026-0007 Issued');
    expect(part(element, 'totals')).to.contain('Total -€59.50').and.not.to.contain('Open');
    expect(text(root(element).querySelector('section'))).not.to.contain('Overdue');
    expect(part(element, 'facts')).not.to.contain('Due');
    expect(button(element, 'Pay') === undefined).to.equal(true);
  });

  it('opens a related document in place, drops what was shown before, and takes the focus along', async () => {
    const { element } = await mountReady<PortalInvoice>(invoiceScenes['creditNote']!);
    const opened: string[] = [];
    element.addEventListener('portal-invoice-open', (event) => opened.push(event.invoiceId));
    button(element, '2026-0042')!.click();
    await element.updateComplete;
    expect(text(root(element).querySelector('section'))).not.to.contain('CN-2026-0007');
    await shows(element, '2026-0042');
    await until(() => root(element).activeElement?.localName === 'h2');
    expect(opened).to.deep.equal(['inv_1']);
  });

  it('leaves it to the page to show a related document elsewhere', async () => {
    const { element, requests } = await mountReady<PortalInvoice>(invoiceScenes['creditNote']!);
    element.addEventListener('portal-invoice-open', (event) => event.preventDefault());
    button(element, '2026-0042')!.click();
    await element.updateComplete;
    expect(requests.length).to.equal(1);
    expect(element.invoiceId).to.equal('inv_5');
  });

  it('links related documents where the page has a place for them', async () => {
    const { element } = await mountReady<PortalInvoice>(invoiceScenes.default);
    element.itemHref = '/invoice?id={id}';
    await element.updateComplete;
    expect(root(element).querySelector('[part="related"] a')!.getAttribute('href')).to.equal('/invoice?id=inv_5');
  });

  it('never shows one invoice under the failure of another', async () => {
    const { element, answerWith } = await mountReady<PortalInvoice>(invoiceScenes.default);
    answerWith([getInvoices([])]);
    element.invoiceId = 'inv_404';
    await until(() => root(element).querySelector('[part="error"]'));
    expect(root(element).querySelectorAll('h2').length).to.equal(0);
  });

  it('saves each document under the name the server gives, and says when that fails', async () => {
    const { element, answerWith, requests } = await mountReady<PortalInvoice>(invoiceScenes.default);
    answerWith([getInvoices(), msw.get('*/invoices/*/documents/*', () => problem(404, 'Not yet written'))]);
    button(element, 'E-invoice (UBL)')!.click();
    await until(() => root(element).querySelector('[part="error"]'));
    expect(requests.at(-1)!.url).to.match(/\/invoices\/inv_1\/documents\/ubl$/);
  });

  it('offers to pay only what may be paid, by a person who may', async () => {
    const allowed = await mountReady<PortalInvoice>(invoiceScenes.default);
    expect(button(allowed.element, 'Pay') !== undefined).to.equal(true);
    const reader = await mountReady<PortalInvoice>(invoiceScenes.readOnly);
    expect(button(reader.element, 'Pay') === undefined).to.equal(true);
    const paid = await mountReady<PortalInvoice>({
      ...invoiceScenes.default,
      handlers: [getInvoices([aFullInvoice({ allowedActions: [] })])],
    });
    expect(button(paid.element, 'Pay') === undefined).to.equal(true);
  });

  it('pays in place with the fields of the page, and comes back', async () => {
    const { element } = await mountReady<PortalInvoice>(invoiceScenes.default);
    button(element, 'Pay')!.click();
    const payment = () => root(element).querySelector('portal-pay-invoices')?.shadowRoot;
    await until(() => payment()?.querySelector('button[type="submit"]'));
    expect(root(element).activeElement === button(element, 'Back to the invoice')).to.equal(true);
    payment()!.querySelector<HTMLButtonElement>('button[type="submit"]')!.click();
    await until(() => payment()!.querySelector('[part="receipt"]'));
    button(element, 'Back to the invoice')!.click();
    await shows(element, '2026-0042');
  });

  it('keeps the amount that was typed for a payment in place when the session ends and is renewed', async () => {
    const { element, provision } = await mountReady<PortalInvoice>(invoiceScenes.default);
    button(element, 'Pay')!.click();
    const amount = () => root(element).querySelector('portal-pay-invoices')?.shadowRoot?.querySelector<HTMLInputElement>('#amount-0');
    await until(amount);
    amount()!.value = '12.34';
    amount()!.dispatchEvent(new Event('input', { bubbles: true }));
    provision!.update({ permissions: personas['no-permissions'] });
    await until(() => element.getAttribute('phase') === 'denied');
    provision!.update({ permissions: personas.owner });
    await until(() => amount()?.value === '12.34');
  });

  describe('bank transfers', () => {
    const open = async (element: PortalInvoice) => {
      root(element).querySelector('summary')!.click();
      await until(() => root(element).querySelector('.transfer'));
    };

    it('are shown when asked for: a code for each account and its details, grouped as banks print them', async () => {
      const { element } = await mountReady<PortalInvoice>(invoiceScenes['transfers']!);
      expect(root(element).querySelectorAll('.qr').length).to.equal(0);
      await open(element);
      const labels = [...root(element).querySelectorAll('.qr')].map((code) =>
        code.getAttribute('aria-label')!.replace(/[\u2068\u2069]/g, ''),
      );
      expect(labels.map((label) => label.split('. ')[0]!.replace(/\s/g, ' '))).to.deep.equal([
        'SEPA QR code (EPC): €100.00 to Northwind Hosting',
        'QR Platba: CZK 2,500.00 to Northwind Hosting',
        'Swiss QR code: CHF 95.00 to Northwind Hosting',
      ]);
      expect(part(element, 'bank-transfers'))
        .to.contain('IBAN DE02 1203 0000 0000 2020 51')
        .and.to.contain('Variable symbol 20260042')
        .and.to.contain('Reference (QR reference) 00 00000 00000 00000 02026 00428');
    });

    it('have the Swiss cross in the Swiss code alone', async () => {
      const { element } = await mountReady<PortalInvoice>(invoiceScenes['transfers']!);
      await open(element);
      expect([...root(element).querySelectorAll('.qr')].map((code) => code.querySelectorAll('g').length)).to.deep.equal([0, 0, 1]);
    });

    it('are copied as banks want them typed, without spaces or words, and it is said', async () => {
      const copied: string[] = [];
      const { writeText } = navigator.clipboard;
      navigator.clipboard.writeText = (value) => Promise.resolve(void copied.push(value));
      const { element } = await mountReady<PortalInvoice>(invoiceScenes.default);
      await open(element);
      for (const name of ['Copy: IBAN', 'Copy: Amount', 'Copy: Reference'])
        root(element).querySelector<HTMLElement>(`[aria-label="${name}"]`)!.click();
      await until(() => text(root(element).querySelector('.copied')).includes('Copied: Reference'));
      navigator.clipboard.writeText = writeText;
      expect(copied).to.deep.equal(['DE02120300000000202051', '100.00', '2026-0042']);
    });

    it('are not spoken of where there are none', async () => {
      const { element } = await mountReady<PortalInvoice>(invoiceScenes['creditNote']!);
      expect(root(element).querySelectorAll('details').length).to.equal(0);
    });
  });

  describe('a dispute', () => {
    const form = (element: PortalInvoice) => root(element).querySelector('form')!;
    const begin = async (element: PortalInvoice) => {
      button(element, 'Dispute')!.click();
      await until(() => form(element));
    };
    const fill = async (element: PortalInvoice, reason: string, words: string) => {
      const select = form(element).querySelector('select')!;
      select.value = reason;
      select.dispatchEvent(new Event('change'));
      const area = form(element).querySelector('textarea')!;
      area.value = words;
      area.dispatchEvent(new Event('input'));
      form(element).querySelector<HTMLInputElement>('[name="line-2"]')!.click();
      await element.updateComplete;
    };
    const submit = (element: PortalInvoice) => button(element, 'Send the dispute')!.click();

    it('is sent with its reason, words and items; the invoice then says so', async () => {
      const seen: NonNullable<Parameters<typeof createDispute>[0]> = [];
      const { element, answerWith } = await mountReady<PortalInvoice>(invoiceScenes.default);
      await begin(element);
      await fill(element, 'not-ordered', 'Nobody here ordered this.');
      answerWith([getInvoices([aDisputedInvoice()]), createDispute(seen)]);
      submit(element);
      await until(() => root(element).querySelector('[part="dispute"]'));
      expect(seen.map(({ body }) => body)).to.deep.equal([{ reason: 'not-ordered', text: 'Nobody here ordered this.', lines: [2] }]);
      expect(part(element, 'dispute').replace(/[\u2068\u2069]/g, ''))
        .to.contain('Disputed by Ada Acme since Oct 5, 2026, 10:30 AM.')
        .and.to.contain('The quantity is wrong We gave back one of the two servers.')
        .and.to.contain('Virtual server M');
      expect(root(element).activeElement?.localName).to.equal('h2');
    });

    it('says what is missing, with the focus on it, and sends nothing', async () => {
      const { element, requests } = await mountReady<PortalInvoice>(invoiceScenes.default);
      await begin(element);
      submit(element);
      await until(() => form(element).querySelector('.error-text'));
      await until(() => root(element).activeElement?.localName === 'select');
      expect(text(form(element)))
        .to.contain('Choose what is wrong.')
        .and.to.contain('Say what is wrong.');
      expect(requests.length).to.equal(1);
    });

    it('keeps what was typed when it is refused, and when the right to it was gone for a while; sent again it is another request', async () => {
      const keys: (string | null)[] = [];
      const failing = msw.post('*/invoices/*/dispute', ({ request }) => {
        keys.push(request.headers.get('Idempotency-Key'));
        return problem(409, 'Already', { type: 'https://portal.example/already-disputed' });
      });
      const { element, answerWith, provision } = await mountReady<PortalInvoice>(invoiceScenes.default);
      await begin(element);
      await fill(element, 'other', 'Long considered words.');
      answerWith([getInvoices(), failing]);
      submit(element);
      await until(() => root(element).querySelector('[part="error"]'));
      expect(part(element, 'error')).to.contain('disputed already');
      provision!.update({ permissions: personas.tech });
      await until(() => element.getAttribute('phase') === 'denied');
      provision!.update({ permissions: personas.owner });
      await until(() => form(element)?.querySelector('textarea'));
      expect(form(element).querySelector('textarea')!.value).to.equal('Long considered words.');
      submit(element);
      await until(() => keys.length === 2);
      expect(keys[0] !== keys[1] && !keys.includes(null)).to.equal(true);
    });

    it('can be withdrawn by who may; the invoice is loaded again', async () => {
      const reader = await mountReady<PortalInvoice>({ ...invoiceScenes['disputed']!, permissions: personas['read-only'] });
      expect(part(reader.element, 'dispute')).to.contain('The quantity is wrong');
      expect(button(reader.element, 'Withdraw the dispute') === undefined).to.equal(true);
      const { element, answerWith, requests } = await mountReady<PortalInvoice>(invoiceScenes['disputed']!);
      answerWith([getInvoices(), withdrawDispute()]);
      button(element, 'Withdraw the dispute')!.click();
      await until(() => !root(element).querySelector('[part="dispute"]'));
      expect(requests.filter(({ method }) => method === 'DELETE').length).to.equal(1);
      expect(button(element, 'Dispute') !== undefined).to.equal(true);
    });
  });
});
