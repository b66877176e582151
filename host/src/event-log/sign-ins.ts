import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.js';
import { deviceOf } from '../session/device.js';
import { normalEmail } from '../session/email.js';
import { recordEvent } from './record.js';

/** What is written down of an account though nobody has shown to be its owner. */
type GuestKind = 'signInFailed' | 'requestPasswordReset' | 'requestAccount' | 'setPassword';

/**
 * Writes down what a guest did about an account, for the clients of the person who has it, if anybody has. The answer does not wait for
 * it: the time that it takes would tell whether there is such an account. What was typed is written nowhere.
 */
export function recordOfGuest(database: Kysely<Database>, kind: GuestKind, email: string, request: FastifyRequest): void {
  record(database, kind, email, request).catch((error: unknown) => request.log.error({ err: error }, `An event was lost: ${kind}`));
}

async function record(database: Kysely<Database>, kind: GuestKind, email: string, { ip, headers }: FastifyRequest): Promise<void> {
  const found = await database
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person_id')
    .select(['memberships.id', 'memberships.client_id', 'memberships.status', 'people.name'])
    .where('people.email', '=', normalEmail(email))
    .execute();
  // A client that somebody has left is not told what that person does for another.
  const active = found.filter(({ status }) => status === 'active');
  for (const { id, client_id, name } of active.length > 0 ? active : found) {
    const device = deviceOf(headers['user-agent']);
    await recordEvent(database, { clientId: client_id, kind, actor: { kind: 'person', id, name }, address: ip, device });
  }
}
