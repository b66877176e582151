import { randomBytes } from 'node:crypto';
import type { Insertable, Transaction } from 'kysely';
import type { PersonTable } from '../database/tables-accounts.js';
import type { Database } from '../database/tables.js';
import type { Operation } from '../http/operation.js';
import { invalid, Problem } from '../http/problem.js';
import { forgetCodes } from '../session/account/mailed-codes.js';
import { isEmail, normalEmail } from '../session/email.js';
import { effectiveOf, changedResources, nothing, requireMayChange } from './effective.js';
import { editContact, editContacts, setStatus } from './edit.js';
import { changedContact, effectiveOfContact, findContact, grantsOf, refreshSearch } from './contact.js';
import { readGrants } from './grants.js';
import { invited, limitInvitations, sendInvitation } from './invitations.js';

/** Makes somebody a contact and mails the invitation. */
export const inviteContact: Operation<'inviteContact'> = async (context, { body }, reply) => {
  const { clientId } = context;
  const email = normalEmail(body.email);
  if (!isEmail(email)) throw invalid('/email', 'invalid-email', 'This is not an e-mail address.');
  await limitInvitations(context);
  const edited = await editContacts(context, 'create', async (edit) => {
    const { transaction, actor, client } = edit;
    const { role, permissions, contractIds } = await readGrants(transaction, clientId, body.grants, '/grants');
    const effective = effectiveOf(permissions, contractIds);
    requireMayChange(actor.effective, nothing, effective);
    const name = body.name.trim();
    const isNew = await addPerson(transaction, { id: newId('per'), name, email, locale: body.language ?? 'en', email_proven: false });
    const { id: personId } = await transaction.selectFrom('people').select('id').where('email', '=', email).executeTakeFirstOrThrow();
    const own = await transaction
      .selectFrom('memberships')
      .select('id')
      .where('client_id', '=', clientId)
      .where('person_id', '=', personId)
      .executeTakeFirst();
    if (own) throw invalid('/email', 'already-a-contact', 'This person is a contact already.');
    const id = newId('mem');
    await transaction
      .insertInto('memberships')
      .values({
        id,
        person_id: personId,
        client_id: clientId,
        role,
        permissions: JSON.stringify(permissions),
        contract_ids: contractIds && JSON.stringify(contractIds),
        invited_as: isNew ? null : name,
        title: body.title ?? null,
        phone: body.phone ?? null,
        search_text: '',
        ...invited,
      })
      .execute();
    await refreshSearch(transaction, personId);
    const row = (await findContact(transaction, clientId, id))!;
    await edit.record(row, {
      action: 'invited',
      after: { name, email, ...grantsOf(row) },
      resources: changedResources(nothing, effective),
    });
    await sendInvitation(transaction, row, { name: actor.name, client: client.name });
    return { contact: row, actor };
  });
  reply.code(201);
  return changedContact(edited);
};

/** Adds a person unless the company knows the address, or another client is inviting it just now; resolves to whether it is new. */
async function addPerson(transaction: Transaction<Database>, person: Insertable<PersonTable>): Promise<boolean> {
  const added = await transaction
    .insertInto('people')
    .values(person)
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/** Mails the invitation again, or for the first time to who had no login. */
export const resendInvitation: Operation<'resendInvitation'> = async (context, { path }) => {
  await limitInvitations(context);
  const edited = await editContact(context, { id: path.contactId, action: 'create' }, async (contact, edit) => {
    const { transaction, actor, client } = edit;
    if (contact.stored_status !== 'invited' && contact.stored_status !== 'no-login')
      throw new Problem(409, 'The person has an account already', { type: 'already-has-account' });
    requireMayChange(actor.effective, nothing, effectiveOfContact(contact));
    await transaction.updateTable('memberships').set(invited).where('id', '=', contact.id).execute();
    await forgetCodes(transaction, { personId: contact.person_id, membershipId: contact.id });
    await sendInvitation(transaction, contact, { name: actor.name, client: client.name });
    await edit.record(contact, { action: contact.stored_status === 'invited' ? 'invitation-resent' : 'invited' });
  });
  return changedContact(edited);
};

/** Takes an invitation back. */
export const cancelInvitation: Operation<'cancelInvitation'> = async (context, { path }) => {
  const edited = await editContact(context, { id: path.contactId, action: 'delete' }, async (contact, edit) => {
    if (contact.stored_status !== 'invited') throw new Problem(409, 'The invitation has been accepted, or there is none');
    requireMayChange(edit.actor.effective, effectiveOfContact(contact), nothing);
    await setStatus(contact, edit, 'no-login', new Date());
    await forgetCodes(edit.transaction, { personId: contact.person_id, membershipId: contact.id });
    await edit.record(contact, { action: 'invitation-cancelled' });
  });
  return changedContact(edited);
};

/** A new id of a person or of a membership. */
const newId = (kind: 'per' | 'mem'): string => `${kind}_${randomBytes(12).toString('base64url')}`;
