import type { Generated } from 'kysely';

/** Traffic of contracts: what is billed, whose addresses are whose, what was counted, and its sums by hour and day. */
export interface TrafficTables {
  traffic_plans: TrafficPlanTable;
  traffic_addresses: TrafficAddressTable;
  traffic_counters: TrafficCounterTable;
  traffic_samples: TrafficSampleTable;
  traffic_hours: TrafficSumTable;
  traffic_days: TrafficSumTable;
}

/** The terms by which the traffic of a contract is billed. */
export interface TrafficPlanTable {
  contract_id: string;
  /** Day of the month on which billing periods begin, 1 to 31. */
  billing_day: number;
  /** sum, in, out, higher or percentile95. */
  measure: string;
  /** Bytes, for percentile95 bits per second; null when nothing is limited. */
  included: string | null;
  /** Price of each `overage_per` beyond what is included. */
  overage_price: string | null;
  overage_per: string | null;
  currency: string | null;
}

/** An address or subnet that belongs to a contract. */
export interface TrafficAddressTable {
  contract_id: string;
  /** As `inet` writes it. */
  prefix: string;
  label: string | null;
  device: string | null;
  /** Label and device, as `searchText` makes it. */
  search_text: string;
}

/** The subject of a counter: an address of a contract, or all that went through its port, which has no address. */
export interface TrafficCounterTable {
  id: Generated<number>;
  contract_id: string;
  address: string | null;
}

/** Bytes of the five minutes that begin at `at`. */
export interface TrafficSampleTable {
  at: Date;
  in_bytes: number;
  out_bytes: number;
  counter_id: number;
}

/** Sums and highest samples of a UTC hour or day; kept by the database itself (migration 006). */
export interface TrafficSumTable extends TrafficSampleTable {
  in_peak: number;
  out_peak: number;
  samples: number;
}

declare module '../database/tables.js' {
  interface Database extends TrafficTables {}
}
