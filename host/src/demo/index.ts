import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/tables.js';
import { demoCallLegs } from './call-legs.js';
import { demoCalls } from './calls.js';
import { demoContracts } from './contracts.js';
import { demoCredits } from './credits.js';
import { demoDns } from './dns.js';
import { demoInvoices } from './invoices.js';
import { demoPeople } from './people.js';
import { demoProfiles } from './profiles.js';
import { demoRecordings } from './recordings.js';
import { demoTraffic } from './traffic.js';

type Fill = (database: Kysely<Database>) => Promise<unknown>;

const steps: readonly { name: string; fill: Fill }[] = [
  { name: 'people', fill: demoPeople },
  { name: 'profiles', fill: demoProfiles },
  { name: 'contracts', fill: demoContracts },
  { name: 'invoices', fill: demoInvoices },
  { name: 'credits', fill: demoCredits },
  { name: 'calls', fill: demoCalls },
  { name: 'legs of calls', fill: demoCallLegs },
  { name: 'recordings', fill: demoRecordings },
  { name: 'traffic', fill: demoTraffic },
  { name: 'DNS zones', fill: demoDns },
];

/** What the demo data has come to: not begun, begun by a process that may have died, or complete. */
export async function demoState(database: Kysely<Database>): Promise<'absent' | 'partial' | 'complete'> {
  const state = await database.selectFrom('host_state').select('value').where('name', '=', 'demo').executeTakeFirst();
  return state ? (state.value as 'partial' | 'complete') : 'absent';
}

/** Fills an empty database with the demo data, unless another process has begun to; tells `onStep` what comes next. */
export async function fillDemo(database: Kysely<Database>, onStep: (name: string) => void = () => {}): Promise<void> {
  const begun = await database
    .insertInto('host_state')
    .values({ name: 'demo', value: 'partial' })
    .onConflict((conflict) => conflict.doNothing())
    .returning('name')
    .executeTakeFirst();
  if (!begun) return;
  for (const { name, fill } of steps) {
    onStep(name);
    await fill(database);
  }
  await sql`vacuum analyze`.execute(database);
  await database.updateTable('host_state').set({ value: 'complete' }).where('name', '=', 'demo').execute();
}
