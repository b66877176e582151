import { Migrator, type Kysely, type Migration } from 'kysely';
import * as accounts from './migrations/001-accounts.js';
import { present } from '../present.js';
import type { Database } from './tables.js';

const migrations: Record<string, Migration> = {
  '001-accounts': accounts,
};

for (const name of ['002-invoices', '003-calls', '004-dns']) {
  const { up } = await present<Migration>(`./database/migrations/${name}.ts`);
  if (up) migrations[name] = { up };
}

/** Brings the database to the newest schema. Safe when several processes start at once: the migrator locks. */
export async function migrate(database: Kysely<Database>): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
