import { expect } from '@open-wc/testing';
import '../../src/define/portal-tickets.js';
import type { PortalTickets } from '../../src/tickets/portal-tickets.js';
import { aTicketSummary, getTicket, getTicketOptions, listTicketThings, listTickets } from '../mocks/tickets.js';
import { personas } from '../mocks/session.js';
import { ticketsScenes } from '../scenes/tickets.js';
import { elementInDialog, saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { keepsWhatItShows } from '../support/kept-alive.js';
import { mountReady, text, until } from '../support/mount.js';
import { pageOf } from '../support/page.js';

saysWhatCouldNotBeLoaded('portal-tickets', ticketsScenes.default, [
  elementInDialog('portal-ticket', (root) => root.querySelector<HTMLElement>('tbody button')!.click()),
  elementInDialog('portal-new-ticket', (root) => pageOf(root).press('New ticket')),
]);

keepsWhatItShows('portal-tickets', {
  scene: { ...ticketsScenes.default, handlers: [...ticketsScenes.default.handlers, getTicket()] },
  open: (root) => root.querySelector<HTMLElement>('tbody button')!.click(),
  tag: 'portal-ticket',
  type: { selector: '[name="reply"]', text: 'It is better now.' },
});

keepsWhatItShows('portal-tickets', {
  scene: { ...ticketsScenes.default, handlers: [getTicketOptions(), listTicketThings(), ...ticketsScenes.default.handlers] },
  open: (root) => pageOf(root).press('New ticket'),
  tag: 'portal-new-ticket',
  type: { selector: '[name="subject"]', text: 'Slow' },
});

keepsThePortalContract('portal-tickets', ticketsScenes);

describe('<portal-tickets>', () => {
  it('shows subject, number, thing, status, who has opened it and who has answered last', async () => {
    const page = await mountReady<PortalTickets>(ticketsScenes.default);
    const [first, second] = page.rows;
    const { subject, number, thing } = aTicketSummary();
    for (const part of [subject, number, thing!.label, 'Waiting for you', 'High', 'Nora Lind']) expect(first).to.contain(part);
    expect(first).not.to.contain('Olivia Owner');
    expect(second).to.contain('Bruno Billing');
  });

  it('asks for a group, and for the own tickets where the person sees others', async () => {
    const page = await mountReady<PortalTickets>(ticketsScenes.default);
    await page.fill('Show', 'waiting');
    await until(() => page.requests.at(-1)!.url.includes('group=waiting'));
    await page.fill('Whose', 'mine');
    await until(() => page.requests.at(-1)!.url.includes('scope=mine'));
  });

  it('offers no choice of whose where the person sees no others', async () => {
    const answer = {
      items: [aTicketSummary()],
      page: { nextCursor: null, prevCursor: null, total: 1 },
      summary: { seesOthers: false, waiting: 0 },
    };
    const alone = { ...ticketsScenes.default, handlers: [getTicketOptions(), listTickets([], answer)] };
    const page = await mountReady<PortalTickets>(alone);
    expect(text(page.root.querySelector('form'))).not.to.contain('Whose');
  });

  it('says of when it is while tickets cannot be asked for where they are kept', async () => {
    const known = { items: [aTicketSummary()], page: { nextCursor: null, prevCursor: null, total: 1 } };
    const answer = { ...known, summary: { seesOthers: true, waiting: 0, asOf: '2026-11-21T09:30:00Z' } };
    const page = await mountReady<PortalTickets>({ ...ticketsScenes.default, handlers: [getTicketOptions(), listTickets([], answer)] });
    await until(() => page.root.querySelector('[part="as-of"]'));
    expect(page.part('as-of')).to.contain('cannot be reached');
    expect(page.part('as-of')).to.contain('21');
  });

  it('opens a ticket, and a new one, in a dialog; or leads to their pages', async () => {
    const handlers = [...ticketsScenes.default.handlers, getTicket(), listTicketThings()];
    const page = await mountReady<PortalTickets>({ ...ticketsScenes.default, handlers });
    await page.press(aTicketSummary().subject);
    await until(() => page.root.querySelector('dialog portal-ticket'));
    await page.press('Close');
    await page.press('New ticket');
    await until(() => page.root.querySelector('dialog portal-new-ticket'));
    await page.press('Close');
    Object.assign(page.element, { itemHref: '/ticket?id={id}', newHref: '/new-ticket' });
    await page.element.updateComplete;
    expect(page.button(aTicketSummary().subject)!.getAttribute('href')).to.equal('/ticket?id=tkt_1');
    expect(page.button('New ticket')!.getAttribute('href')).to.equal('/new-ticket');
  });

  it('offers nothing new to who may only read', async () => {
    const page = await mountReady<PortalTickets>({ ...ticketsScenes.default, permissions: personas['read-only'] });
    expect(page.button('New ticket')).to.equal(undefined);
  });
});
