import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { components } from 'portal-elements/contract';
import { demoProfiles } from '../demo/profiles.js';
import { faultsOf, outcome } from './support/answers.js';
import { startHost, type Send } from './support/host.js';

type Profile = components['schemas']['Profile'];

const host = await startHost();
await demoProfiles(host.database);
const owner = await host.signIn('owner@acme.example');
const consultant = await host.signIn('consultant@partner.example');
const globex = await host.signIn('owner@globex.example');

async function read(send: Send): Promise<{ profile: Profile; etag: string }> {
  const response = await send('GET', '/profile');
  assert.equal(response.status, 200, await response.clone().text());
  return { profile: (await response.json()) as Profile, etag: response.headers.get('etag')! };
}

/** Changes against the present version unless another is named. */
async function change(send: Send, body: object, etag?: string): Promise<Response> {
  const headers = { 'if-match': etag ?? (await read(send)).etag };
  return await send('PATCH', '/profile', { body, headers });
}

async function changed(send: Send, body: object): Promise<Profile> {
  const response = await change(send, body);
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as Profile;
}

async function limit(membershipId: string, permissions: object, contracts: string[] | null = null): Promise<void> {
  await host.database
    .updateTable('memberships')
    .set({ permissions: JSON.stringify(permissions), contract_ids: contracts && JSON.stringify(contracts) })
    .where('id', '=', membershipId)
    .execute();
}

describe('the profile', () => {
  test('is that of the own client, with what the person may see beside it', async () => {
    const { profile } = await read(owner);
    assert.deepEqual([profile.company, profile.country, profile.clientNumber, profile.timeZone], ['Acme GmbH', 'DE', 'C-1001', 'Europe/Berlin']); // prettier-ignore
    assert.equal(profile.authentication.passwordManaged, 'here');
    assert.ok(profile.authentication.sessions >= 1);
    assert.ok(profile.billing);
    assert.equal(profile.contacts!.items.length, 5);
    assert.ok(profile.contacts!.total > 5 && profile.contacts!.items.every(({ email }) => !email.includes('globex')));
    assert.equal((await read(globex)).profile.company, 'Globex s.r.o.');
  });

  test('leaves out what the person may not see, and is refused without its permission', async () => {
    await limit('mem_acme_lines', { allow: { 'profile.view': ['view'] } });
    const lines = await host.signIn('lines@acme.example');
    const { profile } = await read(lines);
    assert.deepEqual([profile.billing, profile.contacts, profile.authentication.passwordManaged], [undefined, undefined, undefined]);
    assert.ok(profile.fields.every(({ editable }) => !editable) && profile.customFields.every(({ editable }) => !editable));
    assert.equal((await change(lines, { city: 'Nowhere' })).status, 403);
    assert.equal((await (await host.signIn('nobody@acme.example'))('GET', '/profile')).status, 403);
    assert.equal((await host.send('GET', '/profile')).status, 401);
  });

  test('sums what is owed by currency, over what a person limited to some contracts may see', async () => {
    const { database } = host;
    const invoice = (id: string, open: string, currency: string, due_on: string) => ({
      id, client_id: 'cli_acme', number: id, type: 'invoice', type_code: '380', state: 'issued', issued_on: '2026-01-01', due_on, currency, net_total: '100',
      tax_total: '0', rounding: '0', total: '100', prepaid: '0', paid: '0', pending: '0', open, reference: null, note: null, payment_terms: null,
      period_from: null, period_to: null, seller: JSON.stringify({ name: 'S', addressLines: [] }), buyer: JSON.stringify({ name: 'B', addressLines: [] }),
      adjustments: '[]', search: '',
    }); // prettier-ignore
    const all = [invoice('a', '100', 'EUR', '2020-01-01'), invoice('b', '20.5', 'EUR', '2099-01-01'), invoice('c', '7', 'CHF', '2099-01-01'), invoice('d', '-30', 'EUR', '2099-01-01')]; // prettier-ignore
    await database
      .insertInto('invoices')
      .values(all as never)
      .execute();
    const line = { invoice_id: 'c', position: 1, contract_id: 'con_acme_voip', description: 'Line', quantity: '1', unit: null, unit_price: '7', tax_category: 'S', tax_rate: '0', net: '7', period_from: null, period_to: null }; // prettier-ignore
    await database.insertInto('invoice_lines').values(line).execute();
    const { billing } = (await read(owner)).profile;
    assert.deepEqual(billing!.balance, [{ amount: '7.00', currency: 'CHF' }, { amount: '90.50', currency: 'EUR' }]); // prettier-ignore
    assert.deepEqual(billing!.open, [{ amount: '7.00', currency: 'CHF' }, { amount: '120.50', currency: 'EUR' }]); // prettier-ignore
    assert.deepEqual([billing!.overdue, billing!.openCount, billing!.overdueCount], [[{ amount: '100.00', currency: 'EUR' }], 3, 1]);
    await limit('mem_acme_lines', { allow: { 'profile.view': ['view'], 'billing.invoices': ['view'] } }, ['con_acme_voip']);
    const own = (await read(await host.signIn('lines@acme.example'))).profile.billing!;
    assert.deepEqual([own.balance, own.openCount], [[{ amount: '7.00', currency: 'CHF' }], 1]);
    assert.deepEqual((await read(globex)).profile.billing!.balance, []);
  });
});

