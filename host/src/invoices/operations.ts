import { sql } from 'kysely';
import type { components } from 'portal-elements/contract';
import { sendCsv, type CsvColumn } from '../http/files/csv.js';
import { hasUsableCredit } from '../credits/credit.js';
import { isPositive, money } from '../http/money.js';
import type { Operations } from '../http/operation.js';
import { fetchBatches, fetchPage, type Listing } from '../http/paging.js';
import { getInvoiceArchive } from './archive.js';
import { companyToday } from '../company.js';
import { createInvoiceDispute, withdrawInvoiceDispute } from './disputes.js';
import { requireInvoice, sendDocument } from './documents.js';
import { isVisible, isWanted, overdue } from './filter.js';
import { summaryColumns, toInvoice, toSummary } from './invoice.js';
import { settlePayments } from '../payments/payments.js';

type InvoiceSummary = components['schemas']['InvoiceSummary'];

const listing: Listing = {
  keys: {
    issuedOn: { column: 'issued_on', type: 'date' },
    dueOn: { column: 'due_on', type: 'date', nullable: true },
    number: { column: 'number', type: 'text' },
    total: { column: 'total', type: 'numeric' },
    open: { column: 'open', type: 'numeric' },
  },
  id: 'id',
};

/** The operations of invoices. */
export const invoiceOperations: Pick<
  Operations,
  'listInvoices' | 'getInvoice' | 'getInvoiceArchive' | 'getInvoiceDocument' | 'createInvoiceDispute' | 'withdrawInvoiceDispute'
> = {
  getInvoiceArchive,
  createInvoiceDispute,
  withdrawInvoiceDispute,

  async listInvoices(context, { query, wantsCsv }, reply) {
    const { database, clientId, contractIds } = context;
    const { cursor, limit = 50, sort = '-issuedOn', ...filter } = query;
    const today = companyToday();
    await settlePayments(database, clientId);
    const wanted = database.selectFrom('invoices').where(isVisible(context)).where(isWanted(filter, today));
    const invoices = wanted.select(summaryColumns);
    if (wantsCsv) {
      const batches = fetchBatches(invoices, listing, sort);
      return sendCsv(
        reply,
        'invoices',
        listColumns,
        map(batches, (row) => toSummary(row, today)),
      );
    }
    const [{ rows, page }, sums] = await Promise.all([
      fetchPage(invoices, listing, { sort, limit, cursor, filter: [clientId, contractIds, filter] }),
      wanted
        .select([
          'currency',
          sql<number>`count(*)`.as('count'),
          sql<string>`coalesce(sum(open) filter (where open > 0), 0)`.as('open'),
          sql<string>`coalesce(sum(open) filter (where ${overdue(today)}), 0)`.as('overdue'),
        ])
        .groupBy('currency')
        .orderBy('currency')
        .execute(),
    ]);
    const owed = (sum: 'open' | 'overdue') => sums.filter((row) => isPositive(row[sum])).map((row) => money(row[sum], row.currency));
    return {
      items: rows.map((row) => toSummary(row, today)),
      page: { ...page, total: sums.reduce((total, { count }) => total + count, 0) },
      summary: { open: owed('open'), overdue: owed('overdue') },
    };
  },

  async getInvoice(context, { path }) {
    const invoice = toInvoice(await requireInvoice(context, path.invoiceId), companyToday());
    const fromCredit = invoice.allowedActions.includes('pay') && (await hasUsableCredit(context, invoice.open.currency));
    return fromCredit ? { ...invoice, allowedActions: [...invoice.allowedActions, 'apply-credit'] } : invoice;
  },

  async getInvoiceDocument(context, { path: { invoiceId, format } }, reply) {
    const whole = await requireInvoice(context, invoiceId);
    return await sendDocument(context.database, whole, format, reply);
  },
};

async function* map<From, To>(batches: AsyncIterable<From[]>, change: (item: From) => To): AsyncGenerator<To[]> {
  for await (const batch of batches) yield batch.map(change);
}

const listColumns: CsvColumn<InvoiceSummary>[] = [
  { title: 'Number', value: ({ number }) => number },
  { title: 'Type', value: ({ type }) => type },
  { title: 'Status', value: ({ statusLabel }) => statusLabel },
  { title: 'Issued', value: ({ issuedOn }) => issuedOn },
  { title: 'Due', value: ({ dueOn }) => dueOn },
  { title: 'Total', kind: 'number', value: ({ total }) => total.amount },
  { title: 'Paid', kind: 'number', value: ({ paid }) => paid.amount },
  { title: 'Open', kind: 'number', value: ({ open }) => open.amount },
  { title: 'Currency', value: ({ total }) => total.currency },
  { title: 'Reference', value: ({ reference }) => reference },
];
