import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { components } from 'portal-elements/contract';
import { isWithin, resources, type Action } from 'portal-elements/permissions.js';
import { demoAccounts } from '../demo/people.js';
import { loadContract, type ContractOperation } from '../src/http/contract.js';
import { effectivePermissions } from '../src/session/permissions.js';
import { startHost, type Send } from './support/host.js';

type Permissions = components['schemas']['PermissionSet'];

const host = await startHost();
const contract = await loadContract();
const operations = [...contract.operations.values()];
const people = Object.fromEntries(
  await Promise.all(demoAccounts.map(async ({ email }) => [email.replace('.example', ''), await host.signIn(email)] as const)),
) as Record<'owner@acme' | 'billing@acme' | 'tech@acme' | 'nobody@acme' | 'owner@globex', Send>;

const all: Action[] = ['view', 'create', 'update', 'delete'];
const billing = resources.filter((resource) => isWithin(resource, 'billing'));
const grantEach = (list: readonly string[]) => Object.fromEntries(list.map((resource) => [resource, all]));

async function permissionsOf(send: Send): Promise<Permissions> {
  const { permissions } = (await (await send('GET', '/session')).json()) as components['schemas']['Session'];
  return permissions;
}

/** Calls an operation as it stands in the contract, with ids that exist nowhere. */
const call = (send: Send, { method, path }: ContractOperation) =>
  send(method, path.replace(/{\w+}/g, 'none'), method === 'GET' || method === 'DELETE' ? {} : { body: {} });

test('the session lists in full what each person may do', async () => {
  assert.deepEqual(await permissionsOf(people['owner@acme']), { default: 'deny', allow: grantEach(resources), hiddenFields: [] });
  assert.deepEqual(await permissionsOf(people['billing@acme']), { default: 'deny', allow: grantEach(billing), hiddenFields: [] });
  assert.deepEqual(await permissionsOf(people['tech@acme']), {
    default: 'deny',
    allow: {
      'contracts.list': ['view'],
      'contracts.call-list': ['view'],
      'contracts.traffic': ['view'],
      'contracts.traffic-by-ip': ['view'],
      'devices.dns-zones': all,
      'devices.dns-records': all,
    },
    hiddenFields: ['calls.cost', 'calls.recording', 'contracts.price', 'traffic.cost'],
  });
  assert.deepEqual(await permissionsOf(people['nobody@acme']), { default: 'deny', allow: {}, hiddenFields: [] });
});

test('a node is listed only with what holds for all that is under it', () => {
  const { allow } = effectivePermissions({
    allow: { billing: ['view', 'update'] },
    deny: { 'billing.invoices': ['update'], 'billing.quotes': ['view'] },
  });
  assert.equal(allow?.['billing'], undefined);
  assert.deepEqual(allow?.['billing.invoices'], ['view']);
  assert.equal(allow?.['billing.quotes'], undefined);
  assert.deepEqual(allow?.['billing.credits'], ['view', 'update']);
});

test('a grant of nothing known, or without view, allows nothing', () => {
  assert.deepEqual(effectivePermissions({ allow: { 'billing.unheard-of': ['view'], constructor: all } }).allow, {});
  assert.deepEqual(effectivePermissions({ allow: { 'billing.invoices': ['update', 'delete'] } }).allow, {});
});

for (const operation of operations.filter(({ permission }) => permission.resource !== 'guest')) {
  test(`${operation.id} needs a session`, async () => {
    const response = await call(host.send, operation);
    assert.equal(response.status, 401);
    assert.equal(response.headers.get('content-type'), 'application/problem+json; charset=utf-8');
  });
}

for (const operation of operations.filter(({ permission }) => permission.resource !== 'guest' && permission.resource !== 'session')) {
  test(`${operation.id} needs ${operation.permission.action} on ${operation.permission.resource}`, async () => {
    assert.equal((await call(people['nobody@acme'], operation)).status, 403);
    assert.notEqual((await call(people['owner@acme'], operation)).status, 403);
  });
}

test('what an element would hide is also refused by hand', async () => {
  const statuses = async (send: Send) =>
    Promise.all(
      ['/invoices', '/contracts', '/contracts/con_acme_voip/calls', '/dns-zones'].map(async (path) => (await send('GET', path)).status),
    );
  assert.deepEqual(await statuses(people['billing@acme']), [200, 403, 403, 403]);
  assert.deepEqual(await statuses(people['tech@acme']), [403, 200, 200, 200]);
  assert.deepEqual(await statuses(people['nobody@acme']), [403, 403, 403, 403]);
});

test('the record of another client is not there', async () => {
  for (const path of ['/contracts/con_acme_voip', '/contracts/con_acme_voip/calls']) {
    assert.equal((await people['owner@acme']('GET', path)).status, 200);
    assert.equal((await people['owner@globex']('GET', path)).status, 404);
  }
  const { items } = (await (await people['owner@globex']('GET', '/contracts')).json()) as components['schemas']['ContractPage'];
  assert.deepEqual(items.map(({ id }) => id).sort(), ['con_globex_voip', 'con_globex_web']);
});

test('a permission that is taken away is gone at the next request', async () => {
  const send = people['owner@globex'];
  assert.equal((await send('GET', '/contracts')).status, 200);
  const permissions = JSON.stringify({ allow: { 'client-portal': all }, deny: { contracts: ['view'] } });
  await host.database.updateTable('memberships').set({ permissions }).where('id', '=', 'mem_globex_owner').execute();
  assert.equal((await send('GET', '/contracts')).status, 403);
  assert.equal((await send('GET', '/contracts/con_globex_voip/calls')).status, 403);
  assert.equal((await send('GET', '/dns-zones')).status, 200);
});

for (const permission of resources.filter((resource) => /^(profile|billing)\./.test(resource))) {
  test(`who is denied ${permission} alone is refused exactly its operations`, async () => {
    const send = people['tech@acme'];
    const permissions = JSON.stringify({ allow: { 'client-portal': all }, deny: { [permission]: ['view'] } });
    await host.database.updateTable('memberships').set({ permissions }).where('person_id', '=', 'per_acme_tech').execute();
    const own = operations.filter(({ permission: { resource } }) => resource === permission);
    const others = operations.filter((each) => each.method === 'GET' && !own.includes(each) && each.permission.resource.includes('.'));
    assert.ok(own.length > 0);
    const refused = async (operation: ContractOperation) => ((await call(send, operation)).status === 403 ? [operation.id] : []);
    const found = await Promise.all([...own, ...others].map(refused));
    assert.deepEqual(
      found.flat(),
      own.map(({ id }) => id),
    );
  });
}
