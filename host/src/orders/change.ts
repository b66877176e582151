import { sql, type Transaction } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { OrderTable } from './tables.js';
import type { Database } from '../database/tables.js';
import { etagOf, requireMatch } from '../http/etag.js';
import type { OperationContext } from '../http/operation.js';
import { Problem } from '../http/problem.js';
import { attachUploads } from '../http/uploads.js';
import { actorName, tellStaff } from '../mail/staff-mail.js';
import { fillDetails } from './details.js';
import { findOrder, isCancellable, openRequests, toOrder, type WholeOrder } from './order.js';
import { orderFiles, type RequestRow } from './requests.js';
import { closedStatuses, orderStatusLabel } from './status.js';
import { newSteps } from './workflow.js';

type Order = components['schemas']['Order'];
type Changes = Partial<
  Pick<OrderTable, 'status'> & { details: string; placed_at: Date; cancelled_at: Date; cancelled_by: string; cancel_reason: string | null }
>;

/** Changes an order, which nobody else changes meanwhile, and answers how it is then. `change` gives the new values of its columns. */
async function editOrder(
  context: OperationContext,
  id: string,
  change: (whole: WholeOrder, transaction: Transaction<Database>, now: Date) => Promise<Changes>,
): Promise<Order> {
  return await context.database.transaction().execute(async (transaction) => {
    const now = new Date();
    const changes = await change(await findOrder(transaction, context, id, true), transaction, now);
    await transaction
      .updateTable('orders')
      .set({ ...changes, version: sql`version + 1`, last_activity_at: now })
      .where('id', '=', id)
      .execute();
    return await toOrder(transaction, context, await findOrder(transaction, context, id));
  });
}

/** Keeps details of an order that is not placed yet. */
export function saveDetails(
  context: OperationContext,
  id: string,
  ifMatch: string | undefined,
  values: Readonly<Record<string, string>>,
): Promise<Order> {
  return editOrder(context, id, ({ order }) => {
    requireIncomplete(order, ifMatch);
    return Promise.resolve({ details: JSON.stringify(fillDetails(order.details, values, false)) });
  });
}

/** Places an order: from now on the company works on it, by its workflow of this day. */
export function submit(
  context: OperationContext,
  id: string,
  ifMatch: string | undefined,
  values: Readonly<Record<string, string>>,
): Promise<Order> {
  return editOrder(context, id, async ({ order, steps }, transaction, now) => {
    requireIncomplete(order, ifMatch);
    const details = fillDetails(order.details, values, true);
    if (steps.length === 0) await transaction.insertInto('order_steps').values(newSteps(id, now)).execute();
    await tellStaff(context, transaction, `Order ${order.number} has been placed: ${order.subject}`);
    return { details: JSON.stringify(details), status: 'submitted', placed_at: now };
  });
}

/** Cancels an order for good. */
export function cancel(context: OperationContext, id: string, reason: string | undefined): Promise<Order> {
  return editOrder(context, id, async (whole, transaction, now) => {
    const { order } = whole;
    if (!isCancellable(whole)) throw refusal('order-not-cancellable', order, 'The order can no longer be cancelled here');
    await transaction
      .updateTable('order_steps')
      .set({ state: 'skipped' })
      .where('order_id', '=', id)
      .where('state', 'in', ['current', 'pending'])
      .execute();
    const words = reason?.trim() || null;
    if (order.placed_at) await tellStaff(context, transaction, `Order ${order.number} has been cancelled: ${order.subject}`, words);
    return { status: 'cancelled', cancelled_at: now, cancelled_by: actorName(context), cancel_reason: words };
  });
}

/** Answers what a step asks; when nothing is left to answer, the company goes on. */
export function answer(
  context: OperationContext,
  id: string,
  { requestId, text, fileIds = [] }: components['schemas']['OrderAnswer'],
): Promise<Order> {
  return editOrder(context, id, async (whole, transaction, now) => {
    const { order } = whole;
    const words = text?.trim() || null;
    const asked = requireOpen(whole, requestId);
    if (asked.kind === 'document') {
      if (fileIds.length === 0) throw missing('/fileIds', 'Please choose a file.');
      await attachUploads(context, transaction, { ids: fileIds, rules: orderFiles, subject: requestId, pointer: '/fileIds' });
    } else if (words === null) throw missing('/text', 'Please write an answer.');
    await transaction
      .updateTable('order_requests')
      .set({ answer: words, answered_at: now, answered_by: actorName(context) })
      .where('id', '=', requestId)
      .execute();
    await tellStaff(context, transaction, `Order ${order.number}: an answer to “${asked.text}”`, words ?? 'A file has been sent.');
    const isLast = openRequests(whole).every((each) => each.id === requestId);
    return isLast && order.status === 'waiting-for-client' ? { status: 'in-progress' } : {};
  });
}

function requireIncomplete(order: WholeOrder['order'], ifMatch: string | undefined): void {
  if (order.status !== 'incomplete') throw refusal('order-not-incomplete', order, 'The order has been placed, or cancelled, already');
  requireMatch(ifMatch, etagOf(order), 'The order has changed in the meantime');
}

function requireOpen(whole: WholeOrder, requestId: string): RequestRow {
  const { order, requests } = whole;
  if (closedStatuses.includes(order.status)) throw refusal('order-closed', order, 'The order is closed');
  const asked = openRequests(whole).find(({ id }) => id === requestId);
  if (asked) return asked;
  if (requests.some(({ id, answered_at: answeredAt }) => id === requestId && answeredAt !== null))
    throw refusal('already-answered', order, 'This has been answered in the meantime');
  throw new Problem(422, 'Some fields need another look', {
    errors: [{ pointer: '/requestId', code: 'unknown', detail: 'The order does not ask this.' }],
  });
}

const refusal = (type: string, { status }: WholeOrder['order'], title: string) =>
  new Problem(409, title, { type, detail: `Its status is now: ${orderStatusLabel(status)}.` });

const missing = (pointer: string, detail: string) =>
  new Problem(422, 'Some fields need another look', { errors: [{ pointer, code: 'required', detail }] });
