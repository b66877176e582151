import { expect } from '@open-wc/testing';
import { http as msw } from 'msw';
import '../../src/define/portal-support-preferences.js';
import type { PortalSupportPreferences } from '../../src/support-preferences/portal-support-preferences.js';
import type { components } from '../../src/index.js';
import { problem } from '../mocks/http.js';
import { personas } from '../mocks/session.js';
import { somePreferences, supportPreferenceServer } from '../mocks/support-preferences.js';
import { supportPreferencesScenes as scenes } from '../scenes/support-preferences.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady, settled, text, until } from '../support/mount.js';
import { mergesThreeWays } from '../support/three-way.js';

saysWhatCouldNotBeLoaded('portal-support-preferences', scenes.default, [
  { module: 'src/support-preferences/preferences-panel.ts', here: (root) => root.querySelector('[part="preferences"]') },
  { module: 'src/support-preferences/pin-panel.ts', here: (root) => root.querySelector('[part="pin"]') },
]);

keepsThePortalContract('portal-support-preferences', scenes);

mergesThreeWays<PortalSupportPreferences, components['schemas']['SupportPreferences']>('Support preferences', {
  scene: scenes.default,
  record: somePreferences(),
  path: '/support-preferences',
  open: () => Promise.resolve(),
  mine: { name: 'signature', value: 'Olivia', sent: { signature: 'Olivia' } },
  clash: { change: { signature: 'O. Owner' }, value: 'O. Owner' },
  theirs: { change: { digest: 'weekly' }, name: 'digest', value: 'weekly' },
  save: 'Save',
});

