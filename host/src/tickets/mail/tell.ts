import { sql, type Kysely } from 'kysely';
import type { Database } from '../../database/tables.js';
import { queue } from '../../mail/queue.js';
import { preferencesOf, type Preferences } from '../../support-preferences/preferences.js';

/** What people are mailed of: that a ticket was opened, what was written in it, that it was closed. */
export type TicketMatter = 'new' | 'reply' | 'close';

interface Told {
  ticketId: string;
  /** The name of who did it. */
  by: string;
  /** A contact who is not told, as it was that one's doing. */
  except?: string | null | undefined;
}

const wants: Readonly<Record<TicketMatter, keyof Preferences & `notify${string}`>> = {
  new: 'notifyNew',
  reply: 'notifyReply',
  close: 'notifyClose',
};

/**
 * Has a post mailed to the parties of its ticket and to who wants the mails of others, each as the person wants it; in the transaction
 * that stores it. Resolves with who gets it at once.
 */
export async function tellParties(transaction: Kysely<Database>, { postId, ...told }: Told & { postId: string }): Promise<string[]> {
  const ids = await toldAtOnce(transaction, 'reply', told);
  for (const membershipId of ids) await queue(transaction, { kind: 'ticket-post', postId, membershipId });
  return ids;
}

/** Has people mailed that a ticket was opened or closed, but for those who get a mail of that already; in the transaction in which it is. */
export async function tellOfTicket(
  transaction: Kysely<Database>,
  about: 'new' | 'close',
  { already = [], ...told }: Told & { already?: readonly string[] },
): Promise<void> {
  const { ticketId, by } = told;
  for (const membershipId of await toldAtOnce(transaction, about, told))
    if (!already.includes(membershipId)) await queue(transaction, { kind: 'ticket-notice', about, ticketId, by, membershipId });
}

/** Puts it into the digests of those who want them; resolves with who wants it at once. */
async function toldAtOnce(transaction: Kysely<Database>, about: TicketMatter, { ticketId, by, except }: Told): Promise<string[]> {
  const { rows } = await sql<{ id: string; is_party: boolean }>`
    select member.id, exists (select 1 from ticket_parties where ticket_id = tickets.id and membership_id = member.id) as is_party
    from tickets join memberships as member on member.client_id = tickets.client_id
    where tickets.id = ${ticketId} and member.status = 'active' and member.id <> ${except ?? ''} and (
      member.id in (select membership_id from ticket_parties where ticket_id = ${ticketId}) or
      member.id in (select membership_id from support_preferences where choices ->> 'othersMail' = 'true'))
    order by member.id`.execute(transaction);
  const preferences = await preferencesOf(
    transaction,
    rows.map(({ id }) => id),
  );
  const wanting = rows.filter(({ id }) => preferences.get(id)![wants[about]]);
  const atOnce = wanting.filter(({ id }) => preferences.get(id)!.digest === 'off');
  const later = wanting.filter((each) => !atOnce.includes(each));
  if (later.length > 0)
    await transaction
      .insertInto('ticket_digests')
      .values(later.map(({ id }) => ({ membership_id: id, ticket_id: ticketId, about, by_name: by })))
      .execute();
  return atOnce.map(({ id }) => id);
}
