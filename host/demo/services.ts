import type { Insertable, Kysely } from 'kysely';
import type { SecretBox } from '../src/database/secret-box.js';
import type { ServiceExtraTable, ServiceSecretTable, ServiceTable } from '../src/services/tables.js';
import type { Database } from '../src/database/tables.js';
import { searchText } from '../src/http/search.js';
import { companyToday } from '../src/company.js';
import { addDays, addMonths } from '../src/services/days.js';
import { sealSecret } from '../src/services/secrets.js';

type Extra = Omit<Insertable<ServiceExtraTable>, 'id' | 'service_id' | 'position'>;
type Secret = Omit<ServiceSecretTable, 'id' | 'client_id' | 'service_id' | 'position' | 'sealed'> & { value: string };
type DemoService = Omit<Insertable<ServiceTable>, 'client_id' | 'search_text' | 'status' | 'auto_renew'> & {
  status?: string;
  auto_renew?: boolean;
  extras?: Extra[];
  secrets?: Secret[];
};

const priced =
  (period: string) =>
  (price: string, currency = 'EUR') => ({ price, currency, price_period: period });
const monthly = priced('month');
const quarterly = priced('quarter');
const yearly = priced('year');
const once = priced('once');

const extra = (name: string, price: ReturnType<typeof monthly>, quantity = '1'): Extra => ({ name, quantity, ...price });
const secret = (kind: string, label: string, value: string): Secret => ({ kind, label, value });

/** A term that began when the service did, and renews on a day that has not come yet. */
function term(startsOn: string, months: number, today: string) {
  let renewsOn = startsOn;
  for (let count = 1; renewsOn <= today; count += 1) renewsOn = addMonths(startsOn, count * months);
  return { starts_on: startsOn, renews_on: renewsOn, term_months: months };
}

