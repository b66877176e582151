import { expect } from '@open-wc/testing';
import '../../src/define/portal-facility-access.js';
import type { PortalFacilityAccess, PortalVisits } from '../../src/index.js';
import { AccessServer, aGrant } from '../mocks/facility-access.js';
import { personas } from '../mocks/session.js';
import { facilityAccessScenes as scenes } from '../scenes/facility-access.js';
import type { Scene } from '../scenes/scene.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady, settled, text, until } from '../support/mount.js';
import { pageOf } from '../support/page.js';
import { mergesThreeWays } from '../support/three-way.js';

saysWhatCouldNotBeLoaded('portal-facility-access', scenes.default, [
  { module: 'src/define/portal-visits.ts', here: (root) => root.querySelector('portal-visits') },
  {
    module: 'src/facility-access/access-panel.ts',
    need: (root) => pageOf(root).press('Grant access'),
    here: (root) => root.querySelector('dialog'),
  },
]);

keepsThePortalContract('portal-facility-access', scenes);

mergesThreeWays<PortalFacilityAccess, ReturnType<typeof aGrant>>('Changing an access', {
  scene: scenes.alone!,
  record: aGrant(),
  path: '/access-grants/agr_1',
  open: (page) => page.press('Tessa Tech', 'Change'),
  mine: { name: 'access-validTo', value: '2027-06-30', sent: { validTo: '2027-06-30' } },
  clash: { change: { validTo: '2026-11-30' }, value: '2026-11-30' },
  theirs: { change: { level: 'escorted' }, name: 'access-level', value: 'escorted' },
  save: 'Save',
});

