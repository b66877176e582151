import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, PostgresDialect, sql, type PostgresPool } from 'kysely';
import pg from 'pg';
import { CannotStart } from '../configuration.js';
import { openEmbedded } from './embedded.js';
import { lockFolder } from './lock.js';
import type { Database } from './tables.js';

type Parser = (text: string) => unknown;

/**
 * Parsers that make the same JavaScript values of either database's: `numeric` and `date` as text (`'12.50'`, `'2026-11-21'`), `int8` and so
 * `count(*)` as a number, `timestamptz` as a `Date`, JSON parsed. JSON that is an array must be given as `JSON.stringify(array)`.
 */
const parsers: Record<number, Parser> = {
  [pg.types.builtins.INT8]: Number,
  [pg.types.builtins.NUMERIC]: String,
  [pg.types.builtins.DATE]: String,
};

export interface OpenDatabase {
  database: Kysely<Database>;
  close: () => Promise<void>;
}

/** The place of the database: a PostgreSQL server, or the data folder of the embedded one; without a folder it lives in memory. */
export interface DatabaseLocation {
  databaseUrl?: string | undefined;
  dataFolder?: string;
  /** Deletes what is in the data folder's database first. */
  fresh?: boolean;
  /** A dump of an embedded database, with which the one in memory begins. */
  image?: Blob | undefined;
}

/** Opens the database. The embedded one is opened by one process at a time; a second one gets a `FolderInUse` error. */
export async function openDatabase({ databaseUrl, dataFolder, fresh = false, image }: DatabaseLocation): Promise<OpenDatabase> {
  if (databaseUrl !== undefined) return opened(postgres(databaseUrl)).catch((error: unknown) => explain(databaseUrl, error));
  if (dataFolder === undefined) return opened(await openEmbedded({ image, parsers }));
  await mkdir(dataFolder, { recursive: true });
  const unlock = await lockFolder(dataFolder);
  const folder = join(dataFolder, 'database');
  try {
    if (fresh) await rm(folder, { recursive: true, force: true });
    return await opened(await openEmbedded({ folder, parsers }), unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

function postgres(connectionString: string): PostgresPool {
  const { getTypeParser } = pg.types;
  const pool = new pg.Pool({
    connectionString,
    options: '-c timezone=UTC',
    connectionTimeoutMillis: 30_000,
    types: { getTypeParser: (id, format) => (format === 'binary' ? undefined : parsers[id]) ?? (getTypeParser(id, format) as Parser) },
  });
  // A connection lost while idle is replaced by the next query; without a listener it would end the process.
  pool.on('error', () => {});
  return pool;
}

function explain(databaseUrl: string, error: unknown): never {
  const where = URL.canParse(databaseUrl) ? new URL(databaseUrl).host : 'DATABASE_URL';
  throw new CannotStart(`The database at ${where} cannot be used: ${error instanceof Error ? error.message : String(error)}`, {
    cause: error,
  });
}

/** The first query makes sure that the database answers, and that closing it has a pool to end. */
async function opened(pool: PostgresPool, afterwards = () => Promise.resolve()): Promise<OpenDatabase> {
  const database = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  await sql`select 1`.execute(database);
  return {
    database,
    async close() {
      await database.destroy();
      await afterwards();
    },
  };
}
