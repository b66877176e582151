import { expect } from '@open-wc/testing';
import '../../src/define/portal-visits.js';
import type { PortalVisits } from '../../src/index.js';
import { AccessServer } from '../mocks/facility-access.js';
import { personas } from '../mocks/session.js';
import { visitsScenes as scenes } from '../scenes/visits.js';
import type { Scene } from '../scenes/scene.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady, text, until } from '../support/mount.js';
import { type Page, pageOf } from '../support/page.js';

saysWhatCouldNotBeLoaded('portal-visits', scenes.default, [
  {
    module: 'src/facility-access/visit-panel.ts',
    need: (root) => pageOf(root).press('Register a visit'),
    here: (root) => root.querySelector('dialog'),
  },
]);

keepsThePortalContract('portal-visits', scenes);

describe('<portal-visits>', () => {
  const begin = async (changes: Partial<Scene> = {}) =>
    mountReady<PortalVisits>({ ...scenes.default, handlers: new AccessServer().handlers, ...changes });

  async function write(page: Page, day = '2026-12-05'): Promise<void> {
    await page.press('Register a visit');
    await page.fill('visit-facilityId', 'fac_hel1');
    await page.fill('visit-day', day);
    await page.fill('visit-from', '22:00');
    await page.fill('visit-to', '01:30');
    await page.fill('visit-purpose', ' Swap a fan ');
    await page.fill('visit-visitor-0-name', 'Vera Visitor');
  }

  it('tells times by the clocks of the facility, and says so where they are not those of the person', async () => {
    const { root, rows } = await begin();
    const [hamburg, helsinki] = rows;
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
    const page = await begin();
    const asked = () => new URL(page.requests.findLast(({ url }) => url.includes('/visits'))!.url).searchParams.get('when');
    expect(asked()).to.equal('upcoming');
    await page.fill('When', 'past');
    await until(() => asked() === 'past');
  });

  it('registers a visit over midnight by the clocks of the facility, and shows its pass', async () => {
    const page = await begin();
    await write(page);
    expect(text(page.dialog)).to.contain('By the clocks of Helsinki, at most 24 hours');
    await page.press('Add a visitor');
    expect(page.focused?.id).to.equal('visit-visitor-1-name');
    await page.fill('visit-visitor-1-name', 'Walt Visitor');
    await page.fill('visit-visitor-1-plate', 'ABC-1');
    await page.press('Register');
    await page.says('NEWC-ODE2');
    expect(page.part('notice')).to.contain('The visit has been registered.');
    expect(!!page.root.querySelector('svg.qr[aria-label="QR code of NEWC-ODE2"]')).to.equal(true);
    const nobody = { company: null, idDocument: null, plate: null };
    expect((await page.bodies('POST')).at(-1)).to.deep.equal({
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
    const page = await begin();
    await page.press('Register a visit');
    await page.press('Add a visitor');
    await page.press('Register');
    expect(page.texts('dialog .error-text').length).to.equal(7);
    expect(page.focused?.id).to.equal('visit-facilityId');
    await page.press('Remove visitor 2');
    await write(page, '2020-01-01');
    await page.press('Register');
    await page.says('This time is over already.');
    expect(page.texts('dialog .error-text')).to.deep.equal(['This time is over already.']);
    await until(() => page.focused?.id === 'visit-day');
    expect(page.field('visit-purpose')!.value).to.equal(' Swap a fan ');
  });

  it('keeps what was written over a closed dialog and a right that comes back', async () => {
    const page = await begin();
    await write(page);
    await page.press('Close');
    page.provision!.update({ permissions: personas['no-permissions'] });
    await until(() => page.element.getAttribute('phase') === 'denied');
    page.provision!.update({ permissions: personas.owner });
    await page.press('Register a visit');
    await until(() => page.field('visit-visitor-0-name')?.value === 'Vera Visitor');
    expect(page.field('visit-from')!.value).to.equal('22:00');
  });

  it('prints the pass alone: code, place, people and rules', async () => {
    const page = await begin();
    page.root.querySelector<HTMLElement>('tbody button')!.click();
    await until(() => page.button('Print the pass'));
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
    await page.press('Print the pass');
    document.body.append = append;
    for (const words of ['K7MF-2XQP', 'Wendenstraße 408', 'Viktor Vendor', 'L01X00T47', 'No food in the halls.'])
      expect(printed.text).to.contain(words);
    expect([printed.codes, printed.sheets]).to.deep.equal([1, 1]);
    expect(document.querySelectorAll('body > iframe[hidden]').length).to.equal(0);
  });

  it('saves a visit for the calendar', async () => {
    const page = await begin();
    page.root.querySelector<HTMLElement>('tbody button')!.click();
    await page.press('Add to calendar');
    await until(() => page.requests.some(({ url }) => url.endsWith('/visits/vis_1/calendar')));
  });

  it('cancels after it has been said what that means', async () => {
    const page = await begin();
    page.root.querySelector<HTMLElement>('tbody button')!.click();
    await page.press('Cancel the visit');
    await page.says('The pass is void at once');
    await page.press('Cancel the visit');
    await until(() => page.part('notice') === 'The visit has been cancelled.');
    await until(() => !text(page.root.querySelector('tbody')).includes('Replace a power supply'));
  });

  it('offers nothing but reading to whoever may only view, and no pass where there is none', async () => {
    const page = await begin({ permissions: personas['read-only'] });
    expect(page.button('Register a visit') === undefined).to.equal(true);
    page.root.querySelectorAll<HTMLElement>('tbody button')[1]!.click();
    await page.says('Valokuitu Oy');
    expect(['Print the pass', 'Cancel the visit'].some((name) => page.button(name))).to.equal(false);
    expect(page.root.querySelectorAll('.qr').length).to.equal(0);
  });
});
