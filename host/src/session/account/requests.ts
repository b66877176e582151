import { sql, type Transaction } from 'kysely';
import { invited, mayHaveAccount } from '../../contacts/invitations.js';
import type { Database } from '../../database/tables.js';
import { company } from '../../company.js';
import type { LetterName } from '../../mail/template.js';
import { queue, type QueuedLetter, type QueuedRequest } from '../../mail/queue.js';

type Request<Kind extends QueuedRequest['kind']> = Extract<QueuedRequest, { kind: Kind }>;

/** Finds out what becomes of a guest's request, which has been answered alike in any case, and queues the mail that says so. */
export function answerRequest(transaction: Transaction<Database>, request: QueuedRequest, staffMail: string | undefined): Promise<void> {
  return request.kind === 'password-reset' ? resetPassword(transaction, request) : openAccount(transaction, request, staffMail);
}

async function resetPassword(transaction: Transaction<Database>, { email, language }: Request<'password-reset'>): Promise<void> {
  const person = await findPerson(transaction, email);
  if (!person || !(await belongsSomewhere(transaction, person.id))) return;
  const letter = (name: LetterName, more: Partial<QueuedLetter>) =>
    queue(transaction, letterTo(person, language, name, { name: person.name }, more));
  if (person.password_managed_at !== null)
    return await letter('password-elsewhere', { link: person.password_managed_at, receiver: { personId: person.id } });
  if (person.password_hash === null) return;
  await letter('password-reset', { code: { purpose: 'password-reset', personId: person.id } });
}

/** Someone who belongs to no client any more has no use for a password. */
async function belongsSomewhere(transaction: Transaction<Database>, personId: string): Promise<boolean> {
  const found = await transaction
    .selectFrom('memberships')
    .select('id')
    .where('person_id', '=', personId)
    .where('status', 'in', ['active', 'invited'])
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

async function openAccount(
  transaction: Transaction<Database>,
  { contractNumber, email, language }: Request<'account-request'>,
  staffMail: string | undefined,
): Promise<void> {
  const person = await findPerson(transaction, email);
  const matches = await transaction
    .selectFrom('contracts')
    .innerJoin('clients', 'clients.id', 'contracts.client_id')
    .leftJoin('memberships', (join) =>
      join.onRef('memberships.client_id', '=', 'clients.id').on('memberships.person_id', '=', person?.id ?? ''),
    )
    .select(['clients.name as client', 'memberships.id', 'memberships.status', 'memberships.invitation_expires_at'])
    .where(sql<string>`upper(contracts.number)`, '=', contractNumber.toUpperCase())
    .orderBy(sql`memberships.id nulls last`)
    .limit(1)
    .execute();
  const [match] = matches;
  if (!match) return;
  const { client } = match;
  const isContact = person !== undefined && mayHaveAccount(match);
  if (staffMail !== undefined && (!isContact || person.needs_review)) {
    const values = { email, contractNumber, client, name: isContact ? person.name : '' };
    await queue(transaction, { kind: 'letter', letter: 'review', to: staffMail, language: company.language, values });
  }
  if (!isContact) return;
  const hasAccount = person.password_hash !== null || person.password_managed_at !== null;
  if (hasAccount && match.status === 'no-login') await inviteToSignIn(transaction, match.id!);
  const values = { name: person.name, client };
  await queue(
    transaction,
    hasAccount
      ? letterTo(person, language, 'account-exists', values, { link: '/sign-in', receiver: { membershipId: match.id! } })
      : letterTo(person, language, 'account', values, {
          code: { purpose: 'account-request', personId: person.id, membershipId: match.id! },
        }),
  );
}

/** Invites a person who has an account for another client: signing in proves them to be the contact. */
async function inviteToSignIn(transaction: Transaction<Database>, membershipId: string): Promise<void> {
  await transaction.updateTable('memberships').set(invited).where('id', '=', membershipId).execute();
}

const findPerson = (transaction: Transaction<Database>, email: string) =>
  transaction
    .selectFrom('people')
    .select(['id', 'name', 'email', 'locale', 'password_hash', 'password_managed_at', 'needs_review'])
    .where('email', '=', email)
    .executeTakeFirst();

function letterTo(
  person: { email: string; locale: string },
  language: string | undefined,
  letter: LetterName,
  values: QueuedLetter['values'],
  more: Partial<QueuedLetter>,
): QueuedLetter {
  return { kind: 'letter', letter, to: person.email, language: language ?? person.locale, values, ...more };
}
