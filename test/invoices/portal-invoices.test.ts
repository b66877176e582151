import { expect } from '@open-wc/testing';
import { http as msw } from 'msw';
import '../../src/define/portal-invoices.js';
import type { PortalInvoices } from '../../src/invoices/portal-invoices.js';
import { createPayment, getInvoices } from '../mocks/invoice.js';
import { problem } from '../mocks/http.js';
import { anInvoice, getArchive, listInvoices } from '../mocks/invoices.js';
import { personas } from '../mocks/session.js';
import { invoicesScenes } from '../scenes/invoices.js';
import { elementInDialog, saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { found } from '../support/found.js';
import { keepsWhatItShows } from '../support/kept-alive.js';
import { mountReady, openFilters, settled, text, until } from '../support/mount.js';
import { pageOf } from '../support/page.js';

saysWhatCouldNotBeLoaded('portal-invoices', invoicesScenes.default, [
  { module: 'src/ui/lists/list-toolbar.ts', here: (root) => root.querySelector('[role="search"]') },
  { module: 'src/invoices/list-panel.ts', here: (root) => root.querySelector('td [type="checkbox"]') },
  elementInDialog('portal-invoice', (root) => pageOf(root).press('2026-0042')),
  elementInDialog('portal-pay-invoices', async (root) => {
    const page = pageOf(root);
    await page.tick('Choose invoice 2026-0042');
    await page.press('Pay chosen invoices');
  }),
]);

keepsThePortalContract('portal-invoices', invoicesScenes);

keepsWhatItShows('portal-invoices', {
  scene: { ...invoicesScenes.default, handlers: [getInvoices(), ...invoicesScenes.default.handlers] },
  open: (root) => pageOf(root).press('2026-0042'),
  tag: 'portal-invoice',
  type: { selector: '[name="text"]', text: 'It is too much.', open: (root) => pageOf(root).press('Dispute') },
});

describe('<portal-invoices>', () => {
  it('shows amounts with the decimals of their currency', async () => {
    const page = await mountReady<PortalInvoices>(invoicesScenes.default);
    const all = text(page.root.querySelector('tbody'));
    expect(all).to.contain('€119.00').and.to.contain('¥12,500').and.to.contain('45.125');
  });

  it("shows a status it does not know in the company's own word", async () => {
    const page = await mountReady<PortalInvoices>(invoicesScenes.default);
    expect(text(page.root.querySelector('tbody'))).to.contain('Held by audit');
  });

  it('has the documents of an invoice side by side, so that rows are as high as their placeholders were', async () => {
    const documents = (['pdf', 'ubl', 'csv'] as const).map((format) => ({ ...anInvoice().documents[0]!, format }));
    const handlers = [listInvoices([anInvoice({ documents })])];
    const page = await mountReady<PortalInvoices>({ ...invoicesScenes.default, handlers, width: 960 });
    await found(() => page.root.querySelector('td [type="checkbox"]'));
    const places = [...page.row(0).querySelectorAll('td:last-child button')].map((each) => each.getBoundingClientRect());
    expect([places.length, new Set(places.map(({ top }) => top)).size]).to.deep.equal([3, 1]);
    expect(getComputedStyle(page.row(0)).display).to.equal('table-row');
  });

  it('keeps the rows and the focus while the next page loads', async () => {
    const page = await mountReady<PortalInvoices>(invoicesScenes.manyRows);
    const next = page.button('Next page')!;
    next.focus();
    next.click();
    await page.element.updateComplete;
    expect(page.rows.length).to.equal(50);
    await until(() => text(page.root.querySelector('nav')).includes('51–100 of 120'));
    expect(page.focused === next).to.equal(true);
    expect(page.asked.get('cursor')).to.equal('50');
  });

  it('reflects filters and sort in its query, and starts from one', async () => {
    const page = await mountReady<PortalInvoices>(invoicesScenes.default);
    await page.press('Total');
    await settled(page.element);
    expect(page.element.getAttribute('query')).to.equal('sort=total');
    await page.press('Total');
    await settled(page.element);
    expect(page.element.getAttribute('query')).to.equal('sort=-total');
    expect(page.root.querySelector('[data-column="total"]')!.getAttribute('aria-sort')).to.equal('descending');
  });

  it('offers rows as links where the page has a place for an invoice', async () => {
    const page = await mountReady<PortalInvoices>(invoicesScenes.default);
    page.element.itemHref = '/invoice?id={id}';
    await page.element.updateComplete;
    expect(page.root.querySelector('tbody a')!.getAttribute('href')).to.equal('/invoice?id=inv_1');
  });

  it('says what failed and loads again on request', async () => {
    const page = await mountReady<PortalInvoices>(invoicesScenes.error);
    page.answerWith(invoicesScenes.default.handlers);
    await page.press('Try again');
    await settled(page.element);
    expect(page.rows.length).to.equal(8);
  });

  it('pays chosen invoices of one currency in a dialog, and forgets the choice then', async () => {
    const handlers = [listInvoices(), getInvoices(), createPayment()];
    const page = await mountReady<PortalInvoices>({ ...invoicesScenes.default, handlers });
    await page.tick('Choose invoice 2026-0042', 'Choose invoice 2026-0041', 'Choose invoice 2026-0038');
    expect(page.part('chosen')).to.contain('3 invoices chosen').and.to.contain('same currency');
    expect(page.button('Pay chosen invoices') === undefined).to.equal(true);
    await page.tick('Choose invoice 2026-0038');
    await page.press('Pay chosen invoices');
    const payment = await page.inner('portal-pay-invoices');
    await until(() => payment.submitButton);
    payment.submit();
    await until(() => payment.part('receipt'));
    await until(() => page.part('chosen') === '');
    expect(page.field('Choose invoice 2026-0042')!.checked).to.equal(false);
  });

  it('keeps the amount that was typed in a dialog when the session ends and is renewed', async () => {
    const handlers = [listInvoices(), getInvoices(), createPayment()];
    const page = await mountReady<PortalInvoices>({ ...invoicesScenes.default, handlers });
    await page.tick('Choose invoice 2026-0042');
    await page.press('Pay chosen invoices');
    const payment = await page.inner('portal-pay-invoices');
    await payment.fill('amount-0', '12.34');
    page.provision!.update({ permissions: personas['no-permissions'] });
    await settled(page.element, 'denied');
    page.provision!.update({ permissions: personas.owner });
    await until(() => payment.field('amount-0')?.value === '12.34');
  });

  it('never offers to pay a credit note or what is paid together with others', async () => {
    const page = await mountReady<PortalInvoices>(invoicesScenes.default);
    for (const number of ['2026-0039', 'CN-2026-0007']) {
      await page.tick('Choose invoice 2026-0042', `Choose invoice ${number}`);
      expect(page.part('chosen')).to.contain('2 invoices chosen').and.to.contain('Only invoices with something open');
      expect(page.button('Pay chosen invoices') === undefined).to.equal(true);
      await page.press('Clear choice');
    }
  });

  it('saves the PDFs of what is chosen as one ZIP file, also with the right to view only, and offers no payment then', async () => {
    const handlers = [getArchive(), listInvoices()];
    const page = await mountReady<PortalInvoices>({ ...invoicesScenes.readOnly, handlers });
    await page.tick('Choose invoice 2026-0042', 'Choose invoice CN-2026-0007');
    expect(page.button('Pay chosen invoices') === undefined).to.equal(true);
    await page.press('Download PDFs');
    await until(() => page.requests.some(({ url }) => url.includes('/invoices/archive')));
    expect(page.asked.get('ids')).to.equal('inv_1 inv_5');
  });

  it('saves the PDFs of the whole filter as one ZIP file, and says what to do where these are too many', async () => {
    const refused = msw.get('*/invoices/archive', () => problem(409, 'Too many', { type: 'https://portal.example/too-many-documents' }));
    const page = await mountReady<PortalInvoices>({ ...invoicesScenes.default, handlers: [refused, listInvoices()] });
    page.element.contractId = 'con_7';
    page.element.query = 'state=open&sort=total';
    await settled(page.element);
    await page.press('PDFs as ZIP');
    await until(() => page.part('error'));
    expect(page.part('error')).to.contain('500').and.to.contain('filters');
    const { searchParams } = new URL(page.requests.find(({ url }) => url.includes('/archive'))!.url);
    expect(Object.fromEntries(searchParams)).to.deep.equal({ state: 'open', contractId: 'con_7' });
  });

  it('marks what is disputed', async () => {
    const page = await mountReady<PortalInvoices>(invoicesScenes.default);
    await until(() => page.field('Choose invoice 2026-0041'));
    const disputed = [...page.root.querySelectorAll('tbody tr')].filter((row) => text(row).includes('Disputed'));
    expect(disputed.map((row) => text(row.querySelector('th')))).to.deep.equal(['2026-0041']);
  });

  it('opens an invoice in a dialog, and gives the focus back when it is closed', async () => {
    const handlers = [listInvoices(), getInvoices()];
    const page = await mountReady<PortalInvoices>({ ...invoicesScenes.default, handlers });
    const link = page.button('2026-0042')!;
    link.focus();
    link.click();
    const invoice = await page.inner('portal-invoice');
    await until(() => invoice.heading.includes('2026-0042'));
    page.dialog!.close();
    await until(() => page.root.querySelectorAll('dialog').length === 0);
    await until(() => page.focused === link);
  });

  it('never calls a credit note open or overdue', async () => {
    const page = await mountReady<PortalInvoices>(invoicesScenes.default);
    const note = page.row('Credit note');
    expect(text(note.querySelector('[part="badge"]'))).to.equal('Issued');
  });

  it('shows only what belongs to a contract when it is given one', async () => {
    const page = await mountReady<PortalInvoices>(invoicesScenes.default);
    page.element.contractId = 'con_7';
    await until(() => page.requests.length === 2);
    await settled(page.element);
    expect(new URL(page.requests[1]!.url).searchParams.get('contractId')).to.equal('con_7');
  });

  it('offers the currencies in sight to filter by', async () => {
    const page = await mountReady<PortalInvoices>(invoicesScenes.default);
    await openFilters(page.element);
    const currency = await found(() => page.field<HTMLSelectElement>('Currency'));
    expect([...currency.options].map(({ value }) => value)).to.deep.equal(['', 'EUR', 'JPY', 'KWD']);
    await page.fill('Currency', 'JPY');
    await until(() => page.requests.some(({ url }) => new URL(url).searchParams.get('currency') === 'JPY'));
  });

  it('says which filters hold while their panel is closed, and takes each away', async () => {
    const page = await mountReady<PortalInvoices>(invoicesScenes.default);
    const panel = await openFilters(page.element);
    expect(panel.querySelectorAll('select, input').length).to.be.above(3);
    const toggle = page.root.querySelector<HTMLElement>('[aria-controls="filters"]')!;
    toggle.click();
    await page.element.updateComplete;
    expect(panel.hidden && toggle.getAttribute('aria-expanded')).to.equal('false');
    page.element.query = 'state=paid&issuedFrom=2026-01-05&sort=total';
    await settled(page.element);
    expect(text(toggle)).to.equal('Filters 2');
    expect([...panel.querySelectorAll('button')].map((each) => text(each))).to.deep.equal([
      'Show: Paid ✕',
      'Issued from: Jan 5, 2026 ✕',
      'Clear filters',
    ]);
    await page.press('Remove filter Show: Paid');
    await settled(page.element);
    expect(page.element.query).to.equal('issuedFrom=2026-01-05&sort=total');
    expect(page.focused === toggle).to.equal(true);
    await page.press('Clear filters');
    await settled(page.element);
    expect(page.element.query).to.equal('sort=total');
    expect(page.asked.has('issuedFrom')).to.equal(false);
    expect(panel.hidden).to.equal(true);
  });

  it('shows in its field that a filter was taken away, also where it had been chosen before', async () => {
    const page = await mountReady<PortalInvoices>(invoicesScenes.default);
    await openFilters(page.element);
    for (const value of ['paid', '', 'paid']) {
      await page.fill('Show', value);
      await settled(page.element);
    }
    await page.press('Clear filters');
    await settled(page.element);
    expect(page.field('Show')!.value).to.equal('');
  });
});
