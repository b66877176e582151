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
  const root = (element: PortalCallList) => element.shadowRoot!;
  const shown = (element: PortalCallList) => text(root(element).querySelector('[part="list"], .message'));
  const rows = (element: PortalCallList) => [...root(element).querySelectorAll('tbody tr')];
  const field = <E extends HTMLElement>(element: PortalCallList, label: string) =>
    [...root(element).querySelectorAll('label')]
      .find((each) => text(each.querySelector('span')) === label)
      ?.querySelector<E>('select, input');
  const choose = (control: HTMLSelectElement | HTMLInputElement, value: string) => {
    control.value = value;
    control.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const asked = (requests: Request[]) => new URL(requests.filter(({ url }) => url.includes('/calls')).at(-1)!.url).searchParams;

  it('shows numbers exactly as sent, and links only what can be dialled from anywhere', async () => {
    const { element } = await mountReady<PortalCallList>(callListScenes.default);
    const table = root(element).querySelector('tbody')!;
    expect(text(table)).to.contain('sip:reception@acme.example').and.to.contain('Number withheld').and.to.contain('Front desk');
    const links = [...table.querySelectorAll('a')].map((each) => each.getAttribute('href'));
    expect(links).to.include('tel:+420601123456').and.not.to.include('tel:110').and.not.to.include('tel:301');
  });

  it('shows costs with all their decimals, and what is not rated as such', async () => {
    const { element } = await mountReady<PortalCallList>(callListScenes.default);
    const costs = rows(element).map((row) => text(row.lastElementChild));
    expect(costs.slice(0, 5)).to.deep.equal(['€0.395', 'Free', 'Included', 'Pending', 'CZK 1.50'].map((each) => each));
    expect(costs[6]).to.equal('€0.012345');
  });

  it("shows a direction and a result it does not know in the server's own words", async () => {
    const { element } = await mountReady<PortalCallList>({
      ...callListScenes.default,
      handlers: [listCalls([aCall({ direction: 'conference', result: 'parked', resultLabel: 'Parked by the desk' })])],
    });
    expect(text(rows(element)[0]))
      .to.contain('conference')
      .and.to.contain('Parked by the desk');
  });

  it('sums up the whole filter, a currency at a time', async () => {
    const { element } = await mountReady<PortalCallList>(callListScenes.default);
    const sums = text(root(element).querySelector('[part="summary"]'));
    expect(sums).to.contain('Calls 7').and.to.contain('1:05:00').and.to.contain('€0.802345').and.to.contain('CZK');
  });

  it('has nothing about costs where they are kept from the person, and never asks for them', async () => {
    const { element, requests } = await mountReady<PortalCallList>({
      ...callListScenes.withoutCosts,
      markup: html`<portal-call-list contract-id="con_voip" query=${'sort=-cost&minCost=1'}></portal-call-list>`,
    });
    expect(text(root(element).querySelector('table'))).not.to.contain('Cost');
    expect(text(root(element).querySelector('[part="summary"]'))).not.to.contain('€');
    expect(text(await openFilters(element)))
      .to.contain('Result')
      .and.not.to.contain('Minimum cost');
    expect(asked(requests).get('sort')).to.equal('-startedAt');
    expect(asked(requests).has('minCost')).to.equal(false);
  });

  it('asks for local days, keeps the name of the period in its query, and says the zone', async () => {
    const { element, requests } = await mountReady<PortalCallList>(callListScenes.customPeriod);
    expect(asked(requests).get('from')).to.equal('2025-09-30T22:00:00.000Z');
    expect(asked(requests).get('to')).to.equal('2025-10-31T23:00:00.000Z');
    expect(asked(requests).has('period')).to.equal(false);
    expect(shown(element)).to.contain('Times in Europe/Berlin');
    choose(field<HTMLSelectElement>(element, 'Period')!, 'previous-month');
    await settled(element);
    expect(element.getAttribute('query')).to.equal('period=previous-month');
    choose(field<HTMLSelectElement>(element, 'Period')!, 'custom');
    await settled(element);
    expect(field<HTMLInputElement>(element, 'First day')!.value).to.match(/^\d{4}-\d\d-01$/);
    expect(element.getAttribute('query')).to.match(/^from=\d{4}-\d\d-01&to=/);
  });

  it('says from which day on calls are kept when the period begins before it', async () => {
    const { element } = await mountReady<PortalCallList>(callListScenes.customPeriod);
    expect(shown(element)).to.contain('Calls are kept from Oct 15, 2025 on.');
    element.query = 'from=2025-10-20&to=2025-10-31';
    await settled(element);
    await until(() => !shown(element).includes('Calls are kept'));
  });

  it('takes the only contract there is', async () => {
    const { requests } = await mountReady<PortalCallList>(callListScenes.oneContract);
    expect(requests.map(({ url }) => new URL(url).pathname)).to.deep.equal(['/api/v1/contracts', '/api/v1/contracts/con_voip/calls']);
    expect(new URL(requests[0]!.url).searchParams.get('kind')).to.equal('voip');
  });

  it('offers several contracts, and keeps the choice in the address', async () => {
    const before = location.href;
    const { element, requests } = await mountReady<PortalCallList>({
      ...callListScenes.severalContracts,
      markup: html`<portal-call-list contract-param="contract"></portal-call-list>`,
    });
    choose(field<HTMLSelectElement>(element, 'Contract')!, 'con_branch');
    await until(() => requests.at(-1)!.url.includes('/con_branch/calls'));
    await settled(element);
    expect(new URL(location.href).searchParams.get('contract')).to.equal('con_branch');
    history.replaceState(null, '', before);
  });

  it('says that a contract-id is missing where contracts cannot be listed, without asking for calls', async () => {
    const refused = await mountReady<PortalCallList>(callListScenes.contractMissing);
    expect(shown(refused.element)).to.contain('contract-id');
    const noRight = await mount<PortalCallList>({
      ...callListScenes.contractMissing,
      handlers: [],
      permissions: { allow: { 'contracts.call-list': ['view'] } },
    });
    await settled(noRight.element, 'error');
    expect(shown(noRight.element)).to.contain('contract-id');
    expect(noRight.requests.length).to.equal(0);
  });

  it('follows contract-id without showing calls of the former contract', async () => {
    const { element, requests, answerWith } = await mountReady<PortalCallList>(callListScenes.default);
    answerWith([listCalls([aCall({ destination: 'Elsewhere' })])]);
    element.contractId = 'con_branch';
    await until(() => text(root(element).querySelector('tbody')).includes('Elsewhere'));
    expect(rows(element).length).to.equal(1);
    expect(requests.at(-1)!.url).to.contain('/con_branch/calls');
  });

  it('opens a call in full', async () => {
    const { element } = await mountReady<PortalCallList>(callListScenes.default);
    rows(element)[0]!.querySelector<HTMLElement>('button')!.click();
    await until(() => root(element).querySelector('dialog dl'));
    const dialog = text(root(element).querySelector('dialog'));
    expect(dialog).to.contain('00420601123456').and.to.contain('0:04:03').and.to.contain('0:05:00').and.to.contain('May still change');
    expect(root(element).querySelector('dialog')!.open).to.equal(true);
  });

  it('lives with calls of which half is missing', async () => {
    const broken = { id: 'call_x' } as ReturnType<typeof aCall>;
    const { element } = await mountReady<PortalCallList>({ ...callListScenes.default, handlers: [listCalls([broken, aCall()])] });
    expect(rows(element).length).to.equal(2);
    expect(text(rows(element)[0]))
      .to.contain('—')
      .and.not.to.contain('NaN')
      .and.not.to.contain('undefined');
    rows(element)[0]!.querySelector<HTMLElement>('button')!.click();
    await until(() => root(element).querySelector('dialog dl'));
  });

  it('pages through 100,000 calls as through 100', async () => {
    const { element, requests } = await mountReady<PortalCallList>(callListScenes.manyRows);
    expect(rows(element).length).to.equal(50);
    expect(text(root(element).querySelector('nav'))).to.contain('1–50 of 100,000');
    [...root(element).querySelectorAll('button')].find((each) => text(each) === 'Next page')!.click();
    await until(() => text(root(element).querySelector('nav')).includes('51–100'));
    expect(asked(requests).get('cursor')).to.equal('50');
    expect(rows(element).length).to.equal(50);
  });

  it('saves the whole filter as CSV, with the period', async () => {
    const { element, requests } = await mountReady<PortalCallList>(callListScenes.customPeriod);
    [...root(element).querySelectorAll('button')].find((each) => text(each) === 'Download CSV')!.click();
    await until(() => requests.at(-1)!.headers.get('Accept') === 'text/csv');
    expect(asked(requests).get('from')).to.equal('2025-09-30T22:00:00.000Z');
    expect(asked(requests).has('limit')).to.equal(false);
  });

  it('closes with its dialog when the right is withdrawn', async () => {
    const { element, provision } = await mountReady<PortalCallList>({
      ...callListScenes.default,
      handlers: [listCalls(), listContracts([aContract()])],
    });
    rows(element)[0]!.querySelector<HTMLElement>('button')!.click();
    await until(() => root(element).querySelector('dialog dl'));
    provision!.update({ permissions: personas.billing });
    await settled(element, 'denied');
    expect(root(element).childElementCount).to.equal(0);
  });

  describe('one call', () => {
    const button = (element: PortalCallList, name: string) =>
      [...root(element).querySelectorAll<HTMLElement>('dialog button')].find((each) => text(each) === name);
    const open = async (scene: Parameters<typeof mountReady>[0] = callListScenes.withLegs) => {
      const mounted = await mountReady<PortalCallList>(scene);
      rows(mounted.element)[0]!.querySelector<HTMLElement>('button')!.click();
      await until(() => root(mounted.element).querySelector('dialog dl'));
      return mounted;
    };
    const paths = (requests: Request[]) => requests.map(({ url }) => new URL(url).pathname.replace('/api/v1/contracts/con_voip/', ''));

    it('says in its row that there are legs and a recording', async () => {
      const { element } = await mountReady<PortalCallList>(callListScenes.withLegs);
      expect(text(rows(element)[0])).to.contain('3 legs · Recorded');
      expect(text(rows(element)[1])).not.to.contain('leg');
    });

    it('asks for its legs when they are opened, and shows what became of each', async () => {
      const { element, requests } = await open();
      expect(requests.length).to.equal(1);
      const fold = root(element).querySelector<HTMLElement>('dialog summary')!;
      expect(text(fold)).to.equal('3 legs of this call');
      fold.click();
      await until(() => root(element).querySelectorAll('dialog li').length === 3);
      expect(paths(requests)).to.deep.equal(['calls', 'calls/call_legs']);
      const legs = [...root(element).querySelectorAll('dialog li')].map((each) => text(each));
      expect(legs[1]).to.contain('Ext. 302').and.to.contain('Busy').and.to.contain('0:00:08');
      expect(legs[2]).to.contain('Ext. 303').and.to.contain('Answered');
      root(element).querySelector<HTMLElement>('dialog .close')!.click();
      await until(() => !root(element).querySelector('dialog'));
      rows(element)[0]!.querySelector<HTMLElement>('button')!.click();
      await until(() => root(element).querySelector('dialog summary'));
      expect(root(element).querySelector<HTMLDetailsElement>('dialog details')!.open).to.equal(false);
    });

    it('plays its recording in place, and lets go of it when the call is closed', async () => {
      const { element, requests } = await open();
      button(element, 'Play')!.click();
      await until(() => root(element).querySelector('audio'));
      const address = root(element).querySelector('audio')!.src;
      expect((await fetch(address)).ok).to.equal(true);
      expect(paths(requests)).to.deep.equal(['calls', 'calls/call_legs/recording']);
      expect(button(element, 'Play') === undefined).to.equal(true);
      root(element).querySelector<HTMLElement>('dialog .close')!.click();
      await until(() => !root(element).querySelector('dialog'));
      const gone = await fetch(address).then(
        () => false,
        () => true,
      );
      expect(gone).to.equal(true);
    });

    it('downloads its recording where it cannot be played, asking once', async () => {
      const { element, requests } = await open({
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
        button(element, 'Play')!.click();
        await until(() => text(root(element).querySelector('dialog')).includes('cannot be played on this page'));
        await until(() => saved.length > 0);
      } finally {
        HTMLAnchorElement.prototype.click = click;
      }
      expect(saved).to.deep.equal(['call.wav']);
      expect(paths(requests)).to.deep.equal(['calls', 'calls/call_legs/recording']);
      expect(root(element).querySelectorAll('audio').length).to.equal(0);
    });

    it('offers no recording where there is none, or the person does not get it', async () => {
      const { element } = await open({ ...callListScenes.withLegs, handlers: [listCalls([aCall({ recording: { available: false } })])] });
      expect(button(element, 'Play') === undefined && button(element, 'Download recording') === undefined).to.equal(true);
      const { recording: _, ...kept } = aCallWithLegs;
      const tech = await open({ ...callListScenes.withoutCosts, handlers: [listCalls([kept])] });
      expect(text(root(tech.element).querySelector('dialog'))).not.to.contain('ecord');
    });
  });

  describe('files of calls', () => {
    const offer = async (scene: Parameters<typeof mountReady>[0]) => {
      const mounted = await mountReady<PortalCallList>(scene);
      [...root(mounted.element).querySelectorAll<HTMLElement>('button')].find((each) => text(each) === 'Statements')!.click();
      await until(() => root(mounted.element).querySelector('dialog li'));
      return mounted;
    };
    const choose = (element: PortalCallList, label: string) =>
      root(element).querySelector<HTMLElement>(`dialog button[aria-label="${label}"]`)!.click();

    it('are a PDF statement and a CSV of this month, the previous one, and the period shown', async () => {
      const { element, requests } = await offer({
        ...callListScenes.customPeriod,
        handlers: [...callListScenes.customPeriod.handlers, ...callListScenes.withLegs.handlers],
      });
      const choices = [...root(element).querySelectorAll('dialog li')].map((each) => text(each));
      expect(choices.length).to.equal(3);
      expect(choices[2]).to.contain('Oct 1, 2025 – Oct 31, 2025');
      choose(element, 'PDF statement: Period shown');
      await until(() => text(root(element).querySelector('dialog [role="status"]')) === 'The file has been downloaded.');
      const statement = new URL(requests.at(-1)!.url);
      expect(statement.pathname.endsWith('/calls/statement')).to.equal(true);
      expect(statement.search).to.equal('?from=2025-09-30T22%3A00%3A00.000Z&to=2025-10-31T23%3A00%3A00.000Z');
      choose(element, 'CSV: Previous month');
      await until(() => requests.at(-1)!.headers.get('Accept') === 'text/csv');
      expect([...asked(requests).keys()]).to.deep.equal(['from', 'to']);
      expect(asked(requests).get('from')).not.to.contain('2025-09-30');
    });

    it('are offered once for each period', async () => {
      const { element } = await offer(callListScenes.withLegs);
      expect(root(element).querySelectorAll('dialog li').length).to.equal(2);
    });
  });
});
