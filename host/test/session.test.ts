import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { components } from 'portal-elements/contract';
import { demoPassword } from '../demo/people.js';
import { hashPassword, verifyPassword } from '../src/session/password.js';
import { cookieOf, startHost } from './support/host.js';

type Session = components['schemas']['Session'];
type Problem = components['schemas']['Problem'];

const host = await startHost({ trustProxy: true });

const signIn = (email: string, password: string, address = '192.0.2.1') =>
  host.send('POST', '/session', { body: { email, password }, headers: { 'x-forwarded-for': address } });

const problemOf = async (response: Response) => (await response.json()) as Problem;
const kindOf = async (response: Response) => (await problemOf(response)).type?.split(':').at(-1);

/** Lets the time of all counted attempts be over. */
const waitForLimits = () =>
  host.database
    .updateTable('attempts')
    .set({ until: sql`now() - interval '1 second'` })
    .execute();

test('the right password starts a session', async () => {
  const response = await signIn(' Owner@Acme.Example ', demoPassword);
  assert.equal(response.status, 201);
  assert.match(response.headers.getSetCookie()[0]!, /^portal_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  const session = (await response.json()) as Session;
  assert.deepEqual(session.person, { id: 'per_acme_owner', name: 'Olivia Owner', email: 'owner@acme.example' });
  assert.deepEqual(session.client, { id: 'cli_acme', name: 'Acme GmbH', number: 'C-1001' });
  assert.deepEqual([session.locale, session.timeZone, session.currency], ['en', 'Europe/Berlin', 'EUR']);
  assert.deepEqual(session.capabilities, { payments: true });
  assert.ok(Date.parse(session.expiresAt) > Date.parse(session.serverTime));
});

test('only hashes of tokens are kept', async () => {
  const token = cookieOf(await signIn('owner@acme.example', demoPassword)).split('=')[1]!;
  const rows = await host.database.selectFrom('sessions').selectAll().execute();
  assert.ok(rows.length > 0);
  assert.ok(!JSON.stringify(rows).includes(token));
});

test('over HTTPS the cookie stays on HTTPS', async () => {
  const body = { email: 'owner@acme.example', password: demoPassword };
  const response = await host.send('POST', '/session', { body, headers: { 'x-forwarded-proto': 'https' } });
  assert.match(response.headers.getSetCookie()[0]!, /; Secure/);
});

test('a wrong password and an unknown account are answered alike', async () => {
  const answers = [await signIn('owner@globex.example', 'wrong'), await signIn('stranger@nowhere.example', 'wrong')];
  const [wrong, unknown] = await Promise.all(answers.map(problemOf));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [401, 401],
  );
  assert.match(wrong!.type!, /wrong-credentials$/);
  assert.deepEqual({ ...wrong, requestId: '' }, { ...unknown, requestId: '' });
});

test('five wrong passwords from one address make it wait, not other addresses', async () => {
  const address = '192.0.2.5';
  const email = 'billing@acme.example';
  for (let attempt = 1; attempt <= 5; attempt += 1) assert.equal((await signIn(email, 'wrong', address)).status, 401);
  const refused = await signIn(email, demoPassword, address);
  assert.equal(refused.status, 429);
  const wait = Number(refused.headers.get('retry-after'));
  assert.ok(wait > 0 && wait <= 60, `Retry-After: ${wait}`);
  assert.equal((await signIn('tech@acme.example', demoPassword, address)).status, 201);
  assert.equal((await signIn(email, demoPassword, '192.0.2.6')).status, 201);
});

test('after the time is over the address may try again', async () => {
  const address = '192.0.2.7';
  for (let attempt = 1; attempt <= 6; attempt += 1) await signIn('tech@acme.example', 'wrong', address);
  assert.equal((await signIn('tech@acme.example', demoPassword, address)).status, 429);
  await waitForLimits();
  assert.equal((await signIn('tech@acme.example', demoPassword, address)).status, 201);
});

test('ten wrong passwords lock an account, also one that does not exist', async () => {
  for (const email of ['nobody@acme.example', 'ghost@nowhere.example']) {
    const attempts = Array.from({ length: 10 }, (_, index) => signIn(email, 'wrong', `192.0.2.${100 + index}`));
    assert.deepEqual(new Set((await Promise.all(attempts)).map(({ status }) => status)), new Set([401]));
    const locked = await signIn(email, demoPassword, '192.0.2.200');
    assert.equal(locked.status, 401);
    assert.equal(await kindOf(locked), 'account-locked');
  }
  await waitForLimits();
  assert.equal((await signIn('nobody@acme.example', demoPassword)).status, 201);
});

