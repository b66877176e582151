import type { Kysely } from 'kysely';
import type { Database } from '../../database/tables.js';
import { queue } from '../../mail/queue.js';

/** Has a post mailed to the parties of its ticket, each by a mail of its own, but for its author; in the transaction that stores it. */
export async function tellParties(
  transaction: Kysely<Database>,
  { ticketId, postId, except }: { ticketId: string; postId: string; except: string | null | undefined },
): Promise<void> {
  const parties = await transaction
    .selectFrom('ticket_parties')
    .innerJoin('memberships', 'memberships.id', 'ticket_parties.membership_id')
    .where('ticket_parties.ticket_id', '=', ticketId)
    .where('memberships.status', '=', 'active')
    .where('memberships.id', '<>', except ?? '')
    .select('memberships.id')
    .orderBy('memberships.id')
    .execute();
  for (const { id: membershipId } of parties) await queue(transaction, { kind: 'ticket-post', postId, membershipId });
}
