import { expect } from '@open-wc/testing';
import '../../src/define/portal-visits.js';
import type { PortalVisits } from '../../src/index.js';
import { AccessServer } from '../mocks/facility-access.js';
import { personas } from '../mocks/session.js';
import { visitsScenes as scenes } from '../scenes/visits.js';
import type { Scene } from '../scenes/scene.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { Hand } from '../support/dialogs.js';
import { mountReady, text, until } from '../support/mount.js';

saysWhatCouldNotBeLoaded('portal-visits', scenes.default, [
  {
    module: 'src/facility-access/visit-panel.ts',
    need: async (root) => {
      await until(() => root.querySelector('[part="toolbar"] .primary'));
      root.querySelector<HTMLElement>('[part="toolbar"] .primary')!.click();
    },
    here: (root) => root.querySelector('dialog'),
  },
]);

keepsThePortalContract('portal-visits', scenes);

describe('<portal-visits>', () => {
  const begin = async (changes: Partial<Scene> = {}) =>
    new Hand(await mountReady<PortalVisits>({ ...scenes.default, handlers: new AccessServer().handlers, ...changes }), 'visit');

  async function write(hand: Hand<PortalVisits>, day = '2026-12-05'): Promise<void> {
    await hand.press('Register a visit');
    await hand.fill('facilityId', 'fac_hel1');
    await hand.fill('day', day);
    await hand.fill('from', '22:00');
    await hand.fill('to', '01:30');
    await hand.fill('purpose', ' Swap a fan ');
    await hand.fill('visitor-0-name', 'Vera Visitor');
  }

  it('tells times by the clocks of the facility, and says so where they are not those of the person', async () => {
    const { root } = await begin();
    const [hamburg, helsinki] = [...root.querySelectorAll('tbody tr')].map((each) => text(each));
    expect(hamburg)
      .to.match(/9:00\sAM\s–\s12:00\sPM/)
      .and.not.to.contain('time');
    expect(helsinki)
      .to.match(/10:00\sPM/)
      .and.to.contain('Helsinki time');
    expect(text(root.querySelector('tbody')))
      .to.contain('Under inspection')
      .and.to.contain('Viktor Vendor');
  });

  it('asks for what is to come, or for what is past', async () => {
    const { root, mounted } = await begin();
    const asked = () => new URL(mounted.requests.findLast(({ url }) => url.includes('/visits'))!.url).searchParams.get('when');
    expect(asked()).to.equal('upcoming');
    const choice = [...root.querySelectorAll('select')].find((each) => each.value === 'upcoming')!;
    choice.value = 'past';
    choice.dispatchEvent(new Event('change'));
    await until(() => asked() === 'past');
  });

  it('registers a visit over midnight by the clocks of the facility, and shows its pass', async () => {
    const hand = await begin();
    await write(hand);
    expect(text(hand.dialog)).to.contain('By the clocks of Helsinki, at most 24 hours');
    await hand.press('Add a visitor');
    expect(hand.focusedId).to.equal('visit-visitor-1-name');
    await hand.fill('visitor-1-name', 'Walt Visitor');
    await hand.fill('visitor-1-plate', 'ABC-1');
    await hand.press('Register');
    await hand.says('NEWC-ODE2');
    expect(hand.notice).to.contain('The visit has been registered.');
    expect(!!hand.root.querySelector('svg.qr[aria-label="QR code of NEWC-ODE2"]')).to.equal(true);
    const nobody = { company: null, idDocument: null, plate: null };
    expect(await hand.sent('POST')).to.deep.equal({
      facilityId: 'fac_hel1',
      cageId: null,
      rackId: null,
      startsAt: '2026-12-05T22:00',
      endsAt: '2026-12-06T01:30',
      purpose: 'Swap a fan',
      visitors: [{ ...nobody, name: 'Vera Visitor' }, { ...nobody, name: 'Walt Visitor', plate: 'ABC-1' }], // prettier-ignore
    });
  });

  it('says at each field what is missing or wrong, goes to the first, and keeps the rest', async () => {
    const hand = await begin();
    await hand.press('Register a visit');
    await hand.press('Add a visitor');
    await hand.press('Register');
    expect(hand.faults.length).to.equal(7);
    expect(hand.focusedId).to.equal('visit-facilityId');
    await hand.press('Remove visitor 2');
    await write(hand, '2020-01-01');
    await hand.press('Register');
    await hand.says('This time is over already.');
    expect(hand.faults).to.deep.equal(['This time is over already.']);
    await until(() => hand.focusedId === 'visit-day');
    expect(hand.field('purpose').value).to.equal(' Swap a fan ');
  });

  it('keeps what was written over a closed dialog and a right that comes back', async () => {
    const hand = await begin();
    await write(hand);
    await hand.press('Close');
    hand.mounted.provision!.update({ permissions: personas['no-permissions'] });
    await until(() => hand.mounted.element.getAttribute('phase') === 'denied');
    hand.mounted.provision!.update({ permissions: personas.owner });
    await hand.press('Register a visit');
    await until(() => hand.field('visitor-0-name')?.value === 'Vera Visitor');
    expect(hand.field('from').value).to.equal('22:00');
  });

  it('prints the pass alone: code, place, people and rules', async () => {
    const hand = await begin();
    hand.root.querySelector<HTMLElement>('tbody button')!.click();
    await until(() => hand.button('Print the pass'));
    let printed = { text: '', codes: 0, sheets: 0 };
    const append = document.body.append.bind(document.body);
    document.body.append = (frame: HTMLIFrameElement) => {
      append(frame);
      frame.contentWindow!.print = () => {
        const { body, adoptedStyleSheets } = frame.contentDocument!;
        printed = { text: text(body), codes: body.querySelectorAll('svg.qr path').length, sheets: adoptedStyleSheets.length };
        frame.contentWindow!.dispatchEvent(new Event('afterprint'));
      };
    };
    await hand.press('Print the pass');
    document.body.append = append;
    for (const words of ['K7MF-2XQP', 'Wendenstraße 408', 'Viktor Vendor', 'L01X00T47', 'No food in the halls.'])
      expect(printed.text).to.contain(words);
    expect([printed.codes, printed.sheets]).to.deep.equal([1, 1]);
    expect(document.querySelectorAll('body > iframe[hidden]').length).to.equal(0);
  });

  it('saves a visit for the calendar', async () => {
    const hand = await begin();
    hand.root.querySelector<HTMLElement>('tbody button')!.click();
    await hand.press('Add to calendar');
    await until(() => hand.mounted.requests.some(({ url }) => url.endsWith('/visits/vis_1/calendar')));
  });

  it('cancels after it has been said what that means', async () => {
    const hand = await begin();
    hand.root.querySelector<HTMLElement>('tbody button')!.click();
    await hand.press('Cancel the visit');
    await hand.says('The pass is void at once');
    await hand.press('Cancel the visit');
    await until(() => hand.notice === 'The visit has been cancelled.');
    await until(() => !text(hand.root.querySelector('tbody')).includes('Replace a power supply'));
  });

  it('offers nothing but reading to whoever may only view, and no pass where there is none', async () => {
    const hand = await begin({ permissions: personas['read-only'] });
    expect(hand.button('Register a visit') === undefined).to.equal(true);
    hand.root.querySelectorAll<HTMLElement>('tbody button')[1]!.click();
    await hand.says('Valokuitu Oy');
    expect(['Print the pass', 'Cancel the visit'].some((name) => hand.button(name))).to.equal(false);
    expect(hand.root.querySelectorAll('.qr').length).to.equal(0);
  });
});
