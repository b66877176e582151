import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { meets } from 'portal-elements/requirement.js';
import type { Database } from '../database/tables.js';
import { callerByCookie, callerByToken, type Caller, type SessionUse } from '../session/sessions.js';
import type { ContractOperation } from './contract.js';
import { Problem } from './problem.js';

/** Name of the session cookie, as the contract has it. */
export const cookieName = 'portal_session';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

interface Admission {
  database: Kysely<Database>;
  origins: readonly string[];
  sessionMinutes: number;
}

/**
 * Lets a request through to its operation, or throws: here, and nowhere else, the session, the protection against
 * cross-site requests and `x-permission` are enforced.
 */
export async function admit(
  request: FastifyRequest,
  operation: ContractOperation,
  { database, origins, sessionMinutes }: Admission,
): Promise<Caller | undefined> {
  const { authorization } = request.headers;
  if (authorization === undefined && !safeMethods.has(request.method)) refuseCrossSite(request, origins);
  const { resource, action } = operation.permission;
  if (meets(null, resource, action)) return undefined;
  // Elements ask on their own whether the session still lasts; only what people do keeps it alive.
  const use = {
    minutes: sessionMinutes,
    counts: operation.id !== 'getSession' && request.headers['portal-background'] !== '1',
    address: request.ip,
  };
  const caller = await findCaller(request, database, use);
  if (!caller) throw new Problem(401, 'Please sign in', { headers: { 'WWW-Authenticate': 'Bearer' } });
  if (!meets(caller.permissions, resource, action)) throw new Problem(403, 'You may not do this');
  return caller;
}

function findCaller(request: FastifyRequest, database: Kysely<Database>, use: SessionUse): Promise<Caller | undefined> {
  const { authorization } = request.headers;
  const token = authorization === undefined ? request.cookies[cookieName] : /^Bearer +([\w.~+/=-]+)$/i.exec(authorization)?.[1];
  if (token === undefined) return Promise.resolve(undefined);
  return authorization === undefined ? callerByCookie(database, token, use) : callerByToken(database, token, use);
}

/** The browser sends the cookie on its own; the header and the origin show that a page which may do so sent the request. */
function refuseCrossSite(request: FastifyRequest, origins: readonly string[]): void {
  const { origin, 'sec-fetch-site': site } = request.headers;
  const sameOrigin =
    (origin === undefined || hostOf(origin) === request.host) && (site === undefined || site === 'same-origin' || site === 'none');
  const listed = origin !== undefined && origins.includes(origin);
  if (request.headers['portal-request'] === '1' && (sameOrigin || listed)) return;
  throw new Problem(403, 'The request does not come from a page that may send it', { type: 'cross-site' });
}

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : undefined);
