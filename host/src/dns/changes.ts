import { sql, type Kysely } from 'kysely';
import type { components } from 'portal-elements/contract';
import {
  absoluteName,
  indexRrsets,
  nameProblem,
  normalValue,
  orderKey,
  tolerable,
  validateDeletion,
  validateRrset,
  type Rrset,
  type RrsetProblem,
} from 'portal-elements/dns.js';
import type { Database } from '../database/tables.js';
import { Problem } from '../http/problem.js';
import { isEditable, readRrsets, rrsetColumns, rrsetId, type ZoneChange } from './rrset.js';
import { sentence, type DnsCode } from './sentences.js';
import type { ZoneRow } from './zone.js';

type Change = components['schemas']['DnsChange'];
type Fault = { pointer: string; detail: string; code: string };

/** The number of faults told at once. */
const mostFaults = 200;

const fault = (pointer: string, code: DnsCode, parameters: Partial<RrsetProblem> = {}): Fault => ({
  pointer,
  code,
  detail: sentence(code, parameters),
});

/** The answer to content that is not acceptable. */
export const invalid = (errors: Fault[]): Problem =>
  new Problem(422, 'Some fields need another look', { errors: errors.slice(0, mostFaults) });

/** Types that can stand in the way of other names than their own. */
const farReaching = ['CNAME', 'DNAME', 'MX', 'NS', 'SRV'];

/** The sets of the zone that the changes could conflict with. */
async function readConcerned(database: Kysely<Database>, zone: ZoneRow, changed: readonly Rrset[]): Promise<Rrset[]> {
  if (changed.some(({ type }) => type === 'DNAME')) return await readRrsets(database, zone.id);
  const keys = JSON.stringify([...new Set(changed.map(({ name }) => orderKey(name)))]);
  return await database
    .selectFrom('dns_rrsets')
    .select(rrsetColumns)
    .where('zone_id', '=', zone.id)
    .where((where) =>
      where.or([where('type', 'in', farReaching), sql<boolean>`sort_key in (select json_array_elements_text(${keys}::json))`]),
    )
    .execute();
}

/** A set whose records, in any order, are the same, as is all else. */
export function sameRrset(one: Rrset, other: Rrset): boolean {
  const records = (rrset: Rrset) => rrset.records.map(({ value, disabled }) => `${disabled ? '-' : '+'}${value}`).sort();
  return (
    one.ttl === other.ttl && (one.comment || null) === (other.comment || null) && records(one).join('\n') === records(other).join('\n')
  );
}

const sameValue = (type: string, value: string) => normalValue(type, value) ?? value;

/** Tells whether a conflict was in the zone before: such a set may still be edited. */
function wasThere(problem: RrsetProblem, rrset: Rrset, before: Rrset | undefined): boolean {
  if (!before || !tolerable.has(problem.code)) return false;
  const index = /^records\/(\d+)/.exec(problem.path)?.[1];
  if (index === undefined) return true;
  const value = sameValue(rrset.type, rrset.records[Number(index)]!.value);
  return before.records.some((record) => !record.disabled && record.value === value);
}

/** Staged changes as record sets, checked against the zone as it will be after all of them; throws 422 with a pointer for each fault. */
export async function planChanges(database: Kysely<Database>, zone: ZoneRow, changes: readonly Change[]): Promise<ZoneChange> {
  const faults: Fault[] = [];
  const wanted = new Map<string, { change: Change; rrset: Rrset; pointer: string }>();
  for (const [index, change] of changes.entries()) {
    const pointer = `/changes/${index}`;
    const name = absoluteName(change.name);
    if (!name) {
      faults.push(fault(`${pointer}/name`, nameProblem(change.name)!));
      continue;
    }
    const rrset = { ...change, name, ttl: change.ttl ?? -1, records: change.records ?? [] };
    if (wanted.has(rrsetId(rrset))) faults.push(fault(pointer, 'changed-twice'));
    else if (change.op === 'delete') faults.push(...validateDeletion(rrset, zone.name).map(({ code }) => fault(pointer, code)));
    else if (!isEditable(rrset, zone.name)) faults.push(fault(pointer, rrset.type === 'SOA' ? 'soa-fixed' : 'not-editable'));
    else if (!change.records) faults.push(fault(pointer, 'records-required'));
    wanted.set(rrsetId(rrset), { change, rrset, pointer });
  }
  if (faults.length) throw invalid(faults);

  const stored = new Map(
    (
      await readConcerned(
        database,
        zone,
        [...wanted.values()].map(({ rrset }) => rrset),
      )
    ).map((rrset) => [rrsetId(rrset), rrset]),
  );
  const after = new Map(stored);
  for (const [id, item] of wanted) {
    if (item.change.op === 'delete') {
      after.delete(id);
      continue;
    }
    const before = stored.get(id);
    const { ttl = before?.ttl ?? Math.max(3600, zone.min_ttl), comment = before?.comment ?? null } = item.change;
    item.rrset = { ...item.rrset, ttl, comment };
    after.set(id, item.rrset);
  }
  const siblings = indexRrsets(after.values());
  const context = { zone: zone.name, minTtl: zone.min_ttl, maxTtl: zone.max_ttl, siblings };
  const replaced: Rrset[] = [];
  const deleted: Rrset[] = [];
  for (const [id, { change, rrset, pointer }] of wanted) {
    const before = stored.get(id);
    if (change.op === 'delete') {
      if (before) deleted.push(rrset);
      continue;
    }
    const problems = validateRrset(rrset, context).filter((problem) => !wasThere(problem, rrset, before));
    // The contract has a value as one text, so a pointer ends there.
    faults.push(...problems.map((problem) => fault(`${pointer}/${problem.path.replace(/(\/value)\/.*$/, '$1')}`, problem.code, problem)));
    const records = rrset.records.map((record) => ({ ...record, value: sameValue(rrset.type, record.value) }));
    const normal = { ...rrset, records };
    if (!before || !sameRrset(before, normal)) replaced.push(normal);
  }
  if (faults.length) throw invalid(faults);
  return { replaced, deleted };
}
