import { expect } from '@open-wc/testing';
import { http as msw } from 'msw';
import '../../src/define/portal-invoices.js';
import type { PortalInvoices } from '../../src/invoices/portal-invoices.js';
import { createPayment, getInvoices } from '../mocks/invoice.js';
import { problem } from '../mocks/http.js';
import { getArchive, listInvoices } from '../mocks/invoices.js';
import { personas } from '../mocks/session.js';
import { invoicesScenes } from '../scenes/invoices.js';
import { elementInDialog, saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { keepsWhatItShows } from '../support/kept-alive.js';
import { mountReady, openFilters, settled, text, until } from '../support/mount.js';

const press = (root: ShadowRoot, name: string) => [...root.querySelectorAll('button')].find((each) => text(each) === name)!.click();

saysWhatCouldNotBeLoaded('portal-invoices', invoicesScenes.default, [
  { module: 'src/ui/lists/list-toolbar.ts', here: (root) => root.querySelector('[role="search"]') },
  { module: 'src/invoices/list-panel.ts', here: (root) => root.querySelector('td [type="checkbox"]') },
  elementInDialog('portal-invoice', (root) => press(root, '2026-0042')),
  elementInDialog('portal-pay-invoices', async (root, element) => {
    root.querySelector<HTMLElement>('[aria-label="Choose invoice 2026-0042"]')!.click();
    await element.updateComplete;
    press(root, 'Pay chosen invoices');
  }),
]);

keepsThePortalContract('portal-invoices', invoicesScenes);

keepsWhatItShows('portal-invoices', {
  scene: { ...invoicesScenes.default, handlers: [getInvoices(), ...invoicesScenes.default.handlers] },
  open: (root) => press(root, '2026-0042'),
  tag: 'portal-invoice',
});

describe('<portal-invoices>', () => {
  const rows = (element: PortalInvoices) => [...element.shadowRoot!.querySelectorAll('tbody tr')];
  const button = (element: PortalInvoices, name: string) =>
    [...element.shadowRoot!.querySelectorAll('button')].find((each) => text(each) === name)!;

  it('shows amounts with the decimals of their currency', async () => {
    const { element } = await mountReady<PortalInvoices>(invoicesScenes.default);
    const all = text(element.shadowRoot!.querySelector('tbody'));
    expect(all).to.contain('€119.00').and.to.contain('¥12,500').and.to.contain('45.125');
  });

  it("shows a status it does not know in the company's own word", async () => {
    const { element } = await mountReady<PortalInvoices>(invoicesScenes.default);
    expect(text(element.shadowRoot!.querySelector('tbody'))).to.contain('Held by audit');
  });

  it('keeps the rows and the focus while the next page loads', async () => {
    const { element, requests } = await mountReady<PortalInvoices>(invoicesScenes.manyRows);
    const next = button(element, 'Next page');
    next.focus();
    next.click();
    await element.updateComplete;
    expect(rows(element).length).to.equal(50);
    await until(() => text(element.shadowRoot!.querySelector('nav')).includes('51–100 of 120'));
    expect(element.shadowRoot!.activeElement === next).to.equal(true);
    expect(new URL(requests.at(-1)!.url).searchParams.get('cursor')).to.equal('50');
  });

  it('reflects filters and sort in its query, and starts from one', async () => {
    const { element } = await mountReady<PortalInvoices>(invoicesScenes.default);
    button(element, 'Total').click();
    await settled(element);
    expect(element.getAttribute('query')).to.equal('sort=total');
    button(element, 'Total').click();
    await settled(element);
    expect(element.getAttribute('query')).to.equal('sort=-total');
    expect(element.shadowRoot!.querySelector('[data-column="total"]')!.getAttribute('aria-sort')).to.equal('descending');
  });

  it('offers rows as links where the page has a place for an invoice', async () => {
    const { element } = await mountReady<PortalInvoices>(invoicesScenes.default);
    element.itemHref = '/invoice?id={id}';
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('tbody a')!.getAttribute('href')).to.equal('/invoice?id=inv_1');
  });

  it('says what failed and loads again on request', async () => {
    const { element, answerWith } = await mountReady<PortalInvoices>(invoicesScenes.error);
    answerWith(invoicesScenes.default.handlers);
    button(element, 'Try again').click();
    await settled(element);
    expect(rows(element).length).to.equal(8);
  });

  const box = (element: PortalInvoices, number: string) =>
    element.shadowRoot!.querySelector<HTMLInputElement>(`input[aria-label="Choose invoice ${number}"]`)!;
  const chosen = (element: PortalInvoices) => text(element.shadowRoot!.querySelector('[part="chosen"]'));

  it('pays chosen invoices of one currency in a dialog, and forgets the choice then', async () => {
    const handlers = [listInvoices(), getInvoices(), createPayment()];
    const { element } = await mountReady<PortalInvoices>({ ...invoicesScenes.default, handlers });
    await until(() => box(element, '2026-0042'));
    for (const number of ['2026-0042', '2026-0041', '2026-0038']) box(element, number).click();
    await element.updateComplete;
    expect(chosen(element)).to.contain('3 invoices chosen').and.to.contain('same currency');
    expect(button(element, 'Pay chosen invoices') === undefined).to.equal(true);
    box(element, '2026-0038').click();
    await element.updateComplete;
    button(element, 'Pay chosen invoices').click();
    const payment = () => element.shadowRoot!.querySelector('portal-pay-invoices')?.shadowRoot;
    await until(() => payment()?.querySelector('button[type="submit"]'));
    payment()!.querySelector<HTMLButtonElement>('button[type="submit"]')!.click();
    await until(() => payment()!.querySelector('[part="receipt"]'));
    await until(() => chosen(element) === '');
    expect(box(element, '2026-0042').checked).to.equal(false);
  });

  it('keeps the amount that was typed in a dialog when the session ends and is renewed', async () => {
    const handlers = [listInvoices(), getInvoices(), createPayment()];
    const { element, provision } = await mountReady<PortalInvoices>({ ...invoicesScenes.default, handlers });
    await until(() => box(element, '2026-0042'));
    box(element, '2026-0042').click();
    await element.updateComplete;
    button(element, 'Pay chosen invoices').click();
    const amount = () => element.shadowRoot!.querySelector('portal-pay-invoices')?.shadowRoot?.querySelector<HTMLInputElement>('#amount-0');
    await until(amount);
    amount()!.value = '12.34';
    amount()!.dispatchEvent(new Event('input', { bubbles: true }));
    provision!.update({ permissions: personas['no-permissions'] });
    await settled(element, 'denied');
    provision!.update({ permissions: personas.owner });
    await until(() => amount()?.value === '12.34');
  });

  it('never offers to pay a credit note or what is paid together with others', async () => {
    const { element } = await mountReady<PortalInvoices>(invoicesScenes.default);
    for (const number of ['2026-0039', 'CN-2026-0007']) {
      await until(() => box(element, number));
      box(element, '2026-0042').click();
      box(element, number).click();
      await element.updateComplete;
      expect(chosen(element)).to.contain('2 invoices chosen').and.to.contain('Only invoices with something open');
      expect(button(element, 'Pay chosen invoices') === undefined).to.equal(true);
      button(element, 'Clear choice').click();
      await element.updateComplete;
    }
  });

  it('saves the PDFs of what is chosen as one ZIP file, also with the right to view only, and offers no payment then', async () => {
    const handlers = [getArchive(), listInvoices()];
    const { element, requests } = await mountReady<PortalInvoices>({ ...invoicesScenes.readOnly, handlers });
    await until(() => box(element, '2026-0042'));
    for (const number of ['2026-0042', 'CN-2026-0007']) box(element, number).click();
    await element.updateComplete;
    expect(button(element, 'Pay chosen invoices') === undefined).to.equal(true);
    button(element, 'Download PDFs').click();
    await until(() => requests.some(({ url }) => url.includes('/invoices/archive')));
    expect(new URL(requests.at(-1)!.url).searchParams.get('ids')).to.equal('inv_1 inv_5');
  });

  it('saves the PDFs of the whole filter as one ZIP file, and says what to do where these are too many', async () => {
    const refused = msw.get('*/invoices/archive', () => problem(409, 'Too many', { type: 'https://portal.example/too-many-documents' }));
    const { element, requests } = await mountReady<PortalInvoices>({ ...invoicesScenes.default, handlers: [refused, listInvoices()] });
    element.contractId = 'con_7';
    element.query = 'state=open&sort=total';
    await settled(element);
    await until(() => button(element, 'PDFs as ZIP'));
    button(element, 'PDFs as ZIP').click();
    await until(() => element.shadowRoot!.querySelector('[part="error"]'));
    expect(text(element.shadowRoot!.querySelector('[part="error"]')))
      .to.contain('500')
      .and.to.contain('filters');
    const { searchParams } = new URL(requests.find(({ url }) => url.includes('/archive'))!.url);
    expect(Object.fromEntries(searchParams)).to.deep.equal({ state: 'open', contractId: 'con_7' });
  });

  it('marks what is disputed', async () => {
    const { element } = await mountReady<PortalInvoices>(invoicesScenes.default);
    await until(() => box(element, '2026-0041'));
    expect(
      rows(element)
        .filter((row) => text(row).includes('Disputed'))
        .map((row) => text(row.querySelector('th'))),
    ).to.deep.equal(['2026-0041']);
  });

  it('opens an invoice in a dialog, and gives the focus back when it is closed', async () => {
    const handlers = [listInvoices(), getInvoices()];
    const { element } = await mountReady<PortalInvoices>({ ...invoicesScenes.default, handlers });
    const link = button(element, '2026-0042');
    link.focus();
    link.click();
    await until(() => text(element.shadowRoot!.querySelector('portal-invoice')?.shadowRoot?.querySelector('h2')).includes('2026-0042'));
    element.shadowRoot!.querySelector('dialog')!.close();
    await until(() => element.shadowRoot!.querySelectorAll('dialog').length === 0);
    await until(() => element.shadowRoot!.activeElement === link);
  });

  it('never calls a credit note open or overdue', async () => {
    const { element } = await mountReady<PortalInvoices>(invoicesScenes.default);
    const note = rows(element).find((row) => text(row).includes('Credit note'));
    expect(text(note!.querySelector('[part="badge"]'))).to.equal('Issued');
  });

  it('shows only what belongs to a contract when it is given one', async () => {
    const { element, requests } = await mountReady<PortalInvoices>(invoicesScenes.default);
    element.contractId = 'con_7';
    await until(() => requests.length === 2);
    await settled(element);
    expect(new URL(requests[1]!.url).searchParams.get('contractId')).to.equal('con_7');
  });

  it('offers the currencies in sight to filter by', async () => {
    const { element, requests } = await mountReady<PortalInvoices>(invoicesScenes.default);
    await openFilters(element);
    const choice = () =>
      [...element.shadowRoot!.querySelectorAll('select')].find((select) => text(select.closest('label')).startsWith('Currency'))!;
    await until(choice);
    expect([...choice().options].map(({ value }) => value)).to.deep.equal(['', 'EUR', 'JPY', 'KWD']);
    choice().value = 'JPY';
    choice().dispatchEvent(new Event('change'));
    await until(() => requests.some(({ url }) => new URL(url).searchParams.get('currency') === 'JPY'));
  });

  it('says which filters hold while their panel is closed, and takes each away', async () => {
    const { element, requests } = await mountReady<PortalInvoices>(invoicesScenes.default);
    const panel = await openFilters(element);
    expect(panel.querySelectorAll('select, input').length).to.be.above(3);
    const toggle = element.shadowRoot!.querySelector<HTMLElement>('[aria-controls="filters"]')!;
    toggle.click();
    await element.updateComplete;
    expect(panel.hidden && toggle.getAttribute('aria-expanded')).to.equal('false');
    element.query = 'state=paid&issuedFrom=2026-01-05&sort=total';
    await settled(element);
    expect(text(toggle)).to.equal('Filters 2');
    expect([...panel.querySelectorAll('button')].map((each) => text(each))).to.deep.equal([
      'Show: Paid ✕',
      'Issued from: Jan 5, 2026 ✕',
      'Clear filters',
    ]);
    panel.querySelector<HTMLElement>('[aria-label="Remove filter Show: Paid"]')!.click();
    await settled(element);
    expect(element.query).to.equal('issuedFrom=2026-01-05&sort=total');
    expect(element.shadowRoot!.activeElement === toggle).to.equal(true);
    button(element, 'Clear filters').click();
    await settled(element);
    expect(element.query).to.equal('sort=total');
    expect(new URL(requests.at(-1)!.url).searchParams.has('issuedFrom')).to.equal(false);
    expect(panel.hidden).to.equal(true);
  });

  it('shows in its field that a filter was taken away, also where it had been chosen before', async () => {
    const { element } = await mountReady<PortalInvoices>(invoicesScenes.default);
    const panel = await openFilters(element);
    const field = () => [...panel.querySelectorAll('select')].find((each) => text(each.closest('label')).startsWith('Show'))!;
    for (const value of ['paid', '', 'paid']) {
      field().value = value;
      field().dispatchEvent(new Event('change'));
      await settled(element);
    }
    button(element, 'Clear filters').click();
    await settled(element);
    expect(field().value).to.equal('');
  });
});
