import type { Operation, OperationContext } from '../../http/operation.js';
import { Problem } from '../../http/problem.js';
import { queue } from '../../mail/queue.js';
import { signedIn } from '../operations.js';
import { requireManagedHere } from './own-password.js';
import { requirePassword } from './passwords.js';
import { confirmSecret, forgetSecondFactor, hasSecondFactor, newSecret, replaceRecoveryCodes } from './second-factor.js';

/** A secret for the app, in use once a code of it has been seen. */
export const beginSecondFactor: Operation<'beginSecondFactor'> = async (context, { body }, reply) => {
  const { database, personId } = context;
  await requireManagedHere(context);
  await requirePassword(database, personId, '/password', body.password);
  await requireOff(context);
  reply.code(201);
  return await newSecret(context, signedIn(context).person);
};

/** Switches the second factor on. */
export const confirmSecondFactor: Operation<'confirmSecondFactor'> = async (context, { body }) => {
  await requireOff(context);
  const recoveryCodes = await confirmSecret(context, context.personId, body.code);
  if (recoveryCodes) return { recoveryCodes };
  throw new Problem(422, 'The code is wrong', {
    errors: [{ pointer: '/code', detail: 'This is not a code of the app.', code: 'wrong-code' }],
  });
};

/** Switches the second factor off. */
export const removeSecondFactor: Operation<'removeSecondFactor'> = async (context, { body }, reply) => {
  const { database, personId, settings } = context;
  if (settings.secondFactorRequired) throw new Problem(409, 'The second factor cannot be switched off', { type: 'second-factor-required' });
  await requirePassword(database, personId, '/password', body.password);
  await requireOn(context);
  const { person } = signedIn(context);
  await database.transaction().execute(async (transaction) => {
    await forgetSecondFactor(transaction, personId);
    await queue(transaction, {
      kind: 'letter',
      letter: 'second-factor-off',
      to: person.email,
      language: person.locale,
      values: { name: person.name, by: person.name },
      link: '/sign-in',
      receiver: { personId },
    });
  });
  reply.code(204);
};

/** New recovery codes in place of the old ones. */
export const createRecoveryCodes: Operation<'createRecoveryCodes'> = async (context, { body }, reply) => {
  const { database, personId } = context;
  await requirePassword(database, personId, '/password', body.password);
  await requireOn(context);
  reply.code(201);
  return { recoveryCodes: await database.transaction().execute((transaction) => replaceRecoveryCodes(transaction, personId)) };
};

async function requireOff({ database, personId }: OperationContext): Promise<void> {
  if (await hasSecondFactor(database, personId)) throw new Problem(409, 'There is a second factor already', { type: 'second-factor-on' });
}

async function requireOn({ database, personId }: OperationContext): Promise<void> {
  if (!(await hasSecondFactor(database, personId))) throw new Problem(409, 'There is no second factor', { type: 'second-factor-off' });
}
