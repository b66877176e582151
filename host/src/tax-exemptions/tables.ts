import type { ColumnType, Generated } from 'kysely';

type Day = ColumnType<string, string, string>;

/** A certificate or a VAT number for which a client is not charged a tax. */
export interface TaxExemptionTable {
  id: string;
  client_id: string;
  /** certificate or vat-number. */
  kind: string;
  /** Code of a jurisdiction of those in `tax-exemptions/jurisdictions.ts`. */
  jurisdiction: string;
  number: string;
  reason: string;
  valid_from: Day;
  valid_to: string | null;
  /** Decimal, above 0 and at most 100. */
  share_percent: string;
  /** submitted, in-review, active, rejected, revoked or withdrawn; that one has expired is derived. */
  state: string;
  status_reason: string | null;
  /** The time at which a register was asked for the VAT number; its answer stands in `check_result`: valid, invalid or unavailable. */
  checked_at: Date | null;
  check_result: string | null;
  replaces_id: string | null;
  note: string | null;
  submitted_at: Generated<Date>;
  /** Name of the person. */
  submitted_by: string | null;
  /** Number, jurisdiction and reason, as `searchText` makes it. */
  search_text: string;
}

export interface TaxExemptionTables {
  tax_exemptions: TaxExemptionTable;
}

declare module '../database/tables.js' {
  interface Database extends TaxExemptionTables {}
}
