import type { Kysely } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { Database } from '../database/tables.js';
import { Problem } from '../http/problem.js';
import { countAttempt, forgetAttempts, type Limit } from './attempts.js';
import { verifyPassword } from './password.js';

/** Wrong attempts from one address before it has to wait. */
const perAddress: Limit = { attempts: 5, seconds: 60 };
/** Wrong attempts from anywhere before the account is locked. */
const perAccount: Limit = { attempts: 10, seconds: 15 * 60 };

/**
 * Resolves with the id of the person whose e-mail and password these are. Answers, limits and time taken are the same
 * whether or not there is such an account.
 */
export async function checkPassword(
  database: Kysely<Database>,
  { email: typed, password }: components['schemas']['SignIn'],
  address: string,
): Promise<string> {
  const email = typed.trim().toLowerCase();
  const subjects = { address: `address ${address} ${email}`, account: `account ${email}` };
  const wait = await countAttempt(database, subjects.address, perAddress);
  if (wait > 0) throw new Problem(429, 'Too many attempts; please wait a moment', { headers: { 'Retry-After': String(wait) } });
  const locked = await countAttempt(database, subjects.account, perAccount);
  if (locked > 0)
    throw new Problem(401, 'The account is locked after too many wrong passwords; please try again later', {
      type: 'account-locked',
      headers: { 'Retry-After': String(locked) },
    });
  const person = await database
    .selectFrom('people')
    .select(['id', 'password_hash', 'password_expired'])
    .where('email', '=', email)
    .executeTakeFirst();
  const right = await verifyPassword(password, person?.password_hash);
  if (!person || !right) throw new Problem(401, 'E-mail and password do not match', { type: 'wrong-credentials' });
  await forgetAttempts(database, Object.values(subjects));
  if (person.password_expired) throw new Problem(401, 'The password has expired; please set a new one', { type: 'password-expired' });
  return person.id;
}
