import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { components } from 'portal-elements/contract';
import { demoSamples } from '../demo/samples.js';
import { startHost, type Send } from './support/host.js';

type Sample = components['schemas']['Sample'];
type SamplePage = components['schemas']['SamplePage'];

const host = await startHost();
await demoSamples(host.database);
const owner = await host.signIn('owner@acme.example');
const globex = await host.signIn('owner@globex.example');

async function answer<Body>(send: Send, method: string, path: string, status = 200): Promise<Body> {
  const response = await send(method, path);
  assert.equal(response.status, status, await response.clone().text());
  return (await response.json()) as Body;
}

// if list
describe('the list', () => {
  test('holds what is the client’s, page by page', async () => {
    const { items, page } = await answer<SamplePage>(owner, 'GET', '/samples');
    assert.deepEqual(items.map(({ id }) => id).sort(), ['samples_1', 'samples_2', 'samples_3']);
    assert.equal(page.total, 3);
    const first = await answer<SamplePage>(owner, 'GET', '/samples?limit=2');
    const second = await answer<SamplePage>(owner, 'GET', `/samples?limit=2&cursor=${first.page.nextCursor}`);
    assert.deepEqual([...first.items, ...second.items], items);
    const others = await answer<SamplePage>(globex, 'GET', '/samples');
    assert.deepEqual(
      others.items.map(({ id }) => id),
      ['samples_4'],
    );
  });
});

// end
// if record
describe('one', () => {
  test('is there for its client, and for nobody else', async () => {
    const { id } = await answer<Sample>(owner, 'GET', '/samples/samples_1');
    assert.equal(id, 'samples_1');
    await answer(globex, 'GET', '/samples/samples_1', 404);
    await answer(owner, 'GET', '/samples/unknown', 404);
  });
});
// end

// if created
describe('a new one', () => {
  test('is created for the client who asks', async () => {
    const body = {
      // each body
      sampleName: 'Another sample',
      sampleEnum: 'sampleValue',
      // end
    };
    const response = await owner('POST', '/samples', { body, headers: { 'Idempotency-Key': 'the-key-of-this-test' } });
    assert.equal(response.status, 201, await response.clone().text());
    const { id } = (await response.json()) as Sample;
    const row = await host.database.selectFrom('samples').select('client_id').where('id', '=', id).executeTakeFirstOrThrow();
    assert.equal(row.client_id, 'cli_acme');
  });
});

// end
// if edited
describe('a change', () => {
  test('is made on the version that was read, and on no other', async () => {
    const body = {
      // each body
      sampleText: 'Another text',
      // end
    };
    const change = (etag: string) => owner('PATCH', '/samples/samples_2', { body, headers: { 'If-Match': etag } });
    assert.equal((await change('"0"')).status, 412);
    const response = await change('"1"');
    assert.equal(response.status, 200, await response.clone().text());
    assert.equal(((await response.json()) as Sample).etag, '"2"');
  });
});
// end
