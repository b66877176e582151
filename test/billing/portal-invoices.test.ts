import { expect } from '@open-wc/testing';
import '../../src/define/portal-invoices.js';
import type { PortalInvoices } from '../../src/billing/portal-invoices.js';
import { invoicesScenes } from '../scenes/invoices.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady, settled, text, until } from '../support/mount.js';

keepsThePortalContract('portal-invoices', invoicesScenes);

describe('<portal-invoices>', () => {
  const rows = (element: PortalInvoices) => [...element.shadowRoot!.querySelectorAll('tbody tr')];
  const button = (element: PortalInvoices, name: string) =>
    [...element.shadowRoot!.querySelectorAll('button')].find((each) => text(each) === name)!;

  it('shows amounts with the decimals of their currency', async () => {
    const { element } = await mountReady<PortalInvoices>(invoicesScenes.default);
    const all = text(element.shadowRoot!.querySelector('tbody'));
    expect(all).to.contain('€119.00').and.to.contain('¥12,500').and.to.contain('45.125');
  });

  it('never offers to pay a credit note or what is paid', async () => {
    const { element } = await mountReady<PortalInvoices>(invoicesScenes.default);
    const payable = rows(element).filter((row) => row.querySelector('input[type="checkbox"]'));
    expect(payable.map((row) => text(row.querySelector('th')))).to.deep.equal([
      '2026-0042',
      '2026-0041',
      '2026-0040',
      '2026-0038',
      '2026-0037',
    ]);
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

  it('does not offer to choose or pay with the right to view only', async () => {
    const { element } = await mountReady<PortalInvoices>(invoicesScenes.readOnly);
    expect(element.shadowRoot!.querySelectorAll('input[type="checkbox"]').length).to.equal(0);
  });

  it('says what failed and loads again on request', async () => {
    const { element, answerWith } = await mountReady<PortalInvoices>(invoicesScenes.error);
    answerWith(invoicesScenes.default.handlers);
    button(element, 'Try again').click();
    await settled(element);
    expect(rows(element).length).to.equal(8);
  });
});
