import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/tables.js';
import { visibleServices, type ServiceQuery, type ServiceRow, type ServiceViewer } from './query.js';

/** Ids of a service and all that lies beneath it, as a subquery; ends also where services lie beneath each other. */
export const branchOf = (id: string) => sql<string>`(
  with recursive branch (id) as (
    select ${id}::text union select services.id from services join branch on services.parent_id = branch.id)
  select id from branch)`;

/** A service and what lies beneath it, of what the person may see. */
export const visibleBranch = (database: Kysely<Database>, viewer: ServiceViewer, id: string): ServiceQuery =>
  visibleServices(database, viewer).where(sql<boolean>`services.id in ${branchOf(id)}`);

/** The services beneath one, each before those beneath it in turn. */
export function inTreeOrder(rows: readonly ServiceRow[], id: string): (ServiceRow & { depth: number })[] {
  const seen = new Set([id]);
  const beneath = (parent: string, depth: number): (ServiceRow & { depth: number })[] =>
    rows
      .filter((row) => row.parent_id === parent && !seen.has(row.id))
      .flatMap((row) => {
        seen.add(row.id);
        return [{ ...row, depth }, ...beneath(row.id, depth + 1)];
      });
  return beneath(id, 1);
}
