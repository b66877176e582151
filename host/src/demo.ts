import { sql, type Kysely } from 'kysely';
import type { Company } from './company.js';
import type { SecretBox } from './database/secret-box.js';
import type { Database } from './database/tables.js';

type Fill = (database: Kysely<Database>) => Promise<unknown>;

/** A company, its pages and data to show the host with. */
export interface Demo {
  company: Company;
  /** The folder of the pages. */
  site: string;
  steps(secretBox: SecretBox): readonly { name: string; fill: Fill }[];
}

interface FillOptions {
  /** Told what comes next. */
  onStep?: ((name: string) => void) | undefined;
  secretBox: SecretBox;
}

/** Tells how far the demo data is: absent, partial after a process that may have died, or complete. */
export async function demoState(database: Kysely<Database>): Promise<'absent' | 'partial' | 'complete'> {
  const state = await database.selectFrom('host_state').select('value').where('name', '=', 'demo').executeTakeFirst();
  return state ? (state.value as 'partial' | 'complete') : 'absent';
}

/** Fills an empty database with the demo data, unless another process has begun to. */
export async function fillWith(demo: Demo, database: Kysely<Database>, { onStep, secretBox }: FillOptions): Promise<void> {
  const begun = await database
    .insertInto('host_state')
    .values({ name: 'demo', value: 'partial' })
    .onConflict((conflict) => conflict.doNothing())
    .returning('name')
    .executeTakeFirst();
  if (!begun) return;
  for (const { name, fill } of demo.steps(secretBox)) {
    onStep?.(name);
    await fill(database);
  }
  await sql`vacuum analyze`.execute(database);
  await database.updateTable('host_state').set({ value: 'complete' }).where('name', '=', 'demo').execute();
}
