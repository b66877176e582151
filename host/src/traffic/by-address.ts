import { isIP } from 'node:net';
import { sql, type Kysely, type RawBuilder, type SelectQueryBuilder } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { Database } from '../database/tables.js';
import type { CsvColumn } from '../http/files/csv.js';
import type { OperationRequest } from '../http/operation.js';
import type { Listing } from '../http/paging.js';
import { searchPattern } from '../http/search.js';
import type { TrafficContract } from './contract.js';
import type { TrafficPeriod } from './period.js';
import { isSubnet, namesOf, subnetOf, toSource, unattributedSource, type SourceRow } from './sources.js';
import { sumsByCounter } from './sums.js';
import { bitsPerSecond } from './total.js';

type IpTraffic = components['schemas']['IpTraffic'];
type Volume = components['schemas']['TrafficVolume'];
type Query = OperationRequest<'listIpTraffic'>['query'];

/** The sort names of rows. The share follows the sum. */
export const listing: Listing = {
  keys: {
    in: { column: 'in_bytes', type: 'numeric' },
    out: { column: 'out_bytes', type: 'numeric' },
    sum: { column: 'sum_bytes', type: 'numeric' },
    share: { column: 'sum_bytes', type: 'numeric' },
    address: { column: 'position', type: 'inet' },
  },
  id: 'id',
};

/** A row of the list; what is unattributed has no source. */
export interface IpTrafficRow extends Omit<SourceRow, 'source'> {
  id: string;
  source: string | null;
  in_bytes: string;
  out_bytes: string;
  sum_bytes: string;
  in_peak: number | null;
  out_peak: number | null;
  address_count: number;
}

/** The traffic of a contract in a range, and how much of it no address had; undefined where the contract itself was not counted. */
export interface ContractVolume {
  total: { in: bigint; out: bigint };
  rest: { in: bigint; out: bigint } | undefined;
}

/** Reads what the contract's own counter has, else its addresses together. */
export async function readContractVolume(
  database: Kysely<Database>,
  contract: TrafficContract,
  period: TrafficPeriod,
): Promise<ContractVolume> {
  const { port, addresses } = contract;
  const counters = [...addresses.map(({ id }) => id), ...(port === undefined ? [] : [port])];
  const { rows } = await sql<{ of_port: boolean; in: string; out: string }>`
    select counter_id = ${port ?? 0}::integer as of_port, sum(in_bytes)::text as in, sum(out_bytes)::text as out
    from ${sumsByCounter(counters, period)} as sums group by 1`.execute(database);
  const volume = (ofPort: boolean) => {
    const row = rows.find(({ of_port }) => of_port === ofPort);
    return row && { in: BigInt(row.in), out: BigInt(row.out) };
  };
  const known = volume(false) ?? { in: 0n, out: 0n };
  const total = volume(true);
  if (!total) return { total: known, rest: undefined };
  const rest = { in: total.in - known.in, out: total.out - known.out };
  return { total, rest: rest.in === 0n && rest.out === 0n ? undefined : rest };
}

/** The rows that a request asks for, in no order. */
export function selectRows(
  database: Kysely<Database>,
  { id, addresses }: TrafficContract,
  period: TrafficPeriod,
  { rest }: ContractVolume,
  { q, family, minBytes, groupBy, sort = '-sum' }: Query,
): SelectQueryBuilder<Record<string, IpTrafficRow>, string, IpTrafficRow> {
  const counters = addresses.map((counter) => counter.id);
  const source = groupBy === 'subnet' ? subnetOf(id) : sql`address`;
  const search = q?.trim();
  const conditions = [
    ...(family ? [sql`family(source) = ${family}`] : []),
    ...(search ? [sql`(${searchCondition(search)})`] : []),
    sql`true`,
  ];
  const ofAddresses = sql`
    select replace(abbrev(source), '/', '_') as id, abbrev(source) as source, source as position, family(source) as family, ${isSubnet} as is_subnet,
      label, device, in_bytes, out_bytes, in_bytes + out_bytes as sum_bytes, in_peak, out_peak, address_count
    from (
      select ${source} as source, sum(in_bytes) as in_bytes, sum(out_bytes) as out_bytes, count(*)::integer as address_count,
        case when count(*) = 1 then max(in_peak) end as in_peak, case when count(*) = 1 then max(out_peak) end as out_peak
      from ${sumsByCounter(counters, period)} as sums join traffic_counters on id = counter_id group by 1
    ) as sources ${namesOf(id)}
    where ${sql.join(conditions, sql` and `)}`;
  const pieces = rest && !search && !family ? [ofAddresses, ofNoAddress(rest, sort)] : [ofAddresses];
  const least = sql`where sum_bytes >= ${minBytes ?? null}::numeric`;
  const all = sql<IpTrafficRow>`(select * from (${sql.join(pieces, sql` union all `)}) as rows ${minBytes ? least : sql``})`;
  return database.selectFrom(all.as('traffic')).selectAll();
}

