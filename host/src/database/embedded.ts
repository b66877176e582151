import { PGlite } from '@electric-sql/pglite';
import type { PostgresPool, PostgresPoolClient } from 'kysely';

const timeout = 30_000;

export interface EmbeddedOptions {
  /** The folder of the data; in memory where there is none. */
  folder?: string;
  /** A dump to begin with instead of an empty database. */
  image?: Blob | undefined;
  parsers: Record<number, (text: string) => unknown>;
}

/**
 * The embedded database as a pool of its one connection, which is handed out first come, first served; a transaction holds it.
 * A query that waits too long fails instead, so that a query inside a transaction that forgot to use the transaction shows itself.
 */
export async function openEmbedded({ folder, image, parsers }: EmbeddedOptions): Promise<PostgresPool> {
  const embedded = await PGlite.create({ parsers, ...(folder !== undefined && { dataDir: folder }), ...(image && { loadDataDir: image }) });
  await embedded.exec(`set time zone 'UTC'`);
  const waiting: ((client: PostgresPoolClient) => void)[] = [];
  let taken = false;

  const client = {
    async query(sql: string, parameters: readonly unknown[]) {
      const { rows, affectedRows } = await embedded.query(sql, [...parameters]);
      // The embedded database does not name the command; the count is only read where rows can be affected.
      return { command: 'UPDATE', rowCount: affectedRows ?? 0, rows };
    },
    release() {
      const next = waiting.shift();
      if (next) next(client);
      else taken = false;
    },
  } as PostgresPoolClient;

  return {
    connect() {
      if (!taken) {
        taken = true;
        return Promise.resolve(client);
      }
      return new Promise((resolve, reject) => {
        const give = (connection: PostgresPoolClient) => {
          clearTimeout(timer);
          resolve(connection);
        };
        const timer = setTimeout(() => {
          waiting.splice(waiting.indexOf(give), 1);
          reject(new Error('The embedded database was busy for too long.'));
        }, timeout);
        waiting.push(give);
      });
    },
    end: () => embedded.close(),
  };
}
