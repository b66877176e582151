import { sql, type Kysely, type RawBuilder } from 'kysely';
import { absoluteName, isWithin } from 'portal-elements/dns.js';
import type { Database } from '../database/tables.js';
import { Problem } from '../http/problem.js';

/** The domain that a contract is known by, as zones are named; undefined when it is known by something else. */
export function domainOf(identifier: string | null): string | undefined {
  if (!identifier?.includes('.') || /\s/.test(identifier)) return undefined;
  return absoluteName(identifier.replace(/\.?$/, '.'));
}

/** The domains that these contracts are known by. */
async function domainsOf(database: Kysely<Database>, contractIds: readonly string[]): Promise<string[]> {
  const contracts = database
    .selectFrom('contracts')
    .select('identifier')
    .where('id', 'in', [...contractIds, '']);
  return (await contracts.execute()).map(({ identifier }) => domainOf(identifier)).filter((domain) => domain !== undefined);
}

/**
 * The zones that belong to these contracts, as a condition on the table `dns_zones`: those whose domain a contract is known by,
 * and what lies under it.
 */
export async function zonesInScope(database: Kysely<Database>, contractIds: readonly string[]): Promise<RawBuilder<boolean>> {
  const domains = await domainsOf(database, contractIds);
  return sql<boolean>`exists (
    select from unnest(${domains}::text[]) as domain where right('.' || dns_zones.name, length(domain) + 1) = '.' || domain)`;
}

/** Throws 403 unless a zone of this name would belong to one of the contracts. */
export async function requireInScope(database: Kysely<Database>, name: string, contractIds: readonly string[]): Promise<void> {
  const domains = await domainsOf(database, contractIds);
  if (!domains.some((domain) => isWithin(name, domain)))
    throw new Problem(403, 'This domain is of none of the contracts that you look after');
}
