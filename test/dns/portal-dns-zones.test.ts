import { expect } from '@open-wc/testing';
import '../../src/define/portal-dns-zones.js';
import type { PortalDnsZones } from '../../src/dns/portal-dns-zones.js';
import { aZone, DnsServer } from '../mocks/dns.js';
import { dnsZonesScenes as scenes } from '../scenes/dns-zones.js';
import { elementInDialog, saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { keepsWhatItShows } from '../support/kept-alive.js';
import { button, field, type } from './dialog.js';
import { mountReady, text, until } from '../support/mount.js';

saysWhatCouldNotBeLoaded('portal-dns-zones', scenes.default, [
  {
    module: 'src/dns/zones/zones-panel.ts',
    need: (_, element) => button(element, 'Add a zone')!.click(),
    here: (_, element) => field(element, 'zone-name'),
    leave: (root) => root.querySelector<HTMLElement>('dialog .close')!.click(),
  },
  elementInDialog('portal-dns-records', (root) => root.querySelector<HTMLElement>('tbody th button')!.click()),
]);

keepsWhatItShows('portal-dns-zones', {
  scene: scenes.default,
  open: (root) => root.querySelector<HTMLElement>('tbody button.link')!.click(),
  tag: 'portal-dns-records',
});

keepsThePortalContract('portal-dns-zones', scenes);

describe('<portal-dns-zones>', () => {
  const names = (element: Element) => [...element.shadowRoot!.querySelectorAll('tbody th')].map((each) => text(each));
  const mountWith = async (server: DnsServer) => mountReady<PortalDnsZones>({ ...scenes.default, handlers: server.handlers });

  it('shows an internationalised name as people write it, with what the DNS has beside it', async () => {
    const { element } = await mountReady<PortalDnsZones>(scenes.default);
    expect(names(element)).to.include('bücher.example xn--bcher-kva.example').and.to.include('example.com');
  });

  it('offers neither import nor deletion of a secondary zone, nor anything with the right to view only', async () => {
    const { element } = await mountReady<PortalDnsZones>(scenes.default);
    const row = [...element.shadowRoot!.querySelectorAll('tbody tr')].find((each) => text(each).includes('mirror.example'))!;
    expect([...row.querySelectorAll('td button')].map((each) => text(each))).to.deep.equal(['Export']);
    const { element: readOnly } = await mountReady<PortalDnsZones>(scenes.readOnly);
    expect([...readOnly.shadowRoot!.querySelectorAll('td button')].every((each) => text(each) === 'Export')).to.equal(true);
    expect(button(readOnly, 'Add a zone') === undefined).to.equal(true);
  });

  it('asks for the number of records only when told to', async () => {
    const { element, requests } = await mountReady<PortalDnsZones>(scenes.default);
    expect(requests[0]!.url).to.contain('include=recordCount');
    element.recordCounts = false;
    await until(() => requests.length === 2);
    expect(requests[1]!.url).not.to.contain('include');
  });

  it('adds a zone, showing what its name is in the DNS, and says so', async () => {
    const { element, requests } = await mountWith(new DnsServer());
    button(element, 'Add a zone')!.click();
    await until(() => field(element, 'zone-name'));
    type(field(element, 'zone-name')!, 'bücher.test');
    await element.updateComplete;
    expect(text(element.shadowRoot!.querySelector('dialog'))).to.contain('In the DNS this is xn--bcher-kva.test');
    button(element, 'Add the zone')!.click();
    await until(() => text(element.shadowRoot!.querySelector('[part="notice"]')).includes('The zone bücher.test has been added.'));
    const sent = requests.find(({ method }) => method === 'POST')!;
    expect(await sent.json()).to.deep.equal({ name: 'bücher.test' });
    await until(() => names(element).some((name) => name.startsWith('bücher.test')));
  });

  it('says at the name that the zone exists, and keeps what was typed', async () => {
    const { element } = await mountWith(new DnsServer());
    button(element, 'Add a zone')!.click();
    await until(() => field(element, 'zone-name'));
    type(field(element, 'zone-name')!, 'example.com');
    button(element, 'Add the zone')!.click();
    await until(() => text(element.shadowRoot!.querySelector('#zone-name-error')) === 'This zone exists already.');
    expect(field(element, 'zone-name')!.value).to.equal('example.com');
    await until(() => element.shadowRoot!.activeElement === field(element, 'zone-name'));
  });

  it('deletes a zone only after its name was typed, and only the version that was seen', async () => {
    const server = new DnsServer();
    const { element, requests } = await mountWith(server);
    (element.shadowRoot!.querySelector('[aria-label="Delete the zone example.com"]') as HTMLElement).click();
    await until(() => field(element, 'confirm-name'));
    expect(text(element.shadowRoot!.querySelector('dialog'))).to.contain('its 10 records will be deleted');
    type(field(element, 'confirm-name')!, 'example.net');
    button(element, 'Delete the zone')!.click();
    await until(() => element.shadowRoot!.querySelector('#confirm-name-error'));
    expect(requests.some(({ method }) => method === 'DELETE')).to.equal(false);

    server.changeElsewhere();
    type(field(element, 'confirm-name')!, 'example.com');
    button(element, 'Delete the zone')!.click();
    await until(() => text(element.shadowRoot!.querySelector('dialog')).includes('The zone has changed since you opened this dialog'));
    expect(server.zones.some(({ id }) => id === 'zon_1')).to.equal(true);
    button(element, 'Delete the zone')!.click();
    await until(() => !names(element).includes('example.com'));
    expect(requests.findLast(({ method }) => method === 'DELETE')!.headers.get('If-Match')).to.equal('"8"');
  });

  it('shows what an import would change before it changes it, anew when the zone has changed meanwhile', async () => {
    const server = new DnsServer();
    const { element, requests } = await mountWith(server);
    const dialog = () => text(element.shadowRoot!.querySelector('dialog'));
    (element.shadowRoot!.querySelector('[aria-label="Import a zone file into example.com"]') as HTMLElement).click();
    await until(() => field(element, 'zone-file'));
    type(field(element, 'zone-file')!, 'new 300 IN A 192.0.2.77\nbroken IN A nonsense\n');
    button(element, 'Show what would change')!.click();
    await until(() => dialog().includes('1 new, 0 changed'));
    expect(dialog()).to.contain('192.0.2.77').and.to.contain('Line 2');
    expect(server.get('new.example.com.', 'A') === undefined).to.equal(true);

    server.changeElsewhere();
    button(element, 'Import', 'dialog')!.click();
    await until(() => dialog().includes('This is the preview for its present version'));
    expect(server.get('new.example.com.', 'A') === undefined).to.equal(true);
    button(element, 'Import', 'dialog')!.click();
    await until(() => text(element.shadowRoot!.querySelector('[part="notice"]')).includes('example.com has been imported'));
    expect(server.get('new.example.com.', 'A')!.ttl).to.equal(300);
    expect(requests.filter(({ method }) => method === 'POST').length).to.equal(4);
  });

  it('opens the records of a zone in place, or leads to the page that has them', async () => {
    const { element } = await mountWith(new DnsServer(undefined, [aZone()]));
    const open = element.shadowRoot!.querySelector<HTMLElement>('tbody th button')!;
    open.click();
    await until(() => element.shadowRoot!.querySelector('portal-dns-records')?.getAttribute('phase') === 'ready');
    element.itemHref = '/dns-records?zone={id}';
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('tbody a')!.getAttribute('href')).to.equal('/dns-records?zone=zon_1');
  });
});
