import type { Operation, OperationContext } from '../../http/operation.js';
import { Problem } from '../../http/problem.js';
import { signedIn } from '../operations.js';
import { endSessions } from '../sessions.js';
import { requireGoodPassword } from './password-policy.js';
import { requirePassword, storePassword, tellOfNewPassword } from './passwords.js';
import { findSecondFactor } from './second-factor.js';

/** Changes the own password. */
export const changePassword: Operation<'changePassword'> = async (context, { body }, reply) => {
  const { database, personId } = context;
  const { person, client, sessionHash } = signedIn(context);
  await requireManagedHere(context);
  await requirePassword(database, personId, '/current', body.current);
  requireGoodPassword('/password', body.password, { names: [person.name, person.email, client.name], before: body.current });
  await storePassword(database, personId, body.password);
  if (body.endOtherSessions) await endSessions(database, personId, sessionHash);
  await tellOfNewPassword(database, person);
  reply.code(204);
};

/** The protection of the own account. */
export const getAccountSecurity: Operation<'getAccountSecurity'> = async ({ database, personId, settings }) => {
  const person = await database
    .selectFrom('people')
    .select(['password_changed_at', 'password_managed_at'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  const factor = await findSecondFactor(database, personId);
  const { left } = await database
    .selectFrom('recovery_codes')
    .where('person_id', '=', personId)
    .select(({ fn }) => fn.countAll<number>().as('left'))
    .executeTakeFirstOrThrow();
  return {
    password: {
      managed: person.password_managed_at === null ? 'here' : 'elsewhere',
      changedAt: person.password_changed_at?.toISOString() ?? null,
      ...(person.password_managed_at !== null && { manageHref: person.password_managed_at }),
    },
    secondFactor: {
      enabled: factor?.confirmed_at != null,
      required: settings.secondFactorRequired,
      since: factor?.confirmed_at?.toISOString() ?? null,
      recoveryCodesLeft: left,
    },
  };
};

/** Throws 409 where a single sign-on holds the person's password. */
export async function requireManagedHere({ database, personId }: OperationContext): Promise<void> {
  const { password_managed_at } = await database
    .selectFrom('people')
    .select('password_managed_at')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  if (password_managed_at !== null) throw new Problem(409, 'The password is managed elsewhere', { type: 'password-managed-elsewhere' });
}
