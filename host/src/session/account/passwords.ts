import { sql, type Kysely } from 'kysely';
import type { Database } from '../../database/tables.js';
import { Problem } from '../../http/problem.js';
import { queue } from '../../mail/queue.js';
import { forgetAttempts, limitAttempts, type Limit } from '../attempts.js';
import { hashPassword, verifyPassword } from '../password.js';
import { forgetCodes } from './mailed-codes.js';

const perPerson: Limit = { attempts: 5, seconds: 5 * 60 };

/** Makes `password`, which keeps to the policy, the person's. A mail that was asked for before cannot replace it. */
export async function storePassword(database: Kysely<Database>, personId: string, password: string): Promise<void> {
  await forgetCodes(database, { personId, purpose: 'password-reset' });
  await database
    .updateTable('people')
    .set({ password_hash: await hashPassword(password), password_expired: false, password_changed_at: sql`now()` })
    .where('id', '=', personId)
    .execute();
}

/** Tells a person that the password has been changed. */
export const tellOfNewPassword = (
  database: Kysely<Database>,
  { id: personId, name, email, locale }: { id: string; name: string; email: string; locale: string },
) =>
  queue(database, {
    kind: 'letter',
    letter: 'password-changed',
    to: email,
    language: locale,
    values: { name },
    link: '/sign-in',
    receiver: { personId },
  });

/** Throws unless this is the password of the person who asks; `pointer` says where in the request it stands. */
export async function requirePassword(database: Kysely<Database>, personId: string, pointer: string, password: string): Promise<void> {
  const subject = `password ${personId}`;
  await limitAttempts(database, subject, perPerson);
  const { password_hash } = await database
    .selectFrom('people')
    .select('password_hash')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  if (!(await verifyPassword(password, password_hash ?? undefined)))
    throw new Problem(422, 'The password is wrong', {
      errors: [{ pointer, detail: 'This is not your password.', code: 'wrong-password' }],
    });
  await forgetAttempts(database, [subject]);
}
