import { createHash, randomBytes } from 'node:crypto';
import { sql, type Kysely, type Selectable } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { Database } from '../../database/tables.js';
import type { MailedCodeTable } from '../../contacts/tables.js';
import { Problem } from '../../http/problem.js';
import { forgetAttempts, limitAttempts, type Limit } from '../attempts.js';
import { normalEmail } from '../email.js';
import { networkOf } from '../network.js';
import { hashPassword, verifyPassword } from '../password.js';
import { readable, readTyped } from './codes.js';

export type CodePurpose = 'account-request' | 'password-reset' | 'invitation';
export type MailedCode = Selectable<MailedCodeTable>;
type GivenCode = components['schemas']['MailedCode'];

const hour = 3600;
/** Seconds for which a code can be used. */
export const codeLife: Readonly<Record<CodePurpose, number>> = {
  'account-request': hour,
  'password-reset': hour,
  invitation: 7 * 24 * hour,
};
const perNetwork: Limit = { attempts: 20, seconds: 600 };
/** The guesses that one person has at the short code's 2^40 possibilities. */
const perPerson: Limit = { attempts: 10, seconds: hour };
/** No short code is this long, and no long one this short. */
const longest = 20;

/** A new code; the former ones for the same purpose no longer work. */
export async function makeCode(
  database: Kysely<Database>,
  { purpose, personId, membershipId = null }: { purpose: CodePurpose; personId: string; membershipId?: string | null },
): Promise<{ code: string; shortCode: string }> {
  const code = randomBytes(32).toString('base64url');
  const shortCode = readable(randomBytes(8), 4);
  const short_hash = await hashPassword(readTyped(shortCode));
  const expires_at = sql<Date>`now() + ${codeLife[purpose]} * interval '1 second'`;
  await database.transaction().execute(async (transaction) => {
    await forgetCodes(transaction, { purpose, personId, membershipId });
    await transaction
      .deleteFrom('mailed_codes')
      .where('expires_at', '<', sql<Date>`now() - interval '30 days'`)
      .execute();
    await transaction
      .insertInto('mailed_codes')
      .values({ code_hash: hashOf(code), short_hash, purpose, person_id: personId, membership_id: membershipId, expires_at })
      .execute();
  });
  return { code, shortCode };
}

/** Takes back codes of the person that have been mailed, all of them or those for a purpose or for a membership. */
export async function forgetCodes(
  database: Kysely<Database>,
  { purpose, personId, membershipId }: { purpose?: CodePurpose; personId: string; membershipId?: string | null },
): Promise<void> {
  let codes = database.deleteFrom('mailed_codes').where('person_id', '=', personId).where('used_at', 'is', null);
  if (membershipId !== undefined) codes = codes.where('membership_id', 'is not distinct from', membershipId);
  if (purpose !== undefined) codes = codes.where('purpose', '=', purpose);
  await codes.execute();
}

/** The mailed code, whatever has become of it. Guessing is limited, and takes as long where there is no such person. */
export async function findCode(database: Kysely<Database>, { code, email }: GivenCode, address: string): Promise<MailedCode> {
  await limitAttempts(database, `mailed code ${networkOf(address)}`, perNetwork);
  const found = code.length > longest ? await findLong(database, code) : await findShort(database, code, normalEmail(email ?? ''));
  if (!found) throw new Problem(410, 'There is no such code', { type: 'code-unknown' });
  return found;
}

/** Throws unless the code can still be used. */
export function requireUsable({ used_at, expires_at }: MailedCode): void {
  if (used_at !== null) throw new Problem(410, 'The code has been used', { type: 'code-used' });
  if (expires_at.getTime() <= Date.now()) throw new Problem(410, 'The code has expired', { type: 'code-expired' });
}

const findLong = (database: Kysely<Database>, code: string) =>
  database.selectFrom('mailed_codes').selectAll().where('code_hash', '=', hashOf(code)).executeTakeFirst();

/** Only the last mail's short code works. */
async function findShort(database: Kysely<Database>, code: string, email: string): Promise<MailedCode | undefined> {
  const subject = `mailed code of ${email}`;
  await limitAttempts(database, subject, perPerson);
  const last = await database
    .selectFrom('mailed_codes')
    .innerJoin('people', 'people.id', 'mailed_codes.person_id')
    .selectAll('mailed_codes')
    .where('people.email', '=', email)
    .orderBy('mailed_codes.created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  const right = await verifyPassword(readTyped(code), last?.short_hash);
  if (!last || !right) return undefined;
  await forgetAttempts(database, [subject]);
  return last;
}

const hashOf = (code: string) => createHash('sha256').update(code).digest('hex');
