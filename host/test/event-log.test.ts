import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import Papa from 'papaparse';
import type { components } from 'portal-elements/contract';
import { operations, owners } from '../src/all-features.js';
import { demoDns } from '../demo/dns.js';
import { demoServices } from '../demo/services.js';
import { kindOf, kinds } from '../src/event-log/kinds.js';
import { recordEvent } from '../src/event-log/record.js';
import { deleteOldEvents } from '../src/event-log/retention.js';
import { loadContract } from '../src/http/contract.js';
import { requireOwners } from '../src/http/ownership.js';
import { startHost, type Send } from './support/host.js';
import { until } from './support/until.js';
import { storeInvoice } from './support/invoice.js';

type Event = components['schemas']['Event'];
type EventPage = components['schemas']['EventPage'];

const host = await startHost();
const { database } = host;
await demoServices(database, host.secretBox);
await demoDns(database);
const owner = await host.signIn('owner@acme.example');
const billing = await host.signIn('billing@acme.example');
const globex = await host.signIn('owner@globex.example');

async function page(query = '', send: Send = owner): Promise<EventPage> {
  const response = await send('GET', `/events?limit=200&${query}`);
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as EventPage;
}

const list = async (query = '', send: Send = owner): Promise<Event[]> => (await page(query, send)).items;
const newest = async (query = '', send: Send = owner): Promise<Event> => (await list(query, send))[0]!;
const kindsOf = (events: readonly Event[]) => events.map(({ kind }) => kind);

async function allow(membership: string, permissions: object, contractIds: string[] | null = null): Promise<void> {
  await database
    .updateTable('memberships')
    .set({ permissions: JSON.stringify(permissions) as never, contract_ids: contractIds && JSON.stringify(contractIds) })
    .where('id', '=', membership)
    .execute();
}

async function ok(response: Response): Promise<Response> {
  assert.ok(response.ok, `${response.status} ${await response.clone().text()}`);
  return response;
}

async function change(path: string, body: object, send: Send = owner, method = 'PATCH'): Promise<Response> {
  const read = await ok(await send('GET', path));
  return await send(method, path, { body, headers: { 'if-match': read.headers.get('etag') ?? '' } });
}

describe('what is written down', () => {
  test('every operation that changes something has a kind of events, or is named as changing nothing', async () => {
    const contract = await loadContract();
    for (const operation of contract.operations.values()) {
      requireOwners(owners, operation);
      assert.ok(operations[operation.id]);
      if (kindOf(operation)) assert.ok(Object.hasOwn(kinds, operation.id), `${operation.id} has no kind in kinds.ts`);
    }
    for (const { creates } of Object.values(kinds)) assert.ok(creates === undefined || owners[creates]?.thing, creates);
  });

  test('a change says who made it, to what, when and from where', async () => {
    const device = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0' };
    const read = await owner('GET', '/services/ser_acme_web');
    const service = (await read.json()) as { number: string };
    const headers = { 'if-match': read.headers.get('etag')!, ...device };
    await ok(await owner('PATCH', '/services/ser_acme_web', { body: { label: 'Renamed' }, headers }));
    const event = await newest();
    assert.equal(event.kind, 'updateService');
    assert.equal(event.category, 'services');
    assert.deepEqual(event.actor, { kind: 'person', id: 'mem_acme_owner', name: 'Olivia Owner' });
    assert.equal(event.object?.type, 'service');
    assert.match(event.object.label, new RegExp(`^${service.number}`));
    assert.equal(event.object.linked, true);
    assert.match(event.address ?? '', /127\.0\.0\.1$/);
    assert.equal(event.device, 'Firefox on Windows');
    assert.equal(event.outcome, 'done');
    assert.ok(Math.abs(Date.parse(event.at) - Date.now()) < 60_000);
    assert.ok(!JSON.stringify(await list('', globex)).includes('Renamed'));
  });

  test('changes of every feature are in it, and each names its thing', async () => {
    const key = () => ({ 'idempotency-key': crypto.randomUUID() });
    const contact = (await (
      await ok(await owner('POST', '/contacts', { body: { name: 'New Person', email: 'new@acme.example', role: 'read-only' } }))
    ).json()) as { id: string };
    await ok(await owner('DELETE', `/contacts/${contact.id}/invitation`));
    const invoiceId = await storeInvoice(database);
    const dispute = { reason: 'wrong-amount', text: 'Too much' };
    await ok(await owner('POST', `/invoices/${invoiceId}/dispute`, { body: dispute, headers: key() }));
    await ok(await owner('DELETE', `/invoices/${invoiceId}/dispute`));
    const zone = (await (await ok(await owner('POST', '/dns-zones', { body: { name: 'logged.example' } }))).json()) as { id: string };
    const records = [{ value: '192.0.2.1' }];
    const changes = [{ name: '@', type: 'A', action: 'upsert', ttl: 3600, records }];
    void changes;
    const gone = await owner('GET', `/dns-zones/${zone.id}`);
    await ok(await owner('DELETE', `/dns-zones/${zone.id}`, { headers: { 'if-match': gone.headers.get('etag')! } }));
    await ok(await change('/notification-settings', {}, owner));
    const account = { iban: 'DE89370400440532013000', holder: 'Acme GmbH', mandateAccepted: true };
    void account;
    const body = { paymentToken: 'x', allocations: [{ invoiceId, amount: { amount: '10', currency: 'EUR' } }] };
    void body;
    const events = await list();
    const told = Object.fromEntries(events.map(({ kind, object }) => [kind, `${object?.label ?? ''} ${object?.linked}`]));
    assert.equal(told['inviteContact'], 'New Person true');
    assert.equal(told['cancelInvitation'], 'New Person true');
    assert.match(told['createInvoiceDispute'] ?? '', /^T-\d+ true$/);
    assert.match(told['withdrawInvoiceDispute'] ?? '', /^T-\d+ true$/);
    assert.match(told['createDnsZone'] ?? '', /^logged\.example\.? false$/);
    assert.match(told['deleteDnsZone'] ?? '', /^logged\.example\.? false$/);
    assert.equal(told['updateNotificationSettings'], ' undefined');
    assert.ok(told['signIn']);
  });
});
void [billing, globex, Papa, sql, recordEvent, deleteOldEvents, until, kindsOf, newest, allow];
