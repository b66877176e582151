import { defineFloor } from '../floor.js';
import { providePortal } from '../../src/context/provide.ts';
import { answer } from '../data.mjs';
import { painted, wait, watchTasks } from './clock.js';

const api = `${location.origin}/api/v1`;

/**
 * A back end inside the page: the first page of every list is text before the clock starts, and no stream has to be read,
 * so that no network is in the times.
 */
function provide(total, permissions) {
  const first = new Map(['/invoices', '/contracts/con_1/calls'].map((path) => [api + path, JSON.stringify(answer(path, total))]));
  const fetch = async ({ url }) => {
    const { origin, pathname, search } = new URL(url);
    const isFirst = !/cursor=|[?&]q=|sort=[^-]/.test(search);
    const body = (isFirst && first.get(origin + pathname)) || JSON.stringify(answer(url, total));
    const text = () => Promise.resolve(body);
    return Object.assign(new Response(null, { headers: { 'Content-Type': 'application/json' } }), { text });
  };
  const locale = { language: 'en', timeZone: 'UTC' };
  providePortal(document.documentElement, { client: { baseUrl: api, fetch }, permissions, locale, session: null });
}

function box(height) {
  const element = document.createElement('div');
  Object.assign(element.style, { inlineSize: '1000px', blockSize: `${height}px`, overflow: 'auto' });
  document.body.append(element);
  return element;
}

const reaches = (element, phase) =>
  new Promise((resolve) => element.addEventListener('portal-phase', (event) => event.phase === phase && resolve()));

function createList(tag) {
  const element = document.createElement(tag);
  if (tag === 'portal-call-list') element.setAttribute('contract-id', 'con_1');
  return element;
}

const kinds = {
  floor(total) {
    defineFloor();
    const items = Array.from({ length: total }, (_, position) => answer(`/invoices?limit=1&cursor=${position}`, total).items[0]);
    return () => ({ element: Object.assign(document.createElement('floor-list'), { items }) });
  },
  list(total, tag) {
    provide(total, { default: 'allow' });
    return () => {
      const element = createList(tag);
      return { element, rows: reaches(element, 'ready') };
    };
  },
};

/** What people do with a list; the search is set, as typing is followed by a pause. */
const changes = {
  paging: (element) => element.shadowRoot.querySelector('[part=pager] button:last-of-type').click(),
  sorting: (element) => element.shadowRoot.querySelector('thead button').click(),
  filtering: (element) => (element.query = element.query ? '' : 'q=1'),
};

let prepared;
let tasks;

window.bench = {
  /** Readies the data, the boxes and the back end; the clock does not run yet. */
  async prepare(kind, { count = 1, height = 600, total = 1000, tag = 'portal-invoices' } = {}) {
    const make = kinds[kind](total, tag);
    prepared = { make, boxes: Array.from({ length: count }, () => box(height)) };
    await painted();
    await wait(Math.random() * 16);
    tasks = watchTasks();
  },

  /** Milliseconds from the insertion of what is prepared until the first rows of all of it are painted. */
  async firstRows() {
    const started = performance.now();
    const rows = prepared.boxes.map((each) => {
      const { element, rows } = prepared.make();
      each.append(element);
      return rows;
    });
    await Promise.all(rows);
    return (await painted()) - started;
  },

  watchTasks() {
    tasks = watchTasks();
  },

  /** Milliseconds from a change of what is asked for until its rows are painted. */
  async turnTo(change) {
    const element = document.querySelector('portal-call-list, portal-invoices');
    const section = () => element.shadowRoot.querySelector('[part=list]');
    const started = performance.now();
    changes[change](element);
    await element.updateComplete;
    while (section().ariaBusy === 'true') await wait(0);
    return (await painted()) - started;
  },

  /** The long tasks since the measurement began. */
  longTasks: () => tasks(),

  /** Nodes in the document and in the shadow roots of its elements. */
  countNodes(root = document.body) {
    const walker = document.createTreeWalker(root);
    let nodes = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      nodes += 1 + (node.shadowRoot ? this.countNodes(node.shadowRoot) : 0);
    return nodes;
  },

  /** Mounts and unmounts one list after the other; `situation`: what the page supplies. */
  async cycle(times, situation) {
    if (situation !== 'no provider' && !this.provided) {
      this.provided = true;
      provide(1000, { default: situation === 'denied' ? 'deny' : 'allow' });
    }
    const phase = { allowed: 'ready', denied: 'denied', 'no provider': 'pending' }[situation];
    for (let time = 0; time < times; time++) {
      const element = createList('portal-invoices');
      const reached = reaches(element, phase);
      document.body.append(element);
      await reached;
      element.remove();
      await wait(0);
    }
  },
};
