import { expect, html } from '@open-wc/testing';
import '../../src/define/portal-user-menu.js';
import type { PortalUserMenu } from '../../src/session/portal-user-menu.js';
import { warnBeforeUnload } from '../../src/core/forms/unsaved.js';
import { personas } from '../mocks/session.js';
import { userMenuScenes } from '../scenes/user-menu.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { keepsWhatItShows } from '../support/kept-alive.js';
import { mountReady, settled, until } from '../support/mount.js';
import { pageOf, type Page } from '../support/page.js';

saysWhatCouldNotBeLoaded('portal-user-menu', userMenuScenes.clients, [
  {
    module: 'src/define/portal-session-notice.ts',
    here: () => customElements.get('portal-session-notice'),
  },
  {
    module: 'src/session/user-menu/menu-panel.ts',
    need: (root) => root.querySelector<HTMLElement>('[part="button"]')!.click(),
    here: (root) => root.querySelector('#switch'),
  },
  {
    module: 'src/define/portal-change-password.ts',
    need: (root) => pageOf(root).press('Change password'),
    here: () => customElements.get('portal-change-password'),
    leave: (root) => pageOf(root).press('Close'),
  },
  {
    module: 'src/define/portal-account-security.ts',
    need: (root) => {
      root.querySelector<HTMLElement>('[part="button"]')!.click();
      return pageOf(root).press('Security');
    },
    here: () => customElements.get('portal-account-security'),
  },
]);

keepsThePortalContract('portal-user-menu', userMenuScenes, { session: true });

keepsWhatItShows('portal-user-menu', {
  scene: userMenuScenes.default,
  session: true,
  open: (root) => {
    root.querySelector<HTMLElement>('[part="button"]')!.click();
    return pageOf(root).press('Change password');
  },
  tag: 'portal-change-password',
  type: { selector: '[name="current"]', text: 'secret words' },
});

describe('<portal-user-menu>', () => {
  const part = ({ root }: Page, name: string) => root.querySelector<HTMLElement>(`[part="${name}"]`);
  const open = async (page: Page) => {
    part(page, 'button')!.click();
    await until(() => page.button('Sign out'));
  };

  it('says who is signed in and for which client', async () => {
    const page = await mountReady<PortalUserMenu>(userMenuScenes.default);
    expect(page.part('button')).to.equal('Olivia Owner');
    await open(page);
    expect(part(page, 'button')!.getAttribute('aria-expanded')).to.equal('true');
    expect(page.part('panel')).to.contain('Acme GmbH').and.to.contain('C-1001').and.to.contain('owner@acme.example');
  });

  it('closes by Escape and gives the focus back', async () => {
    const page = await mountReady<PortalUserMenu>(userMenuScenes.default);
    await open(page);
    const signOut = page.button('Sign out')!;
    signOut.focus();
    signOut.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await page.element.updateComplete;
    expect(part(page, 'panel') === null).to.equal(true);
    expect(page.focused === part(page, 'button')).to.equal(true);
  });

  it('closes when the pointer goes elsewhere, and not when it stays inside', async () => {
    const page = await mountReady<PortalUserMenu>(userMenuScenes.manyRows);
    await open(page);
    page.element.querySelector('a')!.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    await page.element.updateComplete;
    expect(part(page, 'panel') !== null).to.equal(true);
    page.host.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    await page.element.updateComplete;
    expect(part(page, 'panel') === null).to.equal(true);
  });

  it('signs out once, and goes to where one signs in', async () => {
    const page = await mountReady<PortalUserMenu>({
      ...userMenuScenes.default,
      markup: html`<portal-user-menu sign-in-href="#sign-in"></portal-user-menu>`,
    });
    await open(page);
    const signOut = page.button('Sign out')!;
    signOut.click();
    signOut.click();
    await until(() => location.hash === '#sign-in');
    history.replaceState(null, '', location.pathname + location.search);
    expect(page.requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`)).to.deep.equal(['DELETE /api/v1/session']);
  });

  it('says so when signing out has failed', async () => {
    const page = await mountReady<PortalUserMenu>(userMenuScenes.error);
    await open(page);
    await page.press('Sign out');
    await until(() => page.part('panel').includes('wrong at our end'));
  });

  it('leads to changing the password, in a dialog that gives the focus back', async () => {
    const page = await mountReady<PortalUserMenu>(userMenuScenes.default);
    await open(page);
    await page.press('Change password');
    const inner = await page.inner('portal-change-password');
    await until(() => inner.root.querySelector('form'));
    expect(part(page, 'panel') === null).to.equal(true);
    await page.press('Close');
    await until(() => page.focused === part(page, 'button'));
  });

  it('offers only what the person may do', async () => {
    const page = await mountReady<PortalUserMenu>(userMenuScenes.profile);
    await open(page);
    expect(page.button('Profile')!.getAttribute('href')).to.equal('/people');
    page.provision!.update({ permissions: personas.tech });
    await page.element.updateComplete;
    expect(['Change password', 'Profile', 'Security'].map((each) => !!page.button(each))).to.deep.equal([false, false, true]);
  });

  it('goes over to another client, and tells the page that the session has changed', async () => {
    const page = await mountReady<PortalUserMenu>(userMenuScenes.clients);
    await open(page);
    await until(() => page.button('Globex'));
    expect(page.button('Acme GmbH')!.getAttribute('aria-current')).to.equal('true');
    await page.press('Acme GmbH');
    await page.press('Globex');
    await until(() => page.requests.length === 1);
    expect(await page.requests[0]!.json()).to.deep.equal({ clientId: 'cli_globex' });
  });

  const unsaved = {};
  // A page that is held would ask the browser's own question, and keep the tests after it from starting.
  afterEach(() => warnBeforeUnload(unsaved, false));

  it('asks before it goes over while something on the page is not saved', async () => {
    const page = await mountReady<PortalUserMenu>(userMenuScenes.clients);
    warnBeforeUnload(unsaved, true);
    await open(page);
    await page.press('Globex');
    await until(() => page.part('panel').includes('will be lost'));
    expect(page.requests.length).to.equal(0);
    await page.press('Switch to Globex anyway');
    await until(() => page.requests.length === 1);
  });

  it('offers to sign in when nobody is, where the page says where', async () => {
    const page = await mountReady<PortalUserMenu>(userMenuScenes.empty);
    expect(part(page, 'sign-in')!.getAttribute('href')).to.equal('/sign-in');
    page.element.signInHref = 'javascript:alert(1)';
    await settled(page.element, 'denied');
    expect(page.root.childElementCount).to.equal(0);
    page.provision!.remove();
    await settled(page.element, 'pending');
  });
});
