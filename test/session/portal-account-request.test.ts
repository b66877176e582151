import { expect, html } from '@open-wc/testing';
import '../../src/define/portal-account-request.js';
import type { PortalAccountRequest } from '../../src/session/portal-account-request.js';
import type { PortalSetPassword } from '../../src/session/portal-set-password.js';
import { requestAccount } from '../mocks/account.js';
import { accountRequestScenes } from '../scenes/account-request.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady, text, until } from '../support/mount.js';

const enter = (root: ShadowRoot, name: string, value: string) => {
  const field = root.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
  field.value = value;
  field.dispatchEvent(new Event('input'));
};

saysWhatCouldNotBeLoaded('portal-account-request', accountRequestScenes.default, [
  {
    module: 'src/define/portal-set-password.ts',
    need: (root) => {
      enter(root, 'contractNumber', 'V-2001');
      enter(root, 'email', 'fiona@acme.example');
      root.querySelector('form')!.requestSubmit();
    },
    here: (root) => root.querySelector('portal-set-password'),
  },
]);

keepsThePortalContract('portal-account-request', accountRequestScenes, { guest: true });

describe('<portal-account-request>', () => {
  const control = (element: Element, name: string) => element.shadowRoot!.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
  const type = (element: Element, name: string, value: string) => {
    control(element, name).value = value;
    control(element, name).dispatchEvent(new Event('input'));
  };
  const submit = (element: Element) => element.shadowRoot!.querySelector('form')!.requestSubmit();
  const shown = (element: Element) => text(element.shadowRoot!.querySelector('section'));
  const step = (element: Element) => text(element.shadowRoot!.querySelector('[aria-current="step"]'));
  const link = (element: Element, label: string) =>
    [...element.shadowRoot!.querySelectorAll('button')].find((each) => text(each) === label)!;
  const ask = (element: Element) => {
    type(element, 'contractNumber', ' V-2001 ');
    type(element, 'email', 'fiona@acme.example');
    submit(element);
  };

  it('leads from contract number and address over the mailed code to a password', async () => {
    const { element, requests } = await mountReady<PortalAccountRequest>(accountRequestScenes.default);
    expect(step(element)).to.equal('Your contract');
    ask(element);
    await until(() => shown(element).includes('If the contract number and the address belong together'));
    expect(await requests[0]!.json()).to.deep.equal({ contractNumber: 'V-2001', email: 'fiona@acme.example', language: 'en' });
    expect(step(element)).to.equal('Your mail');
    expect(text(element.shadowRoot!.activeElement)).to.contain('Step 2 of 4');

    await until(() => element.shadowRoot!.querySelector('portal-set-password'));
    const inner = element.shadowRoot!.querySelector<PortalSetPassword>('portal-set-password')!;
    await until(() => inner.shadowRoot?.querySelector('#code'));
    type(inner, 'code', '4FJ7-Q2KX');
    submit(inner);
    await until(() => step(element) === 'Your password' && control(inner, 'new-password'));
    for (const name of ['new-password', 'repeat-password']) type(inner, name, 'a quiet red harbour');
    submit(inner);
    await until(() => step(element) === 'Your account is ready');
    expect(await requests.at(-1)!.json()).to.deep.equal({
      code: '4FJ7-Q2KX',
      email: 'fiona@acme.example',
      password: 'a quiet red harbour',
    });
  });

  it('goes back with everything that was typed', async () => {
    const { element } = await mountReady<PortalAccountRequest>(accountRequestScenes.default);
    ask(element);
    await until(() => step(element) === 'Your mail');
    link(element, 'Change what I entered').click();
    await until(() => control(element, 'contractNumber'));
    expect(control(element, 'contractNumber').value).to.equal(' V-2001 ');
    expect(control(element, 'email').value).to.equal('fiona@acme.example');
  });

  it('asks for the mail once more', async () => {
    const { element, requests } = await mountReady<PortalAccountRequest>(accountRequestScenes.default);
    ask(element);
    await until(() => step(element) === 'Your mail');
    link(element, 'Send the mail again').click();
    await until(() => shown(element).includes('once more'));
    expect(requests.length).to.equal(2);
  });

  it('says how long to wait after too many attempts', async () => {
    const { element, requests } = await mountReady<PortalAccountRequest>(accountRequestScenes.tooMany);
    ask(element);
    await until(() => shown(element).includes('5 minutes'));
    submit(element);
    expect(requests.length).to.equal(1);
    expect(control(element, 'email').value).to.equal('fiona@acme.example');
  });

  it('says what is missing at the field, and asks nobody', async () => {
    const { element, requests } = await mountReady<PortalAccountRequest>(accountRequestScenes.default);
    submit(element);
    await until(() => element.shadowRoot!.activeElement === control(element, 'contractNumber'));
    expect(element.shadowRoot!.querySelectorAll('.error-text').length).to.equal(2);
    expect(requests.length).to.equal(0);
  });

  it("sends nothing before the page's own check against robots is content", async () => {
    const { element, requests } = await mountReady<PortalAccountRequest>({
      ...accountRequestScenes.default,
      markup: html`<portal-account-request><input slot="captcha" aria-label="Two and two" required /></portal-account-request>`,
      handlers: [requestAccount()],
    });
    ask(element);
    await element.updateComplete;
    expect(requests.length).to.equal(0);
    element.querySelector('input')!.value = '4';
    ask(element);
    await until(() => requests.length === 1);
  });
});
