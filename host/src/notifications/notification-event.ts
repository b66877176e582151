import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.js';
import { queue } from '../mail/queue.js';

/** An occasion that people are mailed about; `about` is the category of their settings. */
export type NotificationEvent =
  | { about: 'invoice'; invoiceId: string }
  | { about: 'receipt'; paymentId: string }
  /** `stage` counts the reminders, from 1. */
  | { about: 'overdue'; invoiceId: string; stage: number };

/** Days within which an invoice that gets into the portal is news. */
const news = 30;

/** Has people mailed about something, once however often it is called; in the transaction that gives rise to it. */
export async function announce(database: Kysely<Database>, occasion: NotificationEvent): Promise<void> {
  if (await isFirst(database, Object.values(occasion).join(' '))) await queue(database, { kind: 'occasion', occasion });
}

/** Tells whether this is the first time, for all processes, that something is to be announced; in the transaction that does so. */
export async function isFirst(database: Kysely<Database>, occasion: string): Promise<boolean> {
  const inserted = await database
    .insertInto('announcements')
    .values({ occasion })
    .onConflict((conflict) => conflict.doNothing())
    .returning('occasion')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Has people mailed about an invoice that was issued, unless it is an old one that is only now brought into the portal. */
export async function announceInvoice(
  database: Kysely<Database>,
  { id, issued_on }: { id: string; issued_on: string },
  today: string,
): Promise<void> {
  const age = (Date.parse(today) - Date.parse(issued_on)) / 86_400_000;
  if (age <= news) await announce(database, { about: 'invoice', invoiceId: id });
}
