import type { components } from '../../src/api/schema.js';
import { orderKey, parseZoneFile, validateRrset } from '../../src/dns/index.js';
import { cutPage, http, problem } from './http.js';

type Zone = components['schemas']['DnsZone'];
type Rrset = components['schemas']['DnsRrset'];

export const aZone = (part: Partial<Zone> = {}): Zone => ({
  id: 'zon_1',
  name: 'example.com.',
  unicodeName: 'example.com',
  type: 'primary',
  dnssec: false,
  serial: 2026112101,
  changedAt: '2026-11-21T08:00:00Z',
  status: 'active',
  statusLabel: 'Active',
  etag: '"7"',
  minTtl: 60,
  maxTtl: 604800,
  allowedActions: ['edit', 'import', 'delete'],
  ...part,
});

export const someZones: Zone[] = [
  aZone(),
  aZone({ id: 'zon_2', name: 'xn--bcher-kva.example.', unicodeName: 'bücher.example', dnssec: true }),
  aZone({
    id: 'zon_3',
    name: '2.0.192.in-addr.arpa.',
    unicodeName: '2.0.192.in-addr.arpa',
    status: 'pending-delegation',
    statusLabel: 'Waiting',
  }),
  aZone({ id: 'zon_4', name: 'mirror.example.', unicodeName: 'mirror.example', type: 'secondary', status: 'stale', allowedActions: [] }),
  aZone({ id: 'zon_5', name: 'held.example.', unicodeName: 'held.example', status: 'held', statusLabel: 'Held by the registry' }),
];

export const anRrset = (name: string, type: string, values: string[], part: Partial<Rrset> = {}): Rrset => ({
  name,
  type,
  ttl: 3600,
  records: values.map((value) => ({ value, disabled: false })),
  comment: null,
  changedAt: '2026-11-20T09:30:00Z',
  editable: true,
  ...part,
});

/** A record of every kind that zones really hold. */
export const someRrsets: Rrset[] = [
  anRrset('example.com.', 'SOA', ['ns1.hosting.example. hostmaster.hosting.example. 2026112101 10800 3600 604800 3600'], {
    editable: false,
  }),
  anRrset('example.com.', 'NS', ['ns1.hosting.example.', 'ns2.hosting.example.'], { editable: false }),
  anRrset('example.com.', 'A', ['192.0.2.1'], { comment: 'Web server in rack 4' }),
  anRrset('example.com.', 'MX', ['10 mail.example.com.', '20 mail2.example.com.']),
  anRrset('example.com.', 'TXT', ['"v=spf1 mx -all"'], { ttl: 5400 }),
  anRrset('*.example.com.', 'CNAME', ['www.example.com.']),
  anRrset('_sip._tcp.example.com.', 'SRV', ['10 5 5060 sip.example.com.']),
  anRrset('long.example.com.', 'TXT', [`"${'k'.repeat(255)}" "${'p'.repeat(60)}"`], { ttl: 100000 }),
  anRrset('mail.example.com.', 'A', ['192.0.2.10']),
  anRrset('www.example.com.', 'A', ['192.0.2.1', '192.0.2.2'], {
    records: [
      { value: '192.0.2.1', disabled: false },
      { value: '192.0.2.2', disabled: true },
    ],
  }),
];

const key = ({ name, type }: { name: string; type: string }) => `${orderKey(name)} ${type}`;
const stale = () => problem(412, 'The zone has changed in the meantime') as never;

/** A small name server's back end: zones with records, versions that go up, and refusals as the contract has them. */
export class DnsServer {
  zone: Zone;
  zones: Zone[];
  readonly rrsets = new Map<string, Rrset>();

  constructor(rrsets: Rrset[] = someRrsets, zones: Zone[] = someZones) {
    this.zones = zones;
    this.zone = zones[0] ?? aZone();
    this.put(...rrsets);
  }

  put(...rrsets: Rrset[]): void {
    for (const rrset of rrsets) this.rrsets.set(key(rrset), rrset);
  }

  get(name: string, type: string): Rrset | undefined {
    return this.rrsets.get(key({ name, type }));
  }

  /** Another person changes the zone. */
  changeElsewhere(...rrsets: Rrset[]): void {
    this.put(...rrsets);
    this.#next();
  }

