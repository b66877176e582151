import { expect } from '@open-wc/testing';
import '../../src/define/portal-new-ticket.js';
import type { PortalNewTicket } from '../../src/tickets/portal-new-ticket.js';
import { http, problem } from '../mocks/http.js';
import { createTicket, getTicket, getTicketOptions, listTicketThings } from '../mocks/tickets.js';
import { newTicketScenes } from '../scenes/new-ticket.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { keepsWhatItShows } from '../support/kept-alive.js';
import { found } from '../support/found.js';
import { mountReady, text, until, type Mounted } from '../support/mount.js';

saysWhatCouldNotBeLoaded('portal-new-ticket', newTicketScenes.default, [
  { module: 'src/tickets/new-ticket-panel.ts', here: (root) => root.querySelector('[name="department"]') },
]);

keepsThePortalContract('portal-new-ticket', newTicketScenes);

keepsWhatItShows('portal-new-ticket', {
  scene: { ...newTicketScenes.default, handlers: [...newTicketScenes.default.handlers, getTicket()] },
  async open(root) {
    for (const [name, value] of [['department', 'billing'], ['subject', 'Slow'], ['text', 'It is slow.']]) {
      const control = await found(() => root.querySelector<HTMLInputElement>(`[name="${name}"]`));
      control.value = value!;
      control.dispatchEvent(new Event('input'));
      control.dispatchEvent(new Event('change'));
    }
    root.querySelector<HTMLButtonElement>('[type="submit"]')!.click();
    (await found(() => root.querySelector<HTMLElement>('[part="notice"] .link'))).click();
  },
  tag: 'portal-ticket',
}); // prettier-ignore

const shown = (element: PortalNewTicket) => element.shadowRoot!;

async function fill(element: PortalNewTicket, name: string, value: string): Promise<void> {
  const control = await found(() => shown(element).querySelector<HTMLInputElement>(`[name="${name}"]`));
  control.value = value;
  control.dispatchEvent(new Event('input'));
  control.dispatchEvent(new Event('change'));
  await element.updateComplete;
}

const submit = (element: PortalNewTicket) => shown(element).querySelector<HTMLButtonElement>('[type="submit"]')!.click();
const bodies = async ({ requests }: Mounted<PortalNewTicket>) =>
  await Promise.all(requests.filter(({ method }) => method === 'POST').map((request) => request.clone().json() as Promise<object>));

describe('<portal-new-ticket>', () => {
  beforeEach(() => sessionStorage.clear());

  it('sends what was typed, chosen and asked for, and leads to the ticket by its number', async () => {
    const mounted = await mountReady<PortalNewTicket>(newTicketScenes.default);
    const { element } = mounted;
    element.itemHref = '/ticket?id={id}';
    await fill(element, 'department', 'tech');
    expect(text(shown(element).querySelector('section'))).to.contain('We answer within 4 hours');
    await fill(element, 'subject', 'Slow');
    await fill(element, 'text', 'It is slow.');
    await fill(element, 'priority', 'high');
    await fill(element, 'thing', 'service ser_shop');
    await fill(element, 'copies', 'mem_tech');
    submit(element);
    await until(() => text(shown(element).querySelector('#field-affected-error')) === 'Please fill this in.');
    await fill(element, 'field-affected', 'Everything');
    shown(element).querySelector<HTMLInputElement>('[name="field-callback"]')!.click();
    let created: string | undefined;
    element.addEventListener('portal-ticket-created', ({ ticketNumber }) => (created = ticketNumber));
    submit(element);
    const link = await found(() => shown(element).querySelector('[part="notice"] a'));
    expect([link.getAttribute('href'), created]).to.deep.equal(['/ticket?id=tkt_1', '10042']);
    expect(await bodies(mounted)).to.deep.equal([
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
    const mounted = await mountReady<PortalNewTicket>(newTicketScenes.default);
    const { element } = mounted;
    await fill(element, 'department', 'tech');
    await fill(element, 'priority', 'high');
    await fill(element, 'department', 'billing');
    const priority = shown(element).querySelector<HTMLSelectElement>('[name="priority"]')!;
    expect([[...priority.options].map(({ value }) => value), priority.value]).to.deep.equal([['low', 'normal'], 'normal']);
    await fill(element, 'subject', 'A question');
    await fill(element, 'text', 'May I?');
    submit(element);
    await until(() => shown(element).querySelector('[part="notice"]'));
    expect((await bodies(mounted))[0]).to.include({ priority: 'normal' });
  });

  it('is about what the page names, or says that there is no such thing', async () => {
    const mounted = await mountReady<PortalNewTicket>(newTicketScenes.about);
    const { element } = mounted;
    await until(() => text(shown(element).querySelector('section')).includes('2026-0042'));
    expect(shown(element).querySelector('[name="thing"]')).to.equal(null);
    await fill(element, 'department', 'billing');
    await fill(element, 'subject', 'A question');
    await fill(element, 'text', 'May I?');
    submit(element);
    await until(() => shown(element).querySelector('[part="notice"]'));
    expect((await bodies(mounted))[0]).to.deep.include({ thing: { kind: 'invoice', id: 'inv_1' } });
    const none = { ...newTicketScenes.about, handlers: [getTicketOptions(), listTicketThings([]), createTicket()] };
    const { element: without } = await mountReady<PortalNewTicket>(none);
    await until(() => text(shown(without).querySelector('section')).includes('cannot be found'));
  });

  it('says the limits of files before one is chosen', async () => {
    const { element } = await mountReady<PortalNewTicket>(newTicketScenes.default);
    expect(text(shown(element).querySelector('[part="upload"]'))).to.match(/PDF, PNG, JPEG, TXT,? or LOG, up to 5 files of 10\s?MB each/);
  });

  it('keeps the words when it fails, puts faults beside their fields, and has the words when it is opened again', async () => {
    const fault = { errors: [{ pointer: '/department', code: 'unknown-department', detail: 'x' }] };
    const refusing = http.post('/tickets', () => problem(422, 'No', fault));
    const handlers = [getTicketOptions(), listTicketThings(), refusing];
    const { element } = await mountReady<PortalNewTicket>({ ...newTicketScenes.default, handlers });
    await fill(element, 'department', 'billing');
    await fill(element, 'subject', 'A question');
    await fill(element, 'text', 'Long words');
    submit(element);
    await until(() => text(shown(element).querySelector('#department-error')) === 'Please choose another department.');
    element.remove();
    const { element: again } = await mountReady<PortalNewTicket>(newTicketScenes.default);
    await until(() => shown(again).querySelector<HTMLTextAreaElement>('[name="text"]')?.value === 'Long words');
    expect(shown(again).querySelector<HTMLInputElement>('[name="subject"]')!.value).to.equal('A question');
  });
});
