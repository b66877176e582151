import { expect, html } from '@open-wc/testing';
import '../../src/define/portal-session-notice.js';
import type { PortalSessionNotice } from '../../src/session/portal-session-notice.js';
import { PortalSessionReplacedEvent, PortalSignedOutEvent } from '../../src/session/events.js';
import { aSession, getSession, personas, renewSession } from '../mocks/session.js';
import { sessionNoticeScenes as scenes, sessionWith } from '../scenes/session-notice.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady, text, until } from '../support/mount.js';
import { Page } from '../support/page.js';

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
  const nobody = { permissions: null, session: null };
  const ended = async () => {
    const page = await mountReady<PortalSessionNotice>(scenes.loading);
    page.provision!.update(nobody);
    await until(() => page.dialog?.matches(':modal'));
    return page;
  };

  it('warns shortly before the end by the clock of the server, as an alert with the focus on staying', async () => {
    const page = await mountReady<PortalSessionNotice>(scenes.default);
    await until(() => page.dialog?.matches(':modal'));
    expect(page.dialog!.getAttribute('role')).to.equal('alertdialog');
    expect(text(page.dialog)).to.contain('in 3 minutes');
    expect(text(page.focused)).to.equal('Stay signed in');
  });

  it('stays signed in on request, and is quiet then', async () => {
    const page = await mountReady<PortalSessionNotice>({
      ...scenes.default,
      handlers: [getSession(sessionWith(239)), renewSession(sessionWith(28_800))],
    });
    await until(() => page.dialog);
    await page.press('Stay signed in');
    await until(() => !page.dialog);
    expect(page.requests.at(-1)!.url.endsWith('/session/renewal')).to.equal(true);
  });

  it('says nothing when what people did has made the session longer meanwhile', async () => {
    const page = await mountReady<PortalSessionNotice>({ ...scenes.default, handlers: [getSession(sessionWith(28_800))] });
    await until(() => page.requests.length === 1);
    await page.element.updateComplete;
    expect(!!page.dialog).to.equal(false);
  });

  it('signs in again in place when the session has ended, and goes away when it has begun again', async () => {
    const page = await ended();
    expect(text(page.dialog)).to.contain('Your session has ended');
    const signIn = await page.inner('portal-sign-in');
    await until(() => signIn.field('email')?.value === 'owner@acme.example');
    await until(() => signIn.focused?.id === 'password');
    page.provision!.update({ permissions: personas.owner, session: aSession() });
    await until(() => !page.dialog);
  });

  it('says so once on a page with several', async () => {
    const page = await mountReady<PortalSessionNotice>({
      ...scenes.loading,
      markup: html`<portal-session-notice></portal-session-notice>`,
    });
    const second = document.createElement('portal-session-notice');
    page.host.append(second);
    await second.updateComplete;
    page.provision!.update(nobody);
    const shown = () => [...page.host.querySelectorAll('portal-session-notice')].filter((each) => new Page(each).dialog).length;
    await until(() => shown() > 0);
    await second.updateComplete;
    expect(shown()).to.equal(1);
  });

  it('has the page loaded anew for somebody else, and for another client', async () => {
    for (const session of [
      aSession({ person: { id: 'per_9', name: 'Somebody Else', email: 'else@acme.example' } }),
      aSession({ client: { id: 'cli_globex', name: 'Globex' } }),
    ]) {
      const page = await ended();
      let replaced: PortalSessionReplacedEvent | undefined;
      page.element.addEventListener(PortalSessionReplacedEvent.type, (event) => {
        event.preventDefault();
        replaced = event;
      });
      page.provision!.update({ permissions: personas.owner, session });
      await until(() => replaced);
      expect(replaced!.session).to.equal(session);
    }
  });

  it('is quiet when the person has signed out on purpose', async () => {
    const page = await mountReady<PortalSessionNotice>(scenes.loading);
    page.host.dispatchEvent(new PortalSignedOutEvent());
    page.provision!.update(nobody);
    await page.element.updateComplete;
    expect(!!page.dialog).to.equal(false);
  });
});
