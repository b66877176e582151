import type { Kysely } from 'kysely';
import type { Database } from '../src/database/tables.js';
import { sampleSearchText } from '../src/samples/sample.js';

const clients = ['cli_acme', 'cli_acme', 'cli_acme', 'cli_globex'];

/** Makes a few for the demo clients; their texts are those of the contract's example. */
export async function demoSamples(database: Kysely<Database>): Promise<void> {
  const rows = clients.map((client, index) => {
    const values = {
      // each field
      sample_name: `sampleExample ${index + 1}`,
      sample_text: 'sampleExample',
      sample_choice: 'sampleExample',
      sample_enum: 'sampleValue' as const,
      sample_money_amount: '1.00',
      sample_money_currency: 'EUR',
      sample_number: 1,
      sample_day: '2026-11-21',
      sample_instant: new Date('2026-11-21T09:30:00Z'),
      sample_flag: true,
      sample_list: JSON.stringify([]),
      // end
    };
    return {
      id: `samples_${index + 1}`,
      client_id: client,
      ...values,
      search_text: sampleSearchText(values),
    };
  });
  await database.insertInto('samples').values(rows).execute();
}
