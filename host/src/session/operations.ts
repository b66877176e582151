import type { components } from 'portal-elements/contract';
import { cookieName } from '../http/guard.js';
import type { OperationContext, Operations } from '../http/operation.js';
import { Problem } from '../http/problem.js';
import { callerByCookie, endSession, makeToken, startSession, type Caller } from './sessions.js';
import { checkPassword } from './sign-in.js';

type Session = components['schemas']['Session'];

/** Who the person is and what the person may do; signing in and out. */
export const sessionOperations: Pick<Operations, 'getSession' | 'signIn' | 'signOut' | 'createToken'> = {
  getSession: (context) => Promise.resolve(describe(signedIn(context))),

  async signIn({ database }, { body, raw }, reply) {
    const personId = await checkPassword(database, body, raw.ip);
    const token = await startSession(database, personId);
    const caller = await callerByCookie(database, token);
    if (!caller) throw new Problem(401, 'The session has ended');
    reply.code(201).setCookie(cookieName, token);
    return describe(caller);
  },

  async signOut(context, _request, reply) {
    await endSession(context.database, signedIn(context).sessionHash);
    reply.code(204).clearCookie(cookieName);
  },

  async createToken(context, _request, reply) {
    const caller = signedIn(context);
    if (caller.by === 'token') throw new Problem(403, 'A token cannot make another; ask with the session cookie');
    const { token, expiresAt } = await makeToken(context.database, caller.sessionHash);
    reply.code(201);
    return { token, expiresAt: expiresAt.toISOString() };
  },
};

function signedIn({ caller }: OperationContext): Caller {
  if (!caller) throw new Problem(401, 'Please sign in');
  return caller;
}

function describe({ person, client, permissions, expiresAt }: Caller): Session {
  return {
    person: { id: person.id, name: person.name, email: person.email },
    client: { id: client.id, name: client.name, number: client.number },
    permissions,
    locale: person.locale,
    timeZone: client.timeZone,
    currency: client.currency,
    capabilities: { payments: true },
    expiresAt: expiresAt.toISOString(),
    serverTime: new Date().toISOString(),
  };
}
