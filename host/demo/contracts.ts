import type { Insertable, Kysely } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { ContractTable } from '../src/contracts/tables.js';
import type { Database } from '../src/database/tables.js';
import { searchText } from '../src/http/search.js';

type Fact = components['schemas']['ContractFact'];
type DemoContract = Omit<Insertable<ContractTable>, 'client_id' | 'search_text' | 'facts' | 'status'> & { status?: string; facts?: Fact[] };

const fact = (key: string, label: string, ...values: string[]): Fact => ({ key, label, values });
const typed = (type: string, key: string, label: string, value: string, limit?: string): Fact => ({
  ...fact(key, label, value),
  type,
  ...(limit !== undefined && { limit }),
});

const notice = fact('notice-period', 'Notice', 'One month to the end of the term');
const nameServers = fact('name-servers', 'Name servers', 'ns1.hosting.example', 'ns2.hosting.example', 'ns3.hosting.example');
const gigabytes = (count: number) => String(count * 1e9);

const telephony = (numbers: string[], lines: number, channels: number, tariff: string): Fact[] => [
  fact('numbers', 'Numbers', ...numbers),
  typed('number', 'lines', 'Extensions', String(lines)),
  typed('number', 'channels', 'Concurrent calls', String(channels)),
  fact('tariff', 'Tariff', tariff),
  notice,
];

interface Housing {
  facility: string;
  rack: string;
  units: string;
  power: string;
  portSpeed: number;
  billingDay: number;
  includedGigabytes: number;
  networks: string[];
}

const housing = ({ facility, rack, units, power, portSpeed, billingDay, includedGigabytes, networks }: Housing): Fact[] => [
  fact('facility', 'Facility', facility),
  fact('rack', 'Rack', rack),
  fact('units', 'Rack units', units),
  fact('power', 'Power', power),
  typed('bits-per-second', 'port-speed', 'Port speed', String(portSpeed)),
  typed('bytes', 'included-traffic', 'Included traffic', gigabytes(includedGigabytes)),
  typed('number', 'billing-day', 'Billing period starts on day', String(billingDay)),
  fact('ip-networks', 'Networks', ...networks),
  notice,
];

const webspace = (domains: string[], plan: string, used: number, quota: number, mailboxes: [number, number]): Fact[] => [
  fact('domains', 'Domains', ...domains),
  fact('plan', 'Plan', plan),
  typed('bytes', 'disk', 'Disk space', gigabytes(used), gigabytes(quota)),
  typed('number', 'mailboxes', 'Mailboxes', String(mailboxes[0]), String(mailboxes[1])),
  notice,
];

const domain = (status: string, expiresOn: string, autoRenew: boolean): Fact[] => [
  fact('registrar-status', 'Status at the registry', status),
  typed('day', 'expires-on', 'Registered until', expiresOn),
  typed('boolean', 'auto-renew', 'Renews automatically', String(autoRenew)),
  nameServers,
];

const monthly = (price: string, currency = 'EUR') => ({ price, currency, price_period: 'month' });
const yearly = (price: string, currency = 'EUR') => ({ price, currency, price_period: 'year' });

