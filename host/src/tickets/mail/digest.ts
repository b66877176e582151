import type { Kysely } from 'kysely';
import type { Database } from '../../database/tables.js';
import { ticketLine } from '../../mail/template.js';
import { queue, type QueuedTicketDigest } from '../../mail/queue.js';
import type { Mail, Taken } from '../../mail/transport.js';
import { isFirst } from '../../notifications/notification-event.js';
import { preferencesOf } from '../../support-preferences/preferences.js';
import { findReader, languageOf, mailedTickets, mailTo } from './reader.js';
import type { TicketMatter } from './tell.js';

interface Dependencies {
  database: Kysely<Database>;
  publicUrl: () => string;
}

const week = 7 * 86_400_000;

/**
 * Has the digests sent that are due on `today`, such as 2026-11-30: daily ones, weekly ones on Mondays or once something has waited for a week,
 * and what is left of a digest that somebody wants no more. Each once a day, by whichever of several processes comes first.
 */
export async function queueTicketDigests(database: Kysely<Database>, today: string): Promise<void> {
  const waiting = await database
    .selectFrom('ticket_digests')
    .select(({ fn }) => ['membership_id as id', fn.min('at').as('since')])
    .groupBy('membership_id')
    .orderBy('membership_id')
    .execute();
  const preferences = await preferencesOf(
    database,
    waiting.map(({ id }) => id),
  );
  const isMonday = new Date(today).getUTCDay() === 1;
  for (const { id, since } of waiting) {
    if (preferences.get(id)!.digest === 'weekly' && !isMonday && Date.now() - since.getTime() < week) continue;
    await database.transaction().execute(async (transaction) => {
      if (await isFirst(transaction, `ticket-digest ${id} ${today}`)) await queue(transaction, { kind: 'ticket-digest', membershipId: id });
    });
  }
}

/** Sends all that waits for a person, a line for each ticket and what has happened with it, and forgets it once it is sent. Resolves with nothing where nothing was to be sent. */
export async function sendTicketDigest(
  { database, publicUrl }: Dependencies,
  { membershipId }: QueuedTicketDigest,
  send: (mail: Mail) => Promise<Taken>,
): Promise<Taken | undefined> {
  const entries = await database.selectFrom('ticket_digests').selectAll().where('membership_id', '=', membershipId).orderBy('id').execute();
  if (entries.length === 0) return undefined;
  const reader = await findReader(database, membershipId);
  const ids = [...new Set(entries.map(({ ticket_id: id }) => id))];
  const tickets = reader
    ? await mailedTickets(database, reader)
        .where('tickets.id', 'in', ids)
        .select(['tickets.id', 'tickets.number', 'tickets.subject'])
        .orderBy('tickets.number')
        .execute()
    : [];
  let taken: Taken | undefined;
  if (reader && tickets.length > 0) {
    const language = languageOf(reader);
    const blocks = tickets.map(({ id, number, subject }) => {
      const happened = entries.filter(({ ticket_id: of }) => of === id);
      const lines = happened.map(({ about, by_name: by }) => `- ${ticketLine(language, about as TicketMatter, by)}`);
      return [`${number} ${subject}`, ...new Set(lines)].join('\n');
    });
    const link = new URL('/tickets', `${publicUrl()}/`).href;
    taken = await send(
      mailTo(reader, { letter: 'ticket-digest', values: { number: String(tickets.length) }, body: blocks.join('\n\n'), link }),
    );
  }
  await database
    .deleteFrom('ticket_digests')
    .where(
      'id',
      'in',
      entries.map(({ id }) => id),
    ) // prettier-ignore
    .execute();
  return taken;
}