/** Sums and number of rows. */
export async function summarize(rows: ReturnType<typeof selectRows>): Promise<{ count: number; in: bigint; out: bigint }> {
  const found = await rows
    .clearSelect()
    .select([
      sql<number>`count(*)`.as('count'),
      sql<string>`coalesce(sum(in_bytes), 0)::text`.as('in'),
      sql<string>`coalesce(sum(out_bytes), 0)::text`.as('out'),
    ])
    .executeTakeFirstOrThrow();
  return { count: found.count, in: BigInt(found.in), out: BigInt(found.out) };
}

/** Bytes as the contract has them. */
export const toVolume = (bytes: { in: bigint; out: bigint }): Volume => ({
  in: String(bytes.in),
  out: String(bytes.out),
  sum: String(bytes.in + bytes.out),
});

/** The part of a whole in percent, with two decimals; null of nothing. */
export const shareOf = (part: bigint, whole: bigint) => (whole === 0n ? null : Number((part * 10_000n) / whole) / 100);

/** The row as the contract has it. */
export function toIpTraffic(row: IpTrafficRow, { total }: ContractVolume): IpTraffic {
  const { source, in_bytes, out_bytes, sum_bytes, in_peak, out_peak, address_count } = row;
  return {
    ...(source === null ? unattributedSource : toSource({ ...row, source })),
    ...(row.is_subnet && { addressCount: address_count }),
    in: in_bytes,
    out: out_bytes,
    sum: sum_bytes,
    sharePercent: shareOf(BigInt(sum_bytes), total.in + total.out),
    peakBitsPerSecond: in_peak === null || out_peak === null ? null : { in: bitsPerSecond(in_peak), out: bitsPerSecond(out_peak) },
  };
}

/** The columns of the CSV file. */
export function csvColumns(volume: ContractVolume): CsvColumn<IpTrafficRow>[] {
  const value = (row: IpTrafficRow) => toIpTraffic(row, volume);
  return [
    { title: 'Address', value: (row) => row.source ?? 'Unattributed' },
    { title: 'Label', value: (row) => row.label },
    { title: 'Device', value: (row) => row.device },
    { title: 'Bytes in', kind: 'number', value: (row) => row.in_bytes },
    { title: 'Bytes out', kind: 'number', value: (row) => row.out_bytes },
    { title: 'Bytes in and out', kind: 'number', value: (row) => row.sum_bytes },
    { title: 'Share in percent', kind: 'number', value: (row) => value(row).sharePercent },
    { title: 'Peak bits per second in', kind: 'number', value: (row) => value(row).peakBitsPerSecond?.in },
    { title: 'Peak bits per second out', kind: 'number', value: (row) => value(row).peakBitsPerSecond?.out },
  ];
}

/** Texts, and of an address also the subnet in which it lies. */
function searchCondition(typed: string): RawBuilder<unknown> {
  const texts = sql`concat_ws(chr(10), abbrev(source), search_text) like ${searchPattern(typed)}`;
  return isIP(typed) && !typed.includes('%') ? sql`${texts} or source >>= ${typed}::inet` : texts;
}

/** The traffic that no address has, in the order of addresses always last. */
function ofNoAddress(rest: { in: bigint; out: bigint }, sort: string): RawBuilder<unknown> {
  const position = sort.startsWith('-') ? '0.0.0.0/0' : 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff';
  return sql`select ${unattributedSource.id}::text, null, ${position}::inet, null, false, null, null,
    ${String(rest.in)}::numeric, ${String(rest.out)}::numeric, ${String(rest.in + rest.out)}::numeric, null, null, 0`;
}
