import { expect } from '@open-wc/testing';
import '../../src/define/portal-facility-access.js';
import type { PortalFacilityAccess, PortalVisits } from '../../src/index.js';
import { AccessServer, aGrant } from '../mocks/facility-access.js';
import { personas } from '../mocks/session.js';
import { facilityAccessScenes as scenes } from '../scenes/facility-access.js';
import type { Scene } from '../scenes/scene.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { Hand } from '../support/dialogs.js';
import { mountReady, settled, text, until } from '../support/mount.js';
import { mergesThreeWays } from '../support/three-way.js';

const press = (root: ShadowRoot, name: string) => [...root.querySelectorAll('button')].findLast((each) => text(each) === name)!.click();

saysWhatCouldNotBeLoaded('portal-facility-access', scenes.default, [
  { module: 'src/define/portal-visits.ts', here: (root) => root.querySelector('portal-visits') },
  {
    module: 'src/facility-access/access-panel.ts',
    need: async (root) => {
      await until(() => root.querySelector('[part="toolbar"] .primary'));
      press(root, 'Grant access');
    },
    here: (root) => root.querySelector('dialog'),
  },
]);

keepsThePortalContract('portal-facility-access', scenes);

mergesThreeWays<PortalFacilityAccess, ReturnType<typeof aGrant>>('Changing an access', {
  scene: scenes.alone!,
  record: aGrant(),
  path: '/access-grants/agr_1',
  open: async ({ element }) => {
    const root = element.shadowRoot!;
    press(root, 'Tessa Tech');
    await until(() => root.querySelector('dialog footer .primary'));
    press(root, 'Change');
  },
  mine: { name: 'access-validTo', value: '2027-06-30', sent: { validTo: '2027-06-30' } },
  clash: { change: { validTo: '2026-11-30' }, value: '2026-11-30' },
  theirs: { change: { level: 'escorted' }, name: 'access-level', value: 'escorted' },
  save: 'Save',
});

