/** Calls with their legs and recordings, and their sums by day. */
export interface CallTables {
  calls: CallTable;
  call_days: CallDayTable;
  call_legs: CallLegTable;
  call_links: CallLinkTable;
  call_recordings: CallRecordingTable;
  call_versions: CallVersionTable;
}

export interface CallTable {
  id: string;
  client_id: string;
  contract_id: string;
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
  /** The sequence number of its leg if it has only one, which is then kept nowhere else. */
  sequence: number;
  /** The text that the search looks in, as made by `searchText`. */
  search: string;
}

/** A record of a telephone system: one of several legs of a call, which is made of all of them. */
export interface CallLegTable {
  id: string;
  call_id: string;
  /** Orders legs that begin in the same second. */
  sequence: number;
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
  ended_at: Date;
  duration_seconds: number;
  billable_seconds: number;
  result: string;
}

/** The key that a contract's records of one call have in common: Asterisk's `linkedid`, FreeSWITCH's `uuid` and `bleg_uuid`. */
export interface CallLinkTable {
  contract_id: string;
  link: string;
  call_id: string;
}

export interface CallRecordingTable {
  call_id: string;
  /** Such as `audio/wav`. */
  media_type: string;
  content: Uint8Array;
}

/** The number of changes of a contract's calls; counted by the database itself (migration 008). */
export interface CallVersionTable {
  contract_id: string;
  version: number;
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

declare module '../database/tables.js' {
  interface Database extends CallTables {}
}
