import { expect } from '@open-wc/testing';
import '../../src/define/portal-set-password.js';
import type { PortalPasswordSetEvent, PortalSignedInEvent } from '../../src/index.js';
import type { PortalSetPassword } from '../../src/session/portal-set-password.js';
import type { Scene } from '../scenes/scene.js';
import { setPasswordScenes as scenes } from '../scenes/set-password.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady, text, until } from '../support/mount.js';
import { pageOf, type Page } from '../support/page.js';

saysWhatCouldNotBeLoaded('portal-set-password', scenes.default, [
  {
    module: 'src/session/email-code/set-password-panel.ts',
    need: async (root) => {
      const page = pageOf(root);
      await page.fill('email', 'fiona@acme.example');
      await page.fill('code', '4FJ7-Q2KX');
      page.submit();
    },
    here: (root) => root.querySelector('#new-password'),
  },
]);

keepsThePortalContract('portal-set-password', scenes, { guest: true });

describe('<portal-set-password>', () => {
  const enter = async (page: Page, password: string, repeated = password) => {
    await page.fill('new-password', password);
    await page.fill('repeat-password', repeated);
  };
  /** Opened by the link of a mail. */
  async function opened(scene: Scene, code = 'link-code-of-some-length') {
    const address = new URL(location.href);
    address.searchParams.set('code', code);
    history.replaceState(history.state, '', address);
    return mountReady<PortalSetPassword>(scene);
  }

  it('takes the code out of the address at once, and says whose password it is', async () => {
    const page = await opened(scenes.default);
    expect(new URL(location.href).searchParams.has('code')).to.equal(false);
    await until(() => page.field('new-password'));
    expect(page.text).to.contain('Fiona Field').and.to.contain('fiona@acme.example').and.to.contain('Acme GmbH');
    expect(await page.requests[0]!.json()).to.deep.equal({ code: 'link-code-of-some-length' });
    expect(page.element.outerHTML).not.to.contain('link-code');
  });

  it('holds the password against the policy while it is typed, in words', async () => {
    const page = await opened(scenes.default);
    await until(() => page.field('new-password'));
    const hint = () => text(page.root.querySelector('#new-password-hint'));
    expect(hint()).to.contain('At least 10 characters (not met yet)').and.to.contain('Not easily guessed');
    await page.fill('new-password', 'a quiet red');
    expect(hint()).to.contain('At least 10 characters (met)');
    expect(page.field('new-password')!.getAttribute('aria-describedby')).to.contain('new-password-hint');
  });

  it('sends nothing before both entries are the same', async () => {
    const page = await opened(scenes.default);
    await until(() => page.field('new-password'));
    await enter(page, 'a quiet red harbour', 'a quiet red harbor');
    page.submit();
    await until(() => page.focused === page.field('repeat-password'));
    expect(page.fault('repeat-password')).to.contain('not the same');
    expect(page.requests.length).to.equal(1);
  });

  it('says at the field why the server refuses a password, and signs in with a better one', async () => {
    const page = await opened(scenes.default);
    await until(() => page.field('new-password'));
    const events: Event[] = [];
    for (const name of ['portal-password-set', 'portal-signed-in']) page.element.addEventListener(name, (event) => events.push(event));
    await enter(page, 'password123');
    page.submit();
    await until(() => page.fault('new-password').includes('easily guessed'));
    expect(page.root.querySelector('[part="error"] li') === null, 'is not said above the fields, too').to.equal(true);
    await enter(page, 'a quiet red harbour');
    page.submit();
    await page.says('You are signed in');
    expect((events[0] as PortalPasswordSetEvent).signedIn).to.equal(true);
    expect((events[1] as PortalSignedInEvent).session.person.name).to.equal('Olivia Owner');
    expect(await page.requests.at(-1)!.json()).to.deep.equal({ code: 'link-code-of-some-length', password: 'a quiet red harbour' });
    expect(page.root.querySelectorAll('input').length).to.equal(0);
  });

  it('leads to signing in where there is a second factor', async () => {
    const page = await opened(scenes.secondFactor);
    await until(() => page.field('new-password'));
    await enter(page, 'a quiet red harbour');
    page.submit();
    await page.says('second factor');
    expect(page.root.querySelector('a')!.getAttribute('href')).to.equal('/sign-in');
  });

  it('tells codes that cannot be used apart, each with a way on', async () => {
    for (const [scene, words, href] of [
      [scenes.expired, 'expired', '/request-account'],
      [scenes.used, 'used already', '/sign-in'],
      [scenes.hasAccount, 'already have an account', '/sign-in'],
      [scenes.needsReview, 'look at your request', null],
    ] as const) {
      const page = await opened(scene);
      await until(() => page.part('error').includes(words));
      expect(page.root.querySelector('[part="error"] a')?.getAttribute('href') ?? null).to.equal(href);
    }
  });

  it('takes the short code with the address it went to, and says at the field that it is wrong', async () => {
    const page = await mountReady<PortalSetPassword>(scenes.default);
    await page.fill('email', 'fiona@acme.example');
    await page.fill('code', 'WRONG-CODE');
    page.submit();
    await until(() => page.fault('code').includes('not right'));
    await until(() => page.focused === page.field('code'));
    await page.fill('code', ' 4FJ7-Q2KX ');
    page.submit();
    await until(() => page.field('new-password'));
    expect(await page.requests.at(-1)!.json()).to.deep.equal({ code: '4FJ7-Q2KX', email: 'fiona@acme.example' });
  });

  it('offers to look at the code again when the server could not', async () => {
    const page = await opened(scenes.error);
    await until(() => page.part('error').includes('wrong at our end'));
    page.answerWith(scenes.default.handlers);
    await page.press('Try again');
    await until(() => page.field('new-password'));
  });
});
