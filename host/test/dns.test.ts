import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { components } from 'portal-elements/contract';
import { indexRrsets, parseZoneFile, validateRrset } from 'portal-elements/dns.js';
import { demoDns } from '../demo/dns.js';
import { readRrsets } from '../src/dns/rrset.js';
import { importZone } from '../src/import/zones.js';
import { startHost, type Send } from './support/host.js';
import { zoneFolder } from './support/zones.js';

type Zone = components['schemas']['DnsZone'];
type ZonePage = components['schemas']['DnsZonePage'];
type Rrset = components['schemas']['DnsRrset'];
type RrsetPage = components['schemas']['DnsRrsetPage'];
type ImportResult = components['schemas']['DnsImportResult'];
type Problem = components['schemas']['Problem'];

const host = await startHost();
await demoDns(host.database);
const acme = await host.signIn('owner@acme.example');
const globex = await host.signIn('owner@globex.example');

const json = async <Body>(answer: Promise<Response>, status = 200): Promise<Body> => {
  const response = await answer;
  const text = await response.text();
  assert.equal(response.status, status, text.slice(0, 1000));
  return (text ? JSON.parse(text) : undefined) as Body;
};

const find = async (send: Send, name: string): Promise<Zone> => {
  const { items } = await json<ZonePage>(send('GET', `/dns-zones?q=${encodeURIComponent(name)}&limit=200`));
  const zone = items.find((item) => item.name === name);
  assert.ok(zone, `${name} is listed`);
  return zone;
};

let created = 0;
const create = (name = `new-${++created}.example`, zoneFile?: string) =>
  json<Zone>(acme('POST', '/dns-zones', { body: { name, zoneFile } }), 201);

const list = (send: Send, zone: Zone, query = '') => json<RrsetPage>(send('GET', `/dns-zones/${zone.id}/rrsets${query}`));

const change = (zone: Zone, changes: object[], etag = zone.etag) =>
  acme('PATCH', `/dns-zones/${zone.id}/rrsets`, { body: { changes }, headers: { 'if-match': etag } });

const importFile = (zone: Zone, body: object) => acme('POST', `/dns-zones/${zone.id}/import`, { body, headers: { 'if-match': zone.etag } });

const get = (zone: Zone) => json<Zone>(acme('GET', `/dns-zones/${zone.id}`));

const faults = async (answer: Promise<Response>) =>
  (await json<Problem>(answer, 422)).errors!.map(({ pointer, code }) => `${pointer} ${code}`);

