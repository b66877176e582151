import { expect } from '@open-wc/testing';
import '../../src/define/portal-profile.js';
import type { components } from '../../src/index.js';
import type { PortalProfile } from '../../src/profile/portal-profile.js';
import { problem } from '../mocks/http.js';
import { http as msw } from 'msw';
import { getAccountSecurity } from '../mocks/account.js';
import { aPendingChange, aProfile, profileFields, profileServer } from '../mocks/profile.js';
import { aSession, personas } from '../mocks/session.js';
import { profileScenes as scenes } from '../scenes/profile.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { keepsWhatItShows } from '../support/kept-alive.js';
import { mountReady, settled, text, until } from '../support/mount.js';
import { leaves, pageOf } from '../support/page.js';
import { mergesThreeWays } from '../support/three-way.js';

type Profile = components['schemas']['Profile'];

saysWhatCouldNotBeLoaded('portal-profile', scenes.default, [
  { module: 'src/profile/record-view.ts', here: (root) => root.querySelector('.columns') },
  {
    module: 'src/profile/edit-panel.ts',
    need: (root) => pageOf(root).press('Edit'),
    here: (root) => root.querySelector('form'),
    leave: (root) => pageOf(root).press('Cancel'),
  },
  {
    module: 'src/define/portal-account-security.ts',
    need: (root) => pageOf(root).press('Second factor and devices'),
    here: () => customElements.get('portal-account-security'),
    leave: (root) => pageOf(root).press('Close'),
  },
  {
    module: 'src/define/portal-change-password.ts',
    need: (root) => pageOf(root).press('Change password'),
    here: () => customElements.get('portal-change-password'),
  },
]);

keepsThePortalContract('portal-profile', scenes);

keepsWhatItShows('portal-profile', {
  scene: { ...scenes.default, handlers: [getAccountSecurity(), ...scenes.default.handlers] },
  open: (root) => pageOf(root).press('Change password'),
  tag: 'portal-change-password',
  type: { selector: '[name="current"]', text: 'secret words' },
});

mergesThreeWays<PortalProfile, Profile>('Editing the profile', {
  scene: scenes.default,
  record: aProfile(),
  path: '/profile',
  open: (page) => page.press('Edit'),
  mine: { name: 'profile-city', value: 'Dresden', sent: { city: 'Dresden' } },
  clash: { change: { city: 'Leipzig' }, value: 'Leipzig' },
  theirs: { change: { postcode: '04109' }, name: 'profile-postcode', value: '04109' },
  save: 'Save',
});

const awaited = [aPendingChange({ field: 'company', oldValue: 'Acme GmbH', newValue: 'Acme SE' })];

mergesThreeWays<PortalProfile, Profile>('Editing what waits for approval', {
  scene: scenes.default,
  record: aProfile({ pendingChanges: [] }),
  path: '/profile',
  open: (page) => page.press('Edit'),
  mine: { name: 'profile-company', value: 'Acme AG', sent: { company: 'Acme AG' } },
  clash: { change: { pendingChanges: awaited }, value: 'Acme SE' },
  theirs: { change: { postcode: '04109' }, name: 'profile-postcode', value: '04109' },
  save: 'Save',
});

