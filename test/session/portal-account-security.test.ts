import { expect } from '@open-wc/testing';
import '../../src/define/portal-account-security.js';
import type { PortalAccountSecurity } from '../../src/session/portal-account-security.js';
import { aSession, personas } from '../mocks/session.js';
import { accountSecurityScenes as scenes } from '../scenes/account-security.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady, settled, text, until } from '../support/mount.js';
import { pageOf, type Page } from '../support/page.js';

saysWhatCouldNotBeLoaded('portal-account-security', scenes.default, [
  { module: 'src/session/security/sessions-panel.ts', here: (root) => root.querySelector('[part="sessions"]') },
  {
    module: 'src/session/security/second-factor-panel.ts',
    need: (root) => pageOf(root).press('Set up'),
    here: (root) => root.querySelector('[name="password"]'),
  },
]);

keepsThePortalContract('portal-account-security', scenes, { session: true });

describe('<portal-account-security>', () => {
  const enter = async (page: Page, name: string, value: string) => {
    await page.fill(name, value);
    page.submit();
  };
  const begin = async (page: Page, button: string) => {
    await page.press(button);
    await until(() => page.field('password') && page.focused === page.field('password'));
  };

  it('sets up the second factor: password, code to scan or to type, code of the app, recovery codes that are kept', async () => {
    const page = await mountReady<PortalAccountSecurity>(scenes.default);
    await begin(page, 'Set up');
    await enter(page, 'password', 'mistaken');
    await page.says('This is not your password');
    await enter(page, 'password', 'portal-demo');
    await page.says('JBSW Y3DP EHPK 3PXP');
    const picture = page.root.querySelector('svg')!;
    expect(picture.getAttribute('aria-label')).to.equal('QR code for your authenticator app');
    expect(picture.querySelector('path')!.getAttribute('d')!.length).to.be.greaterThan(1000);
    await enter(page, 'code', '000000');
    await page.says('not the code that the app shows now');
    await enter(page, 'code', '492 039');
    await page.says('k7mf-2xqp-90ta');
    await page.press('Done');
    await page.says('keep the codes first');
    page.answerWith(scenes.on.handlers);
    await page.tick('kept');
    await page.press('Done');
    await until(() => page.text.includes('The second factor is on.') && page.button('Switch off'));
    expect(page.text).not.to.contain('k7mf').and.not.to.contain('JBSW');
    expect(text(page.focused)).to.equal('Second factor');
  });

  it('draws a code that a camera can read', async () => {
    const page = await mountReady<PortalAccountSecurity>(scenes.dark);
    await begin(page, 'Set up');
    await enter(page, 'password', 'portal-demo');
    await until(() => page.root.querySelector('svg'));
    const drawn = page.root.querySelector('svg')!;
    expect(drawn.querySelector('rect')!.getAttribute('fill')).to.equal('#fff');
    // The three corners that a reader looks for begin after a quiet zone of four.
    expect(drawn.querySelector('path')!.getAttribute('d')!.startsWith('M4 4h1v1h-1z')).to.equal(true);
    expect(drawn.getBoundingClientRect().width).to.be.greaterThan(120);
  });

  it('forgets the secret and the codes when nobody is signed in any more', async () => {
    const page = await mountReady<PortalAccountSecurity>(scenes.on);
    await begin(page, 'New recovery codes');
    await enter(page, 'password', 'portal-demo');
    await page.says('k7mf-2xqp-90ta');
    page.provision!.update({ permissions: null, session: null });
    await settled(page.element, 'denied');
    page.provision!.update({ permissions: personas.owner, session: aSession() });
    await settled(page.element);
    await until(() => page.button('New recovery codes'));
    expect(page.text).not.to.contain('k7mf');
  });

  it('switches it off with the password, unless it is required', async () => {
    const page = await mountReady<PortalAccountSecurity>(scenes.on);
    await begin(page, 'Switch off');
    await enter(page, 'password', 'portal-demo');
    await page.says('The second factor is off.');
    expect(page.requests.filter(({ url }) => url.endsWith('/removal')).length).to.equal(1);
    const required = await mountReady<PortalAccountSecurity>(scenes.fewCodes);
    await required.says('Only 1 recovery code is left');
    expect(!!required.button('Switch off')).to.equal(false);
  });

  it('ends one session or all others, and says so', async () => {
    const page = await mountReady<PortalAccountSecurity>(scenes.empty);
    await page.says('This device');
    expect(!!page.button('Sign out everywhere else')).to.equal(false);

    const many = await mountReady<PortalAccountSecurity>(scenes.manyRows);
    const rows = () => many.root.querySelectorAll('[part="row"]').length;
    await until(() => rows() === 24);
    await many.press('Sign out Firefox 101 on Linux');
    await until(() => rows() === 23 && many.text.includes('That device is signed out.'));
    expect(text(many.focused)).to.equal('Where you are signed in');
    await many.press('Sign out everywhere else');
    await until(() => rows() === 1);
  });
});
