import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '../database/tables.js';
import type { ContractOperation } from './contract.js';
import type { OperationContext } from './operation.js';
import { notFound } from './problem.js';

type Scope = readonly string[];

/** A table in which an id of a path is found. */
export interface Owner {
  table: string;
  /** The column that says whose the record is; the client's unless it is said. */
  column?: 'client_id' | 'person_id';
  /** Tells whether the record belongs to these contracts; without it a limit to contracts does not concern it. */
  isOf?: (database: Kysely<Database>, contractIds: Scope) => RawBuilder<unknown> | Promise<RawBuilder<unknown>>;
}

/**
 * Tables by the names of path parameters, such as `invoiceId`; `handler` where records may be kept elsewhere, and who handles the
 * request finds them for this client only.
 */
export type Owners = Readonly<Record<string, Owner | 'handler'>>;

/** Records that are of a contract by this column. */
export const ofContract = (column: string) => (_database: unknown, contractIds: Scope) =>
  sql`${sql.ref(column)} = any(${[...contractIds]})`;

/** Fails for an operation whose path names records that no table here owns, so that none is ever left unchecked. */
export function requireOwners(owners: Owners, { id, pathParameters }: ContractOperation): void {
  const unknown = pathParameters.find((name) => name.endsWith('Id') && !Object.hasOwn(owners, name));
  if (unknown !== undefined) throw new Error(`${id}: no table is known for {${unknown}}.`);
}

/**
 * Every record named in the path must be of the client, and of a contract of those to which the person is limited; one that is
 * another's is not there.
 */
export async function requireOwn(owners: Owners, context: OperationContext, path: Readonly<Record<string, string>>): Promise<void> {
  const { database, clientId, personId, contractIds } = context;
  for (const [name, id] of Object.entries(path)) {
    const owner = Object.hasOwn(owners, name) ? owners[name]! : undefined;
    if (!owner || owner === 'handler') continue;
    const { table, column = 'client_id', isOf } = owner;
    const whose = sql`${sql.ref(column)} = ${column === 'client_id' ? clientId : personId}`;
    const within = contractIds && isOf ? await isOf(database, contractIds) : sql`true`;
    const { rows } = await sql`select 1 from ${sql.table(table)} where id = ${id} and ${whose} and ${within}`.execute(database);
    if (rows.length === 0) throw notFound();
  }
}
