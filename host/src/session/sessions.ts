import { createHash, randomBytes } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { PermissionSet } from 'portal-elements/permissions.js';
import type { Database } from '../database/tables.js';
import { effectivePermissions } from './permissions.js';

const hour = 3_600_000;
const sessionLife = 8 * hour;
const tokenLife = hour / 12;
/** How far the end of a session may lag behind, so that not every request writes. */
const slack = hour / 60;

/** Someone signed in, by cookie or bearer token. */
export interface Caller {
  person: { id: string; name: string; email: string; locale: string };
  client: { id: string; name: string; number: string; currency: string; timeZone: string };
  permissions: PermissionSet;
  sessionHash: string;
  expiresAt: Date;
  /** A token is for asking, not for making more tokens. */
  by: 'cookie' | 'token';
}

const newToken = () => randomBytes(32).toString('base64url');
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');
const after = (milliseconds: number) => new Date(Date.now() + milliseconds);

/** Starts a session; resolves with the token for the cookie. */
export async function startSession(database: Kysely<Database>, personId: string): Promise<string> {
  const token = newToken();
  await database
    .deleteFrom('sessions')
    .where('expires_at', '<=', sql<Date>`now()`)
    .execute();
  await database
    .insertInto('sessions')
    .values({ token_hash: hashOf(token), person_id: personId, expires_at: after(sessionLife) })
    .execute();
  return token;
}

/** Ends a session and with it the tokens made from it. */
export async function endSession(database: Kysely<Database>, sessionHash: string): Promise<void> {
  await database.deleteFrom('sessions').where('token_hash', '=', sessionHash).execute();
}

/** Makes a short-lived bearer token of a session. */
export async function makeToken(database: Kysely<Database>, sessionHash: string): Promise<{ token: string; expiresAt: Date }> {
  const token = newToken();
  const expiresAt = after(tokenLife);
  await database
    .deleteFrom('bearer_tokens')
    .where('expires_at', '<=', sql<Date>`now()`)
    .execute();
  await database
    .insertInto('bearer_tokens')
    .values({ token_hash: hashOf(token), session_hash: sessionHash, expires_at: expiresAt })
    .execute();
  return { token, expiresAt };
}

/** Who holds the token of a session cookie. The session then lasts another eight hours. */
export const callerByCookie = (database: Kysely<Database>, token: string) => findCaller(database, hashOf(token), 'cookie');

/** Who holds a bearer token. */
export async function callerByToken(database: Kysely<Database>, token: string): Promise<Caller | undefined> {
  const found = await database
    .selectFrom('bearer_tokens')
    .select('session_hash')
    .where('token_hash', '=', hashOf(token))
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
  return found && findCaller(database, found.session_hash, 'token');
}

async function findCaller(database: Kysely<Database>, sessionHash: string, by: Caller['by']): Promise<Caller | undefined> {
  const row = await database
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.person_id')
    .innerJoin('clients', 'clients.id', 'people.client_id')
    .where('sessions.token_hash', '=', sessionHash)
    .where('sessions.expires_at', '>', sql<Date>`now()`)
    .select(['people.id', 'people.name', 'people.email', 'people.locale', 'people.permissions', 'sessions.expires_at'])
    .select(['clients.id as client_id', 'clients.name as client_name', 'clients.number', 'clients.currency', 'clients.time_zone'])
    .executeTakeFirst();
  return (
    row && {
      person: { id: row.id, name: row.name, email: row.email, locale: row.locale },
      client: { id: row.client_id, name: row.client_name, number: row.number, currency: row.currency, timeZone: row.time_zone },
      permissions: effectivePermissions(row.permissions),
      sessionHash,
      expiresAt: await prolong(database, sessionHash, row.expires_at),
      by,
    }
  );
}

async function prolong(database: Kysely<Database>, sessionHash: string, expiresAt: Date): Promise<Date> {
  const later = after(sessionLife);
  if (later.getTime() - expiresAt.getTime() < slack) return expiresAt;
  await database.updateTable('sessions').set({ expires_at: later }).where('token_hash', '=', sessionHash).execute();
  return later;
}
