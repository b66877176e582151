import { expect } from '@open-wc/testing';
import '../../src/define/portal-change-password.js';
import type { PortalChangePassword } from '../../src/session/portal-change-password.js';
import { problem } from '../mocks/http.js';
import { aSession, personas } from '../mocks/session.js';
import { http as msw } from 'msw';
import { changePasswordScenes as scenes } from '../scenes/change-password.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady, settled, until } from '../support/mount.js';
import type { Page } from '../support/page.js';

saysWhatCouldNotBeLoaded('portal-change-password', scenes.default, [
  { module: 'src/session/change-password-panel.ts', here: (root) => root.querySelector('form') },
]);

keepsThePortalContract('portal-change-password', scenes);

describe('<portal-change-password>', () => {
  const enter = async (page: Page, current: string, password: string) => {
    await page.fill('current', current);
    for (const name of ['new-password', 'repeat-password']) await page.fill(name, password);
  };

  it('tells password managers whose password it is, and which field is which', async () => {
    const page = await mountReady<PortalChangePassword>(scenes.default);
    expect(page.root.querySelector<HTMLInputElement>('[autocomplete="username"]')!.value).to.equal('owner@acme.example');
    expect(page.field('current')!.autocomplete).to.equal('current-password');
    expect(page.field('new-password')!.autocomplete).to.equal('new-password');
  });

  it('changes the password, signs out elsewhere on request, says so and forgets what was typed', async () => {
    const page = await mountReady<PortalChangePassword>(scenes.default);
    await enter(page, 'portal-demo', 'a quiet red harbour');
    await page.tick('end-others');
    page.submit();
    await page.says('signed out everywhere else');
    expect(await page.sent('PUT')[0]!.json()).to.deep.equal({
      current: 'portal-demo',
      password: 'a quiet red harbour',
      endOtherSessions: true,
    });
    expect(page.field('current')!.value + page.field('new-password')!.value).to.equal('');
    expect(page.focused?.part.value).to.equal('notice');
  });

  it('says at each field what the server refuses, and keeps what was typed', async () => {
    const page = await mountReady<PortalChangePassword>(scenes.default);
    await enter(page, 'mistaken', 'a quiet red harbour');
    page.submit();
    await until(() => page.fault('current').includes('not your current password'));
    expect(page.focused === page.field('current')).to.equal(true);
    expect(page.field('new-password')!.value).to.equal('a quiet red harbour');
    await enter(page, 'portal-demo', 'portal-demo');
    page.submit();
    await until(() => page.fault('new-password').includes('your current password. Choose another'));
  });

  it('says how long to wait after too many wrong passwords', async () => {
    const page = await mountReady<PortalChangePassword>(scenes.default);
    const tooMany = problem(429, 'Too many');
    tooMany.headers.set('Retry-After', '60');
    page.answerWith([msw.put('*', () => tooMany)]);
    await enter(page, 'mistaken', 'a quiet red harbour');
    page.submit();
    await page.says('60 seconds');
    page.submit();
    expect(page.sent('PUT').length).to.equal(1);
  });

  it('leads to where the password is kept when it is not kept here', async () => {
    const page = await mountReady<PortalChangePassword>(scenes.empty);
    expect(page.root.querySelectorAll('form').length).to.equal(0);
    expect(page.root.querySelector('a')!.getAttribute('href')).to.equal('/sso');
  });

  it('forgets what was typed when nobody is signed in any more', async () => {
    const page = await mountReady<PortalChangePassword>(scenes.default);
    await enter(page, 'portal-demo', 'a quiet red harbour');
    page.provision!.update({ permissions: null, session: null });
    await settled(page.element, 'denied');
    page.provision!.update({ permissions: personas.owner, session: aSession() });
    await settled(page.element);
    await until(() => page.field('current'));
    expect(page.field('current')!.value + page.field('new-password')!.value).to.equal('');
  });
});
