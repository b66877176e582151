import { expect } from '@open-wc/testing';
import '../../src/define/portal-dns-zones.js';
import type { PortalDnsZones } from '../../src/dns/portal-dns-zones.js';
import { aZone, DnsServer } from '../mocks/dns.js';
import { dnsZonesScenes as scenes } from '../scenes/dns-zones.js';
import { elementInDialog, saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { keepsWhatItShows } from '../support/kept-alive.js';
import { mountReady, settled, text, until } from '../support/mount.js';
import { pageOf } from '../support/page.js';

saysWhatCouldNotBeLoaded('portal-dns-zones', scenes.default, [
  {
    module: 'src/dns/zones/zones-panel.ts',
    need: (root) => pageOf(root).press('Add a zone'),
    here: (root) => pageOf(root).field('zone-name'),
    leave: (root) => pageOf(root).press('Close'),
  },
  elementInDialog('portal-dns-records', (root) => root.querySelector<HTMLElement>('tbody th button')!.click()),
]);

keepsWhatItShows('portal-dns-zones', {
  scene: scenes.default,
  open: (root) => root.querySelector<HTMLElement>('tbody button.link')!.click(),
  tag: 'portal-dns-records',
  type: { selector: '[type="search"]', text: 'www' },
});

keepsThePortalContract('portal-dns-zones', scenes);

describe('<portal-dns-zones>', () => {
  const mountWith = async (server: DnsServer) => mountReady<PortalDnsZones>({ ...scenes.default, handlers: server.handlers });

  it('shows an internationalised name as people write it, with what the DNS has beside it', async () => {
    const page = await mountReady<PortalDnsZones>(scenes.default);
    expect(page.texts('tbody th')).to.include('bücher.example xn--bcher-kva.example').and.to.include('example.com');
  });

  it('offers neither import nor deletion of a secondary zone, nor anything with the right to view only', async () => {
    const page = await mountReady<PortalDnsZones>(scenes.default);
    expect([...page.row('mirror.example').querySelectorAll('td button')].map((each) => text(each))).to.deep.equal(['Export']);
    const readOnly = await mountReady<PortalDnsZones>(scenes.readOnly);
    expect(readOnly.texts('td button').every((each) => each === 'Export')).to.equal(true);
    expect(readOnly.button('Add a zone') === undefined).to.equal(true);
  });

  it('asks for the number of records only when told to', async () => {
    const page = await mountReady<PortalDnsZones>(scenes.default);
    expect(page.requests[0]!.url).to.contain('include=recordCount');
    page.element.recordCounts = false;
    await until(() => page.requests.length === 2);
    expect(page.requests[1]!.url).not.to.contain('include');
  });

  it('adds a zone, showing what its name is in the DNS, and says so', async () => {
    const page = await mountWith(new DnsServer());
    await page.press('Add a zone');
    await page.fill('zone-name', 'bücher.test');
    expect(text(page.dialog)).to.contain('In the DNS this is xn--bcher-kva.test');
    await page.press('Add the zone');
    await until(() => page.part('notice').includes('The zone bücher.test has been added.'));
    expect((await page.bodies('POST'))[0]).to.deep.equal({ name: 'bücher.test' });
    await until(() => page.texts('tbody th').some((name) => name.startsWith('bücher.test')));
  });

  it('says at the name that the zone exists, and keeps what was typed', async () => {
    const page = await mountWith(new DnsServer());
    await page.press('Add a zone');
    await page.fill('zone-name', 'example.com');
    await page.press('Add the zone');
    await until(() => page.fault('zone-name') === 'This zone exists already.');
    expect(page.field('zone-name')!.value).to.equal('example.com');
    await until(() => page.focused === page.field('zone-name'));
  });

  it('deletes a zone only after its name was typed, and only the version that was seen', async () => {
    const server = new DnsServer();
    const page = await mountWith(server);
    await page.press('Delete the zone example.com');
    await until(() => page.field('confirm-name'));
    expect(text(page.dialog)).to.contain('its 10 records will be deleted');
    await page.fill('confirm-name', 'example.net');
    await page.press('Delete the zone');
    await until(() => page.root.querySelector('#confirm-name-error'));
    expect(page.sent('DELETE').length).to.equal(0);

    server.changeElsewhere();
    await page.fill('confirm-name', 'example.com');
    await page.press('Delete the zone');
    await page.says('The zone has changed since you opened this dialog');
    expect(server.zones.some(({ id }) => id === 'zon_1')).to.equal(true);
    await page.press('Delete the zone');
    await until(() => !page.texts('tbody th').includes('example.com'));
    expect(page.sent('DELETE').at(-1)!.headers.get('If-Match')).to.equal('"8"');
  });

  it('shows what an import would change before it changes it, anew when the zone has changed meanwhile', async () => {
    const server = new DnsServer();
    const page = await mountWith(server);
    await page.press('Import a zone file into example.com');
    await page.fill('zone-file', 'new 300 IN A 192.0.2.77\nbroken IN A nonsense\n');
    await page.press('Show what would change');
    await page.says('1 new, 0 changed');
    expect(text(page.dialog)).to.contain('192.0.2.77').and.to.contain('Line 2');
    expect(server.get('new.example.com.', 'A') === undefined).to.equal(true);

    server.changeElsewhere();
    await page.press('Import');
    await page.says('This is the preview for its present version');
    expect(server.get('new.example.com.', 'A') === undefined).to.equal(true);
    await page.press('Import');
    await until(() => page.part('notice').includes('example.com has been imported'));
    expect(server.get('new.example.com.', 'A')!.ttl).to.equal(300);
    expect(page.sent('POST').length).to.equal(4);
  });

  it('opens the records of a zone in place, or leads to the page that has them', async () => {
    const page = await mountWith(new DnsServer(undefined, [aZone()]));
    page.root.querySelector<HTMLElement>('tbody th button')!.click();
    await settled((await page.inner('portal-dns-records')).element);
    page.element.itemHref = '/dns-records?zone={id}';
    await page.element.updateComplete;
    expect(page.root.querySelector('tbody a')!.getAttribute('href')).to.equal('/dns-records?zone=zon_1');
  });
});
