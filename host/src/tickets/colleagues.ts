import type { components } from 'portal-elements/contract';
import { selectContacts } from '../contacts/contact.js';
import type { TicketViewer } from './port.js';

/** The others of the company who can read what they are put in copy of. */
export async function colleaguesOf({ database, clientId, caller }: TicketViewer): Promise<components['schemas']['TicketPerson'][]> {
  const rows = await selectContacts(database, clientId)
    .where('contact.stored_status', 'in', ['active', 'invited'])
    .where('contact.id', '<>', caller?.membershipId ?? '')
    .orderBy('contact.name')
    .execute();
  return rows.map(({ id, name }) => ({ id, name }));
}