describe('zones', () => {
  test('are listed in DNS order, filtered and counted', async () => {
    const all = await json<ZonePage>(acme('GET', '/dns-zones?limit=200'));
    assert.equal(all.page.total, 200);
    assert.equal(all.items.length, 200);
    assert.equal(all.items[0]!.recordCount, undefined);
    const totals = await Promise.all(
      ['type=secondary', 'dnssec=true', 'direction=reverse', 'q=b%C3%BCcher', 'q=%25'].map(
        async (query) => (await json<ZonePage>(acme('GET', `/dns-zones?${query}`))).page.total!,
      ),
    );
    assert.deepEqual([totals[0], totals[2], totals[3], totals[4]], [1, 13, 1, 0]);
    assert.ok(totals[1]! > 10 && totals[1]! < 100);
    const { items } = await json<ZonePage>(acme('GET', '/dns-zones?q=big.acme&include=recordCount'));
    assert.equal(items[0]!.recordCount, 20_000);
    const changed = (await json<ZonePage>(acme('GET', '/dns-zones?sort=-changedAt&limit=200'))).items.map((zone) => zone.changedAt);
    assert.deepEqual(changed, changed.toSorted().reverse());
  });

  test('come as CSV', async () => {
    const response = await acme('GET', '/dns-zones?direction=reverse', { headers: { accept: 'text/csv' } });
    assert.match(response.headers.get('content-type')!, /^text\/csv/);
    assert.equal((await response.text()).trim().split('\r\n').length, 14);
  });

  test('are created under an internationalised name, once, by one client', async () => {
    const zone = await json<Zone>(acme('POST', '/dns-zones', { body: { name: 'Zürich.Example' } }), 201);
    assert.equal(zone.name, 'xn--zrich-kva.example.');
    assert.equal(zone.unicodeName, 'zürich.example');
    assert.match(zone.id, /^zon_[\w-]{10,}$/);
    const { items } = await list(acme, zone);
    assert.deepEqual(
      items.map(({ type, editable }) => [type, editable]),
      [
        ['NS', false],
        ['SOA', false],
      ],
    );
    for (const [send, name] of [
      [acme, 'zürich.example.'],
      [globex, 'XN--ZRICH-KVA.example'],
      [globex, 'www.zürich.example'],
    ] as const) {
      const problem = await json<Problem>(send('POST', '/dns-zones', { body: { name } }), 409);
      assert.match(problem.type!, /zone-exists$/);
    }
    await json<Zone>(acme('POST', '/dns-zones', { body: { name: 'sub.zürich.example' } }), 201);
    for (const name of ['example', '.', 'a..example', `${'a'.repeat(64)}.example`, 'in-addr.arpa', '*.example.org', 'a b.example']) {
      assert.match((await faults(acme('POST', '/dns-zones', { body: { name } })))[0]!, /^\/name name-/, name);
    }
  });

  test('are created from a file, which must be free of mistakes', async () => {
    const zoneFile = '@ 600 IN SOA ns.old.test. admin.old.test. 7 1h 30m 1w 1d\n@ 600 IN NS ns.old.test.\nwww 300 IN A 192.0.2.9\n';
    const zone = await create(undefined, zoneFile);
    assert.equal(zone.serial, 7);
    assert.deepEqual((await list(acme, zone, '?type=A')).items[0]!.records, [{ value: '192.0.2.9', disabled: false }]);
    const { errors } = await json<Problem>(
      acme('POST', '/dns-zones', { body: { name: 'broken.example', zoneFile: `${zoneFile}bad 300 IN A 192.0.2\n` } }),
      422,
    );
    assert.match(errors![0]!.detail, /^Line 4: /);
    assert.equal(errors![0]!.pointer, '/zoneFile');
  });

  test('are deleted with the version that was seen, and only then', async () => {
    const zone = await create();
    await json(acme('DELETE', `/dns-zones/${zone.id}`), 428);
    await json(acme('DELETE', `/dns-zones/${zone.id}`, { headers: { 'if-match': '"99"' } }), 412);
    await json(acme('DELETE', `/dns-zones/${zone.id}`, { headers: { 'if-match': zone.etag } }), 204);
    await json(acme('GET', `/dns-zones/${zone.id}`), 404);
  });

  test('of another client are not there', async () => {
    const zone = await find(acme, 'acme.example.');
    const headers = { 'if-match': zone.etag };
    const changes = [{ op: 'delete', name: 'www.acme.example.', type: 'CNAME' }];
    await json(globex('GET', `/dns-zones/${zone.id}`), 404);
    await json(globex('GET', `/dns-zones/${zone.id}/rrsets`), 404);
    await json(globex('GET', `/dns-zones/${zone.id}/export`), 404);
    await json(globex('DELETE', `/dns-zones/${zone.id}`, { headers }), 404);
    await json(globex('PATCH', `/dns-zones/${zone.id}/rrsets`, { body: { changes }, headers }), 404);
    await json(globex('POST', `/dns-zones/${zone.id}/import`, { body: { zoneFile: '' }, headers }), 404);
    assert.equal((await json<ZonePage>(globex('GET', '/dns-zones?q=acme'))).items.length, 0);
  });

  test('that are secondary cannot be changed', async () => {
    const zone = await find(acme, 'acme-partner.example.');
    assert.deepEqual(zone.allowedActions, []);
    const etag = zone.etag;
    const answers = [
      change(zone, [{ op: 'delete', name: 'www.acme-partner.example.', type: 'CNAME' }]),
      importFile(zone, { zoneFile: 'a 300 IN A 192.0.2.1\n', dryRun: true }),
      acme('DELETE', `/dns-zones/${zone.id}`, { headers: { 'if-match': etag } }),
    ];
    for (const answer of answers) assert.match((await json<Problem>(answer, 409)).type!, /zone-read-only$/);
  });

  test('of the demo are valid throughout', async () => {
    for (const zone of (await json<ZonePage>(acme('GET', '/dns-zones?limit=200'))).items) {
      const rrsets = await readRrsets(host.database, zone.id);
      const siblings = indexRrsets(rrsets);
      for (const rrset of rrsets) assert.deepEqual(validateRrset(rrset, { zone: zone.name, siblings }), [], `${rrset.name} ${rrset.type}`);
    }
  });
});

