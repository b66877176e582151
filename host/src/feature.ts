import type { Migration } from 'kysely';
import type { Operations } from './http/operation.js';
import type { Owners } from './http/ownership.js';

/** The part of the host in one folder; its tables are added to `Database` by its `tables.ts`. */
export interface Feature {
  /** The handlers of operations of the contract. */
  operations: Partial<Operations>;
  /** The tables in which the `{…Id}` of paths are found. */
  owners?: Owners;
  /** The steps of the schema; the number that a name begins with is its place among those of all features. */
  migrations?: Readonly<Record<string, Migration>>;
}
