import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { StoredGrants } from '../database/tables-accounts.js';

type Json<T> = ColumnType<T | null, string | null, string | null>;

/** A person as a contact of a client. */
export interface MembershipTable {
  id: string;
  person_id: string;
  client_id: string;
  /** active, invited, inactive or no-login. */
  status: string;
  /** Id of the preset that the permissions were made from, or `custom`. */
  role: string;
  permissions: JSONColumnType<StoredGrants>;
  /** The contracts to which the person is limited; null for no limit. */
  contract_ids: Json<string[]>;
  /** The name given in the invitation; the person's own is shown once it is accepted. */
  invited_as: string | null;
  title: string | null;
  phone: string | null;
  /** Name, e-mail, title and phone, as `searchText` makes it. */
  search_text: string;
  /** The end of the invitation; of a person without a login, the time at which it was taken back. */
  invitation_expires_at: Date | null;
  /** The time of the first sign-in; null before it. */
  accepted_at: Date | null;
  last_sign_in_at: Date | null;
  created_at: Generated<Date>;
}

/** A code that was mailed, once as a long one in a link and once as a short one to type; only hashes are kept. */
export interface MailedCodeTable {
  code_hash: string;
  short_hash: string;
  /** account-request, password-reset or invitation. */
  purpose: string;
  person_id: string;
  /** The membership that the code makes active, where it is not for the account alone. */
  membership_id: string | null;
  created_at: Generated<Date>;
  expires_at: Date;
  used_at: Date | null;
}

/** The secret shared with an authenticator app (RFC 6238), as the secret box sealed it; without `confirmed_at` it is not in use yet. */
export interface SecondFactorTable {
  person_id: string;
  secret: string;
  confirmed_at: Date | null;
  /** The time step of the last code, so that no code is used twice. */
  last_step: Generated<number>;
}

/** Codes in place of the app's; a used one is deleted. */
export interface RecoveryCodeTable {
  person_id: string;
  code_hash: string;
}

/** The audit log of a contact. Outlives the membership. */
export interface ContactChangeTable {
  id: string;
  client_id: string;
  membership_id: string;
  at: Date;
  action: string;
  /** Membership of who did it; null where that was not a contact of the client. */
  by_id: string | null;
  by_name: string;
  before: Json<Record<string, unknown>>;
  after: Json<Record<string, unknown>>;
  /** The resources it is about. */
  resources: JSONColumnType<string[]>;
}

/** The queue of mail. Codes are not here: they are made when the mail is written. */
export interface OutboxTable {
  id: string;
  content: JSONColumnType<Record<string, unknown>>;
  attempts: Generated<number>;
  /** The time of the next try; in the future while a process is at it. */
  due_at: Generated<Date>;
  created_at: Generated<Date>;
}

export interface PeopleTables {
  memberships: MembershipTable;
  mailed_codes: MailedCodeTable;
  second_factors: SecondFactorTable;
  recovery_codes: RecoveryCodeTable;
  contact_changes: ContactChangeTable;
  outbox: OutboxTable;
}

declare module '../database/tables.js' {
  interface Database extends PeopleTables {}
}
