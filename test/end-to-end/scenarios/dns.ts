import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import type { Page } from 'playwright';
import type { World } from '../portal.test.js';
import { inPhase, noComplaints, signedIn, type Person } from '../support/person.js';

/** A new zone with two records, made by hand. */
async function newZone(person: Person, name: string): Promise<string> {
  const zoneFile = `$ORIGIN ${name}.\nwww 300 IN A 192.0.2.1\nmail 300 IN A 192.0.2.9\n`;
  const { status, text } = await person.request('POST', '/dns-zones', { data: { name, zoneFile } });
  assert.equal(status, 201, text);
  return (JSON.parse(text) as { id: string }).id;
}

async function openRecords(person: Person, zone: string): Promise<void> {
  await person.open(`/dns-records?zone=${zone}`);
  await inPhase(person.page, 'portal-dns-records', 'ready');
}

/** Changes the address of an A record in the editor, and keeps the change for later. */
async function changeAddress(page: Page, record: string, address: string): Promise<void> {
  await page
    .getByRole('button', { name: `Edit ${record}`, exact: false })
    .first()
    .click();
  await page.getByLabel('Address').fill(address);
  await page.getByRole('button', { name: 'Keep this change' }).click();
  await page.getByText('is not saved yet').waitFor();
}

const valuesOf = async (person: Person, zone: string, name: string) => {
  const { text } = await person.request('GET', `/dns-zones/${zone}/rrsets?name=${name}&type=A`);
  return (JSON.parse(text) as { items: { records: { value: string }[] }[] }).items[0]!.records.map(({ value }) => value);
};

export function dns(world: World): void {
  describe('DNS records are edited', () => {
    it('changes are staged, reviewed, saved together and exported', async () => {
      const tech = await signedIn(world.browser, world.portal.url, 'tech@acme.example');
      const { page } = tech;
      const zone = await newZone(tech, 'edited.example');
      await openRecords(tech, zone);
      await changeAddress(page, 'www', '192.0.2.77');
      assert.deepEqual(await valuesOf(tech, zone, 'www.edited.example.'), ['192.0.2.1'], 'nothing is published yet');
      await page.getByRole('button', { name: 'Review and save' }).click();
      await page.getByRole('button', { name: 'Save all changes' }).click();
      await page.getByText('The changes are saved.').first().waitFor();
      assert.deepEqual(await valuesOf(tech, zone, 'www.edited.example.'), ['192.0.2.77']);

      await openRecords(tech, zone);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Download zone file' }).click();
      const file = await readFile(await (await download).path(), 'utf8');
      assert.match(file, /www\s+(300\s+)?IN\s+A\s+192\.0\.2\.77/);
      noComplaints(tech);
      await tech.leave();
    });

    it('a stale edit overwrites nothing: both versions are shown, and the person decides', async () => {
      const tech = await signedIn(world.browser, world.portal.url, 'tech@acme.example');
      const owner = await signedIn(world.browser, world.portal.url, 'owner@acme.example');
      const { page } = tech;
      const zone = await newZone(tech, 'contested.example');
      await openRecords(tech, zone);
      await changeAddress(page, 'www', '192.0.2.50');

      const { text } = await owner.request('GET', `/dns-zones/${zone}`);
      const { etag } = JSON.parse(text) as { etag: string };
      const changes = [{ op: 'replace', name: 'www.contested.example.', type: 'A', ttl: 300, records: [{ value: '192.0.2.60' }] }];
      const theirs = await owner.request('PATCH', `/dns-zones/${zone}/rrsets`, { data: { changes }, headers: { 'If-Match': etag } });
      assert.equal(theirs.status, 200, theirs.text);

      await page.getByRole('button', { name: 'Review and save' }).click();
      await page.getByRole('button', { name: 'Save all changes' }).click();
      await page.getByText('Nothing has been overwritten').waitFor();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('192.0.2.50').first().waitFor();
      await dialog.getByText('192.0.2.60').first().waitFor();
      assert.deepEqual(await valuesOf(tech, zone, 'www.contested.example.'), ['192.0.2.60'], 'theirs stands until the person decides');

      await dialog.getByRole('button', { name: 'Use mine' }).click();
      await dialog.getByRole('button', { name: 'Save all changes' }).click();
      await page.getByText('The changes are saved.').first().waitFor();
      assert.deepEqual(await valuesOf(tech, zone, 'www.contested.example.'), ['192.0.2.50']);
      await owner.leave();
      await tech.leave();
    });
  });
}
