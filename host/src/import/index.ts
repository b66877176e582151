import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.js';
import { importCalls } from './calls.js';
import { importInvoice } from './invoices.js';
import { importTraffic } from './traffic.js';
import type { ImportFile, ImportFunction } from './types.js';
import { importZone } from './zones.js';

const importers: Readonly<Record<string, ImportFunction>> = {
  zones: importZone,
  invoices: importInvoice,
  calls: importCalls,
  traffic: importTraffic,
};

/** The kinds of data that can be imported. */
export const importKinds = Object.keys(importers);

/** Reads a file of any kind into the database, for a client and a contract that exist. Throws when nothing of it can be read. */
export const importFile: ImportFunction = async (database, file, onProgress) => {
  const importer = Object.hasOwn(importers, file.kind) ? importers[file.kind] : undefined;
  if (!importer) throw new Error(`"${file.kind}" cannot be imported; ${importKinds.join(', ')} can.`);
  try {
    await requireClient(database, file);
    return await importer(database, file, onProgress);
  } finally {
    // An unread rest is drained, or its sender would wait for ever.
    if (!Buffer.isBuffer(file.content)) file.content.resume();
  }
};

async function requireClient(database: Kysely<Database>, { clientId, contractId }: ImportFile): Promise<void> {
  const client = await database.selectFrom('clients').select('id').where('id', '=', clientId).executeTakeFirst();
  if (!client) throw new Error(`There is no client ${clientId}.`);
  if (contractId === undefined) return;
  const contract = await database
    .selectFrom('contracts')
    .select('id')
    .where('id', '=', contractId)
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  if (!contract) throw new Error(`The client ${clientId} has no contract ${contractId}.`);
}