test('attempts at the same time do not slip through', async () => {
  const attempts = Array.from({ length: 8 }, () => signIn('racer@nowhere.example', 'wrong', '192.0.2.9'));
  const statuses = (await Promise.all(attempts)).map(({ status }) => status).sort();
  assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429, 429, 429]);
});

test('an expired password is told only to who knows it', async () => {
  const person = { id: 'per_expired', name: 'Erna Expired', email: 'expired@acme.example', locale: 'en' };
  await host.database
    .insertInto('people')
    .values({ ...person, password_expired: true, password_hash: await hashPassword('old') })
    .execute();
  assert.equal(await kindOf(await signIn(person.email, 'wrong')), 'wrong-credentials');
  assert.equal(await kindOf(await signIn(person.email, 'old')), 'password-expired');
});

test('signing out ends this session, its tokens and no other', async () => {
  const [one, other] = [await host.signIn('owner@acme.example'), await host.signIn('owner@acme.example')];
  const { token } = (await (await one('POST', '/session/tokens')).json()) as { token: string };
  const bearer = { headers: { authorization: `Bearer ${token}` } };
  assert.equal((await host.send('GET', '/session', bearer)).status, 200);
  const response = await one('DELETE', '/session');
  assert.equal(response.status, 204);
  assert.match(response.headers.getSetCookie()[0]!, /^portal_session=;.*Expires=Thu, 01 Jan 1970/);
  assert.equal((await one('GET', '/session')).status, 401);
  assert.equal((await host.send('GET', '/session', bearer)).status, 401);
  assert.equal((await other('GET', '/session')).status, 200);
});

test('a session ends on time; what people do prolongs it, and asking whether it lasts does not', async () => {
  const cookie = cookieOf(await signIn('owner@globex.example', demoPassword));
  const ask = () => host.send('GET', '/session', { headers: { cookie } });
  const setEnd = (end: string) =>
    host.database
      .updateTable('sessions')
      .set({ expires_at: sql`now() + ${end}::interval` })
      .where('person_id', '=', 'per_globex_owner')
      .execute();
  const left = async (response: Promise<Response>) => {
    const { expiresAt, serverTime } = (await (await response).json()) as Session;
    return (Date.parse(expiresAt) - Date.parse(serverTime)) / 3_600_000;
  };
  const asked = () =>
    host.database.selectFrom('sessions').select(['last_used_at', 'expires_at']).where('person_id', '=', 'per_globex_owner').execute();
  await setEnd('1 hour');
  const before = await asked();
  assert.ok((await left(ask())) < 1.01);
  assert.deepEqual(await asked(), before);
  await host.send('GET', '/contracts', { headers: { cookie } });
  assert.ok((await left(ask())) > 7.9);
  await setEnd('1 hour');
  assert.ok((await left(host.send('POST', '/session/renewal', { headers: { cookie } }))) > 7.9);
  await setEnd('-1 second');
  assert.equal((await ask()).status, 401);
});

test('a token does what its session may, for five minutes, and makes no other token', async () => {
  const send = await host.signIn('owner@acme.example');
  const response = await send('POST', '/session/tokens');
  assert.equal(response.status, 201);
  const { token, expiresAt } = (await response.json()) as components['schemas']['Token'];
  const left = Date.parse(expiresAt) - Date.now();
  assert.ok(left > 0 && left <= 300_000);
  const headers = { authorization: `Bearer ${token}` };
  assert.equal((await host.send('GET', '/contracts', { headers })).status, 200);
  assert.equal((await host.send('POST', '/session/tokens', { headers })).status, 403);
  await host.database
    .updateTable('bearer_tokens')
    .set({ expires_at: sql`now()` })
    .execute();
  assert.equal((await host.send('GET', '/contracts', { headers })).status, 401);
});

test('a cookie does not help a wrong token', async () => {
  const cookie = cookieOf(await signIn('owner@acme.example', demoPassword, '192.0.2.30'));
  for (const authorization of ['Bearer wrong', 'Bearer', 'Basic b3duZXI6cG9ydGFs'])
    assert.equal((await host.send('GET', '/session', { headers: { cookie, authorization } })).status, 401, authorization);
});

test('passwords are compared in their normal form, and their hash says how it was made', async () => {
  const stored = await hashPassword('Zürich');
  assert.match(stored, new RegExp(`^scrypt\\$1024\\$8\\$1\\$[\\w-]{22}\\$[\\w-]{43}$`));
  assert.equal(await verifyPassword('Zu\u0308rich', stored), true);
  assert.equal(await verifyPassword('Zurich', stored), false);
  assert.equal(await verifyPassword('', undefined), false);
});
