import type { Insertable, Kysely } from 'kysely';
import type { PaymentMethodTable } from '../src/payment-methods/tables.js';
import type { Database } from '../src/database/tables.js';
import { companyToday } from '../src/company.js';
import { nameOf, searchTextOf } from '../src/payment-methods/names.js';
import { maskIban } from '../src/payment-provider/mask.js';

const day = 86_400_000;

interface DemoMethod {
  id: string;
  client_id: string;
  type: string;
  brand: string | null;
  account: string;
  holder?: string;
  label?: string;
  /** Months from now at whose end it expires. */
  expiresIn?: number;
  is_default?: boolean;
  status?: string;
  status_note?: string;
  /** Days ago that it was added; a mandate was given on that day. */
  age: number;
  mandate?: string;
  billing_address?: { name: string; street: string; postalCode: string; city: string; country: string };
}

const methods: readonly DemoMethod[] = [
  {
    id: 'pm_acme_visa', client_id: 'cli_acme', type: 'card', brand: 'Visa', account: '••••4242', holder: 'Olivia Owner', label: 'Office card',
    expiresIn: 26, is_default: true, age: 410,
    billing_address: { name: 'Acme GmbH', street: 'Torstraße 140', postalCode: '10119', city: 'Berlin', country: 'DE' },
  },
  { id: 'pm_acme_mastercard', client_id: 'cli_acme', type: 'card', brand: 'Mastercard', account: '••••4444', holder: 'Bruno Billing', label: 'Travel', expiresIn: 0, age: 1050 },
  { id: 'pm_acme_amex', client_id: 'cli_acme', type: 'card', brand: 'American Express', account: '•••••8431', holder: 'Olivia Owner', expiresIn: -3, age: 1400 },
  {
    id: 'pm_acme_bank', client_id: 'cli_acme', type: 'bank-account', brand: 'Commerzbank', account: maskIban('DE89370400440532013000'), holder: 'Acme GmbH',
    label: 'House bank', age: 820, mandate: 'M-7QK2-55DA-R3HT',
  },
  {
    id: 'pm_acme_bank_new', client_id: 'cli_acme', type: 'bank-account', brand: null, account: maskIban('AT611904300234573201'), holder: 'Acme Österreich',
    status: 'pending-verification', status_note: 'We transfer one cent to the account to see that it exists. This takes up to two working days.', age: 1, mandate: 'M-9XWE-24LB-K7UV',
  },
  { id: 'pm_acme_paypal', client_id: 'cli_acme', type: 'agreement', brand: 'PayPal', account: 'bi•••@acme.example', age: 300, label: '' },
  {
    id: 'pm_acme_failed', client_id: 'cli_acme', type: 'card', brand: 'Visa', account: '••••0341', holder: 'Bruno Billing', expiresIn: 14, age: 520,
    status: 'failed', status_note: 'The bank has blocked this card. Please ask your bank, or use another one.',
  },
  {
    id: 'pm_acme_old', client_id: 'cli_acme', type: 'agreement', brand: 'Skrill', account: 'ac•••@acme.example', age: 1900,
    status: 'gateway-inactive', status_note: 'We no longer work with this provider.',
  },
  { id: 'pm_globex_bank', client_id: 'cli_globex', type: 'bank-account', brand: 'Fio banka', account: maskIban('CZ6508000000192000145399'), holder: 'Globex s.r.o.', age: 600, mandate: 'M-3FGH-88PL-N2CS', is_default: true },
]; // prettier-ignore

/** The last day of the month so many months from now. */
function endOfMonth(months: number): string {
  const [year = 0, month = 0] = companyToday().split('-').map(Number);
  return new Date(Date.UTC(year, month + months, 0)).toISOString().slice(0, 10);
}

/** Payment methods of every type and status, with the mandates given for them. */
export async function demoPaymentMethods(database: Kysely<Database>): Promise<void> {
  const createdAt = (age: number) => new Date(Date.now() - age * day);
  for (const { id, client_id, mandate, account, holder = '', age } of methods) {
    if (mandate === undefined) continue;
    await database
      .insertInto('sepa_mandates')
      .values({
        reference: mandate,
        client_id,
        text_id: 'sepa-core-1-en',
        account,
        holder,
        signed_on: companyToday(createdAt(age)),
        signed_by: client_id === 'cli_acme' ? 'Olivia Owner' : id,
      })
      .execute();
  }
  const rows = methods.map(({ expiresIn, age, mandate, billing_address, ...method }): Insertable<PaymentMethodTable> => {
    const row = { label: '', holder: null, status: 'active', ...method };
    return {
      ...row,
      expires_on: expiresIn === undefined ? null : endOfMonth(expiresIn),
      billing_address: billing_address ? JSON.stringify(billing_address) : null,
      provider_reference: `test-kept-${method.id}`,
      mandate_reference: mandate ?? null,
      key: `demo:${method.id}`,
      created_at: createdAt(age),
      name: nameOf(row),
      search_text: searchTextOf(row),
    };
  });
  await database.insertInto('payment_methods').values(rows).execute();
}
