import { expect, html } from '@open-wc/testing';
import '../../src/define/portal-traffic.js';
import type { PortalTraffic } from '../../src/traffic/portal-traffic.js';
import { personas } from '../mocks/session.js';
import { aTraffic, currentTraffic, getTraffic } from '../mocks/traffic.js';
import { trafficScenes } from '../scenes/traffic.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mount, mountReady, settled, text, until } from '../support/mount.js';
import { pageOf, type Page } from '../support/page.js';

let saved = 0;

saysWhatCouldNotBeLoaded('portal-traffic', trafficScenes.default, [
  { module: 'src/traffic/record-view.ts', here: (root) => root.querySelector('[part="traffic"]') },
  {
    module: 'src/core/forms/save-answer.ts',
    async need(root) {
      await until(() => root.querySelector('.plot canvas'));
      const create = URL.createObjectURL;
      URL.createObjectURL = (file) => ((saved += 1), create.call(URL, file));
      await pageOf(root).press('Save picture');
    },
    here: () => saved > 0,
  },
]);

keepsThePortalContract('portal-traffic', trafficScenes);

describe('<portal-traffic>', () => {
  const plot = ({ root }: Page) => root.querySelector<HTMLElement>('.plot')!;
  const drawn = ({ root }: Page) => until(() => root.querySelector('.plot canvas'));
  const press = (target: HTMLElement, key: string) =>
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

  it('says volumes, speeds and what is included, each with its unit', async () => {
    const page = await mountReady<PortalTraffic>(trafficScenes.previousPeriod);
    expect(page.part('summary')).to.equal('In and out 21.5 TB In 7 TB Out 14.5 TB 95th percentile 75.3 Mbit/s');
    expect(page.part('facts')).to.contain('Highest five minutes In 912 Mbit/s Out 131 Mbit/s');
    expect(page.part('plan')).to.contain('21.5 TB of 20 TB used 107.5%').and.to.contain('€4.00 for each 1 TB');
    expect(page.part('overage')).to.equal('1.5 TB more than is included: €6.00 so far.');
    expect(page.part('provenance')).to.contain('98.6% of samples (8,819 of 8,940)').and.to.contain('As of Nov 21, 2026, 10:55 AM');
  });

  it('warns of what is to be expected before it has come to it', async () => {
    const page = await mountReady<PortalTraffic>(trafficScenes.default);
    expect(page.part('forecast')).to.equal('At this rate it will be 22.1 TB (110.5%) by Dec 14, 2026.');
    expect(page.root.querySelector('[part="overage"]') === null).to.equal(true);
  });

  it('explains how the 95th percentile is made, with the numbers of this period', async () => {
    const page = await mountReady<PortalTraffic>(trafficScenes.previousPeriod);
    page.root.querySelector<HTMLElement>('summary')!.click();
    expect(page.part('explanation')).to.contain('8,819 samples').and.to.contain('440 (37 hours)').and.to.contain('out, 75.3 Mbit/s');
  });

  it('says nothing about costs that the server keeps back', async () => {
    const over = { amount: '1500000000000', unit: 'byte' };
    const page = await mountReady<PortalTraffic>({
      ...trafficScenes.default,
      handlers: [getTraffic(aTraffic({ overage: over, overagePrice: undefined }))],
    });
    expect(page.part('overage')).to.equal('1.5 TB more than is included.');
    expect(page.text).not.to.contain('€');
  });

  it('has binary prefixes for volumes where the page asks for them, and decimal ones for speeds always', async () => {
    const page = await mountReady<PortalTraffic>(trafficScenes.ownDays);
    expect(page.part('summary')).to.contain('19.55 TiB').and.to.contain('75.3 Mbit/s');
    page.element.setAttribute('units', 'imperial');
    await page.element.updateComplete;
    expect(page.part('summary')).to.contain('21.5 TB');
  });

  it('asks for the billing period that is chosen, and keeps it in its attribute', async () => {
    const page = await mountReady<PortalTraffic>(trafficScenes.default);
    expect(Object.fromEntries(page.asked)).to.deep.equal({ period: 'current' });
    const period = page.field<HTMLSelectElement>('Period')!;
    expect([...period.options].map((each) => text(each))).to.deep.equal([
      'This period: Nov 15 – Dec 14, 2026',
      'Oct 15 – Nov 14, 2026',
      'Sep 15 – Oct 14, 2026',
      'From … to …',
    ]);
    await page.fill('Period', '2026-10');
    await page.says('21.5 TB');
    expect(Object.fromEntries(page.asked)).to.deep.equal({ period: '2026-10' });
    expect(page.element.getAttribute('period')).to.equal('2026-10');
  });

  it('asks for days of one’s own, beginning with those that were shown', async () => {
    const page = await mountReady<PortalTraffic>(trafficScenes.previousPeriod);
    await page.fill('Period', 'own');
    await until(() => page.field('First day'));
    await page.fill('First day', '2026-11-01');
    await until(() => page.requests.length >= 3);
    expect(Object.fromEntries(page.asked)).to.deep.equal({ from: '2026-11-01', to: '2026-11-14' });
    expect(page.element.getAttribute('period')).to.equal('2026-11-01/2026-11-14');
    await page.says('What is included is counted by billing period.');
    await page.fill('Last day', '2026-10-20');
    await until(() => page.requests.length >= 4);
    expect(Object.fromEntries(page.asked)).to.deep.equal({ from: '2026-10-20', to: '2026-10-20' });
  });

  it('shows the current period where its attribute says nothing that can be read', async () => {
    const page = await mountReady<PortalTraffic>({
      ...trafficScenes.default,
      markup: html`<portal-traffic contract-id="con_rack" period="2026-13"></portal-traffic>`,
    });
    expect(Object.fromEntries(page.asked)).to.deep.equal({});
  });

  it('draws the chart, whose points are read out and shown by arrow keys', async () => {
    const page = await mountReady<PortalTraffic>(trafficScenes.previousPeriod);
    await drawn(page);
    const slider = plot(page);
    slider.focus();
    expect(slider.getAttribute('role')).to.equal('slider');
    press(slider, 'Home');
    expect(slider.getAttribute('aria-valuetext')).to.contain('Oct 15, 2026, 12:00 AM: in 29');
    press(slider, 'ArrowRight');
    expect(slider.getAttribute('aria-valuenow')).to.equal('2');
    expect(text(page.root.querySelector('.when'))).to.equal('Oct 15, 2026, 1:00 AM');
    expect(text(page.root.querySelector('figcaption'))).to.match(/In 3\d\.\d\d Mbit\/s Out \d\d\.\d\d Mbit\/s/);
    press(slider, 'End');
    expect(slider.getAttribute('aria-valuenow')).to.equal(slider.getAttribute('aria-valuemax'));
    for (let each = 0; each < 540; each++) press(slider, 'ArrowLeft');
    expect(slider.getAttribute('aria-valuetext')).to.contain('in —, out —');
  });

  it('runs from right to left where the page does', async () => {
    const page = await mountReady<PortalTraffic>(trafficScenes.rightToLeft);
    await drawn(page);
    press(plot(page), 'Home');
    press(plot(page), 'ArrowLeft');
    expect(plot(page).getAttribute('aria-valuenow')).to.equal('2');
  });

  it('shows values where the pointer is, in the other theme with the colours of that', async () => {
    const page = await mountReady<PortalTraffic>(trafficScenes.previousPeriod);
    await drawn(page);
    const { left, top, width } = page.root.querySelector('.u-over')!.getBoundingClientRect();
    plot(page).dispatchEvent(new PointerEvent('pointermove', { clientX: left + width / 2, clientY: top + 20, bubbles: true }));
    expect(text(page.root.querySelector('.when'))).to.contain('Oct 30, 2026');
    const canvas = page.root.querySelector('canvas')!;
    const light = canvas.toDataURL();
    Object.assign(page.host.style, { colorScheme: 'dark', color: '#fff' });
    await until(() => canvas.toDataURL() !== light);
  });

  it('shows the same as a table, by day or by hour', async () => {
    const page = await mountReady<PortalTraffic>(trafficScenes.previousPeriod);
    await page.press('Show as table');
    await until(() => page.root.querySelector('[part="chart-table"]'));
    const rows = () => page.texts('[part="chart-table"] tbody tr');
    expect(rows().length).to.equal(31);
    expect(rows()[0]).to.match(/^Oct 15, 2026 \d\d\.\d\d Mbit\/s/);
    await page.fill('A row for', 'fine');
    await until(() => rows().length === 48);
    expect(rows()[1]).to.contain('Oct 15, 2026, 1:00 AM');
    await page.press('Next page');
    await until(() => rows()[0]!.includes('Oct 17, 2026, 12:00 AM'));
    await page.press('Show as chart');
    await drawn(page);
  });

  it('saves the chart as a picture', async () => {
    const page = await mountReady<PortalTraffic>(trafficScenes.previousPeriod);
    await drawn(page);
    const saved: { name: string; file: Blob }[] = [];
    const { createObjectURL } = URL;
    const { click } = HTMLAnchorElement.prototype;
    let file: Blob;
    URL.createObjectURL = (each) => ((file = each as Blob), createObjectURL(each));
    HTMLAnchorElement.prototype.click = function () {
      saved.push({ name: this.download, file });
    };
    try {
      await page.press('Save picture');
      await until(() => saved.length > 0);
    } finally {
      Object.assign(URL, { createObjectURL });
      Object.assign(HTMLAnchorElement.prototype, { click });
    }
    expect(saved[0]!.name).to.equal('traffic-2026-10-15-2026-11-14.png');
    const picture = await createImageBitmap(saved[0]!.file);
    expect(picture.height).to.be.greaterThan(page.root.querySelector('canvas')!.height);
  });

  it('says that nothing has ever been measured, or nothing in this period', async () => {
    const never = await mountReady<PortalTraffic>(trafficScenes.empty);
    expect(never.text).to.contain('No traffic has been measured for this contract yet.').and.not.to.contain('0 B');
    const then = await mountReady<PortalTraffic>(trafficScenes.emptyPeriod);
    expect(then.text).to.contain('Nothing was measured in this period.');
    expect(then.field('Period') !== undefined).to.equal(true);
  });

  it('says that a contract has no traffic, without offering to try again', async () => {
    const page = await mountReady<PortalTraffic>(trafficScenes.notMeasured);
    expect(page.part('error')).to.contain('No traffic is measured for this contract');
    expect(page.button('Try again') === undefined).to.equal(true);
  });

  it('says that a contract-id is missing where contracts cannot be listed', async () => {
    const page = await mount<PortalTraffic>(trafficScenes.contractMissing);
    await settled(page.element, 'error');
    expect(page.text).to.contain('contract-id');
  });

  it('survives an answer of which most is missing, and measures and units it does not know', async () => {
    const broken = await mount<PortalTraffic>({ ...trafficScenes.default, handlers: [getTraffic({} as ReturnType<typeof aTraffic>)] });
    await settled(broken.element, 'error');
    const page = await mountReady<PortalTraffic>(trafficScenes.longText);
    expect(page.part('plan')).to.contain('half-kilobyte-packets').and.to.contain('Peering at the exchanges');
  });

  it('leads to the traffic by address only whom it is permitted', async () => {
    const page = await mountReady<PortalTraffic>(trafficScenes.previousPeriod);
    expect(page.root.querySelector('a')!.getAttribute('href')).to.equal('/ip-traffic?contract=con_rack');
    page.provision!.update({ permissions: { allow: { 'contracts.traffic': ['view'] } } });
    await until(() => !page.root.querySelector('a'));
  });

  it('saves the period as CSV', async () => {
    const page = await mountReady<PortalTraffic>(trafficScenes.previousPeriod);
    await page.press('Download CSV');
    await until(() => page.requests.at(-1)!.headers.get('Accept') === 'text/csv');
    expect(Object.fromEntries(page.asked)).to.deep.equal({ period: 'previous' });
  });

  it('keeps the figures while those of another period are on their way, and drops them with the contract', async () => {
    const page = await mountReady<PortalTraffic>(trafficScenes.previousPeriod);
    page.answerWith([getTraffic(currentTraffic({ sum: '1000' }))]);
    page.element.period = 'current';
    await page.element.updateComplete;
    expect(page.text).to.contain('21.5 TB');
    await until(() => page.part('summary').includes('1 kB'));
    page.answerWith([getTraffic(currentTraffic())]);
    page.element.contractId = 'con_cage';
    await page.element.updateComplete;
    expect(page.text).not.to.contain('1 kB');
    await until(() => page.part('summary').includes('4.8 TB'));
  });

  it('leaves nothing of the chart behind when the right is withdrawn', async () => {
    const page = await mountReady<PortalTraffic>(trafficScenes.previousPeriod);
    await drawn(page);
    page.provision!.update({ permissions: personas.billing });
    await settled(page.element, 'denied');
    expect(page.root.childElementCount).to.equal(0);
    page.provision!.update({ permissions: personas.owner });
    await drawn(page);
  });
});
