import type { Kysely, Selectable } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { OrderItemTable, OrderTable } from './tables.js';
import type { Database } from '../database/tables.js';
import { money } from '../http/money.js';
import { etagOf } from '../http/etag.js';
import type { OperationContext } from '../http/operation.js';
import { notFound } from '../http/problem.js';
import { uploadsOf } from '../http/uploads.js';
import { isVisible } from '../invoices/filter.js';
import { describeRequest, visibleRequests, type RequestRow } from './requests.js';
import { closedStatuses, orderStatusLabel } from './status.js';
import { currentStepOf, describeStep, visibleSteps, type StepRow } from './steps.js';
import { periodLabel, totalsOf } from './totals.js';

type Order = components['schemas']['Order'];
type OrderSummary = components['schemas']['OrderSummary'];
type Reference = components['schemas']['RecordReference'];
export type OrderRow = Omit<Selectable<OrderTable>, 'search'>;
type ItemRow = Selectable<OrderItemTable>;

/** An order with all that decides how it looks. */
export interface WholeOrder {
  order: OrderRow;
  items: ItemRow[];
  steps: StepRow[];
  requests: RequestRow[];
}

const columns = [
  'id', 'client_id', 'contract_id', 'number', 'subject', 'status', 'version', 'placed_at', 'last_activity_at', 'details', 'reference',
  'note', 'cancelled_at', 'cancelled_by', 'cancel_reason', 'quote_id', 'invoice_id',
] as const; // prettier-ignore

/** The columns of an order, all but what is only searched in. */
export const orderColumns = columns.map((column) => `orders.${column}` as const);

/** Completes these orders with the rows that belong to them. */
export async function completed(database: Kysely<Database>, orders: readonly OrderRow[]): Promise<WholeOrder[]> {
  const ids = orders.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [items, steps, requests] = await Promise.all([
    database.selectFrom('order_items').selectAll().where('order_id', 'in', ids).orderBy('position').execute(),
    database.selectFrom('order_steps').selectAll().where('order_id', 'in', ids).orderBy('position').execute(),
    database.selectFrom('order_requests').selectAll().where('order_id', 'in', ids).orderBy('position').execute(),
  ]);
  const [itemsOf, stepsOf, requestsOf] = [byOrder(items), byOrder(steps), byOrder(requests)];
  return orders.map((order) => ({
    order,
    items: itemsOf.get(order.id) ?? [],
    steps: stepsOf.get(order.id) ?? [],
    requests: requestsOf.get(order.id) ?? [],
  }));
}

function byOrder<Row extends { order_id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.order_id);
    if (group) group.push(row);
    else groups.set(row.order_id, [row]);
  }
  return groups;
}

/** One order of the client with all that belongs to it; whether the person may see it has been checked by its path. */
export async function findOrder(
  database: Kysely<Database>,
  { clientId }: Pick<OperationContext, 'clientId'>,
  id: string,
  lock = false,
): Promise<WholeOrder> {
  const found = database.selectFrom('orders').select(orderColumns).where('id', '=', id).where('client_id', '=', clientId);
  const order = await (lock ? found.forUpdate() : found).executeTakeFirst();
  if (!order) throw notFound();
  return (await completed(database, [order]))[0]!;
}

/** The order as lists have it. */
export function toSummary(whole: WholeOrder): OrderSummary {
  const { order, items, steps } = whole;
  return {
    id: order.id,
    number: order.number,
    subject: order.subject,
    status: order.status,
    statusLabel: orderStatusLabel(order.status),
    placedAt: order.placed_at?.toISOString() ?? null,
    lastActivityAt: order.last_activity_at.toISOString(),
    itemCount: items.length,
    totals: totalsOf(items),
    currentStep: closedStatuses.includes(order.status) ? null : currentStepOf(steps),
    allowedActions: allowedActions(whole),
  };
}

/** The actions that the state of an order allows the client. */
function allowedActions(whole: WholeOrder): string[] {
  const actions = { submit: whole.order.status === 'incomplete', answer: openRequests(whole).length > 0, cancel: isCancellable(whole) };
  return Object.entries(actions).flatMap(([action, allowed]) => (allowed ? [action] : []));
}

/** The questions that the client still has to answer. */
export function openRequests({ order, requests, steps }: WholeOrder): RequestRow[] {
  if (closedStatuses.includes(order.status)) return [];
  return visibleRequests(requests, steps).filter(({ answered_at: answeredAt }) => answeredAt === null);
}

/** Tells whether the client may cancel: while it is not placed, and at the steps at which the company says so. */
export function isCancellable({ order, steps }: WholeOrder): boolean {
  if (closedStatuses.includes(order.status)) return false;
  return steps.find(({ state }) => state === 'current')?.cancellable ?? order.placed_at === null;
}

/** The order as the contract has it. */
export async function toOrder(database: Kysely<Database>, context: OperationContext, whole: WholeOrder): Promise<Order> {
  const { order, items, steps } = whole;
  const requests = visibleRequests(whole.requests, steps);
  const [files, quote, invoice] = await Promise.all([
    uploadsOf(
      database,
      requests.map(({ id }) => id),
    ),
    quoteOf(database, order),
    invoiceOf(database, context, order),
  ]);
  return {
    ...toSummary(whole),
    etag: etagOf(order),
    steps: visibleSteps(steps).map(describeStep),
    requests: requests.map((row) => describeRequest(row, files.get(row.id) ?? [])),
    details: order.details,
    items: items.map((item) => ({
      description: item.description,
      details: item.details,
      quantity: item.quantity,
      unit: item.unit,
      unitPrice: money(item.unit_price, item.currency),
      period: item.period,
      periodLabel: periodLabel(item.period),
      net: money(item.net, item.currency),
    })),
    reference: order.reference,
    note: order.note,
    cancellation: order.cancelled_at && { at: order.cancelled_at.toISOString(), by: order.cancelled_by, reason: order.cancel_reason },
    quote,
    invoice,
  };
}

async function quoteOf(database: Kysely<Database>, { quote_id: id, client_id: clientId }: OrderRow): Promise<Reference | null> {
  if (id === null) return null;
  const quotes = database.selectFrom('quotes').select(['id', 'number']).where('id', '=', id).where('client_id', '=', clientId);
  return (await quotes.executeTakeFirst()) ?? null;
}

async function invoiceOf(database: Kysely<Database>, context: OperationContext, { invoice_id: id }: OrderRow): Promise<Reference | null> {
  if (id === null) return null;
  const invoices = database.selectFrom('invoices').select(['id', 'number']).where('id', '=', id).where(isVisible(context));
  return (await invoices.executeTakeFirst()) ?? null;
}
