import { forgetCodes } from '../session/account/mailed-codes.js';
import { forgetSecondFactor } from '../session/account/second-factor.js';
import type { Operation } from '../http/operation.js';
import { Problem } from '../http/problem.js';
import { queue } from '../mail/queue.js';
import { endSessions } from '../session/sessions.js';
import { nothing, requireMayChange } from './effective.js';
import { editContact, endContactSessions, requireOther, setStatus } from './edit.js';
import { changedContact, effectiveOfContact, grantsOf } from './contact.js';

/** Keeps a contact out, for as long as it is not reactivated. */
export const deactivateContact: Operation<'deactivateContact'> = async (context, { path }) => {
  const edited = await editContact(context, { id: path.contactId, action: 'update' }, async (contact, edit) => {
    if (contact.stored_status === 'inactive') return;
    requireOther(contact, edit);
    requireMayChange(edit.actor.effective, effectiveOfContact(contact), nothing);
    await setStatus(contact, edit, 'inactive');
    await forgetCodes(edit.transaction, { personId: contact.person_id, membershipId: contact.id });
    await endContactSessions(edit, contact);
    await edit.record(contact, { action: 'deactivated' });
  });
  return changedContact(edited);
};

/** Lets a contact in again. */
export const reactivateContact: Operation<'reactivateContact'> = async (context, { path }) => {
  const edited = await editContact(context, { id: path.contactId, action: 'update' }, async (contact, edit) => {
    if (contact.stored_status !== 'inactive') return;
    requireMayChange(edit.actor.effective, nothing, effectiveOfContact(contact));
    // A person who never signed in is a contact without a login again.
    await setStatus(contact, edit, contact.accepted_at === null ? 'no-login' : 'active');
    await edit.record(contact, { action: 'reactivated' });
  });
  return changedContact(edited);
};

/** Switches the second factor of a contact off who has lost it. */
export const resetContactSecondFactor: Operation<'resetContactSecondFactor'> = async (context, { path }) => {
  const edited = await editContact(context, { id: path.contactId, action: 'update' }, async (contact, edit) => {
    const { transaction, actor } = edit;
    requireOther(contact, edit);
    requireMayChange(actor.effective, nothing, effectiveOfContact(contact));
    if (contact.belongs_to_several)
      throw new Problem(409, 'The person belongs to other clients too; please ask the company', { type: 'belongs-to-several' });
    if (!contact.second_factor) throw new Problem(409, 'The person has no second factor');
    await forgetSecondFactor(transaction, contact.person_id);
    await endSessions(transaction, contact.person_id);
    const values = { name: contact.name, by: actor.name };
    await queue(transaction, {
      kind: 'letter',
      letter: 'second-factor-off',
      to: contact.email,
      language: contact.locale,
      values,
      link: '/sign-in',
      receiver: { membershipId: contact.id },
    });
    await edit.record(contact, { action: 'second-factor-reset' });
  });
  return changedContact(edited);
};

/** Takes a contact out; a person who is nobody's contact any more is forgotten, but for what was written down. */
export const deleteContact: Operation<'deleteContact'> = async (context, { path }, reply) => {
  await editContact(context, { id: path.contactId, action: 'delete' }, async (contact, edit) => {
    requireOther(contact, edit);
    requireMayChange(edit.actor.effective, effectiveOfContact(contact), nothing);
    await edit.record(contact, { action: 'deleted', before: { name: contact.name, email: contact.email, ...grantsOf(contact) } });
    await edit.transaction.deleteFrom('memberships').where('id', '=', contact.id).execute();
    if (!contact.belongs_to_several) await edit.transaction.deleteFrom('people').where('id', '=', contact.person_id).execute();
  });
  reply.code(204);
};
