import { sql } from 'kysely';
import type { components } from 'portal-elements/contract';
import { sendCsv, type CsvColumn } from '../http/files/csv.js';
import { idempotent } from '../http/idempotency.js';
import { isPositive, money } from '../http/money.js';
import type { OperationContext, Operations } from '../http/operation.js';
import { fetchBatches, fetchPage, type Listing } from '../http/paging.js';
import { notFound, Problem } from '../http/problem.js';
import { settlePayments } from '../payments/payments.js';
import { applyCredit, expireCredits } from './ledger.js';
import { creditsOf, toCredit, usesOf } from './credit.js';
import { isWanted, usable } from './filter.js';

type CreditSummary = components['schemas']['CreditSummary'];

const listing: Listing = {
  keys: {
    grantedOn: { column: 'granted_on', type: 'date' },
    expiresOn: { column: 'expires_on', type: 'date', nullable: true },
    reason: { column: 'reason', type: 'text' },
    original: { column: 'original', type: 'numeric' },
    remaining: { column: 'remaining', type: 'numeric' },
  },
  id: 'credits.id',
};

/** The operations of credits. */
export const creditOperations: Pick<Operations, 'listCredits' | 'getCredit' | 'applyCredit'> = {
  async listCredits(context, { query, wantsCsv }, reply) {
    const { database, clientId, contractIds } = context;
    const { cursor, limit = 50, sort = '-grantedOn', ...filter } = query;
    await expireCredits(database, clientId);
    const credits = creditsOf(database, context).where(isWanted(filter));
    if (wantsCsv) return sendCsv(reply, 'credits', columns, map(fetchBatches(credits, listing, sort)));
    const [{ rows, page }, sums] = await Promise.all([
      fetchPage(credits, listing, { sort, limit, cursor, filter: [clientId, contractIds, filter] }),
      database
        .selectFrom('credits')
        .where('client_id', '=', clientId)
        .where(isWanted(filter))
        .select([
          'currency',
          sql<number>`count(*)`.as('count'),
          sql<string>`coalesce(sum(remaining) filter (where ${usable}), 0)`.as('available'),
        ])
        .groupBy('currency')
        .orderBy('currency')
        .execute(),
    ]);
    return {
      items: rows.map(toCredit),
      page: { ...page, total: sums.reduce((total, { count }) => total + count, 0) },
      summary: { available: sums.filter(({ available }) => isPositive(available)).map((row) => money(row.available, row.currency)) },
    };
  },

  async getCredit(context, { path }) {
    await expireCredits(context.database, context.clientId);
    return { ...(await findCredit(context, path.creditId)), uses: await usesOf(context.database, context, path.creditId) };
  },

  async applyCredit(context, request, reply) {
    const { database, clientId, contractIds, personId } = context;
    if (!context.can('billing.invoices', 'update'))
      throw new Problem(403, 'Using a credit also needs the right to pay invoices', { type: 'needs-right-to-pay' });
    await settlePayments(database, clientId);
    return await idempotent(context, request, reply, async () => {
      const { creditId } = request.path;
      const { allocations } = request.body;
      const key = `credit:${personId}:${String(request.headers['idempotency-key'])}`;
      const payment = await applyCredit(database, { clientId, contractIds, creditId, key, allocations });
      return { status: 201, body: { payment, credit: await findCredit(context, creditId) } };
    });
  },
};

async function findCredit(context: OperationContext, id: string): Promise<CreditSummary> {
  const credit = await creditsOf(context.database, context).where('credits.id', '=', id).executeTakeFirst();
  if (!credit) throw notFound();
  return toCredit(credit);
}

async function* map(batches: AsyncIterable<Parameters<typeof toCredit>[0][]>): AsyncGenerator<CreditSummary[]> {
  for await (const batch of batches) yield batch.map(toCredit);
}

const columns: CsvColumn<CreditSummary>[] = [
  { title: 'Date', value: ({ grantedOn }) => grantedOn },
  { title: 'Reason', value: ({ reason }) => reason },
  { title: 'Type', value: ({ typeLabel }) => typeLabel },
  { title: 'Credit note', value: ({ document }) => document?.number },
  { title: 'Status', value: ({ statusLabel }) => statusLabel },
  { title: 'Original', kind: 'number', value: ({ original }) => original.amount },
  { title: 'Used', kind: 'number', value: ({ used }) => used.amount },
  { title: 'Remaining', kind: 'number', value: ({ remaining }) => remaining.amount },
  { title: 'Currency', value: ({ original }) => original.currency },
  { title: 'Expires', value: ({ expiresOn }) => expiresOn },
];
