import { forgetCodes } from '../session/account/mailed-codes.js';
import { requirePassword } from '../session/account/passwords.js';
import type { Operation } from '../http/operation.js';
import { invalid } from '../http/problem.js';
import { queue } from '../mail/queue.js';
import { isEmail, normalEmail } from '../session/email.js';
import { nothing, requireMayChange } from './effective.js';
import { editContact, type ContactEdit } from './edit.js';
import { changedContact, effectiveOfContact, findContact, refreshSearch, type ContactRow } from './contact.js';
import { limitInvitations, sendInvitation } from './invitations.js';

/** Changes who a contact is. */
export const updateContact: Operation<'updateContact'> = async (context, { path, body, headers }) => {
  const { password, ...wanted } = body;
  const email = wanted.email === undefined ? undefined : normalEmail(wanted.email);
  if (email !== undefined && !isEmail(email)) throw invalid('/email', 'invalid-email', 'This is not an e-mail address.');
  // Before the transaction, for it takes long; which address the contact has is seen again in it.
  const present = await findContact(context.database, context.clientId, path.contactId);
  const changesEmail = email !== undefined && email !== present?.email;
  if (changesEmail) {
    await requirePassword(context.database, context.personId, '/password', password ?? '');
    await limitInvitations(context);
  }
  const edited = await editContact(
    context,
    { id: path.contactId, action: 'update', ifMatch: headers['if-match'] },
    async (contact, edit) => {
      const { transaction } = edit;
      const before = detailsOf(contact);
      const after = {
        name: wanted.name?.trim() ?? before.name,
        email: changesEmail ? email : before.email,
        title: wanted.title === undefined ? before.title : wanted.title,
        phone: wanted.phone === undefined ? before.phone : wanted.phone,
        language: wanted.language ?? before.language,
      };
      const changed = (Object.keys(after) as (keyof typeof after)[]).filter((key) => after[key] !== before[key]);
      if (changed.length === 0) return;
      const own = personal.find((key) => changed.includes(key));
      if (contact.belongs_to_several && own)
        throw invalid(`/${own}`, 'belongs-to-several', 'The person belongs to other clients too and keeps what is personal.');
      if (after.email !== before.email) await changeEmail(contact, after.email, edit);
      const { name, title, phone, language } = after;
      if (own) await transaction.updateTable('people').set({ name, locale: language }).where('id', '=', contact.person_id).execute();
      await transaction.updateTable('memberships').set({ title, phone }).where('id', '=', contact.id).execute();
      await refreshSearch(transaction, contact.person_id);
      const only = (details: typeof after) => Object.fromEntries(changed.map((key) => [key, details[key]]));
      await edit.record(contact, { action: 'details-changed', before: only(before), after: only(after) });
    },
  );
  return changedContact(edited);
};

/** The values that a person has wherever the person is a contact. */
const personal = ['name', 'email', 'language'] as const;

const detailsOf = ({ name, email, title, phone, locale }: ContactRow) => ({ name, email, title, phone, language: locale });

/** Changes the address. Whoever gets a person's mail gets the account, so only somebody who may do all that the person may can do this. */
async function changeEmail(contact: ContactRow, email: string, { transaction, actor, client }: ContactEdit): Promise<void> {
  if (contact.id !== actor.membershipId) requireMayChange(actor.effective, nothing, effectiveOfContact(contact));
  const taken = await transaction.selectFrom('people').select('id').where('email', '=', email).executeTakeFirst();
  if (taken) throw invalid('/email', 'address-in-use', 'This address cannot be used.');
  await transaction.updateTable('people').set({ email, email_proven: false }).where('id', '=', contact.person_id).execute();
  await forgetCodes(transaction, { personId: contact.person_id });
  if (contact.has_account) {
    const values = { name: contact.name, by: actor.name, email };
    await queue(transaction, {
      kind: 'letter',
      letter: 'email-changed',
      to: contact.email,
      language: contact.locale,
      values,
      receiver: { membershipId: contact.id },
    });
  }
  if (contact.stored_status === 'invited')
    await sendInvitation(transaction, { ...contact, email, email_proven: false }, { name: actor.name, client: client.name });
}
