import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { components } from 'portal-elements/contract';
import { demoPassword } from '../demo/people.js';
import { demoInvoices } from '../demo/invoices.js';
import { faultsOf, outcome } from './support/answers.js';
import { startHost, type Send } from './support/host.js';
import { codeOf, openMailbox } from './support/mailbox.js';

type Contact = components['schemas']['Contact'];
type ContactPage = components['schemas']['ContactPage'];
type ChangePage = components['schemas']['ContactChangePage'];
type Grants = components['schemas']['ContactGrants'];
type Invoices = components['schemas']['InvoicePage'];

const mailbox = openMailbox();
const host = await startHost({ sendMail: mailbox.send, publicUrl: 'https://www.example.com' });
await demoInvoices(host.database);
const owner = await host.signIn('owner@acme.example');
const all: components['schemas']['Grants'][string] = ['view', 'create', 'update', 'delete'];
const mails = () => mailbox.since(host.database);

const grants = (part: Partial<Grants> = {}): Grants => ({
  role: 'custom',
  allow: {},
  deny: {},
  hiddenFields: [],
  contractIds: null,
  ...part,
});
const everything = grants({ role: 'owner', allow: { 'client-portal': all } });

const contactOf = async (send: Send, id: string) => (await (await send('GET', `/contacts/${id}`)).json()) as Contact;

/** Sets what a contact may do, on the version that is there. */
async function setGrants(send: Send, id: string, wanted: Grants): Promise<Response> {
  const etag = (await send('GET', `/contacts/${id}`)).headers.get('etag')!;
  return send('PUT', `/contacts/${id}/permissions`, { body: wanted, headers: { 'if-match': etag } });
}

async function change(send: Send, id: string, body: object): Promise<Response> {
  const etag = (await send('GET', `/contacts/${id}`)).headers.get('etag')!;
  return send('PATCH', `/contacts/${id}`, { body, headers: { 'if-match': etag } });
}

/** A new contact with an account, ready to sign in. */
let people = 0;
async function newcomer(wanted: Grants): Promise<{ id: string; email: string; send: Send }> {
  const email = `person${(people += 1)}@acme.example`;
  const invited = await owner('POST', '/contacts', { body: { name: `Person ${people}`, email, grants: wanted } });
  assert.equal(invited.status, 201);
  const { id } = (await invited.json()) as Contact;
  const mail = (await mails()).find(({ to }) => to === email)!;
  const password = 'a quiet red harbour';
  assert.equal((await host.send('POST', '/mailed-codes/password', { body: { code: codeOf(mail), password } })).status, 201);
  return { id, email, send: await host.signIn(email, password) };
}

test('the list shows everyone of the client with what they are, and can be searched, filtered, sorted and paged', async () => {
  const list = async (query = '') => ((await (await owner('GET', `/contacts${query}`)).json()) as ContactPage).items;
  const contacts = await list();
  assert.deepEqual(
    contacts.map(({ name, status, role }) => [name, status, role]),
    [
      ['Bruno Billing', 'active', 'accounting'],
      ['Carla Consultant', 'active', 'read-only'],
      ['Fiona Field', 'no-login', 'accounting'],
      ['Ines Invited', 'invited', 'accounting'],
      ['Ivan Inactive', 'inactive', 'technical'],
      ['Lena Lines', 'active', 'custom'],
      ['Noah Nobody', 'active', 'custom'],
      ['Olivia Owner', 'active', 'owner'],
      ['Tessa Tech', 'active', 'technical'],
    ],
  );
  const by = Object.fromEntries(contacts.map((contact) => [contact.id, contact]));
  assert.equal(by['mem_acme_owner']!.yourself, true);
  assert.deepEqual(by['mem_acme_owner']!.allowedActions, ['update', 'set-permissions']);
  assert.equal(by['mem_acme_owner']!.viewable, by['mem_acme_owner']!.viewableOf);
  assert.deepEqual(by['mem_acme_invited']!.allowedActions, [
    'update',
    'set-permissions',
    'deactivate',
    'resend-invitation',
    'cancel-invitation',
    'delete',
  ]);
  assert.ok(Date.parse(by['mem_acme_invited']!.invitationExpiresAt!) > Date.now());
  assert.deepEqual(
    (await list('?q=ACCOUNTING')).map(({ name }) => name),
    ['Bruno Billing', 'Fiona Field'],
  );
  assert.deepEqual(
    (await list('?status=inactive')).map(({ name }) => name),
    ['Ivan Inactive'],
  );
  assert.deepEqual(
    (await list('?role=technical&sort=-name')).map(({ name }) => name),
    ['Tessa Tech', 'Ivan Inactive'],
  );
  assert.deepEqual(
    (await list('?sort=-lastSignInAt')).slice(0, 1).map(({ name }) => name),
    ['Olivia Owner'],
  );
  const { page } = (await (await owner('GET', '/contacts?limit=4')).json()) as ContactPage;
  assert.equal(page.total, 9);
  const rest = await list(`?limit=4&cursor=${page.nextCursor}`);
  assert.equal(rest[0]!.name, 'Ivan Inactive');
  const csv = await (await owner('GET', '/contacts?status=no-login', { headers: { accept: 'text/csv' } })).text();
  assert.match(
    csv,
    /^Name,E-mail,Title,Phone,Status,Role,Second factor,Last sign-in\r\nFiona Field,fiona@acme.example,Accounting,\+49301234511,No login,/,
  );
});

