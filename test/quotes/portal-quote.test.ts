import { expect } from '@open-wc/testing';
import '../../src/define/portal-quote.js';
import type { PortalQuote } from '../../src/quotes/portal-quote.js';
import type { PortalQuoteAcceptedEvent } from '../../src/index.js';
import { http, problem } from '../mocks/http.js';
import { acceptQuote, aFullQuote, anAcceptedQuote, askAboutQuote, declineQuote, getQuotes, getQuoteTotals } from '../mocks/quotes.js';
import { personas } from '../mocks/session.js';
import { quoteScenes } from '../scenes/quote.js';
import { elementInDialog, saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { keepsWhatItShows } from '../support/kept-alive.js';
import { mountReady, text } from '../support/mount.js';
import { pageOf } from '../support/page.js';
import { until } from '../support/until.js';

const acceptedAndOpen = anAcceptedQuote({ id: 'quo_1', allowedActions: ['ask'] });

saysWhatCouldNotBeLoaded('portal-quote', { ...quoteScenes.default, handlers: [getQuotes([acceptedAndOpen])] }, [
  { module: 'src/quotes/record-panel.ts', here: (root) => root.querySelector('h2') },
  {
    module: 'src/quotes/tasks-panel.ts',
    need: (root) => pageOf(root).press('Ask a question'),
    here: (root) => root.querySelector('form'),
  },
  elementInDialog('portal-order', (root) => pageOf(root).press('Order O-2026-0412')),
]);

keepsThePortalContract('portal-quote', quoteScenes);

keepsWhatItShows('portal-quote', {
  scene: { ...quoteScenes.default, handlers: [getQuotes([acceptedAndOpen]), ...quoteScenes.default.handlers] },
  open: (root) => pageOf(root).press('Order O-2026-0412'),
  tag: 'portal-order',
});

describe('<portal-quote>', () => {
  /** With the form for accepting open and filled in. */
  const filled = async () => {
    const page = await mountReady<PortalQuote>(quoteScenes.default);
    await page.press('Accept quote');
    await page.fill('name', 'Olivia Owner');
    await page.tick('terms');
    return page;
  };

  it('shows the sums that the server makes of the chosen options, and says them', async () => {
    const page = await mountReady<PortalQuote>(quoteScenes.default);
    expect(page.part('totals')).to.contain('A month €1,011.00 €192.09 €1,203.09');
    expect(page.requests.length).to.equal(1);
    await page.tick('option-lin_4');
    await until(() => page.part('totals').includes('A month €891.00 €169.29 €1,060.29'));
    expect(page.asked.get('options')).to.equal('');
    await page.tick('option-lin_6');
    await until(() => page.part('totals').includes('A year €480.00 €0.00 €480.00'));
    expect(text(page.root.querySelector('p[role="status"]'))).to.contain('€480.00 a year');
  });

  it('accepts what was read and chosen, tells the page, and shows the order', async () => {
    const page = await filled();
    page.element.orderHref = '/order?id={id}';
    const events: PortalQuoteAcceptedEvent[] = [];
    page.element.addEventListener('portal-quote-accepted', (event) => events.push(event));
    await page.tick('option-lin_5');
    await until(() => page.part('totals').includes('€1,331.00'));
    await page.fill('purchaseOrder', 'PO-77');
    page.answerWith([acceptQuote(), getQuotes([anAcceptedQuote()]), getQuoteTotals()]);
    page.submit();
    await until(() => page.heading.includes('Accepted'));
    const [request, ...others] = page.sent('POST');
    expect(others.length).to.equal(0);
    expect(request!.headers.get('If-Match')).to.equal('"1"');
    const body: unknown = await request!.json();
    expect(body).to.deep.equal({ name: 'Olivia Owner', purchaseOrder: 'PO-77', termsVersion: '2026-09', options: ['lin_4', 'lin_5'] });
    expect(events.map(({ quoteId, orderId }) => [quoteId, orderId])).to.deep.equal([['quo_1', 'ord_1']]);
    expect(page.root.querySelector('[part="notice"] a')?.getAttribute('href')).to.equal('/order?id=ord_1');
    expect(page.root.querySelectorAll('form, [type="checkbox"]').length).to.equal(0);
  });

  it('accepts nothing without a name and without the terms', async () => {
    const page = await mountReady<PortalQuote>(quoteScenes.default);
    await page.press('Accept quote');
    await until(() => page.root.querySelector('form'));
    page.submit();
    await until(() => page.focused?.id === 'name');
    expect(page.part('task')).to.contain('Please read the terms and agree to them.');
    expect(page.sent('POST').length).to.equal(0);
  });

  it('accepts nothing before the sums of what is chosen are known', async () => {
    const page = await filled();
    page.answerWith([http.get('/quotes/{quoteId}/totals', () => problem(500, 'Down') as never)]);
    await page.tick('option-lin_5');
    await until(() => page.part('error'));
    page.submit();
    await until(() => page.part('task').includes('Please wait until the sums are up to date.'));
    expect(page.sent('POST').length).to.equal(0);
  });

  it('repeats an acceptance whose answer was lost as the same one', async () => {
    const page = await filled();
    page.answerWith([http.post('/quotes/{quoteId}/acceptance', () => problem(504, 'No answer in time') as never), getQuotes()]);
    page.submit();
    await until(() => page.part('task').includes('Trying again is safe'));
    const first = page.sent('POST').length;
    page.answerWith([acceptQuote(), getQuotes([anAcceptedQuote()])]);
    page.submit();
    await until(() => page.heading.includes('Accepted'));
    expect(page.sent('POST').length).to.be.greaterThan(first);
    expect(new Set(page.sent('POST').map((request) => request.headers.get('Idempotency-Key'))).size).to.equal(1);
  });

  it('shows how the quote stands when it is too late to accept it', async () => {
    const page = await filled();
    const expired = aFullQuote({ status: 'expired', statusLabel: 'Expired', allowedActions: ['ask'] });
    page.answerWith([
      http.post('/quotes/{quoteId}/acceptance', () => problem(409, 'Late', { type: 'quote-expired' }) as never),
      getQuotes([expired]),
    ]);
    page.submit();
    await until(() => page.heading.includes('Expired'));
    expect(page.part('notice')).to.equal('The quote has expired in the meantime.');
    expect(page.button('Accept quote') === undefined).to.equal(true);
    expect(page.button('Ask a question') === undefined).to.equal(false);
  });

  it('has a changed quote read again before it is accepted, and keeps the name', async () => {
    const page = await filled();
    const changed = aFullQuote({ etag: '"2"', introduction: 'Now with other prices.' });
    page.answerWith([http.post('/quotes/{quoteId}/acceptance', () => problem(412, 'Changed') as never), getQuotes([changed])]);
    page.submit();
    await page.says('Now with other prices.');
    expect(page.part('notice')).to.contain('Please read it again');
    expect(page.field('name')!.value).to.equal('Olivia Owner');
    expect(page.field('terms')!.checked).to.equal(false);
    page.answerWith([acceptQuote(), getQuotes([anAcceptedQuote()])]);
    await page.tick('terms');
    page.submit();
    await until(() => page.heading.includes('Accepted'));
    expect(page.sent('POST').map((request) => request.headers.get('If-Match'))).to.deep.equal(['"1"', '"2"']);
  });

  it('keeps what was typed and chosen while a right is gone', async () => {
    const page = await filled();
    await page.tick('option-lin_5');
    page.provision!.update({ permissions: personas['no-permissions'] });
    await until(() => page.element.getAttribute('phase') === 'denied');
    page.provision!.update({ permissions: personas.owner });
    await until(() => page.root.querySelector('#name'));
    expect(page.field('name')!.value).to.equal('Olivia Owner');
    expect(page.field('option-lin_5')!.checked).to.equal(true);
  });

  it('keeps a reason and a question while a right is gone, each in its form', async () => {
    const page = await mountReady<PortalQuote>(quoteScenes.default);
    await page.press('Ask a question');
    await page.fill('question', 'Can it start in January?');
    await page.press('Cancel');
    await page.press('Decline');
    await page.fill('reason', 'Too dear');
    page.provision!.update({ permissions: personas['no-permissions'] });
    await until(() => page.element.getAttribute('phase') === 'denied');
    page.provision!.update({ permissions: personas.owner });
    await until(() => page.field('reason')?.value === 'Too dear');
    await page.press('Cancel');
    await page.press('Ask a question');
    await until(() => page.field('question')?.value === 'Can it start in January?');
  });

  it('declines with a reason, and asks a question', async () => {
    const page = await mountReady<PortalQuote>(quoteScenes.default);
    await page.press('Ask a question');
    await page.fill('question', 'Can it start in January?');
    page.answerWith([askAboutQuote(), declineQuote(), getQuotes([aFullQuote()])]);
    page.submit();
    await until(() => page.part('notice') === 'Your question has been sent.');
    expect(page.focused?.getAttribute('part')).to.equal('notice');
    await page.press('Decline');
    await page.fill('reason', 'Too dear');
    page.submit();
    await until(() => page.part('notice') === 'The quote has been declined.');
    expect(await page.bodies('POST')).to.deep.equal([{ text: 'Can it start in January?' }, { reason: 'Too dear' }]);
  });

  it('is read, but neither accepted nor asked about, with the right to view alone', async () => {
    const page = await mountReady<PortalQuote>(quoteScenes.readOnly);
    expect(page.texts('button')).to.deep.equal(['↓ Download PDF']);
    expect(page.part('totals')).to.contain('€1,203.09');
  });

  it('leads on to the quote that has taken its place', async () => {
    const page = await mountReady<PortalQuote>(quoteScenes['superseded']!);
    await page.press('Q-2026-0140');
    await until(() => page.heading.includes('Q-2026-0140'));
  });

  it('opens the order in a dialog where the page has no place for it', async () => {
    const page = await mountReady<PortalQuote>(quoteScenes['accepted']!);
    await page.press('Order O-2026-0412');
    await until(() => page.root.querySelector('dialog portal-order')?.getAttribute('phase') === 'ready');
  });
});
