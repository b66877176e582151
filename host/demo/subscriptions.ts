import type { Insertable, Kysely } from 'kysely';
import type { SubscriptionTable } from '../src/payment-methods/tables.js';
import type { Database } from '../src/database/tables.js';
import { searchText } from '../src/http/search.js';

const day = 86_400_000;
const hour = 3_600_000;

type DemoSubscription = Pick<Insertable<SubscriptionTable>, 'id' | 'reference' | 'status' | 'amount'> &
  Partial<
    Pick<Insertable<SubscriptionTable>, 'status_note' | 'contract_id' | 'failed_payments' | 'approve_href' | 'interval_count' | 'currency'>
  > & {
    client_id?: string;
    interval_unit?: string;
    /** Type, id and name of what is paid. */
    subject: readonly [type: string, id: string | null, name: string];
    /** Days ago that it began, days from now of the next charge, days ago of the last payment. */
    age: number;
    next?: number;
    paid?: number;
  };

const subscriptions: readonly DemoSubscription[] = [
  {
    id: 'sub_acme_web', reference: 'I-BW452GLLEP1G', status: 'active', amount: '19.90', contract_id: 'con_acme_web',
    subject: ['contract', 'con_acme_web', 'Company website'], age: 980, next: 9, paid: 21,
  },
  {
    id: 'sub_acme_backup', reference: 'I-HT38K76XPMGJ', status: 'suspended', amount: '64.00', contract_id: 'con_acme_backup', failed_payments: 3,
    status_note: 'Three payments in a row have failed. PayPal tries again when the account has a valid card.',
    subject: ['contract', 'con_acme_backup', 'Backup of the office servers'], age: 700, paid: 52,
  },
  {
    id: 'sub_acme_dns', reference: 'I-4KPN2VX0YR8D', status: 'active', amount: '36.00', contract_id: 'con_acme_dns', interval_count: 3, failed_payments: 1,
    subject: ['contract', 'con_acme_dns', 'Name servers'], age: 460, next: 2, paid: 88,
  },
  {
    id: 'sub_acme_shop', reference: 'I-7MT9CS5WQ1LB', status: 'approval-pending', amount: '39.00', contract_id: 'con_acme_shop',
    subject: ['contract', 'con_acme_shop', 'Online shop'], age: 2, approve_href: 'https://www.sandbox.paypal.com/webapps/billing/subscriptions?ba_token=BA-7MT9CS5WQ1LB',
  },
  {
    id: 'sub_acme_line', reference: 'I-0XGE63RZKH2A', status: 'approved', amount: '189.00', contract_id: 'con_acme_line',
    subject: ['contract', 'con_acme_line', 'Line to the workshop'], age: 1, next: 12,
  },
  {
    id: 'sub_acme_domain', reference: 'I-E2DY81NJU5QF', status: 'active', amount: '14.90', contract_id: 'con_acme_domain', interval_unit: 'year',
    subject: ['contract', 'con_acme_domain', 'acme.example'], age: 1380, next: 81, paid: 284,
  },
  {
    id: 'sub_acme_campaign', reference: 'I-9VFA47TBC6MW', status: 'cancelled', amount: '9.90', contract_id: 'con_acme_campaign',
    status_note: 'The campaign is over.', subject: ['contract', 'con_acme_campaign', 'Campaign “Summer by the sea”'], age: 1600, paid: 1330,
  },
  {
    id: 'sub_acme_rates', reference: 'I-3LQW90DHS4PX', status: 'expired', amount: '120.00', status_note: 'All six instalments have been paid.',
    subject: ['invoice', null, '2024-0117'], age: 640, paid: 455,
  },
  {
    id: 'sub_globex_web', reference: 'I-5RUZ12KOV8GN', status: 'active', amount: '290.00', currency: 'CZK', client_id: 'cli_globex', contract_id: 'con_globex_web',
    subject: ['contract', 'con_globex_web', 'Webhosting'], age: 300, next: 14, paid: 16,
  },
]; // prettier-ignore

/** Subscriptions at PayPal in every state. */
export async function demoSubscriptions(database: Kysely<Database>): Promise<void> {
  const inDays = (count: number | undefined) => (count === undefined ? null : new Date(Date.now() + count * day));
  const rows = subscriptions.map(({ subject: [type, id, name], age, next, paid, ...row }): Insertable<SubscriptionTable> => {
    return {
      client_id: 'cli_acme',
      currency: 'EUR',
      interval_unit: 'month',
      interval_count: 1,
      ...row,
      subject_type: type,
      subject_id: id,
      subject_name: name,
      next_charge_at: inDays(next),
      last_paid_at: paid === undefined ? null : inDays(-paid),
      last_paid_amount: paid === undefined ? null : row.amount,
      created_at: new Date(Date.now() - age * day),
      as_of: new Date(Date.now() - 5 * hour),
      search_text: searchText([row.reference, name]),
    };
  });
  await database.insertInto('subscriptions').values(rows).execute();
}
