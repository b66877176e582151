import type { ColumnType, JSONColumnType } from 'kysely';
import type { components } from 'portal-elements/contract';

type ContractFact = components['schemas']['ContractFact'];
type Day = ColumnType<string, string, string>;
/** May be left out when a row is made. */
type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>;

export interface ContractTable {
  id: string;
  client_id: string;
  number: string;
  name: string;
  /** voip, serverhousing, hosting, domain, dns or another. */
  kind: string;
  /** provisioning, active, suspended, cancelled, ended or another. */
  status: string;
  status_reason: Optional<string>;
  /** The identifier of the service: a domain, a number, a place in a rack. */
  identifier: Optional<string>;
  /** Net amount charged every `price_period` in `currency`; all three or none. */
  price: Optional<string>;
  currency: Optional<string>;
  /** month, quarter, year, once or another. */
  price_period: Optional<string>;
  starts_on: Day;
  ends_on: Optional<string>;
  renews_on: Optional<string>;
  cancel_by: Optional<string>;
  /** The facts that its kind adds, as the contract's `ContractFact`. */
  facts: JSONColumnType<ContractFact[], string | undefined, string>;
  /** Number, name and identifier, as `searchText` makes it. */
  search_text: string;
}

/** The clients' contracts. */
export interface ContractTables {
  contracts: ContractTable;
}

declare module '../database/tables.js' {
  interface Database extends ContractTables {}
}
