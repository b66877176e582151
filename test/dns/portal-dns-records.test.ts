import { expect } from '@open-wc/testing';
import '../../src/define/portal-dns-records.js';
import type { PortalDnsRecords } from '../../src/dns/portal-dns-records.js';
import { anRrset, DnsServer, someRrsets } from '../mocks/dns.js';
import { personas } from '../mocks/session.js';
import type { Scene } from '../scenes/scene.js';
import { dnsRecordsScenes as scenes } from '../scenes/dns-records.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { button, field, type } from './dialog.js';
import { mountReady, settled, text, until } from '../support/mount.js';

saysWhatCouldNotBeLoaded('portal-dns-records', scenes.default, [
  {
    module: 'src/dns/records/records-panel.ts',
    need: (_, element) => button(element, 'Add a record')!.click(),
    here: (root) => root.querySelector('dialog form'),
  },
]);

keepsThePortalContract('portal-dns-records', scenes);

describe('<portal-dns-records>', () => {
  let mounted: PortalDnsRecords | undefined;
  const mountScene = async (scene: Scene) => {
    const result = await mountReady<PortalDnsRecords>(scene);
    mounted = result.element;
    return result;
  };
  const mountWith = (server: DnsServer) => mountScene({ ...scenes.default, handlers: server.handlers });

  // What a test left unsaved would hold up the browser when it goes on to the next file.
  afterEach(async () => {
    if (!mounted || !button(mounted, 'Discard')) return;
    button(mounted, 'Discard')!.click();
    await until(() => button(mounted!, 'Discard all changes'));
    button(mounted, 'Discard all changes')!.click();
  });

  const rows = (element: Element) => [...element.shadowRoot!.querySelectorAll('tbody tr')].map((each) => text(each));
  const row = (element: Element, name: string) => rows(element).find((each) => each.startsWith(name)) ?? '';
  const act = (element: Element, label: string) => element.shadowRoot!.querySelector<HTMLElement>(`[aria-label="${label}"]`)!.click();
  const dialog = (element: Element) => text(element.shadowRoot!.querySelector('dialog'));
  const bar = (element: Element) => text(element.shadowRoot!.querySelector('[part="staged"]'));
  const patches = (requests: Request[]) => requests.filter(({ method }) => method === 'PATCH');

  /** Opens a record, gives a field another value and keeps the change. */
  async function edit(element: PortalDnsRecords, label: string, name: string, value: string): Promise<void> {
    act(element, label);
    await until(() => field(element, name));
    type(field(element, name)!, value);
    button(element, 'Keep this change')!.click();
    await until(() => !element.shadowRoot!.querySelector('dialog'));
  }

  async function add(element: PortalDnsRecords, name: string, fields: Record<string, string>, kind = 'A'): Promise<void> {
    button(element, 'Add a record')!.click();
    await until(() => field(element, 'name'));
    type(field(element, 'name')!, name);
    type(field(element, 'type')!, kind);
    await element.updateComplete;
    for (const [each, value] of Object.entries(fields)) type(field(element, each)!, value);
    button(element, 'Keep this change')!.click();
  }

  it('shows names as in the zone, TTLs in words and exactly, one line a value, and says what is disabled', async () => {
    const { element } = await mountScene(scenes.default);
    expect(row(element, '_sip._tcp')).to.contain('10 5 5060 sip.example.com.');
    expect(rows(element).find((each) => each.includes('spf1')))
      .to.contain('@')
      .and.to.contain('1.5 hours 5,400');
    expect(row(element, 'www')).to.contain('192.0.2.2 Disabled');
    expect(element.shadowRoot!.querySelector('tbody bdi')!.getAttribute('title')).to.equal('example.com.');
    expect(element.shadowRoot!.querySelector('details')!.textContent).to.contain('p'.repeat(60));
  });

  it('lets nobody edit what the company keeps, a secondary zone, or with the right to view only', async () => {
    const { element } = await mountScene(scenes.default);
    expect(rows(element).filter((each) => each.includes('Managed by us')).length).to.equal(2);
    for (const scene of [scenes.readOnly, scenes['secondary']!]) {
      const { element } = await mountScene(scene);
      expect(element.shadowRoot!.querySelectorAll('td button').length).to.equal(0);
      expect(button(element, 'Add a record') === undefined).to.equal(true);
    }
  });

  it('collects changes, marks them in words, and saves all with one request for the version they were made on', async () => {
    const server = new DnsServer();
    const { element, requests } = await mountWith(server);
    await edit(element, 'Edit mail A', 'address', '192.0.2.11');
    act(element, 'Delete * CNAME');
    await add(element, 'new', { address: '192.0.2.99' });
    await until(() => bar(element).includes('3 changes are not saved yet'));
    expect(rows(element)[0]).to.contain('new New').and.to.contain('192.0.2.99');
    expect(row(element, 'mail')).to.contain('Changed').and.to.contain('192.0.2.11');
    expect(row(element, '*')).to.contain('Will be deleted');
    expect(patches(requests).length).to.equal(0);

    button(element, 'Review and save')!.click();
    await until(() => dialog(element).includes('192.0.2.10'));
    button(element, 'Save all changes')!.click();
    await until(() => text(element.shadowRoot!.querySelector('[part="notice"]')).includes('serial is now 2026112102'));
    expect(patches(requests).length).to.equal(1);
    expect(patches(requests)[0]!.headers.get('If-Match')).to.equal('"7"');
    expect(server.get('mail.example.com.', 'A')!.records[0]!.value).to.equal('192.0.2.11');
    expect(server.get('*.example.com.', 'CNAME') === undefined).to.equal(true);
    await until(() => element.shadowRoot!.activeElement?.getAttribute('part') === 'notice');
  });

  it('keeps what is staged through paging, searching, and a right that is taken and given back', async () => {
    const many = Array.from({ length: 60 }, (_, index) => anRrset(`h${String(index).padStart(2, '0')}.example.com.`, 'A', ['192.0.2.1']));
    const { element, provision } = await mountWith(new DnsServer(many));
    await edit(element, 'Edit h01 A', 'address', '192.0.2.50');
    button(element, 'Next page')!.click();
    await until(() => row(element, 'h55'));
    expect(bar(element)).to.contain('1 change');
    element.query = 'q=h01';
    await until(() => rows(element).length === 1);
    expect(row(element, 'h01')).to.contain('192.0.2.50');
    provision!.update({ permissions: personas['no-permissions'] });
    await settled(element, 'denied');
    provision!.update({ permissions: personas.owner });
    await until(() => bar(element).includes('1 change'));
    button(element, 'Discard')!.click();
    await until(() => button(element, 'Discard all changes'));
    button(element, 'Discard all changes')!.click();
    await until(() => bar(element) === '');
  });

  it('warns before the page is left only while there are unsaved changes', async () => {
    const { element } = await mountWith(new DnsServer());
    const leave = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(leave()).to.equal(false);
    act(element, 'Delete mail A');
    await until(() => bar(element));
    expect(leave()).to.equal(true);
    act(element, 'Undo the change to mail A');
    await until(() => !bar(element));
    expect(leave()).to.equal(false);
  });

  it('says beside the field what is wrong, and moves there', async () => {
    const { element, requests } = await mountWith(new DnsServer());
    await add(element, 'web', { address: '192.0.2' });
    await until(() => dialog(element).includes('This is not an IPv4 address'));
    await until(() => element.shadowRoot!.activeElement === field(element, 'address'));
    expect(requests.length).to.equal(1);
  });

  it('says of every field that is missing which one it is', async () => {
    const { element } = await mountScene(scenes.default);
    await add(element, '@', { exchange: 'mail' }, 'MX');
    await until(() => element.shadowRoot!.querySelector('[id$="-preference-error"]'));
    expect(element.shadowRoot!.querySelectorAll('[aria-invalid="true"]').length).to.equal(1);
  });

  it('finds conflicts with other records of the name, also with those only staged', async () => {
    const { element } = await mountWith(new DnsServer());
    await add(element, 'mail', { target: 'elsewhere.example.net' }, 'CNAME');
    await until(() => dialog(element).includes('There already are: A.'));
    type(field(element, 'name')!, 'alias');
    button(element, 'Keep this change')!.click();
    await until(() => bar(element));
    await add(element, 'alias', { address: '192.0.2.5' });
    await until(() => dialog(element).includes('This name is an alias (CNAME)'));
  });

  it('adds values to a set that is there instead of replacing it', async () => {
    const { element } = await mountWith(new DnsServer());
    await add(element, 'mail', { address: '192.0.2.44' });
    await until(() => dialog(element).includes('There are already values'));
    button(element, 'Keep this change')!.click();
    await until(() => bar(element));
    expect(row(element, 'mail')).to.contain('192.0.2.10').and.to.contain('192.0.2.44');
  });

  it('says nothing has changed when a record is opened and kept as it is', async () => {
    const { element } = await mountWith(new DnsServer());
    act(element, 'Edit long TXT');
    await until(() => field(element, 'text'));
    button(element, 'Keep this change')!.click();
    await until(() => !element.shadowRoot!.querySelector('dialog'));
    expect(bar(element)).to.equal('');
  });

  it("shows the server's objections at the very change and value, and keeps everything", async () => {
    const server = new DnsServer([anRrset('refused.example.com.', 'A', ['192.0.2.1', '192.0.2.2']), ...someRrsets]);
    const { element } = await mountWith(server);
    await edit(element, 'Edit refused A', 'address', '192.0.2.3');
    act(element, 'Delete mail A');
    await until(() => bar(element).includes('2'));
    button(element, 'Review and save')!.click();
    await until(() => button(element, 'Save all changes'));
    button(element, 'Save all changes')!.click();
    await until(() => dialog(element).includes('We do not serve this address.'));
    const change = [...element.shadowRoot!.querySelectorAll('[part="change"]')].find((each) => text(each).includes('We do not serve'))!;
    expect(text(change)).to.contain('refused');
    change.querySelector<HTMLElement>('[aria-label="Edit refused.example.com. A"]')!.click();
    await until(() => element.shadowRoot!.querySelectorAll('fieldset').length === 2);
    expect(text(element.shadowRoot!.querySelectorAll('fieldset')[1])).to.contain('We do not serve this address.');
    expect(bar(element)).to.contain('2 changes');
  });

  it('never overwrites what someone else has changed: both versions are shown, and the user decides', async () => {
    const server = new DnsServer();
    const { element, requests } = await mountWith(server);
    await edit(element, 'Edit mail A', 'address', '192.0.2.11');
    await edit(element, 'Edit _sip._tcp SRV', 'port', '5061');
    act(element, 'Delete * CNAME');
    server.changeElsewhere(anRrset('mail.example.com.', 'A', ['192.0.2.200']), anRrset('*.example.com.', 'CNAME', ['other.example.com.']));
    await until(() => bar(element).includes('3'));
    button(element, 'Review and save')!.click();
    await until(() => button(element, 'Save all changes'));
    button(element, 'Save all changes')!.click();
    await until(() => dialog(element).includes('2 record sets were changed by both of you'));
    expect(dialog(element)).to.contain('192.0.2.11').and.to.contain('192.0.2.200').and.to.contain('other.example.com.');
    button(element, 'Save all changes')!.click();
    expect(patches(requests).length).to.equal(1);

    button(element, 'Use mine')!.click();
    await element.updateComplete;
    button(element, 'Keep the present version')!.click();
    await until(() => dialog(element).includes('All conflicts are decided'));
    button(element, 'Save all changes')!.click();
    await until(() => element.shadowRoot!.querySelector('[part="notice"]'));
    expect(patches(requests)[1]!.headers.get('If-Match')).to.equal('"8"');
    expect(server.get('mail.example.com.', 'A')!.records[0]!.value).to.equal('192.0.2.11');
    expect(server.get('*.example.com.', 'CNAME')!.records[0]!.value).to.equal('other.example.com.');
    expect(server.get('_sip._tcp.example.com.', 'SRV')!.records[0]!.value).to.equal('10 5 5061 sip.example.com.');
  });

  it("reads the zone's id from the page's address", async () => {
    const address = new URL(location.href);
    const before = address.href;
    address.searchParams.set('zone', 'zon_1');
    history.replaceState(history.state, '', address);
    const { element, requests } = await mountScene({ ...scenes['notChosen']!, handlers: scenes.default.handlers });
    expect(text(element.shadowRoot!.querySelector('[part="empty"]'))).to.equal('Nothing has been chosen to show here.');
    element.idParam = 'zone';
    await until(() => requests.length === 1);
    expect(new URL(requests[0]!.url).pathname).to.equal('/api/v1/dns-zones/zon_1/rrsets');
    history.replaceState(history.state, '', before);
  });
});
