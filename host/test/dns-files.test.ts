import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { formatZoneFile, indexRrsets, orderKey, parseZoneFile, validateRrset, type FileRrset } from 'portal-elements/dns.js';
import { zoneFolder } from './support/zones.js';

const files = existsSync(zoneFolder) ? readdirSync(zoneFolder).filter((name) => name.endsWith('.zone')) : [];

/** Sets in one order, without where they stood in their file. */
const meaning = (rrsets: readonly FileRrset[]) =>
  rrsets.map(({ lines: _, ...rrset }) => rrset).sort((one, other) => (`${one.name} ${one.type}` < `${other.name} ${other.type}` ? -1 : 1));

if (files.length === 0) test('real zone files', { skip: `there are none in ${zoneFolder.pathname}` }, () => {});

for (const file of files) {
  test(`${file} is read without a mistake, written and read again the same`, () => {
    const content = readFileSync(new URL(file, zoneFolder));
    const first = parseZoneFile(content);
    assert.deepEqual(first.problems, []);
    assert.equal(first.zone, file.replace(/zone$/, ''));
    assert.ok(first.rrsets.some(({ type }) => type === 'SOA'));
    const text = formatZoneFile(first.zone, first.rrsets);
    const second = parseZoneFile(text);
    assert.deepEqual(second.problems, []);
    assert.deepEqual(meaning(second.rrsets), meaning(first.rrsets));
    assert.equal(formatZoneFile(second.zone!, second.rrsets), text);
  });

  test(`${file} has valid records; only known conflicts between them`, () => {
    const { zone, rrsets } = parseZoneFile(readFileSync(new URL(file, zoneFolder)));
    for (const rrset of rrsets) assert.deepEqual(validateRrset(rrset, { zone: zone! }), [], `${rrset.name} ${rrset.type}`);
    const siblings = indexRrsets(rrsets);
    const found = rrsets.flatMap((rrset) =>
      validateRrset(rrset, { zone: zone!, siblings }).map(({ code }) => `${rrset.name} ${rrset.type} ${code}`),
    );
    const known = [
      '*.mixed-wc.example.com. A beside-cname',
      '*.mixed-wc.example.com. CNAME cname-beside-others',
      'mail.example.com. MX target-is-alias',
      'smtp1.example.com. CNAME target-of-others',
    ];
    assert.deepEqual(found.sort(), zone === 'example.com.' ? known : []);
  });

  test(`${file} keeps its order under the order key`, () => {
    const keys = parseZoneFile(readFileSync(new URL(file, zoneFolder))).rrsets.map(({ name }) => ({ name, key: orderKey(name) }));
    for (const { name, key } of keys) assert.equal(key, orderKey(name.toUpperCase()));
    assert.equal(new Set(keys.map(({ key }) => key)).size, new Set(keys.map(({ name }) => name)).size);
  });
}
