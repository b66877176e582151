import type { ColumnType, Generated, JSONColumnType } from 'kysely';

type Day = ColumnType<string, string, string>;
type Json<T extends object> = JSONColumnType<T, string, string>;

/** A building of the company. */
export interface FacilityTable {
  id: string;
  label: string;
  /** IANA name. */
  time_zone: string;
  address_lines: Json<string[]>;
  /** The number of the reception. */
  phone: string | null;
  /** Instructions for visitors. */
  visit_rules: Json<string[]>;
}

/** A cage that a client has. */
export interface CageTable {
  id: string;
  client_id: string;
  facility_id: string;
  label: string;
}

/** A rack, or a part of one, that a client has. */
export interface RackTable {
  id: string;
  client_id: string;
  facility_id: string;
  cage_id: string | null;
  label: string;
}

/** A facility, or a cage or rack in it. */
interface PlaceColumns {
  facility_id: string;
  cage_id: string | null;
  rack_id: string | null;
}

/** The permission of a person to enter a place. */
export interface AccessGrantTable extends PlaceColumns {
  id: string;
  client_id: string;
  /** Null when the person is no contact any more; then nobody may enter by it. */
  membership_id: string | null;
  /** As the person was called when the access was last changed. */
  person_name: string;
  /** escorted or unescorted. */
  level: string;
  /** Ids of `accessPermissions`. */
  permissions: Json<string[]>;
  valid_from: Day;
  valid_to: string | null;
  /** requested, awaiting-orientation, active, suspended or revoked; that one has expired is derived. */
  state: string;
  status_reason: string | null;
  /** All three or none. */
  badge_number: string | null;
  /** ready-for-collection, issued, blocked or returned. */
  badge_status: string | null;
  badge_expires_on: string | null;
  /** Counts the changes; the ETag of the access. */
  version: Generated<number>;
}

export interface VisitTable extends PlaceColumns {
  id: string;
  client_id: string;
  starts_at: Date;
  ends_at: Date;
  purpose: string;
  visitors: Json<{ name: string; company: string | null }[]>;
  /** The identities of the visitors, in their order; forgotten some time after the visit. */
  identities: ColumnType<VisitorIdentity[] | null, string | null, string | null>;
  pass_code: string;
  /** registered, on-site, over, missed or cancelled. */
  state: string;
  /** Name of the person. */
  registered_by: string;
  created_at: Generated<Date>;
  /** Counts the changes; the sequence of the calendar's event. */
  version: Generated<number>;
  /** Purpose, visitors and code, as `searchText` makes it. */
  search_text: string;
}

export interface VisitorIdentity {
  idDocument: string | null;
  plate: string | null;
}

/** The audit log of access. */
export interface AccessChangeTable {
  id: string;
  client_id: string;
  /** Id of the access or visit. */
  subject: string;
  at: Generated<Date>;
  /** Membership of who did it. */
  by_id: string | null;
  by_name: string;
  /** granted, changed, revoked, visit-registered or visit-cancelled. */
  action: string;
  before: ColumnType<Record<string, unknown> | null, string | null, never>;
  after: ColumnType<Record<string, unknown> | null, string | null, never>;
}

export interface FacilityAccessTables {
  facilities: FacilityTable;
  cages: CageTable;
  racks: RackTable;
  access_grants: AccessGrantTable;
  visits: VisitTable;
  access_changes: AccessChangeTable;
}

declare module '../database/tables.js' {
  interface Database extends FacilityAccessTables {}
}
