import { expect, html } from '@open-wc/testing';
import '../../src/define/portal-sign-in.js';
import { PortalSignedOutEvent, type PortalSignedInEvent } from '../../src/session/events.js';
import type { PortalSignIn } from '../../src/session/portal-sign-in.js';
import { aSession, personas, signIn, signInFails, switchClient } from '../mocks/session.js';
import { signInScenes } from '../scenes/sign-in.js';
import { breakImports, remembersFailures, saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady, until } from '../support/mount.js';
import { pageOf, type Page } from '../support/page.js';

saysWhatCouldNotBeLoaded('portal-sign-in', signInScenes.default, [
  {
    module: 'src/session/sign-in/steps-panel.ts',
    need: (root) => pageOf(root).press('Forgotten password?'),
    here: (root) => root.querySelector('[part="forgotten"]'),
  },
  {
    module: 'src/define/portal-set-password.ts',
    need: async (root) => {
      const page = pageOf(root);
      await page.fill('email', 'owner@acme.example');
      page.submit();
    },
    here: (root) => root.querySelector('portal-set-password'),
  },
  {
    module: 'src/session/sign-in/signed-in-panel.ts',
    need: (_, __, { provision }) => provision!.update({ permissions: personas.owner, session: aSession() }),
    here: (root) => root.querySelector('[part="signed-in"]'),
  },
]);

describe('<portal-sign-in> offline, after too many attempts', () => {
  afterEach(() => breakImports([]));

  // Where a failed import is remembered, the tests that follow could not do without it.
  const unlessRemembered = remembersFailures ? it.skip : it;
  unlessRemembered('says how long to wait although what counts the time could not be loaded', async () => {
    await breakImports(['src/session/cooldown-panel.ts']);
    const page = await mountReady<PortalSignIn>(signInScenes.tooMany);
    await page.fill('email', 'owner@acme.example');
    await page.fill('password', 'portal-demo');
    page.submit();
    await until(() => /wait 300 seconds/.test(page.part('error')));
  });
});

keepsThePortalContract('portal-sign-in', signInScenes, { guest: true });

