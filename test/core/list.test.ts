import { expect, html } from '@open-wc/testing';
import { anInvoice, listInvoices } from '../mocks/invoices.js';
import { http, problem } from '../mocks/http.js';
import type { Scene } from '../scenes/scene.js';
import { mount, mountReady, settled, text, until } from '../support/mount.js';
import { later } from '../support/network.js';
import '../support/probe.js';
import type { TestList } from '../support/probe.js';

const scene: Scene = { markup: html`<test-list></test-list>`, handlers: [listInvoices()] };
const numbers = (element: TestList) => [...element.shadowRoot!.querySelectorAll('tbody th')].map((each) => text(each));
const page = (...invoices: object[]) => ({ items: invoices, page: { nextCursor: null, prevCursor: null }, summary: {} });

/** Answers that are given one by one, by the text that was searched for. */
function search() {
  const waiting = new Map<string, ReturnType<typeof later>>();
  const aborted: string[] = [];
  const handler = http.get('/invoices', ({ request, query }) => {
    const wanted = query.get('q') ?? '';
    waiting.set(wanted, later());
    request.signal.addEventListener('abort', () => aborted.push(wanted));
    return waiting.get(wanted)!.answer();
  });
  const give = (wanted: string) => waiting.get(wanted)!.give(Response.json(page(anInvoice({ number: `found ${wanted}` }))));
  return { handler, waiting, give, aborted };
}

