import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { components } from 'portal-elements/contract';
import { demoPassword } from '../demo/people.js';
import { faultsOf, kindOf, outcome } from './support/answers.js';
import { cookieOf, startHost } from './support/host.js';
import { codeOf, openMailbox, shortCodeOf } from './support/mailbox.js';

type CodeUse = components['schemas']['MailedCodeUse'];
type Session = components['schemas']['Session'];

const mailbox = openMailbox();
const host = await startHost({
  trustProxy: true,
  sendMail: mailbox.send,
  staffMail: 'staff@nordkai.example',
  publicUrl: 'https://www.example.com',
});
const good = 'a quiet red harbour';

let visitors = 0;
/** Sends as a guest from an address of its own. */
const guest = (path: string, body: object, address = `2001:db8:0:${(visitors += 1).toString(16)}::1`) =>
  host.send('POST', path, { body, headers: { 'x-forwarded-for': address } });

const mails = () => mailbox.since(host.database);
const signIn = (email: string, password: string) => guest('/session', { email, password });
const request = (contractNumber: string, email: string, more: object = {}) =>
  guest('/account-requests', { contractNumber, email, ...more });

/** Lets the time of all counted attempts be over. */
const waitForLimits = () => host.database.deleteFrom('attempts').execute();

async function resetMail(email: string) {
  await guest('/password-resets', { email });
  const [mail] = await mails();
  return mail!;
}

test('whoever asks for an account gets the same answer; only the mail says what comes next', async () => {
  const asked = [
    ['V-2001', 'fiona@acme.example'],
    ['V-2001', 'owner@acme.example'],
    ['V-2101', 'fiona@acme.example'],
    ['V-9999', 'fiona@acme.example'],
    ['V-2001', 'stranger@nowhere.example'],
    ['V-2001', 'ivan@acme.example'],
  ] as const;
  const answers = await Promise.all(
    asked.map(async ([number, email]) => {
      const response = await request(number, email);
      return [response.status, await response.text()];
    }),
  );
  assert.deepEqual(
    answers,
    asked.map(() => [202, '']),
  );
  const sent = (await mails()).map(({ to, subject }) => `${to}: ${subject}`).sort();
  assert.deepEqual(sent, [
    'fiona@acme.example: Your account in the client portal',
    'owner@acme.example: You already have an account',
    'staff@nordkai.example: Request for an account: contract V-2001',
    'staff@nordkai.example: Request for an account: contract V-2001',
    'staff@nordkai.example: Request for an account: contract V-2101',
  ]);
});

test('the wizard: request, mail, code, password, signed in', async () => {
  await waitForLimits();
  await request(' v-2001 ', ' Fiona@Acme.example ');
  const [mail] = await mails();
  assert.match(mail!.text, new RegExp(`https://www\\.example\\.com/set-password\\?code=${codeOf(mail!)}`));
  assert.equal((await signIn('fiona@acme.example', demoPassword)).status, 401);

  const check = await guest('/mailed-codes/check', { code: codeOf(mail!) });
  assert.equal(check.status, 200);
  const use = (await check.json()) as CodeUse;
  assert.deepEqual(
    [use.purpose, use.email, use.name, use.clientName],
    ['account-request', 'fiona@acme.example', 'Fiona Field', 'Acme GmbH'],
  );
  const left = Date.parse(use.expiresAt) - Date.now();
  assert.ok(left > 59 * 60_000 && left <= 60 * 60_000, String(left));
  assert.equal(use.policy.minLength, 10);

  const response = await guest('/mailed-codes/password', {
    code: shortCodeOf(mail!).toLowerCase(),
    email: 'FIONA@acme.example',
    password: good,
  });
  assert.equal(response.status, 201);
  const session = (await response.json()) as Session;
  assert.equal(session.client.id, 'cli_acme');
  assert.deepEqual(session.permissions.allow!['billing.invoices'], ['view', 'create', 'update', 'delete']);
  assert.equal((await host.send('GET', '/invoices', { headers: { cookie: cookieOf(response) } })).status, 200);
  assert.equal((await signIn('fiona@acme.example', good)).status, 201);

  assert.equal(await outcome(await guest('/mailed-codes/check', { code: codeOf(mail!) })), '410 code-used');
  assert.equal(await outcome(await guest('/mailed-codes/password', { code: codeOf(mail!), password: good })), '410 code-used');
  await request('V-2001', 'fiona@acme.example');
  assert.deepEqual(
    (await mails()).map(({ subject }) => subject),
    ['You already have an account'],
  );
});

