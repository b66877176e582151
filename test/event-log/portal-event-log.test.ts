import { expect } from '@open-wc/testing';
import { http as msw } from 'msw';
import '../../src/define/portal-event-log.js';
import type { PortalEventLog } from '../../src/event-log/portal-event-log.js';
import { anEvent, listEvents, someEvents } from '../mocks/event-log.js';
import { eventLogScenes } from '../scenes/event-log.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady, settled, until } from '../support/mount.js';

keepsThePortalContract('portal-event-log', eventLogScenes);

describe('<portal-event-log>', () => {
  it('says who did what to which thing, when and from where', async () => {
    const page = await mountReady<PortalEventLog>(eventLogScenes.default);
    const [first] = page.rows;
    for (const word of ['Changed a service', 'Nov 20', 'Olivia Owner', 'D-50012 The shop', 'Service', '203.0.113.7', 'Firefox on Windows'])
      expect(first).to.contain(word);
    expect(page.part('kept')).to.contain('730 days');
  });

  it('tells the company’s staff and systems from people, and shows the company’s words for a kind it does not know', async () => {
    const page = await mountReady<PortalEventLog>(eventLogScenes.default);
    const { rows } = page;
    expect(rows[3]).to.contain('Replaced the router').and.to.contain('Karin Kundendienst').and.to.contain('Company’s staff');
    expect(rows[5]).to.contain('Company’s system');
  });

  it('says of what broke off that it is not known whether it was carried out', async () => {
    const page = await mountReady<PortalEventLog>(eventLogScenes.default);
    expect(page.rows.filter((row) => row.includes('Not known whether it was carried out'))).to.have.length(1);
  });

  it('links things that the server says may be seen and the page has an address for', async () => {
    const all = [
      anEvent(),
      anEvent({ id: '2', object: { ...anEvent().object!, linked: false } }),
      anEvent({ id: '3', object: { type: 'contact', typeLabel: 'Person', id: 'mem_9', label: 'Petra', linked: true } }),
      anEvent({ id: '4', object: { type: 'order', typeLabel: 'Order', id: 'ord_1', label: 'O-1', linked: true } }),
    ];
    const page = await mountReady<PortalEventLog>({ ...eventLogScenes.default, handlers: [listEvents(all)] });
    const links = [...page.root.querySelectorAll<HTMLAnchorElement>('tbody a')].map((link) => link.getAttribute('href'));
    expect(links).to.deep.equal(['/service?id=ser_1', '/people']);
  });

  it('leaves out sign-ins, and finds by person and thing', async () => {
    const page = await mountReady<PortalEventLog>(eventLogScenes.default);
    page.element.query = 'withoutSignIns=true';
    await settled(page.element);
    expect(page.rows).to.have.length(someEvents.length - 2);
    page.element.query = 'by=mem_2';
    await settled(page.element);
    expect(page.rows.map((row) => row.includes('Bruno Billing'))).to.deep.equal([true]);
    page.element.query = 'object=dns-zone%2Fzon_1';
    await settled(page.element);
    expect(page.rows).to.have.length(1);
  });

  it('asks for JSON Lines of what the filter chooses', async () => {
    let asked = '';
    const lines = msw.get('*/api/v1/events', ({ request }) => {
      if (!request.headers.get('accept')?.includes('ndjson')) return undefined;
      asked = new URL(request.url).search;
      return new Response('{}\n', {
        headers: { 'content-type': 'application/x-ndjson', 'content-disposition': 'attachment; filename="e.jsonl"' },
      });
    });
    const page = await mountReady<PortalEventLog>({
      ...eventLogScenes.default,
      handlers: [lines, ...eventLogScenes.default.handlers],
    });
    page.element.query = 'category=services';
    await settled(page.element);
    await page.press('JSON Lines');
    await until(() => asked !== '');
    expect(asked).to.equal('?category=services');
  });
});
