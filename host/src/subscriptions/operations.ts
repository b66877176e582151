import { sql, type Kysely, type SelectQueryBuilder } from 'kysely';
import type { operations } from 'portal-elements/contract';
import type { Database } from '../database/tables.js';
import { sendCsv } from '../http/files/csv.js';
import type { OperationContext, Operations } from '../http/operation.js';
import { fetchBatches, fetchPage, type Listing } from '../http/paging.js';
import { notFound, Problem } from '../http/problem.js';
import { searchPattern } from '../http/search.js';
import { testSubscriptions, type SubscriptionProvider, type SubscriptionState } from './provider.js';
import { describeSubscription, endedStatuses, isEnded, statusFromPaypal, subscriptionColumns } from './subscription.js';

type Filter = Pick<NonNullable<operations['listPaypalSubscriptions']['parameters']['query']>, 'q' | 'status'>;

const listing: Listing = {
  keys: {
    subject: { column: 'subscriptions.subject_name', type: 'text' },
    nextChargeAt: { column: 'subscriptions.next_charge_at', type: 'timestamptz', nullable: true },
    lastPaidAt: { column: 'subscriptions.last_paid_at', type: 'timestamptz', nullable: true },
    createdAt: { column: 'subscriptions.created_at', type: 'timestamptz' },
  },
  id: 'subscriptions.id',
};

/** PayPal is not asked again within this time. */
const fresh = sql<Date>`now() - interval '10 seconds'`;

type Ids = 'listPaypalSubscriptions' | 'refreshPaypalSubscriptions' | 'cancelPaypalSubscription';

/** The client's subscriptions at PayPal. */
export function subscriptionOperations(provider: SubscriptionProvider = testSubscriptions): Pick<Operations, Ids> {
  return {
    async listPaypalSubscriptions(context, { query, wantsCsv }, reply) {
      const { cursor, limit = 50, sort = '-createdAt', ...filter } = query;
      const filtered = subscriptionsOf(context, filter);
      const all = filtered.selectAll();
      if (wantsCsv) return sendCsv(reply, 'paypal-subscriptions', subscriptionColumns, fetchBatches(all, listing, sort));
      const scope = [context.clientId, context.contractIds, filter];
      const { rows, page } = await fetchPage(all, listing, { sort, limit, cursor, filter: scope });
      const { total, asOf } = await filtered
        .select(({ fn }) => [fn.countAll<number>().as('total'), fn.min('as_of').as('asOf')])
        .executeTakeFirstOrThrow();
      return {
        items: rows.map(describeSubscription),
        page: { ...page, total: Number(total) },
        summary: { asOf: (asOf as Date | null)?.toISOString() ?? null },
      };
    },

    async refreshPaypalSubscriptions(context, _request, reply) {
      const { database } = context;
      const stale = await subscriptionsOf(context, {}).where('as_of', '<', fresh).select('reference').execute();
      if (stale.length > 0) {
        const states = await ask(() => provider.states(stale.map(({ reference }) => reference)));
        await database.transaction().execute((transaction) => note(transaction, states));
      }
      reply.code(204);
    },

    async cancelPaypalSubscription({ database }, { path: { subscriptionId: id }, body }) {
      const before = await database.selectFrom('subscriptions').selectAll().where('id', '=', id).executeTakeFirst();
      if (!before) throw notFound();
      if (before.status === 'cancelled') return describeSubscription(before);
      if (isEnded(before)) throw new Problem(409, 'This subscription is over already', { type: 'not-cancellable' });
      const reason = body.reason.trim();
      await ask(() => provider.cancel(before.reference, reason));
      const after = await database
        .updateTable('subscriptions')
        .set({ status: 'cancelled', status_note: reason, next_charge_at: null, as_of: new Date() })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirstOrThrow();
      return describeSubscription(after);
    },
  };
}

function subscriptionsOf(
  { database, clientId, contractIds }: OperationContext,
  { q, status }: Filter,
): SelectQueryBuilder<Database, 'subscriptions', object> {
  let query = database.selectFrom('subscriptions').where('subscriptions.client_id', '=', clientId);
  if (contractIds) query = query.where(sql<boolean>`subscriptions.contract_id = any(${[...contractIds]})`);
  if (q) query = query.where('subscriptions.search_text', 'like', searchPattern(q));
  if (status === 'current') query = query.where('subscriptions.status', 'not in', endedStatuses);
  else if (status) query = query.where('subscriptions.status', '=', status);
  return query;
}

async function note(transaction: Kysely<Database>, states: readonly SubscriptionState[]): Promise<void> {
  for (const { reference, status, statusNote, nextChargeAt, failedPayments } of states) {
    await transaction
      .updateTable('subscriptions')
      .set({
        as_of: new Date(),
        ...(status !== undefined && { status: statusFromPaypal(status) }),
        ...(statusNote !== undefined && { status_note: statusNote }),
        ...(nextChargeAt !== undefined && { next_charge_at: nextChargeAt }),
        ...(failedPayments !== undefined && { failed_payments: failedPayments }),
      })
      .where('reference', '=', reference)
      .execute();
  }
}

async function ask<T>(question: () => Promise<T>): Promise<T> {
  try {
    return await question();
  } catch {
    throw new Problem(502, 'PayPal cannot be reached at present', { type: 'paypal-unreachable' });
  }
}
