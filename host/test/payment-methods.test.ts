import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import type { components } from 'portal-elements/contract';
import { demoPaymentMethods } from '../demo/payment-methods.js';
import { startHost, type Send } from './support/host.js';

type Schemas = components['schemas'];
type PaymentMethod = Schemas['PaymentMethod'];
type Page = Schemas['PaymentMethodPage'];
type Problem = Schemas['Problem'];

const host = await startHost();
await demoPaymentMethods(host.database);
const owner = await host.signIn('owner@acme.example');
const globex = await host.signIn('owner@globex.example');

async function refused(response: Response, status: number): Promise<Problem> {
  assert.equal(response.status, status, await response.clone().text());
  return (await response.json()) as Problem;
}

async function done<T = PaymentMethod>(response: Response, status = 200): Promise<T> {
  assert.equal(response.status, status, await response.clone().text());
  return (await response.json()) as T;
}

const list = async (query = '', send: Send = owner) => (await done<Page>(await send('GET', `/payment-methods${query}`))).items;
const one = async (id: string) => done(await owner('GET', `/payment-methods/${id}`));

const keep = (body: Partial<Schemas['NewPaymentMethod']> = {}, { key = randomUUID(), send = owner }: { key?: string; send?: Send } = {}) =>
  send('POST', '/payment-methods', { body: { paymentMethodToken: 'test-card', ...body }, headers: { 'idempotency-key': key } });

const bank = (body: Partial<Schemas['NewBankAccount']> = {}, { key = randomUUID(), send = owner }: { key?: string; send?: Send } = {}) =>
  send('POST', '/bank-accounts', {
    body: { iban: 'NL91 ABNA 0417 1643 00', holder: 'Acme B.V.', mandateTextId: 'sepa-core-1-en', ...body },
    headers: { 'idempotency-key': key },
  });

/** Makes every method of the client but these unusable until the returned function is called. */
async function onlyUsable(...ids: string[]): Promise<() => Promise<unknown>> {
  const rows = await host.database.selectFrom('payment_methods').select(['id', 'status']).where('client_id', '=', 'cli_acme').execute();
  const set = (id: string, status: string) => host.database.updateTable('payment_methods').set({ status }).where('id', '=', id).execute();
  for (const { id } of rows) if (!ids.includes(id)) await set(id, 'failed');
  return () => Promise.all(rows.map(({ id, status }) => set(id, status)));
}

let made = 0;
async function service(changes: object = {}): Promise<string> {
  made += 1;
  const id = `ser_test_${made}`;
  await host.database
    .insertInto('services')
    .values({
      id,
      client_id: 'cli_acme',
      number: `T-${made}`,
      name: `Service ${made}`,
      type: 'hosting',
      status: 'active',
      auto_renew: true,
      starts_on: '2025-01-01',
      search_text: '',
      ...changes,
    }) // prettier-ignore
    .execute();
  return id;
}

describe('the payment methods of a client', () => {
  test('are of every type and status, and never tell a whole number', async () => {
    const items = await list();
    assert.deepEqual([...new Set(items.map(({ type }) => type))].sort(), ['agreement', 'bank-account', 'card']);
    const statuses = ['active', 'expired', 'expiring', 'failed', 'gateway-inactive', 'pending-verification'];
    assert.deepEqual([...new Set(items.map(({ status }) => status))].sort(), statuses);
    assert.ok(items.every(({ account }) => account.includes('•')));
    assert.equal(items.filter(({ isDefault }) => isDefault).length, 1);
    const { mandate } = items.find(({ id }) => id === 'pm_acme_bank')!;
    assert.equal(mandate!.reference, 'M-7QK2-55DA-R3HT');
  });

  test('are found by type, status and text, page by page, and all of them as CSV', async () => {
    assert.ok((await list('?type=card')).every(({ type }) => type === 'card'));
    assert.deepEqual([...new Set((await list('?status=usable')).map(({ status }) => status))].sort(), ['active', 'expiring']);
    assert.deepEqual((await list('?q=HOUSE')).map(({ id }) => id), ['pm_acme_bank']); // prettier-ignore
    const all = (await list('?sort=expiresOn')).map(({ id }) => id);
    const first = await done<Page>(await owner('GET', '/payment-methods?sort=expiresOn&limit=3'));
    const second = await done<Page>(await owner('GET', `/payment-methods?sort=expiresOn&limit=3&cursor=${first.page.nextCursor}`));
    assert.deepEqual([...first.items, ...second.items].map(({ id }) => id), all.slice(0, 6)); // prettier-ignore
    const csv = await (await owner('GET', '/payment-methods', { headers: { accept: 'text/csv' } })).text();
    assert.equal(csv.trim().split('\r\n').length, all.length + 1);
  });

  test("are nobody else's", async () => {
    assert.deepEqual((await list('', globex)).map(({ id }) => id), ['pm_globex_bank']); // prettier-ignore
    const etag = { 'if-match': '*' };
    await refused(await globex('GET', '/payment-methods/pm_acme_visa'), 404);
    await refused(await globex('PATCH', '/payment-methods/pm_acme_visa', { body: { label: 'Mine' }, headers: etag }), 404);
    await refused(await globex('PUT', '/payment-methods/pm_acme_visa/default'), 404);
    await refused(await globex('DELETE', '/payment-methods/pm_acme_visa'), 404);
  });

  test('need the permission for each action', async () => {
    const reader = await host.signIn('consultant@partner.example');
    assert.equal((await reader('GET', '/payment-methods')).status, 200);
    for (const answer of [
      await keep({}, { send: reader }),
      await bank({}, { send: reader }),
      await reader('PUT', '/payment-methods/pm_acme_bank/default'),
      await reader('DELETE', '/payment-methods/pm_acme_bank'),
    ])
      assert.equal(answer.status, 403);
    assert.equal((await (await host.signIn('tech@acme.example'))('GET', '/payment-methods')).status, 403);
  });

  test('name their services to those who may see them, and count all', async () => {
    const [named, any] = [await service({ payment_method_id: 'pm_acme_bank', label: 'Our name' }), await service()];
    await service({ payment_method_id: 'pm_acme_bank', status: 'expired' });
    const { services, serviceCount } = await one('pm_acme_bank');
    assert.deepEqual([serviceCount, services], [1, [{ id: named, name: 'Our name' }]]);
    assert.ok(
      (await one('pm_acme_visa')).services.some(({ id }) => id === any),
      'the default pays what names no other',
    );
    const permissions = JSON.stringify({ allow: { 'profile.payment-methods': ['view'] } });
    const before = await host.database
      .selectFrom('memberships')
      .select('permissions')
      .where('id', '=', 'mem_acme_consultant')
      .executeTakeFirst();
    assert.ok(before, 'the demo has a reader');
    await host.database.updateTable('memberships').set({ permissions }).where('id', '=', 'mem_acme_consultant').execute();
    const reader = await host.signIn('consultant@partner.example');
    const seen = (await list('?q=house', reader))[0]!;
    assert.deepEqual([seen.serviceCount, seen.services], [1, []]);
  });
});