describe('<portal-facility-access>', () => {
  const begin = async (changes: Partial<Scene> = {}) =>
    mountReady<PortalFacilityAccess>({ ...scenes.alone!, handlers: new AccessServer().handlers, ...changes });
  const only = (...actions: ('view' | 'create' | 'update' | 'delete')[]) => ({ allow: { 'profile.facility-access': actions } });

  it('shows who may enter where and how, and what it does not know in the words of the company', async () => {
    const { root } = await begin();
    const table = text(root.querySelector('tbody'));
    for (const words of [
      'Rack B12',
      'Whole facility',
      'bring visitors, remove hardware, and May use the scales',
      '004711 issued',
      'Held by security',
      'By drone only',
    ])
      // prettier-ignore
      expect(table).to.contain(words);
    expect(text(root.querySelector('.notice.warning'))).to.equal('One access ends within 30 days.');
  });

  it('shows the visits below, unless they stand elsewhere', async () => {
    const withVisits = await begin({ markup: scenes.default.markup });
    await until(() => withVisits.root.querySelector('portal-visits')?.getAttribute('phase') === 'ready');
    const alone = await begin();
    expect(alone.root.querySelectorAll('portal-visits').length).to.equal(0);
  });

  it('grants access to somebody without a login, to a rack of the facility that was chosen', async () => {
    const page = await begin();
    await page.press('Grant access');
    await page.fill('access-personId', 'mem_fiona');
    await page.fill('access-facilityId', 'fac_hel1');
    expect(page.texts('[name="access-part"] option')).to.deep.equal(['Whole facility', 'Rack H07']);
    await page.fill('access-part', 'rack:rack_h07');
    await page.fill('access-validFrom', '2026-12-01');
    await page.tick('access-permission-remove-hardware');
    await page.press('Grant access');
    await until(() => page.part('notice') === 'Access for Fiona Field has been requested.');
    expect((await page.bodies('POST')).at(-1)).to.deep.equal({
      personId: 'mem_fiona',
      facilityId: 'fac_hel1',
      cageId: null,
      rackId: 'rack_h07',
      level: 'escorted',
      permissions: ['remove-hardware'],
      validFrom: '2026-12-01',
      validTo: null,
    });
  });

  it('leads into the first field of a dialog, but takes nobody out of a field', async () => {
    const page = await begin();
    await page.press('Grant access');
    await until(() => page.focused?.id === 'access-personId');
    await page.press('Cancel', 'Grant access');
    await until(() => page.field('access-validFrom'));
    page.field('access-validFrom')!.focus();
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(page.focused?.id).to.equal('access-validFrom');
  });

  it('says at each field what is missing, goes to the first, and sends nothing', async () => {
    const page = await begin();
    await page.press('Grant access');
    await page.fill('access-validTo', '2026-01-01');
    await page.press('Grant access');
    expect(page.texts('dialog .error-text')).to.deep.equal(['Please fill this in.', 'Please fill this in.', 'Please fill this in.']);
    expect(page.focused?.id).to.equal('access-personId');
    await page.fill('access-validFrom', '2026-02-01');
    expect(page.texts('dialog .error-text').at(-1)).to.equal('The last day is before the first.');
    expect(page.sent('POST').length).to.equal(0);
  });

  it('keeps what was chosen over a refusal and a right that comes back', async () => {
    const page = await begin();
    await page.press('Grant access');
    await page.fill('access-personId', 'mem_tech');
    await page.fill('access-facilityId', 'fac_ham1');
    await page.fill('access-validFrom', '2026-12-01');
    await page.press('Grant access');
    await page.says('The person has access there already.');
    page.provision!.update({ permissions: personas['no-permissions'] });
    await until(() => page.element.getAttribute('phase') === 'denied');
    page.provision!.update({ permissions: personas.owner });
    await until(() => page.field('access-validFrom')?.value === '2026-12-01');
    expect(page.field('access-personId')!.value).to.equal('mem_tech');
  });

  it('sends of a change what differs, with the version that was seen, and says when it has to be confirmed', async () => {
    const page = await begin();
    await page.press('Fiona Field');
    await page.says('Please arrange a time for the orientation');
    await page.press('Change');
    await page.fill('access-level', 'unescorted');
    await page.press('Save');
    await until(() => page.part('notice') === 'The change for Fiona Field has been requested; we have to confirm it.');
    expect((await page.bodies('PATCH')).at(-1)).to.deep.equal({ level: 'unescorted' });
    expect(page.sent('PATCH')[0]!.headers.get('If-Match')).to.equal('"1"');
  });

  it('merges permissions one by one when somebody was faster', async () => {
    const server = new AccessServer();
    const page = await begin({ handlers: server.handlers });
    await page.press('Tessa Tech');
    await page.press('Change');
    await page.tick('access-permission-remove-hardware');
    server.touch('agr_1', { permissions: aGrant().permissions.filter(({ id }) => id !== 'weigh') });
    await page.press('Save');
    await page.says('Someone else has saved changes meanwhile.');
    expect(page.field('access-permission-weigh')!.checked).to.equal(false);
    await page.press('Save');
    await until(() => page.part('notice') === 'The access of Tessa Tech has been changed.');
    expect((await page.bodies('PATCH')).at(-1)).to.deep.equal({ permissions: ['bring-visitors'] });
  });

  it('has facility and part of a place chosen together when both people have changed it', async () => {
    const server = new AccessServer();
    const page = await begin({ handlers: server.handlers });
    await page.press('Tessa Tech');
    await page.press('Change');
    await page.fill('access-part', 'cage:cage_c4');
    const elsewhere = { ...aGrant().place, facilityId: 'fac_hel1', rackId: 'rack_h07' };
    server.touch('agr_1', { place: elsewhere });
    await page.press('Save');
    await page.says('Changed meanwhile to “HEL1, Helsinki, Rack H07”.');
    await page.press('Use their change');
    expect([page.field('access-facilityId')!.value, page.field('access-part')!.value]).to.deep.equal(['fac_hel1', 'rack:rack_h07']);
  });

  it('keeps a visit that is being registered below it while the right is gone', async () => {
    const page = await mountReady<PortalFacilityAccess>(scenes.default);
    const visits = await page.inner<PortalVisits>('portal-visits');
    await settled(visits.element);
    await visits.press('Register a visit');
    await visits.fill('visit-purpose', 'Swap a fan');
    page.provision!.update({ permissions: personas['no-permissions'] });
    await settled(page.element, 'denied');
    page.provision!.update({ permissions: personas.owner });
    await until(() => visits.field('visit-purpose')?.value === 'Swap a fan' && page.root.querySelector('portal-visits') === visits.element);
  });

  it('revokes with the right to delete alone, after it has been said what that means', async () => {
    const page = await begin({ permissions: only('view', 'delete') });
    expect(page.button('Grant access') === undefined).to.equal(true);
    await page.press('Tessa Tech');
    await until(() => page.button('Revoke access'));
    expect(page.button('Change') === undefined).to.equal(true);
    await page.press('Revoke access');
    await page.says('the badge is blocked');
    await page.press('Revoke access');
    await until(() => page.part('notice') === 'The access of Tessa Tech has been revoked.');
    await until(() => text(page.root.querySelector('tbody tr')).includes('Revoked'));
  });

  it('offers nothing but reading to whoever may only view, nor for what is over', async () => {
    const reader = await begin({ permissions: personas['read-only'] });
    await reader.press('Tessa Tech');
    await until(() => reader.dialog);
    expect(['Change', 'Revoke access'].some((name) => reader.button(name))).to.equal(false);
    const owner = await begin();
    await owner.press('Bruno Billing');
    await until(() => owner.dialog);
    expect(['Change', 'Revoke access'].some((name) => owner.button(name))).to.equal(false);
  });
});
