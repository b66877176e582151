import { sql, type Expression, type Kysely, type RawBuilder, type SqlBool } from 'kysely';
import type { Database } from './tables.js';

interface Retention {
  /** Rows older than so many days go. */
  days: number;
  /** So many at a time, so that nobody waits for it. */
  batch: number;
  /** Rows that may go. */
  where?: Expression<SqlBool>;
}

/** Deletes old rows, client by client and some at a time. */
export async function deleteOld(
  database: Kysely<Database>,
  table: 'events' | 'mails',
  { days, batch, where = sql<boolean>`true` }: Retention,
): Promise<void> {
  const clients = await database.selectFrom('clients').select('id').execute();
  for (const { id } of clients) {
    for (;;) {
      const old = database
        .selectFrom(table)
        .select('id')
        .where('client_id', '=', id)
        .where('at', '<', oldest(days))
        .where(where)
        .orderBy('at')
        .limit(batch);
      const { numDeletedRows } = await database.deleteFrom(table).where('id', 'in', old).executeTakeFirstOrThrow();
      if (numDeletedRows < batch) break;
    }
  }
}

/** The time before which rows are no longer kept. */
export const oldest = (days: number): RawBuilder<Date> => sql<Date>`now() - ${days} * interval '1 day'`;