test('the people of another client are not there', async () => {
  const globex = await host.signIn('owner@globex.example');
  for (const path of ['', '/permissions', '/deactivation', '/invitation', '/second-factor', '/changes'])
    for (const method of ['GET', 'PUT', 'POST', 'DELETE', 'PATCH']) {
      const response = await globex(
        method,
        `/contacts/mem_acme_billing${path}`,
        method === 'GET' || method === 'DELETE' ? {} : { body: path === '/permissions' ? everything : {}, headers: { 'if-match': '*' } },
      );
      assert.ok([404, 405].includes(response.status), `${method} ${path} answered ${response.status}`);
    }
});

test('who is invited sets a password, comes in with what was granted, and is no longer invited', async () => {
  const wanted = grants({ allow: { billing: ['view'] }, deny: { 'billing.quotes': ['view'] } });
  const body = { name: 'Petra Purchase', email: ' Petra@Acme.example', title: 'Purchasing', language: 'de', grants: wanted };
  const response = await owner('POST', '/contacts', { body });
  assert.equal(response.status, 201);
  const contact = (await response.json()) as Contact;
  assert.deepEqual([contact.email, contact.status, contact.title, contact.language], ['petra@acme.example', 'invited', 'Purchasing', 'de']);
  assert.deepEqual(contact.grants, wanted);
  assert.equal(contact.effective.allow!['billing.quotes'], undefined);
  const [mail] = await mails();
  assert.equal(mail!.subject, 'Einladung ins Kundenportal von Acme GmbH');
  assert.match(mail!.text, /Olivia Owner lädt Sie/);
  const set = await host.send('POST', '/mailed-codes/password', { body: { code: codeOf(mail!), password: 'a quiet red harbour' } });
  assert.deepEqual(((await set.json()) as components['schemas']['Session']).permissions.allow!['billing.invoices'], ['view']);
  assert.equal((await contactOf(owner, contact.id)).status, 'active');
  assert.deepEqual(await faultsOf(await owner('POST', '/contacts', { body })), ['/email already-a-contact']);
  assert.deepEqual(await faultsOf(await owner('POST', '/contacts', { body: { ...body, email: 'petra' } })), ['/email invalid-email']);
});

test('a person with an account elsewhere signs in to accept; the inviting client learns no more than it said', async () => {
  const body = { name: 'Somebody', email: 'owner@globex.example', grants: grants({ allow: { 'profile.view': ['view'] } }) };
  const contact = (await (await owner('POST', '/contacts', { body })).json()) as Contact;
  assert.deepEqual([contact.name, contact.status], ['Somebody', 'invited']);
  const [mail] = await mails();
  assert.match(mail!.text, /\/sign-in/);
  assert.equal(codeOf(mail!), '');
  const { id: person_id } = await host.database.selectFrom('people').select('id').where('email', '=', body.email).executeTakeFirstOrThrow();
  await host.database.insertInto('second_factors').values({ person_id, secret: 'JBSWY3DPEHPK3PXP', confirmed_at: new Date() }).execute();
  assert.equal((await contactOf(owner, contact.id)).secondFactor, false, 'not before the invitation is accepted');
  await host.database.deleteFrom('second_factors').execute();
  const gita = await host.signIn('owner@globex.example');
  const session = (await (await gita('GET', '/session')).json()) as components['schemas']['Session'];
  assert.equal(session.client.id, 'cli_globex');
  assert.equal(session.clients?.length, 2);
  const accepted = await contactOf(owner, contact.id);
  assert.deepEqual([accepted.name, accepted.status], ['Gita Globex', 'active']);
  for (const [field, value] of Object.entries({ name: 'Other', email: 'other@acme.example', language: 'cs' }))
    assert.deepEqual(await faultsOf(await change(owner, contact.id, { [field]: value, password: demoPassword })), [
      `/${field} belongs-to-several`,
    ]);
  assert.equal((await change(owner, contact.id, { title: 'Partner' })).status, 200);
  assert.equal(await outcome(await owner('DELETE', `/contacts/${contact.id}/second-factor`)), '409 belongs-to-several');
});