function acme(today: string): DemoService[] {
  const day = (days: number) => addDays(today, days);
  return [
    {
      id: 'ser_acme_web', number: 'P-10012', name: 'Web hosting Business', label: 'Company website', type: 'hosting', identifier: 'acme.example',
      contract_id: 'con_acme_web', ...monthly('19.90'), ...term('2019-09-01', 1, today), next_invoice_on: day(9), notice_days: 14,
      extras: [extra('Daily backup, kept for 30 days', monthly('6.00')), extra('10 GB of space', monthly('2.50'), '3'), extra('Support by telephone', yearly('48.00'))],
      secrets: [secret('initial-password', 'Password of the control panel', 'Elbe-7Speicher-Kran'), secret('initial-password', 'Password of the database', 'vk83-Mastkorb-19')],
    },
    {
      id: 'ser_acme_web_certificate', number: 'P-10013', name: 'Certificate “Organisation”', type: 'certificate', identifier: 'www.acme.example', parent_id: 'ser_acme_web',
      contract_id: 'con_acme_web', ...yearly('119.00'), ...term('2024-01-10', 12, today), notice_days: 30,
    },
    {
      id: 'ser_acme_web_mail', number: 'P-10014', name: 'Mailboxes', type: 'mail', identifier: 'acme.example', parent_id: 'ser_acme_web',
      contract_id: 'con_acme_web', ...monthly('14.80'), ...term('2019-09-01', 1, today), next_invoice_on: day(9),
      extras: [extra('Mailbox of 50 GB', monthly('1.90'), '12')],
    },
    {
      id: 'ser_acme_web_archive', number: 'P-10015', name: 'Mail archive', type: 'mail', identifier: 'archive.acme.example', parent_id: 'ser_acme_web_mail',
      contract_id: 'con_acme_web', ...monthly('22.00'), ...term('2022-02-01', 1, today), next_invoice_on: day(9),
    },
    {
      id: 'ser_acme_shop', number: 'P-10020', name: 'Web hosting Commerce', label: 'Online shop', type: 'hosting', identifier: 'shop.acme.example',
      contract_id: 'con_acme_shop', ...monthly('39.00'), ...term('2023-05-01', 1, today), next_invoice_on: day(9), notice_days: 14,
      status: 'suspended', status_reason: 'The invoice of September is overdue. The shop is back within minutes once it is paid.',
      extras: [extra('Web application firewall', monthly('15.00'))], secrets: [secret('initial-password', 'Password of the control panel', 'Nordlicht#Kai-42')],
    },
    {
      id: 'ser_acme_server', number: 'P-10101', name: 'Root server L', label: 'Build server', type: 'server', identifier: '203.0.113.17', ...monthly('79.00'),
      ...term('2024-03-15', 3, today), next_invoice_on: day(23), notice_days: 30,
      extras: [extra('IPv4 address', monthly('2.00'), '4'), extra('Traffic of 10 TB', monthly('9.90')), extra('Set-up', once('49.00'))],
      secrets: [secret('initial-password', 'First password of root', 'aTq7-Ro9x-Lz42'), secret('pin', 'PIN for the telephone support', '704418')],
    },
    {
      id: 'ser_acme_server_licence', number: 'P-10102', name: 'Control panel licence', type: 'licence', identifier: '203.0.113.17', parent_id: 'ser_acme_server',
      ...monthly('17.00', 'USD'), ...term('2024-03-15', 1, today), next_invoice_on: day(12),
      secrets: [secret('licence-key', 'Licence key', 'PLSK.01234567.0001-a1b2c3-d4e5f6')],
    },
    {
      id: 'ser_acme_server_backup', number: 'P-10103', name: 'Backup space 1 TB', type: 'backup', identifier: 'backup-22.nordkai.example', parent_id: 'ser_acme_server',
      ...monthly('12.50'), ...term('2024-03-15', 1, today), next_invoice_on: day(23),
    },
    {
      id: 'ser_acme_server2', number: 'P-10104', name: 'Virtual server M', label: 'Staging', type: 'server', identifier: '203.0.113.48', ...monthly('14.90'), ...term('2025-06-01', 1, today),
      next_invoice_on: day(9), cancel_at: day(18), cancel_reason: 'Replaced by the build server.',
      secrets: [secret('initial-password', 'First password of root', 'Wq31-Ub8n-Kr77')],
    },
    {
      id: 'ser_acme_rack', number: 'P-10201', name: 'Half rack', label: 'Hamburg, B12', type: 'serverhousing', identifier: 'Hall 1, B12', contract_id: 'con_acme_rack', ...monthly('295.00'),
      ...term('2020-01-15', 12, today), next_invoice_on: day(9), notice_days: 30,
      extras: [extra('Power, 16 A, B feed', monthly('58.00')), extra('Cross connect', monthly('25.00'), '2'), extra('Remote hands, 2 hours included', quarterly('90.00'))],
      secrets: [secret('pin', 'Code of the rack door', '4471')],
    },
    {
      id: 'ser_acme_rack_ips', number: 'P-10202', name: 'IPv4 /27', type: 'ip-addresses', identifier: '203.0.113.0/27', parent_id: 'ser_acme_rack', contract_id: 'con_acme_rack',
      ...monthly('32.00'), ...term('2020-01-15', 12, today), next_invoice_on: day(9),
    },
    {
      id: 'ser_acme_voip', number: 'P-10301', name: 'Telephone system, 24 extensions', label: 'Office telephony', type: 'voip', identifier: '+49 30 231250-0', contract_id: 'con_acme_voip',
      ...monthly('89.00'), ...term('2021-03-01', 12, today), next_invoice_on: day(9), notice_days: 30,
      extras: [extra('Block of 100 numbers', monthly('9.00')), extra('Call recording', monthly('1.50'), '6')],
      secrets: [secret('pin', 'Code of the voice mailbox', '83 20 11')],
    },
    {
      id: 'ser_acme_domain', number: 'P-10401', name: 'Domain .example', type: 'domain', identifier: 'acme.example', contract_id: 'con_acme_domain', ...yearly('14.90'),
      ...term('2009-02-11', 12, today), notice_days: 14, secrets: [secret('transfer-code', 'Transfer code', 'xK-81-Aa-55-Tr')],
    },
    {
      id: 'ser_acme_domain2', number: 'P-10402', name: 'Domain .example', type: 'domain', identifier: 'bücher.example', contract_id: 'con_acme_domain2', ...priced('two-years')('44.00'),
      starts_on: addMonths(day(27), -24), renews_on: day(27), term_months: 24, auto_renew: false, notice_days: 14,
      secrets: [secret('transfer-code', 'Transfer code', 'Bu-77-Qr-20-Zz')],
    },
    {
      id: 'ser_acme_domain3', number: 'P-10403', name: 'Domain .example', type: 'domain', identifier: 'acme-sommer.example', ...yearly('14.90'), status: 'failed',
      starts_on: day(-3), auto_renew: false, status_reason: 'The registry refused the order: the name has been taken meanwhile. Nothing is charged.',
    },
    {
      id: 'ser_acme_line', number: 'P-10501', name: 'Leased line 1 Gbit/s', label: 'Workshop', type: 'line', identifier: 'Harburger Schloßstraße 6', contract_id: 'con_acme_line',
      ...monthly('189.00'), status: 'provisioning', starts_on: day(9), renews_on: addMonths(day(9), 24), term_months: 24, notice_days: 90,
      extras: [extra('Router', monthly('12.00')), extra('Connection of the building', once('390.00'))],
    },
    {
      id: 'ser_acme_backup', number: 'P-10601', name: 'Backup space 2 TB', label: 'Office servers', type: 'backup', identifier: 'backup-17.nordkai.example', contract_id: 'con_acme_backup',
      ...monthly('64.00'), ...term('2022-10-01', 1, today), next_invoice_on: day(9), secrets: [secret('initial-password', 'Password of the space', 'Moorburg-55-Schute')],
    },
    { id: 'ser_acme_stream', number: 'P-10701', name: 'Video streaming', type: 'streaming', identifier: 'live.acme.example', ...quarterly('45.00'), status: 'pending', starts_on: day(4) },
    {
      id: 'ser_acme_campaign', number: 'P-09220', name: 'Web hosting Start', label: 'Summer by the sea', type: 'hosting', identifier: 'sommer.acme.example', contract_id: 'con_acme_campaign',
      ...monthly('9.90'), status: 'cancelled', starts_on: '2022-04-01', ends_on: '2023-03-31', cancel_at: '2023-03-31', auto_renew: false,
    },
    {
      id: 'ser_acme_fax', number: 'P-08003', name: 'Fax line', type: 'voip', identifier: '+49 30 231249', contract_id: 'con_acme_fax', ...monthly('4.90'), status: 'expired',
      starts_on: '2012-01-01', ends_on: '2021-12-31', auto_renew: false,
    },
  ]; // prettier-ignore
}

