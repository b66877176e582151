import { sql, type Kysely } from 'kysely';
import { passingSecretBox, type SecretBox } from '../database/secret-box.js';
import type { Database } from '../database/tables.js';
import { demoCallLegs } from './call-legs.js';
import { demoCalls } from './calls.js';
import { demoContracts } from './contracts.js';
import { demoCredits } from './credits.js';
import { demoDns } from './dns.js';
import { demoFacilityAccess } from './facility-access.js';
import { demoInvoices } from './invoices.js';
import { demoOrders } from './orders.js';
import { demoPaymentMethods } from './payment-methods.js';
import { demoPeople } from './people.js';
import { demoProfiles } from './profiles.js';
import { demoQuotes } from './quotes.js';
import { demoRecordings } from './recordings.js';
import { demoTaxExemptions } from './tax-exemptions.js';
import { demoServices } from './services.js';
import { demoSubscriptions } from './subscriptions.js';
import { demoTraffic } from './traffic.js';

type Fill = (database: Kysely<Database>) => Promise<unknown>;

interface DemoOptions {
  /** Told what comes next. */
  onStep?: ((name: string) => void) | undefined;
  /** Seals the secrets of services; who does not give one cannot open them. */
  secretBox?: SecretBox;
}

const stepsWith = (secretBox: SecretBox): readonly { name: string; fill: Fill }[] => [
  { name: 'people', fill: demoPeople },
  { name: 'profiles', fill: demoProfiles },
  { name: 'contracts', fill: demoContracts },
  { name: 'payment methods', fill: demoPaymentMethods },
  { name: 'PayPal subscriptions', fill: demoSubscriptions },
  { name: 'services', fill: (database) => demoServices(database, secretBox) },
  { name: 'invoices', fill: demoInvoices },
  { name: 'credits', fill: demoCredits },
  { name: 'orders', fill: demoOrders },
  { name: 'quotes', fill: demoQuotes },
  { name: 'calls', fill: demoCalls },
  { name: 'legs of calls', fill: demoCallLegs },
  { name: 'recordings', fill: demoRecordings },
  { name: 'traffic', fill: demoTraffic },
  { name: 'facility access', fill: demoFacilityAccess },
  { name: 'tax exemptions', fill: demoTaxExemptions },
  { name: 'DNS zones', fill: demoDns },
];

/** Tells how far the demo data is: absent, partial after a process that may have died, or complete. */
export async function demoState(database: Kysely<Database>): Promise<'absent' | 'partial' | 'complete'> {
  const state = await database.selectFrom('host_state').select('value').where('name', '=', 'demo').executeTakeFirst();
  return state ? (state.value as 'partial' | 'complete') : 'absent';
}

/** Fills an empty database with the demo data, unless another process has begun to. */
export async function fillDemo(database: Kysely<Database>, { onStep, secretBox = passingSecretBox() }: DemoOptions = {}): Promise<void> {
  const begun = await database
    .insertInto('host_state')
    .values({ name: 'demo', value: 'partial' })
    .onConflict((conflict) => conflict.doNothing())
    .returning('name')
    .executeTakeFirst();
  if (!begun) return;
  for (const { name, fill } of stepsWith(secretBox)) {
    onStep?.(name);
    await fill(database);
  }
  await sql`vacuum analyze`.execute(database);
  await database.updateTable('host_state').set({ value: 'complete' }).where('name', '=', 'demo').execute();
}
