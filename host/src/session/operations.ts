import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { Database } from '../database/tables.js';
import { cookieName } from '../http/guard.js';
import type { OperationContext, Operations } from '../http/operation.js';
import { notFound, Problem } from '../http/problem.js';
import {
  callerByCookie,
  endSession,
  endSessionOf,
  findCaller,
  makeToken,
  startSession,
  switchSession,
  type Caller,
  type Visitor,
} from './sessions.js';
import { recordOfGuest } from '../event-log/sign-ins.js';
import { checkSignIn } from './sign-in.js';

type Session = components['schemas']['Session'];

/** Operations on the session: the person and their permissions; signing in and out; the client that is acted for. */
export const sessionOperations: Pick<Operations, 'getSession' | 'signIn' | 'signOut' | 'renewSession' | 'switchClient' | 'createToken'> = {
  getSession: (context) => describeSession(context.database, signedIn(context)),

  async signIn(context, { body, raw }, reply) {
    const { database, settings } = context;
    const membership = await checkSignIn(context, body, raw.ip).catch((error: unknown) => {
      if (isFailure(error)) recordOfGuest(database, 'signInFailed', body.email, raw);
      throw error;
    });
    await endSessionOf(database, raw.cookies[cookieName]);
    const token = await startSession(database, membership, visitorOf(raw), settings.sessionMinutes);
    const caller = await callerByCookie(database, token, { minutes: settings.sessionMinutes, counts: false, address: raw.ip });
    if (!caller) throw new Problem(401, 'The session has ended');
    context.event.caller = caller;
    reply.code(201).setCookie(cookieName, token);
    return describeSession(database, caller);
  },

  async signOut(context, _request, reply) {
    await endSession(context.database, signedIn(context).sessionHash);
    reply.code(204).clearCookie(cookieName);
  },

  /** The request itself has prolonged the session. */
  renewSession: (context) => describeSession(context.database, signedIn(context)),

  async switchClient(context, { body, raw }) {
    const { database, personId, settings } = context;
    const { sessionHash, by } = signedIn(context);
    const membership = await database
      .selectFrom('memberships')
      .select('id')
      .where('person_id', '=', personId)
      .where('client_id', '=', body.clientId)
      .where('status', '=', 'active')
      .executeTakeFirst();
    if (!membership) throw notFound();
    await switchSession(database, sessionHash, membership.id);
    const caller = await findCaller(database, sessionHash, by, { minutes: settings.sessionMinutes, counts: false, address: raw.ip });
    if (!caller) throw new Problem(401, 'The session has ended');
    context.event.caller = caller;
    return describeSession(database, caller);
  },

  async createToken(context, _request, reply) {
    const caller = signedIn(context);
    if (caller.by === 'token') throw new Problem(403, 'A token cannot make another; ask with the session cookie');
    const { token, expiresAt } = await makeToken(context.database, caller.sessionHash);
    reply.code(201);
    return { token, expiresAt: expiresAt.toISOString() };
  },
};

/** Problems of signing in that are no step on the way, as is the question for a code; nor too many attempts, which were told one by one. */
const failures: readonly (string | undefined)[] = ['wrong-credentials', 'account-locked', 'account-inactive', 'wrong-code'];
const isFailure = (error: unknown) => error instanceof Problem && failures.includes(error.details.type);

/** The caller, who is signed in: the contract lets nobody else come this far. */
export function signedIn({ caller }: Pick<OperationContext, 'caller'>): Caller {
  if (!caller) throw new Problem(401, 'Please sign in');
  return caller;
}

export const visitorOf = ({ ip, headers }: FastifyRequest): Visitor => ({ address: ip, userAgent: headers['user-agent'] });

/** The session as the contract has it. */
export async function describeSession(database: Kysely<Database>, { person, client, permissions, expiresAt }: Caller): Promise<Session> {
  const clients = await database
    .selectFrom('memberships')
    .innerJoin('clients', 'clients.id', 'memberships.client_id')
    .select(['clients.id', 'clients.name', 'clients.number'])
    .where('memberships.person_id', '=', person.id)
    .where('memberships.status', '=', 'active')
    .orderBy('clients.name')
    .orderBy('clients.id')
    .execute();
  return {
    person: { id: person.id, name: person.name, email: person.email },
    client: { id: client.id, name: client.name, number: client.number },
    ...(clients.length > 1 && { clients }),
    permissions,
    locale: person.locale,
    timeZone: client.timeZone,
    currency: client.currency,
    capabilities: { payments: true },
    expiresAt: expiresAt.toISOString(),
    serverTime: new Date().toISOString(),
  };
}
