import { expect, html } from '@open-wc/testing';
import '../../src/define/portal-account-request.js';
import type { PortalAccountRequest } from '../../src/session/portal-account-request.js';
import { requestAccount } from '../mocks/account.js';
import { accountRequestScenes } from '../scenes/account-request.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady, text, until } from '../support/mount.js';
import { pageOf, type Page } from '../support/page.js';

const ask = async (page: Page) => {
  await page.fill('contractNumber', ' V-2001 ');
  await page.fill('email', 'fiona@acme.example');
  page.submit();
};

saysWhatCouldNotBeLoaded('portal-account-request', accountRequestScenes.default, [
  {
    module: 'src/define/portal-set-password.ts',
    need: (root) => ask(pageOf(root)),
    here: (root) => root.querySelector('portal-set-password'),
  },
]);

keepsThePortalContract('portal-account-request', accountRequestScenes, { guest: true });

describe('<portal-account-request>', () => {
  const step = ({ root }: Page) => text(root.querySelector('[aria-current="step"]'));

  it('leads from contract number and address over the mailed code to a password', async () => {
    const page = await mountReady<PortalAccountRequest>(accountRequestScenes.default);
    expect(step(page)).to.equal('Your contract');
    await ask(page);
    await page.says('If the contract number and the address belong together');
    expect(await page.requests[0]!.json()).to.deep.equal({ contractNumber: 'V-2001', email: 'fiona@acme.example', language: 'en' });
    expect(step(page)).to.equal('Your mail');
    expect(text(page.focused)).to.contain('Step 2 of 4');

    const inner = await page.inner('portal-set-password');
    await inner.fill('code', '4FJ7-Q2KX');
    inner.submit();
    await until(() => step(page) === 'Your password' && inner.field('new-password'));
    for (const name of ['new-password', 'repeat-password']) await inner.fill(name, 'a quiet red harbour');
    inner.submit();
    await until(() => step(page) === 'Your account is ready');
    expect(await page.requests.at(-1)!.json()).to.deep.equal({
      code: '4FJ7-Q2KX',
      email: 'fiona@acme.example',
      password: 'a quiet red harbour',
    });
  });

  it('goes back with everything that was typed', async () => {
    const page = await mountReady<PortalAccountRequest>(accountRequestScenes.default);
    await ask(page);
    await until(() => step(page) === 'Your mail');
    await page.press('Change what I entered');
    await until(() => page.field('contractNumber'));
    expect(page.field('contractNumber')!.value).to.equal(' V-2001 ');
    expect(page.field('email')!.value).to.equal('fiona@acme.example');
  });

  it('asks for the mail once more', async () => {
    const page = await mountReady<PortalAccountRequest>(accountRequestScenes.default);
    await ask(page);
    await until(() => step(page) === 'Your mail');
    await page.press('Send the mail again');
    await page.says('once more');
    expect(page.requests.length).to.equal(2);
  });

  it('says how long to wait after too many attempts', async () => {
    const page = await mountReady<PortalAccountRequest>(accountRequestScenes.tooMany);
    await ask(page);
    await page.says('5 minutes');
    page.submit();
    expect(page.requests.length).to.equal(1);
    expect(page.field('email')!.value).to.equal('fiona@acme.example');
  });

  it('says what is missing at the field, and asks nobody', async () => {
    const page = await mountReady<PortalAccountRequest>(accountRequestScenes.default);
    page.submit();
    await until(() => page.focused === page.field('contractNumber'));
    expect(page.root.querySelectorAll('.error-text').length).to.equal(2);
    expect(page.requests.length).to.equal(0);
  });

  it("sends nothing before the page's own check against robots is content", async () => {
    const page = await mountReady<PortalAccountRequest>({
      ...accountRequestScenes.default,
      markup: html`<portal-account-request><input slot="captcha" aria-label="Two and two" required /></portal-account-request>`,
      handlers: [requestAccount()],
    });
    await ask(page);
    await page.element.updateComplete;
    expect(page.requests.length).to.equal(0);
    page.element.querySelector('input')!.value = '4';
    await ask(page);
    await until(() => page.requests.length === 1);
  });
});
