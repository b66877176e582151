import { expect } from '@open-wc/testing';
import '../../src/define/portal-contracts.js';
import type { PortalContracts } from '../../src/contracts/portal-contracts.js';
import { aContract, listContracts } from '../mocks/contracts.js';
import { contractsScenes } from '../scenes/contracts.js';
import { elementInDialog, saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { keepsWhatItShows } from '../support/kept-alive.js';
import { mountReady, openFilters, settled, text, until } from '../support/mount.js';

const openFirst = (root: ShadowRoot) => root.querySelector<HTMLElement>('tbody button.link')!.click();

saysWhatCouldNotBeLoaded('portal-contracts', contractsScenes.default, [
  { module: 'src/ui/lists/list-toolbar.ts', here: (root) => root.querySelector('[part="toolbar"] form') },
  elementInDialog('portal-contract', openFirst),
]);

keepsThePortalContract('portal-contracts', contractsScenes);

describe('<portal-contracts>', () => {
  it('shows name, number, kind, service, price and status, and the day that matters next', async () => {
    const page = await mountReady<PortalContracts>(contractsScenes.default);
    page.element.style.inlineSize = '1100px';
    const [voip, rack, web, domain, line] = page.rows;
    expect(voip).to.equal('Office telephony V-2001 Telephony +49 30 123456-0 Mar 1, 2021 €89.00 a month Active Renews Mar 1, 2027');
    expect(rack).to.contain('€295.00 a quarter');
    expect(web).to.contain('CZK 390.00 a year Suspended');
    expect(domain).to.contain('Cancelled Ends Dec 19, 2026');
    expect(line).to.contain('Being set up Starts Dec 1, 2026');
  });

  keepsWhatItShows('portal-contracts', { scene: contractsScenes.default, open: openFirst, tag: 'portal-contract' });

  it('shows a kind and a period it does not know in the words of the company', async () => {
    const page = await mountReady<PortalContracts>(contractsScenes.default);
    expect(page.rows[4]).to.contain('Leased line').and.to.contain('€189.00 a fortnight');
  });

  it('leaves out what has ended, says how much that is, and shows it when asked', async () => {
    const page = await mountReady<PortalContracts>(contractsScenes.default);
    expect(page.asked.get('status')).to.equal('current');
    expect(page.rows.length).to.equal(5);
    expect(page.part('ended')).to.contain('1 contract that has ended is not shown.');
    await page.press('Show ended ones too');
    await until(() => page.rows.length === 6);
    expect(page.asked.has('status')).to.equal(false);
    expect(page.element.getAttribute('query')).to.equal('status=all');
    expect(page.rows[5]).to.contain('Ended Dec 31, 2021');
    expect(page.root.querySelectorAll('[part="ended"]').length).to.equal(0);
  });

  it('offers what has ended where there is nothing else', async () => {
    const page = await mountReady<PortalContracts>(contractsScenes.onlyEnded);
    expect(page.part('list')).to.contain('You have no contracts at the moment.');
    await page.press('Show ended ones too');
    await settled(page.element, 'ready');
    expect(page.rows.length).to.equal(1);
  });

  it('asks for one kind and one status', async () => {
    const page = await mountReady<PortalContracts>(contractsScenes.default);
    await openFilters(page.element);
    const choose = async (label: string, value: string) => {
      await page.fill(label, value);
      await settled(page.element);
    };
    await choose('Status', 'suspended');
    expect(page.asked.get('status')).to.equal('suspended');
    await choose('Status', '');
    await choose('Kind', 'serverhousing');
    expect(page.rows.length).to.equal(1);
    expect(page.asked.get('kind')).to.equal('serverhousing');
  });

  it('has no prices where they are kept from the person', async () => {
    const page = await mountReady<PortalContracts>(contractsScenes.withoutPrices);
    expect(text(page.root.querySelector('table')))
      .not.to.contain('Price')
      .and.not.to.contain('€');
  });

  it('links each contract to its page where the page has one', async () => {
    const page = await mountReady<PortalContracts>(contractsScenes.default);
    page.element.itemHref = '/contract?id={id}';
    await page.element.updateComplete;
    expect(page.root.querySelector('tbody a')!.getAttribute('href')).to.equal('/contract?id=con_voip');
  });

  it('opens a contract in a dialog, and gives the focus back', async () => {
    const page = await mountReady<PortalContracts>(contractsScenes.default);
    const opener = page.button('Office telephony')!;
    opener.focus();
    opener.click();
    const contract = await page.inner('portal-contract');
    await settled(contract.element);
    expect(contract.heading).to.contain('Office telephony');
    await page.press('Close');
    await until(() => page.focused === opener);
  });

  it('lives with contracts of which half is missing', async () => {
    const broken = { id: 'con_x', status: 'constructor', price: { amount: '1', currency: 'EUR' } } as unknown as ReturnType<
      typeof aContract
    >;
    const page = await mountReady<PortalContracts>({ ...contractsScenes.default, handlers: [listContracts([broken, aContract()])] });
    expect(page.rows.length).to.equal(2);
    expect(page.rows[0]).to.contain('—').and.not.to.contain('undefined').and.not.to.contain('NaN');
  });
});