test('who changed the own address without proving it gets no invitation by signing in', async () => {
  const { id, send } = await newcomer(everything);
  assert.equal((await change(send, id, { email: 'victim@elsewhere.example', password: 'a quiet red harbour' })).status, 200);
  const globex = await host.signIn('owner@globex.example');
  const body = { name: 'Victim', email: 'victim@elsewhere.example', grants: everything };
  assert.equal((await globex('POST', '/contacts', { body })).status, 201);
  const invitation = (await mails()).find(({ to }) => to === 'victim@elsewhere.example')!;
  const again = await host.signIn('victim@elsewhere.example', 'a quiet red harbour');
  assert.equal(((await (await again('GET', '/session')).json()) as components['schemas']['Session']).clients, undefined);
  assert.notEqual(codeOf(invitation), '', 'only who gets the mail can accept');
});

test('an invitation is sent again, taken back, and given to who had no login', async () => {
  const resent = await owner('POST', '/contacts/mem_acme_invited/invitation');
  assert.equal(((await resent.json()) as Contact).status, 'invited');
  const [first] = await mails();
  await owner('POST', '/contacts/mem_acme_invited/invitation');
  const [second] = await mails();
  const check = async (code: string) => outcome(await host.send('POST', '/mailed-codes/check', { body: { code } }));
  assert.deepEqual([await check(codeOf(first!)), await check(codeOf(second!))], ['410 code-unknown', '200']);
  assert.equal(((await (await owner('DELETE', '/contacts/mem_acme_invited/invitation')).json()) as Contact).status, 'no-login');
  assert.equal(await check(codeOf(second!)), '410 code-unknown');
  const request = { contractNumber: 'V-2001', email: 'ines@acme.example' };
  assert.equal((await host.send('POST', '/account-requests', { body: request })).status, 202);
  assert.deepEqual(await mails(), [], 'who is no longer invited cannot ask for an account');
  assert.equal((await owner('DELETE', '/contacts/mem_acme_invited/invitation')).status, 409);
  assert.equal((await owner('POST', '/contacts/mem_acme_billing/invitation')).status, 409);
  assert.equal(((await (await owner('POST', '/contacts/mem_acme_invited/invitation')).json()) as Contact).status, 'invited');
  await mails();
});

test('two clients that invite the same new address at once both succeed', async () => {
  const globex = await host.signIn('owner@globex.example');
  const body = { name: 'Nina New', email: 'nina@new.example', grants: grants() };
  const answers = await Promise.all([owner, globex].map((send) => send('POST', '/contacts', { body })));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [201, 201],
  );
  await mails();
});

test('what a person may do changes at the next request, with cookie and token', async () => {
  const { id, send } = await newcomer(grants({ allow: { billing: all, contracts: ['view'] } }));
  const { token } = (await (await send('POST', '/session/tokens')).json()) as components['schemas']['Token'];
  const bearer = (path: string, headers: Record<string, string> = {}) =>
    host.send('GET', path, { headers: { authorization: `Bearer ${token}`, ...headers } });
  const invoice = ((await (await send('GET', '/invoices?state=open')).json()) as Invoices).items[0]!;
  const pay = {
    allocations: [{ invoiceId: invoice.id, amount: { amount: '1.00', currency: invoice.open.currency } }],
    paymentToken: 'test-ok',
  };
  const byHand = async () => [
    (await send('GET', '/invoices')).status,
    (await bearer('/invoices')).status,
    (await bearer('/invoices', { accept: 'text/csv' })).status,
    (await send('GET', `/invoices/${invoice.id}`)).status,
    (await send('GET', `/invoices/${invoice.id}/documents/pdf`)).status,
    (await send('GET', `/invoices/${invoice.id}/documents/csv`)).status,
    (await send('POST', '/payments', { body: pay, headers: { 'idempotency-key': `pay-${id}` } })).status,
    (await send('GET', '/contracts/con_acme_voip/calls')).status,
    (await send('GET', '/contracts/con_acme_voip/calls', { headers: { accept: 'text/csv' } })).status,
    (await bearer('/contracts/con_acme_voip/calls')).status,
    (await send('GET', '/contracts')).status,
  ];
  assert.deepEqual(await byHand(), [200, 200, 200, 200, 200, 200, 201, 200, 200, 200, 200]);
  const denied = grants({
    allow: { billing: all, contracts: ['view'] },
    deny: { 'billing.invoices': ['view'], 'contracts.call-list': ['view'] },
  });
  const response = await setGrants(owner, id, denied);
  assert.equal(response.status, 200);
  assert.deepEqual(((await response.json()) as Contact).grants, denied);
  assert.deepEqual(await byHand(), [403, 403, 403, 403, 403, 403, 403, 403, 403, 403, 200]);
});