test('who is marked for review gets a code that says so, and the company is told', async () => {
  const person = {
    id: 'per_review',
    name: 'Rita Review',
    email: 'rita@acme.example',
    locale: 'de',
    email_proven: false,
    needs_review: true,
  };
  await host.database.insertInto('people').values(person).execute();
  await host.database
    .insertInto('memberships')
    .values({
      id: 'mem_review',
      person_id: person.id,
      client_id: 'cli_acme',
      status: 'no-login',
      role: 'custom',
      permissions: '{}',
      search_text: '',
    })
    .execute();
  await request('V-2001', person.email);
  const sent = await mails();
  assert.deepEqual(sent.map(({ to }) => to).sort(), ['rita@acme.example', 'staff@nordkai.example']);
  const mail = sent.find(({ to }) => to === person.email)!;
  assert.equal(mail.subject, 'Ihr Konto im Kundenportal');
  assert.equal(await outcome(await guest('/mailed-codes/check', { code: codeOf(mail) })), '409 needs-review');
  assert.equal(await outcome(await guest('/mailed-codes/password', { code: codeOf(mail), password: good })), '409 needs-review');
  await host.database.updateTable('people').set({ needs_review: false }).where('id', '=', person.id).execute();
  assert.equal((await guest('/mailed-codes/password', { code: codeOf(mail), password: good })).status, 201);
});

test('a contact with an account for another client signs in to accept, and keeps the password', async () => {
  await host.database
    .insertInto('memberships')
    .values({
      id: 'mem_gita_acme',
      person_id: 'per_globex_owner',
      client_id: 'cli_acme',
      status: 'no-login',
      role: 'custom',
      permissions: '{}',
      search_text: '',
    })
    .execute();
  await request('V-2001', 'owner@globex.example');
  assert.match((await mails())[0]!.text, /https:\/\/www\.example\.com\/sign-in/);
  const session = (await (await signIn('owner@globex.example', demoPassword)).json()) as Session;
  assert.equal(session.client.id, 'cli_globex');
  assert.deepEqual(
    session.clients?.map(({ id }) => id),
    ['cli_acme', 'cli_globex'],
  );
});

test('a forgotten password is replaced by mail; every session ends and the person is told', async () => {
  const before = await host.signIn('tech@acme.example');
  const mail = await resetMail('tech@acme.example');
  assert.equal(mail.subject, 'A new password for the client portal');
  assert.equal(((await (await guest('/mailed-codes/check', { code: codeOf(mail) })).json()) as CodeUse).purpose, 'password-reset');
  assert.equal((await before('GET', '/session')).status, 200);
  const response = await guest('/mailed-codes/password', { code: codeOf(mail), password: good });
  assert.equal(response.status, 201);
  assert.equal((await before('GET', '/session')).status, 401);
  assert.equal((await signIn('tech@acme.example', demoPassword)).status, 401);
  assert.equal((await signIn('tech@acme.example', good)).status, 201);
  assert.deepEqual(
    (await mails()).map(({ subject }) => subject),
    ['Your password has been changed'],
  );
});

test('a new password ends the session that the browser had, whose ever it was', async () => {
  const before = await host.send('POST', '/session', { body: { email: 'owner@globex.example', password: demoPassword } });
  const cookie = cookieOf(before);
  const mail = await resetMail('lines@acme.example');
  const body = { code: codeOf(mail), password: good };
  assert.equal((await host.send('POST', '/mailed-codes/password', { body, headers: { cookie } })).status, 201);
  assert.equal((await host.send('GET', '/session', { headers: { cookie } })).status, 401);
  await mails();
});

test('an account is not asked for by what is no address', async () => {
  for (const email of ['not an address', 'a@b.example, c@d.example'])
    assert.deepEqual(await faultsOf(await request('V-2001', email)), ['/email invalid-email']);
});

test('a reset is mailed to nobody who has no account, belongs nowhere or is unknown', async () => {
  for (const email of ['ines@acme.example', 'ivan@acme.example', 'stranger@nowhere.example', 'not an address'])
    assert.equal((await guest('/password-resets', { email })).status, 202);
  assert.deepEqual(await mails(), []);
});

