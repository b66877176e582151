import { expect } from '@open-wc/testing';
import '../../src/define/portal-ticket-search.js';
import type { PortalTicketSearch } from '../../src/tickets/portal-ticket-search.js';
import { aTicketFound, getTicket, searchTickets } from '../mocks/tickets.js';
import { ticketSearchScenes as scenes } from '../scenes/ticket-search.js';
import { elementInDialog, saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { keepsWhatItShows } from '../support/kept-alive.js';
import { mountReady, text, until } from '../support/mount.js';

saysWhatCouldNotBeLoaded('portal-ticket-search', scenes.default, [
  elementInDialog('portal-ticket', (root) => root.querySelector<HTMLElement>('tbody button')!.click()),
]);

keepsWhatItShows('portal-ticket-search', {
  scene: { ...scenes.default, handlers: [...scenes.default.handlers, getTicket()] },
  open: (root) => root.querySelector<HTMLElement>('tbody button')!.click(),
  tag: 'portal-ticket',
  type: { selector: '[name="reply"]', text: 'It is better now.' },
});

keepsThePortalContract('portal-ticket-search', scenes);

const shown = (element: PortalTicketSearch) => element.shadowRoot!;
const numbered = { id: 'tkt_1', number: '10042', subject: 'The shop is slow in the evening' };

/** Types into the search and presses the button or Enter, which are one to a form. */
function search(element: PortalTicketSearch, words: string): void {
  const field = shown(element).querySelector<HTMLInputElement>('input[type="search"]')!;
  field.value = words;
  field.dispatchEvent(new Event('input'));
  field.dispatchEvent(new Event('change'));
  shown(element).querySelector<HTMLElement>('form button[type="submit"]')!.click();
}

describe('<portal-ticket-search>', () => {
  it('shows where the words are: in subject, posts and names of files, marked, and by whom', async () => {
    const { element } = await mountReady<PortalTicketSearch>(scenes.default);
    const row = shown(element).querySelector('tbody tr')!;
    expect([...row.querySelectorAll('mark')].map((each) => text(each))).to.deep.equal(['evening', 'evening', 'evenings']);
    expect(text(row.querySelector('button'))).to.equal('The shop is slow in the evening');
    const [post, file] = [...row.querySelectorAll('[part="excerpt"]')].map((each) => text(each));
    expect(post).to.contain('Nora Lind').and.to.contain('… the pool is full in the evening, as you can see.');
    expect(file).to.contain('Olivia Owner').and.to.contain('File Slow evenings.log');
  });

  it('shows markup in a text as the text that it is', async () => {
    const pieces = [
      { text: '<b>bold</b> & <mark>', marked: false },
      { text: '<img src=x onerror=alert(1)>', marked: true },
    ];
    const found = aTicketFound({ excerpts: [{ place: 'post', by: null, at: null, pieces }] });
    const { element } = await mountReady<PortalTicketSearch>({ ...scenes.default, handlers: [searchTickets([found])] });
    const excerpt = shown(element).querySelector('[part="excerpt"]')!;
    expect(text(excerpt)).to.equal('<b>bold</b> & <mark><img src=x onerror=alert(1)>');
    expect(excerpt.querySelectorAll('b, img').length).to.equal(0);
  });

  it('asks for what is typed, and for a state, a department, an author and what it is about', async () => {
    const { element, requests } = await mountReady<PortalTicketSearch>(scenes.default);
    search(element, 'evening');
    await until(() => requests.at(-1)!.url.includes('q=evening'));
    shown(element).querySelector<HTMLElement>('[aria-expanded]')!.click();
    const field = (label: string) =>
      [...shown(element).querySelectorAll('#filters label')].find((each) => text(each).startsWith(label))!.querySelector('select')!;
    await until(() => shown(element).querySelector('#filters option[value="mem_tech"]'));
    for (const [label, value, sent] of [
      ['Status', 'waiting', 'group=waiting'],
      ['Department', 'billing', 'department=billing'],
      ['Written by', 'mem_tech', 'author=mem_tech'],
      ['About', 'service/ser_shop', 'thing=service%2Fser_shop'],
      ['Whose', 'mine', 'scope=mine'],
    ] as const) {
      field(label).value = value;
      field(label).dispatchEvent(new Event('change'));
      await until(() => requests.at(-1)!.url.includes(sent));
      await element.updateComplete;
    }
    expect(requests.at(-1)!.url).to.contain('q=evening');
  });

  it('leads straight to the ticket of a number', async () => {
    const handlers = [searchTickets([aTicketFound()], numbered), getTicket()];
    const { element } = await mountReady<PortalTicketSearch>({ ...scenes.default, handlers });
    search(element, '10042');
    await until(() => shown(element).querySelector('dialog[open] portal-ticket[ticket-id="tkt_1"]'));
  });

  it('leads to its page where there is one', async () => {
    const handlers = [searchTickets([aTicketFound()], numbered)];
    const { element } = await mountReady<PortalTicketSearch>({ ...scenes.default, handlers });
    element.itemHref = '#ticket-{id}';
    search(element, '#10042');
    await until(() => location.hash === '#ticket-tkt_1');
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('offers the way to the ticket of a number while it is typed, without leading there', async () => {
    const { element } = await mountReady<PortalTicketSearch>(scenes.numbered);
    expect(text(shown(element).querySelector('[part~="numbered"]'))).to.equal('Ticket 10042: The shop is slow in the evening');
    expect(shown(element).querySelector('portal-ticket')).to.equal(null);
  });

  it('stays with the results where there is no ticket of the number', async () => {
    const { element, requests } = await mountReady<PortalTicketSearch>({ ...scenes.default, handlers: [searchTickets()] });
    search(element, '99999');
    await until(
      () => requests.at(-1)!.url.includes('q=99999') && text(shown(element).querySelector('[part="list"]')).includes('Nothing matches'),
    );
    expect(shown(element).querySelector('portal-ticket')).to.equal(null);
  });
});
