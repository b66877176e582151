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
import { pageOf, type Page } from '../support/page.js';
import { until } from '../support/until.js';

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
    need: (root) => pageOf(root).press('Dispute'),
    here: (root) => root.querySelector('form'),
    leave: (root) => pageOf(root).press('Back to the invoice'),
  },
  {
    module: 'src/invoices/pay-panel.ts',
    need: (root) => pageOf(root).press('Pay'),
    here: (root) => root.querySelector('.back'),
  },
  {
    module: 'src/define/portal-pay-invoices.ts',
    here: (root) => root.querySelector('portal-pay-invoices'),
    leave: async (root) => {
      await pageOf(root).press('Back to the invoice');
      await until(() => !root.querySelector('.back'));
    },
  },
  {
    module: 'src/define/portal-apply-credit.ts',
    need: (root) => pageOf(root).press('Use a credit'),
    here: (root) => root.querySelector('portal-apply-credit'),
  },
]);

keepsThePortalContract('portal-invoice', invoiceScenes);

describe('<portal-invoice>', () => {
  it('shows lines with their quantities, units, periods and rates', async () => {
    const page = await mountReady<PortalInvoice>(invoiceScenes.default);
    expect(page.part('lines'))
      .to.contain('Virtual server M Sep 1, 2026 – Oct 31, 2026 2 months €40.00 19% €80.00')
      .and.to.contain('250.5 GB €0.10 19% €25.05');
  });

  it('shows the tax of each rate and why none is due', async () => {
    const page = await mountReady<PortalInvoice>(invoiceScenes.default);
    expect(page.part('taxes'))
      .to.contain('19% €95.00 €18.05')
      .and.to.contain('0% Reverse charge VAT is owed by the recipient, § 13b UStG €5.00 €0.00');
  });

  it('shows the sums in order, and leaves out a rounding of zero', async () => {
    const page = await mountReady<PortalInvoice>(invoiceScenes.default);
    expect(page.part('totals')).to.equal('Loyalty discount -€10.05 Net total €100.00 Tax €19.00 Total €119.00 Paid €19.00 Open €100.00');
  });

  it('shows payments with their states, in the time zone of the person', async () => {
    const page = await mountReady<PortalInvoice>(invoiceScenes.default);
    expect(page.part('payments')).to.contain('Oct 3, 2026, 12:30 AM Card ending in 1881 Failed €119.00');
  });

  it('shows a credit note as one: with negative amounts, never due, overdue or payable', async () => {
    const page = await mountReady<PortalInvoice>(invoiceScenes['creditNote']!);
    expect(page.heading).to.equal('Credit note CN-2026-0007 Issued');
    expect(page.part('totals')).to.contain('Total -€59.50').and.not.to.contain('Open');
    expect(page.text).not.to.contain('Overdue');
    expect(page.part('facts')).not.to.contain('Due');
    expect(page.button('Pay') === undefined).to.equal(true);
  });

  it('opens a related document in place, drops what was shown before, and takes the focus along', async () => {
    const page = await mountReady<PortalInvoice>(invoiceScenes['creditNote']!);
    const opened: string[] = [];
    page.element.addEventListener('portal-invoice-open', (event) => opened.push(event.invoiceId));
    await page.press('2026-0042');
    expect(page.text).not.to.contain('CN-2026-0007');
    await until(() => page.heading.includes('2026-0042'));
    await until(() => page.focused?.localName === 'h2');
    expect(opened).to.deep.equal(['inv_1']);
  });

  it('leaves it to the page to show a related document elsewhere', async () => {
    const page = await mountReady<PortalInvoice>(invoiceScenes['creditNote']!);
    page.element.addEventListener('portal-invoice-open', (event) => event.preventDefault());
    await page.press('2026-0042');
    expect(page.requests.length).to.equal(1);
    expect(page.element.invoiceId).to.equal('inv_5');
  });

  it('links related documents where the page has a place for them', async () => {
    const page = await mountReady<PortalInvoice>(invoiceScenes.default);
    page.element.itemHref = '/invoice?id={id}';
    await page.element.updateComplete;
    expect(page.root.querySelector('[part="related"] a')!.getAttribute('href')).to.equal('/invoice?id=inv_5');
  });

  it('never shows one invoice under the failure of another', async () => {
    const page = await mountReady<PortalInvoice>(invoiceScenes.default);
    page.answerWith([getInvoices([])]);
    page.element.invoiceId = 'inv_404';
    await until(() => page.part('error'));
    expect(page.root.querySelectorAll('h2').length).to.equal(0);
  });

  it('saves each document under the name the server gives, and says when that fails', async () => {
    const page = await mountReady<PortalInvoice>(invoiceScenes.default);
    page.answerWith([getInvoices(), msw.get('*/invoices/*/documents/*', () => problem(404, 'Not yet written'))]);
    await page.press('E-invoice (UBL)');
    await until(() => page.part('error'));
    expect(page.requests.at(-1)!.url).to.match(/\/invoices\/inv_1\/documents\/ubl$/);
  });

  it('offers to pay only what may be paid, by a person who may', async () => {
    const allowed = await mountReady<PortalInvoice>(invoiceScenes.default);
    expect(allowed.button('Pay') !== undefined).to.equal(true);
    const reader = await mountReady<PortalInvoice>(invoiceScenes.readOnly);
    expect(reader.button('Pay') === undefined).to.equal(true);
    const paid = await mountReady<PortalInvoice>({
      ...invoiceScenes.default,
      handlers: [getInvoices([aFullInvoice({ allowedActions: [] })])],
    });
    expect(paid.button('Pay') === undefined).to.equal(true);
  });

  it('pays in place with the fields of the page, and comes back', async () => {
    const page = await mountReady<PortalInvoice>(invoiceScenes.default);
    await page.press('Pay');
    const payment = await page.inner('portal-pay-invoices');
    await until(() => payment.submitButton);
    expect(page.focused === page.button('Back to the invoice')).to.equal(true);
    payment.submit();
    await until(() => payment.part('receipt'));
    await page.press('Back to the invoice');
    await until(() => page.heading.includes('2026-0042'));
  });

  it('keeps the amount that was typed for a payment in place when the session ends and is renewed', async () => {
    const page = await mountReady<PortalInvoice>(invoiceScenes.default);
    await page.press('Pay');
    await (await page.inner('portal-pay-invoices')).fill('amount-0', '12.34');
    page.provision!.update({ permissions: personas['no-permissions'] });
    await until(() => page.element.getAttribute('phase') === 'denied');
    page.provision!.update({ permissions: personas.owner });
    const payment = await page.inner('portal-pay-invoices');
    await until(() => payment.field('amount-0')?.value === '12.34');
  });

  describe('bank transfers', () => {
    const open = async ({ root }: Page) => {
      root.querySelector('summary')!.click();
      await until(() => root.querySelector('.transfer'));
    };

    it('are shown when asked for: a code for each account and its details, grouped as banks print them', async () => {
      const page = await mountReady<PortalInvoice>(invoiceScenes['transfers']!);
      expect(page.root.querySelectorAll('.qr').length).to.equal(0);
      await open(page);
      const labels = [...page.root.querySelectorAll('.qr')].map((code) => code.getAttribute('aria-label')!.replace(/[\u2068\u2069]/g, ''));
      expect(labels.map((label) => label.split('. ')[0]!.replace(/\s/g, ' '))).to.deep.equal([
        'SEPA QR code (EPC): €100.00 to Northwind Hosting',
        'QR Platba: CZK 2,500.00 to Northwind Hosting',
        'Swiss QR code: CHF 95.00 to Northwind Hosting',
      ]);
      expect(page.part('bank-transfers'))
        .to.contain('IBAN DE02 1203 0000 0000 2020 51')
        .and.to.contain('Variable symbol 20260042')
        .and.to.contain('Reference (QR reference) 00 00000 00000 00000 02026 00428');
    });

    it('have the Swiss cross in the Swiss code alone', async () => {
      const page = await mountReady<PortalInvoice>(invoiceScenes['transfers']!);
      await open(page);
      expect([...page.root.querySelectorAll('.qr')].map((code) => code.querySelectorAll('g').length)).to.deep.equal([0, 0, 1]);
    });

    it('are copied as banks want them typed, without spaces or words, and it is said', async () => {
      const copied: string[] = [];
      const { writeText } = navigator.clipboard;
      navigator.clipboard.writeText = (value) => Promise.resolve(void copied.push(value));
      const page = await mountReady<PortalInvoice>(invoiceScenes.default);
      await open(page);
      await page.press('Copy: IBAN', 'Copy: Amount', 'Copy: Reference');
      await until(() => text(page.root.querySelector('.copied')).includes('Copied: Reference'));
      navigator.clipboard.writeText = writeText;
      expect(copied).to.deep.equal(['DE02120300000000202051', '100.00', '2026-0042']);
    });

    it('are not spoken of where there are none', async () => {
      const page = await mountReady<PortalInvoice>(invoiceScenes['creditNote']!);
      expect(page.root.querySelectorAll('details').length).to.equal(0);
    });
  });

  describe('a dispute', () => {
    const write = async (page: Page, reason: string, words: string) => {
      await page.fill('reason', reason);
      await page.fill('text', words);
      await page.tick('line-2');
    };

    it('is sent with its reason, words and items; the invoice then says so', async () => {
      const seen: NonNullable<Parameters<typeof createDispute>[0]> = [];
      const page = await mountReady<PortalInvoice>(invoiceScenes.default);
      await page.press('Dispute');
      await write(page, 'not-ordered', 'Nobody here ordered this.');
      page.answerWith([getInvoices([aDisputedInvoice()]), createDispute(seen)]);
      await page.press('Send the dispute');
      await until(() => page.root.querySelector('[part="dispute"]'));
      expect(seen.map(({ body }) => body)).to.deep.equal([{ reason: 'not-ordered', text: 'Nobody here ordered this.', lines: [2] }]);
      expect(page.part('dispute').replace(/[\u2068\u2069]/g, ''))
        .to.contain('Disputed by Ada Acme since Oct 5, 2026, 10:30 AM.')
        .and.to.contain('The quantity is wrong We gave back one of the two servers.')
        .and.to.contain('Virtual server M');
      expect(page.focused?.localName).to.equal('h2');
    });

    it('says what is missing, with the focus on it, and sends nothing', async () => {
      const page = await mountReady<PortalInvoice>(invoiceScenes.default);
      await page.press('Dispute');
      await page.press('Send the dispute');
      await until(() => page.texts('.error-text').length > 0);
      await until(() => page.focused?.localName === 'select');
      expect(text(page.root.querySelector('form')))
        .to.contain('Choose what is wrong.')
        .and.to.contain('Say what is wrong.');
      expect(page.requests.length).to.equal(1);
    });

    it('keeps what was typed when it is refused, and when the right to it was gone for a while; sent again it is another request', async () => {
      const keys: (string | null)[] = [];
      const failing = msw.post('*/invoices/*/dispute', ({ request }) => {
        keys.push(request.headers.get('Idempotency-Key'));
        return problem(409, 'Already', { type: 'https://portal.example/already-disputed' });
      });
      const page = await mountReady<PortalInvoice>(invoiceScenes.default);
      await page.press('Dispute');
      await write(page, 'other', 'Long considered words.');
      page.answerWith([getInvoices(), failing]);
      await page.press('Send the dispute');
      await until(() => page.part('error'));
      expect(page.part('error')).to.contain('disputed already');
      page.provision!.update({ permissions: personas.tech });
      await until(() => page.element.getAttribute('phase') === 'denied');
      page.provision!.update({ permissions: personas.owner });
      await until(() => page.field('text'));
      expect(page.field('text')!.value).to.equal('Long considered words.');
      await page.press('Send the dispute');
      await until(() => keys.length === 2);
      expect(keys[0] !== keys[1] && !keys.includes(null)).to.equal(true);
    });

    it('can be withdrawn by who may; the invoice is loaded again', async () => {
      const reader = await mountReady<PortalInvoice>({ ...invoiceScenes['disputed']!, permissions: personas['read-only'] });
      expect(reader.part('dispute')).to.contain('The quantity is wrong');
      expect(reader.button('Withdraw the dispute') === undefined).to.equal(true);
      const page = await mountReady<PortalInvoice>(invoiceScenes['disputed']!);
      page.answerWith([getInvoices(), withdrawDispute()]);
      await page.press('Withdraw the dispute');
      await until(() => !page.root.querySelector('[part="dispute"]'));
      expect(page.sent('DELETE').length).to.equal(1);
      expect(page.button('Dispute') !== undefined).to.equal(true);
    });
  });
});
