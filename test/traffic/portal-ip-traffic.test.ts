import { expect, html } from '@open-wc/testing';
import { delay, http as msw } from 'msw';
import '../../src/define/portal-ip-traffic.js';
import type { PortalIpTraffic } from '../../src/traffic/portal-ip-traffic.js';
import { personas } from '../mocks/session.js';
import { listIpTraffic, someIpTraffic } from '../mocks/traffic.js';
import { ipTrafficScenes } from '../scenes/ip-traffic.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mount, mountReady, settled, text, until } from '../support/mount.js';

saysWhatCouldNotBeLoaded('portal-ip-traffic', ipTrafficScenes.default, [
  { module: 'src/traffic/list-panel.ts', here: (root) => root.querySelector('[part="provenance"]') },
  {
    module: 'src/traffic/address-panel.ts',
    need: (root) => root.querySelector<HTMLElement>('tbody button.link')!.click(),
    here: (root) => root.querySelector('dialog table'),
  },
]);

keepsThePortalContract('portal-ip-traffic', ipTrafficScenes);

describe('<portal-ip-traffic>', () => {
  it('lists addresses with their traffic and share, the most first', async () => {
    const page = await mountReady<PortalIpTraffic>(ipTrafficScenes.default);
    expect(page.rows[0]).to.equal('198.51.100.18 Web server web1 1 TB 6.5 TB 7.5 TB 34.9%');
    expect(Object.fromEntries(page.asked)).to.deep.equal({ sort: '-sum', limit: '50' });
  });

  it('shows what belongs to no address apart, says why, and adds up to the contract', async () => {
    const page = await mountReady<PortalIpTraffic>(ipTrafficScenes.default);
    expect(page.rows.at(-1)).to.contain('Not assigned to an address Counted at the port, but for none of your addresses');
    expect(page.part('summary')).to.equal('In 7 TB Out 14.5 TB In and out 21.5 TB');
    const twice = await mountReady<PortalIpTraffic>(ipTrafficScenes.countedTwice);
    expect(twice.rows.at(-1)).to.contain('-30 GB').and.to.contain('not at the port');
  });

  it('says beside the sums of a filter what the whole contract has', async () => {
    const page = await mountReady<PortalIpTraffic>(ipTrafficScenes.filtered);
    expect(page.part('summary')).to.contain('In and out 12 TB').and.to.contain('Whole contract 21.5 TB');
  });

  it('asks for what is filtered by the names of the contract, and leaves out what the server could not understand', async () => {
    const page = await mountReady<PortalIpTraffic>({
      ...ipTrafficScenes.default,
      markup: html`<portal-ip-traffic
        contract-id="con_rack"
        query=${'period=soon&family=5&minBytes=much&groupBy=street&from=2026-10-01'}
      ></portal-ip-traffic>`,
    });
    expect(Object.fromEntries(page.asked)).to.deep.equal({ sort: '-sum', limit: '50' });
    page.element.query = 'family=6&minBytes=1000000000';
    await settled(page.element);
    await until(() => page.rows.length === 1);
    expect(Object.fromEntries(page.asked)).to.deep.equal({ sort: '-sum', limit: '50', family: '6', minBytes: '1000000000' });
    expect(page.part('filters')).to.contain('Protocol: IPv6').and.to.contain('At least: 1 GB');
  });

  it('adds the addresses of a subnet together', async () => {
    const page = await mountReady<PortalIpTraffic>(ipTrafficScenes.bySubnet);
    expect(page.rows[0]).to.contain('2001:db8:42::/64').and.to.contain('17 addresses').and.to.contain('TiB');
  });

  it('keeps the period in its query, billing periods and days of one’s own', async () => {
    const page = await mountReady<PortalIpTraffic>(ipTrafficScenes.default);
    await page.fill('Period', '2026-10');
    await settled(page.element);
    expect(page.element.query).to.equal('period=2026-10');
    expect(page.asked.get('period')).to.equal('2026-10');
    await page.fill('Period', 'own');
    await until(() => page.field('First day'));
    expect(page.element.query).to.match(/^from=2026-\d\d-15&to=2026-\d\d-14$/);
    await page.fill('Period', 'current');
    await settled(page.element);
    expect(page.element.query).to.equal('period=current');
  });

  it('opens an address by day, and a day by hour: 25 where clocks are put back', async () => {
    const page = await mountReady<PortalIpTraffic>(ipTrafficScenes.default);
    await page.press('198.51.100.18');
    await until(() => page.dialog?.querySelector('.steps'));
    expect(Object.fromEntries(page.asked)).to.deep.equal({ step: 'day' });
    expect(text(page.dialog)).to.contain('web1').and.to.contain('In 22 Mbit/s').and.to.contain('Whole period');
    expect(text([...page.dialog!.querySelectorAll('.steps tbody tr')][2])).to.equal('Oct 26, 2026 — — —');
    await page.press('Oct 25, 2026');
    await until(() => page.dialog!.querySelectorAll('.steps tbody tr').length === 26);
    expect(Object.fromEntries(page.asked)).to.deep.equal({ from: '2026-10-25', to: '2026-10-25', step: 'hour' });
    const hours = [...page.dialog!.querySelectorAll('.steps tbody th')].map((each) => text(each));
    expect(hours.slice(2, 4)).to.deep.equal(['2:00 AM GMT+2', '2:00 AM GMT+1']);
    expect(text(page.focused)).to.equal('Back to all days');
    await page.press('Back to all days');
    await until(() => text(page.focused) === 'Oct 25, 2026');
    await page.press('Download CSV');
    await until(() => page.requests.at(-1)!.headers.get('Accept') === 'text/csv');
    expect(Object.fromEntries(page.asked)).to.deep.equal({ step: 'day' });
  });

  it('shows nothing of one address under the name of another', async () => {
    const page = await mountReady<PortalIpTraffic>(ipTrafficScenes.default);
    await page.press('198.51.100.18');
    await until(() => page.dialog?.querySelector('.steps'));
    page.answerWith([msw.get('*/ips/*', () => delay('infinite'))]);
    page.dialog!.querySelector<HTMLElement>('.close')!.click();
    await page.element.updateComplete;
    await page.press('2001:db8:42::10');
    await until(() => page.dialog?.querySelector('[part="skeleton"]'));
    expect(text(page.dialog!.querySelector('h2'))).to.equal('2001:db8:42::10');
    expect(page.dialog!.querySelectorAll('.steps').length).to.equal(0);
  });

  it('leads where the page wants its rows to lead', async () => {
    const page = await mountReady<PortalIpTraffic>({
      ...ipTrafficScenes.default,
      markup: html`<portal-ip-traffic contract-id="con_rack" item-href="/address?of={id}"></portal-ip-traffic>`,
    });
    expect(page.row(1).querySelector('a')!.getAttribute('href')).to.equal('/address?of=2001%3Adb8%3A42%3A%3A10');
  });

  it('says that a contract has no traffic by address', async () => {
    const page = await mount<PortalIpTraffic>(ipTrafficScenes.notMeasured);
    await settled(page.element, 'error');
    expect(page.text).to.contain('No traffic is measured for this contract');
  });

  it('lives with rows of which half is missing', async () => {
    const broken = { id: 'x', in: '0', out: '0', sum: '0' } as (typeof someIpTraffic)[number];
    const page = await mountReady<PortalIpTraffic>({
      ...ipTrafficScenes.default,
      handlers: [listIpTraffic([broken, ...someIpTraffic])],
    });
    expect(page.rows.length).to.equal(5);
    expect(page.rows[0]).to.equal('x — 0 B 0 B 0 B —');
  });

  it('saves the whole filter as CSV', async () => {
    const page = await mountReady<PortalIpTraffic>(ipTrafficScenes.bySubnet);
    await page.press('Download CSV');
    await until(() => page.requests.at(-1)!.headers.get('Accept') === 'text/csv');
    expect(Object.fromEntries(page.asked)).to.deep.equal({ sort: '-sum', groupBy: 'subnet', period: 'previous' });
  });

  it('closes with its dialog when the right is withdrawn', async () => {
    const page = await mountReady<PortalIpTraffic>(ipTrafficScenes.default);
    await page.press('198.51.100.18');
    await until(() => page.dialog?.querySelector('.steps'));
    page.provision!.update({ permissions: personas.billing });
    await settled(page.element, 'denied');
    expect(page.root.childElementCount).to.equal(0);
  });
});
