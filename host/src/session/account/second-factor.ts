import { createHash, randomBytes } from 'node:crypto';
import { sql, type Kysely, type Transaction } from 'kysely';
import { Secret, TOTP } from 'otpauth';
import { isSealed } from '../../database/secret-box.js';
import type { Database } from '../../database/tables.js';
import type { OperationContext } from '../../http/operation.js';
import { Problem } from '../../http/problem.js';
import { forgetAttempts, limitAttempts, type Limit } from '../attempts.js';
import { company } from '../../company.js';
import { readable, readTyped } from './codes.js';

const perPerson: Limit = { attempts: 5, seconds: 5 * 60 };
const period = 30;
/** Clocks may be wrong by so many periods. */
const window = 1;
const recoveryCodes = 10;

/** The database, and the box that seals the secrets in it. */
export type Safe = Pick<OperationContext, 'database' | 'secretBox'>;

const subject = (personId: string) => `second factor ${personId}`;

const authenticator = (secret: string, label = '') =>
  new TOTP({ issuer: company.brand, label, algorithm: 'SHA1', digits: 6, period, secret: Secret.fromBase32(secret) });

/** Tells whether signing in needs a code. */
export async function hasSecondFactor(database: Kysely<Database>, personId: string): Promise<boolean> {
  return (await findSecondFactor(database, personId))?.confirmed_at != null;
}

/** The person's second factor, in use or about to be. */
export const findSecondFactor = (database: Kysely<Database>, personId: string) =>
  database.selectFrom('second_factors').selectAll().where('person_id', '=', personId).executeTakeFirst();

/** A new secret, which does nothing until a code of it has been seen. */
export async function newSecret(
  { database, secretBox }: Safe,
  person: { id: string; email: string },
): Promise<{ secret: string; uri: string }> {
  const secret = new Secret({ size: 20 }).base32;
  const sealed = secretBox.seal(secret, subject(person.id));
  await database
    .insertInto('second_factors')
    .values({ person_id: person.id, secret: sealed })
    .onConflict((conflict) =>
      conflict.column('person_id').doUpdateSet({ secret: sealed, last_step: 0 }).where('second_factors.confirmed_at', 'is', null),
    )
    .execute();
  return { secret, uri: authenticator(secret, person.email).toString() };
}

/** Switches the second factor on by a code of the app; resolves with the recovery codes, or with nothing where the code is wrong. */
export async function confirmSecret({ database, secretBox }: Safe, personId: string, code: string): Promise<string[] | undefined> {
  const limited = await limitCodes(database, personId);
  const codes = await database.transaction().execute(async (transaction) => {
    if (!(await useAppCode({ database: transaction, secretBox }, personId, code, 'new'))) return undefined;
    await transaction
      .updateTable('second_factors')
      .set({ confirmed_at: sql`now()` })
      .where('person_id', '=', personId)
      .execute();
    return await replaceRecoveryCodes(transaction, personId);
  });
  if (codes) await forgetAttempts(database, [limited]);
  return codes;
}

/** Uses up a code of the app or a recovery code, or throws 401. */
export async function useSecondFactor(safe: Safe, personId: string, code: string): Promise<void> {
  const { database } = safe;
  const limited = await limitCodes(database, personId);
  const right = (await useAppCode(safe, personId, code, 'confirmed')) || (await useRecoveryCode(database, personId, code));
  if (!right) throw new Problem(401, 'The code is wrong, or has been used', { type: 'wrong-code' });
  await forgetAttempts(database, [limited]);
}

async function limitCodes(database: Kysely<Database>, personId: string): Promise<string> {
  const limited = subject(personId);
  await limitAttempts(database, limited, perPerson);
  return limited;
}

/** A code holds for its step and those beside it; taking down the step refuses it, and older ones, from then on (RFC 6238, 5.2). */
async function useAppCode({ database, secretBox }: Safe, personId: string, code: string, state: 'new' | 'confirmed'): Promise<boolean> {
  const found = await findSecondFactor(database, personId);
  if (!found || (found.confirmed_at === null) !== (state === 'new')) return false;
  const timestamp = Date.now();
  // One that was stored before secrets were sealed is sealed with its next use.
  const secret = isSealed(found.secret) ? secretBox.open(found.secret, subject(personId)) : found.secret;
  const delta = authenticator(secret).validate({ token: code.replace(/\s/g, ''), window, timestamp });
  if (delta === null) return false;
  const step = Math.floor(timestamp / 1000 / period) + delta;
  const used = await database
    .updateTable('second_factors')
    .set({ last_step: step, secret: secretBox.seal(secret, subject(personId)) })
    .where('person_id', '=', personId)
    .where('last_step', '<', step)
    .returning('last_step')
    .executeTakeFirst();
  return used !== undefined;
}

async function useRecoveryCode(database: Kysely<Database>, personId: string, code: string): Promise<boolean> {
  const used = await database
    .deleteFrom('recovery_codes')
    .where('person_id', '=', personId)
    .where('code_hash', '=', hashOf(personId, code))
    .returning('code_hash')
    .executeTakeFirst();
  return used !== undefined;
}

/** New recovery codes in place of the old ones. */
export async function replaceRecoveryCodes(transaction: Transaction<Database>, personId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodes }, () => readable(randomBytes(12), 4).toLowerCase());
  await transaction.deleteFrom('recovery_codes').where('person_id', '=', personId).execute();
  await transaction
    .insertInto('recovery_codes')
    .values(codes.map((code) => ({ person_id: personId, code_hash: hashOf(personId, code) })))
    .execute();
  return codes;
}

/** Switches the second factor off. */
export async function forgetSecondFactor(transaction: Transaction<Database>, personId: string): Promise<void> {
  await transaction.deleteFrom('second_factors').where('person_id', '=', personId).execute();
  await transaction.deleteFrom('recovery_codes').where('person_id', '=', personId).execute();
}

const hashOf = (personId: string, code: string) =>
  createHash('sha256')
    .update(`${personId} ${readTyped(code)}`)
    .digest('hex');
