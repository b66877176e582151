import type { Selectable } from 'kysely';
import { recordOfGuest } from '../../event-log/sign-ins.js';
import { acceptMembership } from '../../contacts/invitations.js';
import type { PersonTable } from '../../database/tables-accounts.js';
import { cookieName } from '../../http/guard.js';
import type { Operation, OperationContext } from '../../http/operation.js';
import { invalid, Problem } from '../../http/problem.js';
import { queue, type QueuedRequest } from '../../mail/queue.js';
import { forgetAttempts, limitAttempts, type Limit } from '../attempts.js';
import { isEmail, normalEmail } from '../email.js';
import { accountSubject } from '../locked.js';
import { networkOf } from '../network.js';
import { describeSession, visitorOf } from '../operations.js';
import { hashPassword } from '../password.js';
import { callerByCookie, endSessionOf, endSessions, startSession } from '../sessions.js';
import { firstMembership } from '../sign-in.js';
import { findCode, forgetCodes, requireUsable, type MailedCode } from './mailed-codes.js';
import { passwordPolicy, requireGoodPassword } from './password-policy.js';
import { tellOfNewPassword } from './passwords.js';
import { hasSecondFactor } from './second-factor.js';

type Person = Pick<
  Selectable<PersonTable>,
  'id' | 'name' | 'email' | 'locale' | 'password_hash' | 'password_managed_at' | 'email_proven' | 'needs_review'
>;

const perNetwork: Limit = { attempts: 20, seconds: 3600 };
/** Mails to one person, so that nobody's mailbox is filled. */
const perEmail: Limit = { attempts: 5, seconds: 3600 };

/** Asks for an account. What becomes of it is found out after the answer, and said by mail alone. */
export const requestAccount: Operation<'requestAccount'> = async (context, { body, raw }, reply) => {
  const request = { kind: 'account-request', contractNumber: body.contractNumber.trim(), email: normalEmail(body.email) } as const;
  if (!isEmail(request.email)) throw invalid('/email', 'invalid-email', 'This is not an e-mail address.');
  await take(context, { ...request, ...(body.language !== undefined && { language: body.language }) }, raw.ip);
  recordOfGuest(context.database, 'requestAccount', request.email, raw);
  reply.code(202);
};

/** Asks for a mail by which a forgotten password is replaced. */
export const requestPasswordReset: Operation<'requestPasswordReset'> = async (context, { body, raw }, reply) => {
  const request = { kind: 'password-reset', email: normalEmail(body.email) } as const;
  await take(context, { ...request, ...(body.language !== undefined && { language: body.language }) }, raw.ip);
  recordOfGuest(context.database, 'requestPasswordReset', request.email, raw);
  reply.code(202);
};

async function take({ database }: OperationContext, request: QueuedRequest, address: string): Promise<void> {
  await limitAttempts(database, `${request.kind} from ${networkOf(address)}`, perNetwork);
  await limitAttempts(database, `${request.kind} of ${request.email}`, perEmail);
  await queue(database, request);
}

/** The purpose of a mailed code. */
export const checkMailedCode: Operation<'checkMailedCode'> = async ({ database }, { body, raw }) => {
  const code = await findCode(database, body, raw.ip);
  const person = await personOf(database, code);
  requireUsable(code);
  requireFree(code, person);
  const client = await clientOf(database, code);
  return {
    purpose: code.purpose,
    email: person.email,
    name: person.name,
    ...(client && { clientName: client.name }),
    expiresAt: code.expires_at.toISOString(),
    policy: passwordPolicy,
  };
};

/** Sets a password by a mailed code, ends every session of the person and that of the browser, and signs in who has no second factor. */
export const setPassword: Operation<'setPassword'> = async ({ database, settings, event }, { body, raw }, reply) => {
  const given = await findCode(database, body, raw.ip);
  const person = await personOf(database, given);
  requireUsable(given);
  requireFree(given, person);
  const client = await clientOf(database, given);
  requireGoodPassword('/password', body.password, { names: [person.name, person.email, ...(client ? [client.name] : [])] });
  await takePassword(database, given, person, await hashPassword(body.password));
  await endSessionOf(database, raw.cookies[cookieName]);
  await forgetAttempts(database, [accountSubject(person.email), `password ${person.id}`]);
  const membership = (await hasSecondFactor(database, person.id)) ? undefined : await firstMembership(database, person.id);
  if (!membership) {
    recordOfGuest(database, 'setPassword', person.email, raw);
    reply.code(204).clearCookie(cookieName);
    return undefined;
  }
  const token = await startSession(database, membership, visitorOf(raw), settings.sessionMinutes);
  const caller = await callerByCookie(database, token, { minutes: settings.sessionMinutes, counts: false, address: raw.ip });
  if (!caller) throw new Problem(401, 'The session has ended');
  event.caller = caller;
  reply.code(201).setCookie(cookieName, token);
  return await describeSession(database, caller);
};

/** The code is used, and all sessions of the person end. */
async function takePassword(
  database: OperationContext['database'],
  given: MailedCode,
  person: Person,
  password_hash: string,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    // Of two that come with the same code at the same time, the second finds it used.
    const code = await transaction
      .selectFrom('mailed_codes')
      .selectAll()
      .where('code_hash', '=', given.code_hash)
      .forUpdate()
      .executeTakeFirst();
    if (!code) throw new Problem(410, 'There is no such code', { type: 'code-unknown' });
    requireUsable(code);
    const now = new Date();
    await transaction.updateTable('mailed_codes').set({ used_at: now }).where('code_hash', '=', code.code_hash).execute();
    await transaction
      .updateTable('people')
      .set({ password_hash, password_expired: false, password_changed_at: now, email_proven: true })
      .where('id', '=', person.id)
      .execute();
    if (code.membership_id !== null) await acceptMembership(transaction, code.membership_id, person);
    await forgetCodes(transaction, { personId: person.id, purpose: 'password-reset' });
    await endSessions(transaction, person.id);
    if (code.purpose === 'password-reset') await tellOfNewPassword(transaction, person);
  });
}

async function personOf(database: OperationContext['database'], code: MailedCode): Promise<Person> {
  return await database
    .selectFrom('people')
    .select(['id', 'name', 'email', 'locale', 'password_hash', 'password_managed_at', 'email_proven', 'needs_review'])
    .where('id', '=', code.person_id)
    .executeTakeFirstOrThrow();
}

const clientOf = (database: OperationContext['database'], { membership_id }: MailedCode) =>
  database
    .selectFrom('memberships')
    .innerJoin('clients', 'clients.id', 'memberships.client_id')
    .select('clients.name')
    .where('memberships.id', '=', membership_id)
    .executeTakeFirst();

/** Throws 409 where the code is for a new account, and there is one, or the company wants to look at the person first. */
function requireFree({ purpose }: MailedCode, person: Person): void {
  if (purpose === 'password-reset') return;
  const hasAccount = (person.password_hash !== null && person.email_proven) || person.password_managed_at !== null;
  if (hasAccount) throw new Problem(409, 'You have an account already; please sign in', { type: 'already-has-account' });
  if (person.needs_review) throw new Problem(409, 'The company has to look at the request first', { type: 'needs-review' });
}
