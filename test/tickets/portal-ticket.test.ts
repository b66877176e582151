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
  uploadPostFile,
} from '../mocks/tickets.js';
import { ticketScenes } from '../scenes/ticket.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { found } from '../support/found.js';
import { mountReady, text, until } from '../support/mount.js';
import { asksWhileUnsent } from '../support/unsent.js';
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
  open: (page) => found(() => page.field('rating-words')),
  mine: { name: 'rating-words', value: 'Slow, but friendly', sent: { score: 5, words: 'Slow, but friendly' } },
  clash: { change: { rating: { ...rating, score: 5, words: 'Fast' } }, value: 'Fast' },
  theirs: { change: { rating: { ...rating, score: 5 } }, name: 'rating-score', value: true },
  save: 'Send rating',
});

describe('<portal-ticket>', () => {
  beforeEach(() => sessionStorage.clear());

  it('shows the conversation as text, the newest post first, what is quoted folded', async () => {
    const markup = '<img src=x onerror=alert(1)>';
    const record = aTicket({
      posts: [aTicketPost({ id: 'a', text: 'First' }), aTicketPost({ text: markup, quoted: 'Former words' })],
      postCount: 2,
    });
    const page = await mountReady<PortalTicket>({ ...ticketScenes.default, handlers: [getTicketOptions(), getTicket(record)] });
    expect(page.texts('.posts > li')[0]).to.contain(markup);
    expect(page.texts('.posts > li')[1]).to.contain('First');
    expect(page.root.querySelector('.posts img')).to.equal(null);
    expect(page.root.querySelector<HTMLDetailsElement>('.posts details')!.open).to.equal(false);
    expect(page.part('facts')).to.contain('192.0.2.7');
  });

  it('says of when it is, and what is kept and not yet handed on', async () => {
    const posts = [aTicketPost({ text: 'Known' }), aTicketPost({ id: 'pst_3', text: 'Kept', isPending: true })];
    const record = aTicket({ posts, postCount: 2, asOf: '2026-11-21T09:30:00Z' });
    const page = await mountReady<PortalTicket>({ ...ticketScenes.default, handlers: [getTicketOptions(), getTicket(record)] });
    expect(page.part('as-of')).to.contain('cannot be reached');
    expect(page.texts('.posts > li').map((post) => post.includes('not yet handed on'))).to.deep.equal([true, false]);
  });

  it('says which files of a mail were not taken', async () => {
    const record = aTicket({ posts: [aTicketPost({ text: '', leftOut: ['plan.docx', '<b>film</b>.mp4'] })], postCount: 1 });
    const page = await mountReady<PortalTicket>({ ...ticketScenes.default, handlers: [getTicketOptions(), getTicket(record)] });
    expect(page.texts('.posts > li')[0]).to.contain('Not taken from the mail, for their kind, size or number: plan.docx, <b>film</b>.mp4');
    expect(page.root.querySelector('.posts b')).to.equal(null);
  });

  it('asks for the earlier posts of a long conversation', async () => {
    const page = await mountReady<PortalTicket>(ticketScenes.manyRows);
    await page.press('Show 70 earlier posts');
    await until(() => page.requests.some(({ url }) => url.includes('posts=2000')));
  });

  it('sends an answer once, shows it, and empties the form', async () => {
    const page = await mountReady<PortalTicket>(ticketScenes.default);
    await page.fill('reply', 'All of them');
    const answered = aTicket({ posts: [...aTicket().posts, aTicketPost({ id: 'new', yours: true, text: 'All of them' })], postCount: 2 });
    page.answerWith([getTicketOptions(), getTicket(answered), replyToTicket()]);
    await page.press('Send answer');
    page.button('Sending…')!.click();
    await until(() => page.texts('.posts > li')[0]?.includes('All of them'));
    await until(() => page.field('reply')?.value === '');
    expect(page.sent('POST').length).to.equal(1);
    expect(page.sent('POST')[0]!.headers.get('Idempotency-Key')).to.have.length.above(8);
  });

  it('keeps the words when sending fails, when the session lapses, and when the page is left and opened again', async () => {
    const failing = http.post('/tickets/{ticketId}/posts', () => problem(500, 'Broken'));
    const page = await mountReady<PortalTicket>({
      ...ticketScenes.default,
      handlers: [getTicketOptions(), getTicket(), failing],
    });
    await page.fill('reply', 'Precious words');
    await page.press('Send answer');
    await until(() => page.part('error'));
    expect(page.field('reply')?.value).to.equal('Precious words');
    page.provision!.update({ permissions: null });
    await until(() => !page.root.querySelector('textarea'));
    page.provision!.update({ permissions: personas.owner });
    await until(() => page.field('reply')?.value === 'Precious words');
    page.element.remove();
    const again = await mountReady<PortalTicket>(ticketScenes.default);
    await until(() => again.field('reply')?.value === 'Precious words');
    await again.press('Send answer');
    await until(() => again.field('reply')?.value === '');
    await until(() => sessionStorage.length === 0);
  });

  it('keeps them for the person alone', async () => {
    const page = await mountReady<PortalTicket>(ticketScenes.default);
    await page.fill('reply', 'Of Olivia');
    page.element.remove();
    const other = aTicket({ you: { id: 'mem_tech', name: 'Tom Tech' } });
    const again = await mountReady<PortalTicket>({ ...ticketScenes.default, handlers: [getTicketOptions(), getTicket(other)] });
    await until(() => again.field('reply')?.value !== undefined);
    expect(again.field('reply')?.value).to.equal('');
  });

  it('says that it has been closed meanwhile, lets it be opened again, and keeps the words', async () => {
    const page = await mountReady<PortalTicket>(ticketScenes.default);
    await page.fill('reply', 'One thing more');
    page.answerWith([
      getTicket(aClosedTicket()),
      http.post('/tickets/{ticketId}/posts', () => problem(409, 'Closed', { type: 'urn:x:ticket-closed' })),
    ]);
    await page.press('Send answer');
    await until(() => page.part('reply').includes('closed meanwhile'));
    await until(() => page.button('Open again'));
    expect(page.field('reply')?.value).to.equal('One thing more');
  });

  it('leads to the ticket it has been merged into, and the words come along', async () => {
    const page = await mountReady<PortalTicket>(ticketScenes.default);
    await page.fill('reply', 'Where is it?');
    page.answerWith([
      ...ticketScenes.merged.handlers,
      http.post('/tickets/{ticketId}/posts', () => problem(409, 'Merged', { type: 'urn:x:ticket-merged' })),
    ]);
    await page.press('Send answer');
    const way = await found(() => page.button('Outage of the shop'));
    expect(page.part('merged')).to.contain('10043');
    page.answerWith([getTicketOptions(), getTicket(aTicket({ id: 'tkt_2', number: '10043' }))]);
    way.click();
    await until(() => page.element.ticketId === 'tkt_2' && page.heading.includes('10043'));
    await until(() => page.field('reply')?.value === 'Where is it?');
  });

  it('asks before the page is left while words or files are not sent', async () => {
    const page = await mountReady<PortalTicket>({
      ...ticketScenes.default,
      handlers: [...ticketScenes.default.handlers, uploadPostFile()],
    });
    await asksWhileUnsent(page, { field: 'reply', files: 'reply-files' });
  });

  it('shows new answers by themselves, says so, and leaves what is typed where it is', async () => {
    let record = aTicket();
    const handlers = [getTicketOptions(), getTicket(() => record)];
    const page = await mountReady<PortalTicket>({ ...ticketScenes.default, handlers });
    await page.fill('reply', 'I am typing');
    const area = page.field('reply')!;
    area.focus();
    // What stands above it comes later than the words.
    await until(() => page.root.querySelector('[part="copies"]') && page.button('Close ticket'));
    const place = () => area.getBoundingClientRect().top;
    let top = NaN;
    for (let same = 0; same < 3; same = place() === top ? same + 1 : 0) {
      top = place();
      await new Promise(requestAnimationFrame);
    }
    record = aTicket({ posts: [...aTicket().posts, aTicketPost({ id: 'news' })], postCount: 2 });
    page.element.refresh = 0.05;
    await until(() => page.texts('.posts > li')[0]?.includes('Which page is it?'));
    await until(() => [...page.root.querySelectorAll('[role="status"]')].some((each) => text(each).includes('New post by Nora Lind')));
    expect([area.value, page.focused === area, place()]).to.deep.equal(['I am typing', true, top]);
    expect(page.requests.at(-1)!.headers.get('Portal-Background')).to.equal('1');
  });

  it('looks less often while nothing happens, and not at all once it is closed', async () => {
    const page = await mountReady<PortalTicket>(ticketScenes.default);
    const looks = () => page.requests.filter(({ url }) => url.includes('posts=')).length;
    const begin = window.setTimeout;
    const waited: number[] = [];
    // Times that nothing else waits.
    const isOfLooks = (time = 0) => [23, 46, 92, 184, 368].includes(time);
    window.setTimeout = ((act: () => void, time?: number) => {
      const end = () => {
        waited.push(time!);
        act();
      };
      return begin(isOfLooks(time) ? end : act, time);
    }) as typeof window.setTimeout;
    page.element.refresh = 0.023;
    await until(() => looks() >= 4);
    page.answerWith([getTicket(aClosedTicket())]);
    await until(() => page.button('Open again'));
    window.setTimeout = begin;
    // A wait may end while the answer is still on its way: then there is another one like it.
    const doubled = waited.filter((time, index) => index > 0 && time !== waited[index - 1]);
    expect(doubled).to.deep.equal([46, 92, 184, 368].slice(0, doubled.length));
    expect(doubled).to.include(92);
    expect(looks(), 'no look without a wait').to.be.most(waited.length + 1);
  });

  it('closes, and offers what the new state allows', async () => {
    const page = await mountReady<PortalTicket>(ticketScenes.default);
    const close = await found(() => page.button('Close ticket'));
    page.answerWith([getTicket(aClosedTicket()), closeTicket(), rateTicket()]);
    close.click();
    await until(() => page.part('notice').includes('has been closed'));
    await until(() => page.button('Open again'));
    const five = await found(() => page.root.querySelector<HTMLInputElement>('[name="rating-score"][value="5"]'));
    five.click();
    await page.press('Send rating');
    await until(() => page.part('rating').includes('Thank you'));
  });

  it('puts a colleague in copy', async () => {
    const page = await mountReady<PortalTicket>({
      ...ticketScenes.default,
      handlers: [getTicketOptions(), getTicket(), addTicketCopy()],
    });
    const choice = await found(() => {
      const select = page.field<HTMLSelectElement>('copies');
      return select && select.options.length > 1 ? select : undefined;
    });
    choice.value = 'mem_billing';
    choice.dispatchEvent(new Event('change'));
    await until(() => page.sent('PUT')[0]?.url.endsWith('/tickets/tkt_1/copies/mem_billing'));
  });

  it('offers nothing where the server allows nothing, or the person may only read', async () => {
    const nothing = { ...ticketScenes.default, handlers: [getTicketOptions(), getTicket(aTicket({ allowedActions: [] }))] };
    for (const scene of [nothing, ticketScenes.readOnly]) {
      const page = await mountReady<PortalTicket>(scene);
      await until(() => page.root.querySelector('[part="copies"]'));
      expect(page.root.querySelector('form, select')).to.equal(null);
      expect(page.button('Close ticket')).to.equal(undefined);
    }
  });
});
