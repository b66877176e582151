import { sendCsv } from '../http/files/csv.js';
import { etagOf, requireMatch } from '../http/etag.js';
import { idempotent } from '../http/idempotency.js';
import type { OperationContext, Operations } from '../http/operation.js';
import { fetchBatches, fetchPage, type Listing } from '../http/paging.js';
import { notFound } from '../http/problem.js';
import { searchPattern } from '../http/search.js';
import { addBankAccount, addMethod } from './add.js';
import { setDefault } from './default.js';
import { deleteMethod } from './delete.js';
import { mandateText } from './mandate-text.js';
import { describeMethod, methodColumns, selectMethods, statusOf, usableStatuses, type PaymentMethod } from './method.js';
import { nameOf, searchTextOf } from './names.js';

const listing: Listing = {
  keys: {
    createdAt: { column: 'payment_methods.created_at', type: 'timestamptz' },
    name: { column: 'payment_methods.name', type: 'text' },
    expiresOn: { column: 'payment_methods.expires_on', type: 'date', nullable: true },
  },
  id: 'payment_methods.id',
};

type Ids =
  | 'listPaymentMethods'
  | 'getPaymentMethod'
  | 'createPaymentMethod'
  | 'createBankAccount'
  | 'getMandateText'
  | 'updatePaymentMethod'
  | 'setDefaultPaymentMethod'
  | 'deletePaymentMethod';

/** With what the client pays. */
export const paymentMethodOperations: Pick<Operations, Ids> = {
  async listPaymentMethods(context, { query, wantsCsv }, reply) {
    const { cursor, limit = 50, sort = '-createdAt', ...filter } = query;
    const { q, type, status } = filter;
    let methods = selectMethods(context);
    if (q) methods = methods.where('payment_methods.search_text', 'like', searchPattern(q));
    if (type) methods = methods.where('payment_methods.type', '=', type);
    if (status) methods = methods.where(statusOf(), 'in', status === 'usable' ? usableStatuses : [status]);
    if (wantsCsv) return sendCsv(reply, 'payment-methods', methodColumns, fetchBatches(methods, listing, sort));
    const scope = [context.clientId, q, type, status];
    const { rows, page } = await fetchPage(methods, listing, { sort, limit, cursor, filter: scope });
    const { total } = await methods
      .clearSelect()
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    return { items: rows.map(describeMethod), page: { ...page, total: Number(total) } };
  },

  getPaymentMethod: (context, { path }) => answer(context, path.paymentMethodId),

  createPaymentMethod: (context, request, reply) =>
    idempotent(context, request, reply, async () => {
      const id = await addMethod(context, context.payments, { ...request.body, key: keyOf(context, request.headers) });
      return { status: 201, body: await answer(context, id) };
    }),

  createBankAccount: (context, request, reply) =>
    idempotent(context, request, reply, async () => {
      const id = await addBankAccount(context, context.payments, { ...request.body, key: keyOf(context, request.headers) });
      return { status: 201, body: await answer(context, id) };
    }),

  getMandateText: (_context, { query }) => Promise.resolve(mandateText(query.language)),

  async updatePaymentMethod(context, { path: { paymentMethodId: id }, body, headers }) {
    await context.database.transaction().execute(async (transaction) => {
      const before = await transaction.selectFrom('payment_methods').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
      if (!before) throw notFound();
      requireMatch(headers['if-match'], etagOf(before), 'The payment method has changed in the meantime');
      const after = { ...before, label: body.label?.trim() ?? before.label };
      await transaction
        .updateTable('payment_methods')
        .set({
          label: after.label,
          name: nameOf(after),
          search_text: searchTextOf(after),
          version: before.version + 1,
          ...(body.billingAddress !== undefined && { billing_address: body.billingAddress && JSON.stringify(body.billingAddress) }),
        })
        .where('id', '=', id)
        .execute();
    });
    return await answer(context, id);
  },

  async setDefaultPaymentMethod(context, { path: { paymentMethodId: id } }) {
    await setDefault(context.database, context.clientId, id);
    return await answer(context, id);
  },

  async deletePaymentMethod(context, { path }, reply) {
    await deleteMethod(context, context.payments, path.paymentMethodId);
    reply.code(204);
  },
};

async function answer(context: OperationContext, id: string): Promise<PaymentMethod> {
  const row = await selectMethods(context).where('payment_methods.id', '=', id).executeTakeFirst();
  if (!row) throw notFound();
  return describeMethod(row);
}

const keyOf = ({ personId }: OperationContext, headers: Record<string, unknown>) => `${personId}:${String(headers['idempotency-key'])}`;
