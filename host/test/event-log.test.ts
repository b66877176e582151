import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import Papa from 'papaparse';
import type { components } from 'portal-elements/contract';
import { operations, owners } from '../src/all-features.js';
import { demoDns } from '../demo/dns.js';
import { demoPassword } from '../demo/people.js';
import { demoServices } from '../demo/services.js';
import { packageFolder } from '../src/configuration.js';
import { kindOf, kinds } from '../src/event-log/kinds.js';
import { recordEvent } from '../src/event-log/record.js';
import { deleteOld } from '../src/database/retention.js';
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

  test('every kind has a sentence in each language', async () => {
    for (const language of ['en', 'de', 'cs', 'ar']) {
      const texts = await readFile(join(packageFolder, '..', 'src', 'event-log', 'texts', `event-kinds.${language}.ts`), 'utf8');
      for (const kind of Object.keys(kinds)) assert.match(texts, new RegExp(`^  ${kind}: ['"]`, 'm'), `${kind} in ${language}`);
    }
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
    await everyFeatureChanges();
    const events = await list();
    const told = Object.fromEntries(events.map(({ kind, object }) => [kind, object && `${object.type} ${object.label} ${object.linked}`]));
    assert.equal(told['inviteContact'], 'contact New Person true');
    assert.equal(told['cancelInvitation'], 'contact New Person true');
    assert.match(told['createInvoiceDispute'] ?? '', /^invoice T-\d+ true$/);
    assert.match(told['withdrawInvoiceDispute'] ?? '', /^invoice T-\d+ true$/);
    assert.match(told['createPayment'] ?? '', /^invoice T-\d+ true$/);
    assert.match(told['createDnsZone'] ?? '', /^dns-zone logged\.example\.? false$/);
    assert.match(told['changeDnsRrsets'] ?? '', /^dns-zone logged\.example\.? false$/);
    assert.match(told['deleteDnsZone'] ?? '', /^dns-zone logged\.example\.? false$/);
    assert.equal(told['updateNotificationSettings'], null);
    assert.match(told['cancelService'] ?? '', /^service .+ true$/);
    assert.match(told['withdrawCancellation'] ?? '', /^service .+ true$/);
    assert.match(told['revealServiceSecret'] ?? '', /^service .+ true$/);
    assert.equal(told['endOtherSessions'], null);
    assert.ok(events.every(({ outcome }) => outcome === 'done'));
  });

  test('what is refused, tried out or asked again is not', async () => {
    const before = (await list()).length;
    assert.equal((await owner('PATCH', '/services/ser_acme_web', { body: { label: 'Old' }, headers: { 'if-match': '"0"' } })).status, 412);
    assert.equal((await billing('POST', '/dns-zones', { body: { name: 'mine.example' } })).status, 403);
    assert.equal((await owner('PUT', '/services/ser_globex/cancellation', { body: { when: 'now', lastDay: '2030-01-01' } })).status, 404);
    const zone = await newZone('tried.example');
    const zoneFile = '$ORIGIN tried.example.\n$TTL 3600\nwww A 192.0.2.7\n';
    await ok(await onZone(zone, 'POST', '/import', { zoneFile, dryRun: true }));
    const body = { reason: 'wrong-quantity', text: 'Too much' };
    const invoiceId = await storeInvoice(database);
    const headers = { 'idempotency-key': randomUUID() };
    for (let turn = 0; turn < 2; turn += 1) await ok(await owner('POST', `/invoices/${invoiceId}/dispute`, { body, headers }));
    await ok(await owner('POST', '/session/renewal'));
    assert.deepEqual(kindsOf((await list()).slice(0, -before)), ['createInvoiceDispute', 'createDnsZone']);
  });

  test('what breaks off between is told after some minutes, with an outcome that is not known', async () => {
    const actor = { kind: 'person', id: 'mem_acme_owner', name: 'Olivia Owner' } as const;
    const at = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    const begun = { clientId: 'cli_acme', kind: 'createPayment', actor, isFinished: false };
    await recordEvent(database, { ...begun, at: at(1) });
    assert.equal((await list('kind=createPayment')).filter(({ outcome }) => outcome === 'unknown').length, 0);
    await recordEvent(database, { ...begun, at: at(6) });
    assert.equal((await list('kind=createPayment')).filter(({ outcome }) => outcome === 'unknown').length, 1);
  });

  test('neither a secret nor what was typed is anywhere in it', async () => {
    const { rows } = await sql<{ row: string }>`select events::text as row from events`.execute(database);
    for (const { row } of rows)
      for (const secret of [demoPassword, 'test-ok', 'Too much', '192.0.2.1', 'wrong password']) assert.ok(!row.includes(secret), row);
  });
});

