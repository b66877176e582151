import type { components } from '../../src/api/schema.js';
import { cutPage, http, problem } from './http.js';

export type Subscription = components['schemas']['PaypalSubscription'];

const euro = (amount: string) => ({ amount, currency: 'EUR' });

export const aSubscription = (part: Partial<Subscription> = {}): Subscription => ({
  id: 'sub_1',
  reference: 'I-BW452GLLEP1G',
  status: 'active',
  statusLabel: 'Active',
  statusNote: null,
  subject: { type: 'contract', id: 'con_1', name: 'Company website' },
  amount: euro('19.90'),
  interval: { unit: 'month', count: 1 },
  nextChargeAt: '2026-12-01T09:00:00Z',
  lastPayment: { paidAt: '2026-11-01T09:00:00Z', amount: euro('19.90') },
  failedPayments: 0,
  approveHref: null,
  createdAt: '2024-03-01T10:00:00Z',
  asOf: '2026-11-21T06:00:00Z',
  allowedActions: ['cancel'],
  ...part,
});

/** One of every state, and one that this release does not know. */
export const someSubscriptions: Subscription[] = [
  aSubscription(),
  aSubscription({
    id: 'sub_2', reference: 'I-7MT9CS5WQ1LB', status: 'approval-pending', statusLabel: 'Waiting', subject: { type: 'service', id: 'ser_1', name: 'Online shop' },
    amount: euro('39.00'), nextChargeAt: null, lastPayment: null, approveHref: 'https://www.paypal.com/webapps/billing/subscriptions?ba_token=BA-1',
    allowedActions: ['approve', 'cancel'],
  }),
  aSubscription({
    id: 'sub_3', reference: 'I-HT38K76XPMGJ', status: 'suspended', statusLabel: 'Suspended', subject: { type: 'contract', id: 'con_2', name: 'Backup' },
    amount: euro('64.00'), interval: { unit: 'month', count: 3 }, nextChargeAt: null, failedPayments: 3, statusNote: 'PayPal tries again when the account has a valid card.',
  }),
  aSubscription({ id: 'sub_4', reference: 'I-0XGE63RZKH2A', status: 'approved', statusLabel: 'Approved', lastPayment: null, subject: { type: 'service', id: 'ser_2', name: 'Line' } }),
  aSubscription({ id: 'sub_5', reference: 'I-9VFA47TBC6MW', status: 'cancelled', statusLabel: 'Cancelled', nextChargeAt: null, subject: { type: 'service', id: null, name: 'Campaign' }, allowedActions: [] }),
  aSubscription({ id: 'sub_6', reference: 'I-3LQW90DHS4PX', status: 'expired', statusLabel: 'Expired', nextChargeAt: null, interval: { unit: 'year', count: 1 }, subject: { type: 'invoice', id: 'inv_1', name: '2024-0117' }, allowedActions: [] }),
  aSubscription({ id: 'sub_7', reference: 'I-4KPN2VX0YR8D', status: 'under-review', statusLabel: 'Under review', interval: { unit: 'fortnight', count: 1 }, subject: { type: 'domain', id: null, name: 'acme.example' }, allowedActions: [] }),
]; // prettier-ignore

export const listSubscriptions = (all: Subscription[] = someSubscriptions, asOf = '2026-11-21T06:00:00Z') =>
  http.get('/paypal-subscriptions', ({ request, query, response }) => {
    const [text, status] = [query.get('q') ?? '', query.get('status')];
    const found = all.filter((each) => each.subject.name.includes(text) && (!status || each.status === status));
    return response(200).json({ ...cutPage(found, request), summary: { asOf: found.length > 0 ? asOf : null } });
  });

export const refreshSubscriptions = () => http.post('/paypal-subscriptions/refresh', ({ response }) => response(204).empty());

/** Cancels; the reasons given are remembered in `seen`. */
export const cancelSubscription = (seen: { id: string; reason: string }[] = []) =>
  http.put('/paypal-subscriptions/{subscriptionId}/cancellation', async ({ request, params, response }) => {
    const { reason } = await request.clone().json();
    const subscription = someSubscriptions.find(({ id }) => id === params.subscriptionId);
    if (!subscription) return problem(404, 'There is no such record');
    seen.push({ id: subscription.id, reason });
    return response(200).json({
      ...subscription,
      status: 'cancelled',
      statusLabel: 'Cancelled',
      statusNote: reason,
      nextChargeAt: null,
      allowedActions: [],
    });
  });
