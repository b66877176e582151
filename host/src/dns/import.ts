import type { components } from 'portal-elements/contract';
import type { Rrset } from 'portal-elements/dns.js';
import { etagOf } from '../http/etag.js';
import type { Operation } from '../http/operation.js';
import type { Problem } from '../http/problem.js';
import { invalid, sameRrset } from './changes.js';
import { editableRrsets, mergeRrsets, readFile, refusedNameServers, type Difference } from './file.js';
import { changeZone, isEditable, readRrsets, rrsetId, toRrset } from './rrset.js';
import { sentence } from './sentences.js';
import { lockZone } from './zone.js';

type Result = components['schemas']['DnsImportResult'];

const mostChanges = 500;

/** The changes that make the stored sets those of the file; sets that differ in nothing are counted only. */
function difference(
  stored: readonly Rrset[],
  file: readonly Rrset[],
  mode: 'replace' | 'merge',
): { changes: Difference[]; unchanged: number } {
  const before = new Map(stored.map((rrset) => [rrsetId(rrset), rrset]));
  const changes: Difference[] = [];
  let unchanged = 0;
  for (const rrset of file) {
    const old = before.get(rrsetId(rrset));
    before.delete(rrsetId(rrset));
    const after = !old ? rrset : mode === 'merge' ? mergeRrsets(old, rrset) : { ...rrset, comment: rrset.comment ?? old.comment ?? null };
    if (old && sameRrset(old, after)) unchanged++;
    else changes.push({ before: old ?? null, after });
  }
  if (mode === 'merge') unchanged += before.size;
  else for (const old of before.values()) changes.push({ before: old, after: null });
  return { changes, unchanged };
}

/** A file of nothing but mistakes must not empty the zone. */
function noRecords(first: { line: number; detail: string } | undefined): Problem {
  const detail = first ? `Line ${first.line}: ${first.detail}` : sentence('no-records');
  return invalid([{ pointer: '/zoneFile', code: 'no-records', detail }]);
}

/** Imports a zone file, or shows what that would change. */
export const importDnsZone: Operation<'importDnsZone'> = async ({ database, clientId, event }, { path, body, headers }, reply) => {
  const { zoneFile, mode = 'replace', dryRun = false } = body;
  event.isChange = !dryRun;
  return await database.transaction().execute(async (transaction) => {
    const zone = await lockZone(transaction, clientId, path.zoneId, headers['if-match']);
    const stored = await readRrsets(transaction, zone.id);
    const own = stored.filter((rrset) => !isEditable(rrset, zone.name));
    const context = { zone: zone.name, minTtl: zone.min_ttl, maxTtl: zone.max_ttl };
    const { rrsets, skipped } = readFile(zoneFile, context, mode === 'merge' ? stored : own);
    const wanted = editableRrsets(rrsets, zone.name);
    if (rrsets.length === 0) throw noRecords(skipped[0]);
    const { changes, unchanged } = difference(
      stored.filter((rrset) => isEditable(rrset, zone.name)),
      wanted,
      mode,
    );
    const replaced = changes.flatMap(({ after }) => after ?? []);
    const deleted = changes.flatMap(({ before, after }) => (before && !after ? [before] : []));
    const now = dryRun ? zone : await changeZone(transaction, zone, { replaced, deleted });
    reply.header('ETag', etagOf(now));
    const describe = (rrset: Rrset | null) => rrset && toRrset(rrset, zone.name);
    return {
      applied: !dryRun,
      counts: {
        added: changes.filter(({ before }) => !before).length,
        changed: changes.filter(({ before, after }) => before && after).length,
        removed: deleted.length,
        unchanged,
      },
      changes: changes.slice(0, mostChanges).map(({ before, after }) => ({ before: describe(before), after: describe(after) })),
      skipped: [...skipped, ...refusedNameServers(rrsets, own, zone.name)].sort((one, other) => one.line - other.line),
    } satisfies Result;
  });
};
