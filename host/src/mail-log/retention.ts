import { sql, type Kysely } from 'kysely';
import { deleteOld, oldest } from '../database/retention.js';
import type { Database } from '../database/tables.js';

/** Mail has files, so there are fewer at a time than of events. */
const batch = 500;

/** Deletes mail older than so many days, and reports that could not be used. */
export async function deleteOldMails(database: Kysely<Database>, days: number): Promise<void> {
  await deleteOld(database, 'mails', { days, batch, where: isSettled });
  await database.deleteFrom('mail_reports').where('at', '<', oldest(days)).execute();
}

/** What still waits in the outbox is not forgotten while it does. */
const isSettled = sql<boolean>`not exists (select 1 from outbox where outbox.id = mails.message_id)`;
