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
import { pageOf } from '../support/page.js';

const leadsEverywhere = aContract({
  id: 'con_rack',
  zoneId: 'zon_1',
  shows: ['calls', 'traffic', 'traffic-by-ip', 'dns-zones', 'dns-records', 'invoices'],
});

saysWhatCouldNotBeLoaded('portal-contract', { ...contractScenes.serverhousing, handlers: [getContracts([leadsEverywhere])] }, [
  { module: 'src/define/portal-traffic.ts', here: (root) => root.querySelector('portal-traffic') },
  elementInDialog('portal-call-list', (root) => pageOf(root).press('View call list')),
  elementInDialog('portal-ip-traffic', (root) => pageOf(root).press('View traffic statistics by IP address')),
  elementInDialog('portal-dns-zones', (root) => pageOf(root).press('View DNS zones')),
  elementInDialog('portal-dns-records', (root) => pageOf(root).press('View DNS records')),
  elementInDialog('portal-invoices', (root) => pageOf(root).press('View invoices')),
]);

keepsThePortalContract('portal-contract', contractScenes);

describe('<portal-contract>', () => {
  it('shows its terms, and what its kind adds in the words and units of the language', async () => {
    const voip = await mountReady<PortalContract>(contractScenes.default);
    expect(voip.heading).to.equal('Telephony V-2001 Office telephony Active');
    expect(voip.text)
      .to.contain('Price €89.00 a month plus tax')
      .and.to.contain('Renews Mar 1, 2027')
      .and.to.contain('Cancel by Jan 31, 2027')
      .and.to.contain('Extensions 24');
    const rack = await mountReady<PortalContract>(contractScenes.serverhousing);
    expect(rack.text)
      .to.contain('Port speed 1 Gbit/s')
      .and.to.contain('Included traffic 20 TB')
      .and.to.contain('203.0.113.0/27 2001:db8:b12::/48');
    const domain = await mountReady<PortalContract>(contractScenes.domain);
    expect(domain.text)
      .to.contain('Registered until Dec 19, 2026')
      .and.to.contain('Renews automatically No')
      .and.to.contain('ns1.hosting.example ns2.hosting.example')
      .and.to.contain('Ends Dec 19, 2026')
      .and.not.to.contain('Renews Mar');
  });

  it('says how much of a limit is used', async () => {
    const page = await mountReady<PortalContract>(contractScenes.hosting);
    expect(page.text).to.contain('Disk space 96.5 GB of 100 GB').and.to.contain('Mailboxes 4 of 25');
    expect(page.root.querySelector('meter')!.value).to.equal(96_500_000_000);
  });

  it('says why it is suspended', async () => {
    const page = await mountReady<PortalContract>(contractScenes.hosting);
    expect(text(page.root.querySelector('.notice'))).to.equal('The invoice of September is overdue.');
  });

  it('shows facts and kinds it does not know as the company names them', async () => {
    const page = await mountReady<PortalContract>(contractScenes.otherKind);
    expect(page.text)
      .to.contain('Leased line L-8001')
      .and.to.contain('Technician on site Monday 30 November, 9 to 12')
      .and.to.contain('#ff8800');
    expect(page.texts('[part="links"] > *').length).to.equal(0);
  });

  it('has at its top the way to what this kind of contract has', async () => {
    const voip = await mountReady<PortalContract>(contractScenes.default);
    expect(voip.texts('[part="links"] > *')).to.deep.equal(['View call list', 'View invoices']);
    const rack = await mountReady<PortalContract>(contractScenes.serverhousing);
    expect(rack.texts('[part="links"] > *')).to.deep.equal(['View traffic statistics by IP address', 'View invoices']);
    const head = rack.root.querySelector('[part="links"]')!;
    await until(() => rack.root.querySelector('portal-traffic'));
    const traffic = rack.root.querySelector('portal-traffic')!;
    expect(head.compareDocumentPosition(traffic) & Node.DOCUMENT_POSITION_FOLLOWING).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('has nothing of what the person may not see, and asks for none of it', async () => {
    const only = { allow: { 'contracts.list': ['view' as const] } };
    const voip = await mountReady<PortalContract>({ ...contractScenes.default, permissions: only });
    expect(voip.texts('[part="links"] > *').length).to.equal(0);
    const rack = await mountReady<PortalContract>({ ...contractScenes.serverhousing, permissions: only });
    expect(rack.texts('[part="links"] > *').length).to.equal(0);
    expect(rack.root.querySelectorAll('portal-traffic').length).to.equal(0);
    expect(rack.requests.length).to.equal(1);
  });

  it('leads where the page says, and nowhere an address must not lead', async () => {
    const page = await mountReady<PortalContract>(contractScenes.linked);
    expect([...page.root.querySelectorAll('[part="links"] > *')].map((each) => each.getAttribute('href'))).to.deep.equal([
      '/ip-traffic?contract=con_rack',
      '/invoices?contract=con_rack',
    ]);
    expect(page.root.querySelector('[part="traffic"] a')!.getAttribute('href')).to.equal('/traffic?contract=con_rack');
    page.element.invoicesHref = 'javascript:alert({id})';
    await page.element.updateComplete;
    expect(page.button('View invoices')!.localName).to.equal('button');
  });

  it('leads to the zone of its domain', async () => {
    const page = await mountReady<PortalContract>(contractScenes.domain);
    page.element.dnsRecordsHref = '/dns-records?zone={id}';
    await page.element.updateComplete;
    expect(page.button('View DNS records')!.getAttribute('href')).to.equal('/dns-records?zone=zon_1');
  });

  it('opens the calls in place, closes them when the right is withdrawn, and gives the focus back', async () => {
    const page = await mountReady<PortalContract>(contractScenes.default);
    const opener = page.button('View call list')!;
    opener.focus();
    opener.click();
    await until(() => page.root.querySelector('portal-call-list[phase="ready"]'));
    const dialog = page.dialog!;
    expect(text(dialog.querySelector('h2'))).to.equal('Calls of V-2001');
    dialog.querySelector<HTMLElement>('.close')!.click();
    await until(() => page.focused === opener);
    opener.click();
    await until(() => page.dialog);
    page.provision!.update({ permissions: { allow: { 'contracts.list': ['view'] } } });
    await until(() => !page.dialog);
    expect(page.texts('[part="links"] > *').length).to.equal(0);
  });

  keepsWhatItShows('portal-contract', {
    scene: contractScenes.default,
    open: (shadow) => pageOf(shadow).press('View call list'),
    tag: 'portal-call-list',
    type: { selector: '[type="search"]', text: '030' },
  });

  it('has no price where it is kept from the person', async () => {
    const page = await mountReady<PortalContract>(contractScenes.withoutPrice);
    expect(page.text).not.to.contain('Price').and.not.to.contain('€');
  });

  it('says that there is no such contract', async () => {
    const page = await mountReady<PortalContract>(contractScenes.default);
    page.answerWith([getContracts([])]);
    page.element.contractId = 'con_none';
    await until(() => page.part('error'));
    expect(page.text).not.to.contain('Office telephony');
  });

  it('lives with a contract of which half is missing', async () => {
    const broken = { id: 'con_voip', price: {}, facts: [{ key: 'x', values: ['1'] }, { label: 'Y' }, {}] };
    const handlers = [msw.get('*/contracts/*', () => Response.json(broken))];
    const page = await mountReady<PortalContract>({ ...contractScenes.default, handlers });
    expect(page.text).to.contain('—').and.not.to.contain('undefined').and.not.to.contain('NaN');
  });
});
