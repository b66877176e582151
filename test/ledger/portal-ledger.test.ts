import { expect } from '@open-wc/testing';
import { http as msw, HttpResponse } from 'msw';
import '../../src/define/portal-ledger.js';
import { ledgerPeriod, ledgerQuery } from '../../src/ledger/period.js';
import type { PortalLedger } from '../../src/ledger/portal-ledger.js';
import { getInvoices } from '../mocks/invoice.js';
import { problem } from '../mocks/http.js';
import { listLedgerEntries } from '../mocks/ledger.js';
import { ledgerScenes } from '../scenes/ledger.js';
import { elementInDialog, saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { keepsWhatItShows } from '../support/kept-alive.js';
import { mountReady, openFilters, text } from '../support/mount.js';
import { until } from '../support/until.js';

saysWhatCouldNotBeLoaded('portal-ledger', ledgerScenes.inDialogs, [
  { module: 'src/ledger/list-panel.ts', here: (root) => root.querySelector('select[name="period"]') },
  elementInDialog('portal-invoice', (root) => root.querySelector<HTMLElement>('tbody td button')!.click()),
]);

keepsWhatItShows('portal-ledger', {
  scene: { ...ledgerScenes.inDialogs, handlers: [listLedgerEntries(), getInvoices()] },
  open: (root) => root.querySelector<HTMLElement>('tbody td button')!.click(),
  tag: 'portal-invoice',
});

keepsThePortalContract('portal-ledger', ledgerScenes);

describe('<portal-ledger>', () => {
  const root = (element: PortalLedger) => element.shadowRoot!;
  const rows = (element: PortalLedger) => [...root(element).querySelectorAll('tbody tr')];
  const cells = (row: Element | undefined) => [...row!.querySelectorAll('th, td')].map((cell) => text(cell));
  const select = (element: PortalLedger, name: string) => root(element).querySelector<HTMLSelectElement>(`select[name="${name}"]`);
  const choose = (field: HTMLSelectElement, value: string) => {
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const asked = (requests: readonly Request[]) => new URL(requests.filter(({ url }) => /\/ledger\?/.test(url)).at(-1)!.url).searchParams;

  it('shows entries with the balance after each, between the opening and the closing balance', async () => {
    const { element } = await mountReady<PortalLedger>(ledgerScenes.default);
    const shown = rows(element).map(cells);
    expect(shown.length).to.equal(7);
    expect([shown[0]![1], shown[0]![6]]).to.deep.equal(['Opening balance', '€100.00']);
    expect([shown[6]![1], shown[6]![6]]).to.deep.equal(['Closing balance', '-€132.50']);
    expect(shown[1]!.filter((cell) => cell)).to.deep.equal(['Oct 1, 2026', 'Invoice', '2026-0042', 'Colocation rack B12', '€119.00', '€219.00']); // prettier-ignore
    expect([shown[2]![4], shown[2]![5]]).to.deep.equal(['', '€219.00']);
    expect(shown[5]![1]).to.contain('Dunning fee');
  });

  it('says the sums of the period and what is open by days overdue', async () => {
    const { element } = await mountReady<PortalLedger>(ledgerScenes.default);
    await until(() => root(element).querySelector('[part="ageing"]'));
    const values = (part: string) => [...root(element).querySelectorAll(`${part} dd`)].map((each) => text(each));
    expect(values('[part="summary"]')).to.deep.equal(['€100.00', '€136.50', '€369.00', '-€132.50']);
    expect(values('[part="ageing"]')).to.deep.equal(['€10.00', '€4.00', '€2.00', '€1.00', '€0.50', '€17.50', '€150.00']);
  });

  it('links documents only where the person may see them', async () => {
    const { element } = await mountReady<PortalLedger>(ledgerScenes.default);
    const links = rows(element).map((row) => [...row.querySelectorAll('a')].map((link) => link.getAttribute('href')));
    expect(links).to.deep.equal([[], ['#invoice-inv_1'], ['#invoice-inv_0', '#invoice-inv_1'], [], [], [], []]);
    expect(text(rows(element)[3])).to.contain('2026-0031');
    element.creditHref = '#credit-{id}';
    await until(() => rows(element)[4]!.querySelector('a')?.getAttribute('href') === '#credit-crd_1');
  });

  it('opens an invoice in a dialog where the page has no place for it', async () => {
    const { element } = await mountReady<PortalLedger>({ ...ledgerScenes.inDialogs, handlers: [listLedgerEntries(), getInvoices()] });
    rows(element)[1]!.querySelector('button')!.click();
    await until(() => root(element).querySelector('dialog portal-invoice')?.shadowRoot?.querySelector('h2'));
    expect(root(element).querySelector('dialog portal-invoice')!.getAttribute('invoice-id')).to.equal('inv_1');
  });

  it('asks for this year until another period is chosen, and for everything without days', async () => {
    const { element, requests } = await mountReady<PortalLedger>(ledgerScenes.default);
    expect(asked(requests).get('from')).to.match(/^\d{4}-01-01$/);
    await until(() => select(element, 'period'));
    choose(select(element, 'period')!, 'all');
    await until(() => !asked(requests).has('from'));
    expect(element.query).to.equal('period=all');
    choose(select(element, 'period')!, 'previous-year');
    await until(() => asked(requests).has('to'));
    choose(select(element, 'period')!, 'custom');
    await until(() => root(element).querySelectorAll('input[type="date"]').length === 2);
    expect(element.query).to.match(/^from=\d{4}-01-01&to=\d{4}-12-31$/);
  });

  it('offers a currency only where there are several', async () => {
    const { element } = await mountReady<PortalLedger>(ledgerScenes.default);
    await until(() => select(element, 'period'));
    expect(select(element, 'currency')).to.equal(null);
    const { element: other, requests } = await mountReady<PortalLedger>(ledgerScenes.severalCurrencies);
    await until(() => select(other, 'currency'));
    expect(select(other, 'currency')!.value).to.equal('EUR');
    choose(select(other, 'currency')!, 'JPY');
    await until(() => asked(requests).get('currency') === 'JPY');
  });

  it('cannot be sorted, and leaves out opening and closing balance where a type or a number is asked for', async () => {
    const { element, requests } = await mountReady<PortalLedger>(ledgerScenes.default);
    expect(root(element).querySelectorAll('thead button').length).to.equal(0);
    const panel = await openFilters(element);
    choose(
      [...panel.querySelectorAll('select')].find((each) => each.options[1]?.value === 'invoice')!,
      'payment',
    );
    await until(() => rows(element).length === 1);
    expect(text(rows(element)[0]))
      .to.contain('Payment')
      .and.to.contain('€0.00');
    expect(asked(requests).get('type')).to.equal('payment');
  });

  it('shows opening and closing balance only at the beginning and at the end of the pages', async () => {
    const { element } = await mountReady<PortalLedger>(ledgerScenes.manyRows);
    const boundaries = () => [...root(element).querySelectorAll('.boundary')].map((row) => text(row.querySelector('th')));
    const next = () => [...root(element).querySelectorAll<HTMLElement>('nav button')].at(-1)!.click();
    await until(() => boundaries().join() === 'Opening balance' && root(element).querySelector('nav'));
    next();
    await until(() => boundaries().length === 0);
    next();
    await until(() => boundaries().join() === 'Closing balance');
  });

  it('saves the statement of the period in the language of the page', async () => {
    const seen: URL[] = [];
    const statement = msw.get('*/ledger/statement', ({ request }) => {
      seen.push(new URL(request.url));
      return new HttpResponse(new Blob(['%PDF']), { headers: { 'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="a.pdf"' } }); // prettier-ignore
    });
    const { element } = await mountReady<PortalLedger>({ ...ledgerScenes.default, handlers: [listLedgerEntries(), statement] });
    const button = () => [...root(element).querySelectorAll('button')].find((each) => /Statement/.test(text(each)));
    await until(button);
    button()!.click();
    await until(() => seen.length === 1);
    const { currency, from, language } = Object.fromEntries(seen[0]!.searchParams);
    expect([currency, from?.slice(4), language]).to.deep.equal(['EUR', '-01-01', 'en']);
  });

  it('says that a period is too long for a statement', async () => {
    const refused = msw.get('*/ledger/statement', () => problem(422, 'Too many', { type: 'statement-too-large' }));
    const { element } = await mountReady<PortalLedger>({ ...ledgerScenes.default, handlers: [listLedgerEntries(), refused] });
    const button = () => [...root(element).querySelectorAll('button')].find((each) => /Statement/.test(text(each)));
    await until(button);
    button()!.click();
    await until(() => /more than 10,000 entries/.test(text(root(element).querySelector('[part="error"]'))));
    expect(rows(element).length).to.equal(7);
  });

  it('reads periods in the calendar of the time zone', () => {
    const now = Date.parse('2026-12-31T23:30:00Z');
    expect(ledgerPeriod({}, 'UTC', now)).to.deep.equal({ name: 'this-year', from: '2026-01-01', to: '2026-12-31' });
    expect(ledgerPeriod({}, 'Europe/Berlin', now).from).to.equal('2027-01-01');
    expect(ledgerPeriod({ period: 'previous-month' }, 'Europe/Berlin', now)).to.deep.equal({ name: 'previous-month', from: '2026-12-01', to: '2026-12-31' }); // prettier-ignore
    expect(ledgerPeriod({ period: 'this-month' }, 'UTC', Date.parse('2028-02-10T00:00:00Z')).to).to.equal('2028-02-29');
    expect(ledgerQuery({ from: 'nonsense', to: '2026-02-30', sort: '-date', q: 'A' }, 'UTC', now)).to.deep.equal({ q: 'A', from: '2026-01-01', to: '2026-12-31' }); // prettier-ignore
    expect(ledgerQuery({ to: '2026-02-28' }, 'UTC', now)).to.deep.equal({ to: '2026-02-28' });
  });
});
