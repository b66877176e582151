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
import { until } from '../support/until.js';

const press = (root: ShadowRoot, name: string) => [...root.querySelectorAll('button')].find((each) => text(each) === name)!.click();
const acceptedAndOpen = anAcceptedQuote({ id: 'quo_1', allowedActions: ['ask'] });

saysWhatCouldNotBeLoaded('portal-quote', { ...quoteScenes.default, handlers: [getQuotes([acceptedAndOpen])] }, [
  { module: 'src/quotes/record-panel.ts', here: (root) => root.querySelector('h2') },
  {
    module: 'src/quotes/tasks-panel.ts',
    need: (root) => press(root, 'Ask a question'),
    here: (root) => root.querySelector('form'),
  },
  elementInDialog('portal-order', (root) => press(root, 'Order O-2026-0412')),
]);

keepsThePortalContract('portal-quote', quoteScenes);

keepsWhatItShows('portal-quote', {
  scene: { ...quoteScenes.default, handlers: [getQuotes([acceptedAndOpen]), ...quoteScenes.default.handlers] },
  open: (root) => press(root, 'Order O-2026-0412'),
  tag: 'portal-order',
});

describe('<portal-quote>', () => {
  const root = (element: PortalQuote) => element.shadowRoot!;
  const button = (element: PortalQuote, name: string) => [...root(element).querySelectorAll('button')].find((each) => text(each) === name);
  const part = (element: PortalQuote, name: string) => text(root(element).querySelector(`[part="${name}"]`));
  const sent = (requests: Request[]) => requests.filter(({ method }) => method === 'POST');
  const fill = (element: PortalQuote, name: string, value: string) => {
    const control = root(element).querySelector<HTMLInputElement>(`#${name}`)!;
    control.value = value;
    control.dispatchEvent(new Event('input'));
  };
  const agree = (element: PortalQuote) => root(element).querySelector<HTMLInputElement>('[name="terms"]')!.click();
  const tick = (element: PortalQuote, id: string) => root(element).querySelector<HTMLInputElement>(`#option-${id}`)!.click();
  /** With the form for accepting open and filled in. */
  const filled = async () => {
    const mounted = await mountReady<PortalQuote>(quoteScenes.default);
    button(mounted.element, 'Accept quote')!.click();
    await until(() => root(mounted.element).querySelector('form'));
    fill(mounted.element, 'name', 'Olivia Owner');
    agree(mounted.element);
    return mounted;
  };
  const submit = (element: PortalQuote) => root(element).querySelector<HTMLElement>('form [type="submit"]')!.click();

  it('shows the sums that the server makes of the chosen options, and says them', async () => {
    const { element, requests } = await mountReady<PortalQuote>(quoteScenes.default);
    expect(part(element, 'totals')).to.contain('A month €1,011.00 €192.09 €1,203.09');
    expect(requests.length).to.equal(1);
    tick(element, 'lin_4');
    await until(() => part(element, 'totals').includes('A month €891.00 €169.29 €1,060.29'));
    expect(new URL(requests.at(-1)!.url).searchParams.get('options')).to.equal('');
    tick(element, 'lin_6');
    await until(() => part(element, 'totals').includes('A year €480.00 €0.00 €480.00'));
    expect(text(root(element).querySelector('p[role="status"]'))).to.contain('€480.00 a year');
  });

  it('accepts what was read and chosen, tells the page, and shows the order', async () => {
    const { element, requests, answerWith } = await filled();
    element.orderHref = '/order?id={id}';
    const events: PortalQuoteAcceptedEvent[] = [];
    element.addEventListener('portal-quote-accepted', (event) => events.push(event));
    tick(element, 'lin_5');
    await until(() => part(element, 'totals').includes('€1,331.00'));
    fill(element, 'purchaseOrder', 'PO-77');
    answerWith([acceptQuote(), getQuotes([anAcceptedQuote()]), getQuoteTotals()]);
    submit(element);
    await until(() => text(root(element).querySelector('h2')).includes('Accepted'));
    const [request, ...others] = sent(requests);
    expect(others.length).to.equal(0);
    expect(request!.headers.get('If-Match')).to.equal('"1"');
    const body: unknown = await request!.json();
    expect(body).to.deep.equal({ name: 'Olivia Owner', purchaseOrder: 'PO-77', termsVersion: '2026-09', options: ['lin_4', 'lin_5'] });
    expect(events.map(({ quoteId, orderId }) => [quoteId, orderId])).to.deep.equal([['quo_1', 'ord_1']]);
    expect(root(element).querySelector('[part="notice"] a')?.getAttribute('href')).to.equal('/order?id=ord_1');
    expect(root(element).querySelectorAll('form, [type="checkbox"]').length).to.equal(0);
  });

  it('accepts nothing without a name and without the terms', async () => {
    const { element, requests } = await mountReady<PortalQuote>(quoteScenes.default);
    button(element, 'Accept quote')!.click();
    await until(() => root(element).querySelector('form'));
    submit(element);
    await until(() => root(element).activeElement?.id === 'name');
    expect(part(element, 'task')).to.contain('Please read the terms and agree to them.');
    expect(sent(requests).length).to.equal(0);
  });

  it('accepts nothing before the sums of what is chosen are known', async () => {
    const { element, requests, answerWith } = await filled();
    answerWith([http.get('/quotes/{quoteId}/totals', () => problem(500, 'Down') as never)]);
    tick(element, 'lin_5');
    await until(() => root(element).querySelector('[part="error"]'));
    submit(element);
    await until(() => part(element, 'task').includes('Please wait until the sums are up to date.'));
    expect(sent(requests).length).to.equal(0);
  });

  it('repeats an acceptance whose answer was lost as the same one', async () => {
    const { element, requests, answerWith } = await filled();
    answerWith([http.post('/quotes/{quoteId}/acceptance', () => problem(504, 'No answer in time') as never), getQuotes()]);
    submit(element);
    await until(() => part(element, 'task').includes('Trying again is safe'));
    const first = sent(requests).length;
    answerWith([acceptQuote(), getQuotes([anAcceptedQuote()])]);
    submit(element);
    await until(() => text(root(element).querySelector('h2')).includes('Accepted'));
    expect(sent(requests).length).to.be.greaterThan(first);
    expect(new Set(sent(requests).map((request) => request.headers.get('Idempotency-Key'))).size).to.equal(1);
  });

  it('shows how the quote stands when it is too late to accept it', async () => {
    const { element, answerWith } = await filled();
    const expired = aFullQuote({ status: 'expired', statusLabel: 'Expired', allowedActions: ['ask'] });
    answerWith([
      http.post('/quotes/{quoteId}/acceptance', () => problem(409, 'Late', { type: 'quote-expired' }) as never),
      getQuotes([expired]),
    ]);
    submit(element);
    await until(() => text(root(element).querySelector('h2')).includes('Expired'));
    expect(part(element, 'notice')).to.equal('The quote has expired in the meantime.');
    expect(button(element, 'Accept quote') === undefined).to.equal(true);
    expect(button(element, 'Ask a question') === undefined).to.equal(false);
  });

  it('has a changed quote read again before it is accepted, and keeps the name', async () => {
    const { element, requests, answerWith } = await filled();
    const changed = aFullQuote({ etag: '"2"', introduction: 'Now with other prices.' });
    answerWith([http.post('/quotes/{quoteId}/acceptance', () => problem(412, 'Changed') as never), getQuotes([changed])]);
    submit(element);
    await until(() => text(root(element).querySelector('section')).includes('Now with other prices.'));
    expect(part(element, 'notice')).to.contain('Please read it again');
    expect(root(element).querySelector<HTMLInputElement>('#name')!.value).to.equal('Olivia Owner');
    expect(root(element).querySelector<HTMLInputElement>('[name="terms"]')!.checked).to.equal(false);
    answerWith([acceptQuote(), getQuotes([anAcceptedQuote()])]);
    agree(element);
    submit(element);
    await until(() => text(root(element).querySelector('h2')).includes('Accepted'));
    expect(sent(requests).map((request) => request.headers.get('If-Match'))).to.deep.equal(['"1"', '"2"']);
  });

  it('keeps what was typed and chosen while a right is gone', async () => {
    const { element, provision } = await filled();
    tick(element, 'lin_5');
    provision!.update({ permissions: personas['no-permissions'] });
    await until(() => element.getAttribute('phase') === 'denied');
    provision!.update({ permissions: personas.owner });
    await until(() => root(element).querySelector('#name'));
    expect(root(element).querySelector<HTMLInputElement>('#name')!.value).to.equal('Olivia Owner');
    expect(root(element).querySelector<HTMLInputElement>('#option-lin_5')!.checked).to.equal(true);
  });

  it('keeps a reason and a question while a right is gone, each in its form', async () => {
    const { element, provision } = await mountReady<PortalQuote>(quoteScenes.default);
    button(element, 'Ask a question')!.click();
    await until(() => root(element).querySelector('#question'));
    fill(element, 'question', 'Can it start in January?');
    button(element, 'Cancel')!.click();
    await until(() => button(element, 'Decline'));
    button(element, 'Decline')!.click();
    await until(() => root(element).querySelector('#reason'));
    fill(element, 'reason', 'Too dear');
    provision!.update({ permissions: personas['no-permissions'] });
    await until(() => element.getAttribute('phase') === 'denied');
    provision!.update({ permissions: personas.owner });
    await until(() => root(element).querySelector<HTMLInputElement>('#reason')?.value === 'Too dear');
    button(element, 'Cancel')!.click();
    await until(() => button(element, 'Ask a question'));
    button(element, 'Ask a question')!.click();
    await until(() => root(element).querySelector<HTMLInputElement>('#question')?.value === 'Can it start in January?');
  });

  it('declines with a reason, and asks a question', async () => {
    const { element, requests, answerWith } = await mountReady<PortalQuote>(quoteScenes.default);
    button(element, 'Ask a question')!.click();
    await until(() => root(element).querySelector('form'));
    fill(element, 'question', 'Can it start in January?');
    answerWith([askAboutQuote(), declineQuote(), getQuotes([aFullQuote()])]);
    submit(element);
    await until(() => part(element, 'notice') === 'Your question has been sent.');
    expect(root(element).activeElement?.getAttribute('part')).to.equal('notice');
    button(element, 'Decline')!.click();
    await until(() => root(element).querySelector('#reason'));
    fill(element, 'reason', 'Too dear');
    submit(element);
    await until(() => part(element, 'notice') === 'The quote has been declined.');
    const bodies = await Promise.all(sent(requests).map((request) => request.json() as Promise<unknown>));
    expect(bodies).to.deep.equal([{ text: 'Can it start in January?' }, { reason: 'Too dear' }]);
  });

  it('is read, but neither accepted nor asked about, with the right to view alone', async () => {
    const { element } = await mountReady<PortalQuote>(quoteScenes.readOnly);
    expect([...root(element).querySelectorAll('button')].map((each) => text(each))).to.deep.equal(['↓ Download PDF']);
    expect(part(element, 'totals')).to.contain('€1,203.09');
  });

  it('leads on to the quote that has taken its place', async () => {
    const { element } = await mountReady<PortalQuote>(quoteScenes['superseded']!);
    button(element, 'Q-2026-0140')!.click();
    await until(() => text(root(element).querySelector('h2')).includes('Q-2026-0140'));
  });

  it('opens the order in a dialog where the page has no place for it', async () => {
    const { element } = await mountReady<PortalQuote>(quoteScenes['accepted']!);
    button(element, 'Order O-2026-0412')!.click();
    await until(() => root(element).querySelector('dialog portal-order')?.getAttribute('phase') === 'ready');
  });
});
