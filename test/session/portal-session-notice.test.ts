import { expect, html } from '@open-wc/testing';
import '../../src/define/portal-session-notice.js';
import type { PortalSessionNotice } from '../../src/session/portal-session-notice.js';
import { PortalSessionReplacedEvent, PortalSignedOutEvent } from '../../src/index.js';
import { aSession, getSession, personas, renewSession } from '../mocks/session.js';
import { sessionNoticeScenes as scenes, sessionWith } from '../scenes/session-notice.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady, text, until } from '../support/mount.js';

saysWhatCouldNotBeLoaded('portal-session-notice', scenes.default, [
  {
    module: 'src/session/warning-panel.ts',
    here: (root) => root.querySelector('[role="alertdialog"]'),
  },
  {
    module: 'src/define/portal-sign-in.ts',
    need: (_, __, { provision }) => provision!.update({ permissions: null, session: null }),
    here: (root) => root.querySelector('portal-sign-in'),
  },
]);

keepsThePortalContract('portal-session-notice', scenes, { guest: true });

describe('<portal-session-notice>', () => {
  const dialog = (element: PortalSessionNotice) => element.shadowRoot!.querySelector('dialog');
  const button = (element: PortalSessionNotice, label: string) =>
    [...element.shadowRoot!.querySelectorAll('button')].find((each) => text(each) === label)!;
  const nobody = { permissions: null, session: null };
  const ended = async () => {
    const mounted = await mountReady<PortalSessionNotice>(scenes.loading);
    mounted.provision!.update(nobody);
    await until(() => dialog(mounted.element)?.matches(':modal'));
    return mounted;
  };

  it('warns shortly before the end by the clock of the server, as an alert with the focus on staying', async () => {
    const { element } = await mountReady<PortalSessionNotice>(scenes.default);
    await until(() => dialog(element)?.matches(':modal'));
    expect(dialog(element)!.getAttribute('role')).to.equal('alertdialog');
    expect(text(dialog(element))).to.contain('in 3 minutes');
    expect(text(element.shadowRoot!.activeElement)).to.equal('Stay signed in');
  });

  it('stays signed in on request, and is quiet then', async () => {
    const { element, requests } = await mountReady<PortalSessionNotice>({
      ...scenes.default,
      handlers: [getSession(sessionWith(239)), renewSession(sessionWith(28_800))],
    });
    await until(() => dialog(element));
    button(element, 'Stay signed in').click();
    await until(() => !dialog(element));
    expect(requests.at(-1)!.url.endsWith('/session/renewal')).to.equal(true);
  });

  it('says nothing when what people did has made the session longer meanwhile', async () => {
    const { element, requests } = await mountReady<PortalSessionNotice>({ ...scenes.default, handlers: [getSession(sessionWith(28_800))] });
    await until(() => requests.length === 1);
    await element.updateComplete;
    expect(!!dialog(element)).to.equal(false);
  });

  it('signs in again in place when the session has ended, and goes away when it has begun again', async () => {
    const { element, provision } = await ended();
    expect(text(dialog(element))).to.contain('Your session has ended');
    const signIn = () => element.shadowRoot!.querySelector('portal-sign-in')?.shadowRoot;
    await until(() => signIn()?.querySelector<HTMLInputElement>('#email')?.value === 'owner@acme.example');
    await until(() => signIn()!.activeElement?.id === 'password');
    provision!.update({ permissions: personas.owner, session: aSession() });
    await until(() => !dialog(element));
  });

  it('says so once on a page with several', async () => {
    const { host, provision } = await mountReady<PortalSessionNotice>({
      ...scenes.loading,
      markup: html`<portal-session-notice></portal-session-notice>`,
    });
    const second = document.createElement('portal-session-notice');
    host.append(second);
    await second.updateComplete;
    provision!.update(nobody);
    const shown = () => [...host.querySelectorAll('portal-session-notice')].filter((each) => dialog(each)).length;
    await until(() => shown() > 0);
    await second.updateComplete;
    expect(shown()).to.equal(1);
  });

  it('has the page loaded anew for somebody else, and for another client', async () => {
    for (const session of [
      aSession({ person: { id: 'per_9', name: 'Somebody Else', email: 'else@acme.example' } }),
      aSession({ client: { id: 'cli_globex', name: 'Globex' } }),
    ]) {
      const { element, provision } = await ended();
      let replaced: PortalSessionReplacedEvent | undefined;
      element.addEventListener(PortalSessionReplacedEvent.type, (event) => {
        event.preventDefault();
        replaced = event;
      });
      provision!.update({ permissions: personas.owner, session });
      await until(() => replaced);
      expect(replaced!.session).to.equal(session);
    }
  });

  it('is quiet when the person has signed out on purpose', async () => {
    const { element, host, provision } = await mountReady<PortalSessionNotice>(scenes.loading);
    host.dispatchEvent(new PortalSignedOutEvent());
    provision!.update(nobody);
    await element.updateComplete;
    expect(!!dialog(element)).to.equal(false);
  });
});
