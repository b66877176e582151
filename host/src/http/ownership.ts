import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Resource } from 'portal-elements/permissions.js';
import type { Database } from '../database/tables.js';
import type { ContractOperation } from './contract.js';
import type { OperationContext } from './operation.js';
import { notFound } from './problem.js';

type Scope = readonly string[];

/** What a record is called in the event log, and which resource its page needs. */
export interface Thing {
  /** As the contract names the type of an event's object. */
  type: string;
  typeLabel: string;
  /** Its number or name, in SQL. */
  label: RawBuilder<unknown>;
  resource: Resource;
}

/** A table in which an id of a path is found. */
export interface Owner {
  table: string;
  /** The column that says whose the record is; the client's unless it is said. */
  column?: 'client_id' | 'person_id';
  /** Tells whether the record belongs to these contracts; without it a limit to contracts does not concern it. */
  isOf?: (database: Kysely<Database>, contractIds: Scope) => RawBuilder<unknown> | Promise<RawBuilder<unknown>>;
  /** Records may be kept elsewhere than in this table: who handles the request finds them, for this client only. */
  isFoundByHandler?: true;
  thing?: Thing;
}

/** Tables by the names of path parameters, such as `invoiceId`. */
export type Owners = Readonly<Record<string, Owner>>;

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
    if (!owner || owner.isFoundByHandler) continue;
    const { table, column = 'client_id', isOf } = owner;
    const whose = sql`${sql.ref(column)} = ${column === 'client_id' ? clientId : personId}`;
    const within = contractIds && isOf ? await isOf(database, contractIds) : sql`true`;
    const { rows } = await sql`select 1 from ${sql.table(table)} where id = ${id} and ${whose} and ${within}`.execute(database);
    if (rows.length === 0) throw notFound();
  }
}
