import { expect } from '@open-wc/testing';
import { http as msw } from 'msw';
import '../../src/define/portal-credits.js';
import type { PortalCredits } from '../../src/credits/portal-credits.js';
import type { PortalInvoicesPaidEvent } from '../../src/index.js';
import { applyCredit, getCredit, listCredits, listOpenInvoices, type SeenUse } from '../mocks/credits.js';
import { problem } from '../mocks/http.js';
import { personas } from '../mocks/session.js';
import { creditsScenes } from '../scenes/credits.js';
import { elementInDialog, saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { found } from '../support/found.js';
import { keepsWhatItShows } from '../support/kept-alive.js';
import { mountReady, openFilters, settled, text } from '../support/mount.js';
import { pageOf } from '../support/page.js';
import { until } from '../support/until.js';

saysWhatCouldNotBeLoaded('portal-credits', creditsScenes.default, [
  { module: 'src/credits/list-panel.ts', here: (root) => root.querySelector('[type="search"]') },
  elementInDialog('portal-apply-credit', (root) => pageOf(root).press('Use credit for invoices: Outage of the uplink in rack B12')),
]);

keepsThePortalContract('portal-credits', creditsScenes);

keepsWhatItShows('portal-credits', {
  scene: creditsScenes.default,
  open: (root) => pageOf(root).press('Use credit for invoices: Outage of the uplink in rack B12'),
  tag: 'portal-apply-credit',
  type: { selector: '[name^="amount-"]', text: '1.50' },
});

describe('<portal-credits>', () => {
  it('shows what was given, used and is left, and when it ends', async () => {
    const page = await mountReady<PortalCredits>(creditsScenes.default);
    expect(page.rows[0])
      .to.contain('Outage of the uplink in rack B12 Goodwill')
      .and.to.contain('€150.00')
      .and.to.contain('€30.00')
      .and.to.contain('€120.00')
      .and.to.contain('Partly used');
    expect(text(page.row(1).querySelector('[data-label="Expires"]'))).to.equal('—');
  });

  it('says what is available in each currency, and never adds them up', async () => {
    const page = await mountReady<PortalCredits>(creditsScenes.default);
    const summary = await found(() => page.root.querySelector('[part="summary"]'));
    expect([...summary.querySelectorAll('dd')].map(text)).to.deep.equal(['€2,520.00', 'KWD 12.345']);
  });

  it('shows a type and a status that it does not know in the words of the company', async () => {
    const page = await mountReady<PortalCredits>(creditsScenes.default);
    expect(page.rows[6]).to.contain('Sponsorship').and.to.contain('Frozen by audit');
  });

  it('lists what a credit was used for, each use linked to its invoice', async () => {
    const page = await mountReady<PortalCredits>(creditsScenes.default);
    await page.press('Outage of the uplink in rack B12');
    const table = await found(() => page.dialog?.querySelector('[part="uses"]'));
    const link = table.querySelector('a')!;
    expect([text(link), link.getAttribute('href')]).to.deep.equal(['2026-0039', '#invoice-inv_4']);
    expect(text(table)).to.contain('€20.00').and.to.contain('An invoice that you may not see');
  });

  it('offers to use only what something is left of, and only to who may also pay', async () => {
    const page = await mountReady<PortalCredits>(creditsScenes.default);
    const uses = () => page.rows.map((row) => row.endsWith(' Use'));
    expect(uses()).to.deep.equal([true, true, false, false, false, true, false]);
    page.provision!.update({ permissions: { allow: { 'billing.credits': ['view', 'update'], 'billing.invoices': ['view'] } } });
    await until(() => page.rows.length === 7 && !uses().includes(true));
    page.provision!.update({ permissions: personas['read-only'] });
    await page.element.updateComplete;
    expect(uses()).to.deep.equal(Array(7).fill(false));
  });

  it('uses a credit for the invoices that are due first, then shows what is left', async () => {
    const seen: SeenUse[] = [];
    const page = await mountReady<PortalCredits>({
      ...creditsScenes.default,
      handlers: [listCredits(), getCredit(), listOpenInvoices(), applyCredit(seen)],
    });
    const events: PortalInvoicesPaidEvent[] = [];
    page.host.addEventListener('portal-invoices-paid', (event) => events.push(event));
    await page.press('Use credit for invoices: Outage of the uplink in rack B12');
    const use = await page.inner('portal-apply-credit');
    await until(() => use.submitButton);
    const before = page.requests.filter(({ url }) => /\/credits\?/.test(url)).length;
    use.submit();
    await until(() => seen.length === 1 && events.length === 1);
    expect(seen[0]!.creditId).to.equal('crd_1');
    await until(() => page.requests.filter(({ url }) => /\/credits\?/.test(url)).length > before);
    await page.press('Close');
    await until(() => !page.dialog);
  });

  it('keeps what was typed in the dialog when the right is taken away and given back', async () => {
    const page = await mountReady<PortalCredits>(creditsScenes.default);
    await page.press('Use credit for invoices: Outage of the uplink in rack B12');
    const use = await page.inner('portal-apply-credit');
    await use.fill('amount-0', '0.42');
    page.provision!.update({ permissions: personas['no-permissions'] });
    await settled(page.element, 'denied');
    page.provision!.update({ permissions: personas.owner });
    await until(() => use.field('amount-0')?.value === '0.42');
  });

  it('asks for a status, a text and a currency, and keeps them in its query', async () => {
    const page = await mountReady<PortalCredits>(creditsScenes.default);
    await openFilters(page.element);
    await page.fill('Show', 'usable');
    await until(() => page.rows.length === 3);
    expect(page.element.query).to.contain('status=usable');
    expect(page.requests.some(({ url }) => url.includes('status=usable'))).to.equal(true);
  });

  it('tells in its dialog, not in place of the list, that a credit is gone', async () => {
    const gone = msw.get('*/credits/*', () => problem(404, 'No such credit'));
    const page = await mountReady<PortalCredits>({ ...creditsScenes.default, handlers: [listCredits(), gone] });
    await page.press('Outage of the uplink in rack B12');
    await until(() => page.dialog?.querySelector('[part="error"]'));
    expect(page.rows.length).to.equal(7);
  });
});
