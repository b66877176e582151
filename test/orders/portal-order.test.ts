import { expect } from '@open-wc/testing';
import '../../src/define/portal-order.js';
import type { PortalOrder } from '../../src/orders/portal-order.js';
import { http, problem } from '../mocks/http.js';
import {
  aFullOrder,
  anIncompleteOrder,
  answerOrder,
  cancelOrder,
  getOrders,
  saveOrderDetails,
  someSteps,
  submitOrder,
} from '../mocks/orders.js';
import { personas } from '../mocks/session.js';
import { orderScenes } from '../scenes/order.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady, text } from '../support/mount.js';
import { mergesThreeWays } from '../support/three-way.js';
import { until } from '../support/until.js';

saysWhatCouldNotBeLoaded('portal-order', orderScenes.default, [
  { module: 'src/orders/record-view.ts', here: (root) => root.querySelector('.steps') },
  { module: 'src/orders/actions-panel.ts', here: (root) => root.querySelector('.request form') },
]);

keepsThePortalContract('portal-order', orderScenes);

const details = { 'contact-email': '', plan: 'start', 'register-number': 'HRB 1', remarks: '', 'starts-on': '' };
const withDetails = (values: Record<string, string>) =>
  anIncompleteOrder().details.map((detail) => ({ ...detail, value: values[detail.name] ?? detail.value }));

mergesThreeWays<PortalOrder, ReturnType<typeof anIncompleteOrder>>('Completing an order', {
  scene: orderScenes['incomplete']!,
  record: anIncompleteOrder(),
  path: '/orders/ord_2',
  savedAt: '/orders/ord_2/details',
  method: 'PUT',
  open: () => Promise.resolve(),
  mine: { name: 'detail-register-number', value: 'HRB 1', sent: { details } },
  clash: { change: { details: withDetails({ plan: 'start', 'register-number': 'HRB 2' }) }, value: 'HRB 2' },
  theirs: { change: { details: withDetails({ plan: 'start' }) }, name: 'detail-plan', value: 'start' },
  save: 'Save for later',
});

