import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import Papa from 'papaparse';
import type { components } from 'portal-elements/contract';
import { readConfiguration } from '../src/configuration.js';
import { openSecretBox, passingSecretBox, requireSameKey } from '../src/database/secret-box.js';
import { demoServices } from '../demo/services.js';
import { companyToday } from '../src/company.js';
import { addDays, addMonths } from '../src/services/days.js';
import { cancelOptionsOf } from '../src/services/terms.js';
import type { ServiceRow } from '../src/services/query.js';
import { outcome } from './support/answers.js';
import { startHost, type Send } from './support/host.js';

type Service = components['schemas']['Service'];
type ServicePage = components['schemas']['ServicePage'];

const host = await startHost();
const today = companyToday();
await demoServices(host.database, host.secretBox, today);
const owner = await host.signIn('owner@acme.example');
const billing = await host.signIn('billing@acme.example');
const lines = await host.signIn('lines@acme.example');
const globex = await host.signIn('owner@globex.example');

async function list(query = '', send: Send = owner): Promise<ServicePage> {
  const response = await send('GET', `/services?limit=200&${query}`);
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as ServicePage;
}

async function get(id: string, send: Send = owner): Promise<Service> {
  const response = await send('GET', `/services/${id}`);
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as Service;
}

const idsOf = ({ items }: ServicePage) => items.map(({ id }) => id);
const cancel = (id: string, body: object, send: Send = owner) => send('PUT', `/services/${id}/cancellation`, { body });
const withdraw = (id: string, send: Send = owner) => send('DELETE', `/services/${id}/cancellation`);

async function change(id: string, body: object, send: Send = owner): Promise<Response> {
  const read = await send('GET', `/services/${id}`);
  return await send('PATCH', `/services/${id}`, { body, headers: { 'If-Match': read.headers.get('etag')! } });
}

