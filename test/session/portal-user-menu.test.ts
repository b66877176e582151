import { expect, html } from '@open-wc/testing';
import '../../src/define/portal-user-menu.js';
import type { PortalUserMenu } from '../../src/session/portal-user-menu.js';
import { warnBeforeUnload } from '../../src/core/forms/unsaved.js';
import { personas } from '../mocks/session.js';
import { userMenuScenes } from '../scenes/user-menu.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { keepsWhatItShows } from '../support/kept-alive.js';
import { mountReady, settled, text, until } from '../support/mount.js';

const press = async (root: ShadowRoot, name: string) => {
  const find = () => [...root.querySelectorAll<HTMLElement>('button')].find((each) => (each.ariaLabel ?? text(each)) === name);
  await until(find);
  find()!.click();
};

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
    need: (root) => press(root, 'Change password'),
    here: () => customElements.get('portal-change-password'),
    leave: (root) => press(root, 'Close'),
  },
  {
    module: 'src/define/portal-account-security.ts',
    need: (root) => {
      root.querySelector<HTMLElement>('[part="button"]')!.click();
      return press(root, 'Security');
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
    return press(root, 'Change password');
  },
  tag: 'portal-change-password',
});

describe('<portal-user-menu>', () => {
  const part = (element: PortalUserMenu, name: string) => element.shadowRoot!.querySelector<HTMLElement>(`[part="${name}"]`);
  const item = (element: PortalUserMenu, label: string) =>
    [...part(element, 'panel')!.querySelectorAll<HTMLElement>('button, a')].find((each) => text(each) === label);
  const open = async (element: PortalUserMenu) => {
    part(element, 'button')!.click();
    await until(() => part(element, 'panel') && item(element, 'Sign out'));
  };

  it('says who is signed in and for which client', async () => {
    const { element } = await mountReady<PortalUserMenu>(userMenuScenes.default);
    expect(text(part(element, 'button'))).to.equal('Olivia Owner');
    await open(element);
    expect(part(element, 'button')!.getAttribute('aria-expanded')).to.equal('true');
    expect(text(part(element, 'panel')))
      .to.contain('Acme GmbH')
      .and.to.contain('C-1001')
      .and.to.contain('owner@acme.example');
  });

  it('closes by Escape and gives the focus back', async () => {
    const { element } = await mountReady<PortalUserMenu>(userMenuScenes.default);
    await open(element);
    const signOut = item(element, 'Sign out')!;
    signOut.focus();
    signOut.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await element.updateComplete;
    expect(part(element, 'panel') === null).to.equal(true);
    expect(element.shadowRoot!.activeElement === part(element, 'button')).to.equal(true);
  });

  it('closes when the pointer goes elsewhere, and not when it stays inside', async () => {
    const { element, host } = await mountReady<PortalUserMenu>(userMenuScenes.manyRows);
    await open(element);
    element.querySelector('a')!.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    await element.updateComplete;
    expect(part(element, 'panel') !== null).to.equal(true);
    host.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    await element.updateComplete;
    expect(part(element, 'panel') === null).to.equal(true);
  });

  it('signs out once, and goes to where one signs in', async () => {
    const { element, requests } = await mountReady<PortalUserMenu>({
      ...userMenuScenes.default,
      markup: html`<portal-user-menu sign-in-href="#sign-in"></portal-user-menu>`,
    });
    await open(element);
    const signOut = item(element, 'Sign out')!;
    signOut.click();
    signOut.click();
    await until(() => location.hash === '#sign-in');
    history.replaceState(null, '', location.pathname + location.search);
    expect(requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`)).to.deep.equal(['DELETE /api/v1/session']);
  });

  it('says so when signing out has failed', async () => {
    const { element } = await mountReady<PortalUserMenu>(userMenuScenes.error);
    await open(element);
    item(element, 'Sign out')!.click();
    await until(() => text(part(element, 'panel')).includes('wrong at our end'));
  });

  it('leads to changing the password, in a dialog that gives the focus back', async () => {
    const { element } = await mountReady<PortalUserMenu>(userMenuScenes.default);
    await open(element);
    item(element, 'Change password')!.click();
    const inner = () => element.shadowRoot!.querySelector('dialog portal-change-password')?.shadowRoot?.querySelector('form');
    await until(inner);
    expect(part(element, 'panel') === null).to.equal(true);
    element.shadowRoot!.querySelector<HTMLElement>('dialog .close')!.click();
    await until(() => element.shadowRoot!.activeElement === part(element, 'button'));
  });

  it('offers only what the person may do', async () => {
    const { element, provision } = await mountReady<PortalUserMenu>(userMenuScenes.profile);
    await open(element);
    expect(item(element, 'Profile')!.getAttribute('href')).to.equal('/people');
    provision!.update({ permissions: personas.tech });
    await element.updateComplete;
    expect(['Change password', 'Profile', 'Security'].map((each) => !!item(element, each))).to.deep.equal([false, false, true]);
  });

  it('goes over to another client, and tells the page that the session has changed', async () => {
    const { element, requests } = await mountReady<PortalUserMenu>(userMenuScenes.clients);
    await open(element);
    await until(() => item(element, 'Globex'));
    expect(item(element, 'Acme GmbH')!.getAttribute('aria-current')).to.equal('true');
    item(element, 'Acme GmbH')!.click();
    item(element, 'Globex')!.click();
    await until(() => requests.length === 1);
    expect(await requests[0]!.json()).to.deep.equal({ clientId: 'cli_globex' });
  });

  const unsaved = {};
  // A page that is held would ask the browser's own question, and keep the tests after it from starting.
  afterEach(() => warnBeforeUnload(unsaved, false));

  it('asks before it goes over while something on the page is not saved', async () => {
    const { element, requests } = await mountReady<PortalUserMenu>(userMenuScenes.clients);
    warnBeforeUnload(unsaved, true);
    await open(element);
    await until(() => item(element, 'Globex'));
    item(element, 'Globex')!.click();
    await until(() => text(part(element, 'panel')).includes('will be lost'));
    expect(requests.length).to.equal(0);
    item(element, 'Switch to Globex anyway')!.click();
    await until(() => requests.length === 1);
  });

  it('offers to sign in when nobody is, where the page says where', async () => {
    const { element, provision } = await mountReady<PortalUserMenu>(userMenuScenes.empty);
    expect(part(element, 'sign-in')!.getAttribute('href')).to.equal('/sign-in');
    element.signInHref = 'javascript:alert(1)';
    await settled(element, 'denied');
    expect(element.shadowRoot!.childElementCount).to.equal(0);
    provision!.remove();
    await settled(element, 'pending');
  });
});