describe('<portal-order>', () => {
  const root = (element: PortalOrder) => element.shadowRoot!;
  const button = (element: PortalOrder, name: string) => [...root(element).querySelectorAll('button')].find((each) => text(each) === name);
  const field = <E extends HTMLElement = HTMLTextAreaElement>(element: PortalOrder, id: string) =>
    root(element).querySelector<E>(`#${id}`)!;
  const type = (control: HTMLInputElement | HTMLTextAreaElement, value: string) => {
    control.value = value;
    control.dispatchEvent(new Event('input'));
  };
  /** Mounted, with what can be done in sight. */
  const ready = async (scene = orderScenes.default) => {
    const mounted = await mountReady<PortalOrder>(scene);
    await until(() => root(mounted.element).querySelector('form'));
    return mounted;
  };
  const sent = (requests: Request[], method = 'POST') => requests.filter((request) => request.method === method);
  const answered = aFullOrder({
    requests: aFullOrder().requests.map((each) =>
      each.id === 'req_1'
        ? { ...each, answer: { text: 'db2', answeredAt: '2026-11-06T08:00:00Z', answeredBy: 'Tessa Tech', files: [] } }
        : each,
    ),
  });

  it('marks the step it is at for everyone, and says what has been done when', async () => {
    const { element } = await mountReady<PortalOrder>(orderScenes.default);
    const steps = [...root(element).querySelectorAll('.steps > li')];
    expect(steps.map((step) => step.getAttribute('aria-current'))).to.deep.equal(['false', 'step', 'false', 'false']);
    expect(text(steps[0])).to.equal('Order received done Nov 3, 2026, 4:00 PM');
    expect(text(steps[2])).to.equal('Installation To come');
  });

  it('asks again while it is open, in the background, and says when the order has moved on', async () => {
    const { element, requests, answerWith } = await mountReady<PortalOrder>(orderScenes.default);
    const status = () => text(root(element).querySelector('p[role="status"]'));
    expect(status()).to.equal('');
    const steps = someSteps.map((step, index) => ({ ...step, state: index < 2 ? 'done' : index === 2 ? 'current' : 'pending' }));
    const currentStep = { name: 'Installation', position: 3, count: 4 };
    answerWith([getOrders([aFullOrder({ status: 'in-progress', statusLabel: 'In progress', steps, currentStep, requests: [] })])]);
    element.refresh = 0.05;
    await until(() => status() === 'The order is now at the step “Installation”. Status: In progress');
    expect(requests.map((request) => request.headers.get('Portal-Background')).slice(0, 2)).to.deep.equal([null, '1']);
  });

  it('leaves a closed order alone', async () => {
    const { element, requests } = await mountReady<PortalOrder>(orderScenes['cancelled']!);
    element.refresh = 0.01;
    await element.updateComplete;
    for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
    expect(requests.length).to.equal(1);
    expect(text(element.shadowRoot!.querySelector('.facts'))).to.contain('By Olivia Owner, Nov 6, 2026, 11:00 AM');
  });

  it('sends an answer once, shows it and moves the focus to the confirmation', async () => {
    const { element, requests, answerWith } = await ready();
    type(field(element, 'answer-req_1'), 'db2');
    answerWith([getOrders([answered]), answerOrder(answered)]);
    button(element, 'Send answer')!.click();
    button(element, 'Sending…')?.click();
    await until(() => root(element).activeElement?.getAttribute('part') === 'notice');
    await until(() => text(root(element).querySelector('.steps')).includes('Answered by Tessa Tech'));
    expect(sent(requests).length).to.equal(1);
    expect(await sent(requests)[0]!.json()).to.deep.equal({ requestId: 'req_1', text: 'db2' });
    expect(text(root(element).activeElement)).to.equal('Thank you, your answer has been sent.');
  });

  it('keeps what was typed over an error and a right that comes back, and repeats with the same key', async () => {
    const { element, requests, provision, answerWith } = await ready();
    answerWith([http.post('/orders/{orderId}/answers', () => problem(503, 'Down') as never), getOrders()]);
    type(field(element, 'answer-req_1'), 'db2.acme.example');
    button(element, 'Send answer')!.click();
    await until(() => root(element).querySelector('.request [part="error"]'));
    const first = sent(requests).length;
    button(element, 'Send answer')!.click();
    await until(() => sent(requests).length > first);
    expect(new Set(sent(requests).map((request) => request.headers.get('Idempotency-Key'))).size).to.equal(1);
    provision!.update({ permissions: personas['no-permissions'] });
    await until(() => element.getAttribute('phase') === 'denied');
    provision!.update({ permissions: personas.owner });
    await until(() => field(element, 'answer-req_1'));
    expect(field(element, 'answer-req_1').value).to.equal('db2.acme.example');
  });

  it('takes the person to an answer that is missing, and to a document that is', async () => {
    const { element, requests } = await ready();
    button(element, 'Send answer')!.click();
    await until(() => root(element).activeElement?.id === 'answer-req_1');
    button(element, 'Send document')!.click();
    await until(() => field(element, 'files-req_3').getAttribute('aria-invalid') === 'true');
    expect(sent(requests).length).to.equal(0);
  });

  it('says that somebody else was faster, and shows their answer', async () => {
    const { element, answerWith } = await ready();
    type(field(element, 'answer-req_1'), 'db3');
    answerWith([
      http.post('/orders/{orderId}/answers', () => problem(409, 'Answered', { type: 'urn:x:already-answered' }) as never),
      getOrders([answered]),
    ]);
    button(element, 'Send answer')!.click();
    await until(() => text(root(element).querySelector('.request')).includes('Answered by Tessa Tech'));
    expect(text(root(element).querySelector('.request [part="error"]'))).to.equal('Somebody else has answered in the meantime.');
  });

  it('only shows to who may not act, and says who may', async () => {
    const { element } = await mountReady<PortalOrder>(orderScenes.readOnly);
    expect(root(element).querySelectorAll('form').length).to.equal(0);
    expect(button(element, 'Cancel order') === undefined).to.equal(true);
    expect(text(root(element).querySelector('[part="notice"]'))).to.contain('somebody who may change orders');
  });

  it('asks for each detail of a begun order with a field of its kind', async () => {
    const { element } = await ready(orderScenes['incomplete']);
    const kinds = [...root(element).querySelectorAll<HTMLInputElement>('[id^="detail-"]:is(input, select, textarea)')].map(
      ({ type }) => type,
    );
    expect(kinds).to.deep.equal(['text', 'select-one', 'email', 'date', 'textarea']);
  });

  it('places a begun order with the details that were missing, in the version that was read', async () => {
    const { element, requests, answerWith } = await ready(orderScenes['incomplete']);
    const placed: string[] = [];
    element.addEventListener('portal-order-placed', (event) => placed.push(event.orderId));
    button(element, 'Place the order')!.click();
    await until(() => root(element).activeElement?.id === 'detail-register-number');
    type(field(element, 'detail-register-number'), 'HRB 12345');
    const order = aFullOrder({ id: 'ord_2', status: 'submitted', statusLabel: 'Placed', requests: [] });
    answerWith([submitOrder(order), getOrders([order])]);
    button(element, 'Place the order')!.click();
    await until(() => text(root(element).querySelector('h2')).includes('Placed'));
    const [request] = sent(requests);
    expect(request!.headers.get('If-Match')).to.equal('"3"');
    expect(((await request!.json()) as { details: object }).details).to.include({ 'register-number': 'HRB 12345', plan: 'business' });
    expect(placed).to.deep.equal(['ord_2']);
  });

  it('keeps details for later, whether or not all of them are there', async () => {
    const { element, requests, answerWith } = await ready(orderScenes['incomplete']);
    type(field(element, 'detail-remarks'), 'From May');
    const saved = anIncompleteOrder({ etag: '"4"' });
    answerWith([saveOrderDetails(saved), getOrders([saved])]);
    button(element, 'Save for later')!.click();
    await until(() => text(root(element).querySelector('[part="notice"]')).includes('have been saved'));
    const [request] = sent(requests, 'PUT');
    expect(((await request!.json()) as { details: object }).details).to.include({ remarks: 'From May', 'register-number': '' });
  });

  it('cancels once it has said what that means, and says when it no longer can', async () => {
    const { element, requests, answerWith } = await ready();
    const events: string[] = [];
    element.addEventListener('portal-order-cancelled', (event) => events.push(event.orderNumber));
    button(element, 'Cancel order')!.click();
    const dialog = () => root(element).querySelector('dialog');
    await until(() => dialog()?.matches(':modal'));
    expect(text(dialog())).to.contain('A cancelled order does not come back');
    const submit = () => dialog()!.querySelector<HTMLElement>('[type="submit"]')!.click();
    answerWith([
      http.post('/orders/{orderId}/cancellation', () => problem(409, 'No', { type: 'order-not-cancellable' }) as never),
      getOrders(),
    ]);
    submit();
    await until(() => text(dialog()).includes('can no longer be cancelled here'));
    const cancelled = aFullOrder({ status: 'cancelled', statusLabel: 'Cancelled', allowedActions: [] });
    answerWith([cancelOrder(cancelled), getOrders([cancelled])]);
    type(dialog()!.querySelector('textarea')!, 'Twice');
    submit();
    await until(() => !dialog() && text(root(element).querySelector('h2')).includes('Cancelled'));
    expect(events).to.deep.equal(['O-2026-0412']);
    expect(await sent(requests).at(-1)!.json()).to.deep.equal({ reason: 'Twice' });
  });

  it('links to the quote it came from where the page has a place for it and the person may see it', async () => {
    const { element, provision } = await mountReady<PortalOrder>(orderScenes.default);
    element.quoteHref = '/quote?id={id}';
    await element.updateComplete;
    expect(root(element).querySelector('.facts a')?.getAttribute('href')).to.equal('/quote?id=quo_1');
    provision!.update({ permissions: { allow: { 'billing.orders': ['view'] } } });
    await until(() => !root(element).querySelector('.facts a'));
    expect(text(root(element).querySelector('.facts'))).to.contain('Q-2026-0131');
  });

  it('says where the order cannot be read, and tries again', async () => {
    const { element, answerWith } = await mountReady<PortalOrder>(orderScenes.error);
    expect(text(element.shadowRoot!.querySelector('[part="error"]'))).to.contain('no longer exists');
    answerWith([getOrders()]);
    root(element).querySelector<HTMLElement>('[part="error"] button')!.click();
    await until(() => element.getAttribute('phase') === 'ready');
  });
});
