import { expect } from '@open-wc/testing';
import '../../src/define/portal-profile.js';
import type { components } from '../../src/index.js';
import type { PortalProfile } from '../../src/profile/portal-profile.js';
import { problem } from '../mocks/http.js';
import { http as msw } from 'msw';
import { getAccountSecurity } from '../mocks/account.js';
import { aProfile, profileFields, profileServer } from '../mocks/profile.js';
import { aSession, personas } from '../mocks/session.js';
import { profileScenes as scenes } from '../scenes/profile.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { keepsWhatItShows } from '../support/kept-alive.js';
import { mountReady, settled, text, until } from '../support/mount.js';
import { mergesThreeWays } from '../support/three-way.js';

type Change = components['schemas']['ProfileChange'];
type Profile = components['schemas']['Profile'];

const press = (root: ShadowRoot, name: string) => [...root.querySelectorAll('button')].findLast((each) => text(each) === name)!.click();

const close = (root: ShadowRoot) => root.querySelector<HTMLElement>('.close')!.click();

saysWhatCouldNotBeLoaded('portal-profile', scenes.default, [
  { module: 'src/profile/record-view.ts', here: (root) => root.querySelector('.columns') },
  {
    module: 'src/profile/edit-panel.ts',
    need: (root) => press(root, 'Edit'),
    here: (root) => root.querySelector('form'),
    leave: (root) => press(root, 'Cancel'),
  },
  {
    module: 'src/define/portal-account-security.ts',
    need: (root) => press(root, 'Second factor and devices'),
    here: () => customElements.get('portal-account-security'),
    leave: close,
  },
  {
    module: 'src/define/portal-change-password.ts',
    need: (root) => press(root, 'Change password'),
    here: () => customElements.get('portal-change-password'),
  },
]);

keepsThePortalContract('portal-profile', scenes);

keepsWhatItShows('portal-profile', {
  scene: { ...scenes.default, handlers: [getAccountSecurity(), ...scenes.default.handlers] },
  open: (root) => press(root, 'Change password'),
  tag: 'portal-change-password',
});

mergesThreeWays<PortalProfile, Profile>('Editing the profile', {
  scene: scenes.default,
  record: aProfile(),
  path: '/profile',
  open: ({ element }) => {
    press(element.shadowRoot!, 'Edit');
    return Promise.resolve();
  },
  mine: { name: 'profile-city', value: 'Dresden', sent: { city: 'Dresden' } },
  clash: { city: 'Leipzig' },
  theirs: { change: { postcode: '04109' }, name: 'profile-postcode', value: '04109' },
  save: 'Save',
});

