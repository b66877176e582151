import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseZoneFile } from 'portal-elements/dns.js';
import { draftOf, rrsetOf, withField } from '../../src/dns/records/draft.js';
import { zoneFolder } from './support/zones.js';

const folder = fileURLToPath(zoneFolder);
const absent = existsSync(folder) ? false : 'there are no real zone files beside the project';

/** What the element's editor makes of a real record, untouched and after each of its fields was typed again. */
test('every record of real zones opens in the editor and comes back as it was', { skip: absent }, () => {
  let records = 0;
  for (const file of readdirSync(folder)) {
    const { zone, rrsets } = parseZoneFile(readFileSync(`${folder}/${file}`), { origin: file.replace(/\.zone$/, '') });
    for (const { name, type, ttl, records: values } of rrsets) {
      const rrset = { name, type, ttl, records: values, comment: null, editable: true };
      const draft = draftOf(rrset, zone!);
      assert.deepEqual(rrsetOf(draft, zone!), rrset, `${file}: ${name} ${type}`);
      const retyped = draft.values.map((value) => {
        const fields = Object.entries(value.fields);
        return fields.reduce((each, [field, text]) => withField(each, field, text as string), value);
      });
      assert.deepEqual(rrsetOf({ ...draft, values: retyped }, zone!), rrset, `${file}: ${name} ${type}, typed again`);
      records += values.length;
    }
  }
  assert.ok(records > 20_000);
});
