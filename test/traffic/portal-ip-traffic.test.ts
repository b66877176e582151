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
  const root = (element: PortalIpTraffic) => element.shadowRoot!;
  const shown = (element: PortalIpTraffic) => text(root(element).querySelector('[part="list"], .message'));
  const rows = (element: PortalIpTraffic) => [...root(element).querySelectorAll('[part="table"] tbody tr')];
  const dialog = (element: PortalIpTraffic) => root(element).querySelector('dialog');
  const button = (place: ParentNode, name: string) => [...place.querySelectorAll('button')].find((each) => text(each) === name)!;
  const field = (element: PortalIpTraffic, label: string) =>
    [...root(element).querySelectorAll('label')]
      .find((each) => text(each.querySelector('span')) === label)
      ?.querySelector<HTMLSelectElement>('select, input');
  const choose = (control: HTMLSelectElement, value: string) => {
    control.value = value;
    control.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const asked = (requests: Request[]) => Object.fromEntries(new URL(requests.at(-1)!.url).searchParams);
  /** What loads beside the first rows is there. */
  const equipped = async (element: PortalIpTraffic) => until(() => field(element, 'Period'));

  it('lists addresses with their traffic and share, the most first', async () => {
    const { element, requests } = await mountReady<PortalIpTraffic>(ipTrafficScenes.default);
    expect(text(rows(element)[0])).to.equal('198.51.100.18 Web server web1 1 TB 6.5 TB 7.5 TB 34.9%');
    expect(asked(requests)).to.deep.equal({ sort: '-sum', limit: '50' });
  });

  it('shows what belongs to no address apart, says why, and adds up to the contract', async () => {
    const { element } = await mountReady<PortalIpTraffic>(ipTrafficScenes.default);
    expect(text(rows(element).at(-1))).to.contain('Not assigned to an address Counted at the port, but for none of your addresses');
    expect(text(root(element).querySelector('[part="summary"]'))).to.equal('In 7 TB Out 14.5 TB In and out 21.5 TB');
    const twice = await mountReady<PortalIpTraffic>(ipTrafficScenes.countedTwice);
    expect(text(rows(twice.element).at(-1)))
      .to.contain('-30 GB')
      .and.to.contain('not at the port');
  });

  it('says beside the sums of a filter what the whole contract has', async () => {
    const { element } = await mountReady<PortalIpTraffic>(ipTrafficScenes.filtered);
    expect(text(root(element).querySelector('[part="summary"]')))
      .to.contain('In and out 12 TB')
      .and.to.contain('Whole contract 21.5 TB');
  });

  it('asks for what is filtered by the names of the contract, and leaves out what the server could not understand', async () => {
    const { element, requests } = await mountReady<PortalIpTraffic>({
      ...ipTrafficScenes.default,
      markup: html`<portal-ip-traffic
        contract-id="con_rack"
        query=${'period=soon&family=5&minBytes=much&groupBy=street&from=2026-10-01'}
      ></portal-ip-traffic>`,
    });
    expect(asked(requests)).to.deep.equal({ sort: '-sum', limit: '50' });
    element.query = 'family=6&minBytes=1000000000';
    await settled(element);
    await until(() => rows(element).length === 1);
    expect(asked(requests)).to.deep.equal({ sort: '-sum', limit: '50', family: '6', minBytes: '1000000000' });
    expect(text(root(element).querySelector('[part="filters"]')))
      .to.contain('Protocol: IPv6')
      .and.to.contain('At least: 1 GB');
  });

  it('adds the addresses of a subnet together', async () => {
    const { element } = await mountReady<PortalIpTraffic>(ipTrafficScenes.bySubnet);
    expect(text(rows(element)[0]))
      .to.contain('2001:db8:42::/64')
      .and.to.contain('17 addresses')
      .and.to.contain('TiB');
  });

  it('keeps the period in its query, billing periods and days of one’s own', async () => {
    const { element, requests } = await mountReady<PortalIpTraffic>(ipTrafficScenes.default);
    await equipped(element);
    choose(field(element, 'Period')!, '2026-10');
    await settled(element);
    expect(element.query).to.equal('period=2026-10');
    expect(asked(requests)['period']).to.equal('2026-10');
    choose(field(element, 'Period')!, 'own');
    await until(() => field(element, 'First day'));
    expect(element.query).to.match(/^from=2026-\d\d-15&to=2026-\d\d-14$/);
    choose(field(element, 'Period')!, 'current');
    await settled(element);
    expect(element.query).to.equal('period=current');
  });

  it('opens an address by day, and a day by hour: 25 where clocks are put back', async () => {
    const { element, requests } = await mountReady<PortalIpTraffic>(ipTrafficScenes.default);
    button(rows(element)[0]!, '198.51.100.18').click();
    await until(() => dialog(element)?.querySelector('.steps'));
    expect(asked(requests)).to.deep.equal({ step: 'day' });
    expect(text(dialog(element)))
      .to.contain('web1')
      .and.to.contain('In 22 Mbit/s')
      .and.to.contain('Whole period');
    expect(text([...dialog(element)!.querySelectorAll('.steps tbody tr')][2])).to.equal('Oct 26, 2026 — — —');
    button(dialog(element)!, 'Oct 25, 2026').click();
    await until(() => dialog(element)!.querySelectorAll('.steps tbody tr').length === 26);
    expect(asked(requests)).to.deep.equal({ from: '2026-10-25', to: '2026-10-25', step: 'hour' });
    const hours = [...dialog(element)!.querySelectorAll('.steps tbody th')].map((each) => text(each));
    expect(hours.slice(2, 4)).to.deep.equal(['2:00 AM GMT+2', '2:00 AM GMT+1']);
    expect(text(root(element).activeElement)).to.equal('Back to all days');
    button(dialog(element)!, 'Back to all days').click();
    await until(() => text(root(element).activeElement) === 'Oct 25, 2026');
    button(dialog(element)!, 'Download CSV').click();
    await until(() => requests.at(-1)!.headers.get('Accept') === 'text/csv');
    expect(asked(requests)).to.deep.equal({ step: 'day' });
  });

  it('shows nothing of one address under the name of another', async () => {
    const { element, answerWith } = await mountReady<PortalIpTraffic>(ipTrafficScenes.default);
    button(rows(element)[0]!, '198.51.100.18').click();
    await until(() => dialog(element)?.querySelector('.steps'));
    answerWith([msw.get('*/ips/*', () => delay('infinite'))]);
    dialog(element)!.querySelector<HTMLElement>('.close')!.click();
    await element.updateComplete;
    button(rows(element)[1]!, '2001:db8:42::10').click();
    await until(() => dialog(element)?.querySelector('[part="skeleton"]'));
    expect(text(dialog(element)!.querySelector('h2'))).to.equal('2001:db8:42::10');
    expect(dialog(element)!.querySelectorAll('.steps').length).to.equal(0);
  });

  it('leads where the page wants its rows to lead', async () => {
    const { element } = await mountReady<PortalIpTraffic>({
      ...ipTrafficScenes.default,
      markup: html`<portal-ip-traffic contract-id="con_rack" item-href="/address?of={id}"></portal-ip-traffic>`,
    });
    expect(rows(element)[1]!.querySelector('a')!.getAttribute('href')).to.equal('/address?of=2001%3Adb8%3A42%3A%3A10');
  });

  it('says that a contract has no traffic by address', async () => {
    const { element } = await mount<PortalIpTraffic>(ipTrafficScenes.notMeasured);
    await settled(element, 'error');
    expect(shown(element)).to.contain('No traffic is measured for this contract');
  });

  it('lives with rows of which half is missing', async () => {
    const broken = { id: 'x', in: '0', out: '0', sum: '0' } as (typeof someIpTraffic)[number];
    const { element } = await mountReady<PortalIpTraffic>({
      ...ipTrafficScenes.default,
      handlers: [listIpTraffic([broken, ...someIpTraffic])],
    });
    expect(rows(element).length).to.equal(5);
    expect(text(rows(element)[0])).to.equal('x — 0 B 0 B 0 B —');
  });

  it('saves the whole filter as CSV', async () => {
    const { element, requests } = await mountReady<PortalIpTraffic>(ipTrafficScenes.bySubnet);
    button(root(element), 'Download CSV').click();
    await until(() => requests.at(-1)!.headers.get('Accept') === 'text/csv');
    expect(asked(requests)).to.deep.equal({ sort: '-sum', groupBy: 'subnet', period: 'previous' });
  });

  it('closes with its dialog when the right is withdrawn', async () => {
    const { element, provision } = await mountReady<PortalIpTraffic>(ipTrafficScenes.default);
    button(rows(element)[0]!, '198.51.100.18').click();
    await until(() => dialog(element)?.querySelector('.steps'));
    provision!.update({ permissions: personas.billing });
    await settled(element, 'denied');
    expect(root(element).childElementCount).to.equal(0);
  });
});
