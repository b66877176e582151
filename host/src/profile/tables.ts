import type { ColumnType, Generated } from 'kysely';

type Json<T> = ColumnType<T, string | undefined, string>;

/** The company's knowledge of a client beyond `clients`; a client without a row has told nothing yet. */
export interface ClientProfileTable {
  client_id: string;
  /** company or person. The company's registered name is that of the client. */
  kind: Generated<string>;
  name: string | null;
  address_lines: Json<string[]>;
  city: string | null;
  region: string | null;
  postcode: string | null;
  /** ISO 3166-1 alpha-2 code. */
  country: string | null;
  email: string | null;
  billing_email: string | null;
  phone: string | null;
  mobile: string | null;
  vat_id: string | null;
  registration_id: string | null;
  language: string | null;
  /** Values by the key of a custom field. */
  custom_fields: Json<Record<string, string | null>>;
}

/** A change that waits for the company's approval; one a field. */
export interface PendingProfileChangeTable {
  client_id: string;
  field: string;
  new_value: string | null;
  requested_at: Generated<Date>;
  requested_by: string;
}

/** The settings in which a person differs from the defaults. */
export interface NotificationSettingTable {
  membership_id: string;
  category: string;
  channel: string;
  enabled: boolean;
}

/** Occasions that people have been told of by mail, so that it happens once. */
export interface AnnouncementTable {
  /** Such as `invoice inv_1` or `overdue inv_1 2`. */
  occasion: string;
  at: Generated<Date>;
}

/** Profiles of clients, and who gets which mail. */
export interface ProfileTables {
  client_profiles: ClientProfileTable;
  pending_profile_changes: PendingProfileChangeTable;
  notification_settings: NotificationSettingTable;
  announcements: AnnouncementTable;
}

declare module '../database/tables.js' {
  interface Database extends ProfileTables {}
}