describe('record sets', () => {
  test('of a zone of 20,000 records come page by page, each once, in DNS order, also when one is added before them meanwhile', async () => {
    const zone = await find(acme, 'big.acme.example.');
    const names: string[] = [];
    let cursor: string | null = '';
    let records = 0;
    const added = { op: 'replace', name: `0.${zone.name}`, type: 'A', ttl: 300, records: [{ value: '192.0.2.1' }] };
    for (let first = true; cursor !== null; first = false) {
      const page: RrsetPage = await list(acme, zone, `?limit=200${cursor ? `&cursor=${cursor}` : ''}`);
      names.push(...page.items.map(({ name, type }) => `${name} ${type}`));
      records += page.items.reduce((sum, rrset) => sum + rrset.records.length, 0);
      cursor = page.page.nextCursor;
      if (first) await json(change(zone, [added]));
    }
    assert.equal(records, 20_000);
    assert.equal(new Set(names).size, names.length);
    const backwards = await list(acme, zone, '?sort=-name&limit=200');
    assert.deepEqual(
      backwards.items.map(({ name, type }) => `${name} ${type}`),
      names.slice(-200).reverse(),
    );
    const back = await list(acme, zone, `?sort=-name&limit=10&cursor=${backwards.page.nextCursor}`);
    assert.equal(
      (await list(acme, zone, `?sort=-name&limit=10&cursor=${back.page.prevCursor}`)).items.at(-1)!.name,
      backwards.items.at(-1)!.name,
    );
  });

  test('are found by name, type, text and whether a record is disabled', async () => {
    const zone = await create(
      undefined,
      '@ 600 IN NS ns.old.test.\nwww IN A 192.0.2.9\n;@comment "Ask Jana"\nwww IN TXT "100% Träume"\n;@disabled old IN A 192.0.2.8\n',
    );
    const names = async (query: string) => (await list(acme, zone, query)).items.map(({ name, type }) => `${name.split('.')[0]} ${type}`);
    const own = zone.name.split('.')[0];
    assert.deepEqual(await names('?sort=type'), ['old A', 'www A', `${own} NS`, `${own} SOA`, 'www TXT']);
    assert.deepEqual(await names('?q=jana'), ['www TXT']);
    assert.deepEqual(await names('?q=100%25'), ['www TXT']);
    assert.deepEqual(await names('?q=192.0.2.'), ['old A', 'www A']);
    assert.deepEqual(await names('?disabled=true'), ['old A']);
    assert.deepEqual(await names(`?name=WWW.${zone.name}`), ['www A', 'www TXT']);
    assert.deepEqual(await names('?type=NAPTR'), []);
    const page = await list(acme, zone, '?q=jana');
    assert.deepEqual(page.types, ['A', 'NS', 'SOA', 'TXT']);
    assert.equal(page.page.total, 1);
    assert.equal(page.zone.id, zone.id);
  });

  test('come as CSV, a line for each record, formulas defused', async () => {
    const zone = await create();
    await json(
      change(zone, [
        {
          op: 'replace',
          name: zone.name,
          type: 'MX',
          ttl: 300,
          records: [{ value: '10 a.example.' }, { value: '20 b.example.' }],
          comment: '=1+1',
        },
      ]),
    );
    const lines = (await (await acme('GET', `/dns-zones/${zone.id}/rrsets?type=MX`, { headers: { accept: 'text/csv' } })).text())
      .trim()
      .split('\r\n');
    assert.equal(lines.length, 3);
    assert.match(lines[1]!, /,MX,300,10 a\.example\.,no,'=1\+1,/);
  });

  test('are changed all at once, with a new serial and version', async () => {
    const zone = await create();
    const www = `www.${zone.name}`;
    const response = await change(zone, [
      { op: 'replace', name: www.toUpperCase(), type: 'AAAA', ttl: 300, records: [{ value: '2001:DB8:0::1' }], comment: 'first' },
      { op: 'replace', name: zone.name, type: 'TXT', ttl: 300, records: [{ value: '"é"', disabled: true }] },
    ]);
    const changed = await json<Zone>(Promise.resolve(response));
    assert.equal(response.headers.get('etag'), '"2"');
    assert.ok(changed.serial > zone.serial);
    const { items } = await list(acme, zone, '?limit=10');
    const set = (type: string) => items.find((rrset: Rrset) => rrset.type === type)!;
    assert.deepEqual([set('AAAA').name, set('AAAA').records[0]!.value, set('AAAA').comment], [www, '2001:db8::1', 'first']);
    assert.deepEqual(set('TXT').records, [{ value: '"\\195\\169"', disabled: true }]);
    assert.ok(set('SOA').records[0]!.value.includes(` ${changed.serial} `));
    const kept = await json<Zone>(change(changed, [{ op: 'replace', name: www, type: 'AAAA', records: [{ value: '2001:db8::2' }] }]));
    const again = (await list(acme, zone, '?type=AAAA')).items[0]!;
    assert.deepEqual([again.ttl, again.comment, again.records[0]!.value], [300, 'first', '2001:db8::2']);
    const same = await json<Zone>(change(kept, [{ op: 'replace', name: www, type: 'AAAA', records: [{ value: '2001:db8::2' }] }]));
    assert.equal(same.etag, kept.etag);
  });

  test('need If-Match with the present version', async () => {
    const zone = await create();
    const changes = [{ op: 'replace', name: `a.${zone.name}`, type: 'A', ttl: 300, records: [{ value: '192.0.2.1' }] }];
    await json(acme('PATCH', `/dns-zones/${zone.id}/rrsets`, { body: { changes } }), 428);
    await json(acme('POST', `/dns-zones/${zone.id}/import`, { body: { zoneFile: '' } }), 428);
    await json(change(zone, changes));
    for (const etag of [zone.etag, 'W/"2"', '2', '"3"']) {
      const response = await change(zone, changes, etag);
      assert.equal(response.status, 412, etag);
      assert.equal(response.headers.get('etag'), '"2"');
    }
    await json(change(zone, changes, '"1", "2"'));
    await json(change(zone, changes, '*'));
  });

  test('are all refused when one is wrong, with a pointer to each fault', async () => {
    const zone = await create();
    const at = (name: string) => `${name}.${zone.name}`;
    const replace = (name: string, type: string, values: string[], ttl = 300) => ({
      op: 'replace',
      name,
      type,
      ttl,
      records: values.map((value) => ({ value })),
    });
    const refused = [
      [replace(at('a'), 'A', ['192.0.2.1', '192.0.2.300']), 'records/1/value ipv4-invalid'],
      [replace(at('a'), 'A', ['192.0.2.1', '192.0.2.1']), 'records/1/value duplicate-value'],
      [replace(at('a'), 'AAAA', ['::1::']), 'records/0/value ipv6-invalid'],
      [replace(at('a'), 'A', ['192.0.2.1'], 5), 'ttl ttl-too-small'],
      [replace('www.elsewhere.example.', 'A', ['192.0.2.1']), 'name outside-zone'],
      [replace(`${'a'.repeat(64)}.${zone.name}`, 'A', ['192.0.2.1']), 'name label-too-long'],
      [replace(zone.name.slice(0, -1), 'A', ['192.0.2.1']), 'name name-not-absolute'],
      [replace(zone.name, 'CNAME', ['a.example.']), 'name cname-at-apex'],
      [replace(at('c'), 'CNAME', ['a.example.', 'b.example.']), 'records/1/value single-value'],
      [replace(at('m'), 'MX', ['10 192.0.2.1.']), 'records/0/value target-is-address'],
      [replace(at('m'), 'MX', ['10 mail.example.com']), 'records/0/value name-not-absolute'],
      [replace(at('m'), 'MX', ['70000 mail.example.com.']), 'records/0/value number-invalid'],
      [replace(at('t'), 'TXT', ['v=spf1 -all']), 'records/0/value quotes-required'],
      [replace(at('t'), 'TXT', [`"${'x'.repeat(256)}"`]), 'records/0/value string-too-long'],
      [replace(at('t'), 'TLSA', ['3 1 1 abcd']), 'records/0/value hex-length'],
      [replace(at('u'), 'NONSENSE', ['x']), 'type type-unknown'],
      [replace(at('u'), 'TYPE65534', ['\\# 2 00']), 'records/0/value generic-invalid'],
      [replace(zone.name, 'SOA', ['a. b. 1 2 3 4 5']), ' soa-fixed'],
      [replace(zone.name, 'NS', ['ns.example.']), ' not-editable'],
      [{ op: 'delete', name: zone.name, type: 'NS' }, ' apex-ns-required'],
      [{ op: 'delete', name: zone.name, type: 'SOA' }, ' soa-fixed'],
      [{ op: 'replace', name: at('a'), type: 'A' }, ' records-required'],
    ] as const;
    for (const [wrong, expected] of refused) {
      const found = await faults(change(zone, [replace(at('good'), 'A', ['192.0.2.1']), wrong]));
      assert.ok(found.includes(`/changes/1${expected.startsWith(' ') ? '' : '/'}${expected}`), `${expected}, not ${found.join(', ')}`);
    }
    assert.equal((await get(zone)).etag, zone.etag);
    assert.equal((await list(acme, zone)).items.length, 2);
  });

  test('are checked against the zone as it will be after all changes', async () => {
    const zone = await create(
      undefined,
      'www IN A 192.0.2.1\nmail IN A 192.0.2.2\n@ IN MX 10 mail\nalias IN CNAME www\nd IN DNAME elsewhere.example.\n',
    );
    const at = (name: string) => `${name}.${zone.name}`;
    const replace = (name: string, type: string, value: string) => ({
      op: 'replace',
      name: at(name),
      type,
      ttl: 300,
      records: [{ value }],
    });
    const remove = (name: string, type: string) => ({ op: 'delete', name: at(name), type });
    assert.deepEqual(await faults(change(zone, [replace('www', 'CNAME', 'a.example.')])), ['/changes/0/name cname-beside-others']);
    assert.deepEqual(await faults(change(zone, [replace('alias', 'TXT', '"x"')])), ['/changes/0/name beside-cname']);
    assert.deepEqual(await faults(change(zone, [replace('x.d', 'TXT', '"x"')])), ['/changes/0/name below-dname']);
    assert.deepEqual(await faults(change(zone, [replace('y', 'DNAME', 'a.example.'), replace('x.y', 'A', '192.0.2.1')])), [
      '/changes/0/name dname-above-others',
      '/changes/1/name below-dname',
    ]);
    assert.deepEqual(await faults(change(zone, [replace('list', 'MX', `10 ${at('alias')}`)])), [
      '/changes/0/records/0/value target-is-alias',
    ]);
    assert.deepEqual(await faults(change(zone, [remove('mail', 'A'), replace('mail', 'CNAME', at('www'))])), [
      '/changes/1/name target-of-others',
    ]);
    const changed = await json<Zone>(
      change(zone, [replace('www', 'CNAME', 'a.example.'), remove('www', 'A'), remove('alias', 'CNAME'), replace('alias', 'TXT', '"x"')]),
    );
    assert.equal(changed.etag, '"2"');
  });

  test('may be changed at the same time by one only', async () => {
    const zone = await create();
    const changes = (value: string) => [{ op: 'replace', name: `a.${zone.name}`, type: 'A', ttl: 300, records: [{ value }] }];
    const statuses = (await Promise.all(['192.0.2.1', '192.0.2.2', '192.0.2.3'].map((value) => change(zone, changes(value))))).map(
      ({ status }) => status,
    );
    assert.deepEqual(statuses.sort(), [200, 412, 412]);
  });
});

describe('zone files', () => {
  const meaning = (text: string, zone: string, skipped: readonly number[] = []) =>
    parseZoneFile(text, { origin: zone })
      .rrsets.filter(({ name, type }) => type !== 'SOA' && !(type === 'NS' && name === zone))
      .flatMap(({ name, type, ttl, records, lines, comment }) =>
        records
          .filter((_, index) => !skipped.includes(lines[index]!))
          .map(({ value, disabled }) => JSON.stringify([name, type, ttl, value, disabled, comment])),
      )
      .sort();

  test('show what they would change before they do', async () => {
    const zone = await create(undefined, 'www IN A 192.0.2.1\nold IN A 192.0.2.2\nsame IN A 192.0.2.3\n');
    const zoneFile =
      'www IN A 192.0.2.9\nsame IN A 192.0.2.3\nnew IN A 192.0.2.4\nbad IN A 192.0.2\n$INCLUDE more.zone\nwww.example.org. IN A 192.0.2.1\n';
    const dry = await json<ImportResult>(importFile(zone, { zoneFile, dryRun: true }));
    assert.deepEqual(dry.counts, { added: 1, changed: 1, removed: 1, unchanged: 1 });
    assert.equal(dry.applied, false);
    assert.deepEqual(
      dry.skipped.map(({ line }) => line),
      [4, 5, 6],
    );
    assert.match(dry.skipped[0]!.detail, /IPv4/);
    assert.equal((await get(zone)).etag, zone.etag);
    const merged = await json<ImportResult>(importFile(zone, { zoneFile, mode: 'merge' }));
    assert.deepEqual(merged.counts, { added: 1, changed: 1, removed: 0, unchanged: 2 });
    const www = (await list(acme, zone, '?q=www')).items[0]!;
    assert.deepEqual(
      www.records.map(({ value }) => value),
      ['192.0.2.1', '192.0.2.9'],
    );
    const replaced = await json<ImportResult>(importFile(await get(zone), { zoneFile }));
    assert.deepEqual(replaced.counts, { added: 0, changed: 1, removed: 1, unchanged: 2 });
    assert.equal(replaced.applied, true);
    assert.deepEqual(await faults(importFile(await get(zone), { zoneFile: 'nothing to read here' })), ['/zoneFile no-records']);
  });

  test('are exported with a name, and disabled records and comments come back', async () => {
    const zone = await create('köln.example');
    const name = `www.${zone.name}`;
    await json(
      change(zone, [
        {
          op: 'replace',
          name,
          type: 'A',
          ttl: 300,
          records: [{ value: '192.0.2.1' }, { value: '192.0.2.2', disabled: true }],
          comment: 'Größe "L"',
        },
      ]),
    );
    const response = await acme('GET', `/dns-zones/${zone.id}/export`);
    assert.match(response.headers.get('content-type')!, /^text\/dns/);
    assert.match(response.headers.get('content-disposition')!, /filename\*=UTF-8''k%C3%B6ln\.example\.zone/);
    const text = await response.text();
    const result = await json<ImportResult>(importFile(await get(zone), { zoneFile: text }));
    assert.deepEqual(result.counts, { added: 0, changed: 0, removed: 0, unchanged: 1 });
    assert.deepEqual(result.skipped, []);
  });

  const files = existsSync(zoneFolder) ? readdirSync(zoneFolder).filter((file) => file.endsWith('.zone')) : [];
  if (files.length === 0) test('of others', { skip: `there are none in ${zoneFolder.pathname}` }, () => {});

  for (const file of files) {
    test(`${file} is created, imported and exported with the same meaning, and the second time changes nothing`, async () => {
      const zoneFile = readFileSync(new URL(file, zoneFolder), 'utf8');
      const zone = await create(file.replace(/\.zone$/, ''));
      const dry = await json<ImportResult>(importFile(zone, { zoneFile, dryRun: true }));
      const applied = await json<ImportResult>(importFile(zone, { zoneFile }));
      assert.deepEqual({ ...applied, applied: false }, dry);
      const unreadable = applied.skipped.filter(({ detail }) => !detail.includes('kept by the company'));
      assert.ok(
        unreadable.every(({ detail }) => detail.includes('*.mixed-wc.example.com. CNAME')),
        JSON.stringify(unreadable),
      );
      const exported = await (await acme('GET', `/dns-zones/${zone.id}/export`)).text();
      const skipped = unreadable.map(({ line }) => line);
      assert.deepEqual(meaning(exported, zone.name), meaning(zoneFile, zone.name, skipped));
      const again = await json<ImportResult>(importFile(await get(zone), { zoneFile }));
      assert.deepEqual([again.counts.added, again.counts.changed, again.counts.removed], [0, 0, 0]);
      const after = await get(zone);
      await json(acme('DELETE', `/dns-zones/${zone.id}`, { headers: { 'if-match': after.etag } }), 204);

      const whole = { kind: 'zones', clientId: 'cli_globex', filename: file, content: readFileSync(new URL(file, zoneFolder)) };
      const first = await importZone(host.database, whole);
      assert.equal(first.imported, parseZoneFile(zoneFile, { origin: zone.name }).rrsets.length - skipped.length);
      assert.deepEqual(
        first.skipped.map(({ line }) => line),
        skipped,
      );
      const seen = await find(globex, zone.name);
      const second = await importZone(host.database, whole);
      assert.deepEqual([second.imported, second.unchanged], [0, first.imported]);
      assert.equal((await find(globex, zone.name)).etag, seen.etag);
      await assert.rejects(importZone(host.database, { ...whole, clientId: 'cli_acme' }), /another client/);
    });
  }
});
