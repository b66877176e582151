import type { Kysely } from 'kysely';
import type { Database } from '../../database/tables.js';
import { callerByMail, type Caller } from '../../session/sessions.js';
import { targetOf } from '../own/read.js';
import { hashOfToken, tokensIn } from './addresses.js';
import type { Message } from './message.js';

/** Addresses that are looked at; nobody has answers sent to more. */
const most = 20;

/** The ticket that a mail belongs to. */
export interface Addressed {
  /** Where it goes on, if it was merged. */
  ticketId: string;
  /** The contact to whom the portal gave the address that the mail has come to; undefined where only a Message-ID tells. */
  membershipId: string | undefined;
}

/**
 * Finds the ticket by the secret in the address, else by the Message-IDs that the mail answers. Never by its subject, which anybody can write.
 */
export async function addressedTicket(database: Kysely<Database>, { to, answers }: Message): Promise<Addressed | undefined> {
  const found = (await byToken(database, tokensIn(to).slice(0, most))) ?? (await byMessageIds(database, answers));
  if (!found) return undefined;
  const ticket = await database
    .selectFrom('tickets')
    .select(['id', 'merged_into'])
    .where('id', '=', found.ticketId)
    .executeTakeFirstOrThrow();
  return { ...found, ticketId: (await targetOf(database, ticket))?.id ?? ticket.id };
}

async function byToken(database: Kysely<Database>, tokens: readonly string[]): Promise<Addressed | undefined> {
  for (const token of tokens) {
    const party = await database
      .selectFrom('ticket_parties')
      .select(['ticket_id', 'membership_id'])
      .where('mail_token_hash', '=', hashOfToken(token))
      .executeTakeFirst();
    if (party) return { ticketId: party.ticket_id, membershipId: party.membership_id };
  }
  return undefined;
}

async function byMessageIds(database: Kysely<Database>, ids: readonly string[]): Promise<Addressed | undefined> {
  for (const id of ids) {
    const post = await database
      .selectFrom('ticket_posts')
      .select('ticket_id')
      .where('hidden', '=', false)
      .where((is) => is.or([is('message_id', '=', id), is('id', '=', postOf(id) ?? '')]))
      .executeTakeFirst();
    if (post) return { ticketId: post.ticket_id, membershipId: undefined };
  }
  return undefined;
}

/** The post that the portal has mailed with this Message-ID, which `messageIdOf` has made of its id. */
export const postOf = (messageId: string): string | undefined => /^<(pst_[\w-]+)@/.exec(messageId)?.[1];

/**
 * The contact who has written a mail, if that can be believed: an address in `From` can be invented, so it has to be that of the contact who was
 * given the secret, or of a party of the ticket, to whom its Message-IDs are known.
 */
export async function believedSender(
  database: Kysely<Database>,
  { ticketId, membershipId }: Addressed,
  { from }: Message,
): Promise<Caller | undefined> {
  if (from === undefined) return undefined;
  const contacts = database
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person_id')
    .where('people.email', '=', from)
    .select('memberships.id');
  const contact = await (
    membershipId === undefined
      ? contacts.where(
          'memberships.id',
          'in',
          database.selectFrom('ticket_parties').select('membership_id').where('ticket_id', '=', ticketId),
        )
      : contacts.where('memberships.id', '=', membershipId)
  ).executeTakeFirst();
  return contact && (await callerByMail(database, contact.id));
}