describe('signing in', () => {
  test('and failing to are told, with address and device, to each client of the person; nobody else’s attempts are', async () => {
    const headers = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };
    for (const email of ['consultant@partner.example', 'stranger@acme.example'])
      await host.send('POST', '/session', { body: { email, password: 'wrong password' }, headers });
    for (const send of [owner, globex]) {
      await until('The attempt is told', async () => (await list('kind=signInFailed', send)).length === 1);
      const failed = await newest('kind=signInFailed', send);
      assert.equal(failed.actor.name, 'Carla Consultant');
      assert.equal(failed.device, 'Firefox on Linux');
      assert.match(failed.address ?? '', /127\.0\.0\.1$/);
    }
    assert.equal((await newest('kind=signIn', globex)).actor.name, 'Gita Globex');
    const quiet = kindsOf(await list('withoutSignIns=true'));
    assert.ok(quiet.length > 0 && !quiet.some((kind) => kind.startsWith('sign')));
  });

  test('asking for a new password is told to the clients of the person', async () => {
    await ok(await host.send('POST', '/password-resets', { body: { email: 'billing@acme.example' } }));
    await until('The request is told', async () => (await list('kind=requestPasswordReset')).length === 1);
    assert.equal((await newest('kind=requestPasswordReset')).actor.name, 'Bruno Billing');
  });
});

describe('what a person sees', () => {
  test('is for those who may see the log', async () => {
    for (const path of ['/events', '/events/options']) {
      assert.equal((await billing('GET', path)).status, 403);
      assert.equal((await host.send('GET', path)).status, 401);
    }
    await allow('mem_acme_billing', { allow: { 'reports.event-log': ['view'] } });
    assert.equal((await billing('GET', '/events')).status, 200);
  });

  test('is what they may view, and their own; things that they may not view are not linked', async () => {
    await allow('mem_acme_billing', { allow: { 'reports.event-log': ['view'], 'billing.invoices': ['view', 'update'] } });
    const invoiceId = await storeInvoice(database);
    const headers = { 'idempotency-key': randomUUID() };
    await ok(await billing('POST', `/invoices/${invoiceId}/dispute`, { body: { reason: 'wrong-quantity', text: 'Mine' }, headers }));
    const mine = kindsOf(await list('', billing));
    assert.ok(mine.includes('createInvoiceDispute') && mine.includes('signIn'));
    assert.ok(!mine.includes('updateService') && !mine.includes('changeDnsRrsets') && !mine.includes('inviteContact'));
    await allow('mem_acme_billing', { allow: { 'reports.event-log': ['view'] } });
    const events = await list('category=invoices', billing);
    assert.deepEqual(events.map(({ actor, object }) => [actor.name, object?.linked]), [['Bruno Billing', false]]); // prettier-ignore
  });

  test('is of their contracts, where they are limited to some', async () => {
    const all = {
      allow: { billing: ['view'], contracts: ['view'], devices: ['view'], 'profile.view': ['view'], 'reports.event-log': ['view'] },
    };
    await allow('mem_acme_lines', all, ['con_acme_voip']);
    const lines = await host.signIn('lines@acme.example');
    const { rows } = await sql<{
      id: string;
      contract_id: string | null;
    }>`select id, contract_id from services where client_id = 'cli_acme'`.execute(database);
    const actor = { kind: 'staff', name: 'Karin Kundendienst' } as const;
    for (const { id } of rows)
      await recordEvent(database, {
        clientId: 'cli_acme',
        kind: 'serviceSetUp',
        actor,
        resource: 'billing.services',
        object: { type: 'service', id, label: id },
      });
    await recordEvent(database, { clientId: 'cli_acme', kind: 'paymentReceived', actor, resource: 'billing.invoices' });
    await recordEvent(database, { clientId: 'cli_acme', kind: 'updateProfile', actor, resource: 'profile.view' });
    const seen = await list('by=staff', lines);
    const own = rows.filter(({ contract_id }) => contract_id === 'con_acme_voip').map(({ id }) => id);
    assert.ok(own.length > 0 && own.length < rows.length);
    assert.deepEqual(seen.flatMap(({ object }) => object?.id ?? []).sort(), own.sort());
    assert.ok(kindsOf(seen).includes('updateProfile') && !kindsOf(seen).includes('paymentReceived'));
  });

  test('is shown to the client at all, and not yet deleted', async () => {
    const actor = { kind: 'system', name: 'Billing' } as const;
    const day = 86_400_000;
    const kept = { clientId: 'cli_acme', kind: 'invoiceIssued', actor };
    await recordEvent(database, { ...kept, isVisible: false });
    await recordEvent(database, { ...kept, at: new Date(Date.now() - 729 * day) });
    await recordEvent(database, { ...kept, at: new Date(Date.now() - 731 * day) });
    assert.equal((await list('by=system')).length, 1);
    assert.equal((await page()).keptDays, 730);
    await deleteOld(database, 'events', { days: 730, batch: 5000 });
    const left = await database.selectFrom('events').select('id').where('actor_name', '=', 'Billing').execute();
    assert.equal(left.length, 2);
  });
});

