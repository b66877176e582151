import { sql } from 'kysely';
import type { components } from 'portal-elements/contract';
import { sendCsv, type CsvColumn } from '../http/files/csv.js';
import type { OperationContext, Operations } from '../http/operation.js';
import { fetchPage } from '../http/paging.js';
import { entriesOf, ledgerListing, readEntries, toEntries, type Reader } from './entry.js';
import { readPeriod } from './filter.js';
import { getLedgerStatement } from './statement.js';
import { bringUpToDate, chooseLedger, summarize } from './summary.js';

type LedgerEntry = components['schemas']['LedgerEntry'];

const readerOf = (context: OperationContext): Reader => ({
  clientId: context.clientId,
  contractIds: context.contractIds,
  seesInvoices: context.can('billing.invoices', 'view'),
  seesCredits: context.can('billing.credits', 'view'),
});

/** The operations of the ledger. */
export const ledgerOperations: Pick<Operations, 'listLedgerEntries' | 'getLedgerStatement'> = {
  async listLedgerEntries(context, { query, wantsCsv }, reply) {
    const { clientId } = context;
    const { cursor, limit = 50, currency, q, type, ...days } = query;
    const period = readPeriod(days);
    const filter = { q, type, ...period };
    await bringUpToDate(context.database, clientId);
    if (wantsCsv) {
      const { sums } = await chooseLedger(context.database, clientId, { currency, ...period });
      const ledger = { clientId, currency: sums.currency };
      return sendCsv(reply, `ledger-${sums.currency}`, columns, readEntries(context.database, ledger, filter, readerOf(context)));
    }
    // Entries, balances and sums are of the same moment.
    const moment = context.database.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
    return await moment.execute(async (database) => {
      const chosen = await chooseLedger(database, clientId, { currency, ...period });
      const ledger = { clientId, currency: chosen.sums.currency };
      const entries = entriesOf(database, ledger, filter);
      const { rows, page } = await fetchPage(entries, ledgerListing, { sort: 'date', limit, cursor, filter: [ledger, filter] });
      const count = async () =>
        (
          await entries
            .clearSelect()
            .select(sql<number>`count(*)`.as('total'))
            .executeTakeFirstOrThrow()
        ).total;
      const isWhole = !type && !q?.trim();
      return {
        items: await toEntries(database, ledger, rows, readerOf(context)),
        page: { ...page, total: isWhole ? chosen.sums.count : await count() },
        summary: await summarize(database, clientId, chosen),
      };
    });
  },

  getLedgerStatement,
};

const columns: CsvColumn<LedgerEntry>[] = [
  { title: 'Date', value: ({ date }) => date },
  { title: 'Type', value: ({ typeLabel }) => typeLabel },
  { title: 'Documents', value: ({ documents }) => documents.flatMap(({ number }) => number ?? []).join(' ') },
  { title: 'Description', value: ({ description }) => description },
  { title: 'Debit', kind: 'number', value: ({ debit }) => debit?.amount },
  { title: 'Credit', kind: 'number', value: ({ credit }) => credit?.amount },
  { title: 'Balance', kind: 'number', value: ({ balance }) => balance.amount },
  { title: 'Currency', value: ({ balance }) => balance.currency },
];
