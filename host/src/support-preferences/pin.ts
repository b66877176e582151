import { randomInt, timingSafeEqual } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { SecretBox } from '../database/secret-box.js';
import type { Database } from '../database/tables.js';
import type { Operation, OperationContext } from '../http/operation.js';
import { Problem } from '../http/problem.js';
import { countAttempt, limitAttempts, type Limit } from '../session/attempts.js';
import { signedIn } from '../session/operations.js';

type SupportPin = components['schemas']['SupportPin'];

const digits = 6;
/** The time for which it is shown. */
const seconds = 60;
const perPerson: Limit = { attempts: 30, seconds: 5 * 60 };
/** A caller cannot try all that there are, whoever answers the telephone. */
const perClient: Limit = { attempts: 10, seconds: 15 * 60 };

const subject = (membershipId: string) => `support pin ${membershipId}`;

/** A PIN as the database keeps it. */
export const sealPin = (box: SecretBox, membershipId: string, pin: string): string => box.seal(pin, subject(membershipId));

/** Makes a new PIN; that this was done is an event, the PIN is not. */
export const renewSupportPin: Operation<'renewSupportPin'> = async (context): Promise<SupportPin> => {
  const { database, secretBox } = context;
  const { membershipId } = signedIn(context);
  await limit(context);
  const pin = String(randomInt(10 ** digits)).padStart(digits, '0');
  const renewed = { pin: sealPin(secretBox, membershipId, pin), pin_renewed_at: new Date() };
  await database
    .insertInto('support_preferences')
    .values({ membership_id: membershipId, ...renewed })
    .onConflict((conflict) => conflict.column('membership_id').doUpdateSet(renewed))
    .execute();
  return { pin, renewedAt: renewed.pin_renewed_at.toISOString(), seconds };
};

/** Shows the PIN to the person whose it is. */
export const revealSupportPin: Operation<'revealSupportPin'> = async (context): Promise<SupportPin> => {
  const { membershipId } = signedIn(context);
  await limit(context);
  const kept = await context.database
    .selectFrom('support_preferences')
    .select(['pin', 'pin_renewed_at'])
    .where('membership_id', '=', membershipId)
    .executeTakeFirst();
  if (!kept?.pin || !kept.pin_renewed_at) throw new Problem(409, 'There is no PIN yet', { type: 'no-pin' });
  return { pin: context.secretBox.open(kept.pin, subject(membershipId)), renewedAt: kept.pin_renewed_at.toISOString(), seconds };
};

const limit = ({ database, personId }: OperationContext) => limitAttempts(database, `support pin ${personId}`, perPerson);

/** Who has read out a PIN. */
export interface PinHolder {
  membershipId: string;
  name: string;
  email: string;
}

/**
 * For the company's people: who calls for the client of this number and has read out this PIN. `unknown`: nobody who can use the portal
 * has it; `wait`: too many were tried for this client, and whether this is one is not said.
 */
export async function whoHasPin(
  database: Kysely<Database>,
  secretBox: SecretBox,
  { clientNumber, pin }: { clientNumber: string; pin: string },
): Promise<PinHolder | 'unknown' | 'wait'> {
  if ((await countAttempt(database, `support pin of client ${clientNumber}`, perClient)) > 0) return 'wait';
  const contacts = await database
    .selectFrom('support_preferences')
    .innerJoin('memberships', 'memberships.id', 'support_preferences.membership_id')
    .innerJoin('people', 'people.id', 'memberships.person_id')
    .innerJoin('clients', 'clients.id', 'memberships.client_id')
    .where('clients.number', '=', clientNumber)
    .where('memberships.status', '=', 'active')
    .where('support_preferences.pin', 'is not', null)
    .select(['memberships.id as membershipId', 'people.name', 'people.email', 'support_preferences.pin'])
    .execute();
  const said = Buffer.from(pin.replace(/\s/g, ''));
  const holders = contacts.filter(({ membershipId, pin: sealed }) => {
    const known = Buffer.from(secretBox.open(sealed!, subject(membershipId)));
    return known.length === said.length && timingSafeEqual(known, said);
  });
  // Where two have the same by chance, it says of nobody who calls.
  const [holder, other] = holders;
  if (!holder || other) return 'unknown';
  return { membershipId: holder.membershipId, name: holder.name, email: holder.email };
}
