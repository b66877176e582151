import { sql, type SelectQueryBuilder } from 'kysely';
import { formatZoneFile, orderKey } from 'portal-elements/dns.js';
import type { Database } from '../database/tables.js';
import { attachment } from '../http/files/attachment.js';
import { sendCsv, type CsvColumn } from '../http/files/csv.js';
import { etagOf } from '../http/etag.js';
import type { Operation } from '../http/operation.js';
import { fetchBatches, fetchPage, type Listing } from '../http/paging.js';
import { searchPattern } from '../http/search.js';
import { planChanges } from './changes.js';
import { createDnsZone } from './create.js';
import { importDnsZone } from './import.js';
import { changeZone, readRrsets, rrsetColumns, toRrset, type RrsetRow } from './rrset.js';
import { zonesInScope } from './scope.js';
import { findZone, lockZone, statusLabel, toZone, type ZoneRow } from './zone.js';

const zoneListing: Listing = {
  keys: { name: { column: 'sort_key', type: 'text' }, changedAt: { column: 'changed_at', type: 'timestamptz' } },
  id: 'id',
};

type CountedZone = ZoneRow & { record_count?: number };

const recordCount = sql<number>`(select coalesce(sum(record_count), 0) from dns_rrsets where zone_id = dns_zones.id)::integer`;

const zoneColumns = (counted: boolean): CsvColumn<CountedZone>[] => [
  { title: 'Zone', value: (zone) => zone.unicode_name },
  { title: 'Name', value: (zone) => zone.name },
  { title: 'Type', value: (zone) => zone.type },
  { title: 'DNSSEC', value: (zone) => (zone.dnssec ? 'yes' : 'no') },
  { title: 'Serial', kind: 'number', value: (zone) => zone.serial },
  ...(counted ? [{ title: 'Records', kind: 'number', value: (zone: CountedZone) => zone.record_count } as const] : []),
  { title: 'Status', value: (zone) => statusLabel(zone.status) },
  { title: 'Changed', value: (zone) => zone.changed_at.toISOString() },
];

const listDnsZones: Operation<'listDnsZones'> = async ({ database, clientId, contractIds }, { query, wantsCsv }, reply) => {
  const { cursor, limit = 50, sort = 'name', include, ...wanted } = query;
  const { q, type, dnssec, direction } = wanted;
  let filtered = database.selectFrom('dns_zones').where('client_id', '=', clientId);
  if (contractIds) filtered = filtered.where(await zonesInScope(database, contractIds));
  if (q) filtered = filtered.where('search_text', 'like', searchPattern(q));
  if (type) filtered = filtered.where('type', '=', type);
  if (dnssec !== undefined) filtered = filtered.where('dnssec', '=', dnssec);
  if (direction) filtered = filtered.where('direction', '=', direction);
  const counted = include === 'recordCount';
  const all = filtered.selectAll().$if(counted, (zones) => zones.select(recordCount.as('record_count'))) as SelectQueryBuilder<
    Database,
    'dns_zones',
    CountedZone
  >;
  if (wantsCsv) return sendCsv(reply, 'dns-zones', zoneColumns(counted), fetchBatches(all, zoneListing, sort));
  const { rows, page } = await fetchPage(all, zoneListing, { sort, limit, cursor, filter: [clientId, contractIds, wanted] });
  const { total } = await filtered.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { items: rows.map((zone) => toZone(zone, zone.record_count)), page: { ...page, total } };
};

const getDnsZone: Operation<'getDnsZone'> = async ({ database, clientId }, { path }) => {
  return toZone(await findZone(database, clientId, path.zoneId));
};

const deleteDnsZone: Operation<'deleteDnsZone'> = async ({ database, clientId }, { path, headers }, reply) => {
  await database.transaction().execute(async (transaction) => {
    const zone = await lockZone(transaction, clientId, path.zoneId, headers['if-match']);
    await transaction.deleteFrom('dns_zones').where('id', '=', zone.id).execute();
  });
  reply.code(204);
};