test('a password that is held elsewhere is neither reset nor changed here', async () => {
  const send = await host.signIn('consultant@partner.example');
  const elsewhere = host.database.updateTable('people').where('id', '=', 'per_consultant');
  await elsewhere.set({ password_managed_at: 'https://login.example.com/account' }).execute();
  const mail = await resetMail('consultant@partner.example');
  assert.match(mail.text, /https:\/\/login\.example\.com\/account/);
  assert.equal(
    await outcome(await send('PUT', '/account/password', { body: { current: demoPassword, password: good } })),
    '409 password-managed-elsewhere',
  );
  assert.equal(
    await outcome(await send('POST', '/account/second-factor', { body: { password: demoPassword } })),
    '409 password-managed-elsewhere',
  );
  const security = (await (await send('GET', '/account/security')).json()) as components['schemas']['AccountSecurity'];
  assert.deepEqual([security.password.managed, security.password.manageHref], ['elsewhere', 'https://login.example.com/account']);
  await elsewhere.set({ password_managed_at: null }).execute();
});

test('only the last mail works, once, and in time', async () => {
  await waitForLimits();
  const [first, second] = [await resetMail('billing@acme.example'), await resetMail('billing@acme.example')];
  assert.equal(await outcome(await guest('/mailed-codes/check', { code: codeOf(first) })), '410 code-unknown');
  const short = { code: shortCodeOf(first), email: 'billing@acme.example' };
  assert.equal(await outcome(await guest('/mailed-codes/check', short)), '410 code-unknown');
  await host.database
    .updateTable('mailed_codes')
    .set({ expires_at: sql`now()` })
    .where('person_id', '=', 'per_acme_billing')
    .execute();
  assert.equal(await outcome(await guest('/mailed-codes/check', { code: codeOf(second) })), '410 code-expired');
  assert.equal(await outcome(await guest('/mailed-codes/check', { ...short, code: shortCodeOf(second) })), '410 code-expired');
  const third = await resetMail('billing@acme.example');
  const attempts = [good, good, good].map((password) => guest('/mailed-codes/password', { code: codeOf(third), password }));
  assert.deepEqual((await Promise.all(attempts)).map(({ status }) => status).sort(), [201, 410, 410]);
  await mails();
});

test('only hashes of codes are kept', async () => {
  const mail = await resetMail('billing@acme.example');
  const rows = await host.database.selectFrom('mailed_codes').selectAll().where('person_id', '=', 'per_acme_billing').execute();
  const stored = JSON.stringify(rows);
  assert.ok(rows.length > 0 && !stored.includes(codeOf(mail)) && !stored.includes(shortCodeOf(mail)));
});

test('guessing short codes ends soon, also from many addresses and for people who are not there', async () => {
  await waitForLimits();
  for (const email of ['billing@acme.example', 'stranger@nowhere.example']) {
    const guesses = Array.from({ length: 11 }, (_, index) => guest('/mailed-codes/check', { code: `AAAA-000${index}`.slice(0, 9), email }));
    const statuses = (await Promise.all(guesses)).map(({ status }) => status).sort();
    assert.deepEqual(statuses, [...Array.from({ length: 10 }, () => 410), 429]);
  }
  const one = Array.from({ length: 21 }, () => guest('/mailed-codes/check', { code: 'x'.repeat(43) }, '192.0.2.77'));
  assert.equal((await Promise.all(one)).filter(({ status }) => status === 429).length, 1);
});

test('requests are limited for a mailbox and for an address', async () => {
  await waitForLimits();
  const statuses = async (responses: Promise<Response>[]) => (await Promise.all(responses)).map(({ status }) => status);
  const same = await statuses(Array.from({ length: 6 }, () => guest('/password-resets', { email: 'victim@nowhere.example' })));
  assert.deepEqual(same.sort(), [202, 202, 202, 202, 202, 429]);
  const many = Array.from({ length: 21 }, (_, index) =>
    guest('/account-requests', { contractNumber: 'V-2001', email: `${index}@nowhere.example` }, '192.0.2.78'),
  );
  assert.equal((await statuses(many)).filter((status) => status === 429).length, 1);
  const network = Array.from({ length: 21 }, (_, index) =>
    guest('/account-requests', { contractNumber: 'V-2001', email: `v6-${index}@nowhere.example` }, `2001:db8:77:1:${index}::1`),
  );
  assert.equal((await statuses(network)).filter((status) => status === 429).length, 1, 'an IPv6 network counts as one visitor');
  const refused = await guest('/password-resets', { email: 'victim@nowhere.example' });
  assert.ok(Number(refused.headers.get('retry-after')) > 0);
  await mails();
});