test('a person limited to a contract reaches that contract, its invoices and nothing else', async () => {
  const lines = await host.signIn('lines@acme.example');
  const status = async (path: string) => (await lines('GET', path)).status;
  assert.deepEqual(
    ((await (await lines('GET', '/contracts')).json()) as components['schemas']['ContractPage']).items.map(({ id }) => id),
    ['con_acme_voip'],
  );
  assert.deepEqual([await status('/contracts/con_acme_voip'), await status('/contracts/con_acme_voip2')], [200, 404]);
  assert.deepEqual([await status('/contracts/con_acme_voip/calls'), await status('/contracts/con_acme_voip2/calls')], [200, 404]);

  const rows = await host.database
    .selectFrom('invoices')
    .innerJoin('invoice_lines', 'invoice_lines.invoice_id', 'invoices.id')
    .where('client_id', '=', 'cli_acme')
    .where('state', 'not in', ['draft', 'written-off'])
    .select(['invoices.id', 'invoice_lines.contract_id'])
    .execute();
  const foreign = new Set(rows.filter(({ contract_id }) => contract_id !== 'con_acme_voip').map(({ id }) => id));
  const own = new Set(rows.map(({ id }) => id).filter((id) => !foreign.has(id)));
  assert.ok(own.size > 0 && foreign.size > 0);
  const shown = (await (await lines('GET', '/invoices?limit=200')).json()) as Invoices;
  assert.equal(shown.page.total, own.size);
  assert.ok(shown.items.every(({ id }) => own.has(id)));
  const csv = await (await lines('GET', '/invoices', { headers: { accept: 'text/csv' } })).text();
  assert.equal(csv.trim().split('\r\n').length, own.size + 1);
  const [mine, other] = [[...own][0]!, [...foreign][0]!];
  assert.deepEqual([await status(`/invoices/${mine}`), await status(`/invoices/${mine}/documents/pdf`)], [200, 200]);
  assert.deepEqual([await status(`/invoices/${other}`), await status(`/invoices/${other}/documents/pdf`)], [404, 404]);

  const { id, send } = await newcomer(grants({ allow: { billing: all }, contractIds: ['con_acme_voip'] }));
  const open = ((await (await owner('GET', '/invoices?state=open&limit=200')).json()) as Invoices).items.find((invoice) =>
    foreign.has(invoice.id),
  )!;
  const pay = { allocations: [{ invoiceId: open.id, amount: { amount: '1.00', currency: open.open.currency } }], paymentToken: 'test-ok' };
  assert.equal((await send('POST', '/payments', { body: pay, headers: { 'idempotency-key': `pay-${id}` } })).status, 404);
});

test('a person limited to a contract sees the zones of its domain only', async () => {
  const { id, send } = await newcomer(grants({ allow: { devices: all }, contractIds: ['con_acme_web'] }));
  const names = async () =>
    ((await (await send('GET', '/dns-zones')).json()) as components['schemas']['DnsZonePage']).items.map(({ name }) => name);
  const create = async (sender: Send, name: string) => (await sender('POST', '/dns-zones', { body: { name } })).status;
  await host.database.updateTable('contracts').set({ identifier: 'shop.example' }).where('id', '=', 'con_acme_web').execute();
  assert.equal(await create(owner, 'workshop.example'), 201);
  assert.deepEqual(
    [await create(send, 'other.example'), await create(send, 'shop.example'), await create(send, 'eu.shop.example')],
    [403, 201, 201],
  );
  assert.deepEqual(await names(), ['shop.example.', 'eu.shop.example.']);
  const { items } = (await (await owner('GET', '/dns-zones?q=workshop')).json()) as components['schemas']['DnsZonePage'];
  assert.equal((await send('GET', `/dns-zones/${items[0]!.id}`)).status, 404);
  assert.equal((await setGrants(owner, id, grants({ allow: { devices: all }, contractIds: [] }))).status, 200);
  assert.deepEqual(await names(), []);
});