const exportDnsZone: Operation<'exportDnsZone'> = async ({ database, clientId }, { path }, reply) => {
  const zone = await findZone(database, clientId, path.zoneId);
  const rrsets = await readRrsets(database, zone.id);
  attachment(reply, `${zone.unicode_name}.zone`, 'text/dns; charset=utf-8');
  return formatZoneFile(zone.name, rrsets);
};

const rrsetListing: Listing = {
  keys: { name: { column: 'sort_key', type: 'text' }, type: { column: 'type', type: 'text' } },
  id: 'id',
};

interface Line extends Omit<RrsetRow, 'records'> {
  value: string;
  disabled: boolean;
}

const lineColumns: CsvColumn<Line>[] = [
  { title: 'Name', value: (line) => line.name },
  { title: 'Type', value: (line) => line.type },
  { title: 'TTL', kind: 'number', value: (line) => line.ttl },
  { title: 'Value', value: (line) => line.value },
  { title: 'Disabled', value: (line) => (line.disabled ? 'yes' : 'no') },
  { title: 'Comment', value: (line) => line.comment },
  { title: 'Changed', value: (line) => line.changed_at.toISOString() },
];

/** A line for each record. */
async function* linesOf(batches: AsyncIterable<RrsetRow[]>): AsyncGenerator<Line[]> {
  for await (const rows of batches) {
    yield rows.flatMap(({ records, ...row }) => records.map(({ value, disabled = false }) => ({ ...row, value, disabled })));
  }
}

/** The types of a zone, by jumping from one to the next in the index instead of reading all of it. */
const presentTypes = (zoneId: string) => sql<{ type: string }>`
  with recursive present as (
    (select type from dns_rrsets where zone_id = ${zoneId} order by type limit 1)
    union all
    select (select type from dns_rrsets where zone_id = ${zoneId} and type > present.type order by type limit 1) from present where present.type is not null
  )
  select type from present where type is not null`;

const listDnsRrsets: Operation<'listDnsRrsets'> = async ({ database, clientId }, { path, query, wantsCsv }, reply) => {
  const zone = await findZone(database, clientId, path.zoneId);
  const { cursor, limit = 50, sort = 'name', ...wanted } = query;
  const { q, name, type, disabled } = wanted;
  let filtered = database.selectFrom('dns_rrsets').where('zone_id', '=', zone.id);
  if (q) filtered = filtered.where('search_text', 'like', searchPattern(q));
  if (name) filtered = filtered.where('sort_key', '=', orderKey(name));
  if (type) filtered = filtered.where('type', '=', type);
  if (disabled !== undefined) filtered = filtered.where('disabled', '=', disabled);
  const all = filtered.select(rrsetColumns);
  reply.header('ETag', etagOf(zone));
  if (wantsCsv) return sendCsv(reply, zone.unicode_name, lineColumns, linesOf(fetchBatches(all, rrsetListing, sort)));
  const { rows, page } = await fetchPage(all, rrsetListing, { sort, limit, cursor, filter: [zone.id, wanted] });
  const isAll = cursor === undefined && page.nextCursor === null;
  const { total } = isAll
    ? { total: rows.length }
    : await filtered.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const types = await presentTypes(zone.id).execute(database);
  return {
    zone: toZone(zone),
    types: types.rows.map((row) => row.type),
    items: rows.map((row) => toRrset(row, zone.name)),
    page: { ...page, total },
  };
};

const changeDnsRrsets: Operation<'changeDnsRrsets'> = async ({ database, clientId }, { path, body, headers }) => {
  const zone = await database.transaction().execute(async (transaction) => {
    const locked = await lockZone(transaction, clientId, path.zoneId, headers['if-match']);
    return await changeZone(transaction, locked, await planChanges(transaction, locked, body.changes));
  });
  return toZone(zone);
};

/** The operations of DNS zones and their records. */
export const dnsOperations = {
  listDnsZones,
  createDnsZone,
  getDnsZone,
  deleteDnsZone,
  exportDnsZone,
  importDnsZone,
  listDnsRrsets,
  changeDnsRrsets,
};
