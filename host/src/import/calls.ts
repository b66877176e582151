import { sql } from 'kysely';
import { CallRecords, type CallRecord } from './call-records.js';
import { textLines } from './lines.js';
import { storeCalls } from './store-calls.js';
import type { ImportFunction, ImportResult } from './types.js';
import { zonedTimes } from './zoned-time.js';

const batchSize = 1000;
/** The number of unreadable lines at the beginning after which the file is taken to be of another kind. */
const mostUnread = 20;

/**
 * Reads call records of Asterisk (`Master.csv`) or FreeSWITCH (`mod_cdr_csv`) into a contract, the records of one call's legs as one
 * call; their cost is pending until they are rated. A record that was read before is recognised by the ids that the system gave it, or
 * where it has none by all of its content.
 */
export const importCalls: ImportFunction = async (database, { clientId, contractId, format, columns, timeZone, content }, onProgress) => {
  if (contractId === undefined) throw new Error('Calls belong to a contract: say which with --contract.');
  const owner = { client_id: clientId, contract_id: contractId };
  const times = await zonedTimes(database, clientId, timeZone);
  const records = new CallRecords(contractId, times, { format, columns });
  const result: ImportResult = { imported: 0, unchanged: 0, skipped: [] };
  let batch: CallRecord[] = [];
  let found = false;

  const store = async () => {
    const imported = await storeCalls(database, owner, batch);
    result.imported += imported;
    result.unchanged += batch.length - imported;
    batch = [];
    onProgress?.({ imported: result.imported, unchanged: result.unchanged, skipped: result.skipped.length });
  };
  for await (const { number, text } of textLines(content)) {
    const read = records.read(text);
    if (read === undefined) continue;
    if (typeof read === 'string') result.skipped.push({ line: number, reason: read });
    else batch.push(read);
    found ||= typeof read !== 'string';
    if (!found && result.skipped.length > mostUnread) break;
    if (batch.length === batchSize) await store();
  }
  if (!found && result.skipped.length > 0)
    throw new Error(`These are no call records: line ${result.skipped[0]!.line}: ${result.skipped[0]!.reason}`);
  await store();
  // The embedded database does not do this by itself, and sums are fast only over pages it knows to be tidy.
  if (result.imported > 0)
    for (const table of ['calls', 'call_legs', 'call_links']) await sql`vacuum analyze ${sql.table(table)}`.execute(database);
  return result;
};
