import { sql, type Kysely } from 'kysely';
import { absoluteName, parentName, type Rrset } from 'portal-elements/dns.js';
import { company, type Company } from '../company.js';
import type { Database } from '../database/tables.js';
import type { Operation } from '../http/operation.js';
import { Problem } from '../http/problem.js';
import { invalid } from './changes.js';
import { readFile } from './file.js';
import { insertRrsets } from './rrset.js';
import { requireInScope } from './scope.js';
import { sentence } from './sentences.js';
import { nameColumns, newZoneId, nextSerial, toZone, type ZoneRow } from './zone.js';

/** The sets that every zone begins with (RFC 1035, 5.2). */
export function firstRrsets(zone: string, serial: number, { nameServers, contact, ttl }: Company['dns']): Rrset[] {
  return [
    { name: zone, type: 'SOA', ttl, records: [{ value: `${nameServers[0]} ${contact} ${serial} 10800 3600 604800 3600` }] },
    { name: zone, type: 'NS', ttl, records: nameServers.map((value) => ({ value })) },
  ];
}

/** The sets with a SOA and name servers, the company's where there are none. */
export function withFirstRrsets(zone: string, rrsets: readonly Rrset[], settings: Company['dns']): Rrset[] {
  const has = (type: string) => rrsets.some((rrset) => rrset.type === type && rrset.name === zone);
  return [...firstRrsets(zone, nextSerial(0), settings).filter(({ type }) => !has(type)), ...rrsets];
}

/** The serial in a zone's SOA. */
export const serialOf = (rrsets: readonly Rrset[]): number => {
  const soa = rrsets.find(({ type }) => type === 'SOA');
  return Number(soa?.records[0]?.value.split(' ')[2] ?? 0);
};

/** Names that no client can have a zone for: the root, top-level domains, and the tops of the reverse tree. */
const isAllowed = (name: string): boolean =>
  /^(?:[a-z0-9_](?:[a-z0-9_/-]{0,61}[a-z0-9_])?\.){2,}$/.test(name) && !/^(?:in-addr|ip6)\.arpa\.$/.test(name);

/** Tells whether the name, or one above it in another client's hands, is taken. */
async function isTaken(database: Kysely<Database>, clientId: string, name: string): Promise<boolean> {
  const names: string[] = [];
  for (let above: string | undefined = name; above && above !== '.'; above = parentName(above)) names.push(above);
  const taken = await database
    .selectFrom('dns_zones')
    .select('id')
    .where('name', 'in', names)
    .where((where) => where.or([where('name', '=', name), where('client_id', '!=', clientId)]))
    .executeTakeFirst();
  return taken !== undefined;
}

const exists = () => new Problem(409, 'This zone exists already', { type: 'zone-exists' });

/** Inserts a zone with its sets; undefined when its name has been taken meanwhile. */
export async function insertZone(
  database: Kysely<Database>,
  clientId: string,
  name: string,
  rrsets: readonly Rrset[],
  settings: Company['dns'],
): Promise<ZoneRow | undefined> {
  const changedAt = new Date();
  const zone = await database
    .insertInto('dns_zones')
    .values({
      ...nameColumns(name),
      id: newZoneId(),
      client_id: clientId,
      type: 'primary',
      dnssec: false,
      serial: serialOf(rrsets),
      version: 1,
      status: 'active',
      min_ttl: settings.minTtl,
      max_ttl: settings.maxTtl,
      changed_at: changedAt,
    })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returningAll()
    .executeTakeFirst();
  if (zone) await insertRrsets(database, zone.id, rrsets, changedAt);
  return zone;
}

/** Creates a zone, empty or from a zone file, which must be free of mistakes. */
export const createDnsZone: Operation<'createDnsZone'> = async ({ database, clientId, contractIds }, { body }, reply) => {
  const settings = company.dns;
  const name = absoluteName(body.name.trim().replace(/\.?$/, '.'));
  if (!name || !isAllowed(name)) {
    const code = name ? 'name-not-allowed' : 'name-invalid';
    throw invalid([{ pointer: '/name', code, detail: sentence(code) }]);
  }
  if (contractIds) await requireInScope(database, name, contractIds);
  let rrsets: Rrset[] = [];
  if (body.zoneFile !== undefined) {
    const read = readFile(body.zoneFile, { zone: name, minTtl: settings.minTtl, maxTtl: settings.maxTtl });
    if (read.skipped.length) {
      throw invalid(read.skipped.map(({ line, detail }) => ({ pointer: '/zoneFile', code: 'line', detail: `Line ${line}: ${detail}` })));
    }
    rrsets = read.rrsets;
  }
  const zone = await database.transaction().execute(async (transaction) => {
    // Two people must not create a zone and one below it at the same time.
    await sql`select pg_advisory_xact_lock(hashtext('dns_zones'))`.execute(transaction);
    if (await isTaken(transaction, clientId, name)) throw exists();
    return await insertZone(transaction, clientId, name, withFirstRrsets(name, rrsets, settings), settings);
  });
  if (!zone) throw exists();
  reply.code(201);
  return toZone(zone);
};
