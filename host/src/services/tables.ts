import type { ColumnType, GeneratedAlways } from 'kysely';

type Day = ColumnType<string, string, string>;
/** May be left out when a row is made. */
type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>;

export interface ServiceTable {
  id: string;
  client_id: string;
  contract_id: Optional<string>;
  /** The service it belongs to, as a certificate to a web space. */
  parent_id: Optional<string>;
  number: string;
  /** The company's name for it. */
  name: string;
  /** The client's name for it. */
  label: Optional<string>;
  /** hosting, server, domain, certificate, voip or another. */
  type: string;
  /** Its identifier: a domain, an address, a number. */
  identifier: Optional<string>;
  /** Net amount charged every `price_period` in `currency`; all three or none. */
  price: Optional<string>;
  currency: Optional<string>;
  /** month, quarter, half-year, year, two-years or once. */
  price_period: Optional<string>;
  /** The price for a year. */
  yearly_price: GeneratedAlways<string | null>;
  /** pending, provisioning, active, suspended, cancelled, expired or failed; time and `cancel_at` add to it, see `currentStatus`. */
  status: string;
  status_reason: Optional<string>;
  auto_renew: boolean;
  payment_method_id: Optional<string>;
  starts_on: Day;
  /** The first day of the next term, also where there will be none. */
  renews_on: Optional<string>;
  next_invoice_on: Optional<string>;
  /** Its last day, where it has ended or has no next term. */
  ends_on: Optional<string>;
  term_months: Optional<number>;
  /** The notice that must be given before the end of a term. */
  notice_days: ColumnType<number, number | undefined, number>;
  /** Its last day, once it has been cancelled. */
  cancel_at: Optional<string>;
  cancel_reason: Optional<string>;
  /** The service above it with whose cancellation it ends. */
  cancelled_with: Optional<string>;
  /** Number, name, label and identifier, as `searchText` makes it. */
  search_text: string;
  /** Grows with every change. */
  version: ColumnType<number, number | undefined, number>;
}

export interface ServiceExtraTable {
  id: string;
  service_id: string;
  position: number;
  name: string;
  quantity: ColumnType<string, string | undefined, string>;
  /** Net, of one. */
  price: string;
  currency: string;
  price_period: string;
  /** The price of all of it for a year. */
  yearly_price: GeneratedAlways<string | null>;
}

export interface ServiceSecretTable {
  id: string;
  client_id: string;
  service_id: string;
  position: number;
  /** initial-password, licence-key, pin, transfer-code or another. */
  kind: string;
  label: string;
  /** As the secret box sealed it. */
  sealed: string;
}

/** The log of who was shown a secret, and when; outlives the secret. */
export interface ServiceRevealTable {
  id: string;
  client_id: string;
  service_id: string;
  secret_id: string;
  label: string;
  membership_id: string | null;
  by_name: string;
  address: string | null;
  at: ColumnType<Date, Date, never>;
}

/** The services that clients have bought. */
export interface ServiceTables {
  services: ServiceTable;
  service_extras: ServiceExtraTable;
  service_secrets: ServiceSecretTable;
  service_reveals: ServiceRevealTable;
}

declare module '../database/tables.js' {
  interface Database extends ServiceTables {}
}