describe('<portal-facility-access>', () => {
  const begin = async (changes: Partial<Scene> = {}) =>
    new Hand(await mountReady<PortalFacilityAccess>({ ...scenes.alone!, handlers: new AccessServer().handlers, ...changes }), 'access');
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
    const hand = await begin();
    await hand.press('Grant access');
    await hand.fill('personId', 'mem_fiona');
    await hand.fill('facilityId', 'fac_hel1');
    expect([...hand.root.querySelectorAll('[name="access-part"] option')].map((each) => text(each))).to.deep.equal([
      'Whole facility',
      'Rack H07',
    ]);
    await hand.fill('part', 'rack:rack_h07');
    await hand.fill('validFrom', '2026-12-01');
    hand.field('permission-remove-hardware').click();
    await hand.press('Grant access');
    await until(() => hand.notice === 'Access for Fiona Field has been requested.');
    expect(await hand.sent('POST')).to.deep.equal({
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

  it('says at each field what is missing, goes to the first, and sends nothing', async () => {
    const hand = await begin();
    await hand.press('Grant access');
    await hand.fill('validTo', '2026-01-01');
    await hand.press('Grant access');
    expect(hand.faults).to.deep.equal(['Please fill this in.', 'Please fill this in.', 'Please fill this in.']);
    expect(hand.focusedId).to.equal('access-personId');
    await hand.fill('validFrom', '2026-02-01');
    expect(hand.faults.at(-1)).to.equal('The last day is before the first.');
    expect(hand.mounted.requests.some(({ method }) => method === 'POST')).to.equal(false);
  });

  it('keeps what was chosen over a refusal and a right that comes back', async () => {
    const hand = await begin();
    await hand.press('Grant access');
    await hand.fill('personId', 'mem_tech');
    await hand.fill('facilityId', 'fac_ham1');
    await hand.fill('validFrom', '2026-12-01');
    await hand.press('Grant access');
    await hand.says('The person has access there already.');
    hand.mounted.provision!.update({ permissions: personas['no-permissions'] });
    await until(() => hand.mounted.element.getAttribute('phase') === 'denied');
    hand.mounted.provision!.update({ permissions: personas.owner });
    await until(() => hand.field('validFrom')?.value === '2026-12-01');
    expect(hand.field('personId').value).to.equal('mem_tech');
  });

  it('sends of a change what differs, with the version that was seen, and says when it has to be confirmed', async () => {
    const hand = await begin();
    await hand.press('Fiona Field');
    await hand.says('Please arrange a time for the orientation');
    await hand.press('Change');
    await hand.fill('level', 'unescorted');
    await hand.press('Save');
    await until(() => hand.notice === 'The change for Fiona Field has been requested; we have to confirm it.');
    expect(await hand.sent('PATCH')).to.deep.equal({ level: 'unescorted' });
    expect(hand.mounted.requests.find(({ method }) => method === 'PATCH')!.headers.get('If-Match')).to.equal('"1"');
  });

  it('merges permissions one by one when somebody was faster', async () => {
    const server = new AccessServer();
    const hand = await begin({ handlers: server.handlers });
    await hand.press('Tessa Tech');
    await hand.press('Change');
    await until(() => hand.field('permission-remove-hardware'));
    hand.field('permission-remove-hardware').click();
    server.touch('agr_1', { permissions: aGrant().permissions.filter(({ id }) => id !== 'weigh') });
    await hand.press('Save');
    await hand.says('Someone else has saved changes meanwhile.');
    expect(hand.field('permission-weigh').checked).to.equal(false);
    await hand.press('Save');
    await until(() => hand.notice === 'The access of Tessa Tech has been changed.');
    expect(await hand.sent('PATCH')).to.deep.equal({ permissions: ['bring-visitors'] });
  });

  it('has facility and part of a place chosen together when both people have changed it', async () => {
    const server = new AccessServer();
    const hand = await begin({ handlers: server.handlers });
    await hand.press('Tessa Tech');
    await hand.press('Change');
    await hand.fill('part', 'cage:cage_c4');
    const elsewhere = { ...aGrant().place, facilityId: 'fac_hel1', rackId: 'rack_h07' };
    server.touch('agr_1', { place: elsewhere });
    await hand.press('Save');
    await hand.says('Changed meanwhile to “HEL1, Helsinki, Rack H07”.');
    await hand.press('Use their change');
    expect([hand.field('facilityId').value, hand.field('part').value]).to.deep.equal(['fac_hel1', 'rack:rack_h07']);
  });

  it('keeps a visit that is being registered below it while the right is gone', async () => {
    const { element, provision } = await mountReady<PortalFacilityAccess>(scenes.default);
    const inside = () => element.shadowRoot!.querySelector<PortalVisits>('portal-visits');
    await until(() => inside()?.getAttribute('phase') === 'ready');
    await settled(inside()!);
    const visits = new Hand<PortalVisits>({ element: inside()!, requests: [], host: element, answerWith: () => undefined }, 'visit');
    await visits.press('Register a visit');
    await visits.fill('purpose', 'Swap a fan');
    provision!.update({ permissions: personas['no-permissions'] });
    await settled(element, 'denied');
    provision!.update({ permissions: personas.owner });
    await until(() => visits.field('purpose')?.value === 'Swap a fan' && inside() === visits.mounted.element);
  });

  it('revokes with the right to delete alone, after it has been said what that means', async () => {
    const hand = await begin({ permissions: only('view', 'delete') });
    expect(hand.button('Grant access') === undefined).to.equal(true);
    await hand.press('Tessa Tech');
    await until(() => hand.button('Revoke access'));
    expect(hand.button('Change') === undefined).to.equal(true);
    await hand.press('Revoke access');
    await hand.says('the badge is blocked');
    await hand.press('Revoke access');
    await until(() => hand.notice === 'The access of Tessa Tech has been revoked.');
    await until(() => text(hand.root.querySelector('tbody tr')).includes('Revoked'));
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
