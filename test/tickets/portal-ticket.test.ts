import { expect } from '@open-wc/testing';
import '../../src/define/portal-ticket.js';
import type { PortalTicket } from '../../src/tickets/portal-ticket.js';
import { http, problem } from '../mocks/http.js';
import { personas } from '../mocks/session.js';
import {
  aClosedTicket,
  addTicketCopy,
  aTicket,
  aTicketPost,
  closeTicket,
  getTicket,
  getTicketOptions,
  rateTicket,
  replyToTicket,
} from '../mocks/tickets.js';
import { ticketScenes } from '../scenes/ticket.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { found } from '../support/found.js';
import { mountReady, text, until, type Mounted } from '../support/mount.js';
import { mergesThreeWays } from '../support/three-way.js';

saysWhatCouldNotBeLoaded('portal-ticket', ticketScenes.default, [
  { module: 'src/tickets/record-view.ts', here: (root) => root.querySelector('[part="facts"]') },
  { module: 'src/tickets/reply-panel.ts', here: (root) => root.querySelector('[name="reply"]') },
  { module: 'src/tickets/actions-panel.ts', here: (root) => root.querySelector('[part="copies"]') },
]);

saysWhatCouldNotBeLoaded('portal-ticket', ticketScenes.closed, [
  { module: 'src/tickets/rating-panel.ts', here: (root) => root.querySelector('[part="rating"]') },
]);

keepsThePortalContract('portal-ticket', ticketScenes);

const rating = { score: 3, words: 'Slow', by: 'Olivia Owner', at: '2026-11-22T10:00:00Z' };

mergesThreeWays<PortalTicket, ReturnType<typeof aTicket>>('Rating a ticket', {
  scene: ticketScenes.closed,
  record: aClosedTicket({ id: 'one', rating }),
  path: '/tickets/one',
  savedAt: '/tickets/one/rating',
  method: 'PUT',
  open: ({ element }) => found(() => element.shadowRoot!.querySelector('[name="rating-words"]')),
  mine: { name: 'rating-words', value: 'Slow, but friendly', sent: { score: 5, words: 'Slow, but friendly' } },
  clash: { rating: { ...rating, score: 5, words: 'Fast' } },
  theirs: { change: { rating: { ...rating, score: 5 } }, name: 'rating-score', value: true },
  save: 'Send rating',
});

const shown = (element: PortalTicket) => element.shadowRoot!;
const button = (element: PortalTicket, label: string) =>
  [...shown(element).querySelectorAll<HTMLElement>('button, a')].find((each) => text(each).includes(label));

async function type(element: PortalTicket, words: string): Promise<void> {
  const area = await found(() => shown(element).querySelector<HTMLTextAreaElement>('[name="reply"]'));
  area.value = words;
  area.dispatchEvent(new Event('input'));
  await element.updateComplete;
}

const typed = (element: PortalTicket) => shown(element).querySelector<HTMLTextAreaElement>('[name="reply"]')?.value;
const sent = (mounted: Mounted<PortalTicket>, method: string) => mounted.requests.filter((request) => request.method === method);
const posts = (element: PortalTicket) => [...shown(element).querySelectorAll('.posts > li')].map((each) => text(each));