test('the zone of a domain with letters beyond ASCII belongs to the contract that spells it like that', async () => {
  const { id, send } = await newcomer(grants({ allow: { devices: all, contracts: ['view'] }, contractIds: ['con_acme_web'] }));
  await host.database.updateTable('contracts').set({ identifier: 'Bücher.example' }).where('id', '=', 'con_acme_web').execute();
  const create = async (name: string) => (await send('POST', '/dns-zones', { body: { name } })).status;
  assert.deepEqual(
    [await create('bücher.example'), await create('xn--eubcher-n2a.example'), await create('eu.BÜCHER.example.')],
    [201, 403, 201],
  );
  const { items } = (await (await send('GET', '/dns-zones')).json()) as components['schemas']['DnsZonePage'];
  assert.deepEqual(
    items.map(({ name }) => name),
    ['xn--bcher-kva.example.', 'eu.xn--bcher-kva.example.'],
  );
  assert.equal((await send('GET', `/dns-zones/${items[0]!.id}`)).status, 200);
  const contract = (await (await send('GET', '/contracts/con_acme_web')).json()) as { zoneId: string };
  assert.equal(contract.zoneId, items[0]!.id);
  assert.equal((await setGrants(owner, id, grants({ allow: { devices: all }, contractIds: ['con_acme_rack'] }))).status, 200);
  assert.equal((await send('GET', `/dns-zones/${items[0]!.id}`)).status, 404);
});

test('only what one holds can be given or taken, in whatever way', async () => {
  const own = { profile: all, 'contracts.list': ['view'], 'contracts.call-list': ['view'] } satisfies Grants['allow'];
  const manager = await newcomer(grants({ allow: own, hiddenFields: ['calls.cost'] }));
  const invite = async (wanted: Grants) =>
    outcome(await manager.send('POST', '/contacts', { body: { name: 'New', email: `new${(people += 1)}@acme.example`, grants: wanted } }));
  const refused = '403 not-yours-to-grant';
  assert.equal(await invite(grants({ allow: { 'contracts.list': ['view'] } })), '201');
  assert.equal(await invite(grants({ allow: { 'contracts.list': ['view', 'update'] } })), refused);
  assert.equal(await invite(grants({ allow: { billing: ['view'] } })), refused);
  assert.equal(await invite(everything), refused);
  assert.equal(await invite(grants({ role: 'owner' })), '201', 'the name of a role gives nothing');
  assert.equal(await invite(grants({ allow: { contracts: ['view'] } })), refused, 'a node gives what is under it');
  assert.equal(
    await invite(grants({ allow: { 'contracts.call-list': ['view'] } })),
    refused,
    'the cost of calls is a field the manager does not see',
  );
  assert.equal(await invite(grants({ allow: { 'contracts.call-list': ['view'] }, hiddenFields: ['calls.cost'] })), '201');

  const set = async (id: string, wanted: Grants) => outcome(await setGrants(manager.send, id, wanted));
  assert.equal(await set(manager.id, everything), refused);
  assert.equal(await set(manager.id, grants({ allow: own })), refused, 'not even to oneself');
  assert.equal(await set('mem_acme_billing', grants({ role: 'accounting', allow: {} })), refused, 'nor taken away');
  assert.equal(await set('mem_acme_nobody', grants({ allow: { 'contracts.list': ['view'] } })), '200');
  assert.equal(await set('mem_acme_nobody', grants()), '200');
  for (const [method, path] of [
    ['PUT', 'deactivation'],
    ['DELETE', ''],
  ] as const)
    assert.equal(await outcome(await manager.send(method, `/contacts/mem_acme_owner/${path}`.replace(/\/$/, ''))), refused);
  assert.equal(await outcome(await manager.send('DELETE', '/contacts/mem_acme_inactive/deactivation')), refused);
  assert.equal(await outcome(await manager.send('POST', '/contacts/mem_acme_fiona/invitation')), refused);
  const takeover = { email: 'mine@acme.example', password: 'a quiet red harbour' };
  assert.equal(await outcome(await change(manager.send, 'mem_acme_owner', takeover)), refused, 'an address is a way into the account');
  assert.equal(await outcome(await change(manager.send, 'mem_acme_owner', { title: 'Boss' })), '200');
  await mails();
});

test('a person limited to contracts gives nothing beyond them', async () => {
  const own = { profile: all, contracts: ['view'] } satisfies Grants['allow'];
  const scoped = await newcomer(grants({ allow: own, contractIds: ['con_acme_voip'] }));
  const invite = async (contractIds: string[] | null) =>
    outcome(
      await scoped.send('POST', '/contacts', {
        body: {
          name: 'New',
          email: `new${(people += 1)}@acme.example`,
          grants: grants({ allow: { 'contracts.list': ['view'] }, contractIds }),
        },
      }),
    );
  assert.equal(await invite(['con_acme_voip']), '201');
  assert.equal(await invite(['con_acme_voip', 'con_acme_voip2']), '403 not-yours-to-grant');
  assert.equal(await invite(null), '403 not-yours-to-grant');
  assert.equal(await outcome(await setGrants(scoped.send, scoped.id, grants({ allow: own }))), '403 not-yours-to-grant');
  assert.equal(
    await outcome(await setGrants(scoped.send, 'mem_acme_nobody', grants({ allow: { 'contracts.list': ['view'] } }))),
    '403 not-yours-to-grant',
  );

  const narrow = await newcomer(grants({ allow: { profile: all } }));
  const wider = grants({
    allow: { contracts: ['view'], 'billing.invoices': ['view'] },
    hiddenFields: ['calls.cost', 'calls.recording'],
    contractIds: null,
  });
  assert.equal(
    await outcome(await setGrants(narrow.send, 'mem_acme_lines', wider)),
    '403 not-yours-to-grant',
    'more contracts are more invoices',
  );
  await mails();
});

