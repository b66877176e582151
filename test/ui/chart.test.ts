import { expect, fixture } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import { LocalizeController } from '../../src/core/localize-controller.js';
import { chart as texts } from '../../src/i18n/texts/chart.js';
import { Chart, type ChartData } from '../../src/ui/charts/chart.js';
import { chartView } from '../../src/ui/charts/chart-view.js';
import { chartStyles } from '../../src/ui/styles/chart.js';
import { text, until } from '../support/mount.js';
import { Page } from '../support/page.js';

const data: ChartData = {
  label: 'Sheep',
  times: [0, 3600, 7200],
  series: [{ label: 'Counted', values: [1, null, 3] }],
  format: (value) => `${value ?? 'none'} sheep`,
  time: (seconds) => `hour ${seconds / 3600}`,
  describe: (index) => `point ${index}`,
  language: 'en',
  timeZone: 'UTC',
  fileName: 'sheep',
};

class TestChart extends LitElement {
  static override styles = chartStyles;
  readonly i18n = new LocalizeController(this, texts);
  reachable = true;
  chart = new Chart(this, () =>
    this.reachable ? import('../../src/ui/charts/chart-drawing.js') : Promise.reject(new TypeError('Failed to fetch')),
  );

  override render(): unknown {
    return chartView(this.chart, data, this.i18n, () => ({ head: ['Time', 'Counted'], rows: [['hour 0', '1 sheep']] }));
  }
}
customElements.define('test-chart', TestChart);

describe('A chart', () => {
  const place = async (reachable: boolean, width = 400) => {
    const frame = await fixture<HTMLElement>(html`<div lang="en"></div>`);
    frame.style.inlineSize = `${width}px`;
    const element = new TestChart();
    element.reachable = reachable;
    frame.append(element);
    return { frame, page: new Page(element) };
  };

  it('is a table with a word of why where its library cannot be loaded, and a chart when it can again', async () => {
    const { page } = await place(false);
    await until(() => page.root.querySelector('table'));
    expect(text(page.root.querySelector('[role="status"]'))).to.contain('could not be loaded');
    expect(text(page.root.querySelector('tbody'))).to.equal('hour 0 1 sheep');
    expect(page.button('Save picture') === undefined).to.equal(true);
    page.element.reachable = true;
    await page.press('Show as chart');
    await until(() => page.root.querySelector('canvas'));
    expect(page.root.querySelector('table') === null).to.equal(true);
  });

  it('is drawn when there is room for it, and again when there is more', async () => {
    const { frame, page } = await place(true, 0);
    const width = () => page.root.querySelector('.uplot')?.getBoundingClientRect().width;
    await until(() => page.root.querySelector('[role="slider"]'));
    expect(width()).to.equal(undefined);
    frame.style.inlineSize = '300px';
    await until(() => width() === 300);
    frame.style.inlineSize = '500px';
    await until(() => width() === 500);
  });

  it('is drawn again where it is moved to, and leaves nothing drawn when it is removed', async () => {
    const { frame, page } = await place(true);
    await until(() => page.root.querySelector('canvas'));
    const other = await fixture<HTMLElement>(html`<div></div>`);
    other.append(page.element);
    await until(() => page.root.querySelectorAll('canvas').length === 1);
    page.element.remove();
    expect(page.root.querySelectorAll('canvas').length).to.equal(0);
    frame.append(page.element);
    await until(() => page.root.querySelectorAll('canvas').length === 1);
  });
});
