import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/tables.js';
import type { OperationContext, OperationId, OperationRequest } from './operation.js';
import { Problem } from './problem.js';

interface Answer {
  status: number;
  body: unknown;
}

interface Key {
  person_id: string;
  key: string;
}

/** The part of an answer that is kept: the body, or of a refusal the problem. */
type Kept = { body: unknown } | { title: string; details: Problem['details'] };

/** Refusals of the request as it was sent: malformed, made on an old version, with faulty values. */
const repairable: readonly number[] = [400, 412, 422];

/** The time for which a request is taken to be running when its process never finished it. */
const abandoned = sql<Date>`now() - interval '2 minutes'`;
const forgotten = sql<Date>`now() - interval '24 hours'`;

/**
 * Runs a request once for its `Idempotency-Key`. The first answer, a refusal by the business included, is given again for 24 hours;
 * what the request itself can mend, or an unexpected failure, is not kept and may be sent again. Returns the body and sets the status.
 */
export async function idempotent(
  context: OperationContext,
  request: Pick<OperationRequest<OperationId>, 'headers' | 'raw'> & { body: unknown },
  reply: FastifyReply,
  run: () => Promise<Answer>,
): Promise<unknown> {
  const { database, personId } = context;
  const key: Key = { person_id: personId, key: String(request.headers['idempotency-key']).replace(/^"(.*)"$/, '$1') };
  const hash = createHash('sha256')
    .update(JSON.stringify([request.raw.url, request.body]))
    .digest('hex');
  if (!(await reserve(database, key, hash))) {
    const { status, kept } = await earlier(database, key, hash);
    reply.header('Idempotent-Replayed', 'true');
    if ('title' in kept) throw new Problem(status, kept.title, kept.details);
    reply.code(status);
    return kept.body;
  }
  try {
    const { status, body } = await run();
    await keep(database, key, status, { body });
    reply.code(status);
    return body;
  } catch (error) {
    if (error instanceof Problem && error.status < 500 && !repairable.includes(error.status))
      await keep(database, key, error.status, { title: error.title, details: error.details });
    else await database.deleteFrom('idempotency_keys').where('person_id', '=', personId).where('key', '=', key.key).execute();
    throw error;
  }
}

/** Tells whether this request is the one to run: the key is new, or what it stood for is long over or was abandoned. */
async function reserve(database: Kysely<Database>, key: Key, hash: string): Promise<boolean> {
  await database.deleteFrom('idempotency_keys').where('person_id', '=', key.person_id).where('created_at', '<', forgotten).execute();
  const reserved = await database
    .insertInto('idempotency_keys')
    .values({ ...key, request_hash: hash })
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'key'])
        .doUpdateSet({ created_at: sql`now()` })
        .where('idempotency_keys.status', 'is', null)
        .where('idempotency_keys.request_hash', '=', hash)
        .where('idempotency_keys.created_at', '<', abandoned),
    )
    .returning('key')
    .executeTakeFirst();
  return reserved !== undefined;
}

async function earlier(database: Kysely<Database>, key: Key, hash: string): Promise<{ status: number; kept: Kept }> {
  const outstanding = () =>
    new Problem(409, 'The first request with this key is still running', { type: 'request-outstanding', headers: { 'Retry-After': '1' } });
  const found = await database
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'status', 'answer'])
    .where('person_id', '=', key.person_id)
    .where('key', '=', key.key)
    .executeTakeFirst();
  if (!found) throw outstanding();
  if (found.request_hash !== hash) throw new Problem(422, 'This key was used for another request', { type: 'key-reused' });
  if (found.status === null) throw outstanding();
  return { status: found.status, kept: found.answer as unknown as Kept };
}

async function keep(database: Kysely<Database>, key: Key, status: number, kept: Kept): Promise<void> {
  await database
    .updateTable('idempotency_keys')
    .set({ status, answer: JSON.stringify(kept) })
    .where('person_id', '=', key.person_id)
    .where('key', '=', key.key)
    .execute();
}