describe('<portal-profile>', () => {
  /** With a server of its own, for it keeps what is saved. */
  const fresh = (handlers = profileServer()) => ({ ...scenes.default, handlers });

  it('shows who the client is, what is owed, the sign-in and the people', async () => {
    const page = await mountReady<PortalProfile>(fresh());
    expect(page.part('detail')).to.contain('Client C-1001 · Contract V-20011');
    expect(page.part('detail')).to.contain('Köpenicker Straße 148 Aufgang C 10997 Berlin Germany');
    expect(page.part('detail')).to.contain('Order number needed on invoices Yes').and.to.contain('Industry Trade');
    expect(page.part('billing')).to.contain('€1,428.00').and.to.contain('1 invoice').and.to.contain('Dec 1, 2026');
    expect(page.part('contacts')).to.contain('Olivia Owner Managing director').and.to.contain('and 4 more');
    expect(page.part('authentication')).to.contain('Second factor On').and.to.contain('2 devices');
  });

  it('keeps amounts of several currencies apart', async () => {
    const page = await mountReady<PortalProfile>(scenes.severalCurrencies);
    const billing = page.part('billing');
    expect(billing).to.contain('CHF 99.00 €1,428.00').and.to.contain('-CHF 30.50 €1,428.00').and.to.contain('2 invoices');
  });

  it('leaves out each part whose permission is missing, and the way to change anything', async () => {
    const page = await mountReady<PortalProfile>(scenes.alone);
    const parts = [...page.root.querySelectorAll('section[part]')].map((each) => each.getAttribute('part'));
    expect(parts).to.deep.equal(['detail', 'authentication']);
    expect(page.part('detail')).not.to.contain('Password changed');
    expect(page.part('detail')).to.contain('Off, although it is required');
    expect(!!page.button('Edit')).to.equal(false);
    expect(!!page.button('Change password')).to.equal(false);
  });

  it('drops a part at once when its permission is taken away', async () => {
    const page = await mountReady<PortalProfile>(fresh());
    const permissions = { ...personas.owner, deny: { 'billing.invoices': ['view' as const], 'profile.contacts': ['view' as const] } };
    page.provision!.update({ permissions });
    await until(() => page.part('billing') === '' && page.part('contacts') === '');
    expect(page.part('detail')).to.contain('Acme GmbH');
  });

  it('offers no editing where nothing can be edited', async () => {
    const page = await mountReady<PortalProfile>({ ...scenes.readOnly, permissions: personas.owner });
    expect(!!page.button('Edit')).to.equal(false);
    const some = profileFields(false).map((field) => ({ ...field, editable: field.name === 'city' }));
    const customFields: never[] = [];
    const one = await mountReady<PortalProfile>(fresh(profileServer(aProfile({ fields: some, customFields }))));
    await one.press('Edit');
    await until(() => one.root.querySelector('form'));
    const names = [...one.root.querySelectorAll<HTMLInputElement>('form :is(input, select)')].map(({ name }) => name);
    expect(names).to.deep.equal(['profile-city']);
  });

  it('sends only what was changed, on the version it was changed on, and shows it', async () => {
    const page = await mountReady<PortalProfile>(fresh());
    await page.press('Edit');
    await until(() => page.root.querySelector('form'));
    expect((page.focused as HTMLInputElement).name).to.equal('profile-company');
    await page.fill('profile-city', ' Potsdam ');
    await page.fill('profile-region', '');
    await page.fill('profile-country', 'AT');
    await page.fill('profile-addressLines-1', '');
    await page.fill('profile-customFields-cost-centre', '');
    page.submit();
    await until(() => page.part('notice') === 'Saved. What needs our approval takes effect once we have looked at it.');
    expect(await page.bodies('PATCH')).to.deep.equal([
      { city: 'Potsdam', country: 'AT', addressLines: ['Köpenicker Straße 148'], customFields: { 'cost-centre': null } },
    ]);
    expect(page.sent('PATCH')[0]!.headers.get('If-Match')).to.equal('"1"');
    await until(() => page.part('detail').includes('Köpenicker Straße 148 10997 Potsdam Austria'));
    expect(!!page.root.querySelector('form')).to.equal(false);
    expect(page.focused!.getAttribute('part')).to.equal('notice');
  });

  it('shows a change that waits for approval with old and new value, and takes it back', async () => {
    const page = await mountReady<PortalProfile>(fresh(profileServer(aProfile({ pendingChanges: [] }))));
    expect(page.part('pending')).to.equal('');
    await page.press('Edit');
    await page.fill('profile-company', 'Acme AG');
    page.submit();
    await until(() => page.part('pending').includes('Acme AG'));
    expect(text(page.root.querySelector('[part="pending"] s'))).to.equal('Acme GmbH');
    expect(page.part('pending')).to.contain('Asked for by Olivia Owner');
    expect(text(page.root.querySelector('.facts'))).to.contain('Acme GmbH');
    await page.press('Withdraw the change: Company');
    await until(() => page.part('notice') === 'The change has been withdrawn.');
    await until(() => page.part('pending') === '');
  });

  it('asks for the password with another main e-mail address, and forgets it', async () => {
    const page = await mountReady<PortalProfile>(fresh());
    await page.press('Edit');
    await until(() => page.root.querySelector('form'));
    expect(!!page.field('profile-password')).to.equal(false);
    await page.fill('profile-email', 'new@acme.example');
    await until(() => page.field('profile-password'));
    page.submit();
    await until(() => page.fault('profile-password') === 'Please fill this in.');
    await page.fill('profile-password', 'mistaken');
    page.submit();
    await until(() => page.part('detail').includes('This is not your password.'));
    expect((page.focused as HTMLInputElement).name).to.equal('profile-password');
    page.provision!.update({ permissions: personas['no-permissions'] });
    await settled(page.element, 'denied');
    page.provision!.update({ permissions: personas.owner, session: aSession() });
    await settled(page.element);
    await until(() => page.field('profile-email'));
    expect(page.field('profile-email')!.value).to.equal('new@acme.example');
    expect(page.field('profile-password')!.value).to.equal('');
    await page.fill('profile-password', 'portal-demo');
    page.submit();
    await until(() => page.part('detail').includes('new@acme.example') && !page.root.querySelector('form'));
  });

  it('says at each field what is wrong with it, and goes to the first', async () => {
    const page = await mountReady<PortalProfile>(fresh());
    await page.press('Edit');
    await page.fill('profile-city', ' ');
    await page.fill('profile-phone', '12');
    page.submit();
    await until(() => (page.focused as HTMLInputElement | null)?.name === 'profile-city');
    expect(page.fault('profile-city')).to.equal('Please fill this in.');
    expect((await page.bodies('PATCH')).length).to.equal(0);
    await page.fill('profile-city', 'Berlin');
    page.submit();
    await until(() => (page.focused as HTMLInputElement | null)?.name === 'profile-phone');
    expect(page.fault('profile-phone')).to.contain('with the code of the country');
    expect(page.field('profile-phone')!.value).to.equal('12');
  });

  it('keeps what was typed when saving fails, and asks before the page is left', async () => {
    const page = await mountReady<PortalProfile>(fresh());
    await page.press('Edit');
    await until(() => page.root.querySelector('form'));
    expect(leaves()).to.equal(true);
    await page.fill('profile-city', 'Dresden');
    expect(leaves()).to.equal(false);
    page.answerWith([msw.patch('*/profile', () => problem(500, 'No'))]);
    page.submit();
    await until(() => page.part('error').includes('Something went wrong'));
    expect(page.field('profile-city')!.value).to.equal('Dresden');
    await page.press('Cancel');
    await until(() => !page.root.querySelector('form'));
    expect(leaves()).to.equal(true);
    expect(text(page.focused)).to.equal('Address and contact');
  });

  it('names countries in the language of the person, and opens what belongs to the own account', async () => {
    const page = await mountReady<PortalProfile>({ ...fresh(), locale: { language: 'de' } });
    await page.press('Bearbeiten');
    await until(() => page.root.querySelector('form'));
    const names = [...page.field<HTMLSelectElement>('profile-country')!.options].map(({ text: name }) => name);
    expect(names.length).to.equal(250);
    expect(names.indexOf('Österreich')).to.be.greaterThan(names.indexOf('Norwegen')).and.lessThan(names.indexOf('Polen'));
    await page.press('Zweiter Faktor und Geräte');
    await until(() => page.root.querySelector('dialog portal-account-security'));
  });
});
