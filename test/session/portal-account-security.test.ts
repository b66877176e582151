import { expect } from '@open-wc/testing';
import '../../src/define/portal-account-security.js';
import type { PortalAccountSecurity } from '../../src/session/portal-account-security.js';
import { aSession, personas } from '../mocks/session.js';
import { accountSecurityScenes as scenes } from '../scenes/account-security.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady, settled, text, until } from '../support/mount.js';

const press = async (root: ShadowRoot, name: string) => {
  const find = () => [...root.querySelectorAll<HTMLElement>('button')].find((each) => (each.ariaLabel ?? text(each)) === name);
  await until(find);
  find()!.click();
};

saysWhatCouldNotBeLoaded('portal-account-security', scenes.default, [
  { module: 'src/session/security/sessions-panel.ts', here: (root) => root.querySelector('[part="sessions"]') },
  {
    module: 'src/session/security/second-factor-panel.ts',
    need: (root) => press(root, 'Set up'),
    here: (root) => root.querySelector('[name="password"]'),
  },
]);

keepsThePortalContract('portal-account-security', scenes, { session: true });

describe('<portal-account-security>', () => {
  const control = (element: PortalAccountSecurity, name: string) =>
    element.shadowRoot!.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
  const enter = (element: PortalAccountSecurity, name: string, value: string) => {
    control(element, name).value = value;
    control(element, name).dispatchEvent(new Event('input'));
    element.shadowRoot!.querySelector('form')!.requestSubmit();
  };
  const shown = (element: PortalAccountSecurity) => text(element.shadowRoot!.querySelector('.parts'));
  const button = (element: PortalAccountSecurity, label: string) =>
    [...element.shadowRoot!.querySelectorAll('button')].find((each) => text(each) === label || each.ariaLabel === label);
  const begin = async (element: PortalAccountSecurity, label: string) => {
    await until(() => button(element, label));
    button(element, label)!.click();
    await until(() => control(element, 'password') && element.shadowRoot!.activeElement === control(element, 'password'));
  };

  it('sets up the second factor: password, code to scan or to type, code of the app, recovery codes that are kept', async () => {
    const { element, answerWith } = await mountReady<PortalAccountSecurity>(scenes.default);
    await begin(element, 'Set up');
    enter(element, 'password', 'mistaken');
    await until(() => shown(element).includes('This is not your password'));
    enter(element, 'password', 'portal-demo');
    await until(() => shown(element).includes('JBSW Y3DP EHPK 3PXP'));
    const picture = element.shadowRoot!.querySelector('svg')!;
    expect(picture.getAttribute('aria-label')).to.equal('QR code for your authenticator app');
    expect(picture.querySelector('path')!.getAttribute('d')!.length).to.be.greaterThan(1000);
    enter(element, 'code', '000000');
    await until(() => shown(element).includes('not the code that the app shows now'));
    enter(element, 'code', '492 039');
    await until(() => shown(element).includes('k7mf-2xqp-90ta'));
    button(element, 'Done')!.click();
    await until(() => shown(element).includes('keep the codes first'));
    answerWith(scenes.on.handlers);
    control(element, 'kept').click();
    button(element, 'Done')!.click();
    await until(() => shown(element).includes('The second factor is on.') && button(element, 'Switch off'));
    expect(shown(element)).not.to.contain('k7mf').and.not.to.contain('JBSW');
    expect(text(element.shadowRoot!.activeElement)).to.equal('Second factor');
  });

  it('draws a code that a camera can read', async () => {
    const { element } = await mountReady<PortalAccountSecurity>(scenes.dark);
    await begin(element, 'Set up');
    enter(element, 'password', 'portal-demo');
    await until(() => element.shadowRoot!.querySelector('svg'));
    const drawn = element.shadowRoot!.querySelector('svg')!;
    expect(drawn.querySelector('rect')!.getAttribute('fill')).to.equal('#fff');
    // The three corners that a reader looks for begin after a quiet zone of four.
    expect(drawn.querySelector('path')!.getAttribute('d')!.startsWith('M4 4h1v1h-1z')).to.equal(true);
    expect(drawn.getBoundingClientRect().width).to.be.greaterThan(120);
  });

  it('forgets the secret and the codes when nobody is signed in any more', async () => {
    const { element, provision } = await mountReady<PortalAccountSecurity>(scenes.on);
    await begin(element, 'New recovery codes');
    enter(element, 'password', 'portal-demo');
    await until(() => shown(element).includes('k7mf-2xqp-90ta'));
    provision!.update({ permissions: null, session: null });
    await settled(element, 'denied');
    provision!.update({ permissions: personas.owner, session: aSession() });
    await settled(element);
    await until(() => button(element, 'New recovery codes'));
    expect(shown(element)).not.to.contain('k7mf');
  });

  it('switches it off with the password, unless it is required', async () => {
    const { element, requests } = await mountReady<PortalAccountSecurity>(scenes.on);
    await begin(element, 'Switch off');
    enter(element, 'password', 'portal-demo');
    await until(() => shown(element).includes('The second factor is off.'));
    expect(requests.filter(({ url }) => url.endsWith('/removal')).length).to.equal(1);
    const required = await mountReady<PortalAccountSecurity>(scenes.fewCodes);
    await until(() => shown(required.element).includes('Only 1 recovery code is left'));
    expect(!!button(required.element, 'Switch off')).to.equal(false);
  });

  it('ends one session or all others, and says so', async () => {
    const { element } = await mountReady<PortalAccountSecurity>(scenes.empty);
    await until(() => shown(element).includes('This device'));
    expect(!!button(element, 'Sign out everywhere else')).to.equal(false);

    const many = await mountReady<PortalAccountSecurity>(scenes.manyRows);
    const rows = () => many.element.shadowRoot!.querySelectorAll('[part="row"]').length;
    await until(() => rows() === 24);
    button(many.element, 'Sign out Firefox 101 on Linux')!.click();
    await until(() => rows() === 23 && shown(many.element).includes('That device is signed out.'));
    expect(text(many.element.shadowRoot!.activeElement)).to.equal('Where you are signed in');
    button(many.element, 'Sign out everywhere else')!.click();
    await until(() => rows() === 1);
  });
});