test('grants that name what is not there are refused where they do', async () => {
  const wrong = grants({
    role: 'king',
    allow: { 'billing.gold': ['view'] },
    deny: { nothing: ['view'] },
    hiddenFields: ['calls.mood'],
    contractIds: ['con_globex_voip'],
  });
  const expected = [
    'role unknown-role',
    'allow/billing.gold unknown-resource',
    'deny/nothing unknown-resource',
    'hiddenFields/0 unknown-field',
    'contractIds/0 unknown-contract',
  ];
  assert.deepEqual(
    await faultsOf(await setGrants(owner, 'mem_acme_nobody', wrong)),
    expected.map((fault) => `/${fault}`),
  );
  const body = { name: 'New', email: 'wrong@acme.example', grants: wrong };
  assert.deepEqual(
    await faultsOf(await owner('POST', '/contacts', { body })),
    expected.map((fault) => `/grants/${fault}`),
  );
});

test('the last owner stays, and nobody cuts oneself off', async () => {
  const globex = await host.signIn('owner@globex.example');
  const less = grants({ allow: { 'client-portal': all }, deny: { 'billing.quotes': ['view'] } });
  assert.equal(await outcome(await setGrants(globex, 'mem_globex_owner', less)), '409 last-owner');
  assert.equal(
    await outcome(await setGrants(globex, 'mem_globex_owner', { ...everything, hiddenFields: ['calls.cost'] })),
    '409 last-owner',
  );
  assert.equal(
    await outcome(await setGrants(globex, 'mem_globex_owner', { ...everything, contractIds: ['con_globex_voip'] })),
    '409 last-owner',
  );
  for (const [method, path] of [
    ['PUT', '/deactivation'],
    ['DELETE', ''],
    ['DELETE', '/second-factor'],
  ] as const)
    assert.equal(await outcome(await globex(method, `/contacts/mem_globex_owner${path}`)), '409 yourself');
  const second = await newcomer(everything);
  const without = grants({ allow: { 'client-portal': all }, deny: { 'profile.contacts': ['update'] } });
  assert.equal(await outcome(await setGrants(second.send, second.id, without)), '409 yourself');
  assert.equal(await outcome(await setGrants(second.send, second.id, less)), '200');
});

test('two owners who take each other out at the same time do not both succeed', async () => {
  const actions: Record<string, (send: Send, id: string) => Promise<Response>> = {
    deactivation: (send, id) => send('PUT', `/contacts/${id}/deactivation`),
    deletion: (send, id) => send('DELETE', `/contacts/${id}`),
    permissions: (send, id) => send('PUT', `/contacts/${id}/permissions`, { body: grants(), headers: { 'if-match': '*' } }),
  };
  for (const [name, act] of Object.entries(actions)) {
    const client = { id: `cli_${name}`, number: `C-${name}`, name, currency: 'EUR', time_zone: 'UTC' };
    await host.database.insertInto('clients').values(client).execute();
    const senders = await Promise.all(
      ['one', 'two'].map(async (part) => {
        const id = `mem_${name}_${part}`;
        const email = `${part}@${name}.example`;
        const { password_hash } = await host.database
          .selectFrom('people')
          .select('password_hash')
          .where('id', '=', 'per_acme_owner')
          .executeTakeFirstOrThrow();
        await host.database
          .insertInto('people')
          .values({ id: `per_${name}_${part}`, name: part, email, locale: 'en', password_hash })
          .execute();
        await host.database
          .insertInto('memberships')
          .values({
            id,
            person_id: `per_${name}_${part}`,
            client_id: client.id,
            status: 'active',
            role: 'owner',
            permissions: JSON.stringify({ allow: everything.allow }),
            search_text: '',
          })
          .execute();
        return { id, send: await host.signIn(email) };
      }),
    );
    const [one, two] = [senders[0]!, senders[1]!];
    const statuses = (await Promise.all([act(one.send, two.id), act(two.send, one.id)])).map(({ status }) => status);
    assert.equal(statuses.filter((status) => status < 300).length, 1, `${name}: ${statuses.join(', ')}`);
  }
});

