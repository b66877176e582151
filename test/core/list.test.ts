import { expect, html } from '@open-wc/testing';
import { anInvoice, listInvoices } from '../mocks/invoices.js';
import { http, problem } from '../mocks/http.js';
import type { Scene } from '../scenes/scene.js';
import { mount, mountReady, settled, text, until } from '../support/mount.js';
import { later } from '../support/network.js';
import '../support/probe.js';
import type { TestList } from '../support/probe.js';

const scene: Scene = { markup: html`<test-list></test-list>`, handlers: [listInvoices()] };
const answer = (...invoices: object[]) => ({ items: invoices, page: { nextCursor: null, prevCursor: null }, summary: {} });

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
  const give = (wanted: string) => waiting.get(wanted)!.give(Response.json(answer(anInvoice({ number: `found ${wanted}` }))));
  return { handler, waiting, give, aborted };
}

describe('A list', () => {
  it('shows the latest answer only, whatever order answers come in', async () => {
    const { handler, waiting, give } = search();
    const page = await mount<TestList>({ ...scene, handlers: [handler] });
    await until(() => waiting.has(''));
    page.element.query = 'q=first';
    await until(() => waiting.has('first'));
    page.element.query = 'q=second';
    await until(() => waiting.has('second'));
    give('second');
    await settled(page.element);
    give('first');
    give('');
    await new Promise(requestAnimationFrame);
    await page.element.updateComplete;
    expect(page.texts('tbody th')).to.deep.equal(['found second']);
  });

  it('aborts what nobody waits for any more when it leaves the page, and sets nothing later', async () => {
    const { handler, waiting, give } = search();
    const page = await mount<TestList>({ ...scene, handlers: [handler] });
    await until(() => waiting.has(''));
    page.element.remove();
    await page.element.updateComplete;
    give('');
    await until(() => page.requests[0]!.signal.aborted);
    expect(page.element.content.page === undefined).to.equal(true);
  });

  it('asks nobody again when it is moved within the page', async () => {
    const page = await mountReady<TestList>(scene);
    const row = page.root.querySelector('tbody tr');
    const section = document.createElement('section');
    page.host.append(section);
    section.append(page.element);
    await page.element.updateComplete;
    await settled(page.element);
    expect(page.requests.length).to.equal(1);
    expect(page.root.querySelector('tbody tr') === row).to.equal(true);
  });

  it('shares one request with others that show the same', async () => {
    const page = await mountReady<TestList>({
      ...scene,
      markup: html`<div phase="ready">${Array.from({ length: 20 }, () => html`<test-list></test-list>`)}</div>`,
    });
    await until(() => [...page.host.querySelectorAll('test-list')].every((each) => each.getAttribute('phase') === 'ready'));
    expect(page.requests.length).to.equal(1);
  });

  it('takes 50 rows a page when it is told nonsense', async () => {
    for (const size of ['-1', 'abc', '1e9', '', '0', '2.5']) {
      const page = await mountReady<TestList>({ ...scene, markup: html`<test-list page-size=${size}></test-list>` });
      expect(new URL(page.requests[0]!.url).searchParams.get('limit'), size).to.equal('50');
      expect(page.element.pageSize).to.equal(50);
    }
    const page = await mountReady<TestList>({ ...scene, markup: html`<test-list page-size="2"></test-list>` });
    expect(page.texts('tbody th').length).to.equal(2);
    page.element.removeAttribute('page-size');
    await until(() => page.requests.length === 2);
    expect(page.element.pageSize).to.equal(50);
  });

  it('goes back when the page it is on has been emptied meanwhile', async () => {
    const all = Array.from({ length: 51 }, (_, index) => anInvoice({ id: `inv_${index}`, number: String(index) }));
    const page = await mountReady<TestList>({ ...scene, handlers: [listInvoices(all)] });
    page.element.content.next();
    await until(() => page.texts('tbody th').join() === '50');
    page.answerWith([listInvoices(all.slice(0, 50))]);
    page.element.content.load.reload();
    await until(() => page.texts('tbody th').length === 50);
    expect(page.element.content.range).to.deep.equal([1, 50]);
  });

  it('keeps the other rows alive when one lacks what it needs', async () => {
    const page = await mountReady<TestList>({
      ...scene,
      handlers: [
        http.get(
          '/invoices',
          () =>
            Response.json(answer({ id: 'inv_0' }, { id: 'inv_1', number: null, total: null, dueOn: '2024-02-30' }, anInvoice())) as never,
        ),
      ],
    });
    expect(page.root.querySelectorAll('tbody tr').length).to.equal(3);
    const shown = text(page.root.querySelector('tbody'));
    expect(shown).to.contain('—').and.to.contain('€119.00');
    expect(shown).not.to.match(/NaN|undefined|invalid date|null/i);
  });

  it('says that an answer cannot be read when it is no list at all', async () => {
    for (const body of [{}, { items: {}, page: {} }, { items: null, page: null }, [], 'text', 7]) {
      const page = await mount<TestList>({ ...scene, handlers: [http.get('/invoices', () => Response.json(body) as never)] });
      await settled(page.element, 'error');
      expect(page.part('error')).to.contain('could not be read');
    }
  });

  it('shows an error of the server as text, cut to what can be read, with the id of the request', async () => {
    const title = '<img src=x onerror=alert(1)>'.repeat(1000);
    const page = await mount<TestList>({
      ...scene,
      handlers: [http.get('/invoices', () => problem(400, title, { requestId: 'req-42' }) as never)],
    });
    await settled(page.element, 'error');
    const shown = page.root.querySelector('[part="error"]')!;
    expect(shown.querySelectorAll('img').length).to.equal(0);
    expect(text(shown)).to.contain('<img src=x').and.to.contain('req-42');
    expect(shown.textContent.length).to.be.below(600);
  });

  it('keeps the rows, with their age, when loading again fails', async () => {
    const page = await mountReady<TestList>(scene);
    const before = page.texts('tbody th');
    page.answerWith([http.get('/invoices', () => problem(400, 'No') as never)]);
    page.element.content.load.reload();
    await until(() => page.part('error'));
    expect(page.texts('tbody th')).to.deep.equal(before);
    expect(page.part('error')).to.contain('As of');
  });

  it('drops its rows when the session has ended', async () => {
    const page = await mountReady<TestList>(scene);
    page.answerWith([http.get('/invoices', () => problem(401, 'Signed out') as never)]);
    page.element.content.load.reload();
    await settled(page.element, 'error');
    expect(page.texts('tbody th')).to.deep.equal([]);
  });

  it('forgets a failed download when access has gone', async () => {
    const page = await mountReady<TestList>(scene);
    const failed = () => page.root.querySelector('.error-text');
    page.answerWith([http.get('/invoices', () => problem(400, 'Not now') as never)]);
    await page.press('Download CSV');
    await until(failed);
    let access = 'denied';
    Object.defineProperty(page.element, 'access', { get: () => access });
    page.element.requestUpdate();
    await page.element.updateComplete;
    page.answerWith(scene.handlers);
    access = 'allowed';
    page.element.requestUpdate();
    await settled(page.element);
    await until(() => page.button('Download CSV'));
    expect(failed() === null).to.equal(true);
  });
});
