import type { Kysely } from 'kysely';
import { can, type Action, type Resource } from 'portal-elements/permissions.js';
import { effectiveOfContact } from '../../contacts/contact.js';
import type { Database } from '../../database/tables.js';
import { letterLanguage, writeLetter, type Letter } from '../../mail/template.js';
import type { Mail } from '../../mail/transport.js';
import { getsMail } from '../../notifications/categories.js';
import { findChoosers } from '../../notifications/settings.js';
import { isEmail } from '../../session/email.js';
import { preferencesOf, type Preferences } from '../../support-preferences/preferences.js';
import { visibleTickets, type TicketReader } from '../own/scope.js';

/** A contact who may be mailed of tickets, as things stand when the mail is written. */
export interface MailReader extends TicketReader {
  name: string;
  email: string;
  locale: string;
  preferences: Preferences;
}

/** The contact, unless no mails of tickets go there: not active, without an address or the permission, or support mail is switched off. */
export async function findReader(database: Kysely<Database>, membershipId: string): Promise<MailReader | undefined> {
  const membership = await database.selectFrom('memberships').select('client_id').where('id', '=', membershipId).executeTakeFirst();
  const clientId = membership?.client_id ?? '';
  const [contact] = await findChoosers(database, clientId, membershipId);
  if (!contact || !isEmail(contact.email)) return undefined;
  const effective = effectiveOfContact(contact);
  if (!can(effective.set, 'support.tickets') || !getsMail('support', effective, contact.choices)) return undefined;
  return {
    clientId,
    contractIds: contact.contract_ids ?? undefined,
    caller: { membershipId },
    can: (resource: Resource, action: Action) => can(effective.set, resource, action),
    name: contact.name,
    email: contact.email,
    locale: contact.locale,
    preferences: (await preferencesOf(database, [membershipId])).get(membershipId)!,
  };
}

/** The tickets that somebody is mailed of: those that the person sees, and of others only where the person wants that. */
export function mailedTickets(database: Kysely<Database>, reader: MailReader) {
  const visible = visibleTickets(database, reader);
  return reader.preferences.othersMail ? visible : visible.where('tickets.id', 'in', (from) => from.selectFrom('ticket_parties').select('ticket_id').where('membership_id', '=', reader.caller!.membershipId)); // prettier-ignore
}

/** The language of mails to somebody. */
export const languageOf = ({ locale, preferences }: Pick<MailReader, 'locale' | 'preferences'>): string =>
  letterLanguage(preferences.language || locale);

/** A letter in the language and the format that the person wants. */
export function mailTo(reader: MailReader, letter: Omit<Letter, 'language'>): Mail {
  const { html, ...plain } = writeLetter({ ...letter, language: languageOf(reader), values: { ...letter.values, name: reader.name } });
  return { to: reader.email, ...plain, ...(reader.preferences.mailFormat !== 'plain' && { html }) };
}

/** The page of a ticket. */
export const addressOfTicket = (publicUrl: string, id: string): string =>
  new URL(`/ticket?id=${encodeURIComponent(id)}`, `${publicUrl}/`).href;
