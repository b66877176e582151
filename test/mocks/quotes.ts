import type { components } from '../../src/api/schema.js';
import { cutPage, http, problem } from './http.js';
import { aTotal } from './orders.js';

type Quote = components['schemas']['Quote'];
type QuoteSummary = components['schemas']['QuoteSummary'];
type Line = components['schemas']['QuoteLine'];

const euro = (amount: string) => ({ amount, currency: 'EUR' });
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

export const aQuote = (part: Partial<QuoteSummary> = {}): QuoteSummary => ({
  id: 'quo_1',
  number: 'Q-2026-0131',
  subject: 'Second rack with redundant uplink',
  status: 'open',
  statusLabel: 'Open',
  issuedOn: '2026-11-10',
  validUntil: inDays(24),
  totals: [aTotal('once', '650.00', '123.50', '773.50'), aTotal('month', '1011.00', '192.09', '1203.09')],
  allowedActions: ['accept', 'decline', 'ask'],
  ...part,
});

const closed = (id: string, status: string, statusLabel: string, subject: string): QuoteSummary =>
  aQuote({
    id,
    number: `Q-2026-${id.slice(4).padStart(4, '0')}`,
    status,
    statusLabel,
    subject,
    validUntil: '2026-09-30',
    allowedActions: [],
  });

/** One of every state, and one in a state of the company's own. */
export const someQuotes: QuoteSummary[] = [
  aQuote(),
  aQuote({ id: 'quo_2', number: 'Q-2026-0130', subject: 'Mail gateway with licences', validUntil: null, totals: [aTotal('year', '790.00', '0.00', '790.00')] }),
  { ...closed('quo_3', 'expired', 'Expired', 'Backup in Vienna'), allowedActions: ['ask'] },
  closed('quo_4', 'accepted', 'Accepted', 'Uplink of 10 Gbit/s for rack C03'),
  closed('quo_5', 'declined', 'Declined', 'Private cloud, three nodes'),
  closed('quo_6', 'superseded', 'Replaced by a newer one', 'Second rack'),
  closed('quo_7', 'withdrawn', 'Withdrawn', 'Dark fibre to the office'),
  closed('quo_8', 'with-the-board', 'With the board', 'A data centre of your own'),
]; // prettier-ignore

const line = (id: string, description: string, period: string, net: string, part: Partial<Line> = {}): Line => ({
  id,
  description,
  details: null,
  quantity: '1',
  unit: null,
  unitPrice: euro(net),
  discount: null,
  taxRate: '19',
  period,
  periodLabel: period,
  net: euro(net),
  optional: false,
  selected: true,
  ...part,
});

export const aFullQuote = (part: Partial<Quote> = {}): Quote => ({
  ...aQuote(),
  etag: '"1"',
  introduction: 'Thank you for showing us your plans. This is what a second rack beside C03 would cost.',
  note: 'The rack is kept for you until the last day of this quote.',
  contact: 'Jonas Petersen, +49 40 66969 231',
  lines: [
    line('lin_1', 'Full rack C04, 46 units', 'month', '540.00', { details: 'Hall 2, beside C03; A and B feed of 32 A' }),
    line('lin_2', 'Uplink of 10 Gbit/s, two carriers', 'month', '351.00', { unitPrice: euro('390.00'), discount: '10' }),
    line('lin_3', 'Set-up and cabling', 'once', '650.00'),
    line('lin_4', 'Service level Gold', 'month', '120.00', { optional: true, details: 'Answer within 15 minutes' }),
    line('lin_5', 'Remote hands, four hours a month', 'month', '320.00', { optional: true, selected: false }),
    line('lin_6', 'Insurance of your devices', 'year', '480.00', { optional: true, selected: false, taxRate: null }),
  ],
  terms: { version: '2026-09', title: 'Terms of business', url: '/terms' },
  questions: [
    {
      id: 'que_1',
      askedAt: '2026-11-12T10:00:00Z',
      askedBy: 'Olivia Owner',
      text: 'Could the rack be ready before Christmas?',
      answer: 'Yes, if you accept until the fifth of December.',
      answeredAt: '2026-11-12T15:00:00Z',
    },
  ],
  supersededBy: null,
  acceptance: null,
  decline: null,
  order: null,
  ...part,
});

export const anAcceptedQuote = (part: Partial<Quote> = {}): Quote =>
  aFullQuote({
    status: 'accepted',
    statusLabel: 'Accepted',
    etag: '"2"',
    allowedActions: [],
    acceptance: { at: '2026-11-20T09:00:00Z', name: 'Olivia Owner', purchaseOrder: 'PO-77', termsVersion: '2026-09' },
    order: { id: 'ord_1', number: 'O-2026-0412' },
    ...part,
  });

/** Cuts pages as the server does, and filters by text and status. */
export const listQuotes = (all: QuoteSummary[] = someQuotes) =>
  http.get('/quotes', ({ request, query, response }) => {
    if (request.headers.get('Accept') === 'text/csv')
      return response.untyped(new Response('Number\r\nQ-2026-0131\r\n', { headers: { 'Content-Type': 'text/csv' } }));
    const text = query.get('q') ?? '';
    const status = query.get('status') ?? '';
    const found = all.filter((each) => `${each.number} ${each.subject}`.includes(text) && (!status || each.status === status));
    return response(200).json({ ...cutPage(found, request), summary: { open: found.filter((each) => each.status === 'open').length } });
  });

export const getQuotes = (all: Quote[] = [aFullQuote(), anAcceptedQuote({ id: 'quo_4' })]) =>
  http.get('/quotes/{quoteId}', ({ params, response }) => {
    const quote = all.find(({ id }) => id === params.quoteId);
    return quote ? response(200).json(quote) : problem(404, 'There is no such record');
  });

/** Sums by the options of `aFullQuote`. */
export const getQuoteTotals = () =>
  http.get('/quotes/{quoteId}/totals', ({ query, response }) => {
    const options = (query.get('options') ?? '').split(',');
    const month = 891 + (options.includes('lin_4') ? 120 : 0) + (options.includes('lin_5') ? 320 : 0);
    const tax = Math.round(month * 19) / 100;
    const totals = [
      aTotal('once', '650.00', '123.50', '773.50'),
      aTotal('month', month.toFixed(2), tax.toFixed(2), (month + tax).toFixed(2)),
    ];
    return response(200).json({ totals: options.includes('lin_6') ? [...totals, aTotal('year', '480.00', '0.00', '480.00')] : totals });
  });

export const acceptQuote = (accepted: Quote = anAcceptedQuote()) =>
  http.post('/quotes/{quoteId}/acceptance', ({ response }) => response(201).json(accepted));

export const declineQuote = (declined: Quote = aFullQuote({ status: 'declined', allowedActions: [] })) =>
  http.post('/quotes/{quoteId}/decline', ({ response }) => response(200).json(declined));

export const askAboutQuote = (asked: Quote = aFullQuote()) =>
  http.post('/quotes/{quoteId}/questions', ({ response }) => response(201).json(asked));
