import { expect, html } from '@open-wc/testing';
import '../../src/define/portal-call-list.js';
import type { PortalCallList } from '../../src/calls/portal-call-list.js';
import { aCall, aCallWithLegs, getRecording, listCalls } from '../mocks/calls.js';
import { aContract, listContracts } from '../mocks/contracts.js';
import { personas } from '../mocks/session.js';
import { callListScenes } from '../scenes/call-list.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mount, mountReady, openFilters, settled, text, until } from '../support/mount.js';

saysWhatCouldNotBeLoaded('portal-call-list', callListScenes.default, [
  {
    module: 'src/calls/dialogs-panel.ts',
    need: (root) => root.querySelector<HTMLElement>('tbody button.link')!.click(),
    here: (root) => root.querySelector('dialog'),
  },
]);

keepsThePortalContract('portal-call-list', callListScenes);

describe('<portal-call-list>', () => {
  it('shows numbers exactly as sent, and links only what can be dialled from anywhere', async () => {
    const page = await mountReady<PortalCallList>(callListScenes.default);
    const table = page.root.querySelector('tbody')!;
    expect(text(table)).to.contain('sip:reception@acme.example').and.to.contain('Number withheld').and.to.contain('Front desk');
    const links = [...table.querySelectorAll('a')].map((each) => each.getAttribute('href'));
    expect(links).to.include('tel:+420601123456').and.not.to.include('tel:110').and.not.to.include('tel:301');
  });

  it('shows costs with all their decimals, and what is not rated as such', async () => {
    const page = await mountReady<PortalCallList>(callListScenes.default);
    const costs = page.texts('tbody td:last-child');
    expect(costs.slice(0, 5)).to.deep.equal(['€0.395', 'Free', 'Included', 'Pending', 'CZK 1.50'].map((each) => each));
    expect(costs[6]).to.equal('€0.012345');
  });

  it("shows a direction and a result it does not know in the server's own words", async () => {
    const page = await mountReady<PortalCallList>({
      ...callListScenes.default,
      handlers: [listCalls([aCall({ direction: 'conference', result: 'parked', resultLabel: 'Parked by the desk' })])],
    });
    expect(page.rows[0]).to.contain('conference').and.to.contain('Parked by the desk');
  });

  it('sums up the whole filter, a currency at a time', async () => {
    const page = await mountReady<PortalCallList>(callListScenes.default);
    const sums = page.part('summary');
    expect(sums).to.contain('Calls 7').and.to.contain('1:05:00').and.to.contain('€0.802345').and.to.contain('CZK');
  });

  it('has nothing about costs where they are kept from the person, and never asks for them', async () => {
    const page = await mountReady<PortalCallList>({
      ...callListScenes.withoutCosts,
      markup: html`<portal-call-list contract-id="con_voip" query=${'sort=-cost&minCost=1'}></portal-call-list>`,
    });
    expect(text(page.root.querySelector('table'))).not.to.contain('Cost');
    expect(page.part('summary')).not.to.contain('€');
    expect(text(await openFilters(page.element)))
      .to.contain('Result')
      .and.not.to.contain('Minimum cost');
    expect(page.asked.get('sort')).to.equal('-startedAt');
    expect(page.asked.has('minCost')).to.equal(false);
  });

  it('asks for local days, keeps the name of the period in its query, and says the zone', async () => {
    const page = await mountReady<PortalCallList>(callListScenes.customPeriod);
    expect(page.asked.get('from')).to.equal('2025-09-30T22:00:00.000Z');
    expect(page.asked.get('to')).to.equal('2025-10-31T23:00:00.000Z');
    expect(page.asked.has('period')).to.equal(false);
    expect(page.text).to.contain('Times in Europe/Berlin');
    await page.fill('Period', 'previous-month');
    await settled(page.element);
    expect(page.element.getAttribute('query')).to.equal('period=previous-month');
    await page.fill('Period', 'custom');
    await settled(page.element);
    expect(page.field('First day')!.value).to.match(/^\d{4}-\d\d-01$/);
    expect(page.element.getAttribute('query')).to.match(/^from=\d{4}-\d\d-01&to=/);
  });

  it('says from which day on calls are kept when the period begins before it', async () => {
    const page = await mountReady<PortalCallList>(callListScenes.customPeriod);
    expect(page.text).to.contain('Calls are kept from Oct 15, 2025 on.');
    page.element.query = 'from=2025-10-20&to=2025-10-31';
    await settled(page.element);
    await until(() => !page.text.includes('Calls are kept'));
  });

  it('takes the only contract there is', async () => {
    const page = await mountReady<PortalCallList>(callListScenes.oneContract);
    expect(page.requests.map(({ url }) => new URL(url).pathname)).to.deep.equal(['/api/v1/contracts', '/api/v1/contracts/con_voip/calls']);
    expect(new URL(page.requests[0]!.url).searchParams.get('kind')).to.equal('voip');
  });

  it('offers several contracts, and keeps the choice in the address', async () => {
    const before = location.href;
    const page = await mountReady<PortalCallList>({
      ...callListScenes.severalContracts,
      markup: html`<portal-call-list contract-param="contract"></portal-call-list>`,
    });
    await page.fill('Contract', 'con_branch');
    await until(() => page.requests.at(-1)!.url.includes('/con_branch/calls'));
    await settled(page.element);
    expect(new URL(location.href).searchParams.get('contract')).to.equal('con_branch');
    history.replaceState(null, '', before);
  });

  it('says that a contract-id is missing where contracts cannot be listed, without asking for calls', async () => {
    const refused = await mountReady<PortalCallList>(callListScenes.contractMissing);
    expect(refused.text).to.contain('contract-id');
    const noRight = await mount<PortalCallList>({
      ...callListScenes.contractMissing,
      handlers: [],
      permissions: { allow: { 'contracts.call-list': ['view'] } },
    });
    await settled(noRight.element, 'error');
    expect(noRight.text).to.contain('contract-id');
    expect(noRight.requests.length).to.equal(0);
  });

  it('follows contract-id without showing calls of the former contract', async () => {
    const page = await mountReady<PortalCallList>(callListScenes.default);
    page.answerWith([listCalls([aCall({ destination: 'Elsewhere' })])]);
    page.element.contractId = 'con_branch';
    await until(() => text(page.root.querySelector('tbody')).includes('Elsewhere'));
    expect(page.rows.length).to.equal(1);
    expect(page.requests.at(-1)!.url).to.contain('/con_branch/calls');
  });

  it('opens a call in full', async () => {
    const page = await mountReady<PortalCallList>(callListScenes.default);
    page.row(0).querySelector<HTMLElement>('button')!.click();
    await until(() => page.root.querySelector('dialog dl'));
    const dialog = text(page.dialog);
    expect(dialog).to.contain('00420601123456').and.to.contain('0:04:03').and.to.contain('0:05:00').and.to.contain('May still change');
    expect(page.dialog!.open).to.equal(true);
  });

  it('lives with calls of which half is missing', async () => {
    const broken = { id: 'call_x' } as ReturnType<typeof aCall>;
    const page = await mountReady<PortalCallList>({ ...callListScenes.default, handlers: [listCalls([broken, aCall()])] });
    expect(page.rows.length).to.equal(2);
    expect(page.rows[0]).to.contain('—').and.not.to.contain('NaN').and.not.to.contain('undefined');
    page.row(0).querySelector<HTMLElement>('button')!.click();
    await until(() => page.root.querySelector('dialog dl'));
  });

  it('pages through 100,000 calls as through 100', async () => {
    const page = await mountReady<PortalCallList>(callListScenes.manyRows);
    expect(page.rows.length).to.equal(50);
    expect(text(page.root.querySelector('nav'))).to.contain('1–50 of 100,000');
    await page.press('Next page');
    await until(() => text(page.root.querySelector('nav')).includes('51–100'));
    expect(page.asked.get('cursor')).to.equal('50');
    expect(page.rows.length).to.equal(50);
  });

  it('saves the whole filter as CSV, with the period', async () => {
    const page = await mountReady<PortalCallList>(callListScenes.customPeriod);
    await page.press('Download CSV');
    await until(() => page.requests.at(-1)!.headers.get('Accept') === 'text/csv');
    expect(page.asked.get('from')).to.equal('2025-09-30T22:00:00.000Z');
    expect(page.asked.has('limit')).to.equal(false);
  });

  it('closes with its dialog when the right is withdrawn', async () => {
    const page = await mountReady<PortalCallList>({
      ...callListScenes.default,
      handlers: [listCalls(), listContracts([aContract()])],
    });
    page.row(0).querySelector<HTMLElement>('button')!.click();
    await until(() => page.root.querySelector('dialog dl'));
    page.provision!.update({ permissions: personas.billing });
    await settled(page.element, 'denied');
    expect(page.root.childElementCount).to.equal(0);
  });

  describe('one call', () => {
    const open = async (scene: Parameters<typeof mountReady>[0] = callListScenes.withLegs) => {
      const page = await mountReady<PortalCallList>(scene);
      page.row(0).querySelector<HTMLElement>('button')!.click();
      await until(() => page.root.querySelector('dialog dl'));
      return page;
    };
    const paths = (requests: Request[]) => requests.map(({ url }) => new URL(url).pathname.replace('/api/v1/contracts/con_voip/', ''));

    it('says in its row that there are legs and a recording', async () => {
      const page = await mountReady<PortalCallList>(callListScenes.withLegs);
      expect(page.rows[0]).to.contain('3 legs · Recorded');
      expect(page.rows[1]).not.to.contain('leg');
    });

    it('asks for its legs when they are opened, and shows what became of each', async () => {
      const page = await open();
      expect(page.requests.length).to.equal(1);
      const fold = page.root.querySelector<HTMLElement>('dialog summary')!;
      expect(text(fold)).to.equal('3 legs of this call');
      fold.click();
      await until(() => page.root.querySelectorAll('dialog li').length === 3);
      expect(paths(page.requests)).to.deep.equal(['calls', 'calls/call_legs']);
      const legs = page.texts('dialog li');
      expect(legs[1]).to.contain('Ext. 302').and.to.contain('Busy').and.to.contain('0:00:08');
      expect(legs[2]).to.contain('Ext. 303').and.to.contain('Answered');
      await page.press('Close');
      await until(() => !page.dialog);
      page.row(0).querySelector<HTMLElement>('button')!.click();
      await until(() => page.root.querySelector('dialog summary'));
      expect(page.root.querySelector<HTMLDetailsElement>('dialog details')!.open).to.equal(false);
    });

    it('plays its recording in place, and lets go of it when the call is closed', async () => {
      const page = await open();
      await page.press('Play');
      await until(() => page.root.querySelector('audio'));
      const address = page.root.querySelector('audio')!.src;
      expect((await fetch(address)).ok).to.equal(true);
      expect(paths(page.requests)).to.deep.equal(['calls', 'calls/call_legs/recording']);
      expect(page.button('Play') === undefined).to.equal(true);
      await page.press('Close');
      await until(() => !page.dialog);
      const gone = await fetch(address).then(
        () => false,
        () => true,
      );
      expect(gone).to.equal(true);
    });

    it('downloads its recording where it cannot be played, asking once', async () => {
      const page = await open({
        ...callListScenes.withLegs,
        handlers: [getRecording('no sound'), ...callListScenes.withLegs.handlers],
      });
      const saved: string[] = [];
      const watch = (event: Event) => {
        const link = event.composedPath()[0];
        if (link instanceof HTMLAnchorElement && link.download) saved.push(link.download);
      };
      const click = HTMLAnchorElement.prototype.click;
      HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
        this.addEventListener('click', watch);
        this.addEventListener('click', (event) => event.preventDefault());
        click.call(this);
      };
      try {
        await page.press('Play');
        await page.says('cannot be played on this page');
        await until(() => saved.length > 0);
      } finally {
        HTMLAnchorElement.prototype.click = click;
      }
      expect(saved).to.deep.equal(['call.wav']);
      expect(paths(page.requests)).to.deep.equal(['calls', 'calls/call_legs/recording']);
      expect(page.root.querySelectorAll('audio').length).to.equal(0);
    });

    it('offers no recording where there is none, or the person does not get it', async () => {
      const page = await open({ ...callListScenes.withLegs, handlers: [listCalls([aCall({ recording: { available: false } })])] });
      expect(page.button('Play') === undefined && page.button('Download recording') === undefined).to.equal(true);
      const { recording: _, ...kept } = aCallWithLegs;
      const tech = await open({ ...callListScenes.withoutCosts, handlers: [listCalls([kept])] });
      expect(text(tech.dialog)).not.to.contain('ecord');
    });
  });

  describe('files of calls', () => {
    const offer = async (scene: Parameters<typeof mountReady>[0]) => {
      const page = await mountReady<PortalCallList>(scene);
      await page.press('Statements');
      await until(() => page.root.querySelector('dialog li'));
      return page;
    };

    it('are a PDF statement and a CSV of this month, the previous one, and the period shown', async () => {
      const page = await offer({
        ...callListScenes.customPeriod,
        handlers: [...callListScenes.customPeriod.handlers, ...callListScenes.withLegs.handlers],
      });
      const choices = page.texts('dialog li');
      expect(choices.length).to.equal(3);
      expect(choices[2]).to.contain('Oct 1, 2025 – Oct 31, 2025');
      await page.press('PDF statement: Period shown');
      await until(() => text(page.root.querySelector('dialog [role="status"]')) === 'The file has been downloaded.');
      const statement = new URL(page.requests.at(-1)!.url);
      expect(statement.pathname.endsWith('/calls/statement')).to.equal(true);
      expect(statement.search).to.equal('?from=2025-09-30T22%3A00%3A00.000Z&to=2025-10-31T23%3A00%3A00.000Z');
      await page.press('CSV: Previous month');
      await until(() => page.requests.at(-1)!.headers.get('Accept') === 'text/csv');
      expect([...page.asked.keys()]).to.deep.equal(['from', 'to']);
      expect(page.asked.get('from')).not.to.contain('2025-09-30');
    });

    it('are offered once for each period', async () => {
      const page = await offer(callListScenes.withLegs);
      expect(page.root.querySelectorAll('dialog li').length).to.equal(2);
    });
  });
});
