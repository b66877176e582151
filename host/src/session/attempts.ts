import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/tables.js';
import { Problem } from '../http/problem.js';

export interface Limit {
  attempts: number;
  seconds: number;
}

/**
 * Counts an attempt before it is made, so that attempts at the same time cannot slip through, also not in several processes.
 * Resolves with the seconds to wait once there were more than the limit allows, else with 0.
 */
export async function countAttempt(database: Kysely<Database>, subject: string, { attempts, seconds }: Limit): Promise<number> {
  const { rows } = await sql<{ attempts: number; wait: number }>`
    insert into attempts as known (subject, attempts, until)
    values (${subject}, 1, now() + ${seconds} * interval '1 second')
    on conflict (subject) do update set
      attempts = case when known.until <= now() then 1 else known.attempts + 1 end,
      until = case when known.until <= now() or known.attempts < ${attempts} then excluded.until else known.until end
    returning attempts, ceil(extract(epoch from until - now()))::integer as wait`.execute(database);
  const { attempts: made, wait } = rows[0]!;
  return made > attempts ? Math.max(wait, 1) : 0;
}

/** Counts an attempt, and throws 429 once there were more than the limit allows. */
export async function limitAttempts(database: Kysely<Database>, subject: string, limit: Limit): Promise<void> {
  const wait = await countAttempt(database, subject, limit);
  if (wait > 0) throw new Problem(429, 'Too many attempts; please wait a moment', { headers: { 'Retry-After': String(wait) } });
}

/** Forgets the attempts counted for these subjects, and those whose time is over. */
export async function forgetAttempts(database: Kysely<Database>, subjects: string[]): Promise<void> {
  await database
    .deleteFrom('attempts')
    .where((where) => where.or([where('subject', 'in', subjects), where('until', '<=', sql<Date>`now()`)]))
    .execute();
}
