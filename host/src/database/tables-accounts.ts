import type { Generated, JSONColumnType } from 'kysely';
import type { Action } from 'portal-elements/permissions.js';

type Grants = Partial<Record<string, Action[]>>;

/** The grants that the company made to a person, node by node of the resource tree. */
export interface StoredGrants {
  allow?: Grants;
  deny?: Grants;
  hiddenFields?: string[];
}

/** A company or person that the hosting company bills. */
export interface ClientTable {
  id: string;
  number: string;
  name: string;
  currency: string;
  time_zone: string;
}

/** Someone the company knows; what the person may do is said by memberships. `email` is kept in lower case. */
export interface PersonTable {
  id: string;
  name: string;
  email: string;
  /** Null where there is no account yet. */
  password_hash: string | null;
  password_expired: Generated<boolean>;
  password_changed_at: Date | null;
  /** Address of the single sign-on that holds the password; null where it is held here. */
  password_managed_at: string | null;
  /** Tells whether the person has shown to receive mail at `email`. */
  email_proven: Generated<boolean>;
  /** The company wants to look at the person before there is an account. */
  needs_review: Generated<boolean>;
  locale: string;
}

/** A signed-in browser, acting for one client. Only the hash of the token in its cookie is kept. */
export interface SessionTable {
  token_hash: string;
  /** Lets the person tell it from others; opens nothing. */
  id: string;
  person_id: string;
  membership_id: string;
  expires_at: Date;
  started_at: Generated<Date>;
  last_used_at: Generated<Date>;
  /** Browser and system. */
  device: string | null;
  /** IP address it was last used from. */
  address: string | null;
}

/** A short-lived bearer token made from a session; it ends with that session. */
export interface BearerTokenTable {
  token_hash: string;
  session_hash: string;
  expires_at: Date;
}

/** Attempts counted against a limit, shared by all processes of the host. */
export interface AttemptTable {
  subject: string;
  attempts: number;
  /** The time at which the count starts anew. */
  until: Date;
}

/** Requests that must happen once, and what was answered; `status` is null while the request runs. */
export interface IdempotencyKeyTable {
  person_id: string;
  key: string;
  request_hash: string;
  status: number | null;
  answer: JSONColumnType<Record<string, unknown>> | null;
  created_at: Generated<Date>;
}

/** The host's notes of itself, such as that the demo data is complete. */
export interface HostStateTable {
  name: string;
  value: string;
}

export interface AccountTables {
  clients: ClientTable;
  people: PersonTable;
  sessions: SessionTable;
  bearer_tokens: BearerTokenTable;
  attempts: AttemptTable;
  idempotency_keys: IdempotencyKeyTable;
  host_state: HostStateTable;
}