describe('<portal-profile>', () => {
  /** With a server of its own, for it keeps what is saved. */
  const fresh = (handlers = profileServer()) => ({ ...scenes.default, handlers });
  const root = (element: PortalProfile) => element.shadowRoot!;
  const shown = (element: PortalProfile) => text(root(element).querySelector('[part="detail"]'));
  const section = (element: PortalProfile, name: string) => text(root(element).querySelector(`[part="${name}"]`));
  const button = (element: PortalProfile, label: string) =>
    [...root(element).querySelectorAll('button')].find((each) => text(each) === label || each.ariaLabel === label);
  const control = (element: PortalProfile, name: string) =>
    root(element).querySelector<HTMLInputElement | HTMLSelectElement>(`[name="profile-${name}"]`)!;
  const enter = (element: PortalProfile, name: string, value: string) => {
    const field = control(element, name);
    field.value = value;
    field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input'));
  };
  const save = (element: PortalProfile) => root(element).querySelector('form')!.requestSubmit();
  const edit = async (element: PortalProfile) => {
    button(element, 'Edit')!.click();
    await until(() => root(element).querySelector('form'));
  };
  const sent = async (requests: Request[]) =>
    Promise.all(requests.filter(({ method }) => method === 'PATCH').map((request) => request.clone().json() as Promise<Change>));

  it('shows who the client is, what is owed, the sign-in and the people', async () => {
    const { element } = await mountReady<PortalProfile>(fresh());
    expect(shown(element)).to.contain('Client C-1001 · Contract V-20011');
    expect(shown(element)).to.contain('Köpenicker Straße 148 Aufgang C 10997 Berlin Germany');
    expect(shown(element)).to.contain('Order number needed on invoices Yes').and.to.contain('Industry Trade');
    expect(section(element, 'billing')).to.contain('€1,428.00').and.to.contain('1 invoice').and.to.contain('Dec 1, 2026');
    expect(section(element, 'contacts')).to.contain('Olivia Owner Managing director').and.to.contain('and 4 more');
    expect(section(element, 'authentication')).to.contain('Second factor On').and.to.contain('2 devices');
  });

  it('keeps amounts of several currencies apart', async () => {
    const { element } = await mountReady<PortalProfile>(scenes.severalCurrencies);
    const billing = section(element, 'billing');
    expect(billing).to.contain('CHF 99.00 €1,428.00').and.to.contain('-CHF 30.50 €1,428.00').and.to.contain('2 invoices');
  });

  it('leaves out each part whose permission is missing, and the way to change anything', async () => {
    const { element } = await mountReady<PortalProfile>(scenes.alone);
    const parts = [...root(element).querySelectorAll('section[part]')].map((each) => each.getAttribute('part'));
    expect(parts).to.deep.equal(['detail', 'authentication']);
    expect(shown(element)).not.to.contain('Password changed');
    expect(shown(element)).to.contain('Off, although it is required');
    expect(!!button(element, 'Edit')).to.equal(false);
    expect(!!button(element, 'Change password')).to.equal(false);
  });

  it('drops a part at once when its permission is taken away', async () => {
    const { element, provision } = await mountReady<PortalProfile>(fresh());
    const permissions = { ...personas.owner, deny: { 'billing.invoices': ['view' as const], 'profile.contacts': ['view' as const] } };
    provision!.update({ permissions });
    await until(() => section(element, 'billing') === '' && section(element, 'contacts') === '');
    expect(shown(element)).to.contain('Acme GmbH');
  });

  it('offers no editing where nothing can be edited', async () => {
    const { element } = await mountReady<PortalProfile>({ ...scenes.readOnly, permissions: personas.owner });
    expect(!!button(element, 'Edit')).to.equal(false);
    const some = profileFields(false).map((field) => ({ ...field, editable: field.name === 'city' }));
    const customFields: never[] = [];
    const one = await mountReady<PortalProfile>(fresh(profileServer(aProfile({ fields: some, customFields }))));
    await edit(one.element);
    const names = [...root(one.element).querySelectorAll<HTMLInputElement>('form :is(input, select)')].map(({ name }) => name);
    expect(names).to.deep.equal(['profile-city']);
  });

  it('sends only what was changed, on the version it was changed on, and shows it', async () => {
    const { element, requests } = await mountReady<PortalProfile>(fresh());
    await edit(element);
    expect((root(element).activeElement as HTMLInputElement).name).to.equal('profile-company');
    enter(element, 'city', ' Potsdam ');
    enter(element, 'region', '');
    enter(element, 'country', 'AT');
    enter(element, 'addressLines-1', '');
    enter(element, 'customFields-cost-centre', '');
    save(element);
    await until(() => section(element, 'notice') === 'Saved. What needs our approval takes effect once we have looked at it.');
    expect(await sent(requests)).to.deep.equal([
      { city: 'Potsdam', country: 'AT', addressLines: ['Köpenicker Straße 148'], customFields: { 'cost-centre': null } },
    ]);
    expect(requests.find(({ method }) => method === 'PATCH')!.headers.get('If-Match')).to.equal('"1"');
    await until(() => shown(element).includes('Köpenicker Straße 148 10997 Potsdam Austria'));
    expect(!!root(element).querySelector('form')).to.equal(false);
    expect(root(element).activeElement!.getAttribute('part')).to.equal('notice');
  });

  it('shows a change that waits for approval with old and new value, and takes it back', async () => {
    const { element } = await mountReady<PortalProfile>(fresh(profileServer(aProfile({ pendingChanges: [] }))));
    expect(section(element, 'pending')).to.equal('');
    await edit(element);
    enter(element, 'company', 'Acme AG');
    save(element);
    await until(() => section(element, 'pending').includes('Acme AG'));
    expect(text(root(element).querySelector('[part="pending"] s'))).to.equal('Acme GmbH');
    expect(section(element, 'pending')).to.contain('Asked for by Olivia Owner');
    expect(text(root(element).querySelector('.facts'))).to.contain('Acme GmbH');
    button(element, 'Withdraw the change: Company')!.click();
    await until(() => section(element, 'notice') === 'The change has been withdrawn.');
    await until(() => section(element, 'pending') === '');
  });

  it('asks for the password with another main e-mail address, and forgets it', async () => {
    const { element, provision } = await mountReady<PortalProfile>(fresh());
    await edit(element);
    expect(!!control(element, 'password')).to.equal(false);
    enter(element, 'email', 'new@acme.example');
    await until(() => control(element, 'password'));
    save(element);
    await until(() => text(root(element).querySelector('#profile-password-error')) === 'Please fill this in.');
    enter(element, 'password', 'mistaken');
    save(element);
    await until(() => shown(element).includes('This is not your password.'));
    expect((root(element).activeElement as HTMLInputElement).name).to.equal('profile-password');
    provision!.update({ permissions: personas['no-permissions'] });
    await settled(element, 'denied');
    provision!.update({ permissions: personas.owner, session: aSession() });
    await settled(element);
    await until(() => control(element, 'email'));
    expect(control(element, 'email').value).to.equal('new@acme.example');
    expect(control(element, 'password').value).to.equal('');
    enter(element, 'password', 'portal-demo');
    save(element);
    await until(() => shown(element).includes('new@acme.example') && !root(element).querySelector('form'));
  });

  it('says at each field what is wrong with it, and goes to the first', async () => {
    const { element, requests } = await mountReady<PortalProfile>(fresh());
    await edit(element);
    enter(element, 'city', ' ');
    enter(element, 'phone', '12');
    save(element);
    await until(() => (root(element).activeElement as HTMLInputElement | null)?.name === 'profile-city');
    expect(text(root(element).querySelector('#profile-city-error'))).to.equal('Please fill this in.');
    expect((await sent(requests)).length).to.equal(0);
    enter(element, 'city', 'Berlin');
    save(element);
    await until(() => (root(element).activeElement as HTMLInputElement | null)?.name === 'profile-phone');
    expect(text(root(element).querySelector('#profile-phone-error'))).to.contain('with the code of the country');
    expect(control(element, 'phone').value).to.equal('12');
  });

  it('keeps what was typed when saving fails, and asks before the page is left', async () => {
    const { element, answerWith } = await mountReady<PortalProfile>(fresh());
    const leaves = () => dispatchEvent(new Event('beforeunload', { cancelable: true }));
    await edit(element);
    expect(leaves()).to.equal(true);
    enter(element, 'city', 'Dresden');
    await element.updateComplete;
    expect(leaves()).to.equal(false);
    answerWith([msw.patch('*/profile', () => problem(500, 'No'))]);
    save(element);
    await until(() => section(element, 'error').includes('Something went wrong'));
    expect(control(element, 'city').value).to.equal('Dresden');
    button(element, 'Cancel')!.click();
    await until(() => !root(element).querySelector('form'));
    expect(leaves()).to.equal(true);
    expect(text(root(element).activeElement)).to.equal('Address and contact');
  });

  it('names countries in the language of the person, and opens what belongs to the own account', async () => {
    const { element } = await mountReady<PortalProfile>({ ...fresh(), locale: { language: 'de' } });
    await until(() => button(element, 'Bearbeiten'));
    button(element, 'Bearbeiten')!.click();
    await until(() => root(element).querySelector('form'));
    const names = [...(control(element, 'country') as HTMLSelectElement).options].map(({ text: name }) => name);
    expect(names.length).to.equal(250);
    expect(names.indexOf('Österreich')).to.be.greaterThan(names.indexOf('Norwegen')).and.lessThan(names.indexOf('Polen'));
    button(element, 'Zweiter Faktor und Geräte')!.click();
    await until(() => root(element).querySelector('dialog portal-account-security'));
  });
});
