import { Migrator, type Kysely } from 'kysely';
import * as accounts from './database/migrations/001-accounts.js';
import * as uploads from './database/migrations/017-uploads.js';
import type { Database } from './database/tables.js';
import { migrations } from './all-features.js';

/** Tables that all features share. */
const shared = { '001-accounts': accounts, '017-uploads': uploads };

/** Brings the database to the newest schema. Safe when several processes start at once: the migrator locks. */
export async function migrate(database: Kysely<Database>): Promise<void> {
  const provider = { getMigrations: () => Promise.resolve({ ...shared, ...migrations }) };
  const { error } = await new Migrator({ db: database, provider }).migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error('The database could not be migrated', { cause: error });
}