describe('adding', () => {
  test('keeps what a token stands for, once for each key', async () => {
    const key = randomUUID();
    const first = await done(await keep({ label: 'New card', makeDefault: true }, { key }), 201);
    assert.deepEqual(
      [first.type, first.brand, first.account, first.label, first.isDefault],
      ['card', 'Visa', '••••4242', 'New card', true],
    );
    assert.deepEqual(await done(await keep({ label: 'New card', makeDefault: true }, { key }), 201), first);
    assert.equal((await list('?q=new card')).length, 1);
    assert.equal((await one('pm_acme_visa')).isDefault, false);
  });

  test('at the same time with one key adds once', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 4 }, () => keep({ label: 'Together' }, { key })));
    assert.ok(answers.every(({ status }) => status === 201 || status === 409));
    assert.equal((await list('?q=together')).length, 1);
  });

  test('what the provider declines keeps nothing', async () => {
    const count = (await list()).length;
    const problem = await refused(await keep({ paymentMethodToken: 'test-declined' }), 402);
    assert.match(problem.type!, /payment-method-declined$/);
    assert.ok(problem.detail);
    await refused(await keep({ paymentMethodToken: 'constructor' }), 402);
    assert.equal((await list()).length, count);
  });

  test('a bank account takes a mandate, and is verified before it is used', async () => {
    const key = randomUUID();
    const added = await done(await bank({ label: 'Utrecht' }, { key }), 201);
    assert.deepEqual([added.status, added.account, added.holder], ['pending-verification', 'NL91••••••••••4300', 'Acme B.V.']);
    assert.match(added.mandate!.reference, /^M-[A-Z2-9-]{1,33}$/);
    assert.deepEqual(await done(await bank({ label: 'Utrecht' }, { key }), 201), added);
    assert.match((await refused(await owner('PUT', `/payment-methods/${added.id}/default`), 409)).type!, /not-usable$/);
    const stored = await host.database
      .selectFrom('sepa_mandates')
      .selectAll()
      .where('reference', '=', added.mandate!.reference)
      .executeTakeFirstOrThrow();
    assert.deepEqual([stored.text_id, stored.signed_by], ['sepa-core-1-en', 'Olivia Owner']);
    const past = new Date(Date.now() - 1000);
    await host.database.updateTable('payment_methods').set({ verified_from: past }).where('id', '=', added.id).execute();
    assert.deepEqual([(await one(added.id)).status, (await one(added.id)).statusNote], ['active', null]);
  });

  test('an IBAN is checked, and not taken twice', async () => {
    const faults: [Partial<Schemas['NewBankAccount']>, string, string][] = [
      [{ iban: 'DE89 3704 0044 0532 0130 01' }, '/iban', 'invalid-iban'],
      [{ iban: 'nonsense' }, '/iban', 'invalid-iban'],
      [{ iban: 'BR1500000000000010932840814P2' }, '/iban', 'not-sepa'],
      [{ iban: 'de89 3704-0044 0532 0130 00' }, '/iban', 'already-added'],
      [{ iban: 'FR1420041010050500013M02606', mandateTextId: 'sepa-core-0-en' }, '/mandateTextId', 'outdated'],
    ];
    for (const [body, pointer, code] of faults) {
      const { errors } = await refused(await bank(body), 422);
      assert.deepEqual(errors!.map((error) => [error.pointer, error.code]), [[pointer, code]], JSON.stringify(body)); // prettier-ignore
    }
    await refused(await bank({ iban: 'FR1420041010050500013M02606', holder: 'Declined' }), 402);
  });

  test('the first of a client is the default one', async () => {
    await host.database.deleteFrom('payment_methods').where('client_id', '=', 'cli_globex').execute();
    assert.equal((await done(await keep({}, { send: globex }), 201)).isDefault, true);
    assert.equal((await done(await keep({}, { send: globex }), 201)).isDefault, false);
  });

  test('the text of the mandate is there in every language of the portal', async () => {
    const text = async (language: string) => done<Schemas['MandateText']>(await owner('GET', `/mandate-text?language=${language}`));
    for (const language of ['en', 'de', 'cs', 'ar']) assert.equal((await text(language)).language, language);
    assert.equal((await text('de-AT')).id, 'sepa-core-1-de');
    assert.equal((await text('tlh')).language, 'en');
  });
});

