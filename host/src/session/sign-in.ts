import { sql, type Kysely } from 'kysely';
import type { components } from 'portal-elements/contract';
import { requireGoodPassword } from './account/password-policy.js';
import { storePassword } from './account/passwords.js';
import { hasSecondFactor, useSecondFactor, type Safe } from './account/second-factor.js';
import { acceptInvitations } from '../contacts/invitations.js';
import type { Database } from '../database/tables.js';
import { Problem } from '../http/problem.js';
import { countAttempt, forgetAttempts, limitAttempts, type Limit } from './attempts.js';
import { normalEmail } from './email.js';
import { accountSubject, perAccount } from './locked.js';
import { networkOf } from './network.js';
import { verifyPassword } from './password.js';

type SignIn = components['schemas']['SignIn'];

/** Wrong attempts from one network before it has to wait. */
const perNetwork: Limit = { attempts: 5, seconds: 60 };
/** The membership that a person acts by after signing in: the one last used. */
export async function firstMembership(database: Kysely<Database>, personId: string) {
  return await database
    .selectFrom('memberships')
    .select(['id', 'person_id'])
    .where('person_id', '=', personId)
    .where('status', '=', 'active')
    .orderBy(sql`last_sign_in_at desc nulls last`)
    .orderBy('created_at')
    .orderBy('id')
    .executeTakeFirst();
}

/**
 * Resolves with the membership for which someone signs in. Answers, limits and time taken are the same whether or not there is
 * such an account; what is wrong beyond that is told only to who knows the password.
 */
export async function checkSignIn(safe: Safe, given: SignIn, address: string): Promise<{ id: string; person_id: string }> {
  const { database } = safe;
  const person = await checkPassword(database, given, address);
  const { newPassword, code } = given;
  if (person.password_expired) {
    if (newPassword === undefined) throw new Problem(401, 'The password has expired; please set a new one', { type: 'password-expired' });
    requireGoodPassword('/newPassword', newPassword, { names: [person.name, person.email], before: given.password });
  }
  if (await hasSecondFactor(database, person.id)) {
    if (code === undefined) throw new Problem(401, 'A code of the second factor is needed', { type: 'second-factor-required' });
    await useSecondFactor(safe, person.id, code);
  }
  await acceptInvitations(database, person);
  const membership = await firstMembership(database, person.id);
  if (!membership) throw new Problem(401, 'The account has been deactivated', { type: 'account-inactive' });
  if (person.password_expired && newPassword !== undefined) await storePassword(database, person.id, newPassword);
  return membership;
}

async function checkPassword(database: Kysely<Database>, given: SignIn, address: string) {
  const email = normalEmail(given.email);
  const subjects = { network: `address ${networkOf(address)} ${email}`, account: accountSubject(email) };
  await limitAttempts(database, subjects.network, perNetwork);
  const locked = await countAttempt(database, subjects.account, perAccount);
  if (locked > 0)
    throw new Problem(401, 'The account is locked after too many wrong passwords; please try again later', {
      type: 'account-locked',
      headers: { 'Retry-After': String(locked) },
    });
  const person = await database
    .selectFrom('people')
    .select(['id', 'name', 'email', 'email_proven', 'password_hash', 'password_expired'])
    .where('email', '=', email)
    .executeTakeFirst();
  const right = await verifyPassword(given.password, person?.password_hash ?? undefined);
  if (!person || !right) throw new Problem(401, 'E-mail and password do not match', { type: 'wrong-credentials' });
  await forgetAttempts(database, Object.values(subjects));
  return person;
}
