import { expect, fixture, html } from '@open-wc/testing';
import { loadTags } from '../../src/core/load-tags.js';
import { until } from '../support/until.js';

describe('A tag whose element cannot be loaded', () => {
  const { warn } = console;
  afterEach(() => {
    console.warn = warn;
  });

  it('is told on the console, and loaded once the page is online again', async () => {
    const told: unknown[] = [];
    console.warn = (message: unknown) => void told.push(message);
    let isOnline = false;
    const load = () => {
      if (!isOnline) return Promise.reject(new TypeError('Failed to fetch'));
      customElements.define('test-far-away', class extends HTMLElement {});
      return Promise.resolve();
    };
    loadTags({ 'test-far-away': load });
    const element = await fixture<HTMLElement>(html`<test-far-away>Words of the page</test-far-away>`);
    await until(() => told.length > 0);
    expect(told).to.include('portal-elements: <test-far-away> could not be loaded.');
    expect(element.textContent).to.equal('Words of the page');
    isOnline = true;
    dispatchEvent(new Event('online'));
    await until(() => element.matches(':defined'));
  });
});
