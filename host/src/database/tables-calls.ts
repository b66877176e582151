/** Calls and their sums by day. */
export interface CallTables {
  calls: CallTable;
  call_days: CallDayTable;
}

export interface CallTable {
  id: string;
  client_id: string;
  contract_id: string;
  /** What the records of one call's legs have in common (Asterisk's `linkedid`). */
  group_id: string | null;
  direction: string;
  from_number: string | null;
  from_name: string | null;
  from_extension: string | null;
  to_number: string | null;
  to_name: string | null;
  to_extension: string | null;
  dialled: string | null;
  started_at: Date;
  answered_at: Date | null;
  ended_at: Date | null;
  ring_seconds: number;
  duration_seconds: number;
  billable_seconds: number;
  billed_seconds: number;
  result: string;
  destination: string | null;
  cost: string | null;
  currency: string | null;
  rating: string;
  final: boolean;
  /** What the text search looks in, as made by `searchText`. */
  search: string;
}

/** Sums of a contract's calls by UTC day, direction, result and currency; kept by the database itself (migration 003). */
export interface CallDayTable {
  contract_id: string;
  day: string;
  direction: string;
  result: string;
  /** Empty for calls without a cost. */
  currency: string;
  count: number;
  billed_seconds: number;
  cost: string;
}
