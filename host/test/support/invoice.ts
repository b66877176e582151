import type { Kysely } from 'kysely';
import { insertRows } from '../../src/database/insert-rows.js';
import type { InvoiceTable } from '../../src/invoices/tables.js';
import type { Database } from '../../src/database/tables.js';
import { enterInvoices } from '../../src/ledger/entries.js';

let made = 0;

/** Stores an invoice of Acme over 100 euros that owes all of it, but for the changes; resolves with its id. */
export async function storeInvoice(database: Kysely<Database>, changes: Partial<InvoiceTable> = {}): Promise<string> {
  made += 1;
  const id = `inv_test_${made}`;
  const row: InvoiceTable = {
    id, client_id: 'cli_acme', number: `T-${made}`, type: 'invoice', type_code: '380', state: 'issued', issued_on: '2026-01-01', due_on: '2099-01-01',
    currency: 'EUR', net_total: '100', tax_total: '0', rounding: '0', total: '100', prepaid: '0', paid: '0', pending: '0', open: '100', reference: null,
    note: null, payment_terms: null, period_from: null, period_to: null, seller: { name: 'S', addressLines: [] }, buyer: { name: 'B', addressLines: [] },
    adjustments: [], disputed_at: null, payee: null, search: '', ...changes,
  }; // prettier-ignore
  await insertRows(database, 'invoices', [row]);
  await enterInvoices(database, [row.id]);
  return row.id;
}
