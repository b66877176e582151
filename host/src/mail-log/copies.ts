import type { Kysely } from 'kysely';
import { can } from 'portal-elements/permissions.js';
import { effectiveOfContact, selectContacts } from '../contacts/contact.js';
import type { Database } from '../database/tables.js';
import { Problem } from '../http/problem.js';
import type { Operation } from '../http/operation.js';
import type { Owners } from '../http/ownership.js';
import { queue } from '../mail/queue.js';
import type { Mail } from '../mail/transport.js';
import { countAttempt, type Limit } from '../session/attempts.js';
import { isEmail } from '../session/email.js';
import { signedIn } from '../session/operations.js';
import { attachmentsOf, contentOf, findMail } from './read.js';
import { mayKnow } from './visible.js';

/** Copies for one person: who needs more downloads them. */
const perPerson: Limit = { attempts: 10, seconds: 3600 };

/** Sends a mail of the log again, to the person who asks and nobody else. */
export const sendMailCopy: Operation<'sendMailCopy'> = async (context, { path }, reply) => {
  const { database, personId } = context;
  const mail = await findMail(context, path.mailId);
  const { person, membershipId } = signedIn(context);
  if (mail.text === null) throw new Problem(409, 'The mail is not written yet', { type: 'mail-not-written' });
  if (mail.is_redacted) throw new Problem(409, 'The links and codes of this mail are not kept', { type: 'mail-redacted' });
  if (!isEmail(person.email)) throw new Problem(409, 'You have no address that mail can be sent to', { type: 'no-address' });
  const wait = await countAttempt(database, `mail copies of ${personId}`, perPerson);
  if (wait > 0)
    throw new Problem(429, 'You have had too much mail sent again', {
      type: 'too-many-copies',
      detail: `At most ${perPerson.attempts} mails an hour are sent again for one person.`,
      headers: { 'Retry-After': String(wait) },
    });
  await database.transaction().execute((transaction) => queue(transaction, { kind: 'copy', mailId: mail.id, membershipId }));
  reply.code(202);
  return { to: person.email };
};

/** The copy that waits under this id, unless its receiver may no longer know of it. */
export async function findCopy(
  { database, owners }: { database: Kysely<Database>; owners: Owners },
  messageId: string,
  membershipId: string,
): Promise<Mail | undefined> {
  const copy = await database.selectFrom('mails').select(['id', 'client_id']).where('message_id', '=', messageId).executeTakeFirst();
  const clientId = copy?.client_id ?? '';
  const contact = await selectContacts(database, clientId)
    .where('contact.id', '=', membershipId)
    .where('contact.stored_status', '=', 'active')
    .executeTakeFirst();
  if (!copy || !contact) return undefined;
  const { set } = effectiveOfContact(contact);
  const viewer = { database, clientId, membershipId, owners, contractIds: contact.contract_ids ?? undefined };
  const known = await mayKnow({ ...viewer, can: (resource, action) => can(set, resource, action) });
  const found = await database
    .selectFrom('mails')
    .select(['id', 'subject', 'text', 'html'])
    .where('id', '=', copy.id)
    .where(known)
    .executeTakeFirst();
  if (!found || !can(set, 'reports.mail-log', 'view')) return undefined;
  return { to: contact.email, ...contentOf(found), attachments: await attachmentsOf(database, found.id) };
}