test('who is deactivated or taken out is signed out of this client at once, and comes back when reactivated', async () => {
  const { id, email, send } = await newcomer(grants({ allow: { 'profile.view': ['view'] } }));
  const { token } = (await (await send('POST', '/session/tokens')).json()) as components['schemas']['Token'];
  const response = await owner('PUT', `/contacts/${id}/deactivation`);
  assert.equal(((await response.json()) as Contact).status, 'inactive');
  assert.equal((await send('GET', '/session')).status, 401);
  assert.equal((await host.send('GET', '/session', { headers: { authorization: `Bearer ${token}` } })).status, 401);
  await assert.rejects(host.signIn(email, 'a quiet red harbour'), /account-inactive/);
  assert.equal(((await (await owner('DELETE', `/contacts/${id}/deactivation`)).json()) as Contact).status, 'active');
  const again = await host.signIn(email, 'a quiet red harbour');
  assert.equal((await owner('DELETE', `/contacts/${id}`)).status, 204);
  assert.equal((await again('GET', '/session')).status, 401);
  assert.equal((await owner('GET', `/contacts/${id}`)).status, 404);
});

test('who is deactivated at one client keeps the session at the other', async () => {
  const carla = await host.signIn('consultant@partner.example');
  await carla('PUT', '/session/client', { body: { clientId: 'cli_globex' } });
  await owner('PUT', '/contacts/mem_acme_consultant/deactivation');
  assert.equal((await carla('GET', '/contracts')).status, 200);
  await owner('DELETE', '/contacts/mem_acme_consultant/deactivation');
});

test('details change on the version that was seen; another address needs the password and is told to the old one', async () => {
  const { id, email } = await newcomer(grants());
  const etag = (await owner('GET', `/contacts/${id}`)).headers.get('etag')!;
  const patch = (body: object, headers: Record<string, string> = {}) => owner('PATCH', `/contacts/${id}`, { body, headers });
  assert.equal((await patch({ title: 'Buyer' })).status, 428);
  const changed = await patch({ title: 'Buyer', phone: null }, { 'if-match': etag });
  assert.equal(changed.status, 200);
  const stale = await patch({ title: 'Seller' }, { 'if-match': etag });
  assert.equal(stale.status, 412);
  assert.equal(stale.headers.get('etag'), changed.headers.get('etag'));
  assert.deepEqual(await faultsOf(await change(owner, id, { email: 'moved@acme.example' })), ['/password wrong-password']);
  assert.deepEqual(await faultsOf(await change(owner, id, { email: 'tech@acme.example', password: demoPassword })), [
    '/email address-in-use',
  ]);
  assert.equal((await change(owner, id, { email: 'moved@acme.example', password: demoPassword })).status, 200);
  const [told] = await mails();
  assert.equal(told!.to, email);
  assert.match(told!.text, /moved@acme\.example/);
});

test('each change of an invited address is a mail, and counts as an invitation', async () => {
  const { id } = (await (
    await owner('POST', '/contacts', { body: { name: 'M', email: 'm0@acme.example', grants: grants() } })
  ).json()) as Contact;
  await host.database.deleteFrom('attempts').execute();
  const limit = { subject: 'invitations of cli_acme', attempts: 49, until: new Date(Date.now() + 60_000) };
  await host.database.insertInto('attempts').values(limit).execute();
  assert.equal((await change(owner, id, { email: 'm1@acme.example', password: demoPassword })).status, 200);
  assert.equal((await change(owner, id, { email: 'm2@acme.example', password: demoPassword })).status, 429);
  assert.equal((await change(owner, id, { title: 'Maker' })).status, 200);
  await host.database.deleteFrom('attempts').execute();
  await mails();
});

test('half a character is refused, not stored', async () => {
  assert.equal((await change(owner, 'mem_acme_billing', { name: 'Bruno \ud800' })).status, 400);
  assert.equal((await host.send('POST', '/password-resets', { body: { email: '\udc00@acme.example' } })).status, 400);
});

test('a lost second factor is switched off by who manages people; the person is signed out and told', async () => {
  const { id, email, send } = await newcomer(grants());
  const personId = ((await (await send('GET', '/session')).json()) as components['schemas']['Session']).person.id;
  assert.equal((await owner('DELETE', `/contacts/${id}/second-factor`)).status, 409);
  await host.database
    .insertInto('second_factors')
    .values({ person_id: personId, secret: 'JBSWY3DPEHPK3PXP', confirmed_at: new Date() })
    .execute();
  assert.ok((await contactOf(owner, id)).allowedActions.includes('reset-second-factor'));
  const response = await owner('DELETE', `/contacts/${id}/second-factor`);
  assert.equal(((await response.json()) as Contact).secondFactor, false);
  assert.equal((await send('GET', '/session')).status, 401);
  const told = await mails();
  assert.deepEqual(
    told.map(({ to, subject }) => [to, subject]),
    [[email, 'Your second factor has been switched off']],
  );
  assert.equal((await host.signIn(email, 'a quiet red harbour')) !== undefined, true);
});

