import { isIP } from 'node:net';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { Database } from '../database/tables.js';
import type { TrafficContract } from './contract.js';

export type TrafficSource = components['schemas']['TrafficSource'];

/** A row of SQL that names an address or subnet. */
export interface SourceRow {
  source: string;
  family: number;
  is_subnet: boolean;
  label: string | null;
  device: string | null;
}

/** The id of what belongs to no address. */
export const unattributed = 'unattributed';

/** The row as the contract has it. */
export function toSource({ source, family, is_subnet, label, device }: SourceRow): TrafficSource {
  return { id: source.replace('/', '_'), kind: is_subnet ? 'subnet' : 'address', address: source, family, label, device };
}

/** The traffic that no address has. */
export const unattributedSource: TrafficSource = {
  id: unattributed,
  kind: unattributed,
  address: null,
  family: null,
  label: null,
  device: null,
};

/** Names `source`, a column of `from`, by the narrowest address or subnet of the contract in which it lies. */
export const namesOf = (contractId: string): RawBuilder<unknown> => sql`left join lateral (
  select label, device, search_text from traffic_addresses
  where contract_id = ${contractId} and prefix >>= source order by masklen(prefix) desc limit 1) as name on true`;

/** Tells whether `source` is more than one address. */
export const isSubnet = sql<boolean>`masklen(source) < case family(source) when 4 then 32 else 128 end`;

/** The subnet of an address: its /64, for IPv4 the narrowest subnet of the contract that has it, else the address. */
export const subnetOf = (contractId: string): RawBuilder<unknown> => sql`case family(address)
  when 6 then network(set_masklen(address, least(masklen(address), 64)))::inet
  else coalesce((select prefix from traffic_addresses where contract_id = ${contractId} and prefix >>= address and masklen(prefix) < 32
    order by masklen(prefix) desc limit 1), address) end`;

/** The address, or subnet with its `/`, that a text means; undefined when it is none. */
export function readAddress(text: string): string | undefined {
  const [address, length, ...rest] = text.split('/') as [string, string?];
  const family = isIP(address);
  if (family === 0 || rest.length > 0 || address.includes('%')) return undefined;
  if (length === undefined) return address;
  return /^\d{1,3}$/.test(length) && Number(length) <= (family === 4 ? 32 : 128) ? `${address}/${Number(length)}` : undefined;
}

/** The source of an id, with its counters; undefined when the contract has nothing of the kind. */
export async function findSource(
  database: Kysely<Database>,
  { id: contractId, port, addresses }: TrafficContract,
  id: string,
): Promise<{ source: TrafficSource; counters: number[] } | undefined> {
  if (id === unattributed) return port === undefined ? undefined : { source: unattributedSource, counters: addresses.map(({ id }) => id) };
  const address = readAddress(id.replace('_', '/'));
  if (address === undefined) return undefined;
  const { rows } = await sql<SourceRow & { counters: number[]; is_known: boolean }>`
    select abbrev(source) as source, family(source) as family, ${isSubnet} as is_subnet, label, device,
      array(select id from traffic_counters where contract_id = ${contractId} and address <<= source) as counters,
      exists (select from traffic_addresses where contract_id = ${contractId} and prefix = source) as is_known
    from (select network(${address}::inet)::inet as source) as asked ${namesOf(contractId)}`.execute(database);
  const { counters, is_known, ...row } = rows[0]!;
  return counters.length > 0 || is_known ? { source: toSource(row), counters } : undefined;
}
