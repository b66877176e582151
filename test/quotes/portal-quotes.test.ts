import { expect } from '@open-wc/testing';
import '../../src/define/portal-quotes.js';
import type { PortalQuotes } from '../../src/quotes/portal-quotes.js';
import { quotesScenes } from '../scenes/quotes.js';
import { elementInDialog, saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { keepsWhatItShows } from '../support/kept-alive.js';
import { mountReady, openFilters, settled } from '../support/mount.js';
import { pageOf } from '../support/page.js';
import { until } from '../support/until.js';

saysWhatCouldNotBeLoaded('portal-quotes', quotesScenes.default, [
  elementInDialog('portal-quote', (root) => root.querySelector<HTMLElement>('tbody .link')!.click()),
]);

keepsThePortalContract('portal-quotes', quotesScenes);

keepsWhatItShows('portal-quotes', {
  scene: quotesScenes.default,
  open: (root) => root.querySelector<HTMLElement>('tbody .link')!.click(),
  tag: 'portal-quote',
  type: {
    selector: '#question',
    text: 'Can it start in January?',
    open: (root) => pageOf(root).press('Ask a question'),
  },
});

describe('<portal-quotes>', () => {
  it('shows the net price a period, and a dash where a quote has no last day', async () => {
    const page = await mountReady<PortalQuotes>(quotesScenes.default);
    expect(page.rows[0]).to.contain('€650.00 once €1,011.00 a month');
    expect(page.rows[1]).to.contain('Nov 10, 2026 —');
  });

  it('shows every state in words, one that it does not know in the word of the company', async () => {
    const page = await mountReady<PortalQuotes>(quotesScenes.default);
    const states = page.texts('.badge');
    expect(states).to.deep.equal(['Open', 'Open', 'Expired', 'Accepted', 'Declined', 'Replaced', 'Withdrawn', 'With the board']);
  });

  it('shows only quotes of the state that is chosen', async () => {
    const page = await mountReady<PortalQuotes>(quotesScenes.default);
    await openFilters(page.element);
    await page.fill('Show', 'expired');
    await until(() => page.rows.length === 1);
    expect(page.rows[0]).to.contain('Backup in Vienna');
  });

  it('opens a quote in place, and hands on where its order is shown', async () => {
    const page = await mountReady<PortalQuotes>(quotesScenes.default);
    page.element.orderHref = '/order?id={id}';
    page.root.querySelectorAll<HTMLElement>('tbody .link')[3]!.click();
    const quote = await page.inner('portal-quote');
    await settled(quote.element);
    expect(quote.root.querySelector('[part="notice"] a')?.getAttribute('href')).to.equal('/order?id=ord_1');
  });
});
