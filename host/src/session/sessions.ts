import { createHash, randomBytes } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { PermissionSet } from 'portal-elements/permissions.js';
import type { Database } from '../database/tables.js';
import { deviceOf } from './device.js';
import { effectivePermissions } from './permissions.js';

const minute = 60_000;
const tokenLife = 5 * minute;
/** The time by which the end and the last use of a session may lag behind, so that not every request writes. */
const slack = minute;

/** Someone acting for one client: signed in, by cookie or bearer token, or by a mail of theirs. */
export interface Caller {
  person: { id: string; name: string; email: string; locale: string };
  client: { id: string; name: string; number: string; currency: string; timeZone: string };
  /** The person as a contact of the client. */
  membershipId: string;
  permissions: PermissionSet;
  /** The contracts to which the person is limited; undefined for no limit. */
  contractIds: readonly string[] | undefined;
  sessionId: string;
  sessionHash: string;
  expiresAt: Date;
  /** A token is for asking, not for making more tokens. */
  by: 'cookie' | 'token' | 'mail';
}

/** From where a session is used. */
export interface Visitor {
  address: string;
  userAgent: string | undefined;
}

/** The length of a session after its last use, and whether this request is a use. */
export interface SessionUse {
  minutes: number;
  /** Requests that no person made, such as asking whether the session still lasts, leave it as it is. */
  counts: boolean;
  address: string;
}

const newToken = () => randomBytes(32).toString('base64url');
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');
const after = (milliseconds: number) => new Date(Date.now() + milliseconds);

/** Starts a session of the membership's person for its client; resolves with the token for the cookie. */
export async function startSession(
  database: Kysely<Database>,
  membership: { id: string; person_id: string },
  { address, userAgent }: Visitor,
  minutes: number,
): Promise<string> {
  const token = newToken();
  await database
    .deleteFrom('sessions')
    .where('expires_at', '<=', sql<Date>`now()`)
    .execute();
  await database
    .insertInto('sessions')
    .values({
      token_hash: hashOf(token),
      id: `ses_${randomBytes(12).toString('base64url')}`,
      person_id: membership.person_id,
      membership_id: membership.id,
      expires_at: after(minutes * minute),
      device: deviceOf(userAgent),
      address,
    })
    .execute();
  await rememberSignIn(database, membership.id);
  return token;
}

/** Lets a session act for another client from now on. */
export async function switchSession(database: Kysely<Database>, sessionHash: string, membershipId: string): Promise<void> {
  await database.updateTable('sessions').set({ membership_id: membershipId }).where('token_hash', '=', sessionHash).execute();
  await rememberSignIn(database, membershipId);
}

const rememberSignIn = (database: Kysely<Database>, membershipId: string) =>
  database
    .updateTable('memberships')
    .set({ last_sign_in_at: sql`now()` })
    .where('id', '=', membershipId)
    .execute();

/** Ends a session and with it the tokens made from it. */
export async function endSession(database: Kysely<Database>, sessionHash: string): Promise<void> {
  await database.deleteFrom('sessions').where('token_hash', '=', sessionHash).execute();
}

/** Ends the session whose cookie a browser brings along, if there is one. */
export async function endSessionOf(database: Kysely<Database>, token: string | undefined): Promise<void> {
  if (token !== undefined) await endSession(database, hashOf(token));
}

/** Ends every session of the person, but for the one that is named. */
export async function endSessions(database: Kysely<Database>, personId: string, except = ''): Promise<void> {
  await database.deleteFrom('sessions').where('person_id', '=', personId).where('token_hash', '!=', except).execute();
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

/** The caller who holds the token of a session cookie. */
export const callerByCookie = (database: Kysely<Database>, token: string, use: SessionUse) =>
  findCaller(database, hashOf(token), 'cookie', use);

/** The caller who holds a bearer token. */
export async function callerByToken(database: Kysely<Database>, token: string, use: SessionUse): Promise<Caller | undefined> {
  const found = await database
    .selectFrom('bearer_tokens')
    .select('session_hash')
    .where('token_hash', '=', hashOf(token))
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
  return found && findCaller(database, found.session_hash, 'token', use);
}

/** People who may act for a client, with what a caller is made of. */
const members = (database: Kysely<Database>) =>
  database
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person_id')
    .innerJoin('clients', 'clients.id', 'memberships.client_id')
    .where('memberships.status', '=', 'active')
    .select(['people.id', 'people.name', 'people.email', 'people.locale'])
    .select(['memberships.id as membership_id', 'memberships.permissions', 'memberships.contract_ids'])
    .select(['clients.id as client_id', 'clients.name as client_name', 'clients.number', 'clients.currency', 'clients.time_zone']);

type MemberRow = Awaited<ReturnType<ReturnType<typeof members>['executeTakeFirstOrThrow']>>;

const describeMember = (row: MemberRow): Pick<Caller, 'person' | 'client' | 'membershipId' | 'permissions' | 'contractIds'> => ({
  person: { id: row.id, name: row.name, email: row.email, locale: row.locale },
  client: { id: row.client_id, name: row.client_name, number: row.number, currency: row.currency, timeZone: row.time_zone },
  membershipId: row.membership_id,
  permissions: effectivePermissions(row.permissions, row.contract_ids),
  contractIds: row.contract_ids ?? undefined,
});

/** The caller to whom a session belongs, as the database has it at this moment: permissions and clients may have changed since the last request. */
export async function findCaller(
  database: Kysely<Database>,
  sessionHash: string,
  by: Caller['by'],
  use: SessionUse,
): Promise<Caller | undefined> {
  const row = await members(database)
    .innerJoin('sessions', 'sessions.membership_id', 'memberships.id')
    .where('sessions.token_hash', '=', sessionHash)
    .where('sessions.expires_at', '>', sql<Date>`now()`)
    .select(['sessions.id as session_id', 'sessions.expires_at', 'sessions.last_used_at'])
    .executeTakeFirst();
  return (
    row && {
      ...describeMember(row),
      sessionId: row.session_id,
      sessionHash,
      expiresAt: use.counts ? await prolong(database, sessionHash, row, use) : row.expires_at,
      by,
    }
  );
}

/** The caller that a contact is who writes a mail, without a session; undefined where the contact cannot use the portal. */
export async function callerByMail(database: Kysely<Database>, membershipId: string): Promise<Caller | undefined> {
  const row = await members(database).where('memberships.id', '=', membershipId).executeTakeFirst();
  return row && { ...describeMember(row), sessionId: '', sessionHash: '', expiresAt: new Date(), by: 'mail' };
}

async function prolong(
  database: Kysely<Database>,
  sessionHash: string,
  { expires_at, last_used_at }: { expires_at: Date; last_used_at: Date },
  { minutes, address }: SessionUse,
): Promise<Date> {
  const end = after(minutes * minute);
  const isRecent = Date.now() - last_used_at.getTime() < slack && Math.abs(end.getTime() - expires_at.getTime()) < slack;
  if (isRecent) return expires_at;
  await database
    .updateTable('sessions')
    .set({ expires_at: end, last_used_at: sql`now()`, address })
    .where('token_hash', '=', sessionHash)
    .execute();
  return end;
}
