import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/tables.js';

const batch = 5000;

/** Deletes events older than so many days, client by client and some at a time, so that nobody waits for it. */
export async function deleteOldEvents(database: Kysely<Database>, days: number): Promise<void> {
  const clients = await database.selectFrom('clients').select('id').execute();
  for (const { id } of clients) {
    for (;;) {
      const old = database
        .selectFrom('events')
        .select('id')
        .where('client_id', '=', id)
        .where('at', '<', oldest(days))
        .orderBy('at')
        .limit(batch);
      const { numDeletedRows } = await database.deleteFrom('events').where('id', 'in', old).executeTakeFirstOrThrow();
      if (numDeletedRows < batch) break;
    }
  }
}

/** The time before which events are no longer kept. */
export const oldest = (days: number) => sql<Date>`now() - ${days} * interval '1 day'`;
