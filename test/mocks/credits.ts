import type { components } from '../../src/api/schema.js';
import { cutPage, http, problem } from './http.js';
import { payable } from './invoice.js';

type Credit = components['schemas']['Credit'];
type CreditSummary = components['schemas']['CreditSummary'];
type InvoiceSummary = components['schemas']['InvoiceSummary'];
type NewCreditUse = components['schemas']['NewCreditUse'];

const euro = (amount: string) => ({ amount, currency: 'EUR' });

export const aCredit = (part: Partial<CreditSummary> = {}): CreditSummary => ({
  id: 'crd_1',
  grantedOn: '2026-09-14',
  reason: 'Outage of the uplink in rack B12',
  type: 'goodwill',
  typeLabel: 'Goodwill',
  status: 'partly-used',
  statusLabel: 'Partly used',
  original: euro('150.00'),
  used: euro('30.00'),
  remaining: euro('120.00'),
  expiresOn: '2027-09-14',
  document: null,
  allowedActions: ['apply'],
  ...part,
});

/** One of every type and state, in currencies of 0, 2 and 3 decimals. */
export const someCredits: CreditSummary[] = [
  aCredit(),
  aCredit({
    id: 'crd_2', reason: 'Advance payment for colocation', type: 'prepayment', typeLabel: 'Prepayment', status: 'available',
    statusLabel: 'Available', used: euro('0.00'), original: euro('2400.00'), remaining: euro('2400.00'), expiresOn: null,
  }),
  aCredit({
    id: 'crd_3', reason: 'Cancelled second server', type: 'credit-note', typeLabel: 'Credit note', status: 'used', statusLabel: 'Used',
    original: euro('59.50'), used: euro('59.50'), remaining: euro('0.00'), expiresOn: null,
    document: { id: 'inv_5', number: 'CN-2026-0007' }, allowedActions: [],
  }),
  aCredit({
    id: 'crd_4', reason: 'Voucher of the autumn fair', status: 'expired', statusLabel: 'Expired', original: euro('50.00'),
    used: euro('0.00'), remaining: euro('50.00'), expiresOn: '2026-10-31', allowedActions: [],
  }),
  aCredit({
    id: 'crd_5', reason: 'Entered by mistake', type: 'prepayment', typeLabel: 'Prepayment', status: 'void', statusLabel: 'Void',
    original: euro('800.00'), used: euro('0.00'), remaining: euro('800.00'), expiresOn: null, allowedActions: [],
  }),
  aCredit({
    id: 'crd_6', reason: 'Domain transfer failed, fee returned', type: 'refund', typeLabel: 'Refund', status: 'available',
    statusLabel: 'Available', original: { amount: '12.345', currency: 'KWD' }, used: { amount: '0.000', currency: 'KWD' },
    remaining: { amount: '12.345', currency: 'KWD' },
  }),
  aCredit({
    id: 'crd_7', reason: 'Tokyo office', type: 'sponsorship', typeLabel: 'Sponsorship', status: 'frozen', statusLabel: 'Frozen by audit',
    original: { amount: '120000', currency: 'JPY' }, used: { amount: '0', currency: 'JPY' }, remaining: { amount: '120000', currency: 'JPY' },
    allowedActions: [],
  }),
]; // prettier-ignore

/** Cuts pages as the server does, and filters by text, status and currency. */
export const listCredits = (all: CreditSummary[] = someCredits) =>
  http.get('/credits', ({ request, query, response }) => {
    if (request.headers.get('Accept') === 'text/csv')
      return response.untyped(
        new Response('Date\r\n2026-09-14\r\n', {
          headers: { 'Content-Type': 'text/csv', 'Content-Disposition': 'attachment; filename="credits.csv"' },
        }),
      );
    const [text, status, currency] = [query.get('q') ?? '', query.get('status'), query.get('currency')];
    const found = all.filter(
      (each) =>
        each.reason.includes(text) &&
        (!status || each.status === status || (status === 'usable' && each.allowedActions.includes('apply'))) &&
        (!currency || each.original.currency === currency),
    );
    return response(200).json({
      ...cutPage(found, request),
      summary: { available: [euro('2520.00'), { amount: '12.345', currency: 'KWD' }] },
    });
  });

export const someUses: Credit['uses'] = [
  { paymentId: 'pay_8', usedAt: '2026-10-20T08:12:00Z', amount: euro('20.00'), invoice: { id: 'inv_4', number: '2026-0039' } },
  { paymentId: 'pay_7', usedAt: '2026-10-01T15:40:00Z', amount: euro('10.00'), invoice: null },
];

export const getCredit = (all: CreditSummary[] = someCredits, uses: Credit['uses'] = someUses) =>
  http.get('/credits/{creditId}', ({ params, response }) => {
    const found = all.find(({ id }) => id === params.creditId);
    if (!found) return response.untyped(problem(404, 'No such credit'));
    return response(200).json({ ...found, uses: /[1-9]/.test(found.used.amount) ? uses : [] });
  });

/** The open invoices in a currency, those due first at the beginning, as the server sorts them. */
export const listOpenInvoices = (all: InvoiceSummary[] = payable) =>
  http.get('/invoices', ({ request, query, response }) => {
    const found = all.filter(({ open }) => open.currency === (query.get('currency') ?? open.currency));
    found.sort((one, other) => (one.dueOn ?? '').localeCompare(other.dueOn ?? ''));
    return response(200).json({ ...cutPage(found, request), summary: { open: [], overdue: [] } });
  });

export type SeenUse = { key: string | null; creditId: string; body: NewCreditUse };

/** Accepts every use; `seen` gets what was asked for. */
export const applyCredit = (seen: SeenUse[] = [], left = '20.00') =>
  http.post('/credits/{creditId}/uses', async ({ request, params, response }) => {
    const body = await request.json();
    seen.push({ key: request.headers.get('Idempotency-Key'), creditId: params.creditId, body });
    const cents = body.allocations.reduce((sum, { amount }) => sum + Math.round(Number(amount.amount) * 100), 0);
    const { currency } = body.allocations[0]!.amount;
    return response(201).json({
      payment: {
        id: 'pay_10',
        status: 'succeeded',
        statusLabel: 'Received',
        amount: { amount: (cents / 100).toFixed(2), currency },
        allocations: body.allocations,
      },
      credit: aCredit({ remaining: { amount: left, currency } }),
    });
  });