describe('a change of the profile', () => {
  test('keeps what is given, in its normal form, and leaves the rest', async () => {
    const profile = await changed(owner, {
      city: ' Potsdam ', phone: '+49 (331) 23-45', mobile: '0044 20 7946 0000', region: '', timeZone: 'Europe/Prague', country: 'at',
      addressLines: ['Am Kanal 4', ' '], customFields: { 'cost-centre': '4712', 'order-number-required': 'false' },
    }); // prettier-ignore
    assert.deepEqual(
      [profile.city, profile.phone, profile.mobile, profile.region, profile.timeZone, profile.country, profile.addressLines],
      ['Potsdam', '+493312345', '+442079460000', null, 'Europe/Prague', 'AT', ['Am Kanal 4']],
    );
    assert.equal(profile.postcode, '10997');
    const custom = (key: string) => profile.customFields.find((field) => field.key === key)!.value;
    assert.deepEqual([custom('cost-centre'), custom('order-number-required'), custom('industry')], ['4712', 'false', 'industry']);
    assert.deepEqual((await read(owner)).profile, profile);
  });

  test('says of every field what is wrong with it, and keeps nothing of it', async () => {
    const response = await change(owner, {
      city: ' ', billingEmail: 'nobody', phone: '12', country: 'EU', language: '!', timeZone: 'Mars/Olympus', vatId: '1', addressLines: [''],
      postcode: '14467', customFields: { industry: 'none', 'account-manager': 'Me', other: 'x' },
    }); // prettier-ignore
    assert.equal(response.status, 422);
    assert.deepEqual((await faultsOf(response)).sort(), [
      '/addressLines/0 required', '/billingEmail invalid-email', '/city required', '/country invalid-country', '/customFields/account-manager not-editable',
      '/customFields/industry invalid-value', '/customFields/other unknown-field', '/language invalid-language', '/phone invalid-phone',
      '/timeZone invalid-time-zone', '/vatId invalid-vat-id',
    ]); // prettier-ignore
    assert.equal((await read(owner)).profile.postcode, '10997');
  });

  test('of the main e-mail address needs the own password', async () => {
    assert.deepEqual(await faultsOf(await change(owner, { email: 'new@acme.example' })), ['/password wrong-password']);
    assert.deepEqual(await faultsOf(await change(owner, { email: 'new@acme.example', password: 'guess' })), ['/password wrong-password']);
    assert.equal((await changed(owner, { email: 'New@acme.example', password: 'portal-demo' })).email, 'new@acme.example');
    assert.equal((await change(owner, { email: 'new@acme.example', city: 'Berlin' })).status, 200);
  });

  test('made on an old version is refused, and so is one without a version', async () => {
    const { etag } = await read(owner);
    await changed(owner, { city: 'Hamburg' });
    assert.equal((await change(owner, { postcode: '20457' }, etag)).status, 412);
    assert.equal((await owner('PATCH', '/profile', { body: { postcode: '20457' } })).status, 428);
    assert.equal((await read(owner)).profile.postcode, '10997');
  });

  test('of name, company or VAT number waits for the company, and can be taken back', async () => {
    const before = (await read(owner)).profile;
    const [known] = before.pendingChanges;
    assert.deepEqual([known!.field, known!.oldValue, known!.newValue], ['vatId', 'DE111111111', 'DE222222222']);
    const profile = await changed(owner, { name: 'Otto Owner', company: 'Acme AG', vatId: 'de 333 333 333' });
    assert.deepEqual([profile.name, profile.company, profile.vatId], [before.name, before.company, before.vatId]);
    const pending = Object.fromEntries(profile.pendingChanges.map(({ field, oldValue, newValue }) => [field, `${oldValue} > ${newValue}`]));
    assert.deepEqual(pending, { name: 'Olivia Owner > Otto Owner', company: 'Acme GmbH > Acme AG', vatId: 'DE111111111 > DE333333333' });
    assert.equal(profile.pendingChanges.find(({ field }) => field === 'name')!.requestedBy, 'Olivia Owner');

    assert.equal((await consultant('DELETE', '/profile/pending-changes/name')).status, 403);
    assert.equal((await globex('DELETE', '/profile/pending-changes/name')).status, 404);
    const rest = (await (await owner('DELETE', '/profile/pending-changes/name')).json()) as Profile;
    assert.deepEqual(rest.pendingChanges.map(({ field }) => field).sort(), ['company', 'vatId']);
    assert.equal(await outcome(await owner('DELETE', '/profile/pending-changes/name')), '404 about:blank'.replace('about:', ''));
    const same = await changed(owner, { company: 'Acme GmbH', vatId: 'DE111111111' });
    assert.deepEqual(same.pendingChanges, []);
  });

  test('of a client that has told nothing yet begins its profile', async () => {
    await host.database.deleteFrom('client_profiles').where('client_id', '=', 'cli_globex').execute();
    const { profile } = await read(globex);
    assert.deepEqual([profile.company, profile.city, profile.addressLines, profile.country], ['Globex s.r.o.', null, [], null]);
    assert.equal((await changed(globex, { city: 'Brno', country: 'CZ' })).city, 'Brno');
  });
});
