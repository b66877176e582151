import { sql } from 'kysely';
import { sendCsv, type CsvColumn } from '../http/files/csv.js';
import { idempotent } from '../http/idempotency.js';
import type { Operations } from '../http/operation.js';
import { fetchBatches, fetchPage, type Listing } from '../http/paging.js';
import { notFound } from '../http/problem.js';
import { receiveUpload, sendUpload } from '../http/uploads.js';
import { answer, cancel, saveDetails, submit } from './change.js';
import { isWanted } from './filter.js';
import { completed, findOrder, orderColumns, toOrder, toSummary } from './order.js';
import { orderFiles, visibleRequests } from './requests.js';
import { closedStatuses, waitingStatuses } from './status.js';
import { currencyRows, totalColumns, type CurrencyRow } from './totals.js';

type OrderOperation =
  'listOrders' | 'getOrder' | 'saveOrderDetails' | 'submitOrder' | 'cancelOrder' | 'answerOrder' | 'uploadOrderFile' | 'getOrderFile';

const listing: Listing = {
  keys: {
    number: { column: 'orders.number', type: 'text' },
    placedAt: { column: 'orders.placed_at', type: 'timestamptz', nullable: true },
    lastActivityAt: { column: 'orders.last_activity_at', type: 'timestamptz' },
  },
  id: 'orders.id',
};

/** The client's orders. */
export const orderOperations: Pick<Operations, OrderOperation> = {
  async listOrders(context, { query, wantsCsv }, reply) {
    const { database, clientId, contractIds } = context;
    const { cursor, limit = 50, sort = '-lastActivityAt', ...filter } = query;
    const wanted = database.selectFrom('orders').where(isWanted(context, filter));
    const orders = wanted.select(orderColumns);
    const described = async (rows: Parameters<typeof completed>[1]) => (await completed(database, rows)).map(toSummary);
    if (wantsCsv) {
      const rows = (async function* () {
        for await (const batch of fetchBatches(orders, listing, sort)) yield (await described(batch)).flatMap(currencyRows);
      })();
      return sendCsv(reply, 'orders', columns, rows);
    }
    const scope = [clientId, contractIds, filter];
    const [{ rows, page }, counts] = await Promise.all([
      fetchPage(orders, listing, { sort, limit, cursor, filter: scope }),
      wanted
        .select([
          sql<number>`count(*)`.as('total'),
          sql<number>`count(*) filter (where status <> all(${[...closedStatuses]}))`.as('open'),
          sql<number>`count(*) filter (where status = any(${[...waitingStatuses]}))`.as('waiting'),
        ])
        .executeTakeFirstOrThrow(),
    ]);
    const { total, ...summary } = counts;
    return { items: await described(rows), page: { ...page, total }, summary };
  },

  async getOrder(context, { path }) {
    return await toOrder(context.database, context, await findOrder(context.database, context, path.orderId));
  },

  async saveOrderDetails(context, { path, body, headers }) {
    return await saveDetails(context, path.orderId, headers['if-match'], body.details);
  },

  async submitOrder(context, request, reply) {
    const { path, body, headers } = request;
    return await idempotent(context, request, reply, async () => ({
      status: 200,
      body: await submit(context, path.orderId, headers['if-match'], body.details),
    }));
  },

  async cancelOrder(context, request, reply) {
    const { path, body } = request;
    return await idempotent(context, request, reply, async () => ({ status: 200, body: await cancel(context, path.orderId, body.reason) }));
  },

  async answerOrder(context, request, reply) {
    const { path, body } = request;
    return await idempotent(context, request, reply, async () => ({ status: 200, body: await answer(context, path.orderId, body) }));
  },

  async uploadOrderFile(context, { raw }, reply) {
    reply.code(201);
    return await receiveUpload(context, raw, orderFiles);
  },

  async getOrderFile(context, { path }, reply) {
    const { steps, requests } = await findOrder(context.database, context, path.orderId);
    const ids = visibleRequests(requests, steps).map(({ id }) => id);
    const file = await context.database
      .selectFrom('uploads')
      .select(['id', 'subject'])
      .where('id', '=', path.file)
      .where('subject', 'in', [...ids, ''])
      .executeTakeFirst();
    if (!file) throw notFound();
    return await sendUpload(context, reply, { id: file.id, subject: file.subject! });
  },
};

type Row = CurrencyRow<ReturnType<typeof toSummary>>;

const columns: CsvColumn<Row>[] = [
  { title: 'Number', value: ({ item }) => item.number },
  { title: 'Subject', value: ({ item }) => item.subject },
  { title: 'Status', value: ({ item }) => item.statusLabel },
  { title: 'Placed', value: ({ item }) => item.placedAt },
  { title: 'Step', value: ({ item }) => item.currentStep?.name },
  { title: 'Last activity', value: ({ item }) => item.lastActivityAt },
  ...totalColumns,
];
