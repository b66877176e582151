import { expect, html } from '@open-wc/testing';
import '../../src/define/portal-sign-in.js';
import { PortalSignedOutEvent, type PortalSignedInEvent } from '../../src/index.js';
import type { PortalSignIn } from '../../src/session/portal-sign-in.js';
import { aSession, personas, signIn, signInFails, switchClient } from '../mocks/session.js';
import { signInScenes } from '../scenes/sign-in.js';
import { breakImports, remembersFailures, saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady, text, until } from '../support/mount.js';

const press = async (root: ShadowRoot, name: string) => {
  const find = () => [...root.querySelectorAll<HTMLElement>('button')].find((each) => (each.ariaLabel ?? text(each)) === name);
  await until(find);
  find()!.click();
};
const enter = (root: ShadowRoot, name: string, value: string) => {
  const field = root.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
  field.value = value;
  field.dispatchEvent(new Event('input'));
};

saysWhatCouldNotBeLoaded('portal-sign-in', signInScenes.default, [
  {
    module: 'src/session/sign-in/steps-panel.ts',
    need: (root) => press(root, 'Forgotten password?'),
    here: (root) => root.querySelector('[part="forgotten"]'),
  },
  {
    module: 'src/define/portal-set-password.ts',
    need: (root) => {
      enter(root, 'email', 'owner@acme.example');
      root.querySelector('form')!.requestSubmit();
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
    const { element } = await mountReady<PortalSignIn>(signInScenes.tooMany);
    enter(element.shadowRoot!, 'email', 'owner@acme.example');
    enter(element.shadowRoot!, 'password', 'portal-demo');
    element.shadowRoot!.querySelector('form')!.requestSubmit();
    await until(() => /wait 300 seconds/.test(text(element.shadowRoot!.querySelector('[part="error"]'))));
  });
});

keepsThePortalContract('portal-sign-in', signInScenes, { guest: true });