test('a new password keeps to the policy', async () => {
  await waitForLimits();
  const mail = await resetMail('billing@acme.example');
  const set = (password: string) => guest('/mailed-codes/password', { code: codeOf(mail), password });
  const refused: Record<string, string> = {
    'short one': 'too-short',
    passwordpassword: 'too-common',
    '1234567890123': 'too-common',
    'Bruno Billing 1': 'contains-name',
    ['ä'.repeat(201)]: 'too-long',
  };
  for (const [password, code] of Object.entries(refused))
    assert.deepEqual(await faultsOf(await set(password)), [`/password ${code}`], password);
  assert.equal((await set('čtyři zelené lodě v přístavu')).status, 201);
  assert.deepEqual(await (await host.send('GET', '/password-policy')).json(), { minLength: 10, maxLength: 200, refusesCommon: true });
  await mails();
});

test('the own password is changed by who knows it; the other sessions end when that is asked for', async () => {
  await waitForLimits();
  const [one, other] = [await host.signIn('owner@acme.example'), await host.signIn('owner@acme.example')];
  const change = (current: string, password: string, endOtherSessions = false) =>
    one('PUT', '/account/password', { body: { current, password, endOtherSessions } });
  const former = codeOf(await resetMail('owner@acme.example'));
  assert.deepEqual(await faultsOf(await change('wrong', good)), ['/current wrong-password']);
  assert.deepEqual(await faultsOf(await change(demoPassword, 'short')), ['/password too-short']);
  assert.equal((await change(demoPassword, good)).status, 204);
  assert.deepEqual(await faultsOf(await change(good, good)), ['/password same-as-before']);
  assert.equal((await other('GET', '/session')).status, 200);
  assert.equal((await change(good, 'another quiet harbour', true)).status, 204);
  assert.equal((await one('GET', '/session')).status, 200);
  assert.equal((await other('GET', '/session')).status, 401);
  assert.equal(await outcome(await guest('/mailed-codes/check', { code: former })), '410 code-unknown', 'a mail from before is of no use');
  const security = (await (await one('GET', '/account/security')).json()) as components['schemas']['AccountSecurity'];
  assert.ok(Date.now() - Date.parse(security.password.changedAt!) < 60_000);
  assert.deepEqual(
    (await mails()).map(({ to }) => to),
    ['owner@acme.example', 'owner@acme.example'],
  );
});

test('too many wrong passwords in a session have to wait', async () => {
  const send = await host.signIn('owner@globex.example');
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 6; attempt += 1)
    statuses.push((await send('PUT', '/account/password', { body: { current: 'wrong', password: good } })).status);
  assert.deepEqual(statuses, [422, 422, 422, 422, 422, 429]);
});

test('an expired password is replaced while signing in, and the new one keeps to the policy', async () => {
  await waitForLimits();
  await host.database.updateTable('people').set({ password_expired: true }).where('id', '=', 'per_acme_nobody').execute();
  const body = { email: 'nobody@acme.example', password: demoPassword };
  assert.equal(await kindOf(await guest('/session', body)), 'password-expired');
  assert.deepEqual(await faultsOf(await guest('/session', { ...body, newPassword: 'short' })), ['/newPassword too-short']);
  assert.deepEqual(await faultsOf(await guest('/session', { ...body, newPassword: demoPassword })), ['/newPassword same-as-before']);
  assert.equal((await guest('/session', { ...body, newPassword: good })).status, 201);
  assert.equal((await signIn(body.email, demoPassword)).status, 401);
  assert.equal((await signIn(body.email, good)).status, 201);
});

test('who has been deactivated everywhere is told so, once the password is right', async () => {
  assert.equal(await kindOf(await signIn('ivan@acme.example', 'wrong')), 'wrong-credentials');
  assert.equal(await kindOf(await signIn('ivan@acme.example', demoPassword)), 'account-inactive');
});
