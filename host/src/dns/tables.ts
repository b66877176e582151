import type { ColumnType, JSONColumnType } from 'kysely';
import type { DnsRecord } from 'portal-elements/dns.js';

export interface DnsZoneTable {
  id: string;
  client_id: string;
  /** Absolute and in its normal form; no two zones of the host share one. */
  name: string;
  unicode_name: string;
  /** DNS order of the name (RFC 4034, 6.1). */
  sort_key: string;
  /** `primary` or `secondary`. */
  type: string;
  /** `forward` or `reverse`. */
  direction: string;
  dnssec: boolean;
  serial: number;
  /** Counts the changes; the zone's ETag. */
  version: number;
  status: string;
  min_ttl: number;
  max_ttl: number;
  changed_at: ColumnType<Date, Date | string, Date | string>;
  search_text: string;
}

export interface DnsRrsetTable {
  zone_id: string;
  /** Sort key and type: unique within the zone and in DNS order. */
  id: string;
  sort_key: string;
  type: string;
  name: string;
  ttl: number;
  record_count: number;
  /** Tells whether a record of the set is disabled. */
  disabled: boolean;
  comment: string | null;
  changed_at: ColumnType<Date, Date | string, Date | string>;
  search_text: string;
  records: JSONColumnType<DnsRecord[]>;
}

/** DNS zones and their record sets. */
export interface DnsTables {
  dns_zones: DnsZoneTable;
  dns_rrsets: DnsRrsetTable;
}

declare module '../database/tables.js' {
  interface Database extends DnsTables {}
}
