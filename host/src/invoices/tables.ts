import type { components } from 'portal-elements/contract';

type Party = components['schemas']['Party'];

/** Invoices with what belongs to them, and payments. Amounts are decimal strings in the invoice's currency. */
export interface InvoiceTables {
  invoices: InvoiceTable;
  invoice_lines: InvoiceLineTable;
  invoice_taxes: InvoiceTaxTable;
  invoice_references: InvoiceReferenceTable;
  invoice_sources: InvoiceSourceTable;
  invoice_disputes: InvoiceDisputeTable;
  payments: PaymentTable;
  payment_allocations: PaymentAllocationTable;
}

export interface InvoiceTable {
  id: string;
  client_id: string;
  number: string;
  /** invoice, credit-note or proforma. */
  type: string;
  /** UNTDID 1001: 380 invoice, 381 credit note, 384 corrected, 386 prepayment, 389 self-billed, 325 proforma. */
  type_code: string;
  /** The state that the company decided: draft, issued, cancelled, refunded, partially-refunded, collections or written-off. The rest is derived. */
  state: string;
  issued_on: string;
  due_on: string | null;
  currency: string;
  net_total: string;
  tax_total: string;
  rounding: string;
  /** With tax and rounding. */
  total: string;
  /** Paid before the invoice was issued; part of `paid`. */
  prepaid: string;
  paid: string;
  /** The sum of payments that have yet to succeed; part of `open`. */
  pending: string;
  /** The amount that is still owed. */
  open: string;
  reference: string | null;
  note: string | null;
  payment_terms: string | null;
  period_from: string | null;
  period_to: string | null;
  seller: Party;
  buyer: Party;
  /** Allowances (negative) and charges of the whole document. */
  adjustments: InvoiceAdjustment[];
  /** The time from which the client disputes it; a disputed invoice gets no reminders. */
  disputed_at: Date | null;
  /** The account to which an imported invoice asks to be paid; null where that is to the company's own accounts. */
  payee: Payee | null;
  /** The text that the search looks in, as made by `searchText`. */
  search: string;
}

/** The payee of a bank transfer, and the account. */
export interface Payee {
  name: string;
  address: { street: string; postalCode: string; town: string; country: string } | null;
  accounts: { iban: string; bic: string | null }[];
  /** The reference that the transfer is to name; the invoice's number where nothing is said. */
  reference: string | null;
}

export interface InvoiceAdjustment {
  description: string;
  amount: string;
  taxCategory: string;
  taxRate: string | null;
}

export interface InvoiceLineTable {
  invoice_id: string;
  position: number;
  contract_id: string | null;
  description: string;
  quantity: string;
  unit: string | null;
  unit_price: string;
  tax_category: string;
  tax_rate: string | null;
  net: string;
  period_from: string | null;
  period_to: string | null;
}

export interface InvoiceTaxTable {
  invoice_id: string;
  position: number;
  category: string;
  rate: string | null;
  base: string;
  tax: string;
  reason: string | null;
}

/** A document that an invoice names; it may not be in the portal. */
export interface InvoiceReferenceTable {
  invoice_id: string;
  /** corrects or refers-to. */
  relation: string;
  number: string;
}

/** The e-invoice an invoice was imported from, byte for byte. */
export interface InvoiceSourceTable {
  invoice_id: string;
  hash: string;
  content: Uint8Array;
}

/** Disputes of an invoice by the client; one at a time, the others withdrawn. */
export interface InvoiceDisputeTable {
  id: string;
  invoice_id: string;
  /** wrong-amount, wrong-quantity, not-ordered, not-delivered, already-paid, wrong-details or other. */
  reason: string;
  text: string;
  /** Positions of the lines it is about; none for the whole invoice. */
  lines: number[];
  /** Name of the person. */
  raised_by: string;
  raised_at: Date;
  withdrawn_at: Date | null;
}

export interface PaymentTable {
  id: string;
  client_id: string;
  /** Given to the provider, which takes the money once for each key. */
  key: string;
  created_at: Date;
  method: string;
  currency: string;
  amount: string;
  /** processing, succeeded, failed or refunded. */
  status: string;
  /** The time at which a processing payment becomes a succeeded one, if the provider said so. */
  settles_at: Date | null;
  /** The credit from which it was made, where it was. */
  credit_id: string | null;
}

export interface PaymentAllocationTable {
  payment_id: string;
  invoice_id: string;
  amount: string;
}

declare module '../database/tables.js' {
  interface Database extends InvoiceTables {}
}
