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
import { keepsWhatItShows } from '../support/kept-alive.js';
import { mountReady, openFilters, settled, text } from '../support/mount.js';
import { until } from '../support/until.js';

saysWhatCouldNotBeLoaded('portal-credits', creditsScenes.default, [
  { module: 'src/credits/list-panel.ts', here: (root) => root.querySelector('[type="search"]') },
  elementInDialog('portal-apply-credit', (root) => root.querySelector<HTMLElement>('tbody button[aria-label^="Use credit"]')!.click()),
]);

keepsThePortalContract('portal-credits', creditsScenes);

keepsWhatItShows('portal-credits', {
  scene: creditsScenes.default,
  open: async (root) => {
    await until(() => root.querySelector('tbody button[aria-label^="Use credit"]'));
    root.querySelector<HTMLElement>('tbody button[aria-label^="Use credit"]')!.click();
  },
  tag: 'portal-apply-credit',
});

async function found<Found>(find: () => Found | null | undefined): Promise<Found> {
  await until(() => find());
  return find()!;
}

describe('<portal-credits>', () => {
  const root = (element: PortalCredits) => element.shadowRoot!;
  const rows = (element: PortalCredits) => [...root(element).querySelectorAll('tbody tr')];
  const dialog = (element: PortalCredits) => root(element).querySelector('dialog');
  const button = (place: ParentNode, name: RegExp) => [...place.querySelectorAll('button')].find((each) => name.test(text(each)))!;

  it('shows what was given, used and is left, and when it ends', async () => {
    const { element } = await mountReady<PortalCredits>(creditsScenes.default);
    const [first, second] = rows(element);
    expect(text(first))
      .to.contain('Outage of the uplink in rack B12 Goodwill')
      .and.to.contain('€150.00')
      .and.to.contain('€30.00')
      .and.to.contain('€120.00')
      .and.to.contain('Partly used');
    expect(text(second!.querySelector('[data-label="Expires"]'))).to.equal('—');
  });

  it('says what is available in each currency, and never adds them up', async () => {
    const { element } = await mountReady<PortalCredits>(creditsScenes.default);
    const summary = await found(() => root(element).querySelector('[part="summary"]'));
    expect([...summary.querySelectorAll('dd')].map(text)).to.deep.equal(['€2,520.00', 'KWD 12.345']);
  });

  it('shows a type and a status that it does not know in the words of the company', async () => {
    const { element } = await mountReady<PortalCredits>(creditsScenes.default);
    expect(text(rows(element)[6]))
      .to.contain('Sponsorship')
      .and.to.contain('Frozen by audit');
  });

  it('lists what a credit was used for, each use linked to its invoice', async () => {
    const { element } = await mountReady<PortalCredits>(creditsScenes.default);
    button(rows(element)[0]!, /Outage/).click();
    const table = await found(() => dialog(element)?.querySelector('[part="uses"]'));
    const link = table.querySelector('a')!;
    expect([text(link), link.getAttribute('href')]).to.deep.equal(['2026-0039', '#invoice-inv_4']);
    expect(text(table)).to.contain('€20.00').and.to.contain('An invoice that you may not see');
  });

  it('offers to use only what something is left of, and only to who may also pay', async () => {
    const { element, provision } = await mountReady<PortalCredits>(creditsScenes.default);
    const uses = () => rows(element).map((row) => !!button(row, /^Use$/));
    expect(uses()).to.deep.equal([true, true, false, false, false, true, false]);
    provision!.update({ permissions: { allow: { 'billing.credits': ['view', 'update'], 'billing.invoices': ['view'] } } });
    await until(() => rows(element).length === 7 && !uses().includes(true));
    provision!.update({ permissions: personas['read-only'] });
    await element.updateComplete;
    expect(uses()).to.deep.equal(Array(7).fill(false));
  });

  it('uses a credit for the invoices that are due first, then shows what is left', async () => {
    const seen: SeenUse[] = [];
    const { element, host, requests } = await mountReady<PortalCredits>({
      ...creditsScenes.default,
      handlers: [listCredits(), getCredit(), listOpenInvoices(), applyCredit(seen)],
    });
    const events: PortalInvoicesPaidEvent[] = [];
    host.addEventListener('portal-invoices-paid', (event) => events.push(event));
    button(rows(element)[0]!, /^Use$/).click();
    const form = await found(() => dialog(element)?.querySelector('portal-apply-credit')?.shadowRoot?.querySelector('form'));
    const before = requests.filter(({ url }) => /\/credits\?/.test(url)).length;
    form.requestSubmit();
    await until(() => seen.length === 1 && events.length === 1);
    expect(seen[0]!.creditId).to.equal('crd_1');
    await until(() => requests.filter(({ url }) => /\/credits\?/.test(url)).length > before);
    button(dialog(element)!, /✕/).click();
    await until(() => !dialog(element));
  });

  it('keeps what was typed in the dialog when the right is taken away and given back', async () => {
    const { element, provision } = await mountReady<PortalCredits>(creditsScenes.default);
    button(rows(element)[0]!, /^Use$/).click();
    const field = () => dialog(element)?.querySelector('portal-apply-credit')?.shadowRoot?.querySelector<HTMLInputElement>('#amount-0');
    const input = await found(field);
    input.value = '0.42';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    provision!.update({ permissions: personas['no-permissions'] });
    await settled(element, 'denied');
    provision!.update({ permissions: personas.owner });
    await until(() => field()?.value === '0.42');
  });

  it('asks for a status, a text and a currency, and keeps them in its query', async () => {
    const { element, requests } = await mountReady<PortalCredits>(creditsScenes.default);
    const panel = await openFilters(element);
    const select = [...panel.querySelectorAll('select')].find((each) => [...each.options].some(({ value }) => value === 'usable'))!;
    select.value = 'usable';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => rows(element).length === 3);
    expect(element.query).to.contain('status=usable');
    expect(requests.some(({ url }) => url.includes('status=usable'))).to.equal(true);
  });

  it('tells in its dialog, not in place of the list, that a credit is gone', async () => {
    const gone = msw.get('*/credits/*', () => problem(404, 'No such credit'));
    const { element } = await mountReady<PortalCredits>({ ...creditsScenes.default, handlers: [listCredits(), gone] });
    button(rows(element)[0]!, /Outage/).click();
    await until(() => dialog(element)?.querySelector('[part="error"]'));
    expect(rows(element).length).to.equal(7);
  });
});