const acme: DemoContract[] = [
  {
    id: 'con_acme_voip', number: 'V-2001', name: 'Office telephony', kind: 'voip', identifier: '+49 30 231250-0', ...monthly('89.00'),
    starts_on: '2021-03-01', renews_on: '2027-03-01', cancel_by: '2027-01-31',
    facts: telephony(['+49 30 231250-0', '+49 30 231250-00 … 99'], 24, 12, 'Business Europe'),
  },
  {
    id: 'con_acme_voip2', number: 'V-2002', name: 'Branch office lines', kind: 'voip', identifier: '+420 542 123 40', ...monthly('27.60'),
    starts_on: '2024-06-01', renews_on: '2027-06-01', cancel_by: '2027-04-30',
    facts: telephony(['+420 542 123 40'], 4, 4, 'Start'),
  },
  {
    id: 'con_acme_rack', number: 'S-3001', name: 'Rack B12, half', kind: 'serverhousing', identifier: 'Hall 1, B12', ...monthly('295.00'),
    starts_on: '2020-01-15', renews_on: '2027-01-15', cancel_by: '2026-12-15',
    facts: housing({
      facility: 'Hamburg, Hall 1, Versmannkai', rack: 'B12', units: '1–23', power: '2 × 16 A, A and B feed', portSpeed: 1e9, billingDay: 15,
      includedGigabytes: 10_000, networks: ['203.0.113.0/27', '2001:db8:b12::/48'],
    }),
  },
  {
    id: 'con_acme_rack2', number: 'S-3002', name: 'Full rack C03', kind: 'serverhousing', identifier: 'Hall 2, C03', ...monthly('540.00'),
    starts_on: '2025-02-01', renews_on: '2027-02-01', cancel_by: '2026-12-31',
    facts: housing({
      facility: 'Hamburg, Hall 2, Baakenhafen', rack: 'C03', units: '1–46', power: '2 × 32 A, A and B feed', portSpeed: 10e9, billingDay: 1,
      includedGigabytes: 50_000, networks: ['198.51.100.0/25', '2001:db8:c03::/48'],
    }),
  },
  {
    id: 'con_acme_web', number: 'H-4001', name: 'Company website', kind: 'hosting', identifier: 'acme.example', ...monthly('19.90'),
    starts_on: '2019-09-01', renews_on: '2026-12-01', cancel_by: null,
    facts: webspace(['acme.example', 'www.acme.example'], 'Business', 18.4, 50, [37, 100]),
  },
  {
    id: 'con_acme_shop', number: 'H-4002', name: 'Online shop', kind: 'hosting', identifier: 'shop.acme.example', ...monthly('39.00'),
    status: 'suspended', status_reason: 'The invoice of September is overdue. The shop is back within minutes once it is paid.',
    starts_on: '2023-05-01', renews_on: '2026-12-01', cancel_by: null,
    facts: webspace(['shop.acme.example'], 'Commerce', 96.5, 100, [4, 25]),
  },
  {
    id: 'con_acme_campaign', number: 'H-3907', name: 'Campaign “Summer by the sea”', kind: 'hosting', identifier: 'sommer.acme.example', ...monthly('9.90'),
    status: 'ended', starts_on: '2022-04-01', ends_on: '2023-03-31',
    facts: webspace(['sommer.acme.example'], 'Start', 0, 5, [0, 5]),
  },
  {
    id: 'con_acme_dns', number: 'D-5001', name: 'Name servers', kind: 'dns', ...monthly('12.00'), starts_on: '2019-09-01',
    facts: [nameServers, typed('number', 'zones', 'Zones', '200', '250'), typed('boolean', 'dnssec', 'DNSSEC', 'true')],
  },
  {
    id: 'con_acme_domain', number: 'N-6001', name: 'acme.example', kind: 'domain', identifier: 'acme.example', ...yearly('14.90'),
    starts_on: '2009-02-11', renews_on: '2027-02-11', cancel_by: '2027-01-28',
    facts: domain('ok', '2027-02-11', true),
  },
  {
    id: 'con_acme_domain2', number: 'N-6002', name: 'bücher.example', kind: 'domain', identifier: 'bücher.example', ...yearly('22.00'),
    status: 'cancelled', starts_on: '2015-12-20', ends_on: '2026-12-19',
    facts: domain('clientTransferProhibited', '2026-12-19', false),
  },
  {
    id: 'con_acme_backup', number: 'B-7001', name: 'Backup of the office servers', kind: 'backup', identifier: 'backup-17.hosting.example', ...monthly('64.00'),
    starts_on: '2022-10-01', renews_on: '2026-12-01',
    facts: [typed('bytes', 'disk', 'Disk space', gigabytes(1_310), gigabytes(2_000)), fact('retention', 'Kept for', '30 days, then 12 months')],
  },
  {
    id: 'con_acme_line', number: 'L-8001', name: 'Line to the workshop', kind: 'line', identifier: 'Harburger Schloßstraße 6', ...monthly('189.00'),
    status: 'provisioning', starts_on: '2026-12-01',
    facts: [typed('bits-per-second', 'port-speed', 'Port speed', String(1e9)), fact('appointment', 'Technician on site', 'Monday 30 November, 9 to 12')],
  },
  {
    id: 'con_acme_fax', number: 'V-2003', name: 'Fax line', kind: 'voip', identifier: '+49 30 231249', status: 'ended',
    starts_on: '2012-01-01', ends_on: '2021-12-31', facts: telephony(['+49 30 231249'], 1, 1, 'Fax'),
  },
]; // prettier-ignore

const globex: DemoContract[] = [
  {
    id: 'con_globex_voip', number: 'V-2101', name: 'Telefonní ústředna', kind: 'voip', identifier: '+420 601 123 456', ...monthly('1490.00', 'CZK'),
    starts_on: '2022-02-01', facts: telephony(['+420 601 123 456'], 8, 8, 'Business Europe'),
  },
  {
    id: 'con_globex_web', number: 'H-4101', name: 'Webhosting', kind: 'hosting', identifier: 'globex.example', ...monthly('290.00', 'CZK'),
    starts_on: '2022-02-01', facts: webspace(['globex.example'], 'Start', 1.2, 5, [6, 10]),
  },
]; // prettier-ignore

/** The demo clients' contracts, of every kind and status. */
export async function demoContracts(database: Kysely<Database>): Promise<void> {
  const rows = [
    ...acme.map((each) => ({ ...each, client_id: 'cli_acme' })),
    ...globex.map((each) => ({ ...each, client_id: 'cli_globex' })),
  ];
  await database
    .insertInto('contracts')
    .values(
      rows.map(({ facts = [], ...row }) => ({
        status: 'active',
        ...row,
        facts: JSON.stringify(facts),
        search_text: searchText([row.number, row.name, row.identifier]),
      })),
    )
    .execute();
}
