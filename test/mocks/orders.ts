import type { components } from '../../src/api/schema.js';
import { cutPage, http, problem } from './http.js';

type Order = components['schemas']['Order'];
type OrderSummary = components['schemas']['OrderSummary'];
type OrderStep = components['schemas']['OrderStep'];
type OrderItem = components['schemas']['OrderItem'];
type PeriodTotal = components['schemas']['PeriodTotal'];

const euro = (amount: string) => ({ amount, currency: 'EUR' });
const labels: Record<string, string> = { once: 'once', month: 'a month', year: 'a year' };

export const aTotal = (period: string, net: string, tax: string, total: string): PeriodTotal => ({
  period,
  periodLabel: labels[period] ?? period,
  net: euro(net),
  tax: euro(tax),
  total: euro(total),
});

const totals = [aTotal('once', '99.00', '18.81', '117.81'), aTotal('month', '201.00', '38.19', '239.19')];

export const anOrder = (part: Partial<OrderSummary> = {}): OrderSummary => ({
  id: 'ord_1',
  number: 'O-2026-0412',
  subject: 'Dedicated server X12',
  status: 'waiting-for-client',
  statusLabel: 'Waiting for you',
  placedAt: '2026-11-02T09:30:00Z',
  lastActivityAt: '2026-11-05T14:00:00Z',
  itemCount: 3,
  totals,
  currentStep: { name: 'Preparation', position: 2, count: 4 },
  allowedActions: ['answer', 'cancel'],
  ...part,
});

/** One of every state, one of them in two currencies, one in a state of the company's own. */
export const someOrders: OrderSummary[] = [
  anOrder(),
  anOrder({
    id: 'ord_2', number: 'O-2026-0420', subject: 'Domain bücher-acme.example with web hosting', status: 'incomplete', statusLabel: 'Not placed yet',
    placedAt: null, currentStep: null, totals: [aTotal('month', '19.90', '3.78', '23.68'), aTotal('year', '12.50', '2.38', '14.88')], allowedActions: ['submit', 'cancel'],
  }),
  anOrder({ id: 'ord_3', number: 'O-2026-0421', subject: 'Remote hands: replace two disks', status: 'submitted', statusLabel: 'Placed', currentStep: { name: 'Order received', position: 1, count: 4 }, totals: [aTotal('once', '142.50', '27.08', '169.58')], allowedActions: ['cancel'] }),
  anOrder({ id: 'ord_4', number: 'O-2026-0398', subject: 'Uplink of 10 Gbit/s for rack C03', status: 'in-progress', statusLabel: 'In progress', currentStep: { name: 'Installation', position: 3, count: 4 }, allowedActions: [] }),
  anOrder({ id: 'ord_5', number: 'O-2026-0377', subject: 'Eight more extensions', status: 'complete', statusLabel: 'Complete', currentStep: null, allowedActions: [] }),
  anOrder({ id: 'ord_6', number: 'O-2026-0384', subject: 'Backup storage, second site', status: 'cancelled', statusLabel: 'Cancelled', currentStep: null, allowedActions: [] }),
  anOrder({ id: 'ord_7', number: 'O-2026-0366', subject: 'Half a rack in Vienna', status: 'rejected', statusLabel: 'Rejected', currentStep: null, allowedActions: [] }),
  anOrder({
    id: 'ord_8', number: 'O-2026-0392', subject: 'Licences for the mail servers', status: 'held-by-customs', statusLabel: 'Held by customs', allowedActions: [],
    totals: [aTotal('once', '190.00', '36.10', '226.10'), { ...aTotal('year', '430.00', '0.00', '430.00'), net: { amount: '430.00', currency: 'USD' }, tax: { amount: '0.00', currency: 'USD' }, total: { amount: '430.00', currency: 'USD' } }],
  }),
]; // prettier-ignore

const step = (id: string, name: string, state: string, part: Partial<OrderStep> = {}): OrderStep => ({
  id,
  name,
  state,
  stateLabel: state,
  startedAt: state === 'pending' ? null : '2026-11-03T08:00:00Z',
  doneAt: state === 'done' ? '2026-11-03T15:00:00Z' : null,
  note: null,
  ...part,
});

export const someSteps = [
  step('stp_1', 'Order received', 'done'),
  step('stp_2', 'Preparation', 'current', {
    note: 'The machine is in the rack and has passed its tests. We need a few words from you to go on.',
  }),
  step('stp_3', 'Installation', 'pending'),
  step('stp_4', 'Handover', 'pending'),
];

const rules = {
  mediaTypes: ['application/pdf', 'image/png', 'image/jpeg'],
  extensions: ['.pdf', '.png', '.jpg', '.jpeg'],
  maxBytes: 10_000_000,
  maxFiles: 5,
};

