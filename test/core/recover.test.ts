import { expect, html } from '@open-wc/testing';
import { define } from '../../src/core/define.js';
import { anInvoice, someInvoices } from '../mocks/invoices.js';
import { http } from '../mocks/http.js';
import type { Scene } from '../scenes/scene.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { mount, mountReady, settled, text, until } from '../support/mount.js';
import { TestList, TestProbe } from '../support/probe.js';

/** An element with a fault of its own. */
class TestFaulty extends TestProbe {
  faulty = true;
  fault = 'A fault of ours';

  renderNow(faulty: boolean): void {
    this.faulty = faulty;
    this.requestUpdate();
    this.performUpdate();
  }

  protected override view(): unknown {
    if (this.faulty) throw new Error(this.fault);
    return html`<p>Well again</p>`;
  }
}
define('test-faulty', TestFaulty);

saysWhatCouldNotBeLoaded('test-faulty', { markup: html`<test-faulty .fault=${'Told once only'}></test-faulty>`, handlers: [] }, [
  {
    module: 'src/core/recover.ts',
    here: (root, element) => element.matches('[phase="error"]') && text(root.querySelector('[part="error"]')).includes('wrong at our end'),
  },
]);

/** A list that relies on what the contract promises of each row. */
class TestReliant extends TestList {
  protected override view(): unknown {
    const documents = this.content.items.map(({ number, documents }) => `${number}: ${documents.map(({ format }) => format).join()}`);
    return html`<ul>
        ${documents.map((each) => html`<li>${each}</li>`)}
      </ul>
      ${super.view()}`;
  }
}
define('test-reliant', TestReliant);

const listens = (kind: 'error' | 'unhandledrejection', listener: (event: Event) => void) => {
  addEventListener(kind, listener);
  return () => removeEventListener(kind, listener);
};

describe('An element that cannot be rendered', () => {
  let told: unknown[][];
  let uncaught: Event[];
  let leave: (() => void)[];
  const { warn } = console;
  beforeEach(() => {
    told = [];
    uncaught = [];
    leave = (['error', 'unhandledrejection'] as const).map((kind) => listens(kind, (event) => uncaught.push(event)));
    console.warn = (...all: unknown[]) => void told.push(all);
  });
  afterEach(() => {
    console.warn = warn;
    leave.forEach((stop) => stop());
    expect(uncaught.length).to.equal(0);
  });

  const faulty: Scene = { markup: html`<test-faulty></test-faulty>`, handlers: [] };

  it('says so, is in the phase "error", and tells the console once', async () => {
    const page = await mount<TestFaulty>(faulty);
    const another = await mount<TestFaulty>(faulty);
    await settled(page.element, 'error');
    await settled(another.element, 'error');
    expect(page.part('error')).to.contain('Something went wrong at our end.').and.to.contain('Try again');
    expect(told.map(([message, cause]) => [message, String(cause)])).to.deep.equal([
      ['portal-elements: <test-faulty> could not be rendered.', 'Error: A fault of ours'],
    ]);
  });

  it('is tried again by the person, and by whatever changes', async () => {
    const page = await mount<TestFaulty>(faulty);
    await settled(page.element, 'error');
    await page.press('Try again');
    await page.element.updateComplete;
    await until(() => page.part('error'));
    page.element.faulty = false;
    await page.press('Try again');
    await settled(page.element);
    expect(text(page.root.querySelector('p'))).to.equal('Well again');
    page.element.faulty = true;
    page.element.requestUpdate();
    await settled(page.element, 'error');
    page.element.faulty = false;
    page.element.requestUpdate();
    await settled(page.element);
  });

  it('stays as it is when it could be rendered again before what says so is here', async () => {
    const page = await mount<TestFaulty>({ ...faulty, markup: html`<test-faulty .faulty=${false}></test-faulty>` });
    await settled(page.element);
    page.element.renderNow(true);
    page.element.renderNow(false);
    await new Promise(requestAnimationFrame);
    expect([page.element.getAttribute('phase'), page.part('error'), told]).to.deep.equal(['ready', '', []]);
  });

  it('shows nothing at all once access has gone', async () => {
    const page = await mount<TestFaulty>(faulty);
    await settled(page.element, 'error');
    page.provision!.update({ permissions: { allow: {} } });
    await settled(page.element, 'denied');
    expect(page.root.childElementCount).to.equal(0);
  });

  it('because a row lacks a list shows that row without it, the others whole, and names the place', async () => {
    const { documents: _, ...without } = anInvoice({ id: 'inv_9', number: '2026-9999' });
    const items = [someInvoices[0]!, without, { ...without, id: 'inv_10' }];
    const answer = { items, page: { nextCursor: null, prevCursor: null }, summary: { open: [], overdue: [] } };
    const page = await mountReady<TestReliant>({
      markup: html`<test-reliant></test-reliant>`,
      handlers: [http.get('/invoices', () => Response.json(answer) as never)],
    });
    const rows = page.texts('li');
    expect(rows[0]).to.match(/: \w+/);
    expect(rows.slice(1)).to.deep.equal(['2026-9999:', '2026-9999:']);
    expect(told).to.deep.equal([['portal-elements: GET /invoices: items[1].documents is missing; an array was expected.']]);
  });

  it('because its answer is no list asks for it again, not before', async () => {
    const page = await mount<TestReliant>({
      markup: html`<test-reliant></test-reliant>`,
      handlers: [http.get('/invoices', () => Response.json('nothing') as never)],
    });
    await settled(page.element, 'error');
    expect(page.part('error')).to.contain('could not be read');
    expect(page.requests.length).to.equal(1);
    page.answerWith([http.get('/invoices', () => Response.json({ items: [], page: { nextCursor: null, prevCursor: null } }) as never)]);
    await page.press('Try again');
    await settled(page.element, 'empty');
  });
});
