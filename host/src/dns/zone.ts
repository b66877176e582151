import { randomBytes } from 'node:crypto';
import type { Kysely, Selectable, Transaction } from 'kysely';
import type { components } from 'portal-elements/contract';
import { orderKey, unicodeName } from 'portal-elements/dns.js';
import type { DnsZoneTable } from './tables.js';
import type { Database } from '../database/tables.js';
import { etagOf, requireMatch } from '../http/etag.js';
import { notFound, Problem } from '../http/problem.js';
import { searchText } from '../http/search.js';

export type ZoneRow = Selectable<DnsZoneTable>;

const statusLabels: Readonly<Record<string, string>> = {
  active: 'Active',
  'pending-delegation': 'Waiting for delegation',
  stale: 'Not updated',
  disabled: 'Disabled',
};

export const statusLabel = (status: string): string => statusLabels[status] ?? status;

const isEditable = (zone: ZoneRow): boolean => zone.type === 'primary';

/** A zone as the contract has it. */
export function toZone(zone: ZoneRow, recordCount?: number): components['schemas']['DnsZone'] {
  return {
    id: zone.id,
    name: zone.name,
    unicodeName: zone.unicode_name,
    type: zone.type,
    dnssec: zone.dnssec,
    serial: zone.serial,
    ...(recordCount !== undefined && { recordCount }),
    changedAt: zone.changed_at.toISOString(),
    status: zone.status,
    statusLabel: statusLabel(zone.status),
    etag: etagOf(zone),
    minTtl: zone.min_ttl,
    maxTtl: zone.max_ttl,
    allowedActions: isEditable(zone) ? ['edit', 'import', 'delete'] : [],
  };
}

/** The columns of a zone that follow from its name. */
export function nameColumns(name: string): Pick<ZoneRow, 'name' | 'unicode_name' | 'sort_key' | 'direction' | 'search_text'> {
  const unicode_name = unicodeName(name);
  return {
    name,
    unicode_name,
    sort_key: orderKey(name),
    direction: /(?:^|\.)(?:in-addr|ip6)\.arpa\.$/.test(name) ? 'reverse' : 'forward',
    search_text: searchText([name, unicode_name]),
  };
}

export const newZoneId = (): string => `zon_${randomBytes(12).toString('base64url')}`;

/** The zone of the client. */
export async function findZone(database: Kysely<Database>, clientId: string, zoneId: string): Promise<ZoneRow> {
  const zone = await database
    .selectFrom('dns_zones')
    .selectAll()
    .where('id', '=', zoneId)
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  if (!zone) throw notFound();
  return zone;
}

/** The zone, locked until the transaction ends, when it may be changed and `ifMatch` names its present version. */
export async function lockZone(
  transaction: Transaction<Database>,
  clientId: string,
  zoneId: string,
  ifMatch: string | undefined,
): Promise<ZoneRow> {
  const zone = await transaction
    .selectFrom('dns_zones')
    .selectAll()
    .where('id', '=', zoneId)
    .where('client_id', '=', clientId)
    .forUpdate()
    .executeTakeFirst();
  if (!zone) throw notFound();
  requireMatch(ifMatch, etagOf(zone), 'The zone has changed in the meantime');
  if (!isEditable(zone))
    throw new Problem(409, 'A secondary zone cannot be changed here', {
      type: 'zone-read-only',
      detail: 'Its records come from its primary server.',
    });
  return zone;
}

/** The next serial: the date and a count, never going back; after the greatest it begins anew (RFC 1982). */
export function nextSerial(serial: number, today = new Date()): number {
  const dated = Number(today.toISOString().slice(0, 10).replaceAll('-', '')) * 100 + 1;
  return serial >= 4_294_967_295 ? 1 : Math.max(serial + 1, dated);
}
