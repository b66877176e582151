import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/tables.js';
import { insertRows } from '../database/insert-rows.js';
import { searchText } from '../http/search.js';
import { enterInvoices } from '../ledger/entries.js';
import { InvalidInvoice, readUbl, type UblInvoice } from '../invoices/read-ubl.js';
import { companyToday } from '../company.js';
import { announceInvoice } from '../notifications/notification-event.js';
import { readAll } from './read-all.js';
import type { ImportFunction, ImportResult } from './types.js';

const megabyte = 2 ** 20;

/** Reads an e-invoice, a UBL 2.1 Invoice or CreditNote, into the client's invoices and keeps the file as it came. */
export const importInvoice: ImportFunction = async (database, { clientId, content }) => {
  const bytes = await readAll(content, 20 * megabyte);
  try {
    return await store(database, clientId, readUbl(bytes), bytes);
  } catch (error) {
    if (error instanceof InvalidInvoice) return skipped(error.message);
    throw error;
  }
};

async function store(database: Kysely<Database>, clientId: string, read: UblInvoice, bytes: Buffer): Promise<ImportResult> {
  const { invoice, lines, taxes, references } = read;
  const { type, number, seller } = invoice;
  const hash = createHash('sha256').update(bytes).digest('hex');
  return await database.transaction().execute(async (transaction) => {
    const id = `inv_${createHash('sha256')
      .update(JSON.stringify([clientId, type, seller.name, number]))
      .digest('base64url')
      .slice(0, 22)}`;
    const known = await transaction
      .selectFrom('invoices')
      .leftJoin('invoice_sources', 'invoice_sources.invoice_id', 'invoices.id')
      .select('invoice_sources.hash')
      .where('client_id', '=', clientId)
      .where('type', '=', type)
      .where('number', '=', number)
      .where(sql<string>`seller->>'name'`, '=', seller.name)
      .executeTakeFirst();
    if (known?.hash === hash) return { imported: 0, unchanged: 1, skipped: [] };
    const search = searchText([
      number,
      invoice.reference,
      ...references.map((reference) => reference.number),
      ...lines.map(({ description }) => description),
    ]);
    const isNew =
      !known && (await insertRows(transaction, 'invoices', [{ ...invoice, id, client_id: clientId, disputed_at: null, search }])) === 1;
    if (!isNew) return skipped(`${seller.name} has issued another document with the number ${number}, which is in the portal.`);
    const own = <Row>(rows: Row[]) => rows.map((row) => ({ ...row, invoice_id: id }));
    await insertRows(transaction, 'invoice_lines', own(lines));
    await insertRows(transaction, 'invoice_taxes', own(taxes));
    await insertRows(transaction, 'invoice_references', own(references));
    await enterInvoices(transaction, [id]);
    await transaction.insertInto('invoice_sources').values({ invoice_id: id, hash, content: bytes }).execute();
    await announceInvoice(transaction, { id, issued_on: invoice.issued_on }, companyToday());
    return { imported: 1, unchanged: 0, skipped: [] };
  });
}

const skipped = (reason: string): ImportResult => ({ imported: 0, unchanged: 0, skipped: [{ line: 1, reason }] });
