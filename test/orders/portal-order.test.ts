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
  const answered = aFullOrder({
    requests: aFullOrder().requests.map((each) =>
      each.id === 'req_1'
        ? { ...each, answer: { text: 'db2', answeredAt: '2026-11-06T08:00:00Z', answeredBy: 'Tessa Tech', files: [] } }
        : each,
    ),
  });

  it('marks the step it is at for everyone, and says what has been done when', async () => {
    const page = await mountReady<PortalOrder>(orderScenes.default);
    const steps = [...page.root.querySelectorAll('.steps > li')];
    expect(steps.map((step) => step.getAttribute('aria-current'))).to.deep.equal(['false', 'step', 'false', 'false']);
    expect(text(steps[0])).to.equal('Order received done Nov 3, 2026, 4:00 PM');
    expect(text(steps[2])).to.equal('Installation To come');
  });

  it('asks again while it is open, in the background, and says when the order has moved on', async () => {
    const page = await mountReady<PortalOrder>(orderScenes.default);
    const status = () => text(page.root.querySelector('p[role="status"]'));
    expect(status()).to.equal('');
    const steps = someSteps.map((step, index) => ({ ...step, state: index < 2 ? 'done' : index === 2 ? 'current' : 'pending' }));
    const currentStep = { name: 'Installation', position: 3, count: 4 };
    page.answerWith([getOrders([aFullOrder({ status: 'in-progress', statusLabel: 'In progress', steps, currentStep, requests: [] })])]);
    page.element.refresh = 0.05;
    await until(() => status() === 'The order is now at the step “Installation”. Status: In progress');
    expect(page.requests.map((request) => request.headers.get('Portal-Background')).slice(0, 2)).to.deep.equal([null, '1']);
  });

  it('leaves a closed order alone', async () => {
    const page = await mountReady<PortalOrder>(orderScenes['cancelled']!);
    page.element.refresh = 0.01;
    await page.element.updateComplete;
    for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
    expect(page.requests.length).to.equal(1);
    expect(text(page.root.querySelector('.facts'))).to.contain('By Olivia Owner, Nov 6, 2026, 11:00 AM');
  });

  it('sends an answer once, shows it and moves the focus to the confirmation', async () => {
    const page = await mountReady<PortalOrder>(orderScenes.default);
    await page.fill('answer-req_1', 'db2');
    page.answerWith([getOrders([answered]), answerOrder(answered)]);
    await page.press('Send answer');
    page.button('Sending…')!.click();
    await until(() => page.focused?.getAttribute('part') === 'notice');
    await until(() => text(page.root.querySelector('.steps')).includes('Answered by Tessa Tech'));
    expect(page.sent('POST').length).to.equal(1);
    expect(await page.sent('POST')[0]!.json()).to.deep.equal({ requestId: 'req_1', text: 'db2' });
    expect(text(page.focused)).to.equal('Thank you, your answer has been sent.');
  });

  it('keeps what was typed over an error and a right that comes back, and repeats with the same key', async () => {
    const page = await mountReady<PortalOrder>(orderScenes.default);
    page.answerWith([http.post('/orders/{orderId}/answers', () => problem(503, 'Down') as never), getOrders()]);
    await page.fill('answer-req_1', 'db2.acme.example');
    await page.press('Send answer');
    await until(() => page.root.querySelector('.request [part="error"]'));
    const first = page.sent('POST').length;
    await page.press('Send answer');
    await until(() => page.sent('POST').length > first);
    expect(new Set(page.sent('POST').map((request) => request.headers.get('Idempotency-Key'))).size).to.equal(1);
    page.provision!.update({ permissions: personas['no-permissions'] });
    await until(() => page.element.getAttribute('phase') === 'denied');
    page.provision!.update({ permissions: personas.owner });
    await until(() => page.field('answer-req_1'));
    expect(page.field('answer-req_1')!.value).to.equal('db2.acme.example');
  });

  it('takes the person to an answer that is missing, and to a document that is', async () => {
    const page = await mountReady<PortalOrder>(orderScenes.default);
    await page.press('Send answer');
    await until(() => page.focused?.id === 'answer-req_1');
    await page.press('Send document');
    await until(() => page.field('files-req_3')!.getAttribute('aria-invalid') === 'true');
    expect(page.sent('POST').length).to.equal(0);
  });

  it('says that somebody else was faster, and shows their answer', async () => {
    const page = await mountReady<PortalOrder>(orderScenes.default);
    await page.fill('answer-req_1', 'db3');
    page.answerWith([
      http.post('/orders/{orderId}/answers', () => problem(409, 'Answered', { type: 'urn:x:already-answered' }) as never),
      getOrders([answered]),
    ]);
    await page.press('Send answer');
    await until(() => text(page.root.querySelector('.request')).includes('Answered by Tessa Tech'));
    expect(text(page.root.querySelector('.request [part="error"]'))).to.equal('Somebody else has answered in the meantime.');
  });

  it('only shows to who may not act, and says who may', async () => {
    const page = await mountReady<PortalOrder>(orderScenes.readOnly);
    expect(page.root.querySelectorAll('form').length).to.equal(0);
    expect(page.button('Cancel order') === undefined).to.equal(true);
    expect(page.part('notice')).to.contain('somebody who may change orders');
  });

  it('asks for each detail of a begun order with a field of its kind', async () => {
    const page = await mountReady<PortalOrder>(orderScenes['incomplete']!);
    await until(() => page.root.querySelector('form'));
    const kinds = [...page.root.querySelectorAll<HTMLInputElement>('[id^="detail-"]:is(input, select, textarea)')].map(({ type }) => type);
    expect(kinds).to.deep.equal(['text', 'select-one', 'email', 'date', 'textarea']);
  });

  it('places a begun order with the details that were missing, in the version that was read', async () => {
    const page = await mountReady<PortalOrder>(orderScenes['incomplete']!);
    const placed: string[] = [];
    page.element.addEventListener('portal-order-placed', (event) => placed.push(event.orderId));
    await page.press('Place the order');
    await until(() => page.focused?.id === 'detail-register-number');
    await page.fill('detail-register-number', 'HRB 12345');
    const order = aFullOrder({ id: 'ord_2', status: 'submitted', statusLabel: 'Placed', requests: [] });
    page.answerWith([submitOrder(order), getOrders([order])]);
    await page.press('Place the order');
    await until(() => page.heading.includes('Placed'));
    const [request] = page.sent('POST');
    expect(request!.headers.get('If-Match')).to.equal('"3"');
    expect(((await request!.json()) as { details: object }).details).to.include({ 'register-number': 'HRB 12345', plan: 'business' });
    expect(placed).to.deep.equal(['ord_2']);
  });

  it('keeps details for later, whether or not all of them are there', async () => {
    const page = await mountReady<PortalOrder>(orderScenes['incomplete']!);
    await page.fill('detail-remarks', 'From May');
    const saved = anIncompleteOrder({ etag: '"4"' });
    page.answerWith([saveOrderDetails(saved), getOrders([saved])]);
    await page.press('Save for later');
    await until(() => page.part('notice').includes('have been saved'));
    const [request] = page.sent('PUT');
    expect(((await request!.json()) as { details: object }).details).to.include({ remarks: 'From May', 'register-number': '' });
  });

  it('cancels once it has said what that means, and says when it no longer can', async () => {
    const page = await mountReady<PortalOrder>(orderScenes.default);
    const events: string[] = [];
    page.element.addEventListener('portal-order-cancelled', (event) => events.push(event.orderNumber));
    await page.press('Cancel order');
    await until(() => page.dialog?.matches(':modal'));
    expect(text(page.dialog)).to.contain('A cancelled order does not come back');
    page.answerWith([
      http.post('/orders/{orderId}/cancellation', () => problem(409, 'No', { type: 'order-not-cancellable' }) as never),
      getOrders(),
    ]);
    page.submit();
    await page.says('can no longer be cancelled here');
    const cancelled = aFullOrder({ status: 'cancelled', statusLabel: 'Cancelled', allowedActions: [] });
    page.answerWith([cancelOrder(cancelled), getOrders([cancelled])]);
    await page.fill('cancel-reason', 'Twice');
    page.submit();
    await until(() => !page.dialog && page.heading.includes('Cancelled'));
    expect(events).to.deep.equal(['O-2026-0412']);
    expect(await page.sent('POST').at(-1)!.json()).to.deep.equal({ reason: 'Twice' });
  });

  it('links to the quote it came from where the page has a place for it and the person may see it', async () => {
    const page = await mountReady<PortalOrder>(orderScenes.default);
    page.element.quoteHref = '/quote?id={id}';
    await page.element.updateComplete;
    expect(page.root.querySelector('.facts a')?.getAttribute('href')).to.equal('/quote?id=quo_1');
    page.provision!.update({ permissions: { allow: { 'billing.orders': ['view'] } } });
    await until(() => !page.root.querySelector('.facts a'));
    expect(text(page.root.querySelector('.facts'))).to.contain('Q-2026-0131');
  });

  it('says where the order cannot be read, and tries again', async () => {
    const page = await mountReady<PortalOrder>(orderScenes.error);
    expect(page.part('error')).to.contain('no longer exists');
    page.answerWith([getOrders()]);
    await page.press('Try again');
    await until(() => page.element.getAttribute('phase') === 'ready');
  });
});
