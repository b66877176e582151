import { expect } from '@open-wc/testing';
import '../../src/define/portal-new-ticket.js';
import type { PortalNewTicket } from '../../src/tickets/portal-new-ticket.js';
import { http, problem } from '../mocks/http.js';
import { createTicket, getTicket, getTicketOptions, listTicketThings, uploadTicketFile } from '../mocks/tickets.js';
import { newTicketScenes } from '../scenes/new-ticket.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { keepsWhatItShows } from '../support/kept-alive.js';
import { found } from '../support/found.js';
import { mountReady, until } from '../support/mount.js';
import { pageOf } from '../support/page.js';
import { asksWhileUnsent } from '../support/unsent.js';

saysWhatCouldNotBeLoaded('portal-new-ticket', newTicketScenes.default, [
  { module: 'src/tickets/new-ticket-panel.ts', here: (root) => root.querySelector('[name="department"]') },
]);

keepsThePortalContract('portal-new-ticket', newTicketScenes);

keepsWhatItShows('portal-new-ticket', {
  scene: { ...newTicketScenes.default, handlers: [...newTicketScenes.default.handlers, getTicket()] },
  async open(root) {
    const page = pageOf(root);
    await page.fill('department', 'billing');
    await page.fill('subject', 'Slow');
    await page.fill('text', 'It is slow.');
    page.submit();
    (await found(() => root.querySelector<HTMLElement>('[part="notice"] .link'))).click();
  },
  tag: 'portal-ticket',
  type: { selector: '[name="reply"]', text: 'It is better now.' },
});

describe('<portal-new-ticket>', () => {
  beforeEach(() => sessionStorage.clear());

  it('sends what was typed, chosen and asked for, and leads to the ticket by its number', async () => {
    const page = await mountReady<PortalNewTicket>(newTicketScenes.default);
    page.element.itemHref = '/ticket?id={id}';
    await page.fill('department', 'tech');
    expect(page.text).to.contain('We answer within 4 hours');
    await page.fill('subject', 'Slow');
    await page.fill('text', 'It is slow.');
    await page.fill('priority', 'high');
    await page.fill('thing', 'service ser_shop');
    await page.fill('copies', 'mem_tech');
    page.submit();
    await until(() => page.fault('field-affected') === 'Please fill this in.');
    await page.fill('field-affected', 'Everything');
    page.field('field-callback')!.click();
    let created: string | undefined;
    page.element.addEventListener('portal-ticket-created', ({ ticketNumber }) => (created = ticketNumber));
    page.submit();
    const link = await found(() => page.root.querySelector('[part="notice"] a'));
    expect([link.getAttribute('href'), created]).to.deep.equal(['/ticket?id=tkt_1', '10042']);
    expect(await page.bodies('POST')).to.deep.equal([
      {
        department: 'tech',
        subject: 'Slow',
        text: 'It is slow.',
        priority: 'high',
        thing: { kind: 'service', id: 'ser_shop' },
        copies: ['mem_tech'],
        fields: { affected: 'Everything', callback: 'yes' },
        fileIds: [],
      },
    ]);
    expect(sessionStorage.length).to.equal(0);
  });

  it('offers the priorities of the department alone, and takes the usual one where the chosen one is not taken', async () => {
    const page = await mountReady<PortalNewTicket>(newTicketScenes.default);
    await page.fill('department', 'tech');
    await page.fill('priority', 'high');
    await page.fill('department', 'billing');
    const priority = page.field<HTMLSelectElement>('priority')!;
    expect([[...priority.options].map(({ value }) => value), priority.value]).to.deep.equal([['low', 'normal'], 'normal']);
    await page.fill('subject', 'A question');
    await page.fill('text', 'May I?');
    page.submit();
    await until(() => page.part('notice'));
    expect((await page.bodies('POST'))[0]).to.include({ priority: 'normal' });
  });

  it('is about what the page names, or says that there is no such thing', async () => {
    const page = await mountReady<PortalNewTicket>(newTicketScenes.about);
    await page.says('2026-0042');
    expect(page.field('thing')).to.equal(undefined);
    await page.fill('department', 'billing');
    await page.fill('subject', 'A question');
    await page.fill('text', 'May I?');
    page.submit();
    await until(() => page.part('notice'));
    expect((await page.bodies('POST'))[0]).to.deep.include({ thing: { kind: 'invoice', id: 'inv_1' } });
    const none = { ...newTicketScenes.about, handlers: [getTicketOptions(), listTicketThings([]), createTicket()] };
    const without = await mountReady<PortalNewTicket>(none);
    await without.says('cannot be found');
  });

  it('asks before the page is left while words or files are not sent', async () => {
    const page = await mountReady<PortalNewTicket>({
      ...newTicketScenes.default,
      handlers: [...newTicketScenes.default.handlers, uploadTicketFile()],
    });
    await asksWhileUnsent(page, { field: 'subject', files: 'ticket-files' });
  });

  it('says the limits of files before one is chosen', async () => {
    const page = await mountReady<PortalNewTicket>(newTicketScenes.default);
    expect(page.part('upload')).to.match(/PDF, PNG, JPEG, TXT,? or LOG, up to 5 files of 10\s?MB each/);
  });

  it('keeps the words when it fails, puts faults beside their fields, and has the words when it is opened again', async () => {
    const fault = { errors: [{ pointer: '/department', code: 'unknown-department', detail: 'x' }] };
    const refusing = http.post('/tickets', () => problem(422, 'No', fault));
    const handlers = [getTicketOptions(), listTicketThings(), refusing];
    const page = await mountReady<PortalNewTicket>({ ...newTicketScenes.default, handlers });
    await page.fill('department', 'billing');
    await page.fill('subject', 'A question');
    await page.fill('text', 'Long words');
    page.submit();
    await until(() => page.fault('department') === 'Please choose another department.');
    page.element.remove();
    const again = await mountReady<PortalNewTicket>(newTicketScenes.default);
    await until(() => again.field('text')?.value === 'Long words');
    expect(again.field('subject')!.value).to.equal('A question');
  });
});
