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
  const root = (element: PortalContracts) => element.shadowRoot!;
  const rows = (element: PortalContracts) => [...root(element).querySelectorAll('tbody tr')].map((row) => text(row));
  const asked = (requests: Request[]) => new URL(requests.at(-1)!.url).searchParams;
  const button = (element: PortalContracts, name: string) =>
    [...root(element).querySelectorAll('button')].find((each) => text(each) === name)!;

  it('shows name, number, kind, service, price and status, and the day that matters next', async () => {
    const { element } = await mountReady<PortalContracts>(contractsScenes.default);
    element.style.inlineSize = '1100px';
    const [voip, rack, web, domain, line] = rows(element);
    expect(voip).to.equal('Office telephony V-2001 Telephony +49 30 123456-0 Mar 1, 2021 €89.00 a month Active Renews Mar 1, 2027');
    expect(rack).to.contain('€295.00 a quarter');
    expect(web).to.contain('CZK 390.00 a year Suspended');
    expect(domain).to.contain('Cancelled Ends Dec 19, 2026');
    expect(line).to.contain('Being set up Starts Dec 1, 2026');
  });

  keepsWhatItShows('portal-contracts', { scene: contractsScenes.default, open: openFirst, tag: 'portal-contract' });

  it('shows a kind and a period it does not know in the words of the company', async () => {
    const { element } = await mountReady<PortalContracts>(contractsScenes.default);
    expect(rows(element)[4]).to.contain('Leased line').and.to.contain('€189.00 a fortnight');
  });

  it('leaves out what has ended, says how much that is, and shows it when asked', async () => {
    const { element, requests } = await mountReady<PortalContracts>(contractsScenes.default);
    expect(asked(requests).get('status')).to.equal('current');
    expect(rows(element).length).to.equal(5);
    expect(text(root(element).querySelector('[part="ended"]'))).to.contain('1 contract that has ended is not shown.');
    button(element, 'Show ended ones too').click();
    await until(() => rows(element).length === 6);
    expect(asked(requests).has('status')).to.equal(false);
    expect(element.getAttribute('query')).to.equal('status=all');
    expect(rows(element)[5]).to.contain('Ended Dec 31, 2021');
    expect(root(element).querySelectorAll('[part="ended"]').length).to.equal(0);
  });

  it('offers what has ended where there is nothing else', async () => {
    const { element } = await mountReady<PortalContracts>(contractsScenes.onlyEnded);
    expect(text(root(element).querySelector('[part="list"]'))).to.contain('You have no contracts at the moment.');
    button(element, 'Show ended ones too').click();
    await settled(element, 'ready');
    expect(rows(element).length).to.equal(1);
  });

  it('asks for one kind and one status', async () => {
    const { element, requests } = await mountReady<PortalContracts>(contractsScenes.default);
    const filters = await openFilters(element);
    const choose = async (label: string, value: string) => {
      const field = [...filters.querySelectorAll('label')].find((each) => text(each.querySelector('span')) === label)!;
      const control = field.querySelector('select')!;
      control.value = value;
      control.dispatchEvent(new Event('change', { bubbles: true }));
      await settled(element);
    };
    await choose('Status', 'suspended');
    expect(asked(requests).get('status')).to.equal('suspended');
    await choose('Status', '');
    await choose('Kind', 'serverhousing');
    expect(rows(element).length).to.equal(1);
    expect(asked(requests).get('kind')).to.equal('serverhousing');
  });

  it('has no prices where they are kept from the person', async () => {
    const { element } = await mountReady<PortalContracts>(contractsScenes.withoutPrices);
    expect(text(root(element).querySelector('table')))
      .not.to.contain('Price')
      .and.not.to.contain('€');
  });

  it('links each contract to its page where the page has one', async () => {
    const { element } = await mountReady<PortalContracts>(contractsScenes.default);
    element.itemHref = '/contract?id={id}';
    await element.updateComplete;
    expect(root(element).querySelector('tbody a')!.getAttribute('href')).to.equal('/contract?id=con_voip');
  });

  it('opens a contract in a dialog, and gives the focus back', async () => {
    const { element } = await mountReady<PortalContracts>(contractsScenes.default);
    const opener = button(element, 'Office telephony');
    opener.focus();
    opener.click();
    await until(() => root(element).querySelector('portal-contract[phase="ready"]'));
    expect(text(root(element).querySelector('portal-contract')!.shadowRoot!.querySelector('h2'))).to.contain('Office telephony');
    root(element).querySelector<HTMLElement>('dialog .close')!.click();
    await until(() => root(element).activeElement === opener);
  });

  it('lives with contracts of which half is missing', async () => {
    const broken = { id: 'con_x', status: 'constructor', price: { amount: '1', currency: 'EUR' } } as unknown as ReturnType<
      typeof aContract
    >;
    const { element } = await mountReady<PortalContracts>({ ...contractsScenes.default, handlers: [listContracts([broken, aContract()])] });
    expect(rows(element).length).to.equal(2);
    expect(rows(element)[0]).to.contain('—').and.not.to.contain('undefined').and.not.to.contain('NaN');
  });
});
