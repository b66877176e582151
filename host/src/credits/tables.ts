import type { ColumnType, Generated } from 'kysely';

type Day = ColumnType<string, string, string>;

/** Money that the company owes a client and invoices can be paid with. Amounts are decimal strings in the credit's currency. */
export interface CreditTable {
  id: string;
  client_id: string;
  /** prepayment, goodwill, refund, credit-note or another. */
  type: string;
  /** active, expired or void; the rest of the status follows from the amounts. */
  state: string;
  reason: string;
  granted_on: string;
  /** The last day on which it can be used; null for no end. */
  expires_on: string | null;
  currency: string;
  original: string;
  used: string;
  /** The amount that has not been used, also when it has expired: `original` less `used`. */
  remaining: string;
  /** The credit note it comes from, which stands in the ledger in its place. */
  document_id: string | null;
  /** The text that the search looks in, as made by `searchText`. */
  search: string;
}

/** Entries that made a client owe more or less, written once and never changed; the balance of a currency is the sum of its entries. */
export interface LedgerEntryTable {
  id: Generated<number>;
  client_id: string;
  currency: string;
  day: Day;
  /** invoice, credit-note, prepayment, cancellation, payment, refund, credit-granted, credit-used, credit-expired or credit-void. */
  kind: string;
  /** The invoice, payment or credit it is about; each has an entry of a kind once. */
  document_id: string;
  /** Above zero (debit) the client owes more, below zero (credit) less. */
  amount: string;
}

/** Credits, and the ledger. */
export interface CreditTables {
  credits: CreditTable;
  ledger_entries: LedgerEntryTable;
}

declare module '../database/tables.js' {
  interface Database extends CreditTables {}
}
