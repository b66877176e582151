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

const pressNewTicket = (root: ShadowRoot) =>
  [...root.querySelectorAll<HTMLElement>('button')].find((each) => text(each) === 'New ticket')!.click();

saysWhatCouldNotBeLoaded('portal-tickets', ticketsScenes.default, [
  elementInDialog('portal-ticket', (root) => root.querySelector<HTMLElement>('tbody button')!.click()),
  elementInDialog('portal-new-ticket', pressNewTicket),
]);

keepsWhatItShows('portal-tickets', {
  scene: { ...ticketsScenes.default, handlers: [...ticketsScenes.default.handlers, getTicket()] },
  open: (root) => root.querySelector<HTMLElement>('tbody button')!.click(),
  tag: 'portal-ticket',
  type: { selector: '[name="reply"]', text: 'It is better now.' },
});

keepsWhatItShows('portal-tickets', {
  scene: { ...ticketsScenes.default, handlers: [getTicketOptions(), listTicketThings(), ...ticketsScenes.default.handlers] },
  open: pressNewTicket,
  tag: 'portal-new-ticket',
  type: { selector: '[name="subject"]', text: 'Slow' },
});

keepsThePortalContract('portal-tickets', ticketsScenes);

const shown = (element: PortalTickets) => element.shadowRoot!;
const button = (element: PortalTickets, label: string) =>
  [...shown(element).querySelectorAll<HTMLElement>('button, a')].find((each) => text(each).includes(label))!;

describe('<portal-tickets>', () => {
  it('shows subject, number, thing, status, who has opened it and who has answered last', async () => {
    const { element } = await mountReady<PortalTickets>(ticketsScenes.default);
    const [first, second] = shown(element).querySelectorAll('tbody tr');
    const { subject, number, thing } = aTicketSummary();
    for (const part of [subject, number, thing!.label, 'Waiting for you', 'High', 'Nora Lind']) expect(text(first)).to.contain(part);
    expect(text(first)).not.to.contain('Olivia Owner');
    expect(text(second)).to.contain('Bruno Billing');
  });

  it('asks for a group, and for the own tickets where the person sees others', async () => {
    const { element, requests } = await mountReady<PortalTickets>(ticketsScenes.default);
    const [group, scope] = shown(element).querySelectorAll<HTMLSelectElement>('form select');
    group!.value = 'waiting';
    group!.dispatchEvent(new Event('change'));
    await until(() => requests.at(-1)!.url.includes('group=waiting'));
    scope!.value = 'mine';
    scope!.dispatchEvent(new Event('change'));
    await until(() => requests.at(-1)!.url.includes('scope=mine'));
  });

  it('offers no choice of whose where the person sees no others', async () => {
    const answer = {
      items: [aTicketSummary()],
      page: { nextCursor: null, prevCursor: null, total: 1 },
      summary: { seesOthers: false, waiting: 0 },
    };
    const alone = { ...ticketsScenes.default, handlers: [getTicketOptions(), listTickets([], answer)] };
    const { element } = await mountReady<PortalTickets>(alone);
    expect(text(shown(element).querySelector('form'))).not.to.contain('Whose');
  });

  it('opens a ticket, and a new one, in a dialog; or leads to their pages', async () => {
    const handlers = [...ticketsScenes.default.handlers, getTicket(), listTicketThings()];
    const { element } = await mountReady<PortalTickets>({ ...ticketsScenes.default, handlers });
    button(element, aTicketSummary().subject).click();
    await until(() => shown(element).querySelector('dialog portal-ticket'));
    shown(element).querySelector<HTMLElement>('dialog .close')!.click();
    button(element, 'New ticket').click();
    await until(() => shown(element).querySelector('dialog portal-new-ticket'));
    shown(element).querySelector<HTMLElement>('dialog .close')!.click();
    Object.assign(element, { itemHref: '/ticket?id={id}', newHref: '/new-ticket' });
    await element.updateComplete;
    expect(button(element, aTicketSummary().subject).getAttribute('href')).to.equal('/ticket?id=tkt_1');
    expect(button(element, 'New ticket').getAttribute('href')).to.equal('/new-ticket');
  });

  it('offers nothing new to who may only read', async () => {
    const { element } = await mountReady<PortalTickets>({ ...ticketsScenes.default, permissions: personas['read-only'] });
    expect(button(element, 'New ticket')).to.equal(undefined);
  });
});
