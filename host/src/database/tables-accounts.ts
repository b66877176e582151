import type { Generated, JSONColumnType } from 'kysely';
import type { Action } from 'portal-elements/permissions.js';

type Grants = Partial<Record<string, Action[]>>;

/** What the company granted a person, node by node of the resource tree. */
export interface StoredPermissions {
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

/** Someone who signs in for a client. `email` is kept in lower case. */
export interface PersonTable {
  id: string;
  client_id: string;
  name: string;
  email: string;
  password_hash: string;
  password_expired: Generated<boolean>;
  locale: string;
  permissions: JSONColumnType<StoredPermissions>;
}

/** A signed-in browser. Only the hash of the token in its cookie is kept. */
export interface SessionTable {
  token_hash: string;
  person_id: string;
  expires_at: Date;
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
  /** When the count starts anew. */
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

/** What the host remembers of itself, such as that the demo data is complete. */
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
