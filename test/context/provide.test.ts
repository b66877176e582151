import { expect, fixture, html } from '@open-wc/testing';
import { define } from '../../src/core/define.js';
import { can, hides, resources, type PermissionSet } from '../../src/context/permissions.js';
import { providePortal, type Provision } from '../../src/context/provide.js';
import { personas } from '../mocks/session.js';
import { settled, text, until } from '../support/mount.js';
import { TestProbe } from '../support/probe.js';

const page = () =>
  fixture<HTMLElement>(
    html`<div>
      <section><test-probe></test-probe></section>
    </div>`,
  );
const probe = (root: Element) => root.querySelector<TestProbe>('test-probe')!;
const says = (element: Element) => text(element.shadowRoot!.firstElementChild);

describe('providePortal', () => {
  const provisions: Provision[] = [];
  const provide = (...parameters: Parameters<typeof providePortal>) => {
    const provision = providePortal(...parameters);
    provisions.push(provision);
    return provision;
  };
  afterEach(() => provisions.splice(0).forEach((each) => each.remove()));

  it('reaches elements that were there before it', async () => {
    const root = await page();
    await settled(probe(root), 'pending');
    provide(root, { permissions: personas.owner });
    await settled(probe(root));
    expect(says(probe(root))).to.equal('may pay');
  });

  it('answers the whole page from its root element', async () => {
    const root = await page();
    provide(document.documentElement, { permissions: personas.owner });
    await settled(probe(root));
  });

  it('replaces and withdraws rights while the element is on the page', async () => {
    const root = await page();
    const provision = provide(root, { permissions: personas.owner });
    await settled(probe(root));
    provision.update({ permissions: personas['read-only'] });
    await until(() => says(probe(root)) === 'may view');
    provision.update({ permissions: null });
    await settled(probe(root), 'denied');
    provision.update({ permissions: undefined });
    await settled(probe(root), 'pending');
    provision.update({ permissions: personas.owner });
    await settled(probe(root));
  });

  it('holds what is not known yet', async () => {
    const root = await page();
    const provision = provide(root, { permissions: undefined });
    await settled(probe(root), 'pending');
    provision.update({ permissions: personas.owner });
    await settled(probe(root));
  });

  it('takes everything back', async () => {
    const root = await page();
    const provision = provide(root, { permissions: personas.owner });
    await settled(probe(root));
    provision.remove();
    await settled(probe(root), 'pending');
    expect(probe(root).shadowRoot!.childElementCount).to.equal(0);
  });

  it('lets the nearest decide, whichever came first, and falls back to the outer one', async () => {
    const root = await page();
    provide(root, { permissions: personas.owner });
    await settled(probe(root));
    const inner = provide(root.querySelector('section')!, { permissions: personas.tech });
    await settled(probe(root), 'denied');
    inner.remove();
    await settled(probe(root));
  });

  it('leaves to an outer one what it does not name', async () => {
    const root = await page();
    provide(root, { permissions: personas.owner });
    provide(root.querySelector('section')!, { locale: { language: 'de' } });
    await settled(probe(root));
  });

  it('forgets elements that have left, and knows them again when they come back', async () => {
    const root = await page();
    const element = probe(root);
    const provision = provide(root, { permissions: personas.owner });
    await settled(element);
    element.remove();
    provision.update({ permissions: personas['read-only'] });
    await settled(element, 'pending');
    root.append(element);
    await until(() => element.getAttribute('phase') === 'ready' && says(element) === 'may view');
  });
});

describe('A page without this library’s helper', () => {
  interface Request extends Event {
    context: unknown;
    callback: (value: unknown, unsubscribe?: () => void) => void;
    subscribe?: boolean;
  }

  it('supplies permissions with a plain listener, and replaces them', async () => {
    const root = await page();
    const callbacks = new Set<Request['callback']>();
    root.addEventListener('context-request', (event) => {
      const { context, callback, subscribe } = event as Request;
      if (context !== 'portal:permissions') return;
      event.stopPropagation();
      if (subscribe) callbacks.add(callback);
      callback(personas.owner, () => callbacks.delete(callback));
    });
    const element = document.createElement('test-probe');
    root.append(element);
    await settled(element as TestProbe);
    callbacks.forEach((callback) => callback(personas.tech, () => callbacks.delete(callback)));
    await settled(element as TestProbe, 'denied');
    element.remove();
    expect(callbacks.size).to.equal(0);
  });

  it('that answers with something else than permissions allows nothing and breaks nothing', () => {
    for (const answer of [0, '', 'allow', true, [], {}, { allow: null }, { allow: { billing: 'view' } }, { deny: 7, allow: [] }]) {
      expect(can(answer as PermissionSet, 'billing.invoices'), JSON.stringify(answer)).to.equal(false);
    }
    expect(hides({ hiddenFields: 5 } as unknown as PermissionSet, 'calls.cost')).to.equal(false);
  });
});

describe('Permissions', () => {
  it('need view for everything else, and every node above', () => {
    expect(can({ allow: { 'billing.invoices': ['update'] } }, 'billing.invoices', 'update')).to.equal(false);
    expect(can({ allow: { billing: ['view'] }, deny: { 'client-portal': ['view'] } }, 'billing.invoices')).to.equal(false);
    expect(can({ default: 'allow', deny: { billing: ['view'] } }, 'billing.invoices')).to.equal(false);
    expect(can({ default: 'allow', deny: { billing: ['view'] } }, 'devices.racks', 'delete')).to.equal(true);
    expect(can({ allow: { 'client-portal': ['view'] } }, 'billing.invoices')).to.equal(true);
  });

  it('are nothing for nobody', () => {
    for (const set of [null, undefined, {}]) expect(resources.some((each) => can(set, each))).to.equal(false);
  });
});

describe('A tag that is taken', () => {
  it('stays with who came first, and is told once', () => {
    const warn = console.warn;
    const told: string[] = [];
    console.warn = (message: string) => told.push(message);
    try {
      define('test-probe', class extends TestProbe {});
      define('test-probe', class extends TestProbe {});
      define('test-probe', TestProbe);
    } finally {
      console.warn = warn;
    }
    expect(customElements.get('test-probe') === TestProbe).to.equal(true);
    expect(told.length).to.equal(1);
    expect(told[0]).to.contain('<test-probe>');
  });
});
