import { sql, type Kysely } from 'kysely';
import { codeLife } from '../session/account/mailed-codes.js';
import type { Database } from '../database/tables.js';
import type { OperationContext } from '../http/operation.js';
import { queue } from '../mail/queue.js';
import { limitAttempts, type Limit } from '../session/attempts.js';
import { recordChange } from './audit-log.js';
import { refreshSearch } from './contact.js';

/** The time in which an invitation can be accepted. */
export const invitationDays = codeLife.invitation / 86_400;

const invitationEnd = sql<Date>`now() + ${invitationDays} * interval '1 day'`;

/** The columns of an invitation in a newly invited contact's row. */
export const invited = { status: 'invited', invitation_expires_at: invitationEnd } as const;

/** Invitations of one client, for each is a mail to somebody. */
const perClient: Limit = { attempts: 50, seconds: 3600 };

/** Throws 429 when the client has sent too many mails to addresses that it chose. */
export const limitInvitations = ({ database, clientId }: OperationContext): Promise<void> =>
  limitAttempts(database, `invitations of ${clientId}`, perClient);

/** Tells whether a contact may set up an account: one who has been deactivated may not, nor one whose invitation was taken back. */
export const mayHaveAccount = ({ status, invitation_expires_at }: { status: string | null; invitation_expires_at: Date | null }): boolean =>
  status !== null && status !== 'inactive' && (status !== 'no-login' || invitation_expires_at === null);

interface Invited {
  id: string;
  person_id: string;
  email: string;
  name: string;
  locale: string;
  has_account: boolean;
  email_proven: boolean;
}

/** Mails an invitation: with a code for a password, or, to who has proven the address before, to sign in. */
export async function sendInvitation(database: Kysely<Database>, contact: Invited, by: { name: string; client: string }): Promise<void> {
  const canSignIn = contact.has_account && contact.email_proven;
  await queue(database, {
    kind: 'letter',
    letter: canSignIn ? 'invitation-sign-in' : 'invitation',
    to: contact.email,
    language: contact.locale,
    values: { name: contact.name, by: by.name, client: by.client },
    ...(canSignIn
      ? { link: '/sign-in', receiver: { membershipId: contact.id } }
      : { code: { purpose: 'invitation', personId: contact.person_id, membershipId: contact.id } }),
  });
}

interface Accepting {
  id: string;
  name: string;
  email_proven: boolean;
}

/** Accepts, for the person who signs in, what they have been invited to, if the address that the invitations went to is known to be theirs. */
export async function acceptInvitations(database: Kysely<Database>, person: Accepting): Promise<void> {
  if (!person.email_proven) return;
  await database.transaction().execute(async (transaction) => {
    const open = await transaction
      .selectFrom('memberships')
      .select('id')
      .where('person_id', '=', person.id)
      .where('status', '=', 'invited')
      .where('invitation_expires_at', '>', sql<Date>`now()`)
      .execute();
    for (const { id } of open) await acceptMembership(transaction, id, person);
  });
}

/** Makes a contact active who has shown to be the one. One who has been deactivated stays so. */
export async function acceptMembership(database: Kysely<Database>, membershipId: string, person: { name: string }): Promise<void> {
  const contact = await database
    .updateTable('memberships')
    .set({ status: 'active', invited_as: null, invitation_expires_at: null, accepted_at: sql<Date>`now()` })
    .where('id', '=', membershipId)
    .where('status', 'in', ['invited', 'no-login'])
    .returning(['id', 'client_id', 'person_id'])
    .executeTakeFirst();
  if (!contact) return;
  await refreshSearch(database, contact.person_id);
  await recordChange(database, { contact, action: 'account-set-up', by: { id: contact.id, name: person.name } });
}