describe('A list', () => {
  it('shows the latest answer only, whatever order answers come in', async () => {
    const { handler, waiting, give } = search();
    const { element } = await mount<TestList>({ ...scene, handlers: [handler] });
    await until(() => waiting.has(''));
    element.query = 'q=first';
    await until(() => waiting.has('first'));
    element.query = 'q=second';
    await until(() => waiting.has('second'));
    give('second');
    await settled(element);
    give('first');
    give('');
    await new Promise(requestAnimationFrame);
    await element.updateComplete;
    expect(numbers(element)).to.deep.equal(['found second']);
  });

  it('aborts what nobody waits for any more when it leaves the page, and sets nothing later', async () => {
    const { handler, waiting, give } = search();
    const { element, requests } = await mount<TestList>({ ...scene, handlers: [handler] });
    await until(() => waiting.has(''));
    element.remove();
    await element.updateComplete;
    give('');
    await until(() => requests[0]!.signal.aborted);
    expect(element.content.page === undefined).to.equal(true);
  });

  it('asks nobody again when it is moved within the page', async () => {
    const { element, requests, host } = await mountReady<TestList>(scene);
    const row = element.shadowRoot!.querySelector('tbody tr');
    const section = document.createElement('section');
    host.append(section);
    section.append(element);
    await element.updateComplete;
    await settled(element);
    expect(requests.length).to.equal(1);
    expect(element.shadowRoot!.querySelector('tbody tr') === row).to.equal(true);
  });

  it('shares one request with others that show the same', async () => {
    const { requests, host } = await mountReady<TestList>({
      ...scene,
      markup: html`<div phase="ready">${Array.from({ length: 20 }, () => html`<test-list></test-list>`)}</div>`,
    });
    await until(() => [...host.querySelectorAll('test-list')].every((each) => each.getAttribute('phase') === 'ready'));
    expect(requests.length).to.equal(1);
  });

  it('takes 50 rows a page when it is told nonsense', async () => {
    for (const size of ['-1', 'abc', '1e9', '', '0', '2.5']) {
      const { element, requests } = await mountReady<TestList>({ ...scene, markup: html`<test-list page-size=${size}></test-list>` });
      expect(new URL(requests[0]!.url).searchParams.get('limit'), size).to.equal('50');
      expect(element.pageSize).to.equal(50);
    }
    const { element, requests } = await mountReady<TestList>({ ...scene, markup: html`<test-list page-size="2"></test-list>` });
    expect(numbers(element).length).to.equal(2);
    element.removeAttribute('page-size');
    await until(() => requests.length === 2);
    expect(element.pageSize).to.equal(50);
  });

  it('goes back when the page it is on has been emptied meanwhile', async () => {
    const all = Array.from({ length: 51 }, (_, index) => anInvoice({ id: `inv_${index}`, number: String(index) }));
    const { element, answerWith } = await mountReady<TestList>({ ...scene, handlers: [listInvoices(all)] });
    element.content.next();
    await until(() => numbers(element).join() === '50');
    answerWith([listInvoices(all.slice(0, 50))]);
    element.content.load.reload();
    await until(() => numbers(element).length === 50);
    expect(element.content.range).to.deep.equal([1, 50]);
  });

  it('keeps the other rows alive when one lacks what it needs', async () => {
    const { element } = await mountReady<TestList>({
      ...scene,
      handlers: [
        http.get(
          '/invoices',
          () => Response.json(page({ id: 'inv_0' }, { id: 'inv_1', number: null, total: null, dueOn: '2024-02-30' }, anInvoice())) as never,
        ),
      ],
    });
    expect(element.shadowRoot!.querySelectorAll('tbody tr').length).to.equal(3);
    const shown = text(element.shadowRoot!.querySelector('tbody'));
    expect(shown).to.contain('—').and.to.contain('€119.00');
    expect(shown).not.to.match(/NaN|undefined|invalid date|null/i);
  });

  it('says that an answer cannot be read when it is no list at all', async () => {
    for (const body of [{}, { items: {}, page: {} }, { items: null, page: null }, [], 'text', 7]) {
      const { element } = await mount<TestList>({ ...scene, handlers: [http.get('/invoices', () => Response.json(body) as never)] });
      await settled(element, 'error');
      expect(text(element.shadowRoot!.querySelector('[part="error"]'))).to.contain('could not be read');
    }
  });

  it('shows an error of the server as text, cut to what can be read, with the id of the request', async () => {
    const title = '<img src=x onerror=alert(1)>'.repeat(1000);
    const { element } = await mount<TestList>({
      ...scene,
      handlers: [http.get('/invoices', () => problem(400, title, { requestId: 'req-42' }) as never)],
    });
    await settled(element, 'error');
    const shown = element.shadowRoot!.querySelector('[part="error"]')!;
    expect(shown.querySelectorAll('img').length).to.equal(0);
    expect(text(shown)).to.contain('<img src=x').and.to.contain('req-42');
    expect(shown.textContent.length).to.be.below(600);
  });

  it('keeps the rows, with their age, when loading again fails', async () => {
    const { element, answerWith } = await mountReady<TestList>(scene);
    const before = numbers(element);
    answerWith([http.get('/invoices', () => problem(400, 'No') as never)]);
    element.content.load.reload();
    await until(() => element.shadowRoot!.querySelector('[part="error"]'));
    expect(numbers(element)).to.deep.equal(before);
    expect(text(element.shadowRoot!.querySelector('[part="error"]'))).to.contain('As of');
  });

  it('drops its rows when the session has ended', async () => {
    const { element, answerWith } = await mountReady<TestList>(scene);
    answerWith([http.get('/invoices', () => problem(401, 'Signed out') as never)]);
    element.content.load.reload();
    await settled(element, 'error');
    expect(numbers(element)).to.deep.equal([]);
  });

  it('forgets a failed download when access has gone', async () => {
    const { element, answerWith } = await mountReady<TestList>(scene);
    const button = () => [...element.shadowRoot!.querySelectorAll('button')].find((each) => text(each) === 'Download CSV')!;
    const failed = () => element.shadowRoot!.querySelector('.error-text');
    answerWith([http.get('/invoices', () => problem(400, 'Not now') as never)]);
    button().click();
    await until(failed);
    let access = 'denied';
    Object.defineProperty(element, 'access', { get: () => access });
    element.requestUpdate();
    await element.updateComplete;
    answerWith(scene.handlers);
    access = 'allowed';
    element.requestUpdate();
    await settled(element);
    await until(button);
    expect(failed() === null).to.equal(true);
  });
});
