import { domainOf, zonesInScope } from '../dns/scope.js';
import type { OperationContext } from '../http/operation.js';

/** The client's DNS zone in which a domain lies: the nearest, when several contain it. */
export async function zoneOf({ database, clientId, contractIds }: OperationContext, identifier: string | null): Promise<string | null> {
  const name = domainOf(identifier);
  if (name === undefined) return null;
  const labels = name.split('.');
  const candidates = labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
  let query = database.selectFrom('dns_zones').select(['id', 'name']).where('client_id', '=', clientId).where('name', 'in', candidates);
  if (contractIds) query = query.where(await zonesInScope(database, contractIds));
  const zones = await query.execute();
  return candidates.map((candidate) => zones.find((zone) => zone.name === candidate)?.id).find((id) => id !== undefined) ?? null;
}
