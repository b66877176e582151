import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '../database/tables.js';
import { Problem } from '../http/problem.js';

/**
 * The zones that belong to these contracts, as a condition on the table `dns_zones`: those whose domain a contract is known by,
 * and what lies under it.
 */
export const zonesInScope = (contractIds: readonly string[]): RawBuilder<boolean> => sql<boolean>`exists (
  select 1 from contracts
  where contracts.client_id = dns_zones.client_id and contracts.id = any(${[...contractIds]}) and contracts.identifier like '%_.%'
    and right('.' || dns_zones.name, length(contracts.identifier) + 2) = '.' || lower(contracts.identifier) || '.')`;

/** Throws 403 unless a zone of this name would belong to one of the contracts. */
export async function requireInScope(database: Kysely<Database>, name: string, contractIds: readonly string[]): Promise<void> {
  const contracts = await database
    .selectFrom('contracts')
    .select('id')
    .where('id', 'in', [...contractIds, ''])
    .where('identifier', 'like', '%_.%')
    .where(sql<boolean>`right('.' || ${name}::text, length(identifier) + 2) = '.' || lower(identifier) || '.'`)
    .execute();
  if (contracts.length === 0) throw new Problem(403, 'This domain is of none of the contracts that you look after');
}
