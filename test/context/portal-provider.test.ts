import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/portal-provider.js';
import type { PortalProvider, PortalSessionEvent, Session } from '../../src/index.js';
import { problem } from '../mocks/http.js';
import { aSession, personas } from '../mocks/session.js';
import { providerScenes } from '../scenes/provider.js';
import '../../src/define/portal-gate.js';
import { json, network, type Answer } from '../support/network.js';
import { settled, text, until } from '../support/mount.js';
import '../support/probe.js';
import type { TestProbe } from '../support/probe.js';

const withRights = (permissions: Session['permissions']) => json(aSession({ permissions }));
const nobody = () => problem(401, 'Not signed in');
const everything = JSON.stringify(personas.owner);

describe('<portal-provider>', () => {
  const browser = globalThis.fetch;
  let net: ReturnType<typeof network>;

  /** What the back end answers from now on; everything else of the page keeps the browser's own network. */
  function answers(...list: Answer[]): void {
    net = network(...list);
    const { send } = net;
    globalThis.fetch = (input, init) => (input instanceof Request && input.url.includes('/api/') ? send(input) : browser(input, init));
  }

  beforeEach(() => answers(withRights(personas.owner)));
  afterEach(() => (globalThis.fetch = browser));

  async function mount(markup = html`<portal-provider refresh="0"><test-probe></test-probe></portal-provider>`) {
    const sessions: (Session | null)[] = [];
    const listen = (event: Event) => sessions.push((event as PortalSessionEvent).session);
    const root = await fixture<HTMLElement>(html`<div @portal-session=${listen}>${markup}</div>`);
    return {
      root,
      provider: root.querySelector<PortalProvider>('portal-provider')!,
      probe: root.querySelector<TestProbe>('test-probe')!,
      sessions,
    };
  }

  const focusPage = () => dispatchEvent(new Event('focus'));

  it('reads the session and lets those inside follow it', async () => {
    const { probe, sessions } = await mount();
    await settled(probe);
    expect(net.requests.map(({ url }) => new URL(url).pathname)).to.deep.equal(['/api/v1/session']);
    expect(sessions.map((each) => each?.person.name)).to.deep.equal(['Olivia Owner']);
  });

  it('denies everyone when nobody is signed in', async () => {
    answers(nobody());
    const { probe, sessions } = await mount();
    await settled(probe, 'denied');
    expect(sessions).to.deep.equal([null]);
  });

  it('leaves it open while the session cannot be read, and reads it when the page is online again', async () => {
    answers(problem(400, 'Not now'), withRights(personas.owner));
    const { probe } = await mount();
    await until(() => net.requests.length === 1);
    await settled(probe, 'pending');
    dispatchEvent(new Event('online'));
    await settled(probe);
  });

  it('reads the session again when the page gets the focus: a right that is withdrawn closes what is open', async () => {
    answers(withRights(personas.owner), withRights(personas.tech));
    const { probe, sessions } = await mount();
    await settled(probe);
    focusPage();
    await settled(probe, 'denied');
    expect(sessions.length).to.equal(2);
  });

  it('replaces nothing when the session has only been prolonged', async () => {
    answers(json(aSession()), json(aSession({ expiresAt: '2026-11-21T18:00:00Z', serverTime: '2026-11-21T10:00:00Z' })));
    const { provider, probe, sessions } = await mount();
    await settled(probe);
    const before = provider.session;
    focusPage();
    await until(() => net.requests.length === 2);
    await provider.updateComplete;
    await new Promise(requestAnimationFrame);
    expect(sessions.length).to.equal(1);
    expect(provider.session === before).to.equal(true);
  });

  it('reads once when several reasons come together', async () => {
    const { probe } = await mount();
    await settled(probe);
    focusPage();
    focusPage();
    document.dispatchEvent(new Event('visibilitychange'));
    await new Promise(requestAnimationFrame);
    expect(net.requests.length).to.equal(2);
  });

  it('reads the session when a request is refused, and says once that it has ended', async () => {
    answers(withRights(personas.owner), nobody());
    const { probe, provider, sessions } = await mount();
    await settled(probe);
    const { connect } = await import('../../src/api/connection.js');
    const { clientContext } = await import('../../src/context/contexts.js');
    let options: Parameters<typeof connect>[0] | undefined;
    const ask = Object.assign(new Event('context-request', { bubbles: true, composed: true }), {
      context: clientContext,
      callback: (value: typeof options) => (options = value),
    });
    probe.dispatchEvent(ask);
    await Promise.all([connect(options!).api.GET('/invoices'), connect(options!).api.GET('/contracts')]);
    await settled(probe, 'denied');
    expect(sessions.at(-1)).to.equal(null);
    expect(sessions.length).to.equal(2);
    const { length } = net.requests;
    await provider.updateComplete;
    await new Promise(requestAnimationFrame);
    expect(net.requests.length, 'it must not ask in a loop').to.equal(length);
  });

  it('renews a token once, and ends the session without a loop when the new one is refused as well', async () => {
    answers(() => nobody());
    const reasons: string[] = [];
    const getToken = (reason: string) => (reasons.push(reason), 'refused');
    const { probe, sessions } = await mount(
      html`<portal-provider refresh="0" .getToken=${getToken}><test-probe></test-probe></portal-provider>`,
    );
    await settled(probe, 'denied');
    await new Promise(requestAnimationFrame);
    expect(reasons).to.deep.equal(['first', 'expired']);
    expect(net.requests.length).to.equal(2);
    expect(sessions).to.deep.equal([null]);
  });

  it('reads the session at its interval, and stops when it leaves the page', async () => {
    const { provider, probe } = await mount(html`<portal-provider refresh="0.02"><test-probe></test-probe></portal-provider>`);
    await settled(probe);
    await until(() => net.requests.length >= 3);
    provider.remove();
    const { length } = net.requests;
    focusPage();
    await new Promise(requestAnimationFrame);
    expect(net.requests.length).to.be.at.most(length + 1);
    expect(net.requests.length).to.equal(length);
  });

  it('takes permissions as JSON and then asks nobody', async () => {
    const { probe } = await mount(html`<portal-provider permissions=${everything}><test-probe></test-probe></portal-provider>`);
    await settled(probe);
    focusPage();
    await new Promise(requestAnimationFrame);
    expect(net.requests.length).to.equal(0);
  });

  it('allows nothing when the JSON is broken, and says so once', async () => {
    const warn = console.warn;
    const told: string[] = [];
    console.warn = (message: string) => told.push(message);
    try {
      const broken = html`<portal-provider permissions="{billing:"><test-probe></test-probe></portal-provider>`;
      const { probe } = await mount(html`${broken}`);
      await settled(probe, 'denied');
      const again = await mount(html`${broken}`);
      await settled(again.probe, 'denied');
    } finally {
      console.warn = warn;
    }
    expect(told.length).to.equal(1);
    expect(told[0]).to.contain('JSON');
  });

  it('supplies the whole page when told, and takes it back', async () => {
    const { root, provider } = await mount(html`<portal-provider refresh="0" whole-page></portal-provider><test-probe></test-probe>`);
    const probe = root.querySelector<TestProbe>('test-probe')!;
    await settled(probe);
    provider.wholePage = false;
    await settled(probe, 'pending');
    provider.wholePage = true;
    await settled(probe);
    provider.remove();
    await settled(probe, 'pending');
  });

  it('lets the inner one of two decide', async () => {
    const { probe } = await mount(
      html`<portal-provider permissions=${everything}>
        <portal-provider permissions='{"allow":{"billing":["view"]}}'><test-probe></test-probe></portal-provider>
      </portal-provider>`,
    );
    await until(() => text(probe.shadowRoot!.firstElementChild) === 'may view');
  });

  it('can be moved and emptied without an error', async () => {
    const { root, provider, probe } = await mount();
    await settled(probe);
    const other = document.createElement('div');
    root.append(other);
    other.append(provider);
    await settled(probe);
    root.append(probe);
    await settled(probe, 'pending');
    provider.append(probe);
    await settled(probe);
  });

  it('takes the language and the time zone of the session unless the page says otherwise', async () => {
    answers(json(aSession({ locale: 'de', timeZone: 'Asia/Tokyo' })));
    const { provider, probe } = await mount();
    await settled(probe);
    const locale = () => {
      let value: unknown;
      const ask = Object.assign(new Event('context-request', { bubbles: true }), {
        context: 'portal:locale',
        callback: (each: unknown) => (value = each),
      });
      probe.dispatchEvent(ask);
      return value;
    };
    expect(locale()).to.include({ language: 'de', timeZone: 'Asia/Tokyo' });
    provider.language = 'cs';
    await provider.updateComplete;
    expect(locale()).to.include({ language: 'cs', timeZone: 'Asia/Tokyo' });
  });

  for (const [name, scene] of Object.entries(providerScenes)) {
    it(`is accessible in the scene "${name}"`, async () => {
      const { root } = await mount(scene.markup);
      await expect(root).to.be.accessible();
    });
  }

  it('allows nothing, and says what is wrong, when the session lacks what everything stands on', async () => {
    const told: string[] = [];
    const { warn } = console;
    console.warn = (message: string) => void told.push(message);
    try {
      const { permissions: _, ...session } = aSession();
      answers(json({ ...session, person: null, client: 'Acme' }));
      const { probe, sessions } = await mount();
      await settled(probe, 'denied');
      expect(sessions.map((each) => [each?.person.name, each?.client.name])).to.deep.equal([['—', '—']]);
      expect(told).to.deep.equal([
        'portal-elements: GET /session: person is null; an object was expected.',
        'portal-elements: GET /session: client is "Acme"; an object was expected.',
        'portal-elements: GET /session: permissions is missing; an object was expected.',
      ]);
    } finally {
      console.warn = warn;
    }
  });
});