function globex(today: string): DemoService[] {
  return [
    {
      id: 'ser_globex_web', number: 'P-20001', name: 'Webhosting Start', type: 'hosting', identifier: 'globex.example', contract_id: 'con_globex_web', ...monthly('290.00', 'CZK'),
      ...term('2022-02-01', 1, today), secrets: [secret('initial-password', 'Heslo', 'Vltava-19-Most')],
    },
    {
      id: 'ser_globex_voip', number: 'P-20002', name: 'Telefonní ústředna', type: 'voip', identifier: '+420 601 123 456', contract_id: 'con_globex_voip', ...monthly('1490.00', 'CZK'),
      ...term('2022-02-01', 12, today), notice_days: 30,
    },
  ]; // prettier-ignore
}

/** The demo clients' services, of every type and status, with extras and secrets. */
export async function demoServices(database: Kysely<Database>, secretBox: SecretBox, today = companyToday()): Promise<void> {
  const services = [
    ...acme(today).map((each) => ({ ...each, client_id: 'cli_acme' })),
    ...globex(today).map((each) => ({ ...each, client_id: 'cli_globex' })),
  ];
  await database
    .insertInto('services')
    .values(
      services.map(({ extras: _, secrets: __, ...row }) => ({
        status: 'active',
        auto_renew: true,
        ...row,
        search_text: searchText([row.number, row.name, row.label, row.identifier]),
      })),
    )
    .execute();
  await database
    .insertInto('service_extras')
    .values(
      services.flatMap(({ id, extras = [] }) =>
        extras.map((each, index) => ({ ...each, id: `ext_${id}_${index + 1}`, service_id: id, position: index + 1 })),
      ),
    )
    .execute();
  await database
    .insertInto('service_secrets')
    .values(
      services.flatMap(({ id, client_id, secrets = [] }) =>
        secrets.map(({ value, ...each }, index) => {
          const secretId = `sec_${id}_${index + 1}`;
          return { ...each, id: secretId, client_id, service_id: id, position: index + 1, sealed: sealSecret(secretBox, secretId, value) };
        }),
      ),
    )
    .execute();
}
