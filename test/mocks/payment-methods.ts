import type { components } from '../../src/api/schema.js';
import { cutPage, http, problem } from './http.js';

type Schemas = components['schemas'];
export type PaymentMethod = Schemas['PaymentMethod'];

export const aPaymentMethod = (part: Partial<PaymentMethod> = {}): PaymentMethod => ({
  id: 'pm_1',
  etag: '"1"',
  type: 'card',
  typeLabel: 'Card',
  brand: 'Visa',
  label: 'Office card',
  account: '••••4242',
  holder: 'Olivia Owner',
  expiresOn: '2028-11-30',
  isDefault: true,
  status: 'active',
  statusLabel: 'Active',
  statusNote: null,
  serviceCount: 3,
  services: [
    { id: 'ser_1', name: 'Virtual server M' },
    { id: 'ser_2', name: 'acme.example' },
  ],
  mandate: null,
  billingAddress: { name: 'Acme GmbH', street: 'Torstraße 140', postalCode: '10119', city: 'Berlin', country: 'DE' },
  createdAt: '2026-01-05T09:30:00Z',
  allowedActions: ['update', 'delete'],
  ...part,
});

const other = (part: Partial<PaymentMethod>): PaymentMethod =>
  aPaymentMethod({ isDefault: false, label: '', serviceCount: 0, services: [], billingAddress: null, allowedActions: ['set-default', 'update', 'delete'], ...part }); // prettier-ignore

/** One of every type and status, one that this release does not know. */
export const somePaymentMethods: PaymentMethod[] = [
  aPaymentMethod(),
  other({
    id: 'pm_2',
    type: 'bank-account',
    typeLabel: 'Bank account',
    brand: 'Commerzbank',
    account: 'DE89••••••••••••••3000',
    holder: 'Acme GmbH',
    label: 'House bank',
    expiresOn: null,
    serviceCount: 1,
    services: [{ id: 'ser_3', name: 'Rack B12' }],
    mandate: { reference: 'M-7QK2-55DA-R3HT', signedOn: '2024-08-23', creditorId: 'DE98ZZZ09999999999' },
  }),
  other({ id: 'pm_3', type: 'agreement', typeLabel: 'Billing agreement', brand: 'PayPal', account: 'bi•••@acme.example', expiresOn: null }),
  other({ id: 'pm_4', brand: 'Mastercard', account: '••••4444', status: 'expiring', statusLabel: 'Expires soon', expiresOn: '2026-12-31' }),
  other({ id: 'pm_5', brand: 'American Express', account: '•••••8431', status: 'expired', statusLabel: 'Expired', expiresOn: '2026-08-31', allowedActions: ['update', 'delete'] }),
  other({ id: 'pm_6', account: '••••0341', status: 'failed', statusLabel: 'Failed', statusNote: 'The bank has blocked this card.', allowedActions: ['update', 'delete'] }),
  other({ id: 'pm_7', type: 'bank-account', typeLabel: 'Bank account', brand: null, account: 'AT61••••••••••••3201', expiresOn: null, status: 'pending-verification', statusLabel: 'Being verified', statusNote: 'We transfer one cent to the account.', mandate: { reference: 'M-9XWE-24LB-K7UV', signedOn: '2026-11-20' }, allowedActions: ['update', 'delete'] }),
  other({ id: 'pm_8', type: 'agreement', typeLabel: 'Billing agreement', brand: 'Skrill', account: 'ac•••@acme.example', expiresOn: null, status: 'gateway-inactive', statusLabel: 'Not in use', allowedActions: ['update', 'delete'] }),
  other({ id: 'pm_9', type: 'voucher', typeLabel: 'Voucher', brand: null, account: 'V-•••7', expiresOn: null, status: 'under-audit', statusLabel: 'Under audit', allowedActions: [] }),
]; // prettier-ignore

export const listPaymentMethods = (all: PaymentMethod[] = somePaymentMethods) =>
  http.get('/payment-methods', ({ request, query, response }) => {
    const [type, status] = [query.get('type'), query.get('status')];
    const found = all.filter((each) => (!type || each.type === type) && (!status || each.status === status));
    return response(200).json(cutPage(found, request));
  });

export const getPaymentMethod = (all: PaymentMethod[] = somePaymentMethods) =>
  http.get('/payment-methods/{paymentMethodId}', ({ params, response }) => {
    const method = all.find(({ id }) => id === params.paymentMethodId);
    return method ? response(200).json(method) : problem(404, 'There is no such record');
  });

type Seen<Body> = { key: string | null; body: Body }[];

/** Keeps what the token stands for; what was sent is remembered in `seen`. */
export const createPaymentMethod = (seen: Seen<Schemas['NewPaymentMethod']> = []) =>
  http.post('/payment-methods', async ({ request, response }) => {
    const body = await request.clone().json();
    seen.push({ key: request.headers.get('Idempotency-Key'), body });
    return response(201).json(other({ id: 'pm_new', account: '••••1111', label: body.label ?? '', isDefault: body.makeDefault ?? false }));
  });

export const createBankAccount = (seen: Seen<Schemas['NewBankAccount']> = []) =>
  http.post('/bank-accounts', async ({ request, response }) => {
    const body = await request.clone().json();
    seen.push({ key: request.headers.get('Idempotency-Key'), body });
    return response(201).json({ ...somePaymentMethods[6]!, id: 'pm_new', label: body.label ?? '' });
  });

export const getMandateText = (id = 'sepa-core-1-en') =>
  http.get('/mandate-text', ({ response }) =>
    response(200).json({
      id,
      language: 'en',
      creditor: 'Nordkai GmbH, Versmannkai 14, 20457 Hamburg',
      creditorId: 'DE98ZZZ09999999999',
      text: 'By agreeing to this mandate, you authorise Nordkai GmbH to send instructions to your bank.\nYou are entitled to a refund within 8 weeks.',
    }),
  );

export const updatePaymentMethod = (seen: { match: string | null; body: Schemas['PaymentMethodChange'] }[] = []) =>
  http.patch('/payment-methods/{paymentMethodId}', async ({ request, response }) => {
    const body = await request.clone().json();
    seen.push({ match: request.headers.get('If-Match'), body });
    return response(200).json(aPaymentMethod({ ...body, etag: '"2"' }));
  });

export const setDefaultPaymentMethod = () =>
  http.put('/payment-methods/{paymentMethodId}/default', ({ params, response }) => {
    const method = somePaymentMethods.find(({ id }) => id === params.paymentMethodId);
    return method ? response(200).json({ ...method, isDefault: true }) : problem(404, 'There is no such record');
  });

export const deletePaymentMethod = () => http.delete('/payment-methods/{paymentMethodId}', ({ response }) => response(204).empty());
