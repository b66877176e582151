import { sql } from 'kysely';
import { attachment } from '../http/files/attachment.js';
import { sendCsv, type CsvColumn } from '../http/files/csv.js';
import { idempotent } from '../http/idempotency.js';
import type { Operations } from '../http/operation.js';
import { fetchBatches, fetchPage, type Listing } from '../http/paging.js';
import { Problem } from '../http/problem.js';
import { companyToday } from '../company.js';
import { currencyRows, totalColumns, totalsOf, type CurrencyRow } from '../orders/totals.js';
import { accept, ask, decline } from './decide.js';
import { isWanted } from './filter.js';
import { unknownOption, withOptions } from './options.js';
import { quotePdf } from './pdf.js';
import { completed, findQuote, quoteColumns, toQuote, toSummary, type QuoteRow } from './quote.js';
import { statusIs } from './status.js';

type QuoteOperation = 'listQuotes' | 'getQuote' | 'getQuoteTotals' | 'getQuoteDocument' | 'acceptQuote' | 'declineQuote' | 'askAboutQuote';

const listing: Listing = {
  keys: {
    number: { column: 'quotes.number', type: 'text' },
    issuedOn: { column: 'quotes.issued_on', type: 'date' },
    validUntil: { column: 'quotes.valid_until', type: 'date', nullable: true },
  },
  id: 'quotes.id',
};

/** Operations on quotes. */
export const quoteOperations: Pick<Operations, QuoteOperation> = {
  async listQuotes(context, { query, wantsCsv }, reply) {
    const { database, clientId, contractIds } = context;
    const { cursor, limit = 50, sort = '-issuedOn', ...filter } = query;
    const today = companyToday();
    const wanted = database.selectFrom('quotes').where(isWanted(context, today, filter));
    const quotes = wanted.select(quoteColumns);
    const described = async (rows: readonly QuoteRow[]) => (await completed(database, rows)).map((whole) => toSummary(whole, today));
    if (wantsCsv) {
      const rows = (async function* () {
        for await (const batch of fetchBatches(quotes, listing, sort)) yield (await described(batch)).flatMap(currencyRows);
      })();
      return sendCsv(reply, 'quotes', columns, rows);
    }
    const scope = [clientId, contractIds, filter, filter.status && today];
    const [{ rows, page }, counts] = await Promise.all([
      fetchPage(quotes, listing, { sort, limit, cursor, filter: scope }),
      wanted
        .select([sql<number>`count(*)`.as('total'), sql<number>`count(*) filter (where ${statusIs('open', today)})`.as('open')])
        .executeTakeFirstOrThrow(),
    ]);
    return { items: await described(rows), page: { ...page, total: counts.total }, summary: { open: counts.open } };
  },

  async getQuote(context, { path }) {
    const today = companyToday();
    return await toQuote(context.database, context, await findQuote(context.database, context, { id: path.quoteId, today }), today);
  },

  async getQuoteTotals(context, { path, query }) {
    const { lines } = await findQuote(context.database, context, { id: path.quoteId, today: companyToday() });
    const options = query.options.split(',').filter(Boolean);
    if (unknownOption(lines, options) >= 0) throw new Problem(400, 'The quote has no such option');
    return { totals: totalsOf(withOptions(lines, options)) };
  },

  async getQuoteDocument(context, { path }, reply) {
    const today = companyToday();
    const quote = await toQuote(context.database, context, await findQuote(context.database, context, { id: path.quoteId, today }), today);
    const client = await context.database
      .selectFrom('clients')
      .select(['name', 'number'])
      .where('id', '=', context.clientId)
      .executeTakeFirstOrThrow();
    attachment(reply, `Quote ${quote.number}.pdf`, 'application/pdf');
    return quotePdf(quote, client);
  },

  async acceptQuote(context, request, reply) {
    const { path, body, headers } = request;
    return await idempotent(context, request, reply, async () => ({
      status: 201,
      body: await accept(context, path.quoteId, headers['if-match'], body),
    }));
  },

  async declineQuote(context, request, reply) {
    const { path, body } = request;
    return await idempotent(context, request, reply, async () => ({
      status: 200,
      body: await decline(context, path.quoteId, body.reason),
    }));
  },

  async askAboutQuote(context, request, reply) {
    const { path, body } = request;
    return await idempotent(context, request, reply, async () => ({ status: 201, body: await ask(context, path.quoteId, body.text) }));
  },
};

type Row = CurrencyRow<ReturnType<typeof toSummary>>;

const columns: CsvColumn<Row>[] = [
  { title: 'Number', value: ({ item }) => item.number },
  { title: 'Subject', value: ({ item }) => item.subject },
  { title: 'Status', value: ({ item }) => item.statusLabel },
  { title: 'Issued', value: ({ item }) => item.issuedOn },
  { title: 'Valid until', value: ({ item }) => item.validUntil },
  ...totalColumns,
];