describe('the list of services', () => {
  test('holds all, the current ones or those of a status, and tells how many have ended', async () => {
    const all = await list();
    const current = await list('status=current');
    assert.equal(all.items.length - current.items.length, 2);
    assert.ok(current.items.every(({ status }) => !['cancelled', 'expired'].includes(status)));
    for (const page of [all, current]) assert.equal(page.summary.ended, 2);
    assert.deepEqual(idsOf(await list('status=suspended')), ['ser_acme_shop']);
    assert.match((await list('status=suspended')).items[0]!.statusReason ?? '', /overdue/);
    assert.deepEqual(idsOf(await list('status=cancel-pending')), ['ser_acme_server2']);
  });

  test('finds by number, name, own label and identifier', async () => {
    assert.deepEqual(idsOf(await list('q=p-10301')), ['ser_acme_voip']);
    assert.deepEqual(idsOf(await list('q=BUILD+serv')), ['ser_acme_server']);
    assert.deepEqual(idsOf(await list('q=bucher')), ['ser_acme_domain2']);
    assert.ok(idsOf(await list('type=domain&status=current')).includes('ser_acme_domain'));
  });

  test('finds what renews or ends within some days, and nothing that has ended', async () => {
    const soon = await list('renewingWithin=18&sort=renewsOn');
    const days = soon.items.map(({ renewsOn, lastDay }) => lastDay ?? renewsOn!);
    assert.ok(
      soon.items.some(({ id }) => id === 'ser_acme_server2'),
      'ends in 18 days',
    );
    assert.ok(days.every((day) => day >= today && day <= addDays(today, 18)));
    assert.ok(!idsOf(await list('renewingWithin=17')).includes('ser_acme_server2'));
  });

  for (const sort of ['number', 'name', 'renewsOn', 'price'] as const) {
    test(`is the same forwards and backwards, some rows at a time, by ${sort}`, async () => {
      const whole = idsOf(await list(`sort=${sort}`));
      const walked: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const response = await owner('GET', `/services?sort=${sort}&limit=6${cursor && `&cursor=${cursor}`}`);
        const { items, page } = (await response.json()) as ServicePage;
        walked.push(...items.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      assert.deepEqual(walked, whole);
      assert.equal(new Set(walked).size, 20);
    });
  }

  test('sums up by currency what is running, extras included', async () => {
    const { summary, items } = await list('q=10.&type=server');
    assert.deepEqual(items, []);
    assert.deepEqual(summary.totals, []);
    const { totals } = (await list('q=P-1010')).summary;
    // 79 + 4 × 2 + 9.90, 12.50 and 14.90 in euros; set-up is charged once; the licence is in dollars.
    assert.deepEqual(totals, [
      { perMonth: { amount: '124.30', currency: 'EUR' }, perYear: { amount: '1491.60', currency: 'EUR' } },
      { perMonth: { amount: '17.00', currency: 'USD' }, perYear: { amount: '204.00', currency: 'USD' } },
    ]);
  });

  test('is a file of the whole filter, without any secret', async () => {
    const response = await owner('GET', '/services?status=current&limit=1', { headers: { Accept: 'text/csv' } });
    const text = await response.text();
    const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    assert.equal(data.length, 18);
    const server = data.find(({ Number: number }) => number === 'P-10101')!;
    assert.deepEqual(
      [server['Label'], server['Price'], server['Period'], server['A year with extras']],
      ['Build server', '79.00', 'month', '1162.80'],
    );
    assert.doesNotMatch(text, /aTq7|704418/);
  });

  test('has nothing of another client, nor of contracts to which a person is not limited', async () => {
    assert.deepEqual(idsOf(await list('', globex)).sort(), ['ser_globex_voip', 'ser_globex_web']);
    assert.equal((await globex('GET', '/services/ser_acme_web')).status, 404);
    await allow('per_acme_lines', { 'billing.services': ['view', 'update'] });
    assert.deepEqual(idsOf(await list('', lines)), ['ser_acme_voip']);
    assert.equal((await lines('GET', '/services/ser_acme_server')).status, 404, 'of no contract');
    assert.equal((await lines('POST', '/services/ser_acme_rack/secrets/sec_ser_acme_rack_1/reveal')).status, 404);
  });
});

/** Grants something to a person besides what the person may do. */
async function allow(personId: string, allowed: Record<string, string[]>, hiddenFields: string[] = []): Promise<void> {
  const { permissions } = await host.database
    .selectFrom('memberships')
    .select('permissions')
    .where('person_id', '=', personId)
    .where('client_id', '=', 'cli_acme')
    .executeTakeFirstOrThrow();
  const grants = { ...permissions, allow: { ...permissions.allow, ...allowed }, hiddenFields };
  await host.database
    .updateTable('memberships')
    .set({ permissions: JSON.stringify(grants) as never })
    .where('person_id', '=', personId)
    .where('client_id', '=', 'cli_acme')
    .execute();
}

describe('one service', () => {
  test('has its extras, what lies beneath it, and totals of all of it by currency', async () => {
    const web = await get('ser_acme_web');
    assert.deepEqual(
      web.beneath.map(({ id, depth }) => [id, depth]),
      [
        ['ser_acme_web_certificate', 1],
        ['ser_acme_web_mail', 1],
        ['ser_acme_web_archive', 2],
      ],
    );
    assert.deepEqual(web.extras[1], {
      id: 'ext_ser_acme_web_2',
      name: '10 GB of space',
      quantity: '3',
      price: { amount: '2.50', currency: 'EUR', period: 'month', periodLabel: 'a month', taxIncluded: false },
      yearlyPrice: { amount: '90.00', currency: 'EUR' },
    });
    // (19.90 + 6 + 7.50) × 12 + 48; 119; (14.80 + 12 × 1.90) × 12; 22 × 12.
    assert.deepEqual(
      web.totals,
      [{ perMonth: { amount: '105.52', currency: 'EUR' }, perYear: { amount: '1283.00', currency: 'EUR' } }].map((sum) => ({
        perYear: { amount: (400.8 + 48 + 119 + 451.2 + 264).toFixed(2), currency: 'EUR' },
        perMonth: { amount: ((400.8 + 48 + 119 + 451.2 + 264) / 12).toFixed(2), currency: sum.perMonth.currency },
      })),
    );
    assert.equal((await get('ser_acme_web_archive')).parent?.name, 'Mailboxes');
    assert.deepEqual(web.shows, ['contract', 'dns-records']);
  });

  test('ends with the tree where services lie beneath each other', async () => {
    const set = (parent: string | null) =>
      host.database.updateTable('services').set({ parent_id: parent }).where('id', '=', 'ser_acme_web').execute();
    await set('ser_acme_web_archive');
    assert.equal((await get('ser_acme_web')).beneath.length, 3);
    await set(null);
  });

  test('keeps prices from whom the field is hidden: in the list, in the record, in both files, and as an order', async () => {
    await allow('per_acme_billing', {}, ['services.price']);
    const { items, summary } = await list('', billing);
    assert.ok(items.every((item) => !('price' in item) && !('yearlyPrice' in item)));
    assert.equal(summary.totals, undefined);
    const text = JSON.stringify(await get('ser_acme_web', billing));
    assert.doesNotMatch(text, /"(price|yearlyPrice|totals)"|amount/);
    assert.equal((await billing('GET', '/services?sort=-price')).status, 403);
    const file = await (await billing('GET', '/services', { headers: { Accept: 'text/csv' } })).text();
    assert.doesNotMatch(file, /Price|79\.00|1162/);
    assert.doesNotMatch(await (await billing('GET', '/service-renewals')).text(), /EUR|79\.00/);
    await allow('per_acme_billing', {});
  });

  test('is named, and found by its name; a stale change is refused, and one without a version', async () => {
    const stale = (await owner('GET', '/services/ser_acme_rack')).headers.get('etag')!;
    const named = (await (await change('ser_acme_rack', { label: '  Cage of the press  ' })).json()) as Service;
    assert.equal(named.label, 'Cage of the press');
    assert.deepEqual(idsOf(await list('q=cage+of')), ['ser_acme_rack']);
    const late = await owner('PATCH', '/services/ser_acme_rack', { body: { label: 'x' }, headers: { 'If-Match': stale } });
    assert.equal(late.status, 412);
    assert.equal((await owner('PATCH', '/services/ser_acme_rack', { body: { label: 'x' } })).status, 428);
    assert.equal(((await (await change('ser_acme_rack', { label: ' ' })).json()) as Service).label, null);
  });

  test('renews by itself or not; then it has a last day, and has expired after it', async () => {
    const renewsOn = (await get('ser_acme_backup')).renewsOn!;
    const ending = (await (await change('ser_acme_backup', { autoRenew: false })).json()) as Service;
    assert.deepEqual([ending.renewsOn, ending.lastDay, ending.status], [null, addDays(renewsOn, -1), 'active']);
    await host.database.updateTable('services').set({ renews_on: today }).where('id', '=', 'ser_acme_backup').execute();
    assert.equal((await get('ser_acme_backup')).status, 'expired');
    assert.equal(await outcome(await change('ser_acme_backup', { autoRenew: true })), '409 not-running');
  });

  test('is paid with another of the client’s usable methods, by who may view these', async () => {
    await paymentMethods();
    const before = await get('ser_acme_server');
    assert.equal(before.paymentMethod, null);
    assert.deepEqual(before.paymentMethodChoices, [{ id: 'pm_card', label: 'Visa ••••4242', isUsable: true }]);
    const paid = (await (await change('ser_acme_server', { paymentMethodId: 'pm_card' })).json()) as Service;
    assert.equal(paid.paymentMethod?.label, 'Visa ••••4242');
    for (const id of ['pm_expired', 'pm_globex', 'pm_none']) {
      const refused = await change('ser_acme_server', { paymentMethodId: id });
      assert.equal(refused.status, 422, id);
    }
    const seen = await get('ser_acme_server', billing);
    assert.ok(!('paymentMethod' in seen) && !('paymentMethodChoices' in seen));
    assert.equal((await change('ser_acme_server', { paymentMethodId: null }, billing)).status, 403);
  });
});

async function paymentMethods(): Promise<void> {
  const method = (id: string, clientId: string, expiresOn: string) => ({
    id,
    client_id: clientId,
    type: 'card',
    label: '',
    account: '••••4242',
    status: 'active',
    expires_on: expiresOn,
    provider_reference: id,
    key: id,
    created_at: new Date(),
    name: 'Visa ••••4242',
    search_text: '',
  });
  await host.database
    .insertInto('payment_methods')
    .values([
      method('pm_card', 'cli_acme', addMonths(today, 24)),
      method('pm_expired', 'cli_acme', addDays(today, -1)),
      method('pm_globex', 'cli_globex', addMonths(today, 24)),
    ])
    .execute();
}

describe('cancelling', () => {
  test('is to the end of the first term for which notice is early enough, or now', () => {
    const row = (changes: Partial<ServiceRow>) =>
      ({
        state: 'active',
        is_over: false,
        cancel_at: null,
        auto_renew: true,
        renews_on: '2027-02-01',
        term_months: 12,
        notice_days: 30,
        ...changes,
      }) as ServiceRow;
    const days = (changes: Partial<ServiceRow>, on: string) =>
      cancelOptionsOf(row(changes), on).map(({ when, lastDay }) => `${when} ${lastDay}`);
    assert.deepEqual(days({}, '2027-01-02'), ['end-of-term 2027-01-31', 'now 2027-01-02']);
    assert.deepEqual(days({}, '2027-01-03'), ['end-of-term 2028-01-31', 'now 2027-01-03']);
    assert.deepEqual(days({ notice_days: 0 }, '2027-01-31'), ['end-of-term 2027-01-31', 'now 2027-01-31']);
    assert.deepEqual(days({ renews_on: '2027-01-31', term_months: 1 }, '2027-01-10'), ['end-of-term 2027-02-27', 'now 2027-01-10']);
    assert.deepEqual(days({ state: 'pending' }, '2027-01-02'), ['now 2027-01-02']);
    assert.deepEqual(days({ is_over: true }, '2027-01-02'), []);
    assert.deepEqual(days({ cancel_at: '2027-01-31' }, '2027-01-02'), ['now 2027-01-02']);
  });

  test('takes along what lies beneath, answers the same again, and is withdrawn with all of it', async () => {
    const { cancelOptions, consequences } = await get('ser_acme_web');
    assert.deepEqual(
      consequences.map(({ key }) => key),
      ['beneath-cancelled', 'data-deleted'],
    );
    const body = { ...cancelOptions[0]!, reason: ' We move. ' };
    const first = (await (await cancel('ser_acme_web', body)).json()) as Service;
    const second = (await (await cancel('ser_acme_web', body)).json()) as Service;
    assert.deepEqual(second, first);
    assert.deepEqual([first.status, first.lastDay, first.renewsOn, first.cancelReason], ['cancel-pending', body.lastDay, null, 'We move.']);
    assert.ok(first.beneath.every(({ status }) => status === 'cancel-pending'));
    const mail = await get('ser_acme_web_mail');
    assert.deepEqual([mail.cancelledWith?.id, mail.cancelReason], ['ser_acme_web', null]);
    assert.equal(await outcome(await withdraw('ser_acme_web_mail')), '409 cancelled-with-another');
    assert.equal((await withdraw('ser_acme_web')).status, 200);
    assert.equal((await withdraw('ser_acme_web')).status, 200, 'also when it is not cancelled any more');
    const back = await get('ser_acme_web');
    assert.ok([back, ...back.beneath].every(({ status }) => status === 'active'));
  });

  test('leaves what was cancelled by itself as it was when the one above is withdrawn', async () => {
    const { cancelOptions } = await get('ser_acme_web_archive');
    await cancel('ser_acme_web_archive', cancelOptions[0]!);
    await cancel('ser_acme_web', (await get('ser_acme_web')).cancelOptions[0]!);
    await withdraw('ser_acme_web');
    assert.equal((await get('ser_acme_web_archive')).status, 'cancel-pending');
    await withdraw('ser_acme_web_archive');
  });

  test('now ends it at once, for good', async () => {
    const body = { when: 'now', lastDay: today };
    for (const attempt of ['first', 'again']) {
      const { status, lastDay, cancelOptions } = (await (await cancel('ser_acme_stream', body)).json()) as Service;
      assert.deepEqual([status, lastDay, cancelOptions], ['cancelled', today, []], attempt);
    }
    assert.equal(await outcome(await withdraw('ser_acme_stream')), '409 not-running');
    assert.equal(await outcome(await cancel('ser_acme_stream', { when: 'end-of-term', lastDay: addDays(today, 9) })), '409 not-running');
  });

  test('is refused to a day to which it cannot be, and to who may not', async () => {
    assert.equal(await outcome(await cancel('ser_acme_rack', { when: 'end-of-term', lastDay: today })), '409 day-changed');
    await allow('per_acme_billing', { billing: ['view', 'update'] });
    assert.equal((await cancel('ser_acme_rack', { when: 'now', lastDay: today }, billing)).status, 403);
    assert.equal((await get('ser_acme_rack')).status, 'active');
  });
});

describe('secrets', () => {
  const reveal = (service: string, secret: string, send: Send = owner) => send('POST', `/services/${service}/secrets/${secret}/reveal`);

  test('are shown when asked for, kept by nothing in between, and who was shown them is told', async () => {
    const before = await get('ser_acme_server');
    assert.deepEqual(before.secrets[0], {
      id: 'sec_ser_acme_server_1',
      kind: 'initial-password',
      label: 'First password of root',
      lastRevealed: null,
    });
    assert.doesNotMatch(JSON.stringify(before), /aTq7/);
    const response = await reveal('ser_acme_server', 'sec_ser_acme_server_1');
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.equal(((await response.json()) as { value: string }).value, 'aTq7-Ro9x-Lz42');
    assert.equal((await get('ser_acme_server')).secrets[0]!.lastRevealed?.by, 'Olivia Owner');
    const written = await host.database
      .selectFrom('service_reveals')
      .selectAll()
      .where('secret_id', '=', 'sec_ser_acme_server_1')
      .execute();
    assert.deepEqual(
      written.map(({ by_name, address, client_id }) => [by_name, address, client_id]),
      [['Olivia Owner', '127.0.0.1', 'cli_acme']],
    );
  });

  test('are neither another service’s, nor another client’s, nor for who may only look', async () => {
    assert.equal((await reveal('ser_acme_web', 'sec_ser_acme_server_1')).status, 404);
    assert.equal((await reveal('ser_acme_web', 'sec_ser_globex_web_1')).status, 404);
    assert.equal((await reveal('ser_acme_server', 'sec_ser_acme_server_1', globex)).status, 404);
    await allow('per_acme_billing', { billing: ['view'] });
    assert.equal((await reveal('ser_acme_server', 'sec_ser_acme_server_1', billing)).status, 403);
    const { total } = await host.database
      .selectFrom('service_reveals')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    assert.equal(total, 1);
  });

  test('are sealed in the database, each for its own record', async () => {
    const rows = await host.database.selectFrom('service_secrets').select(['id', 'sealed']).execute();
    assert.doesNotMatch(JSON.stringify(rows), /aTq7|704418/);
    const [pin] = rows.filter(({ id }) => id === 'sec_ser_acme_server_2');
    assert.equal(host.secretBox.open(pin!.sealed, `service secret ${pin!.id}`), '704418');
    assert.throws(() => host.secretBox.open(pin!.sealed, 'service secret sec_ser_acme_server_1'));
    assert.throws(() => passingSecretBox().open(pin!.sealed, `service secret ${pin!.id}`));
  });
});

describe('the key of the secrets', () => {
  let folder = '';
  after(() => rm(folder, { recursive: true, force: true }));

  test('is made once, for several processes that start at once, and read by its owner alone', async () => {
    folder = await mkdtemp(join(tmpdir(), 'portal-key-'));
    const given = { secretKey: undefined, dataFolder: folder };
    const [first, second] = await Promise.all([openSecretBox(given), openSecretBox(given)]);
    assert.equal(second.open(first.seal('kept', 'it'), 'it'), 'kept');
    assert.equal((await stat(join(folder, 'secret.key'))).mode & 0o777, 0o600);
    const key = Buffer.from(await readFile(join(folder, 'secret.key'), 'utf8'), 'base64');
    const configured = readConfiguration({ PORTAL_SECRET_KEY: key.toString('base64') });
    assert.equal((await openSecretBox(configured)).open(first.seal('kept', 'it'), 'it'), 'kept');
    assert.throws(() => readConfiguration({ PORTAL_SECRET_KEY: 'short' }), /PORTAL_SECRET_KEY must be 32 bytes/);
  });

  test('another one does not start on the same database', async () => {
    await requireSameKey(host.database, host.secretBox);
    await requireSameKey(host.database, host.secretBox);
    await assert.rejects(requireSameKey(host.database, passingSecretBox()), /sealed with another key/);
  });
});

describe('the calendar of renewals', () => {
  const unfolded = (text: string) => text.replace(/\r\n[ \t]/g, '');
  const uids = (text: string) => [...text.matchAll(/^UID:(.+)$/gm)].map(([, uid]) => uid!.trim());

  test('holds what the filter shows and renews or ends, under ids that stay', async () => {
    const response = await owner('GET', '/service-renewals?type=domain');
    assert.match(response.headers.get('content-type') ?? '', /^text\/calendar/);
    const text = unfolded(await response.text());
    assert.deepEqual(uids(text).sort(), ['renewal-ser_acme_domain2@nordkai.example', 'renewal-ser_acme_domain@nordkai.example']);
    const { renewsOn } = await get('ser_acme_domain');
    assert.match(text, new RegExp(`DTSTART;VALUE=DATE:${renewsOn!.replaceAll('-', '')}`));
    assert.match(text, /SUMMARY:Ends: Domain \.example · bücher\.example/);
    assert.deepEqual(uids(await (await owner('GET', '/service-renewals?type=domain')).text()), uids(text));
    assert.equal(uids(await (await owner('GET', '/service-renewals?q=fax')).text()).length, 0, 'what has ended');
  });

  test('keeps to RFC 5545 whatever a label holds: lines of 75 octets, nothing that ends a line', async () => {
    await change('ser_acme_domain', { label: `Größe, “;\\” \u0007 ${'ü'.repeat(40)}` });
    const text = await (await owner('GET', '/service-renewals?q=größe')).text();
    assert.ok(text.startsWith('BEGIN:VCALENDAR\r\n') && text.endsWith('END:VCALENDAR\r\n'));
    for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75 && !/[\r\n\u0007]/.test(line), line);
    assert.match(unfolded(text), /SUMMARY:Renews: Größe\\, “\\;\\\\” {3}ü{40} · acme\.example/);
  });
});
