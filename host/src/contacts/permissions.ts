import { can } from 'portal-elements/permissions.js';
import type { Operation } from '../http/operation.js';
import { Problem } from '../http/problem.js';
import { effectiveOf, changedResources, requireMayChange } from './effective.js';
import { editContact } from './edit.js';
import { changedContact, effectiveOfContact, grantsOf } from './contact.js';
import { readGrants } from './grants.js';

/** Says what a contact may do. */
export const setContactPermissions: Operation<'setContactPermissions'> = async (context, { path, body, headers }) => {
  const edited = await editContact(
    context,
    { id: path.contactId, action: 'update', ifMatch: headers['if-match'] },
    async (contact, edit) => {
      const { transaction, actor } = edit;
      const { role, permissions, contractIds } = await readGrants(transaction, context.clientId, body, '');
      const [before, after] = [effectiveOfContact(contact), effectiveOf(permissions, contractIds)];
      requireMayChange(actor.effective, before, after);
      const manages = (effective: typeof before) => can(effective.set, 'profile.contacts', 'update');
      if (contact.id === actor.membershipId && manages(before) && !manages(after))
        throw new Problem(409, 'You would cut yourself off', { type: 'yourself' });
      const stored = { role, permissions: JSON.stringify(permissions), contract_ids: contractIds && JSON.stringify(contractIds) };
      await transaction.updateTable('memberships').set(stored).where('id', '=', contact.id).execute();
      await edit.record(contact, {
        action: 'permissions-changed',
        before: grantsOf(contact),
        after: { ...body, contractIds },
        resources: changedResources(before, after),
      });
    },
  );
  return changedContact(edited);
};