describe('<portal-support-preferences>', () => {
  /** With a server of its own, for it keeps what is saved. */
  const fresh = (handlers = supportPreferenceServer()) => ({ ...scenes.default, handlers });
  const root = (element: PortalSupportPreferences) => element.shadowRoot!;
  const part = (element: PortalSupportPreferences, name: string) => text(root(element).querySelector(`[part="${name}"]`));
  const button = (element: PortalSupportPreferences, label: string) =>
    [...root(element).querySelectorAll('button')].find((each) => text(each) === label)!;
  const field = <Kind extends HTMLElement = HTMLInputElement>(element: PortalSupportPreferences, name: string) =>
    root(element).querySelector<Kind>(`[name="${name}"]`)!;
  const sent = (requests: Request[]) =>
    Promise.all(requests.filter(({ method }) => method === 'PATCH').map((each) => each.clone().json() as Promise<object>));

  function choose(element: PortalSupportPreferences, name: string, value: string): void {
    const select = field<HTMLSelectElement>(element, name);
    select.value = value;
    select.dispatchEvent(new Event('change'));
  }

  it('saves what was changed, and nothing else', async () => {
    const { element, requests } = await mountReady<PortalSupportPreferences>(fresh());
    field(element, 'notifyClose').click();
    choose(element, 'digest', 'daily');
    choose(element, 'language', 'cs');
    choose(element, 'copies', 'mem_billing');
    choose(element, 'replyOrder', 'oldest-first');
    await element.updateComplete;
    button(element, 'Save').click();
    await until(() => part(element, 'notice') === 'Saved.');
    expect(await sent(requests)).to.deep.equal([
      { notifyClose: true, digest: 'daily', language: 'cs', copies: ['mem_tech', 'mem_billing'], replyOrder: 'oldest-first' },
    ]);
    expect(requests.find(({ method }) => method === 'PATCH')!.headers.get('If-Match')).to.equal('"1"');
    expect(field<HTMLSelectElement>(element, 'digest').value).to.equal('daily');
  });

  it('puts everything back that is discarded', async () => {
    const { element, requests } = await mountReady<PortalSupportPreferences>(fresh());
    choose(element, 'mailFormat', 'plain');
    await until(() => button(element, 'Discard'));
    button(element, 'Discard').click();
    await until(() => part(element, 'notice') === 'The changes have been discarded.');
    expect(field<HTMLSelectElement>(element, 'mailFormat').value).to.equal('html');
    expect(await sent(requests)).to.deep.equal([]);
  });

  it('offers mails of others only to who may see their tickets', async () => {
    const { element } = await mountReady<PortalSupportPreferences>(fresh());
    expect(field(element, 'othersMail')).not.to.equal(null);
    const alone = await mountReady<PortalSupportPreferences>(scenes.empty);
    expect(field(alone.element, 'othersMail')).to.equal(null);
  });

  it('shows the PIN to who asks for it, in words for the ear, hides it again, and never in an attribute or an address', async () => {
    const { element, requests } = await mountReady<PortalSupportPreferences>(fresh());
    await until(() => button(element, 'Show the PIN'));
    expect(part(element, 'pin')).not.to.contain('402');
    button(element, 'Show the PIN').click();
    await until(() => part(element, 'secret') === '402 913');
    expect(part(element, 'pin')).to.contain('It is hidden again after 60 seconds.');
    const attributes = [...root(element).querySelectorAll('*')].flatMap((each) => [...each.attributes].map(({ value }) => value));
    expect(attributes.some((value) => /402 ?913/.test(value))).to.equal(false);
    expect(requests.some(({ url }) => url.includes('402913'))).to.equal(false);
    button(element, 'Hide the PIN').click();
    await until(() => part(element, 'secret') === '');
  });

  it('makes a new PIN, and says that the former is no longer valid', async () => {
    const { element } = await mountReady<PortalSupportPreferences>(fresh());
    await until(() => button(element, 'Create a new PIN'));
    button(element, 'Create a new PIN').click();
    await until(() => part(element, 'secret') === '775 001');
    expect(part(element, 'pin')).to.contain('the former one is no longer valid');
  });

  it('makes a first PIN where there is none', async () => {
    const { element } = await mountReady<PortalSupportPreferences>({ ...scenes.empty, handlers: supportPreferenceServer(somePreferences({ pinRenewedAt: null })) }); // prettier-ignore
    await until(() => part(element, 'pin').includes('You have no PIN yet.'));
    expect(button(element, 'Show the PIN')).to.equal(undefined);
    button(element, 'Create a PIN').click();
    await until(() => part(element, 'secret') === '775 001');
    expect(part(element, 'pin')).not.to.contain('You have no PIN yet.');
  });

  it('forgets the PIN when the right is taken away', async () => {
    const { element, provision } = await mountReady<PortalSupportPreferences>(fresh());
    await until(() => button(element, 'Show the PIN'));
    button(element, 'Show the PIN').click();
    await until(() => part(element, 'secret') === '402 913');
    provision!.update({ permissions: personas['no-permissions'] });
    await settled(element, 'denied');
    provision!.update({ permissions: personas.owner });
    await settled(element);
    await until(() => button(element, 'Show the PIN'));
    expect(part(element, 'secret')).to.equal('');
  });

  it('says why the PIN cannot be shown', async () => {
    const { element, answerWith } = await mountReady<PortalSupportPreferences>(fresh());
    answerWith([msw.post('*/support-preferences/pin/reveal', () => problem(409, 'There is no PIN yet', { type: 'urn:no-pin' }))]);
    await until(() => button(element, 'Show the PIN'));
    button(element, 'Show the PIN').click();
    await until(() => part(element, 'pin').includes('You have no PIN yet.'));
  });

  it('shows words instead of fields to who may only look, and the PIN too', async () => {
    const { element } = await mountReady<PortalSupportPreferences>(scenes.readOnly);
    expect(root(element).querySelectorAll('input, select, textarea').length).to.equal(0);
    expect(part(element, 'facts')).to.contain('When a ticket is opened').and.to.contain('Tom Tech').and.to.contain('Each at once');
    await until(() => button(element, 'Show the PIN'));
    expect(button(element, 'Create a new PIN')).to.equal(undefined);
  });

  it('leaves out to who may only look what has not been chosen', async () => {
    const nothing = supportPreferenceServer(somePreferences({ copies: [], signature: '' }));
    const { element } = await mountReady<PortalSupportPreferences>({ ...scenes.readOnly, handlers: nothing });
    const names = [...root(element).querySelectorAll('dt')].map((each) => text(each));
    expect(names).to.contain('How often').and.not.to.contain('In copy of my new tickets').and.not.to.contain('Signature');
  });

  it('keeps what a later release of the host has chosen', async () => {
    const { element, requests } = await mountReady<PortalSupportPreferences>(
      fresh(supportPreferenceServer(somePreferences({ digest: 'hourly' }))),
    );
    expect(field<HTMLSelectElement>(element, 'digest').value).to.equal('hourly');
    field(element, 'notifyNew').click();
    await element.updateComplete;
    button(element, 'Save').click();
    await until(() => part(element, 'notice') === 'Saved.');
    expect(await sent(requests)).to.deep.equal([{ notifyNew: false }]);
  });
});