describe('<portal-ticket>', () => {
  beforeEach(() => sessionStorage.clear());

  it('shows the conversation as text, the newest post first, what is quoted folded', async () => {
    const markup = '<img src=x onerror=alert(1)>';
    const record = aTicket({
      posts: [aTicketPost({ id: 'a', text: 'First' }), aTicketPost({ text: markup, quoted: 'Former words' })],
      postCount: 2,
    });
    const { element } = await mountReady<PortalTicket>({ ...ticketScenes.default, handlers: [getTicketOptions(), getTicket(record)] });
    expect(posts(element)[0]).to.contain(markup);
    expect(posts(element)[1]).to.contain('First');
    expect(shown(element).querySelector('.posts img')).to.equal(null);
    expect(shown(element).querySelector<HTMLDetailsElement>('.posts details')!.open).to.equal(false);
    expect(text(shown(element).querySelector('[part="facts"]'))).to.contain('192.0.2.7');
  });

  it('asks for the earlier posts of a long conversation', async () => {
    const { element, requests } = await mountReady<PortalTicket>(ticketScenes.manyRows);
    button(element, 'Show 70 earlier posts')!.click();
    await until(() => requests.some(({ url }) => url.includes('posts=2000')));
  });

  it('sends an answer once, shows it, and empties the form', async () => {
    const mounted = await mountReady<PortalTicket>(ticketScenes.default);
    const { element, answerWith } = mounted;
    await type(element, 'All of them');
    const answered = aTicket({ posts: [...aTicket().posts, aTicketPost({ id: 'new', yours: true, text: 'All of them' })], postCount: 2 });
    answerWith([getTicketOptions(), getTicket(answered), replyToTicket()]);
    button(element, 'Send answer')!.click();
    button(element, 'Sending')?.click();
    await until(() => posts(element)[0]?.includes('All of them'));
    await until(() => typed(element) === '');
    expect(sent(mounted, 'POST').length).to.equal(1);
    expect(sent(mounted, 'POST')[0]!.headers.get('Idempotency-Key')).to.have.length.above(8);
  });

  it('keeps the words when sending fails, when the session lapses, and when the page is left and opened again', async () => {
    const failing = http.post('/tickets/{ticketId}/posts', () => problem(500, 'Broken'));
    const { element, provision } = await mountReady<PortalTicket>({
      ...ticketScenes.default,
      handlers: [getTicketOptions(), getTicket(), failing],
    });
    await type(element, 'Precious words');
    button(element, 'Send answer')!.click();
    await until(() => shown(element).querySelector('[part="error"]'));
    expect(typed(element)).to.equal('Precious words');
    provision!.update({ permissions: null });
    await until(() => !shown(element).querySelector('textarea'));
    provision!.update({ permissions: personas.owner });
    await until(() => typed(element) === 'Precious words');
    element.remove();
    const again = await mountReady<PortalTicket>(ticketScenes.default);
    await until(() => typed(again.element) === 'Precious words');
    button(again.element, 'Send answer')!.click();
    await until(() => typed(again.element) === '');
    await until(() => sessionStorage.length === 0);
  });

  it('keeps them for the person alone', async () => {
    const { element } = await mountReady<PortalTicket>(ticketScenes.default);
    await type(element, 'Of Olivia');
    element.remove();
    const other = aTicket({ you: { id: 'mem_tech', name: 'Tom Tech' } });
    const again = await mountReady<PortalTicket>({ ...ticketScenes.default, handlers: [getTicketOptions(), getTicket(other)] });
    await until(() => typed(again.element) !== undefined);
    expect(typed(again.element)).to.equal('');
  });

  it('says that it has been closed meanwhile, lets it be opened again, and keeps the words', async () => {
    const { element, answerWith } = await mountReady<PortalTicket>(ticketScenes.default);
    await type(element, 'One thing more');
    answerWith([
      getTicket(aClosedTicket()),
      http.post('/tickets/{ticketId}/posts', () => problem(409, 'Closed', { type: 'urn:x:ticket-closed' })),
    ]);
    button(element, 'Send answer')!.click();
    await until(() => text(shown(element).querySelector('[part="reply"]')).includes('closed meanwhile'));
    await until(() => button(element, 'Open again'));
    expect(typed(element)).to.equal('One thing more');
  });

  it('leads to the ticket it has been merged into, and the words come along', async () => {
    const { element, answerWith } = await mountReady<PortalTicket>(ticketScenes.default);
    await type(element, 'Where is it?');
    answerWith([
      ...ticketScenes.merged.handlers,
      http.post('/tickets/{ticketId}/posts', () => problem(409, 'Merged', { type: 'urn:x:ticket-merged' })),
    ]);
    button(element, 'Send answer')!.click();
    const way = await found(() => button(element, 'Outage of the shop'));
    expect(text(shown(element).querySelector('[part="merged"]'))).to.contain('10043');
    answerWith([getTicketOptions(), getTicket(aTicket({ id: 'tkt_2', number: '10043' }))]);
    way.click();
    await until(() => element.ticketId === 'tkt_2' && text(shown(element).querySelector('h2')).includes('10043'));
    await until(() => typed(element) === 'Where is it?');
  });

  it('shows new answers by themselves, says so, and leaves what is typed where it is', async () => {
    let record = aTicket();
    const handlers = [getTicketOptions(), getTicket(() => record)];
    const { element, requests } = await mountReady<PortalTicket>({ ...ticketScenes.default, handlers });
    await type(element, 'I am typing');
    const area = shown(element).querySelector<HTMLTextAreaElement>('[name="reply"]')!;
    area.focus();
    const { top } = area.getBoundingClientRect();
    record = aTicket({ posts: [...aTicket().posts, aTicketPost({ id: 'news' })], postCount: 2 });
    element.refresh = 0.05;
    await until(() => posts(element)[0]?.includes('Which page is it?'));
    await until(() => [...shown(element).querySelectorAll('[role="status"]')].some((each) => text(each).includes('New post by Nora Lind')));
    expect([area.value, shown(element).activeElement === area, area.getBoundingClientRect().top]).to.deep.equal(['I am typing', true, top]);
    expect(requests.at(-1)!.headers.get('Portal-Background')).to.equal('1');
  });

  it('looks less often while nothing happens, and not at all once it is closed', async () => {
    const { element, requests, answerWith } = await mountReady<PortalTicket>(ticketScenes.default);
    const looks = () => requests.filter(({ url }) => url.includes('posts=')).length;
    const begun = performance.now();
    element.refresh = 0.02;
    await until(() => looks() >= 5);
    expect(performance.now() - begun).to.be.above(20 * (1 + 2 + 4 + 8));
    answerWith([getTicket(aClosedTicket())]);
    await until(() => button(element, 'Open again'));
    const looked = looks();
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(looks()).to.equal(looked);
  });

  it('closes, and offers what the new state allows', async () => {
    const { element, answerWith } = await mountReady<PortalTicket>(ticketScenes.default);
    const close = await found(() => button(element, 'Close ticket'));
    answerWith([getTicket(aClosedTicket()), closeTicket(), rateTicket()]);
    close.click();
    await until(() => text(shown(element).querySelector('[part="notice"]')).includes('has been closed'));
    await until(() => button(element, 'Open again'));
    const five = await found(() => shown(element).querySelector<HTMLInputElement>('[name="rating-score"][value="5"]'));
    five.click();
    button(element, 'Send rating')!.click();
    await until(() => text(shown(element).querySelector('[part="rating"]')).includes('Thank you'));
  });

  it('puts a colleague in copy', async () => {
    const mounted = await mountReady<PortalTicket>({
      ...ticketScenes.default,
      handlers: [getTicketOptions(), getTicket(), addTicketCopy()],
    });
    const choice = await found(() => {
      const select = shown(mounted.element).querySelector<HTMLSelectElement>('#copies');
      return select && select.options.length > 1 ? select : undefined;
    });
    choice.value = 'mem_billing';
    choice.dispatchEvent(new Event('change'));
    await until(() => sent(mounted, 'PUT')[0]?.url.endsWith('/tickets/tkt_1/copies/mem_billing'));
  });

  it('offers nothing where the server allows nothing, or the person may only read', async () => {
    const nothing = { ...ticketScenes.default, handlers: [getTicketOptions(), getTicket(aTicket({ allowedActions: [] }))] };
    for (const scene of [nothing, ticketScenes.readOnly]) {
      const { element } = await mountReady<PortalTicket>(scene);
      await until(() => shown(element).querySelector('[part="copies"]'));
      expect(shown(element).querySelector('form, select')).to.equal(null);
      expect(button(element, 'Close ticket')).to.equal(undefined);
    }
  });
});