test('every change is written down: who, what, before and after', async () => {
  const { id } = await newcomer(grants({ allow: { 'profile.view': ['view'] } }));
  await change(owner, id, { title: 'Buyer' });
  const wanted = grants({ allow: { 'billing.invoices': ['view'] } });
  await setGrants(owner, id, wanted);
  await owner('PUT', `/contacts/${id}/deactivation`);
  await owner('DELETE', `/contacts/${id}/deactivation`);
  const { items, page } = (await (await owner('GET', `/contacts/${id}/changes`)).json()) as ChangePage;
  assert.deepEqual(
    items.map(({ action, by }) => [action, by.name]),
    [
      ['reactivated', 'Olivia Owner'],
      ['deactivated', 'Olivia Owner'],
      ['permissions-changed', 'Olivia Owner'],
      ['details-changed', 'Olivia Owner'],
      ['account-set-up', `Person ${people}`],
      ['invited', 'Olivia Owner'],
    ],
  );
  assert.equal(page.total, 6);
  assert.deepEqual([items[3]!.before, items[3]!.after], [{ title: null }, { title: 'Buyer' }]);
  assert.deepEqual(items[2]!.after, wanted);
  assert.deepEqual((items[2]!.before as Grants).allow, { 'profile.view': ['view'] });
  const few = (await (await owner('GET', `/contacts/${id}/changes?limit=2`)).json()) as ChangePage;
  const rest = (await (await owner('GET', `/contacts/${id}/changes?limit=2&cursor=${few.page.nextCursor}`)).json()) as ChangePage;
  assert.deepEqual(
    [...few.items, ...rest.items].map((entry) => entry.id),
    items.slice(0, 4).map((entry) => entry.id),
  );
});

test('a refused change leaves no trace', async () => {
  const count = async () => (await host.database.selectFrom('contact_changes').select('id').execute()).length;
  const before = await count();
  const globex = await host.signIn('owner@globex.example');
  assert.equal((await setGrants(globex, 'mem_globex_owner', grants())).status, 409);
  assert.equal(await count(), before);
});

test('changes about what the asking person may not view are left out, also of the file', async () => {
  const { id } = await newcomer(grants({ allow: { 'contracts.list': ['view'] } }));
  await setGrants(owner, id, grants({ allow: { 'contracts.list': ['view'], 'billing.invoices': ['view'] } }));
  await setGrants(
    owner,
    id,
    grants({ allow: { 'contracts.list': ['view'], 'contracts.traffic': ['view'], 'billing.invoices': ['view'] } }),
  );
  const looker = await newcomer(grants({ allow: { 'profile.contacts': ['view'], contracts: ['view'] } }));
  const actions = async (send: Send) => {
    const { items } = (await (await send('GET', `/contacts/${id}/changes`)).json()) as ChangePage;
    return items.map(({ action, after }) => [action, Object.keys((after as Partial<Grants> | null)?.allow ?? {}).length]);
  };
  assert.equal((await actions(owner)).length, 4);
  assert.deepEqual(await actions(looker.send), [
    ['permissions-changed', 3],
    ['account-set-up', 0],
    ['invited', 1],
  ]);
  const csv = await (await looker.send('GET', `/contacts/${id}/changes`, { headers: { accept: 'text/csv' } })).text();
  assert.equal(csv.trim().split('\r\n').length, 4);
});

test('the presets and the fields that can be hidden', async () => {
  const { items, fields } = (await (await owner('GET', '/contact-roles')).json()) as components['schemas']['ContactRoles'];
  assert.deepEqual(
    items.map(({ id }) => id),
    ['owner', 'accounting', 'technical', 'read-only'],
  );
  assert.deepEqual(
    fields.map(({ id }) => id),
    ['calls.cost', 'calls.recording', 'contracts.price', 'services.price', 'traffic.cost'],
  );
  for (const { grants: preset } of items) assert.equal((await setGrants(owner, 'mem_acme_nobody', preset)).status, 200, preset.role);
  await setGrants(owner, 'mem_acme_nobody', grants());
});

test('too many wrong passwords show as locked', async () => {
  const wrong = { email: 'nobody@acme.example', password: 'wrong' };
  for (let attempt = 0; attempt < 11; attempt += 1) {
    await host.database.deleteFrom('attempts').where('subject', 'like', 'address %').execute();
    await host.send('POST', '/session', { body: wrong });
  }
  assert.deepEqual(
    ((await (await owner('GET', '/contacts?status=locked')).json()) as ContactPage).items.map(({ name }) => name),
    ['Noah Nobody'],
  );
});
