import { expect } from '@open-wc/testing';
import '../../src/define/portal-orders.js';
import type { PortalOrders } from '../../src/orders/portal-orders.js';
import { ordersScenes } from '../scenes/orders.js';
import { elementInDialog, saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { keepsWhatItShows } from '../support/kept-alive.js';
import { mountReady, openFilters, text } from '../support/mount.js';
import { until } from '../support/until.js';

saysWhatCouldNotBeLoaded('portal-orders', ordersScenes.default, [
  elementInDialog('portal-order', (root) => root.querySelector<HTMLElement>('tbody .link')!.click()),
]);

keepsThePortalContract('portal-orders', ordersScenes);

keepsWhatItShows('portal-orders', {
  scene: ordersScenes.default,
  open: (root) => root.querySelector<HTMLElement>('tbody .link')!.click(),
  tag: 'portal-order',
  type: { selector: '#answer-req_1', text: 'db2' },
});

describe('<portal-orders>', () => {
  const rows = (element: PortalOrders) => [...element.shadowRoot!.querySelectorAll('tbody tr')].map((row) => text(row));

  it('shows what is paid once and what is paid again, each by itself', async () => {
    const { element } = await mountReady<PortalOrders>(ordersScenes.default);
    expect(rows(element)[0]).to.contain('€99.00 once €201.00 a month');
    expect(rows(element)[7]).to.contain('€190.00 once $430.00 a year');
  });

  it('shows the step it is at, and nothing where there is none', async () => {
    const { element } = await mountReady<PortalOrders>(ordersScenes.default);
    expect(rows(element)[0]).to.contain('Preparation 2 of 4');
    expect(text(element.shadowRoot!.querySelectorAll('tbody tr')[4]!.querySelector('[data-label="Step"]'))).to.equal('');
  });

  it('shows a state that it does not know in the word of the company', async () => {
    const { element } = await mountReady<PortalOrders>(ordersScenes.default);
    expect(rows(element)[7]).to.contain('Held by customs');
  });

  it('says how many wait for the client', async () => {
    const { element } = await mountReady<PortalOrders>(ordersScenes.default);
    await until(() => element.shadowRoot!.querySelector('.summary'));
    expect(text(element.shadowRoot!.querySelector('.summary'))).to.equal('Open 5 Waiting for you 2');
  });

  it('shows only open orders when that is chosen', async () => {
    const { element } = await mountReady<PortalOrders>(ordersScenes.default);
    const select = (await openFilters(element)).querySelector('select')!;
    select.value = 'open';
    select.dispatchEvent(new Event('change'));
    await until(() => rows(element).length === 5);
    expect(element.query).to.equal('status=open');
  });

  it('opens an order in place', async () => {
    const { element } = await mountReady<PortalOrders>(ordersScenes.default);
    element.shadowRoot!.querySelector<HTMLElement>('tbody .link')!.click();
    await until(() => element.shadowRoot!.querySelector('portal-order')?.getAttribute('phase') === 'ready');
    expect(text(element.shadowRoot!.querySelector('portal-order')!.shadowRoot!.querySelector('h2'))).to.contain('Dedicated server X12');
  });
});