const item = (description: string, period: string, net: string, details: string | null = null): OrderItem => ({
  description,
  details,
  quantity: '1',
  unit: null,
  unitPrice: euro(net),
  period,
  periodLabel: labels[period] ?? period,
  net: euro(net),
});

export const question = {
  id: 'req_1',
  stepId: 'stp_2',
  kind: 'question',
  text: 'Which host name shall the server have?',
  hint: 'Such as db2.acme.example',
  answer: null,
  rules: null,
};

/** At a step that asks two things, one of them answered, and wants a document. */
export const aFullOrder = (part: Partial<Order> = {}): Order => ({
  ...anOrder(),
  etag: '"3"',
  steps: someSteps,
  requests: [
    question,
    {
      ...question,
      id: 'req_2',
      text: 'Which operating system shall we install?',
      hint: null,
      answer: {
        text: 'Debian 13, please.',
        answeredAt: '2026-11-04T10:00:00Z',
        answeredBy: 'Olivia Owner',
        files: [{ id: 'upl_1', name: 'Partitions.pdf', mediaType: 'application/pdf', size: 20_480, uploadedAt: '2026-11-04T09:58:00Z' }],
      },
    },
    { ...question, id: 'req_3', kind: 'document', text: 'The signed agreement on data processing', hint: 'Both pages.', rules },
  ],
  details: [],
  items: [
    item('Dedicated server X12', 'month', '189.00', 'AMD EPYC, 128 GB, 2 × 1.92 TB NVMe'),
    item('IPv4 addresses, block /29', 'month', '12.00'),
    item('Set-up', 'once', '99.00'),
  ],
  reference: 'PO-4471',
  note: null,
  cancellation: null,
  quote: { id: 'quo_1', number: 'Q-2026-0131' },
  invoice: null,
  ...part,
});

/** Begun, with details still missing. */
export const anIncompleteOrder = (part: Partial<Order> = {}): Order =>
  aFullOrder({
    ...someOrders[1]!,
    steps: [],
    requests: [],
    quote: null,
    reference: null,
    details: [
      { name: 'register-number', label: 'Number in the commercial register', type: 'text', required: true, hint: 'Such as HRB 12345', value: null },
      { name: 'plan', label: 'Plan', type: 'choice', required: true, hint: null, value: 'business', choices: [{ value: 'start', label: 'Start' }, { value: 'business', label: 'Business' }] },
      { name: 'contact-email', label: 'E-mail address of the contact', type: 'email', required: false, hint: null, value: null },
      { name: 'starts-on', label: 'Wanted from', type: 'date', required: false, hint: null, value: null },
      { name: 'remarks', label: 'Anything else we should know', type: 'long-text', required: false, hint: null, value: null },
    ],
    ...part,
  }); // prettier-ignore

/** Cuts pages as the server does, and filters by text and status. */
export const listOrders = (all: OrderSummary[] = someOrders) =>
  http.get('/orders', ({ request, query, response }) => {
    if (request.headers.get('Accept') === 'text/csv')
      return response.untyped(new Response('Number\r\nO-2026-0412\r\n', { headers: { 'Content-Type': 'text/csv' } }));
    const text = query.get('q') ?? '';
    const status = query.get('status') ?? '';
    const closed = ['complete', 'cancelled', 'rejected'];
    const found = all.filter(
      (each) =>
        `${each.number} ${each.subject}`.includes(text) &&
        (!status || each.status === status || (status === 'open' && !closed.includes(each.status))),
    );
    const waiting = found.filter((each) => ['incomplete', 'waiting-for-client'].includes(each.status)).length;
    return response(200).json({
      ...cutPage(found, request),
      summary: { open: found.filter((each) => !closed.includes(each.status)).length, waiting },
    });
  });

export const getOrders = (all: Order[] = [aFullOrder(), anIncompleteOrder()]) =>
  http.get('/orders/{orderId}', ({ params, response }) => {
    const order = all.find(({ id }) => id === params.orderId);
    return order ? response(200).json(order) : problem(404, 'There is no such record');
  });

export const answerOrder = (answered: Order = aFullOrder()) =>
  http.post('/orders/{orderId}/answers', ({ response }) => response(200).json(answered));

export const submitOrder = (placed: Order = aFullOrder({ id: 'ord_2' })) =>
  http.post('/orders/{orderId}/submission', ({ response }) => response(200).json(placed));

export const saveOrderDetails = (saved: Order = anIncompleteOrder()) =>
  http.put('/orders/{orderId}/details', ({ response }) => response(200).json(saved));

export const cancelOrder = (cancelled: Order = aFullOrder({ status: 'cancelled' })) =>
  http.post('/orders/{orderId}/cancellation', ({ response }) => response(200).json(cancelled));
