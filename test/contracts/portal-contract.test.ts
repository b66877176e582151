import { expect } from '@open-wc/testing';
import '../../src/define/portal-contract.js';
import type { PortalContract } from '../../src/contracts/portal-contract.js';
import { http as msw } from 'msw';
import { aContract, getContracts } from '../mocks/contracts.js';
import { contractScenes } from '../scenes/contract.js';
import { elementInDialog, saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { keepsWhatItShows } from '../support/kept-alive.js';
import { mountReady, text, until } from '../support/mount.js';

const press = (root: ShadowRoot, name: string) =>
  [...root.querySelectorAll<HTMLElement>('button')].find((each) => (each.ariaLabel ?? text(each)) === name)!.click();

const leadsEverywhere = aContract({
  id: 'con_rack',
  zoneId: 'zon_1',
  shows: ['calls', 'traffic', 'traffic-by-ip', 'dns-zones', 'dns-records', 'invoices'],
});

saysWhatCouldNotBeLoaded('portal-contract', { ...contractScenes.serverhousing, handlers: [getContracts([leadsEverywhere])] }, [
  { module: 'src/define/portal-traffic.ts', here: (root) => root.querySelector('portal-traffic') },
  elementInDialog('portal-call-list', (root) => press(root, 'View call list')),
  elementInDialog('portal-ip-traffic', (root) => press(root, 'View traffic statistics by IP address')),
  elementInDialog('portal-dns-zones', (root) => press(root, 'View DNS zones')),
  elementInDialog('portal-dns-records', (root) => press(root, 'View DNS records')),
  elementInDialog('portal-invoices', (root) => press(root, 'View invoices')),
]);

keepsThePortalContract('portal-contract', contractScenes);

describe('<portal-contract>', () => {
  const root = (element: PortalContract) => element.shadowRoot!;
  const shown = (element: PortalContract) => text(root(element).querySelector('section'));
  const links = (element: PortalContract) => [...root(element).querySelectorAll<HTMLElement>('[part="links"] > *')];
  const link = (element: PortalContract, name: string) => links(element).find((each) => text(each) === name)!;

  it('shows its terms, and what its kind adds in the words and units of the language', async () => {
    const voip = await mountReady<PortalContract>(contractScenes.default);
    expect(text(root(voip.element).querySelector('h2'))).to.equal('Telephony V-2001 Office telephony Active');
    expect(shown(voip.element))
      .to.contain('Price €89.00 a month plus tax')
      .and.to.contain('Renews Mar 1, 2027')
      .and.to.contain('Cancel by Jan 31, 2027')
      .and.to.contain('Extensions 24');
    const rack = await mountReady<PortalContract>(contractScenes.serverhousing);
    expect(shown(rack.element))
      .to.contain('Port speed 1 Gbit/s')
      .and.to.contain('Included traffic 20 TB')
      .and.to.contain('203.0.113.0/27 2001:db8:b12::/48');
    const domain = await mountReady<PortalContract>(contractScenes.domain);
    expect(shown(domain.element))
      .to.contain('Registered until Dec 19, 2026')
      .and.to.contain('Renews automatically No')
      .and.to.contain('ns1.hosting.example ns2.hosting.example')
      .and.to.contain('Ends Dec 19, 2026')
      .and.not.to.contain('Renews Mar');
  });

  it('says how much of a limit is used', async () => {
    const { element } = await mountReady<PortalContract>(contractScenes.hosting);
    expect(shown(element)).to.contain('Disk space 96.5 GB of 100 GB').and.to.contain('Mailboxes 4 of 25');
    expect(root(element).querySelector('meter')!.value).to.equal(96_500_000_000);
  });

  it('says why it is suspended', async () => {
    const { element } = await mountReady<PortalContract>(contractScenes.hosting);
    expect(text(root(element).querySelector('.notice'))).to.equal('The invoice of September is overdue.');
  });

  it('shows facts and kinds it does not know as the company names them', async () => {
    const { element } = await mountReady<PortalContract>(contractScenes.otherKind);
    expect(shown(element))
      .to.contain('Leased line L-8001')
      .and.to.contain('Technician on site Monday 30 November, 9 to 12')
      .and.to.contain('#ff8800');
    expect(links(element).length).to.equal(0);
  });

  it('has at its top the way to what this kind of contract has', async () => {
    const voip = await mountReady<PortalContract>(contractScenes.default);
    expect(links(voip.element).map((each) => text(each))).to.deep.equal(['View call list', 'View invoices']);
    const rack = await mountReady<PortalContract>(contractScenes.serverhousing);
    expect(links(rack.element).map((each) => text(each))).to.deep.equal(['View traffic statistics by IP address', 'View invoices']);
    const head = root(rack.element).querySelector('[part="links"]')!;
    await until(() => root(rack.element).querySelector('portal-traffic'));
    const traffic = root(rack.element).querySelector('portal-traffic')!;
    expect(head.compareDocumentPosition(traffic) & Node.DOCUMENT_POSITION_FOLLOWING).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('has nothing of what the person may not see, and asks for none of it', async () => {
    const only = { allow: { 'contracts.list': ['view' as const] } };
    const voip = await mountReady<PortalContract>({ ...contractScenes.default, permissions: only });
    expect(links(voip.element).length).to.equal(0);
    const rack = await mountReady<PortalContract>({ ...contractScenes.serverhousing, permissions: only });
    expect(links(rack.element).length).to.equal(0);
    expect(root(rack.element).querySelectorAll('portal-traffic').length).to.equal(0);
    expect(rack.requests.length).to.equal(1);
  });

  it('leads where the page says, and nowhere an address must not lead', async () => {
    const { element } = await mountReady<PortalContract>(contractScenes.linked);
    expect(links(element).map((each) => each.getAttribute('href'))).to.deep.equal([
      '/ip-traffic?contract=con_rack',
      '/invoices?contract=con_rack',
    ]);
    expect(root(element).querySelector('[part="traffic"] a')!.getAttribute('href')).to.equal('/traffic?contract=con_rack');
    element.invoicesHref = 'javascript:alert({id})';
    await element.updateComplete;
    expect(link(element, 'View invoices').localName).to.equal('button');
  });

  it('leads to the zone of its domain', async () => {
    const { element } = await mountReady<PortalContract>(contractScenes.domain);
    element.dnsRecordsHref = '/dns-records?zone={id}';
    await element.updateComplete;
    expect(link(element, 'View DNS records').getAttribute('href')).to.equal('/dns-records?zone=zon_1');
  });

  it('opens the calls in place, closes them when the right is withdrawn, and gives the focus back', async () => {
    const { element, provision } = await mountReady<PortalContract>(contractScenes.default);
    const opener = link(element, 'View call list');
    opener.focus();
    opener.click();
    await until(() => root(element).querySelector('portal-call-list[phase="ready"]'));
    const dialog = root(element).querySelector('dialog')!;
    expect(text(dialog.querySelector('h2'))).to.equal('Calls of V-2001');
    dialog.querySelector<HTMLElement>('.close')!.click();
    await until(() => root(element).activeElement === opener);
    opener.click();
    await until(() => root(element).querySelector('dialog'));
    provision!.update({ permissions: { allow: { 'contracts.list': ['view'] } } });
    await until(() => !root(element).querySelector('dialog'));
    expect(links(element).length).to.equal(0);
  });

  keepsWhatItShows('portal-contract', {
    scene: contractScenes.default,
    open: (shadow) => press(shadow, 'View call list'),
    tag: 'portal-call-list',
    type: { selector: '[type="search"]', text: '030' },
  });

  it('has no price where it is kept from the person', async () => {
    const { element } = await mountReady<PortalContract>(contractScenes.withoutPrice);
    expect(shown(element)).not.to.contain('Price').and.not.to.contain('€');
  });

  it('says that there is no such contract', async () => {
    const { element, answerWith } = await mountReady<PortalContract>(contractScenes.default);
    answerWith([getContracts([])]);
    element.contractId = 'con_none';
    await until(() => root(element).querySelector('[part="error"]'));
    expect(shown(element)).not.to.contain('Office telephony');
  });

  it('lives with a contract of which half is missing', async () => {
    const broken = { id: 'con_voip', price: {}, facts: [{ key: 'x', values: ['1'] }, { label: 'Y' }, {}] };
    const handlers = [msw.get('*/contracts/*', () => Response.json(broken))];
    const { element } = await mountReady<PortalContract>({ ...contractScenes.default, handlers });
    expect(shown(element)).to.contain('—').and.not.to.contain('undefined').and.not.to.contain('NaN');
  });
});
