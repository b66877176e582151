import { Migrator, type Kysely, type Migration } from 'kysely';
import * as accounts from './migrations/001-accounts.js';
import * as invoices from './migrations/002-invoices.js';
import * as calls from './migrations/003-calls.js';
import * as dns from './migrations/004-dns.js';
import * as people from './migrations/005-people.js';
import * as traffic from './migrations/006-traffic.js';
import * as contracts from './migrations/007-contracts.js';
import * as callLegs from './migrations/008-call-legs.js';
import * as profile from './migrations/009-profile.js';
import * as paymentMethods from './migrations/010-payment-methods.js';
import * as services from './migrations/011-services.js';
import * as credits from './migrations/012-credits.js';
import * as orders from './migrations/013-orders.js';
import * as taxExemptions from './migrations/014-tax-exemptions.js';
import * as facilityAccess from './migrations/015-facility-access.js';
import * as disputes from './migrations/016-disputes.js';
import * as uploads from './migrations/017-uploads.js';
import type { Database } from './tables.js';

const migrations: Record<string, Migration> = {
  '001-accounts': accounts,
  '002-invoices': invoices,
  '003-calls': calls,
  '004-dns': dns,
  '005-people': people,
  '006-traffic': traffic,
  '007-contracts': contracts,
  '008-call-legs': callLegs,
  '009-profile': profile,
  '010-payment-methods': paymentMethods,
  '011-services': services,
  '012-credits': credits,
  '013-orders': orders,
  '014-tax-exemptions': taxExemptions,
  '015-facility-access': facilityAccess,
  '016-disputes': disputes,
  '017-uploads': uploads,
};

/** Brings the database to the newest schema. Safe when several processes start at once: the migrator locks. */
export async function migrate(database: Kysely<Database>): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error('The database could not be migrated', { cause: error });
}
