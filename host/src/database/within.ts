import type { Kysely } from 'kysely';
import type { Database } from './tables.js';

/** Runs in the transaction that is given, or in one of its own. */
export const within = <Result>(database: Kysely<Database>, run: (transaction: Kysely<Database>) => Promise<Result>): Promise<Result> =>
  database.isTransaction ? run(database) : database.transaction().execute(run);
