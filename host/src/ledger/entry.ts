import { sql, type Kysely } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { Database } from '../database/tables.js';
import { isPositive, money, negate } from '../http/money.js';
import { fetchBatches, type Listing } from '../http/paging.js';
import { isVisible, type InvoiceOwner } from '../invoices/filter.js';
import { balancesAfter } from './balance.js';
import { isOf, isWanted, type Ledger, type LedgerFilter } from './filter.js';

type LedgerEntry = components['schemas']['LedgerEntry'];
type LedgerDocument = components['schemas']['LedgerDocument'];

/** The order of a ledger; there is no other. */
export const ledgerListing: Listing = { keys: { date: { column: 'day', type: 'date' } }, id: 'ledger_entries.id', idType: 'bigint' };

const labels: Readonly<Record<string, string>> = {
  invoice: 'Invoice',
  'credit-note': 'Credit note',
  payment: 'Payment',
  refund: 'Refund',
  prepayment: 'Prepayment',
  cancellation: 'Cancellation',
  'credit-granted': 'Credit granted',
  'credit-used': 'Credit used',
  'credit-expired': 'Credit expired',
  'credit-void': 'Credit void',
};

/** A person who reads the ledger; documents that they may not see have no id for them. */
export interface Reader extends InvoiceOwner {
  seesInvoices: boolean;
  seesCredits: boolean;
}

export type EntryRow = Awaited<ReturnType<ReturnType<typeof entriesOf>['execute']>>[number];

/** Entries of a ledger, without an order. */
export const entriesOf = (database: Kysely<Database>, ledger: Ledger, filter: LedgerFilter) =>
  database
    .selectFrom('ledger_entries')
    .where(isOf(ledger))
    .where(isWanted(ledger.clientId, filter))
    .select(['ledger_entries.id', 'ledger_entries.day', 'ledger_entries.kind', 'ledger_entries.document_id', 'ledger_entries.amount']);

/** All entries of a filter as the contract has them, oldest first, in batches. */
export async function* readEntries(
  database: Kysely<Database>,
  ledger: Ledger,
  filter: LedgerFilter,
  reader: Reader,
): AsyncGenerator<LedgerEntry[]> {
  for await (const rows of fetchBatches(entriesOf(database, ledger, filter), ledgerListing, 'date'))
    yield await toEntries(database, ledger, rows, reader);
}

/** Entries as the contract has them: with their documents, and the balance after each. */
export async function toEntries(
  database: Kysely<Database>,
  ledger: Ledger,
  rows: readonly EntryRow[],
  reader: Reader,
): Promise<LedgerEntry[]> {
  const balances = await balancesAfter(database, ledger, rows);
  const subjects = await subjectsOf(database, rows, reader);
  return rows.map(({ id, day, kind, document_id, amount }) => {
    const isDebit = isPositive(amount);
    const { documents, description } = subjects.get(document_id) ?? { documents: [], description: '' };
    return {
      id: String(id),
      date: day,
      type: kind,
      typeLabel: labels[kind] ?? kind,
      documents: kind === 'credit-used' ? (subjects.get(creditOf(document_id))?.documents ?? []) : documents,
      description: kind === 'credit-used' ? (subjects.get(creditOf(document_id))?.description ?? '') : description,
      debit: isDebit ? money(amount, ledger.currency) : null,
      credit: isDebit ? null : money(negate(amount), ledger.currency),
      balance: money(balances.get(id) ?? '0', ledger.currency),
    };
  });
}

/** The document that an entry is about, and what is said of it. */
interface Subject {
  documents: LedgerDocument[];
  description: string;
}

/** The key of the credit from which a payment was made. */
const creditOf = (paymentId: string) => `credit of ${paymentId}`;

async function subjectsOf(database: Kysely<Database>, rows: readonly EntryRow[], reader: Reader): Promise<Map<string, Subject>> {
  const ids = [...new Set(rows.map(({ document_id }) => document_id))];
  if (ids.length === 0) return new Map();
  return new Map([
    ...(await invoiceSubjects(database, ids, reader)),
    ...(await paymentSubjects(database, ids, reader)),
    ...(await creditSubjects(database, ids, reader)),
  ]);
}

const isSeen = ({ clientId, contractIds }: Reader) => isVisible({ clientId, contractIds });

async function invoiceSubjects(database: Kysely<Database>, ids: string[], reader: Reader): Promise<[string, Subject][]> {
  const rows = await database
    .selectFrom('invoices')
    .where('invoices.id', 'in', ids)
    .select((select) => [
      'invoices.id',
      'invoices.number',
      sql<boolean>`${isSeen(reader)(select)}`.as('seen'),
      sql<string>`coalesce(nullif(reference, ''), (
        select description from invoice_lines where invoice_id = invoices.id order by position limit 1), '')`.as('description'),
    ])
    .execute();
  return rows.map((row) => [row.id, { documents: [invoiceDocument(row, reader)], description: row.description }]);
}

async function paymentSubjects(database: Kysely<Database>, ids: string[], reader: Reader): Promise<[string, Subject][]> {
  const rows = await database
    .selectFrom('payments as payment')
    .innerJoin('payment_allocations as allocation', 'allocation.payment_id', 'payment.id')
    .innerJoin('invoices', 'invoices.id', 'allocation.invoice_id')
    .leftJoin('credits', 'credits.id', 'payment.credit_id')
    .where('payment.id', 'in', ids)
    .select(['payment.id as payment_id', 'payment.method', 'payment.credit_id', 'credits.reason', 'invoices.id', 'invoices.number'])
    .select((select) => sql<boolean>`${isSeen(reader)(select)}`.as('seen'))
    .orderBy('invoices.number')
    .orderBy('invoices.id')
    .execute();
  const subjects = new Map<string, Subject>();
  for (const row of rows) {
    const { payment_id, method, credit_id, reason } = row;
    const known = subjects.get(payment_id);
    if (known) known.documents.push(invoiceDocument(row, reader));
    else subjects.set(payment_id, { documents: [invoiceDocument(row, reader)], description: method });
    if (credit_id !== null)
      subjects.set(creditOf(payment_id), { documents: [creditDocument(credit_id, reader)], description: reason ?? '' });
  }
  return [...subjects];
}

async function creditSubjects(database: Kysely<Database>, ids: string[], reader: Reader): Promise<[string, Subject][]> {
  const rows = await database.selectFrom('credits').where('id', 'in', ids).select(['id', 'reason']).execute();
  return rows.map(({ id, reason }) => [id, { documents: [creditDocument(id, reader)], description: reason }]);
}

const invoiceDocument = (
  { id, number, seen }: { id: string; number: string; seen: unknown },
  { seesInvoices }: Reader,
): LedgerDocument => ({
  kind: 'invoice',
  id: seesInvoices && seen ? id : null,
  number,
});

const creditDocument = (id: string, { seesCredits }: Reader): LedgerDocument => ({
  kind: 'credit',
  id: seesCredits ? id : null,
  number: null,
});
