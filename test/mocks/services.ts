import type { components } from '../../src/api/schema.js';
import { cutPage, http, problem } from './http.js';

type Service = components['schemas']['Service'];
type ServiceSummary = components['schemas']['ServiceSummary'];
type ServicePrice = components['schemas']['ServicePrice'];

const price = (amount: string, period = 'month', currency = 'EUR'): ServicePrice => ({
  amount,
  currency,
  period,
  periodLabel: `a ${period}`,
  taxIncluded: false,
});
const euros = (amount: string) => ({ amount, currency: 'EUR' });

export const aService = (part: Partial<ServiceSummary> = {}): ServiceSummary => ({
  id: 'ser_web',
  number: 'P-10012',
  name: 'Web hosting Business',
  label: 'Company website',
  type: 'hosting',
  typeLabel: 'Web hosting',
  identifier: 'acme.example',
  status: 'active',
  statusLabel: 'Active',
  statusReason: null,
  price: price('19.90'),
  yearlyPrice: euros('448.80'),
  autoRenew: true,
  startsOn: '2019-09-01',
  renewsOn: '2027-03-01',
  nextInvoiceOn: '2026-12-01',
  lastDay: null,
  parentId: null,
  contractId: 'con_web',
  ...part,
});

/** Services of several types and every status, and what only the company has a word for. */
export const someServices: ServiceSummary[] = [
  aService(),
  aService({
    id: 'ser_certificate',
    number: 'P-10013',
    name: 'Certificate “Organisation”',
    label: null,
    type: 'certificate',
    typeLabel: 'Certificate',
    identifier: 'www.acme.example',
    price: price('119.00', 'year'),
    yearlyPrice: euros('119.00'),
    parentId: 'ser_web',
  }),
  aService({
    id: 'ser_shop',
    number: 'P-10020',
    name: 'Web hosting Commerce',
    label: 'Online shop',
    identifier: 'shop.acme.example',
    status: 'suspended',
    statusLabel: 'Suspended',
    statusReason: 'The invoice of September is overdue.',
    price: price('39.00'),
    yearlyPrice: euros('648.00'),
  }),
  aService({
    id: 'ser_server',
    number: 'P-10104',
    name: 'Virtual server M',
    label: 'Staging',
    type: 'server',
    typeLabel: 'Server',
    identifier: '203.0.113.48',
    status: 'cancel-pending',
    statusLabel: 'Ending',
    price: price('14.90'),
    yearlyPrice: euros('178.80'),
    renewsOn: null,
    lastDay: '2026-12-10',
    contractId: null,
  }),
  aService({
    id: 'ser_domain',
    number: 'P-10402',
    name: 'Domain .example',
    label: null,
    type: 'domain',
    typeLabel: 'Domain',
    identifier: 'bücher.example',
    price: price('44.00', 'two-years'),
    yearlyPrice: euros('22.00'),
    autoRenew: false,
    renewsOn: null,
    lastDay: '2026-12-18',
    nextInvoiceOn: null,
  }),
  aService({
    id: 'ser_stream',
    number: 'P-10701',
    name: 'Video streaming',
    label: null,
    type: 'streaming',
    typeLabel: 'Streaming',
    identifier: null,
    status: 'pending',
    statusLabel: 'Waiting to be set up',
    price: price('45.00', 'fortnight'),
    yearlyPrice: null,
    startsOn: '2026-11-26',
    renewsOn: null,
    nextInvoiceOn: null,
    contractId: null,
  }),
  aService({
    id: 'ser_fax',
    number: 'P-08003',
    name: 'Fax line',
    label: null,
    type: 'voip',
    typeLabel: 'Telephony',
    identifier: '+49 30 231249',
    status: 'expired',
    statusLabel: 'Expired',
    price: null,
    yearlyPrice: null,
    renewsOn: null,
    nextInvoiceOn: null,
    lastDay: '2021-12-31',
  }),
];

const ended = ['cancelled', 'expired'];

/** A service without its prices, as it is answered to who may not know them. */
export function withoutPrices<S extends ServiceSummary>(service: S): S {
  const { price: _, yearlyPrice: __, ...others } = service;
  return others as S;
}

/** Filters by type, status and text, sorts by nothing, and cuts pages as the server does. */
export const listServices = (all: ServiceSummary[] = [aService()]) =>
  http.get('/services', ({ request, query, response }) => {
    if (request.headers.get('Accept') === 'text/csv')
      return response.untyped(new Response('Number\r\nP-10012\r\n', { headers: { 'Content-Type': 'text/csv' } }));
    const [type, status, text] = [query.get('type'), query.get('status'), query.get('q') ?? ''];
    const found = all.filter((each) => (!type || each.type === type) && `${each.number} ${each.name} ${each.label}`.includes(text));
    const isShown = (each: ServiceSummary) => !status || (status === 'current' ? !ended.includes(each.status) : each.status === status);
    const hidden = all.some((each) => !('price' in each));
    const totals = [{ perMonth: euros('116.23'), perYear: euros('1394.80') }];
    return response(200).json({
      ...cutPage(found.filter(isShown), request),
      summary: {
        ended: found.filter((each) => ended.includes(each.status)).length,
        ...(!hidden && { totals: found.length > 0 ? totals : [] }),
      },
    });
  });