describe('finding', () => {
  test('by person, category, kind, thing, day and words', async () => {
    const all = await list();
    const by = await list('by=mem_acme_owner');
    assert.ok(by.length > 0 && by.length < all.length && by.every(({ actor }) => actor.id === 'mem_acme_owner'));
    assert.ok((await list('category=dns')).every(({ category }) => category === 'dns'));
    const about = await list('object=service/ser_acme_web');
    assert.ok(about.length > 0 && about.every(({ object }) => object?.id === 'ser_acme_web'));
    assert.equal((await list('from=2999-01-01')).length, 0);
    assert.equal((await list('to=2020-01-01')).length, 0);
    assert.ok((await list('q=OLIV%20logg')).every(({ object }) => object?.label.startsWith('logged.example')));
    for (const text of ['logged.example', 'example', 'Disputed%20invoice', '127.0.0', 'firefox'])
      assert.ok((await list(`q=${text}`)).length > 0, text);
    for (const text of ['ogged', "'%5C:*%20%26", 'Globex']) assert.equal((await list(`q=${text}`)).length, 0, text);
    assert.equal((await list(`q=%20,%20`)).length, all.length);
  });

  test('goes page by page, newest first, each event once', async () => {
    const all = await list();
    const seen: Event[] = [];
    for (let cursor = ''; ;) {
      const response = await owner('GET', `/events?limit=7${cursor && `&cursor=${cursor}`}`);
      const { items, page: links } = (await response.json()) as EventPage;
      seen.push(...items);
      if (links.nextCursor === null) break;
      cursor = links.nextCursor;
    }
    assert.deepEqual(seen.map(({ id }) => id), all.map(({ id }) => id)); // prettier-ignore
    assert.deepEqual([...all].sort((one, other) => other.at.localeCompare(one.at)), all); // prettier-ignore
  });

  test('offers the people and kinds that there are', async () => {
    const options = (await (await owner('GET', '/events/options')).json()) as components['schemas']['EventOptions'];
    assert.ok(options.people.some(({ label }) => label === 'Olivia Owner'));
    assert.ok(!options.people.some(({ label }) => label === 'Gita Globex'));
    assert.ok(options.categories.find(({ id }) => id === 'services')!.kinds.some(({ id }) => id === 'updateService'));
  });
});

