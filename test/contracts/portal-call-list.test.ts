import { expect, html } from '@open-wc/testing';
import '../../src/define/portal-call-list.js';
import type { PortalCallList } from '../../src/contracts/portal-call-list.js';
import { aCall, listCalls } from '../mocks/calls.js';
import { aContract, listContracts } from '../mocks/contracts.js';
import { personas } from '../mocks/session.js';
import { callListScenes } from '../scenes/call-list.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mount, mountReady, openFilters, settled, text, until } from '../support/mount.js';

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
      .and.not.to.contain('Cost at least');
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
});
