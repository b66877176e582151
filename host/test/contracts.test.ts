import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import Papa from 'papaparse';
import type { components } from 'portal-elements/contract';
import { startHost, type Send } from './support/host.js';

type Contract = components['schemas']['Contract'];
type ContractPage = components['schemas']['ContractPage'];

const host = await startHost();
const owner = await host.signIn('owner@acme.example');
const tech = await host.signIn('tech@acme.example');
const lines = await host.signIn('lines@acme.example');
const globex = await host.signIn('owner@globex.example');

async function list(query = '', send: Send = owner): Promise<ContractPage> {
  const response = await send('GET', `/contracts?${query}`);
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as ContractPage;
}

async function get(id: string, send: Send = owner): Promise<Contract> {
  const response = await send('GET', `/contracts/${id}`);
  assert.equal(response.status, 200);
  return (await response.json()) as Contract;
}

const numbers = ({ items }: ContractPage) => items.map(({ number }) => number);

describe('the list of contracts', () => {
  test('holds every contract, or only the current ones, or those of a status, and always tells how many have ended', async () => {
    const all = await list();
    const current = await list('status=current');
    const ended = await list('status=ended');
    assert.equal(current.items.length + ended.items.length, all.items.length);
    assert.ok(current.items.every(({ status }) => status !== 'ended'));
    assert.deepEqual(numbers(ended).sort(), ['H-3907', 'V-2003']);
    for (const page of [all, current, ended]) assert.equal(page.summary?.ended, 2);
    assert.equal(current.page.total, current.items.length);
    assert.deepEqual(numbers(await list('status=suspended')), ['H-4002']);
  });

  test('finds by number, name and identifier, without regard to case and accents', async () => {
    assert.deepEqual(numbers(await list('q=v-2001')), ['V-2001']);
    assert.deepEqual(numbers(await list('q=OFFICE+TELE')), ['V-2001']);
    assert.deepEqual(numbers(await list('q=bucher')), ['N-6002']);
    assert.deepEqual((await list('q=summer&status=current')).summary, { ended: 1 });
    assert.deepEqual(numbers(await list('kind=serverhousing')), ['S-3001', 'S-3002']);
  });

  for (const sort of ['number', 'name', 'startsOn'] as const) {
    test(`is the same forwards and backwards, a row at a time, by ${sort}`, async () => {
      const down = (await list(`sort=-${sort}`)).items.map(({ id }) => id);
      const up: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const { items, page } = await list(`sort=${sort}&limit=3${cursor && `&cursor=${cursor}`}`);
        up.push(...items.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      assert.deepEqual(up, down.reverse());
    });
  }

  test('is a file of the whole filter', async () => {
    const response = await owner('GET', '/contracts?status=current&limit=1', { headers: { Accept: 'text/csv' } });
    const { data } = Papa.parse<Record<string, string>>(await response.text(), { header: true, skipEmptyLines: true });
    assert.equal(data.length, (await list('status=current')).items.length);
    const office = data.find(({ Number: number }) => number === 'V-2001')!;
    assert.deepEqual(
      [office['Kind'], office['Price'], office['Currency'], office['Period'], office['Renews on']],
      ['Telephony', '89.00', 'EUR', 'month', '2027-03-01'],
    );
  });

  test('does not contain what belongs to another client', async () => {
    assert.deepEqual(numbers(await list('', globex)), ['H-4101', 'V-2101']);
    assert.equal((await globex('GET', '/contracts/con_acme_voip')).status, 404);
  });
});

test('a person who is limited to some contracts has these, and no others', async () => {
  assert.deepEqual(numbers(await list('', lines)), ['V-2001']);
  assert.deepEqual((await list('', lines)).summary, { ended: 0 });
  assert.equal((await lines('GET', '/contracts/con_acme_voip2')).status, 404);
  const file = await (await lines('GET', '/contracts', { headers: { Accept: 'text/csv' } })).text();
  assert.equal(file.trim().split('\r\n').length, 2);
});

describe('one contract', () => {
  test('has what its kind adds, and says what else there is to see', async () => {
    const rack = await get('con_acme_rack');
    assert.deepEqual(rack.shows, ['traffic', 'traffic-by-ip', 'invoices']);
    assert.deepEqual(
      rack.facts?.find(({ key }) => key === 'port-speed'),
      { key: 'port-speed', label: 'Port speed', values: ['1000000000'], type: 'bits-per-second' },
    );
    assert.deepEqual((await get('con_acme_voip')).shows, ['calls', 'invoices']);
    assert.equal((await list('kind=voip')).items[0]!.facts, undefined, 'facts are not in the list');
  });

  test('says why it is suspended', async () => {
    assert.match((await get('con_acme_shop')).statusReason ?? '', /overdue/);
  });

  test('names the zone of its domain: the nearest of this client', async () => {
    for (const name of ['acme.example', 'bücher.example'])
      assert.equal((await owner('POST', '/dns-zones', { body: { name } })).status, 201);
    const { zoneId } = await get('con_acme_shop');
    const { name } = await host.database.selectFrom('dns_zones').select('name').where('id', '=', zoneId!).executeTakeFirstOrThrow();
    assert.equal(name, 'acme.example.');
    assert.notEqual((await get('con_acme_domain2')).zoneId, null, 'a name with letters beyond ASCII');
    assert.equal((await get('con_acme_voip')).zoneId, null);
  });

  test('has null for a price where nothing fixed is charged', async () => {
    assert.equal((await get('con_acme_fax')).price, null);
  });
});

test('the price is kept from whom the field is hidden, in the list, in one contract and in the file', async () => {
  assert.deepEqual((await get('con_acme_voip')).price, {
    amount: '89.00',
    currency: 'EUR',
    period: 'month',
    periodLabel: 'a month',
    taxIncluded: false,
  });
  assert.equal('price' in (await get('con_acme_voip', tech)), false);
  assert.ok((await list('', tech)).items.every((contract) => !('price' in contract)));
  const file = await (await tech('GET', '/contracts', { headers: { Accept: 'text/csv' } })).text();
  assert.equal(/price|89\.00/i.test(file), false);
});
