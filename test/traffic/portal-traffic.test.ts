import { expect, html } from '@open-wc/testing';
import '../../src/define/portal-traffic.js';
import type { PortalTraffic } from '../../src/traffic/portal-traffic.js';
import { personas } from '../mocks/session.js';
import { aTraffic, currentTraffic, getTraffic } from '../mocks/traffic.js';
import { trafficScenes } from '../scenes/traffic.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mount, mountReady, settled, text, until } from '../support/mount.js';

let saved = 0;

saysWhatCouldNotBeLoaded('portal-traffic', trafficScenes.default, [
  { module: 'src/traffic/record-view.ts', here: (root) => root.querySelector('[part="traffic"]') },
  {
    module: 'src/core/forms/save-answer.ts',
    async need(root) {
      await until(() => root.querySelector('.plot canvas'));
      const create = URL.createObjectURL;
      URL.createObjectURL = (file) => ((saved += 1), create.call(URL, file));
      [...root.querySelectorAll('button')].find((each) => text(each) === 'Save picture')!.click();
    },
    here: () => saved > 0,
  },
]);

keepsThePortalContract('portal-traffic', trafficScenes);

describe('<portal-traffic>', () => {
  const root = (element: PortalTraffic) => element.shadowRoot!;
  const shown = (element: PortalTraffic) => text(root(element).querySelector('[part="traffic"], .message'));
  const part = (element: PortalTraffic, name: string) => text(root(element).querySelector(`[part="${name}"]`));
  const plot = (element: PortalTraffic) => root(element).querySelector<HTMLElement>('.plot')!;
  const button = (element: PortalTraffic, name: string) =>
    [...root(element).querySelectorAll('button')].find((each) => text(each) === name)!;
  const field = <E extends HTMLElement>(element: PortalTraffic, label: string) =>
    [...root(element).querySelectorAll('label')]
      .find((each) => text(each.querySelector('span')) === label)
      ?.querySelector<E>('select, input');
  const choose = (control: HTMLSelectElement | HTMLInputElement, value: string) => {
    control.value = value;
    control.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const asked = (requests: Request[]) => Object.fromEntries(new URL(requests.at(-1)!.url).searchParams);
  const drawn = async (element: PortalTraffic) => until(() => root(element).querySelector('.plot canvas'));
  const press = (target: HTMLElement, key: string) =>
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

  it('says volumes, speeds and what is included, each with its unit', async () => {
    const { element } = await mountReady<PortalTraffic>(trafficScenes.previousPeriod);
    expect(part(element, 'summary')).to.equal('In and out 21.5 TB In 7 TB Out 14.5 TB 95th percentile 75.3 Mbit/s');
    expect(part(element, 'facts')).to.contain('Highest five minutes In 912 Mbit/s Out 131 Mbit/s');
    expect(part(element, 'plan')).to.contain('21.5 TB of 20 TB used 107.5%').and.to.contain('€4.00 for each 1 TB');
    expect(part(element, 'overage')).to.equal('1.5 TB more than is included: €6.00 so far.');
    expect(part(element, 'provenance')).to.contain('98.6% of samples (8,819 of 8,940)').and.to.contain('As of Nov 21, 2026, 10:55 AM');
  });

  it('warns of what is to be expected before it has come to it', async () => {
    const { element } = await mountReady<PortalTraffic>(trafficScenes.default);
    expect(part(element, 'forecast')).to.equal('At this rate it will be 22.1 TB (110.5%) by Dec 14, 2026.');
    expect(root(element).querySelector('[part="overage"]') === null).to.equal(true);
  });

  it('explains how the 95th percentile is made, with the numbers of this period', async () => {
    const { element } = await mountReady<PortalTraffic>(trafficScenes.previousPeriod);
    root(element).querySelector<HTMLElement>('summary')!.click();
    expect(part(element, 'explanation')).to.contain('8,819 samples').and.to.contain('440 (37 hours)').and.to.contain('out, 75.3 Mbit/s');
  });

  it('says nothing about costs that the server keeps back', async () => {
    const over = { amount: '1500000000000', unit: 'byte' };
    const { element } = await mountReady<PortalTraffic>({
      ...trafficScenes.default,
      handlers: [getTraffic(aTraffic({ overage: over, overagePrice: undefined }))],
    });
    expect(part(element, 'overage')).to.equal('1.5 TB more than is included.');
    expect(shown(element)).not.to.contain('€');
  });

  it('has binary prefixes for volumes where the page asks for them, and decimal ones for speeds always', async () => {
    const { element } = await mountReady<PortalTraffic>(trafficScenes.ownDays);
    expect(part(element, 'summary')).to.contain('19.55 TiB').and.to.contain('75.3 Mbit/s');
    element.setAttribute('units', 'imperial');
    await element.updateComplete;
    expect(part(element, 'summary')).to.contain('21.5 TB');
  });

  it('asks for the billing period that is chosen, and keeps it in its attribute', async () => {
    const { element, requests } = await mountReady<PortalTraffic>(trafficScenes.default);
    expect(asked(requests)).to.deep.equal({ period: 'current' });
    const period = field<HTMLSelectElement>(element, 'Period')!;
    expect([...period.options].map((each) => text(each))).to.deep.equal([
      'This period: Nov 15 – Dec 14, 2026',
      'Oct 15 – Nov 14, 2026',
      'Sep 15 – Oct 14, 2026',
      'From … to …',
    ]);
    choose(period, '2026-10');
    await until(() => shown(element).includes('21.5 TB'));
    expect(asked(requests)).to.deep.equal({ period: '2026-10' });
    expect(element.getAttribute('period')).to.equal('2026-10');
  });

  it('asks for days of one’s own, beginning with those that were shown', async () => {
    const { element, requests } = await mountReady<PortalTraffic>(trafficScenes.previousPeriod);
    choose(field<HTMLSelectElement>(element, 'Period')!, 'own');
    await until(() => field(element, 'First day'));
    choose(field<HTMLInputElement>(element, 'First day')!, '2026-11-01');
    await until(() => requests.length >= 3);
    expect(asked(requests)).to.deep.equal({ from: '2026-11-01', to: '2026-11-14' });
    expect(element.getAttribute('period')).to.equal('2026-11-01/2026-11-14');
    await until(() => shown(element).includes('What is included is counted by billing period.'));
    choose(field<HTMLInputElement>(element, 'Last day')!, '2026-10-20');
    await until(() => requests.length >= 4);
    expect(asked(requests)).to.deep.equal({ from: '2026-10-20', to: '2026-10-20' });
  });

  it('shows the current period where its attribute says nothing that can be read', async () => {
    const { requests } = await mountReady<PortalTraffic>({
      ...trafficScenes.default,
      markup: html`<portal-traffic contract-id="con_rack" period="2026-13"></portal-traffic>`,
    });
    expect(asked(requests)).to.deep.equal({});
  });

  it('draws the chart, whose points are read out and shown by arrow keys', async () => {
    const { element } = await mountReady<PortalTraffic>(trafficScenes.previousPeriod);
    await drawn(element);
    const slider = plot(element);
    slider.focus();
    expect(slider.getAttribute('role')).to.equal('slider');
    press(slider, 'Home');
    expect(slider.getAttribute('aria-valuetext')).to.contain('Oct 15, 2026, 12:00 AM: in 29');
    press(slider, 'ArrowRight');
    expect(slider.getAttribute('aria-valuenow')).to.equal('2');
    expect(text(root(element).querySelector('.when'))).to.equal('Oct 15, 2026, 1:00 AM');
    expect(text(root(element).querySelector('figcaption'))).to.match(/In 3\d\.\d\d Mbit\/s Out \d\d\.\d\d Mbit\/s/);
    press(slider, 'End');
    expect(slider.getAttribute('aria-valuenow')).to.equal(slider.getAttribute('aria-valuemax'));
    for (let each = 0; each < 540; each++) press(slider, 'ArrowLeft');
    expect(slider.getAttribute('aria-valuetext')).to.contain('in —, out —');
  });

  it('runs from right to left where the page does', async () => {
    const { element } = await mountReady<PortalTraffic>(trafficScenes.rightToLeft);
    await drawn(element);
    press(plot(element), 'Home');
    press(plot(element), 'ArrowLeft');
    expect(plot(element).getAttribute('aria-valuenow')).to.equal('2');
  });

  it('shows values where the pointer is, in the other theme with the colours of that', async () => {
    const { element, host } = await mountReady<PortalTraffic>(trafficScenes.previousPeriod);
    await drawn(element);
    const { left, top, width } = root(element).querySelector('.u-over')!.getBoundingClientRect();
    plot(element).dispatchEvent(new PointerEvent('pointermove', { clientX: left + width / 2, clientY: top + 20, bubbles: true }));
    expect(text(root(element).querySelector('.when'))).to.contain('Oct 30, 2026');
    const canvas = root(element).querySelector('canvas')!;
    const light = canvas.toDataURL();
    Object.assign(host.style, { colorScheme: 'dark', color: '#fff' });
    await until(() => canvas.toDataURL() !== light);
  });

  it('shows the same as a table, by day or by hour', async () => {
    const { element } = await mountReady<PortalTraffic>(trafficScenes.previousPeriod);
    button(element, 'Show as table').click();
    await until(() => root(element).querySelector('[part="chart-table"]'));
    const rows = () => [...root(element).querySelectorAll('[part="chart-table"] tbody tr')].map((each) => text(each));
    expect(rows().length).to.equal(31);
    expect(rows()[0]).to.match(/^Oct 15, 2026 \d\d\.\d\d Mbit\/s/);
    choose(field<HTMLSelectElement>(element, 'A row for')!, 'fine');
    await until(() => rows().length === 48);
    expect(rows()[1]).to.contain('Oct 15, 2026, 1:00 AM');
    button(element, 'Next page').click();
    await until(() => rows()[0]!.includes('Oct 17, 2026, 12:00 AM'));
    button(element, 'Show as chart').click();
    await drawn(element);
  });

  it('saves the chart as a picture', async () => {
    const { element } = await mountReady<PortalTraffic>(trafficScenes.previousPeriod);
    await drawn(element);
    const saved: { name: string; file: Blob }[] = [];
    const { createObjectURL } = URL;
    const { click } = HTMLAnchorElement.prototype;
    let file: Blob;
    URL.createObjectURL = (each) => ((file = each as Blob), createObjectURL(each));
    HTMLAnchorElement.prototype.click = function () {
      saved.push({ name: this.download, file });
    };
    try {
      button(element, 'Save picture').click();
      await until(() => saved.length > 0);
    } finally {
      Object.assign(URL, { createObjectURL });
      Object.assign(HTMLAnchorElement.prototype, { click });
    }
    expect(saved[0]!.name).to.equal('traffic-2026-10-15-2026-11-14.png');
    const picture = await createImageBitmap(saved[0]!.file);
    expect(picture.height).to.be.greaterThan(root(element).querySelector('canvas')!.height);
  });

  it('says that nothing has ever been measured, or nothing in this period', async () => {
    const never = await mountReady<PortalTraffic>(trafficScenes.empty);
    expect(shown(never.element)).to.contain('No traffic has been measured for this contract yet.').and.not.to.contain('0 B');
    const then = await mountReady<PortalTraffic>(trafficScenes.emptyPeriod);
    expect(shown(then.element)).to.contain('Nothing was measured in this period.');
    expect(field(then.element, 'Period') !== undefined).to.equal(true);
  });

  it('says that a contract has no traffic, without offering to try again', async () => {
    const { element } = await mountReady<PortalTraffic>(trafficScenes.notMeasured);
    expect(part(element, 'error')).to.contain('No traffic is measured for this contract');
    expect(button(element, 'Try again') === undefined).to.equal(true);
  });

  it('says that a contract-id is missing where contracts cannot be listed', async () => {
    const { element } = await mount<PortalTraffic>(trafficScenes.contractMissing);
    await settled(element, 'error');
    expect(shown(element)).to.contain('contract-id');
  });

  it('survives an answer of which most is missing, and measures and units it does not know', async () => {
    const broken = await mount<PortalTraffic>({ ...trafficScenes.default, handlers: [getTraffic({} as ReturnType<typeof aTraffic>)] });
    await settled(broken.element, 'error');
    const { element } = await mountReady<PortalTraffic>(trafficScenes.longText);
    expect(part(element, 'plan')).to.contain('half-kilobyte-packets').and.to.contain('Peering at the exchanges');
  });

  it('leads to the traffic by address only whom it is permitted', async () => {
    const { element, provision } = await mountReady<PortalTraffic>(trafficScenes.previousPeriod);
    expect(root(element).querySelector('a')!.getAttribute('href')).to.equal('/ip-traffic?contract=con_rack');
    provision!.update({ permissions: { allow: { 'contracts.traffic': ['view'] } } });
    await until(() => !root(element).querySelector('a'));
  });

  it('saves the period as CSV', async () => {
    const { element, requests } = await mountReady<PortalTraffic>(trafficScenes.previousPeriod);
    button(element, 'Download CSV').click();
    await until(() => requests.at(-1)!.headers.get('Accept') === 'text/csv');
    expect(asked(requests)).to.deep.equal({ period: 'previous' });
  });

  it('keeps the figures while those of another period are on their way, and drops them with the contract', async () => {
    const { element, answerWith } = await mountReady<PortalTraffic>(trafficScenes.previousPeriod);
    answerWith([getTraffic(currentTraffic({ sum: '1000' }))]);
    element.period = 'current';
    await element.updateComplete;
    expect(shown(element)).to.contain('21.5 TB');
    await until(() => part(element, 'summary').includes('1 kB'));
    answerWith([getTraffic(currentTraffic())]);
    element.contractId = 'con_cage';
    await element.updateComplete;
    expect(shown(element)).not.to.contain('1 kB');
    await until(() => part(element, 'summary').includes('4.8 TB'));
  });

  it('leaves nothing of the chart behind when the right is withdrawn', async () => {
    const { element, provision } = await mountReady<PortalTraffic>(trafficScenes.previousPeriod);
    await drawn(element);
    provision!.update({ permissions: personas.billing });
    await settled(element, 'denied');
    expect(root(element).childElementCount).to.equal(0);
    provision!.update({ permissions: personas.owner });
    await drawn(element);
  });
});