  #next(): void {
    const version = Number(this.zone.etag.replaceAll('"', '')) + 1;
    this.zone = { ...this.zone, etag: `"${version}"`, serial: this.zone.serial + 1 };
    this.zones = this.zones.map((each) => (each.id === this.zone.id ? this.zone : each));
  }

  get handlers() {
    return [
      http.get('/dns-zones', ({ query, response }) => {
        const found = this.zones.filter(
          (each) => each.unicodeName.includes(query.get('q') ?? '') && (query.get('type') ?? each.type) === each.type,
        );
        const items = query.get('include') ? found.map((each) => ({ ...each, recordCount: this.rrsets.size })) : found;
        return response(200).json({ items, page: { nextCursor: null, prevCursor: null, total: items.length } });
      }),
      http.post('/dns-zones', async ({ request, response }) => {
        const body = await request.json();
        if (this.zones.some(({ unicodeName }) => unicodeName === body.name))
          return problem(409, 'This zone exists already', { type: 'zone-exists' });
        const zone = aZone({ id: 'zon_new', name: `${body.name}.`, unicodeName: body.name });
        this.zones = [...this.zones, zone];
        return response(201).json(zone);
      }),
      http.delete('/dns-zones/{zoneId}', ({ request, params, response }) => {
        const zone = this.zones.find(({ id }) => id === params.zoneId);
        if (request.headers.get('If-Match') !== zone?.etag) return stale();
        this.zones = this.zones.filter((each) => each !== zone);
        return response(204).empty();
      }),
      http.get('/dns-zones/{zoneId}/rrsets', ({ request, response }) => this.#list(request, (page) => response(200).json(page))),
      http.patch('/dns-zones/{zoneId}/rrsets', async ({ request, response }) => {
        if (request.headers.get('If-Match') !== this.zone.etag) return stale();
        const { changes } = await request.json();
        const errors = changes.flatMap((change, index) =>
          change.op === 'delete'
            ? []
            : validateRrset({ ...change, ttl: change.ttl ?? 3600, records: change.records ?? [] }, { zone: this.zone.name }).map(
                ({ path, code }) => ({ pointer: `/changes/${index}/${path}`, code, detail: `The server says: ${code}` }),
              ),
        );
        if (changes.some(({ name }) => name.startsWith('refused.')))
          errors.push({ pointer: '/changes/0/records/1/value', code: 'company-rule' as never, detail: 'We do not serve this address.' });
        if (errors.length) return problem(422, 'Some fields need another look', { errors });
        for (const { op, ...change } of changes) {
          if (op === 'delete') this.rrsets.delete(key(change));
          else this.put({ editable: true, ttl: 3600, ...change, records: change.records ?? [] });
        }
        this.#next();
        return response(200).json(this.zone);
      }),
      http.post('/dns-zones/{zoneId}/import', async ({ request, response }) => {
        if (request.headers.get('If-Match') !== this.zone.etag) return stale();
        const { zoneFile, dryRun = false } = await request.json();
        const { rrsets, problems } = parseZoneFile(zoneFile, { origin: this.zone.name });
        if (rrsets.length === 0)
          return problem(422, 'Some fields need another look', {
            errors: [{ pointer: '/zoneFile', detail: 'There is no record.' }],
          });
        const changes = rrsets.map(({ lines: _, ...rrset }) => ({
          before: this.get(rrset.name, rrset.type) ?? null,
          after: { ...rrset, editable: true },
        }));
        if (!dryRun) {
          this.put(...changes.map(({ after }) => after));
          this.#next();
        }
        const added = changes.filter(({ before }) => !before).length;
        return response(200).json({
          applied: !dryRun,
          counts: { added, changed: changes.length - added, removed: 0, unchanged: this.rrsets.size },
          changes,
          skipped: problems.map(({ line, detail }) => ({ line, detail })),
        });
      }),
      http.get('/dns-zones/{zoneId}/export', ({ response }) =>
        response.untyped(
          new Response('$ORIGIN example.com.\n', {
            headers: { 'Content-Type': 'text/dns', 'Content-Disposition': 'attachment; filename="example.com.zone"' },
          }),
        ),
      ),
    ];
  }

  #list<T>(request: Request, answer: (page: components['schemas']['DnsRrsetPage']) => T): T {
    const query = new URL(request.url).searchParams;
    const [text, name, type] = ['q', 'name', 'type'].map((each) => query.get(each));
    const found = [...this.rrsets.values()]
      .filter((each) => (!text || JSON.stringify(each).includes(text)) && (!name || each.name === name) && (!type || each.type === type))
      .sort((one, other) => (orderKey(one.name) < orderKey(other.name) ? -1 : 1));
    return answer({
      ...cutPage(found, request),
      zone: this.zone,
      types: [...new Set([...this.rrsets.values()].map((each) => each.type))].sort(),
    });
  }
}
