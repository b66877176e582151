import { expect, fixture } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import { LocalizeController } from '../../src/core/localize-controller.js';
import { chart as texts } from '../../src/i18n/texts/chart.js';
import { Chart, type ChartData } from '../../src/ui/charts/chart.js';
import { chartView } from '../../src/ui/charts/chart-view.js';
import { chartStyles } from '../../src/ui/styles/chart.js';
import { text, until } from '../support/mount.js';

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
    return { frame, element, root: element.renderRoot as ShadowRoot };
  };
  const button = (root: ShadowRoot, name: string) => [...root.querySelectorAll('button')].find((each) => text(each) === name);

  it('is a table with a word of why where its library cannot be loaded, and a chart when it can again', async () => {
    const { element, root } = await place(false);
    await until(() => root.querySelector('table'));
    expect(text(root.querySelector('[role="status"]'))).to.contain('could not be loaded');
    expect(text(root.querySelector('tbody'))).to.equal('hour 0 1 sheep');
    expect(button(root, 'Save picture') === undefined).to.equal(true);
    element.reachable = true;
    button(root, 'Show as chart')!.click();
    await until(() => root.querySelector('canvas'));
    expect(root.querySelector('table') === null).to.equal(true);
  });

  it('is drawn when there is room for it, and again when there is more', async () => {
    const { frame, root } = await place(true, 0);
    const width = () => root.querySelector('.uplot')?.getBoundingClientRect().width;
    await until(() => root.querySelector('[role="slider"]'));
    expect(width()).to.equal(undefined);
    frame.style.inlineSize = '300px';
    await until(() => width() === 300);
    frame.style.inlineSize = '500px';
    await until(() => width() === 500);
  });

  it('is drawn again where it is moved to, and leaves nothing drawn when it is removed', async () => {
    const { frame, element, root } = await place(true);
    await until(() => root.querySelector('canvas'));
    const other = await fixture<HTMLElement>(html`<div></div>`);
    other.append(element);
    await until(() => root.querySelectorAll('canvas').length === 1);
    element.remove();
    expect(root.querySelectorAll('canvas').length).to.equal(0);
    frame.append(element);
    await until(() => root.querySelectorAll('canvas').length === 1);
  });
});
