import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { components } from 'portal-elements/contract';

type OrderDetail = components['schemas']['OrderDetail'];
type QuoteTerms = components['schemas']['Quote']['terms'];
/** May be left out when a row is made. */
type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>;

export interface OrderTable {
  id: string;
  client_id: string;
  /** The contract it changes or extends. */
  contract_id: Optional<string>;
  number: string;
  subject: string;
  /** incomplete, submitted, in-progress, waiting-for-client, complete, cancelled, rejected or another. */
  status: string;
  /** Counts the changes; the order's ETag. */
  version: Generated<number>;
  placed_at: Optional<Date>;
  last_activity_at: Date;
  /** The details that have to be known before it can be placed, with what is known, as the contract's `OrderDetail`. */
  details: JSONColumnType<OrderDetail[], string | undefined, string>;
  /** The client's own purchase order number. */
  reference: Optional<string>;
  note: Optional<string>;
  cancelled_at: Optional<Date>;
  cancelled_by: Optional<string>;
  cancel_reason: Optional<string>;
  quote_id: Optional<string>;
  invoice_id: Optional<string>;
  /** Number, subject and items, as `searchText` makes it. */
  search: string;
}

/** The fields that a line of an order and of a quote have in common. */
interface Priced {
  position: number;
  description: string;
  details: string | null;
  quantity: string;
  unit: string | null;
  unit_price: string;
  /** After discount, before tax. */
  net: string;
  /** Percent; none where no tax is due. */
  tax_rate: string | null;
  currency: string;
  /** once, month, quarter, year or another. */
  period: string;
}

export interface OrderItemTable extends Priced {
  order_id: string;
}

/** A step of the company's workflow, copied when the order was placed, so that later changes of the workflow leave it alone. */
export interface OrderStepTable {
  id: string;
  order_id: string;
  position: number;
  name: string;
  /** Tells whether clients see it. */
  visible: boolean;
  /** Tells whether the client may cancel the order while it is here. */
  cancellable: boolean;
  /** pending, current, done, skipped or another. */
  state: string;
  started_at: Optional<Date>;
  done_at: Optional<Date>;
  note: Optional<string>;
}

/** Something a step asks of the client, and the answer. Files belong to it as uploads with its id as their subject. */
export interface OrderRequestTable {
  id: string;
  order_id: string;
  step_id: string;
  position: number;
  /** question or document. */
  kind: string;
  text: string;
  hint: Optional<string>;
  answer: Optional<string>;
  answered_at: Optional<Date>;
  answered_by: Optional<string>;
}

export interface QuoteTable {
  id: string;
  client_id: string;
  /** The contract it would change or extend. */
  contract_id: Optional<string>;
  number: string;
  subject: string;
  /** draft, open, accepted, declined, superseded, withdrawn or another; that an open one has expired follows from its date. */
  state: string;
  /** Counts the changes; the quote's ETag. */
  version: Generated<number>;
  issued_on: ColumnType<string, string, string>;
  valid_until: Optional<string>;
  introduction: Optional<string>;
  note: Optional<string>;
  contact: Optional<string>;
  terms: JSONColumnType<QuoteTerms, string, string>;
  /** The quote that has taken its place. */
  superseded_by: Optional<string>;
  /** The time at which it was accepted or declined. */
  decided_at: Optional<Date>;
  decided_by: Optional<string>;
  purchase_order: Optional<string>;
  decline_reason: Optional<string>;
  /** Number, subject and lines, as `searchText` makes it. */
  search: string;
}

export interface QuoteLineTable extends Priced {
  id: string;
  quote_id: string;
  /** Percent taken off, in `net` already. */
  discount: string | null;
  optional: boolean;
  selected: boolean;
}

export interface QuoteQuestionTable {
  id: string;
  quote_id: string;
  asked_at: Date;
  asked_by: string;
  text: string;
  answer: Optional<string>;
  answered_at: Optional<Date>;
}

/** Orders and quotes. */
export interface OrderTables {
  orders: OrderTable;
  order_items: OrderItemTable;
  order_steps: OrderStepTable;
  order_requests: OrderRequestTable;
  quotes: QuoteTable;
  quote_lines: QuoteLineTable;
  quote_questions: QuoteQuestionTable;
}

declare module '../database/tables.js' {
  interface Database extends OrderTables {}
}
