import type { ColumnType, JSONColumnType } from 'kysely';
import type { components } from 'portal-elements/contract';

type BillingAddress = components['schemas']['BillingAddress'];
/** May be left out when a row is made. */
type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>;

export interface PaymentMethodTable {
  id: string;
  client_id: string;
  /** card, bank-account, agreement or another. */
  type: string;
  brand: Optional<string>;
  /** The client's name for it. */
  label: string;
  /** The part of its number that may be shown; the rest is known to the payment provider alone. */
  account: string;
  holder: Optional<string>;
  expires_on: Optional<string>;
  is_default: ColumnType<boolean, boolean | undefined, boolean>;
  /** active, failed, gateway-inactive or pending-verification; time adds to it, see `statusOf`. */
  status: string;
  status_note: Optional<string>;
  /** The time from which a pending one counts as verified, if the provider said so. */
  verified_from: Optional<Date>;
  /** The payment provider's name for it. */
  provider_reference: string;
  mandate_reference: Optional<string>;
  billing_address: JSONColumnType<BillingAddress | null, string | null | undefined, string | null>;
  /** The idempotency key of the request that made it, so that it is made once. */
  key: string;
  /** Grows with every change. */
  version: ColumnType<number, number | undefined, number>;
  created_at: ColumnType<Date, Date, never>;
  /** Label, else brand and account; the list is sorted by it. */
  name: string;
  /** As made by `searchText`. */
  search_text: string;
}

/** A mandate that was given; kept when its payment method is gone. */
export interface SepaMandateTable {
  reference: string;
  client_id: string;
  /** The wording that was agreed to. */
  text_id: string;
  account: string;
  holder: string;
  signed_on: string;
  /** The person who gave it. */
  signed_by: string;
  revoked_at: Optional<Date>;
}

/** A subscription at PayPal, as PayPal last told. */
export interface SubscriptionTable {
  id: string;
  client_id: string;
  /** PayPal's id. */
  reference: string;
  /** approval-pending, approved, active, suspended, cancelled, expired or another. */
  status: string;
  status_note: Optional<string>;
  /** The contract it is of, for people who are limited to contracts. */
  contract_id: Optional<string>;
  /** service, contract, invoice or another. */
  subject_type: string;
  subject_id: Optional<string>;
  subject_name: string;
  amount: string;
  currency: string;
  /** day, week, month or year. */
  interval_unit: string;
  interval_count: number;
  next_charge_at: Optional<Date>;
  last_paid_at: Optional<Date>;
  last_paid_amount: Optional<string>;
  failed_payments: ColumnType<number, number | undefined, number>;
  approve_href: Optional<string>;
  created_at: ColumnType<Date, Date, never>;
  as_of: Date;
  /** As made by `searchText`. */
  search_text: string;
}

/** With what the clients pay. */
export interface PaymentMethodTables {
  payment_methods: PaymentMethodTable;
  sepa_mandates: SepaMandateTable;
  subscriptions: SubscriptionTable;
}

declare module '../database/tables.js' {
  interface Database extends PaymentMethodTables {}
}