export const listServicesFails = (status = 500) => http.get('/services', () => problem(status, 'Services cannot be read') as never);

/** Answers a calendar; the query is in the request. */
export const getServiceRenewals = () =>
  http.get('/service-renewals', ({ response }) =>
    response.untyped(
      new Response('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n', {
        headers: { 'Content-Type': 'text/calendar', 'Content-Disposition': 'attachment; filename="renewals.ics"' },
      }),
    ),
  );

/** The service in full, as the server answers for one. */
export const aFullService = (part: Partial<Service> = {}): Service => ({
  ...aService(part),
  etag: '"1"',
  extras: [
    { id: 'ext_1', name: 'Daily backup, kept for 30 days', quantity: '1', price: price('6.00'), yearlyPrice: euros('72.00') },
    { id: 'ext_2', name: '10 GB of space', quantity: '3', price: price('2.50'), yearlyPrice: euros('90.00') },
    { id: 'ext_3', name: 'Set-up', quantity: '1', price: price('49.00', 'once'), yearlyPrice: null },
  ],
  totals: [
    { perMonth: euros('47.32'), perYear: euros('567.80') },
    { perMonth: { amount: '17.00', currency: 'USD' }, perYear: { amount: '204.00', currency: 'USD' } },
  ],
  beneath: [
    {
      id: 'ser_certificate',
      number: 'P-10013',
      name: 'Certificate “Organisation”',
      label: null,
      type: 'certificate',
      typeLabel: 'Certificate',
      identifier: 'www.acme.example',
      status: 'active',
      statusLabel: 'Active',
      price: price('119.00', 'year'),
      yearlyPrice: euros('119.00'),
      depth: 1,
    },
    {
      id: 'ser_archive',
      number: 'P-10015',
      name: 'Mail archive',
      label: null,
      type: 'mail',
      typeLabel: 'Mail',
      identifier: 'archive.acme.example',
      status: 'active',
      statusLabel: 'Active',
      price: price('22.00'),
      yearlyPrice: euros('264.00'),
      depth: 2,
    },
  ],
  parent: null,
  noticeDays: 14,
  cancelBy: '2027-02-15',
  cancelOptions: [
    { when: 'end-of-term', lastDay: '2027-02-28' },
    { when: 'now', lastDay: '2026-11-22' },
  ],
  consequences: [
    { key: 'beneath-cancelled', label: 'What lies beneath it is cancelled with it.' },
    { key: 'data-deleted', label: 'Everything stored there is deleted.' },
    { key: 'loyalty', label: 'The loyalty discount is lost.' },
  ],
  cancelReason: null,
  cancelledWith: null,
  paymentMethod: { id: 'pm_1', label: 'Visa ••••4242', isUsable: true },
  paymentMethodChoices: [
    { id: 'pm_1', label: 'Visa ••••4242', isUsable: true },
    { id: 'pm_2', label: 'DE89 •••• 3000', isUsable: true },
  ],
  secrets: [
    { id: 'sec_1', kind: 'initial-password', label: 'Password of the control panel', lastRevealed: null },
    { id: 'sec_2', kind: 'pin', label: '', lastRevealed: { at: '2026-11-03T08:30:00Z', by: 'Bruno Billing' } },
  ],
  shows: ['contract', 'dns-records'],
  zoneId: 'zon_1',
  ...part,
});

/** One of `all` by its id. */
export const getServices = (all: Service[] = [aFullService()]) =>
  http.get('/services/{serviceId}', ({ params, response }) => {
    const service = all.find(({ id }) => id === params.serviceId);
    return service ? response(200).json(service) : problem(404, 'There is no such record');
  });

/** Takes a change, or answers with `status`. */
export const updateService = (status = 200, more: object = {}) =>
  http.patch('/services/{serviceId}', async ({ request, params }) => {
    if (status !== 200) return problem(status, 'The service cannot be changed', more);
    const { label } = await request.clone().json();
    return Response.json(aFullService({ id: params.serviceId, etag: '"2"', ...(label !== undefined && { label }) }));
  });

/** Cancels to the day that is asked for, or answers with `status`. */
export const cancelService = (status = 200, type = 'about:blank') =>
  http.put('/services/{serviceId}/cancellation', async ({ request, params }) => {
    if (status !== 200) return problem(status, 'The service cannot be cancelled', { type });
    const { lastDay } = await request.clone().json();
    return Response.json(aFullService({ id: params.serviceId, status: 'cancel-pending', lastDay, renewsOn: null }));
  });

export const withdrawCancellation = () =>
  http.delete('/services/{serviceId}/cancellation', ({ params, response }) => response(200).json(aFullService({ id: params.serviceId })));

/** Shows every secret, for so many seconds. */
export const revealServiceSecret = (seconds = 30) =>
  http.post('/services/{serviceId}/secrets/{serviceSecretId}/reveal', ({ params, response }) =>
    response(200).json({ id: params.serviceSecretId, value: `secret of ${params.serviceSecretId}`, seconds }),
  );
