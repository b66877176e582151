import type { Kysely } from 'kysely';
import type { components } from 'portal-elements/contract';
import { effectiveOfContact, selectContacts, type ContactRow } from '../contacts/contact.js';
import type { Database } from '../database/tables.js';
import { etagOfState } from '../http/etag.js';
import type { OperationContext } from '../http/operation.js';
import { signedIn } from '../session/operations.js';
import { categories, cellsOf, channels, type Choices } from './categories.js';

type Settings = components['schemas']['NotificationSettings'];

/** A contact with what the person has chosen. */
export type Chooser = Pick<ContactRow, 'id' | 'name' | 'email' | 'locale' | 'permissions' | 'contract_ids'> & { choices: Choices };

/** The client's active contacts, or one of them, with what they have chosen. */
export async function findChoosers(database: Kysely<Database>, clientId: string, membershipId?: string): Promise<Chooser[]> {
  let active = selectContacts(database, clientId).where('contact.stored_status', '=', 'active');
  if (membershipId !== undefined) active = active.where('contact.id', '=', membershipId);
  const contacts = await active.orderBy('contact.name').orderBy('contact.id').execute();
  if (contacts.length === 0) return [];
  const ids = contacts.map(({ id }) => id);
  const chosen = await database.selectFrom('notification_settings').selectAll().where('membership_id', 'in', ids).execute();
  return contacts.map((contact) => ({ ...contact, choices: chosen.filter(({ membership_id }) => membership_id === contact.id) }));
}

/** The settings of mail that the asking person may see. */
export async function readSettings(context: OperationContext, database = context.database): Promise<Settings> {
  const { membershipId } = signedIn(context);
  const mayOthers = context.can('profile.contacts', 'update');
  const choosers = await findChoosers(database, context.clientId, mayOthers ? undefined : membershipId);
  const people = choosers.map(({ id, name, email, choices, ...contact }) => ({
    contactId: id,
    name,
    email,
    yourself: id === membershipId,
    editable: context.can('billing.email', 'update'),
    cells: cellsOf(effectiveOfContact(contact), choices),
  }));
  return {
    etag: settingsEtag(people),
    categories: categories.map(({ id, label, billing }) => ({ id, label, billing })),
    channels,
    people: people.sort((one, other) => Number(other.yourself) - Number(one.yourself)),
  };
}

/** The version of the settings as this person sees them. */
const settingsEtag = (people: Settings['people']): string => etagOfState(people.map(({ contactId, cells }) => [contactId, cells]));
