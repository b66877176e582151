import { expect } from '@open-wc/testing';
import { html } from 'lit';
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
import { pageOf, type Page } from '../support/page.js';
import { until } from '../support/until.js';

saysWhatCouldNotBeLoaded('portal-ledger', ledgerScenes.inDialogs, [
  { module: 'src/ledger/list-panel.ts', here: (root) => root.querySelector('select[name="period"]') },
  elementInDialog('portal-invoice', (root) => root.querySelector<HTMLElement>('tbody td button')!.click()),
]);

keepsWhatItShows('portal-ledger', {
  scene: { ...ledgerScenes.inDialogs, handlers: [listLedgerEntries(), getInvoices()] },
  open: (root) => root.querySelector<HTMLElement>('tbody td button')!.click(),
  tag: 'portal-invoice',
  type: { selector: '[name="text"]', text: 'It is too much.', open: (root) => pageOf(root).press('Dispute') },
});

keepsThePortalContract('portal-ledger', ledgerScenes);

describe('<portal-ledger>', () => {
  const asked = ({ requests }: Page) => new URL(requests.filter(({ url }) => /\/ledger\?/.test(url)).at(-1)!.url).searchParams;
  const cells = (row: Element | undefined) => [...row!.querySelectorAll('th, td')].map((cell) => text(cell));

  it('shows entries with the balance after each, between the opening and the closing balance', async () => {
    const page = await mountReady<PortalLedger>(ledgerScenes.default);
    const shown = [...page.root.querySelectorAll('tbody tr')].map(cells);
    expect(shown.length).to.equal(7);
    expect([shown[0]![1], shown[0]![6]]).to.deep.equal(['Opening balance', '€100.00']);
    expect([shown[6]![1], shown[6]![6]]).to.deep.equal(['Closing balance', '-€132.50']);
    expect(shown[1]!.filter((cell) => cell)).to.deep.equal(['Oct 1, 2026', 'Invoice', '2026-0042', 'Colocation rack B12', '€119.00', '€219.00']); // prettier-ignore
    expect([shown[2]![4], shown[2]![5]]).to.deep.equal(['', '€219.00']);
    expect(shown[5]![1]).to.contain('Dunning fee');
  });

  it('says the sums of the period and what is open by days overdue', async () => {
    const page = await mountReady<PortalLedger>(ledgerScenes.default);
    await until(() => page.root.querySelector('[part="ageing"]'));
    const values = (part: string) => [...page.root.querySelectorAll(`${part} dd`)].map((each) => text(each));
    expect(values('[part="summary"]')).to.deep.equal(['€100.00', '€136.50', '€369.00', '-€132.50']);
    expect(values('[part="ageing"]')).to.deep.equal(['€10.00', '€4.00', '€2.00', '€1.00', '€0.50', '€17.50', '€150.00']);
  });

  it('has a document on one line with the day and the amount of its entry', async () => {
    const page = await mountReady<PortalLedger>({ ...ledgerScenes.default, width: 1200 });
    const middles = ['td:first-child', 'td:nth-child(3) a', 'td:last-child'].map((place) => {
      const range = document.createRange();
      range.selectNodeContents(page.root.querySelector(`tbody tr:nth-child(2) ${place}`)!);
      const { top, bottom } = range.getClientRects()[0]!;
      return Math.round((top + bottom) / 2);
    });
    expect(new Set(middles).size, middles.join()).to.equal(1);
  });

  it('links documents only where the person may see them', async () => {
    const page = await mountReady<PortalLedger>(ledgerScenes.default);
    const links = [...page.root.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('a')].map((link) => link.getAttribute('href')),
    );
    expect(links).to.deep.equal([[], ['#invoice-inv_1'], ['#invoice-inv_0', '#invoice-inv_1'], [], [], [], []]);
    expect(page.rows[3]).to.contain('2026-0031');
    page.element.creditHref = '#credit-{id}';
    await until(() => page.row(4).querySelector('a')?.getAttribute('href') === '#credit-crd_1');
  });

  it('opens an invoice in a dialog where the page has no place for it', async () => {
    const page = await mountReady<PortalLedger>({ ...ledgerScenes.inDialogs, handlers: [listLedgerEntries(), getInvoices()] });
    page.row(1).querySelector('button')!.click();
    await until(() => page.root.querySelector('dialog portal-invoice')?.shadowRoot?.querySelector('h2'));
    expect(page.root.querySelector('dialog portal-invoice')!.getAttribute('invoice-id')).to.equal('inv_1');
  });

  it('asks for this year until another period is chosen, and for everything without days', async () => {
    const page = await mountReady<PortalLedger>(ledgerScenes.default);
    expect(asked(page).get('from')).to.match(/^\d{4}-01-01$/);
    await until(() => page.field('period'));
    await page.fill('period', 'all');
    await until(() => !asked(page).has('from'));
    expect(page.element.query).to.equal('period=all');
    await page.fill('period', 'previous-year');
    await until(() => asked(page).has('to'));
    await page.fill('period', 'custom');
    await until(() => page.root.querySelectorAll('input[type="date"]').length === 2);
    expect(page.element.query).to.match(/^from=\d{4}-01-01&to=\d{4}-12-31$/);
  });

  it('offers a currency only where there are several', async () => {
    const page = await mountReady<PortalLedger>(ledgerScenes.default);
    await until(() => page.field('period'));
    expect(page.field('currency')).to.equal(undefined);
    const other = await mountReady<PortalLedger>(ledgerScenes.severalCurrencies);
    await until(() => other.field('currency'));
    expect(other.field('currency')!.value).to.equal('EUR');
    await other.fill('currency', 'JPY');
    await until(() => asked(other).get('currency') === 'JPY');
  });

  it('cannot be sorted, and leaves out opening and closing balance where a type or a number is asked for', async () => {
    const page = await mountReady<PortalLedger>(ledgerScenes.default);
    expect(page.root.querySelectorAll('thead button').length).to.equal(0);
    await openFilters(page.element);
    await page.fill('Entry', 'payment');
    await until(() => page.rows.length === 1);
    expect(page.rows[0]).to.contain('Payment').and.to.contain('€0.00');
    expect(asked(page).get('type')).to.equal('payment');
  });

  it('shows opening and closing balance only at the beginning and at the end of the pages', async () => {
    const page = await mountReady<PortalLedger>(ledgerScenes.manyRows);
    const boundaries = () => [...page.root.querySelectorAll('.boundary')].map((row) => text(row.querySelector('th')));
    const next = () => [...page.root.querySelectorAll<HTMLElement>('nav button')].at(-1)!.click();
    await until(() => boundaries().join() === 'Opening balance' && page.root.querySelector('nav'));
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
    const page = await mountReady<PortalLedger>({ ...ledgerScenes.default, handlers: [listLedgerEntries(), statement] });
    await page.press('Statement (PDF)');
    await until(() => seen.length === 1);
    const { currency, from, language } = Object.fromEntries(seen[0]!.searchParams);
    expect([currency, from?.slice(4), language]).to.deep.equal(['EUR', '-01-01', 'en']);
  });

  it('says that a period is too long for a statement', async () => {
    const refused = msw.get('*/ledger/statement', () => problem(422, 'Too many', { type: 'statement-too-large' }));
    const page = await mountReady<PortalLedger>({ ...ledgerScenes.default, handlers: [listLedgerEntries(), refused] });
    await page.press('Statement (PDF)');
    await until(() => /more than 10,000 entries/.test(page.part('error')));
    expect(page.rows.length).to.equal(7);
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

  it('shows the days between two that stand the wrong way round', async () => {
    const markup = html`<portal-ledger query="from=2026-11-20&amp;to=2026-01-01"></portal-ledger>`;
    const page = await mountReady<PortalLedger>({ ...ledgerScenes.default, markup });
    expect([asked(page).get('from'), asked(page).get('to')]).to.deep.equal(['2026-01-01', '2026-11-20']);
    await until(() => page.text.includes('Jan 1 – Nov 20, 2026'));
  });
});
