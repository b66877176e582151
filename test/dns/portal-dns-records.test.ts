import { expect } from '@open-wc/testing';
import '../../src/define/portal-dns-records.js';
import type { PortalDnsRecords } from '../../src/dns/portal-dns-records.js';
import { anRrset, DnsServer, someRrsets } from '../mocks/dns.js';
import { personas } from '../mocks/session.js';
import type { Scene } from '../scenes/scene.js';
import { dnsRecordsScenes as scenes } from '../scenes/dns-records.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady, settled, text, until, type MountedPage } from '../support/mount.js';
import { leaves, pageOf, type Page } from '../support/page.js';

saysWhatCouldNotBeLoaded('portal-dns-records', scenes.default, [
  {
    module: 'src/dns/records/records-panel.ts',
    need: (root) => pageOf(root).press('Add a record'),
    here: (root) => root.querySelector('dialog form'),
  },
]);

keepsThePortalContract('portal-dns-records', scenes);

describe('<portal-dns-records>', () => {
  let page: MountedPage<PortalDnsRecords> | undefined;
  const mountScene = async (scene: Scene) => (page = await mountReady<PortalDnsRecords>(scene));
  const mountWith = (server: DnsServer) => mountScene({ ...scenes.default, handlers: server.handlers });

  // What a test left unsaved would hold up the browser when it goes on to the next file.
  afterEach(async () => {
    if (page?.button('Discard')) await page.press('Discard', 'Discard all changes');
  });

  const row = ({ rows }: Page, name: string) => rows.find((each) => each.startsWith(name)) ?? '';

  /** Opens a record, gives a field another value and keeps the change. */
  async function edit(page: Page, label: string, name: string, value: string): Promise<void> {
    await page.press(label);
    await page.fill(name, value);
    await page.press('Keep this change');
    await until(() => !page.dialog);
  }

  async function add(page: Page, name: string, fields: Record<string, string>, kind = 'A'): Promise<void> {
    await page.press('Add a record');
    await page.fill('name', name);
    await page.fill('type', kind);
    for (const [each, value] of Object.entries(fields)) await page.fill(each, value);
    await page.press('Keep this change');
  }

  it('shows names as in the zone, TTLs in words and exactly, one line a value, and says what is disabled', async () => {
    const page = await mountScene(scenes.default);
    expect(row(page, '_sip._tcp')).to.contain('10 5 5060 sip.example.com.');
    expect(page.rows.find((each) => each.includes('spf1')))
      .to.contain('@')
      .and.to.contain('1.5 hours 5,400');
    expect(row(page, 'www')).to.contain('192.0.2.2 Disabled');
    expect(page.root.querySelector('tbody bdi')!.getAttribute('title')).to.equal('example.com.');
    expect(page.root.querySelector('details')!.textContent).to.contain('p'.repeat(60));
  });

  it('lets nobody edit what the company keeps, a secondary zone, or with the right to view only', async () => {
    const page = await mountScene(scenes.default);
    expect(page.rows.filter((each) => each.includes('Managed by us')).length).to.equal(2);
    for (const scene of [scenes.readOnly, scenes['secondary']!]) {
      const page = await mountScene(scene);
      expect(page.root.querySelectorAll('td button').length).to.equal(0);
      expect(page.button('Add a record') === undefined).to.equal(true);
    }
  });

  it('collects changes, marks them in words, and saves all with one request for the version they were made on', async () => {
    const server = new DnsServer();
    const page = await mountWith(server);
    await edit(page, 'Edit mail A', 'Address', '192.0.2.11');
    await page.press('Delete * CNAME');
    await add(page, 'new', { Address: '192.0.2.99' });
    await until(() => page.part('staged').includes('3 changes are not saved yet'));
    expect(page.rows[0]).to.contain('new New').and.to.contain('192.0.2.99');
    expect(row(page, 'mail')).to.contain('Changed').and.to.contain('192.0.2.11');
    expect(row(page, '*')).to.contain('Will be deleted');
    expect(page.sent('PATCH').length).to.equal(0);

    await page.press('Review and save');
    await page.says('192.0.2.10');
    await page.press('Save all changes');
    await until(() => page.part('notice').includes('serial is now 2026112102'));
    expect(page.sent('PATCH').length).to.equal(1);
    expect(page.sent('PATCH')[0]!.headers.get('If-Match')).to.equal('"7"');
    expect(server.get('mail.example.com.', 'A')!.records[0]!.value).to.equal('192.0.2.11');
    expect(server.get('*.example.com.', 'CNAME') === undefined).to.equal(true);
    await until(() => page.focused?.getAttribute('part') === 'notice');
  });

  it('keeps what is staged through paging, searching, and a right that is taken and given back', async () => {
    const many = Array.from({ length: 60 }, (_, index) => anRrset(`h${String(index).padStart(2, '0')}.example.com.`, 'A', ['192.0.2.1']));
    const page = await mountWith(new DnsServer(many));
    await edit(page, 'Edit h01 A', 'Address', '192.0.2.50');
    await page.press('Next page');
    await until(() => row(page, 'h55'));
    expect(page.part('staged')).to.contain('1 change');
    page.element.query = 'q=h01';
    await until(() => page.rows.length === 1);
    expect(row(page, 'h01')).to.contain('192.0.2.50');
    page.provision!.update({ permissions: personas['no-permissions'] });
    await settled(page.element, 'denied');
    page.provision!.update({ permissions: personas.owner });
    await until(() => page.part('staged').includes('1 change'));
    await page.press('Discard');
    await page.press('Discard all changes');
    await until(() => page.part('staged') === '');
  });

  it('warns before the page is left only while there are unsaved changes', async () => {
    const page = await mountWith(new DnsServer());
    expect(leaves()).to.equal(true);
    await page.press('Delete mail A');
    await until(() => page.part('staged'));
    expect(leaves()).to.equal(false);
    await page.press('Undo the change to mail A');
    await until(() => !page.part('staged'));
    expect(leaves()).to.equal(true);
  });

  it('says beside the field what is wrong, and moves there', async () => {
    const page = await mountWith(new DnsServer());
    await add(page, 'web', { Address: '192.0.2' });
    await page.says('This is not an IPv4 address');
    await until(() => page.focused === page.field('Address'));
    expect(page.requests.length).to.equal(1);
  });

  it('says of every field that is missing which one it is', async () => {
    const page = await mountScene(scenes.default);
    await add(page, '@', { 'Mail server': 'mail' }, 'MX');
    await until(() => page.root.querySelector('[id$="-preference-error"]'));
    expect(page.root.querySelectorAll('[aria-invalid="true"]').length).to.equal(1);
  });

  it('finds conflicts with other records of the name, also with those only staged', async () => {
    const page = await mountWith(new DnsServer());
    await add(page, 'mail', { Target: 'elsewhere.example.net' }, 'CNAME');
    await page.says('There already are: A.');
    await page.fill('name', 'alias');
    await page.press('Keep this change');
    await until(() => page.part('staged'));
    await add(page, 'alias', { Address: '192.0.2.5' });
    await page.says('This name is an alias (CNAME)');
  });

  it('adds values to a set that is there instead of replacing it', async () => {
    const page = await mountWith(new DnsServer());
    await add(page, 'mail', { Address: '192.0.2.44' });
    await page.says('There are already values');
    await page.press('Keep this change');
    await until(() => page.part('staged'));
    expect(row(page, 'mail')).to.contain('192.0.2.10').and.to.contain('192.0.2.44');
  });

  it('says nothing has changed when a record is opened and kept as it is', async () => {
    const page = await mountWith(new DnsServer());
    await page.press('Edit long TXT');
    await until(() => page.field('Text'));
    await page.press('Keep this change');
    await until(() => !page.dialog);
    expect(page.part('staged')).to.equal('');
  });

  it("shows the server's objections at the very change and value, and keeps everything", async () => {
    const server = new DnsServer([anRrset('refused.example.com.', 'A', ['192.0.2.1', '192.0.2.2']), ...someRrsets]);
    const page = await mountWith(server);
    await edit(page, 'Edit refused A', 'Address', '192.0.2.3');
    await page.press('Delete mail A');
    await until(() => page.part('staged').includes('2'));
    await page.press('Review and save');
    await page.press('Save all changes');
    await page.says('We do not serve this address.');
    const change = [...page.root.querySelectorAll('[part="change"]')].find((each) => text(each).includes('We do not serve'))!;
    expect(text(change)).to.contain('refused');
    change.querySelector<HTMLElement>('[aria-label="Edit refused.example.com. A"]')!.click();
    await until(() => page.root.querySelectorAll('fieldset').length === 2);
    expect(text(page.root.querySelectorAll('fieldset')[1])).to.contain('We do not serve this address.');
    expect(page.part('staged')).to.contain('2 changes');
  });

  it('never overwrites what someone else has changed: both versions are shown, and the user decides', async () => {
    const server = new DnsServer();
    const page = await mountWith(server);
    await edit(page, 'Edit mail A', 'Address', '192.0.2.11');
    await edit(page, 'Edit _sip._tcp SRV', 'Port', '5061');
    await page.press('Delete * CNAME');
    server.changeElsewhere(anRrset('mail.example.com.', 'A', ['192.0.2.200']), anRrset('*.example.com.', 'CNAME', ['other.example.com.']));
    await until(() => page.part('staged').includes('3'));
    await page.press('Review and save');
    await page.press('Save all changes');
    await page.says('2 record sets were changed by both of you');
    expect(text(page.dialog)).to.contain('192.0.2.11').and.to.contain('192.0.2.200').and.to.contain('other.example.com.');
    await page.press('Save all changes');
    expect(page.sent('PATCH').length).to.equal(1);

    // The first of both conflicts is that of mail.
    [...page.dialog!.querySelectorAll('button')].find((each) => text(each) === 'Use mine')!.click();
    await page.element.updateComplete;
    await page.press('Keep the present version');
    await page.says('All conflicts are decided');
    await page.press('Save all changes');
    await until(() => page.part('notice'));
    expect(page.sent('PATCH')[1]!.headers.get('If-Match')).to.equal('"8"');
    expect(server.get('mail.example.com.', 'A')!.records[0]!.value).to.equal('192.0.2.11');
    expect(server.get('*.example.com.', 'CNAME')!.records[0]!.value).to.equal('other.example.com.');
    expect(server.get('_sip._tcp.example.com.', 'SRV')!.records[0]!.value).to.equal('10 5 5061 sip.example.com.');
  });

  it("reads the zone's id from the page's address", async () => {
    const address = new URL(location.href);
    const before = address.href;
    address.searchParams.set('zone', 'zon_1');
    history.replaceState(history.state, '', address);
    const page = await mountScene({ ...scenes['notChosen']!, handlers: scenes.default.handlers });
    expect(page.part('empty')).to.equal('Nothing has been chosen to show here.');
    page.element.idParam = 'zone';
    await until(() => page.requests.length === 1);
    expect(new URL(page.requests[0]!.url).pathname).to.equal('/api/v1/dns-zones/zon_1/rrsets');
    history.replaceState(history.state, '', before);
  });
});