describe('changing', () => {
  test('label and address need the version that was read', async () => {
    const read = await owner('GET', '/payment-methods/pm_acme_bank');
    const etag = read.headers.get('etag')!;
    const billingAddress = { name: 'Acme', street: 'Hafen 1', postalCode: '20457', city: 'Hamburg', country: 'DE' };
    const change = (body: object, match?: string) =>
      owner('PATCH', '/payment-methods/pm_acme_bank', { body, headers: match === undefined ? {} : { 'if-match': match } });
    await refused(await change({ label: 'A' }), 428);
    const changed = await done(await change({ label: ' Main account ', billingAddress }, etag));
    assert.deepEqual([changed.label, changed.billingAddress], ['Main account', billingAddress]);
    await refused(await change({ label: 'B' }, etag), 412);
    await refused(await change({ billingAddress: { ...billingAddress, country: 'Germany' } }, '*'), 422);
    assert.equal((await done(await change({ billingAddress: null }, '*'))).billingAddress, null);
  });

  test('the default is one, and can be charged', async () => {
    await done(await owner('PUT', '/payment-methods/pm_acme_paypal/default'));
    await done(await owner('PUT', '/payment-methods/pm_acme_paypal/default'));
    assert.deepEqual((await list()).filter(({ isDefault }) => isDefault).map(({ id }) => id), ['pm_acme_paypal']); // prettier-ignore
    for (const id of ['pm_acme_amex', 'pm_acme_failed', 'pm_acme_old', 'pm_acme_bank_new'])
      assert.match((await refused(await owner('PUT', `/payment-methods/${id}/default`), 409)).type!, /not-usable$/);
  });
});

describe('deleting', () => {
  test('hands the services to the default one, which another becomes', async () => {
    const id = await service({ payment_method_id: 'pm_acme_paypal' });
    await done(await owner('PUT', '/payment-methods/pm_acme_paypal/default'));
    assert.equal((await owner('DELETE', '/payment-methods/pm_acme_paypal')).status, 204);
    await refused(await owner('DELETE', '/payment-methods/pm_acme_paypal'), 404);
    const heir = (await list()).find(({ isDefault }) => isDefault)!;
    assert.ok(['active', 'expiring'].includes(heir.status));
    assert.ok(heir.services.some((each) => each.id === id));
  });

  test('revokes the mandate and keeps it', async () => {
    const added = await done(await bank({ iban: 'ES9121000418450200051332' }), 201);
    assert.equal((await owner('DELETE', `/payment-methods/${added.id}`)).status, 204);
    const mandate = await host.database
      .selectFrom('sepa_mandates')
      .selectAll()
      .where('reference', '=', added.mandate!.reference)
      .executeTakeFirstOrThrow();
    assert.ok(mandate.revoked_at);
  });

  test('is refused for the last usable one while a service renews by itself, and names it', async () => {
    const last = await done(await keep({ label: 'Last' }), 201);
    const restore = await onlyUsable(last.id);
    await service({ name: 'Aardvark hosting' });
    const problem = await refused(await owner('DELETE', `/payment-methods/${last.id}`), 409);
    assert.match(problem.type!, /last-payment-method$/);
    assert.match(problem.title, /“Aardvark hosting”/);
    assert.equal((await owner('DELETE', '/payment-methods/pm_acme_failed')).status, 204, 'what cannot be charged is of no use to it');
    await host.database.updateTable('services').set({ auto_renew: false }).where('client_id', '=', 'cli_acme').execute();
    assert.equal((await owner('DELETE', `/payment-methods/${last.id}`)).status, 204);
    await restore();
  });
});
