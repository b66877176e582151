import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/tables.js';
import { oldest } from '../event-log/retention.js';

/** Mail has files, so there are fewer at a time than of events. */
const batch = 500;

/** Deletes mail older than so many days, and reports that could not be used; client by client and some at a time, so that nobody waits for it. */
export async function deleteOldMails(database: Kysely<Database>, days: number): Promise<void> {
  const clients = await database.selectFrom('clients').select('id').execute();
  for (const { id } of clients) {
    for (;;) {
      const old = database
        .selectFrom('mails')
        .select('id')
        .where('client_id', '=', id)
        .where('at', '<', oldest(days))
        .where(isSettled)
        .orderBy('at')
        .limit(batch);
      const { numDeletedRows } = await database.deleteFrom('mails').where('id', 'in', old).executeTakeFirstOrThrow();
      if (numDeletedRows < batch) break;
    }
  }
  await database.deleteFrom('mail_reports').where('at', '<', oldest(days)).execute();
}

/** What still waits in the outbox is not forgotten while it does. */
const isSettled = sql<boolean>`not exists (select 1 from outbox where outbox.id = mails.message_id)`;