describe('files', () => {
  test('hold the whole filter as CSV', async () => {
    const response = await owner('GET', '/events?category=dns&limit=1', { headers: { accept: 'text/csv' } });
    const { data } = Papa.parse<Record<string, string>>(await response.text(), { header: true, skipEmptyLines: true });
    const events = await list('category=dns');
    assert.ok(events.length > 1);
    assert.deepEqual(data.map((row) => [row['Event'], row['Who'], row['Thing']]), events.map(({ kindLabel, actor, object }) => [kindLabel, actor.name, object?.label])); // prettier-ignore
  });

  test('hold the whole filter as JSON Lines, an event a line', async () => {
    const response = await owner('GET', '/events?category=dns&limit=1', { headers: { accept: 'application/x-ndjson' } });
    assert.match(response.headers.get('content-type')!, /^application\/x-ndjson/);
    assert.match(response.headers.get('content-disposition')!, /events-[\d-]+\.jsonl/);
    const lines = (await response.text()).trimEnd().split('\n').map((line) => JSON.parse(line) as Event); // prettier-ignore
    assert.deepEqual(lines, await list('category=dns'));
  });
});

async function newZone(name: string): Promise<string> {
  return ((await (await ok(await owner('POST', '/dns-zones', { body: { name } }))).json()) as { id: string }).id;
}

async function onZone(id: string, method: string, below: string, body?: object): Promise<Response> {
  const read = await owner('GET', `/dns-zones/${id}`);
  return await owner(method, `/dns-zones/${id}${below}`, { ...(body && { body }), headers: { 'if-match': read.headers.get('etag')! } });
}

/** Some dozen changes of the portal's parts. */
async function everyFeatureChanges(): Promise<void> {
  const key = () => ({ 'idempotency-key': randomUUID() });
  const grants = { role: 'custom', allow: { billing: ['view'] }, deny: {}, hiddenFields: [], contractIds: null };
  const invited = await ok(await owner('POST', '/contacts', { body: { name: 'New Person', email: 'new@acme.example', grants } }));
  const { id: contact } = (await invited.json()) as { id: string };
  await ok(await owner('DELETE', `/contacts/${contact}/invitation`));
  const invoiceId = await storeInvoice(database);
  await ok(await owner('POST', `/invoices/${invoiceId}/dispute`, { body: { reason: 'wrong-quantity', text: 'Too much' }, headers: key() }));
  await ok(await owner('DELETE', `/invoices/${invoiceId}/dispute`));
  const allocations = [{ invoiceId, amount: { amount: '10.00', currency: 'EUR' } }];
  await ok(await owner('POST', '/payments', { body: { allocations, paymentToken: 'test-ok' }, headers: key() }));
  const zone = await newZone('logged.example');
  const set = { op: 'replace', name: 'www.logged.example.', type: 'A', ttl: 300, records: [{ value: '192.0.2.1' }] };
  await ok(await onZone(zone, 'PATCH', '/rrsets', { changes: [set] }));
  await ok(await onZone(zone, 'DELETE', ''));
  const settings = await owner('GET', '/notification-settings');
  const mail = { contactId: 'mem_acme_owner', category: 'support', channel: 'email', enabled: true };
  await ok(
    await owner('PATCH', '/notification-settings', { body: { changes: [mail] }, headers: { 'if-match': settings.headers.get('etag')! } }),
  );
  const service = (await (await owner('GET', '/services/ser_acme_web')).json()) as components['schemas']['Service'];
  const { when, lastDay } = service.cancelOptions[0]!;
  await ok(await owner('PUT', '/services/ser_acme_web/cancellation', { body: { when, lastDay } }));
  await ok(await owner('DELETE', '/services/ser_acme_web/cancellation'));
  const secret = await database
    .selectFrom('service_secrets')
    .select(['id', 'service_id'])
    .where('client_id', '=', 'cli_acme')
    .executeTakeFirstOrThrow();
  await ok(await owner('POST', `/services/${secret.service_id}/secrets/${secret.id}/reveal`));
  await ok(await owner('DELETE', '/account/sessions'));
}
