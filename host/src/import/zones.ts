import { buffer } from 'node:stream/consumers';
import { absoluteName, parseZoneFile, type Rrset } from 'portal-elements/dns.js';
import { company } from '../company.js';
import { insertZone, withFirstRrsets } from '../dns/create.js';
import { sameRrset } from '../dns/changes.js';
import { mergeRrsets, readFile } from '../dns/file.js';
import { changeZone, isEditable, readRrsets, rrsetId } from '../dns/rrset.js';
import type { ImportFile, ImportFunction } from './types.js';

/** The zone's name as the file has it, else as the file is called: `example.com.zone`, `db.example.com`. */
function zoneName(content: Buffer, filename: string): string {
  const { zone } = parseZoneFile(content);
  const called = filename.replace(/^.*[\\/]/, '').replace(/^(?:db|pri|master)\.|\.(?:zone|db|dns|txt|hosts)$/gi, '');
  const name = zone ?? absoluteName(called + '.');
  if (!name || name.split('.').length < 3) throw new Error(`The file does not tell the name of its zone, and "${filename}" is none.`);
  return name;
}

/**
 * Reads a zone file (RFC 1035, 5) into a new zone of the client, or into the client's zone of that name, where it adds and changes
 * record sets; SOA and name servers of that zone, and what the file does not have, stay. Counts are of record sets.
 */
export const importZone: ImportFunction = async (
  database,
  { clientId, filename, content }: Omit<ImportFile, 'kind'>,
  onProgress = () => {},
) => {
  const bytes = Buffer.isBuffer(content) ? content : await buffer(content);
  const settings = company.dns;
  const name = zoneName(bytes, filename);
  return await database.transaction().execute(async (transaction) => {
    const zone = await transaction.selectFrom('dns_zones').selectAll().where('name', '=', name).forUpdate().executeTakeFirst();
    if (zone && zone.client_id !== clientId) throw new Error(`The zone ${name} belongs to another client.`);
    const stored = zone ? await readRrsets(transaction, zone.id) : [];
    const context = { zone: name, minTtl: zone?.min_ttl ?? settings.minTtl, maxTtl: zone?.max_ttl ?? settings.maxTtl };
    const read = readFile(bytes, context, stored);
    const skipped = read.skipped.map(({ line, detail }) => ({ line, reason: detail }));
    onProgress({ imported: 0, unchanged: 0, skipped: skipped.length });
    let imported: Rrset[] = read.rrsets;
    if (zone) {
      const before = new Map(stored.map((rrset) => [rrsetId(rrset), rrset]));
      imported = read.rrsets
        .filter((rrset) => isEditable(rrset, name))
        .map((rrset) => mergeRrsets(before.get(rrsetId(rrset)) ?? rrset, rrset))
        .filter((rrset) => !sameRrset(rrset, before.get(rrsetId(rrset)) ?? { ...rrset, records: [] }));
      await changeZone(transaction, zone, { replaced: imported, deleted: [] });
    } else if (imported.length > 0) {
      const rrsets = withFirstRrsets(name, imported, settings);
      if (!(await insertZone(transaction, clientId, name, rrsets, settings)))
        throw new Error(`The zone ${name} is being created by someone else.`);
    }
    const result = { imported: imported.length, unchanged: read.rrsets.length - imported.length, skipped };
    onProgress({ ...result, skipped: skipped.length });
    return result;
  });
};