describe('<portal-sign-in>', () => {
  const control = (element: PortalSignIn, name: string) => element.shadowRoot!.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
  const shown = (element: PortalSignIn) => text(element.shadowRoot!.querySelector('[part]'));
  const submit = (element: PortalSignIn) => element.shadowRoot!.querySelector('form')!.requestSubmit();
  const type = (element: PortalSignIn, name: string, value: string) => {
    control(element, name).value = value;
    control(element, name).dispatchEvent(new Event('input'));
  };
  const link = (element: PortalSignIn, label: string) =>
    [...element.shadowRoot!.querySelectorAll('button')].find((each) => text(each) === label)!;
  const failure = (element: PortalSignIn) => text(element.shadowRoot!.querySelector('[part="error"]'));
  const fill = (element: PortalSignIn, password = 'portal-demo') => {
    for (const [name, value] of [
      ['email', ' owner@acme.example '],
      ['password', password],
    ] as const) {
      control(element, name).value = value;
      control(element, name).dispatchEvent(new Event('input'));
    }
  };

  it('tells password managers which field is which', async () => {
    const { element } = await mountReady<PortalSignIn>(signInScenes.default);
    expect(control(element, 'email').autocomplete).to.equal('username');
    expect(control(element, 'password').autocomplete).to.equal('current-password');
  });

  it('signs in, says so, forgets the password and tells the page where it goes next', async () => {
    const { element, requests, provision } = await mountReady<PortalSignIn>({
      ...signInScenes.default,
      markup: html`<portal-sign-in return-to="#signed-in"></portal-sign-in>`,
    });
    let event: PortalSignedInEvent | undefined;
    element.addEventListener('portal-signed-in', (each) => (event = each));
    fill(element);
    submit(element);
    await until(() => event);
    expect(await requests[0]!.json()).to.deep.equal({ email: 'owner@acme.example', password: 'portal-demo' });
    expect(event!.session.person.name).to.equal('Olivia Owner');
    expect(event!.returnTo).to.equal('#signed-in');
    await until(() => location.hash === '#signed-in');
    history.replaceState(null, '', location.pathname + location.search);
    await element.updateComplete;
    expect(control(element, 'password').value).to.equal('');
    provision!.update({ session: aSession() });
    await until(() => shown(element).includes('Olivia Owner'));
    expect(element.shadowRoot!.activeElement?.part.value).to.equal('signed-in');
  });

  it('stays where it is when the page cancels the event', async () => {
    const { element } = await mountReady<PortalSignIn>({
      ...signInScenes.default,
      markup: html`<portal-sign-in return-to="#elsewhere" @portal-signed-in=${(event: Event) => event.preventDefault()}></portal-sign-in>`,
    });
    fill(element);
    submit(element);
    await until(() => control(element, 'password').value === '');
    expect(location.hash).to.equal('');
  });

  it('takes what a password manager has filled in without telling', async () => {
    const { element, requests } = await mountReady<PortalSignIn>(signInScenes.default);
    control(element, 'email').value = 'owner@acme.example';
    control(element, 'password').value = 'portal-demo';
    submit(element);
    await until(() => requests.length === 1);
  });

  it('prefers a path of this site from the address to return-to, and nothing else', async () => {
    const before = location.href;
    const scene = { ...signInScenes.readOnly, markup: html`<portal-sign-in return-to="/overview" return-param="next"></portal-sign-in>` };
    const leadsTo = async (next: string) => {
      const address = new URL(before);
      address.searchParams.set('next', next);
      history.replaceState(null, '', address);
      const { element } = await mountReady<PortalSignIn>(scene);
      await until(() => element.shadowRoot!.querySelector('a'));
      return element.shadowRoot!.querySelector('a')!.getAttribute('href');
    };
    expect(await leadsTo('/dns')).to.equal(`${location.origin}/dns`);
    expect(await leadsTo('//evil.example')).to.equal('/overview');
    expect(await leadsTo('javascript:alert(1)')).to.equal('/overview');
    history.replaceState(null, '', before);
  });

  it('says that e-mail and password do not match, keeps both and goes back to the password', async () => {
    const { element } = await mountReady<PortalSignIn>(signInScenes.default);
    fill(element, 'wrong');
    submit(element);
    await until(() => failure(element).includes('do not match'));
    await until(() => element.shadowRoot!.activeElement === control(element, 'password'));
    expect(control(element, 'password').value).to.equal('wrong');
    fill(element);
    await element.updateComplete;
    expect(failure(element)).to.equal('');
  });

  it('tells a locked account, one that is no longer used and a failing server apart', async () => {
    for (const [scene, words] of [
      [signInScenes.locked, 'locked'],
      [signInScenes.inactive, 'deactivated'],
      [signInScenes.error, 'wrong at our end'],
    ] as const) {
      const { element } = await mountReady<PortalSignIn>(scene);
      fill(element);
      submit(element);
      await until(() => failure(element).includes(words));
    }
  });

  it('waits as long as the server asks, and not longer', async () => {
    const { element, requests, answerWith } = await mountReady<PortalSignIn>({
      ...signInScenes.tooMany,
      handlers: [signInFails(429, 'about:blank', { 'Retry-After': '1' })],
    });
    fill(element);
    submit(element);
    await until(() => failure(element).includes('1 second'));
    submit(element);
    expect(requests.length).to.equal(1);
    answerWith([signIn()]);
    await until(() => shown(element).includes('try again now'));
    submit(element);
    await until(() => requests.length === 2);
  });

  it('says what is missing at the field, and asks nobody', async () => {
    const { element, requests } = await mountReady<PortalSignIn>(signInScenes.default);
    submit(element);
    await until(() => element.shadowRoot!.activeElement === control(element, 'email'));
    expect(element.shadowRoot!.querySelectorAll('.error-text').length).to.equal(2);
    expect(requests.length).to.equal(0);
  });

  it('says that signing in is not possible without a provider', async () => {
    const { element } = await mountReady<PortalSignIn>(signInScenes.empty);
    fill(element);
    submit(element);
    await until(() => failure(element).includes('not possible on this page'));
  });

  it('shows the password on request, and hides it when it is sent', async () => {
    const { element } = await mountReady<PortalSignIn>(signInScenes.loading);
    control(element, 'show').click();
    await until(() => control(element, 'password').type === 'text');
    fill(element);
    submit(element);
    await until(() => control(element, 'password').type === 'password');
  });

  it('asks for a code where there is a second factor, and keeps what was typed', async () => {
    const { element, requests } = await mountReady<PortalSignIn>(signInScenes.secondFactor);
    fill(element);
    submit(element);
    await until(() => control(element, 'code') && element.shadowRoot!.activeElement === control(element, 'code'));
    expect(control(element, 'code').getAttribute('autocomplete')).to.equal('one-time-code');
    expect(control(element, 'code').inputMode).to.equal('numeric');
    type(element, 'code', '000000');
    submit(element);
    await until(() => shown(element).includes('not right') && element.shadowRoot!.activeElement === control(element, 'code'));
    let signedIn = 0;
    element.addEventListener('portal-signed-in', () => signedIn++);
    type(element, 'code', '492039');
    submit(element);
    await until(() => signedIn === 1);
    expect(await requests.at(-1)!.json()).to.deep.equal({ email: 'owner@acme.example', password: 'portal-demo', code: '492039' });
  });

  it('takes a recovery code instead, and goes back to e-mail and password without losing them', async () => {
    const { element, requests } = await mountReady<PortalSignIn>(signInScenes.secondFactor);
    fill(element);
    submit(element);
    await until(() => control(element, 'code'));
    link(element, 'Back').click();
    await until(() => control(element, 'password'));
    expect(control(element, 'email').value).to.equal('owner@acme.example');
    expect(control(element, 'password').value).to.equal('portal-demo');
    submit(element);
    await until(() => control(element, 'code'));
    link(element, 'Use a recovery code instead').click();
    await until(() => control(element, 'code').autocomplete === 'off');
    type(element, 'code', ' k7mf-2xqp-90ta ');
    submit(element);
    await until(() => requests.length === 3);
    expect(((await requests.at(-1)!.json()) as { code: string }).code).to.equal('k7mf-2xqp-90ta');
  });

  it('has an expired password replaced in place', async () => {
    const { element, requests } = await mountReady<PortalSignIn>(signInScenes.expired);
    fill(element);
    submit(element);
    await until(() => shown(element).includes('At least 10 characters'));
    const replace = (password: string) => {
      type(element, 'new-password', password);
      type(element, 'repeat-password', password);
      submit(element);
    };
    replace('short');
    await until(() => shown(element).includes('too short'));
    const before = requests.length;
    replace('portal-demo');
    await until(() => shown(element).includes('your current password. Choose another'));
    expect(requests.length).to.equal(before + 1);
    replace('a quiet red harbour');
    await until(() => requests.length === before + 2);
    expect(await requests.at(-1)!.json()).to.deep.equal({
      email: 'owner@acme.example',
      password: 'portal-demo',
      newPassword: 'a quiet red harbour',
    });
  });

  it('asks for the mail that replaces a forgotten password, with the same answer for everyone, and comes back with the address', async () => {
    const { element, requests } = await mountReady<PortalSignIn>(signInScenes.default);
    type(element, 'email', 'owner@acme.example');
    link(element, 'Forgotten password?').click();
    await until(() => shown(element).includes('Enter your e-mail address') && element.shadowRoot!.activeElement?.localName === 'h2');
    expect(control(element, 'email').value).to.equal('owner@acme.example');
    submit(element);
    await until(() => shown(element).includes('a mail is on its way'));
    expect(await requests[0]!.json()).to.deep.equal({ email: 'owner@acme.example', language: 'en' });
    const inner = () => element.shadowRoot!.querySelector('portal-set-password')?.shadowRoot;
    await until(() => inner()?.querySelector('#code'));
    expect(inner()!.querySelector('#email') === null).to.equal(true);
    link(element, 'Back to sign-in').click();
    await until(() => control(element, 'password'));
    expect(control(element, 'email').value).to.equal('owner@acme.example');
  });

  it('forgets passwords and codes when it leaves the page, and keeps them when it is only moved', async () => {
    const { element, host } = await mountReady<PortalSignIn>(signInScenes.secondFactor);
    fill(element);
    host.append(element);
    await element.updateComplete;
    expect(control(element, 'password').value).to.equal('portal-demo');
    element.remove();
    await Promise.resolve();
    host.append(element);
    await element.updateComplete;
    expect(control(element, 'password').value).to.equal('');
    expect(control(element, 'email').value).to.equal('owner@acme.example');
  });

  it('goes back to the client that was acted for before', async () => {
    const clients = [
      { id: 'cli_acme', name: 'Acme GmbH' },
      { id: 'cli_globex', name: 'Globex' },
    ];
    const { element, requests } = await mountReady<PortalSignIn>({
      ...signInScenes.default,
      markup: html`<portal-sign-in .resume=${aSession({ client: clients[1]!, clients })}></portal-sign-in>`,
      handlers: [signIn(aSession({ clients })), switchClient(aSession({ client: clients[1]!, clients }))],
    });
    expect(control(element, 'email').value).to.equal('owner@acme.example');
    let event: PortalSignedInEvent | undefined;
    element.addEventListener('portal-signed-in', (each) => (event = each));
    type(element, 'password', 'portal-demo');
    submit(element);
    await until(() => event);
    expect(await requests[1]!.json()).to.deep.equal({ clientId: 'cli_globex' });
    expect(event!.session.client.id).to.equal('cli_globex');
  });

  it('signs out whoever is signed in already', async () => {
    const { element, requests } = await mountReady<PortalSignIn>(signInScenes.readOnly);
    await until(() => shown(element).includes('Olivia Owner'));
    expect(shown(element)).to.contain('Acme GmbH');
    let told = 0;
    element.addEventListener(PortalSignedOutEvent.type, () => told++);
    element.shadowRoot!.querySelector('button')!.click();
    await until(() => told === 1);
    expect(requests[0]!.method).to.equal('DELETE');
  });
});
