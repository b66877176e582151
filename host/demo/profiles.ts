import { sql, type Kysely } from 'kysely';
import type { Database } from '../src/database/tables.js';

const profiles = [
  {
    client_id: 'cli_acme',
    name: 'Olivia Owner',
    address_lines: JSON.stringify(['Köpenicker Straße 148', 'Aufgang C']),
    city: 'Berlin',
    region: null,
    postcode: '10997',
    country: 'DE',
    email: 'office@acme.example',
    billing_email: 'billing@acme.example',
    phone: '+49301234500',
    mobile: null,
    vat_id: 'DE111111111',
    registration_id: 'HRB 000001 B',
    language: 'de',
    custom_fields: JSON.stringify({
      'cost-centre': '4711',
      'order-number-required': 'true',
      industry: 'industry',
      'account-manager': 'Jonas Petersen',
    }),
  },
  {
    client_id: 'cli_globex',
    name: 'Gita Globex',
    address_lines: JSON.stringify(['Karolinská 654/2']),
    city: 'Praha',
    region: null,
    postcode: '186 00',
    country: 'CZ',
    email: 'office@globex.example',
    billing_email: null,
    phone: '+420222333444',
    mobile: '+420601234567',
    vat_id: 'CZ11111111',
    registration_id: '111 11 111',
    language: 'cs',
    custom_fields: JSON.stringify({ 'account-manager': 'Jonas Petersen' }),
  },
];

/** The profiles of the demo clients, one with a change that waits for approval, and what some of their people do not want to be mailed. */
export async function demoProfiles(database: Kysely<Database>): Promise<void> {
  await database.insertInto('client_profiles').values(profiles).execute();
  await database
    .insertInto('pending_profile_changes')
    .values({
      client_id: 'cli_acme',
      field: 'vatId',
      new_value: 'DE222222222',
      requested_at: sql<Date>`now() - interval '2 days'`,
      requested_by: 'Olivia Owner',
    })
    .execute();
  const off = (membership_id: string, ...categories: string[]) =>
    categories.map((category) => ({ membership_id, category, channel: 'email', enabled: false }));
  await database
    .insertInto('notification_settings')
    .values([...off('mem_acme_owner', 'receipt', 'support'), ...off('mem_acme_consultant', 'invoice', 'receipt', 'overdue', 'maintenance')])
    .execute();
}