describe('<portal-sign-in>', () => {
  const enter = async (page: Page, password = 'portal-demo') => {
    await page.fill('email', ' owner@acme.example ');
    await page.fill('password', password);
  };

  it('tells password managers which field is which', async () => {
    const page = await mountReady<PortalSignIn>(signInScenes.default);
    expect(page.field('email')!.autocomplete).to.equal('username');
    expect(page.field('password')!.autocomplete).to.equal('current-password');
  });

  it('signs in, says so, forgets the password and tells the page where it goes next', async () => {
    const page = await mountReady<PortalSignIn>({
      ...signInScenes.default,
      markup: html`<portal-sign-in return-to="#signed-in"></portal-sign-in>`,
    });
    let event: PortalSignedInEvent | undefined;
    page.element.addEventListener('portal-signed-in', (each) => (event = each));
    await enter(page);
    page.submit();
    await until(() => event);
    expect(await page.requests[0]!.json()).to.deep.equal({ email: 'owner@acme.example', password: 'portal-demo' });
    expect(event!.session.person.name).to.equal('Olivia Owner');
    expect(event!.returnTo).to.equal('#signed-in');
    await until(() => location.hash === '#signed-in');
    history.replaceState(null, '', location.pathname + location.search);
    await page.element.updateComplete;
    expect(page.field('password')!.value).to.equal('');
    page.provision!.update({ session: aSession() });
    await page.says('Olivia Owner');
    expect(page.focused?.part.value).to.equal('signed-in');
  });

  it('stays where it is when the page cancels the event', async () => {
    const page = await mountReady<PortalSignIn>({
      ...signInScenes.default,
      markup: html`<portal-sign-in return-to="#elsewhere" @portal-signed-in=${(event: Event) => event.preventDefault()}></portal-sign-in>`,
    });
    await enter(page);
    page.submit();
    await until(() => page.field('password')!.value === '');
    expect(location.hash).to.equal('');
  });

  it('takes what a password manager has filled in without telling', async () => {
    const page = await mountReady<PortalSignIn>(signInScenes.default);
    page.field('email')!.value = 'owner@acme.example';
    page.field('password')!.value = 'portal-demo';
    page.submit();
    await until(() => page.requests.length === 1);
  });

  it('prefers a path of this site from the address to return-to, and nothing else', async () => {
    const before = location.href;
    const scene = { ...signInScenes.readOnly, markup: html`<portal-sign-in return-to="/overview" return-param="next"></portal-sign-in>` };
    const leadsTo = async (next: string) => {
      const address = new URL(before);
      address.searchParams.set('next', next);
      history.replaceState(null, '', address);
      const page = await mountReady<PortalSignIn>(scene);
      await until(() => page.root.querySelector('a'));
      return page.root.querySelector('a')!.getAttribute('href');
    };
    expect(await leadsTo('/dns')).to.equal(`${location.origin}/dns`);
    expect(await leadsTo('//evil.example')).to.equal('/overview');
    expect(await leadsTo('javascript:alert(1)')).to.equal('/overview');
    history.replaceState(null, '', before);
  });

  it('says that e-mail and password do not match, keeps both and goes back to the password', async () => {
    const page = await mountReady<PortalSignIn>(signInScenes.default);
    await enter(page, 'wrong');
    page.submit();
    await until(() => page.part('error').includes('do not match'));
    await until(() => page.focused === page.field('password'));
    expect(page.field('password')!.value).to.equal('wrong');
    await enter(page);
    expect(page.part('error')).to.equal('');
  });

  it('tells a locked account, one that is no longer used and a failing server apart', async () => {
    for (const [scene, words] of [
      [signInScenes.locked, 'locked'],
      [signInScenes.inactive, 'deactivated'],
      [signInScenes.error, 'wrong at our end'],
    ] as const) {
      const page = await mountReady<PortalSignIn>(scene);
      await enter(page);
      page.submit();
      await until(() => page.part('error').includes(words));
    }
  });

  it('waits as long as the server asks, and not longer', async () => {
    const page = await mountReady<PortalSignIn>({
      ...signInScenes.tooMany,
      handlers: [signInFails(429, 'about:blank', { 'Retry-After': '1' })],
    });
    await enter(page);
    page.submit();
    await until(() => page.part('error').includes('1 second'));
    page.submit();
    expect(page.requests.length).to.equal(1);
    page.answerWith([signIn()]);
    await page.says('try again now');
    page.submit();
    await until(() => page.requests.length === 2);
  });

  it('says what is missing at the field, and asks nobody', async () => {
    const page = await mountReady<PortalSignIn>(signInScenes.default);
    page.submit();
    await until(() => page.focused === page.field('email'));
    expect(page.root.querySelectorAll('.error-text').length).to.equal(2);
    expect(page.requests.length).to.equal(0);
  });

  it('says that signing in is not possible without a provider', async () => {
    const page = await mountReady<PortalSignIn>(signInScenes.empty);
    await enter(page);
    page.submit();
    await until(() => page.part('error').includes('not possible on this page'));
  });

  it('shows the password on request, and hides it when it is sent', async () => {
    const page = await mountReady<PortalSignIn>(signInScenes.loading);
    await page.tick('show');
    await until(() => page.field('password')!.type === 'text');
    await enter(page);
    page.submit();
    await until(() => page.field('password')!.type === 'password');
  });

  it('asks for a code where there is a second factor, and keeps what was typed', async () => {
    const page = await mountReady<PortalSignIn>(signInScenes.secondFactor);
    await enter(page);
    page.submit();
    await until(() => page.field('code') && page.focused === page.field('code'));
    expect(page.field('code')!.getAttribute('autocomplete')).to.equal('one-time-code');
    expect(page.field('code')!.inputMode).to.equal('numeric');
    await page.fill('code', '000000');
    page.submit();
    await until(() => page.text.includes('not right') && page.focused === page.field('code'));
    let signedIn = 0;
    page.element.addEventListener('portal-signed-in', () => signedIn++);
    await page.fill('code', '492039');
    page.submit();
    await until(() => signedIn === 1);
    expect(await page.requests.at(-1)!.json()).to.deep.equal({ email: 'owner@acme.example', password: 'portal-demo', code: '492039' });
  });

  it('takes a recovery code instead, and goes back to e-mail and password without losing them', async () => {
    const page = await mountReady<PortalSignIn>(signInScenes.secondFactor);
    await enter(page);
    page.submit();
    await until(() => page.field('code'));
    await page.press('Back');
    await until(() => page.field('password'));
    expect(page.field('email')!.value).to.equal('owner@acme.example');
    expect(page.field('password')!.value).to.equal('portal-demo');
    page.submit();
    await until(() => page.field('code'));
    await page.press('Use a recovery code instead');
    await until(() => page.field('code')!.autocomplete === 'off');
    await page.fill('code', ' k7mf-2xqp-90ta ');
    page.submit();
    await until(() => page.requests.length === 3);
    expect(((await page.requests.at(-1)!.json()) as { code: string }).code).to.equal('k7mf-2xqp-90ta');
  });

  it('has an expired password replaced in place', async () => {
    const page = await mountReady<PortalSignIn>(signInScenes.expired);
    await enter(page);
    page.submit();
    await page.says('At least 10 characters');
    const replace = async (password: string) => {
      await page.fill('new-password', password);
      await page.fill('repeat-password', password);
      page.submit();
    };
    await replace('short');
    await page.says('too short');
    const before = page.requests.length;
    await replace('portal-demo');
    await page.says('your current password. Choose another');
    expect(page.requests.length).to.equal(before + 1);
    await replace('a quiet red harbour');
    await until(() => page.requests.length === before + 2);
    expect(await page.requests.at(-1)!.json()).to.deep.equal({
      email: 'owner@acme.example',
      password: 'portal-demo',
      newPassword: 'a quiet red harbour',
    });
  });

  it('asks for the mail that replaces a forgotten password, with the same answer for everyone, and comes back with the address', async () => {
    const page = await mountReady<PortalSignIn>(signInScenes.default);
    await page.fill('email', 'owner@acme.example');
    await page.press('Forgotten password?');
    await until(() => page.text.includes('Enter your e-mail address') && page.focused?.localName === 'h2');
    expect(page.field('email')!.value).to.equal('owner@acme.example');
    page.submit();
    await page.says('a mail is on its way');
    expect(await page.requests[0]!.json()).to.deep.equal({ email: 'owner@acme.example', language: 'en' });
    const inner = await page.inner('portal-set-password');
    await until(() => inner.field('code'));
    expect(inner.field('email') === undefined).to.equal(true);
    await page.press('Back to sign-in');
    await until(() => page.field('password'));
    expect(page.field('email')!.value).to.equal('owner@acme.example');
  });

  it('forgets passwords and codes when it leaves the page, and keeps them when it is only moved', async () => {
    const page = await mountReady<PortalSignIn>(signInScenes.secondFactor);
    await enter(page);
    page.host.append(page.element);
    await page.element.updateComplete;
    expect(page.field('password')!.value).to.equal('portal-demo');
    page.element.remove();
    await Promise.resolve();
    page.host.append(page.element);
    await page.element.updateComplete;
    expect(page.field('password')!.value).to.equal('');
    expect(page.field('email')!.value).to.equal('owner@acme.example');
  });

  it('goes back to the client that was acted for before', async () => {
    const clients = [
      { id: 'cli_acme', name: 'Acme GmbH' },
      { id: 'cli_globex', name: 'Globex' },
    ];
    const page = await mountReady<PortalSignIn>({
      ...signInScenes.default,
      markup: html`<portal-sign-in .resume=${aSession({ client: clients[1]!, clients })}></portal-sign-in>`,
      handlers: [signIn(aSession({ clients })), switchClient(aSession({ client: clients[1]!, clients }))],
    });
    expect(page.field('email')!.value).to.equal('owner@acme.example');
    let event: PortalSignedInEvent | undefined;
    page.element.addEventListener('portal-signed-in', (each) => (event = each));
    await page.fill('password', 'portal-demo');
    page.submit();
    await until(() => event);
    expect(await page.requests[1]!.json()).to.deep.equal({ clientId: 'cli_globex' });
    expect(event!.session.client.id).to.equal('cli_globex');
  });

  it('signs out whoever is signed in already', async () => {
    const page = await mountReady<PortalSignIn>(signInScenes.readOnly);
    await page.says('Olivia Owner');
    expect(page.text).to.contain('Acme GmbH');
    let told = 0;
    page.element.addEventListener(PortalSignedOutEvent.type, () => told++);
    await page.press('Sign out');
    await until(() => told === 1);
    expect(page.requests[0]!.method).to.equal('DELETE');
  });
});
