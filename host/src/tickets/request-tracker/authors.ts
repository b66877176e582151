import type { Kysely } from 'kysely';
import { company } from '../../company.js';
import type { Database } from '../../database/tables.js';
import { normalEmail } from '../../session/email.js';
import type { Person, TrackedTicket, Transaction } from './answers.js';
import { properName, staffName, type Message } from './message.js';
import type { Reader } from './reader.js';
import type { Author } from './store.js';

export interface Contact {
  id: string;
  name: string;
  email: string;
}

/** What is known of a ticket while its messages are read. */
export interface Situation {
  client: { name: string };
  ticket: TrackedTicket;
  contacts: readonly Contact[];
  isOver: boolean;
  opener: Author;
  /** Who has done what the portal's account did, where that is known. */
  actor: Author | undefined;
}

/** Who has written or done something, as the client is to read it: never an address, and staff only who is one of the company's people. */
export async function authorOf(reader: Reader, transaction: Transaction, message: Message | undefined, given: Situation): Promise<Author> {
  const { Creator, Type } = transaction;
  const { client, contacts, ticket, opener, actor } = given;
  if (Creator.Name === (await reader.ownName())) {
    if (message?.mark) return { author_kind: 'client', author_name: message.mark.name, author_id: null };
    return actor ?? opener;
  }
  const contact = contactOf(Creator, contacts);
  if (contact) return { author_kind: 'client', author_name: contact.name, author_id: contact.id };
  const ofClient = { author_kind: 'client', author_name: properName(Creator.RealName) ?? client.name, author_id: null };
  if ([...ticket.Requestor, ...ticket.Cc].some(({ Name }) => Name === Creator.Name)) return ofClient;
  if (Creator.Name === 'RT_System')
    return Type === 'Create' ? opener : { author_kind: 'system', author_name: company.brand, author_id: null };
  // Who is not one of the company's people must not look like one.
  return (await reader.isStaff(Creator.Name))
    ? { author_kind: 'staff', author_name: staffName(Creator.RealName), author_id: null }
    : ofClient;
}

/** Who has opened a ticket: its first requestor. */
export function openerOf({ Requestor: [first] }: TrackedTicket, client: { name: string }, contacts: readonly Contact[]): Author {
  const contact = first && contactOf(first, contacts);
  return {
    author_kind: 'client',
    author_name: contact?.name ?? properName(first?.RealName ?? '') ?? client.name,
    author_id: contact?.id ?? null,
  };
}

const contactOf = ({ EmailAddress }: Person, contacts: readonly Contact[]) =>
  EmailAddress === '' ? undefined : contacts.find(({ email }) => email === normalEmail(EmailAddress));

/** Contacts who have a part in a ticket, found by their addresses. */
export function partiesOf({ Requestor, Cc }: TrackedTicket, contacts: readonly Contact[]): Map<string, 'opener' | 'copy'> {
  const parties = new Map<string, 'opener' | 'copy'>();
  const add = (people: readonly Person[], role: 'opener' | 'copy') => {
    for (const person of people) {
      const contact = contactOf(person, contacts);
      if (contact) parties.set(contact.id, role);
    }
  };
  add(Cc, 'copy');
  add(Requestor, 'opener');
  return parties;
}

/** The client's contacts with their addresses. */
export async function contactsOf(database: Kysely<Database>, clientId: string): Promise<Contact[]> {
  const rows = await database
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person_id')
    .where('memberships.client_id', '=', clientId)
    .select(['memberships.id', 'memberships.invited_as', 'people.name', 'people.email'])
    .execute();
  return rows.map(({ id, invited_as, name, email }) => ({ id, name: invited_as ?? name, email: normalEmail(email) }));
}
