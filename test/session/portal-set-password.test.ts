import { expect } from '@open-wc/testing';
import '../../src/define/portal-set-password.js';
import type { PortalPasswordSetEvent, PortalSignedInEvent } from '../../src/index.js';
import type { PortalSetPassword } from '../../src/session/portal-set-password.js';
import type { Scene } from '../scenes/scene.js';
import { setPasswordScenes as scenes } from '../scenes/set-password.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady, text, until } from '../support/mount.js';

const enter = (root: ShadowRoot, name: string, value: string) => {
  const field = root.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
  field.value = value;
  field.dispatchEvent(new Event('input'));
};

saysWhatCouldNotBeLoaded('portal-set-password', scenes.default, [
  {
    module: 'src/session/email-code/set-password-panel.ts',
    need: (root) => {
      enter(root, 'email', 'fiona@acme.example');
      enter(root, 'code', '4FJ7-Q2KX');
      root.querySelector('form')!.requestSubmit();
    },
    here: (root) => root.querySelector('#new-password'),
  },
]);

keepsThePortalContract('portal-set-password', scenes, { guest: true });

describe('<portal-set-password>', () => {
  const control = (element: PortalSetPassword, name: string) => element.shadowRoot!.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
  const type = (element: PortalSetPassword, name: string, value: string) => {
    control(element, name).value = value;
    control(element, name).dispatchEvent(new Event('input'));
  };
  const submit = (element: PortalSetPassword) => element.shadowRoot!.querySelector('form')!.requestSubmit();
  const shown = (element: PortalSetPassword) => text(element.shadowRoot!.firstElementChild);
  const failure = (element: PortalSetPassword) => text(element.shadowRoot!.querySelector('[part="error"]'));
  const type2 = (element: PortalSetPassword, password: string, repeated = password) => {
    type(element, 'new-password', password);
    type(element, 'repeat-password', repeated);
  };
  /** Opened by the link of a mail. */
  async function opened(scene: Scene, code = 'link-code-of-some-length') {
    const address = new URL(location.href);
    address.searchParams.set('code', code);
    history.replaceState(history.state, '', address);
    return mountReady<PortalSetPassword>(scene);
  }

  it('takes the code out of the address at once, and says whose password it is', async () => {
    const { element, requests } = await opened(scenes.default);
    expect(new URL(location.href).searchParams.has('code')).to.equal(false);
    await until(() => control(element, 'new-password'));
    expect(shown(element)).to.contain('Fiona Field').and.to.contain('fiona@acme.example').and.to.contain('Acme GmbH');
    expect(await requests[0]!.json()).to.deep.equal({ code: 'link-code-of-some-length' });
    expect(element.outerHTML).not.to.contain('link-code');
  });

  it('holds the password against the policy while it is typed, in words', async () => {
    const { element } = await opened(scenes.default);
    await until(() => control(element, 'new-password'));
    const hint = () => text(element.shadowRoot!.querySelector('#new-password-hint'));
    expect(hint()).to.contain('At least 10 characters (not met yet)').and.to.contain('Not easily guessed');
    type(element, 'new-password', 'a quiet red');
    await element.updateComplete;
    expect(hint()).to.contain('At least 10 characters (met)');
    expect(control(element, 'new-password').getAttribute('aria-describedby')).to.contain('new-password-hint');
  });

  it('sends nothing before both entries are the same', async () => {
    const { element, requests } = await opened(scenes.default);
    await until(() => control(element, 'new-password'));
    type2(element, 'a quiet red harbour', 'a quiet red harbor');
    submit(element);
    await until(() => element.shadowRoot!.activeElement === control(element, 'repeat-password'));
    expect(text(element.shadowRoot!.querySelector('#repeat-password-error'))).to.contain('not the same');
    expect(requests.length).to.equal(1);
  });

  it('says at the field why the server refuses a password, and signs in with a better one', async () => {
    const { element, requests } = await opened(scenes.default);
    await until(() => control(element, 'new-password'));
    const events: Event[] = [];
    for (const name of ['portal-password-set', 'portal-signed-in']) element.addEventListener(name, (event) => events.push(event));
    type2(element, 'password123');
    submit(element);
    await until(() => text(element.shadowRoot!.querySelector('#new-password-error')).includes('easily guessed'));
    expect(element.shadowRoot!.querySelector('[part="error"] li') === null, 'is not said above the fields, too').to.equal(true);
    type2(element, 'a quiet red harbour');
    submit(element);
    await until(() => shown(element).includes('You are signed in'));
    expect((events[0] as PortalPasswordSetEvent).signedIn).to.equal(true);
    expect((events[1] as PortalSignedInEvent).session.person.name).to.equal('Olivia Owner');
    expect(await requests.at(-1)!.json()).to.deep.equal({ code: 'link-code-of-some-length', password: 'a quiet red harbour' });
    expect(element.shadowRoot!.querySelectorAll('input').length).to.equal(0);
  });

  it('leads to signing in where there is a second factor', async () => {
    const { element } = await opened(scenes.secondFactor);
    await until(() => control(element, 'new-password'));
    type2(element, 'a quiet red harbour');
    submit(element);
    await until(() => shown(element).includes('second factor'));
    expect(element.shadowRoot!.querySelector('a')!.getAttribute('href')).to.equal('/sign-in');
  });

  it('tells codes that cannot be used apart, each with a way on', async () => {
    for (const [scene, words, href] of [
      [scenes.expired, 'expired', '/request-account'],
      [scenes.used, 'used already', '/sign-in'],
      [scenes.hasAccount, 'already have an account', '/sign-in'],
      [scenes.needsReview, 'look at your request', null],
    ] as const) {
      const { element } = await opened(scene);
      await until(() => failure(element).includes(words));
      expect(element.shadowRoot!.querySelector('[part="error"] a')?.getAttribute('href') ?? null).to.equal(href);
    }
  });

  it('takes the short code with the address it went to, and says at the field that it is wrong', async () => {
    const { element, requests } = await mountReady<PortalSetPassword>(scenes.default);
    type(element, 'email', 'fiona@acme.example');
    type(element, 'code', 'WRONG-CODE');
    submit(element);
    await until(() => text(element.shadowRoot!.querySelector('#code-error')).includes('not right'));
    await until(() => element.shadowRoot!.activeElement === control(element, 'code'));
    type(element, 'code', ' 4FJ7-Q2KX ');
    submit(element);
    await until(() => control(element, 'new-password'));
    expect(await requests.at(-1)!.json()).to.deep.equal({ code: '4FJ7-Q2KX', email: 'fiona@acme.example' });
  });

  it('offers to look at the code again when the server could not', async () => {
    const { element, answerWith } = await opened(scenes.error);
    await until(() => failure(element).includes('wrong at our end'));
    answerWith(scenes.default.handlers);
    element.shadowRoot!.querySelector<HTMLElement>('[part="error"] button')!.click();
    await until(() => control(element, 'new-password'));
  });
});
