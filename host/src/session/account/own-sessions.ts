import { sql } from 'kysely';
import type { Operation } from '../../http/operation.js';
import { cookieName } from '../../http/guard.js';
import { signedIn } from '../operations.js';
import { endSessions } from '../sessions.js';

/** The sessions of the person: this one first, then where it was last. */
export const listAccountSessions: Operation<'listAccountSessions'> = async (context) => {
  const { sessionId } = signedIn(context);
  const sessions = await context.database
    .selectFrom('sessions')
    .select(['id', 'started_at', 'last_used_at', 'device', 'address'])
    .where('person_id', '=', context.personId)
    .where('expires_at', '>', sql<Date>`now()`)
    .orderBy(sql`id = ${sessionId}`, 'desc')
    .orderBy('last_used_at', 'desc')
    .orderBy('id')
    .execute();
  return {
    items: sessions.map(({ id, started_at, last_used_at, device, address }) => ({
      id,
      current: id === sessionId,
      startedAt: started_at.toISOString(),
      lastUsedAt: last_used_at.toISOString(),
      device,
      address,
    })),
  };
};

/** Ends every session but this one. */
export const endOtherSessions: Operation<'endOtherSessions'> = async (context, _request, reply) => {
  await endSessions(context.database, context.personId, signedIn(context).sessionHash);
  reply.code(204);
};

/** Ends one session, which may be this one. */
export const endAccountSession: Operation<'endAccountSession'> = async (context, { path }, reply) => {
  await context.database.deleteFrom('sessions').where('id', '=', path.sessionId).where('person_id', '=', context.personId).execute();
  if (path.sessionId === signedIn(context).sessionId) reply.clearCookie(cookieName);
  reply.code(204);
};
