import { can } from 'portal-elements/permissions.js';
import type { Operation } from '../http/operation.js';
import { Problem } from '../http/problem.js';
import { abilitiesOf, changedResources, requireHeld } from './abilities.js';
import { answer } from './answer.js';
import { editContact } from './change.js';
import { contactAbilities, grantsOf } from './contact.js';
import { readGrants } from './grants.js';

/** Says what a contact may do. */
export const setContactPermissions: Operation<'setContactPermissions'> = async (context, { path, body, headers }) => {
  const edited = await editContact(
    context,
    { id: path.contactId, action: 'update', ifMatch: headers['if-match'] },
    async (contact, edit) => {
      const { transaction, actor } = edit;
      const { role, permissions, contractIds } = await readGrants(transaction, context.clientId, body, '');
      const [before, after] = [contactAbilities(contact), abilitiesOf(permissions, contractIds)];
      requireHeld(actor.abilities, before, after);
      const manages = (abilities: typeof before) => can(abilities.effective, 'profile.contacts', 'update');
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
  return answer(edited);
};
