import { sql, type Kysely, type Selectable, type Transaction } from 'kysely';
import type { components } from 'portal-elements/contract';
import { orderKey, unicodeName, type DnsRecord, type Rrset } from 'portal-elements/dns.js';
import { insertRows } from '../database/insert-rows.js';
import type { DnsRrsetTable } from './tables.js';
import type { Database } from '../database/tables.js';
import { searchText } from '../http/search.js';
import { nextSerial, type ZoneRow } from './zone.js';

export type RrsetRow = Pick<Selectable<DnsRrsetTable>, 'name' | 'type' | 'ttl' | 'records' | 'comment' | 'changed_at'>;

export const rrsetColumns = ['name', 'type', 'ttl', 'records', 'comment', 'changed_at'] as const;

/** Tells whether the client may change a set: the company keeps the SOA and the apex name servers to itself. */
export const isEditable = ({ name, type }: Pick<Rrset, 'name' | 'type'>, zone: string): boolean =>
  type !== 'SOA' && !(type === 'NS' && name === zone);

const toRecord = ({ value, disabled = false }: DnsRecord) => ({ value, disabled });

/** A record set as the contract has it. */
export function toRrset(rrset: Rrset & { changed_at?: Date | null }, zone: string): components['schemas']['DnsRrset'] {
  return {
    name: rrset.name,
    type: rrset.type,
    ttl: rrset.ttl,
    records: rrset.records.map(toRecord),
    comment: rrset.comment ?? null,
    changedAt: rrset.changed_at?.toISOString() ?? null,
    editable: isEditable(rrset, zone),
  };
}

/** The key of the set in its zone; ids are in DNS order. */
export const rrsetId = ({ name, type }: Pick<Rrset, 'name' | 'type'>): string => `${orderKey(name)}\t${type}`;

/** The row of a record set, as `insertRows` takes it. */
export function toRow(zoneId: string, rrset: Rrset, changedAt: Date): DnsRrsetTable {
  const { name, type, ttl } = rrset;
  const comment = rrset.comment || null;
  const records = rrset.records.map(toRecord);
  return {
    zone_id: zoneId,
    id: rrsetId(rrset),
    sort_key: orderKey(name),
    type,
    name,
    ttl,
    record_count: records.length,
    disabled: records.some((record) => record.disabled),
    comment,
    changed_at: changedAt,
    search_text: searchText([name, unicodeName(name), ...records.map((record) => record.value), comment]),
    records,
  } as unknown as DnsRrsetTable;
}

const batch = 5000;

/** Inserts record sets that are not there yet. */
export async function insertRrsets(database: Kysely<Database>, zoneId: string, rrsets: readonly Rrset[], changedAt: Date): Promise<void> {
  for (let at = 0; at < rrsets.length; at += batch) {
    const rows = rrsets.slice(at, at + batch).map((rrset) => toRow(zoneId, rrset, changedAt));
    await insertRows(database, 'dns_rrsets', rows as never[]);
  }
}

/** All record sets of a zone. */
export async function readRrsets(database: Kysely<Database>, zoneId: string): Promise<RrsetRow[]> {
  return await database.selectFrom('dns_rrsets').select(rrsetColumns).where('zone_id', '=', zoneId).execute();
}

export interface ZoneChange {
  /** Sets as they shall be, new or not. */
  replaced: readonly Rrset[];
  deleted: readonly Pick<Rrset, 'name' | 'type'>[];
}

/** Changes record sets of a locked zone, gives it its next serial and version, and resolves with the zone as it is now. */
export async function changeZone(transaction: Transaction<Database>, zone: ZoneRow, { replaced, deleted }: ZoneChange): Promise<ZoneRow> {
  if (replaced.length === 0 && deleted.length === 0) return zone;
  const changedAt = new Date();
  const serial = nextSerial(zone.serial, changedAt);
  const ids = JSON.stringify([...replaced, ...deleted].map(rrsetId));
  await sql`delete from dns_rrsets where zone_id = ${zone.id} and id in (select json_array_elements_text(${ids}::json))`.execute(
    transaction,
  );
  await insertRrsets(transaction, zone.id, replaced, changedAt);
  await setSerial(transaction, zone, serial);
  return await transaction
    .updateTable('dns_zones')
    .set({ serial, version: zone.version + 1, changed_at: changedAt })
    .where('id', '=', zone.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

async function setSerial(transaction: Transaction<Database>, zone: ZoneRow, serial: number): Promise<void> {
  const id = rrsetId({ name: zone.name, type: 'SOA' });
  const soa = await transaction
    .selectFrom('dns_rrsets')
    .select('records')
    .where('zone_id', '=', zone.id)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!soa) return;
  const records = soa.records.map((record) => ({ ...record, value: record.value.replace(/^(\S+ \S+) \d+/, `$1 ${serial}`) }));
  await transaction
    .updateTable('dns_rrsets')
    .set({ records: JSON.stringify(records) })
    .where('zone_id', '=', zone.id)
    .where('id', '=', id)
    .execute();
}
