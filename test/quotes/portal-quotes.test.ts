import { expect } from '@open-wc/testing';
import '../../src/define/portal-quotes.js';
import type { PortalQuotes } from '../../src/quotes/portal-quotes.js';
import { quotesScenes } from '../scenes/quotes.js';
import { elementInDialog, saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { keepsWhatItShows } from '../support/kept-alive.js';
import { mountReady, openFilters, text } from '../support/mount.js';
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
    open: async (root) => {
      await until(() => root.querySelector('[data-task="ask"]'));
      root.querySelector<HTMLElement>('[data-task="ask"]')!.click();
    },
  },
});

describe('<portal-quotes>', () => {
  const rows = (element: PortalQuotes) => [...element.shadowRoot!.querySelectorAll('tbody tr')].map((row) => text(row));

  it('shows the net price a period, and a dash where a quote has no last day', async () => {
    const { element } = await mountReady<PortalQuotes>(quotesScenes.default);
    expect(rows(element)[0]).to.contain('€650.00 once €1,011.00 a month');
    expect(rows(element)[1]).to.contain('Nov 10, 2026 —');
  });

  it('shows every state in words, one that it does not know in the word of the company', async () => {
    const { element } = await mountReady<PortalQuotes>(quotesScenes.default);
    const states = [...element.shadowRoot!.querySelectorAll('.badge')].map((badge) => text(badge));
    expect(states).to.deep.equal(['Open', 'Open', 'Expired', 'Accepted', 'Declined', 'Replaced', 'Withdrawn', 'With the board']);
  });

  it('shows only quotes of the state that is chosen', async () => {
    const { element } = await mountReady<PortalQuotes>(quotesScenes.default);
    const select = (await openFilters(element)).querySelector('select')!;
    select.value = 'expired';
    select.dispatchEvent(new Event('change'));
    await until(() => rows(element).length === 1);
    expect(rows(element)[0]).to.contain('Backup in Vienna');
  });

  it('opens a quote in place, and hands on where its order is shown', async () => {
    const { element } = await mountReady<PortalQuotes>(quotesScenes.default);
    element.orderHref = '/order?id={id}';
    element.shadowRoot!.querySelectorAll<HTMLElement>('tbody .link')[3]!.click();
    const quote = () => element.shadowRoot!.querySelector('portal-quote');
    await until(() => quote()?.getAttribute('phase') === 'ready');
    expect(quote()!.shadowRoot!.querySelector('[part="notice"] a')?.getAttribute('href')).to.equal('/order?id=ord_1');
  });
});
