import type { components } from '../../src/api/schema.js';
import { cutPage, http, problem } from './http.js';

type Contract = components['schemas']['Contract'];

export const aContract = (part: Partial<Contract> = {}): Contract => ({
  id: 'con_voip',
  number: 'V-2001',
  name: 'Office telephony',
  kind: 'voip',
  kindLabel: 'Telephony',
  status: 'active',
  statusLabel: 'Active',
  statusReason: null,
  identifier: '+49 30 123456-0',
  price: { amount: '89.00', currency: 'EUR', period: 'month', periodLabel: 'a month', taxIncluded: false },
  startsOn: '2021-03-01',
  endsOn: null,
  renewsOn: '2027-03-01',
  cancelBy: '2027-01-31',
  shows: ['calls', 'invoices'],
  ...part,
});

/** One of every kind and status, and what only the company has a word for. */
export const someContracts: Contract[] = [
  aContract(),
  aContract({
    id: 'con_rack',
    number: 'S-3001',
    name: 'Rack B12, half',
    kind: 'serverhousing',
    kindLabel: 'Server housing',
    identifier: 'Hall 1, B12',
    price: { amount: '295.00', currency: 'EUR', period: 'quarter', periodLabel: 'a quarter' },
    shows: ['traffic', 'traffic-by-ip', 'invoices'],
  }),
  aContract({
    id: 'con_web',
    number: 'H-4002',
    name: 'Online shop',
    kind: 'hosting',
    kindLabel: 'Web hosting',
    identifier: 'shop.acme.example',
    status: 'suspended',
    statusLabel: 'Suspended',
    price: { amount: '390', currency: 'CZK', period: 'year', periodLabel: 'a year' },
    renewsOn: null,
    cancelBy: null,
    shows: ['dns-records', 'invoices'],
  }),
  aContract({
    id: 'con_domain',
    number: 'N-6002',
    name: 'bücher.example',
    kind: 'domain',
    kindLabel: 'Domain',
    identifier: 'bücher.example',
    status: 'cancelled',
    statusLabel: 'Cancelled',
    endsOn: '2026-12-19',
    shows: ['dns-records'],
  }),
  aContract({
    id: 'con_line',
    number: 'L-8001',
    name: 'Line to the workshop',
    kind: 'line',
    kindLabel: 'Leased line',
    identifier: null,
    status: 'provisioning',
    statusLabel: 'Being set up',
    startsOn: '2026-12-01',
    price: { amount: '189.00', currency: 'EUR', period: 'fortnight', periodLabel: 'a fortnight' },
    shows: ['wayleaves'],
  }),
  aContract({
    id: 'con_fax',
    number: 'V-2003',
    name: 'Fax line',
    status: 'ended',
    statusLabel: 'Ended',
    endsOn: '2021-12-31',
    price: null,
  }),
];

/** Filters by kind, status and text, sorts by nothing, and cuts pages as the server does. */
export const listContracts = (all: Contract[] = [aContract()]) =>
  http.get('/contracts', ({ request, query, response }) => {
    if (request.headers.get('Accept') === 'text/csv')
      return response.untyped(new Response('Number\r\nV-2001\r\n', { headers: { 'Content-Type': 'text/csv' } }));
    const [kind, status, text] = [query.get('kind'), query.get('status'), query.get('q') ?? ''];
    const found = all.filter((each) => (!kind || each.kind === kind) && `${each.number} ${each.name}`.includes(text));
    const shown = found.filter((each) => !status || (status === 'current' ? each.status !== 'ended' : each.status === status));
    return response(200).json({
      ...cutPage(shown, request),
      summary: { ended: found.filter((each) => each.status === 'ended').length },
    });
  });

export const listContractsFails = (status = 500) => http.get('/contracts', () => problem(status, 'Contracts cannot be read') as never);

const facts: Record<string, Contract['facts']> = {
  voip: [
    { key: 'numbers', label: 'Numbers', values: ['+49 30 123456-0', '+49 30 123456-00 … 99'] },
    { key: 'lines', label: 'Extensions', values: ['24'], type: 'number' },
    { key: 'tariff', label: 'Tariff', values: ['Business Europe'] },
  ],
  serverhousing: [
    { key: 'facility', label: 'Facility', values: ['Hamburg, Hall 1'] },
    { key: 'rack', label: 'Rack', values: ['B12'] },
    { key: 'power', label: 'Power', values: ['2 × 16 A'] },
    { key: 'port-speed', label: 'Port speed', values: ['1000000000'], type: 'bits-per-second' },
    { key: 'included-traffic', label: 'Included traffic', values: ['20000000000000'], type: 'bytes' },
    { key: 'billing-day', label: 'Billing day', values: ['15'], type: 'number' },
    { key: 'ip-networks', label: 'Networks', values: ['203.0.113.0/27', '2001:db8:b12::/48'] },
  ],
  hosting: [
    { key: 'domains', label: 'Domains', values: ['shop.acme.example'] },
    { key: 'disk', label: 'Disk space', values: ['96500000000'], type: 'bytes', limit: '100000000000' },
    { key: 'mailboxes', label: 'Mailboxes', values: ['4'], type: 'number', limit: '25' },
  ],
  domain: [
    { key: 'expires-on', label: 'Registered until', values: ['2026-12-19'], type: 'day' },
    { key: 'auto-renew', label: 'Renews automatically', values: ['false'], type: 'boolean' },
    { key: 'name-servers', label: 'Name servers', values: ['ns1.hosting.example', 'ns2.hosting.example'] },
  ],
  line: [
    { key: 'appointment', label: 'Technician on site', values: ['Monday 30 November, 9 to 12'] },
    { key: 'colour', label: 'Colour of the fibre', values: ['#ff8800'], type: 'colour' },
  ],
};

/** The contract in full, as the server answers for one. */
export const aFullContract = (part: Partial<Contract> = {}): Contract => {
  const contract = aContract(part);
  return { zoneId: contract.shows.includes('dns-records') ? 'zon_1' : null, facts: facts[contract.kind] ?? [], ...contract };
};

/** One of `all` by its id. */
export const getContracts = (all: Contract[] = someContracts) =>
  http.get('/contracts/{contractId}', ({ params, response }) => {
    const contract = all.find(({ id }) => id === params.contractId);
    return contract ? response(200).json(aFullContract(contract)) : problem(404, 'There is no such contract');
  });
