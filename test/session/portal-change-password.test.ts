import { expect } from '@open-wc/testing';
import '../../src/define/portal-change-password.js';
import type { PortalChangePassword } from '../../src/session/portal-change-password.js';
import { problem } from '../mocks/http.js';
import { aSession, personas } from '../mocks/session.js';
import { http as msw } from 'msw';
import { changePasswordScenes as scenes } from '../scenes/change-password.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady, settled, text, until } from '../support/mount.js';

saysWhatCouldNotBeLoaded('portal-change-password', scenes.default, [
  { module: 'src/session/change-password-panel.ts', here: (root) => root.querySelector('form') },
]);

keepsThePortalContract('portal-change-password', scenes);

describe('<portal-change-password>', () => {
  const control = (element: PortalChangePassword, name: string) => element.shadowRoot!.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
  const type = (element: PortalChangePassword, name: string, value: string) => {
    control(element, name).value = value;
    control(element, name).dispatchEvent(new Event('input'));
  };
  const shown = (element: PortalChangePassword) => text(element.shadowRoot!.querySelector('section'));
  const submit = (element: PortalChangePassword) => element.shadowRoot!.querySelector('form')!.requestSubmit();
  const fill = (element: PortalChangePassword, current: string, password: string) => {
    type(element, 'current', current);
    type(element, 'new-password', password);
    type(element, 'repeat-password', password);
  };
  const changes = (requests: Request[]) => requests.filter(({ method }) => method === 'PUT');

  it('tells password managers whose password it is, and which field is which', async () => {
    const { element } = await mountReady<PortalChangePassword>(scenes.default);
    expect(element.shadowRoot!.querySelector<HTMLInputElement>('[autocomplete="username"]')!.value).to.equal('owner@acme.example');
    expect(control(element, 'current').autocomplete).to.equal('current-password');
    expect(control(element, 'new-password').autocomplete).to.equal('new-password');
  });

  it('changes the password, signs out elsewhere on request, says so and forgets what was typed', async () => {
    const { element, requests } = await mountReady<PortalChangePassword>(scenes.default);
    fill(element, 'portal-demo', 'a quiet red harbour');
    control(element, 'end-others').click();
    submit(element);
    await until(() => shown(element).includes('signed out everywhere else'));
    expect(await changes(requests)[0]!.json()).to.deep.equal({
      current: 'portal-demo',
      password: 'a quiet red harbour',
      endOtherSessions: true,
    });
    expect(control(element, 'current').value + control(element, 'new-password').value).to.equal('');
    expect(element.shadowRoot!.activeElement?.part.value).to.equal('notice');
  });

  it('says at each field what the server refuses, and keeps what was typed', async () => {
    const { element } = await mountReady<PortalChangePassword>(scenes.default);
    fill(element, 'mistaken', 'a quiet red harbour');
    submit(element);
    await until(() => text(element.shadowRoot!.querySelector('#current-error')).includes('not your current password'));
    expect(element.shadowRoot!.activeElement === control(element, 'current')).to.equal(true);
    expect(control(element, 'new-password').value).to.equal('a quiet red harbour');
    fill(element, 'portal-demo', 'portal-demo');
    submit(element);
    await until(() => text(element.shadowRoot!.querySelector('#new-password-error')).includes('your current password. Choose another'));
  });

  it('says how long to wait after too many wrong passwords', async () => {
    const { element, requests, answerWith } = await mountReady<PortalChangePassword>(scenes.default);
    const tooMany = problem(429, 'Too many');
    tooMany.headers.set('Retry-After', '60');
    answerWith([msw.put('*', () => tooMany)]);
    fill(element, 'mistaken', 'a quiet red harbour');
    submit(element);
    await until(() => shown(element).includes('60 seconds'));
    submit(element);
    expect(changes(requests).length).to.equal(1);
  });

  it('leads to where the password is kept when it is not kept here', async () => {
    const { element } = await mountReady<PortalChangePassword>(scenes.empty);
    expect(element.shadowRoot!.querySelectorAll('form').length).to.equal(0);
    expect(element.shadowRoot!.querySelector('a')!.getAttribute('href')).to.equal('/sso');
  });

  it('forgets what was typed when nobody is signed in any more', async () => {
    const { element, provision } = await mountReady<PortalChangePassword>(scenes.default);
    fill(element, 'portal-demo', 'a quiet red harbour');
    provision!.update({ permissions: null, session: null });
    await settled(element, 'denied');
    provision!.update({ permissions: personas.owner, session: aSession() });
    await settled(element);
    await until(() => control(element, 'current'));
    expect(control(element, 'current').value + control(element, 'new-password').value).to.equal('');
  });
});
