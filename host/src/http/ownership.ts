import type { Kysely } from 'kysely';
import type { Database } from '../database/tables.js';
import type { ContractOperation } from './contract.js';
import { notFound } from './problem.js';

/** The table in which each id of a path is found; each has an `id` and a `client_id`. */
const tables = { contractId: 'contracts', invoiceId: 'invoices', zoneId: 'dns_zones' } as const;

const isOwned = (name: string): name is keyof typeof tables => Object.hasOwn(tables, name);

/** Fails for an operation whose path names records that no table here owns, so that none is ever left unchecked. */
export function requireOwners({ id, pathParameters }: ContractOperation): void {
  const unknown = pathParameters.find((name) => name.endsWith('Id') && !isOwned(name));
  if (unknown !== undefined) throw new Error(`${id}: no table is known for {${unknown}}.`);
}

/** Every record named in the path must be of the client; another client's record is not there. */
export async function requireOwn(database: Kysely<Database>, clientId: string, path: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, id] of Object.entries(path)) {
    if (!isOwned(name)) continue;
    const own = await database
      .selectFrom(tables[name] as 'contracts')
      .select('id')
      .where('id', '=', id)
      .where('client_id', '=', clientId)
      .executeTakeFirst();
    if (!own) throw notFound();
  }
}
