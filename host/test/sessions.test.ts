import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { components } from 'portal-elements/contract';
import { demoPassword } from '../demo/people.js';
import { cookieOf, startHost, type Send } from './support/host.js';

type AccountSession = components['schemas']['AccountSession'];
type Session = components['schemas']['Session'];

const host = await startHost({ trustProxy: true, sessionMinutes: 30 });
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** Signs in with this browser and address; resolves with a way to send from there. */
async function arrive(email: string, userAgent: string, address: string): Promise<Send> {
  const headers = { 'user-agent': userAgent, 'x-forwarded-for': address };
  const response = await host.send('POST', '/session', { body: { email, password: demoPassword }, headers });
  assert.equal(response.status, 201);
  const cookie = cookieOf(response);
  return (method, path, { body, headers: more } = {}) => host.send(method, path, { body, headers: { ...headers, cookie, ...more } });
}

const sessionsOf = async (send: Send) =>
  ((await (await send('GET', '/account/sessions')).json()) as components['schemas']['AccountSessions']).items;
const sessionOf = async (send: Send) => (await (await send('GET', '/session')).json()) as Session;

test('a person sees where they are signed in, this session first', async () => {
  const one = await arrive('owner@acme.example', firefox, '192.0.2.10');
  await arrive('owner@acme.example', 'curl/8.5.0', '192.0.2.11');
  await arrive('billing@acme.example', firefox, '192.0.2.12');
  const sessions = await sessionsOf(one);
  assert.deepEqual(
    sessions.map(({ current, device, address }: AccountSession) => [current, device, address]),
    [
      [true, 'Firefox on Windows', '192.0.2.10'],
      [false, null, '192.0.2.11'],
    ],
  );
  assert.ok(!JSON.stringify(sessions).includes('token'));
});

test('one session is ended, or all the others; those of other people are not there', async () => {
  const [one, two, three] = await Promise.all(
    ['192.0.2.20', '192.0.2.21', '192.0.2.22'].map((address) => arrive('tech@acme.example', firefox, address)),
  );
  const stranger = await arrive('nobody@acme.example', firefox, '192.0.2.23');
  const foreign = (await sessionsOf(stranger))[0]!.id;
  assert.equal((await one!('DELETE', `/account/sessions/${foreign}`)).status, 404);
  assert.equal((await stranger('GET', '/session')).status, 200);

  const own = (await sessionsOf(two!))[0]!.id;
  assert.equal((await one!('DELETE', `/account/sessions/${own}`)).status, 204);
  assert.equal((await two!('GET', '/session')).status, 401);
  assert.equal((await one!('DELETE', '/account/sessions')).status, 204);
  assert.equal((await three!('GET', '/session')).status, 401);
  assert.equal((await sessionsOf(one!)).length, 1);

  const last = await one!('DELETE', `/account/sessions/${(await sessionsOf(one!))[0]!.id}`);
  assert.match(last.headers.getSetCookie()[0]!, /^portal_session=;/);
  assert.equal((await one!('GET', '/session')).status, 401);
});

test('a session lasts as long as the company says', async () => {
  const { expiresAt, serverTime } = await sessionOf(await arrive('owner@acme.example', firefox, '192.0.2.30'));
  const minutes = (Date.parse(expiresAt) - Date.parse(serverTime)) / 60_000;
  assert.ok(minutes > 29 && minutes <= 30, String(minutes));
});

test('each signing in makes a new token, whatever cookie came with it, and ends the session before', async () => {
  const planted = `portal_session=${'a'.repeat(43)}`;
  const body = { email: 'owner@acme.example', password: demoPassword };
  const response = await host.send('POST', '/session', { body, headers: { cookie: planted } });
  assert.notEqual(cookieOf(response), planted);
  assert.equal((await host.send('GET', '/session', { headers: { cookie: planted } })).status, 401);
  const again = await host.send('POST', '/session', { body, headers: { cookie: cookieOf(response) } });
  assert.equal((await host.send('GET', '/session', { headers: { cookie: cookieOf(response) } })).status, 401);
  assert.equal((await host.send('GET', '/session', { headers: { cookie: cookieOf(again) } })).status, 200);
});

test('a person of two clients acts for one at a time, and comes back to the last', async () => {
  const send = await arrive('consultant@partner.example', firefox, '192.0.2.40');
  const first = await sessionOf(send);
  assert.equal(first.client.id, 'cli_acme');
  assert.deepEqual(
    first.clients?.map(({ id, name }) => [id, name]),
    [
      ['cli_acme', 'Acme GmbH'],
      ['cli_globex', 'Globex s.r.o.'],
    ],
  );
  const { token } = (await (await send('POST', '/session/tokens')).json()) as components['schemas']['Token'];
  const bearer = { headers: { authorization: `Bearer ${token}` } };
  assert.equal((await host.send('GET', '/contracts/con_acme_voip', bearer)).status, 200);

  const switched = await send('PUT', '/session/client', { body: { clientId: 'cli_globex' } });
  assert.equal(switched.status, 200);
  assert.deepEqual(((await switched.json()) as Session).currency, 'CZK');
  for (const [path, status] of [
    ['con_acme_voip', 404],
    ['con_globex_voip', 200],
  ] as const) {
    assert.equal((await send('GET', `/contracts/${path}`)).status, status);
    assert.equal((await host.send('GET', `/contracts/${path}`, bearer)).status, status, 'the token as well');
  }
  assert.equal((await sessionOf(await arrive('consultant@partner.example', firefox, '192.0.2.41'))).client.id, 'cli_globex');
});

test('a client that a person does not belong to, or is inactive at, is not there', async () => {
  const owner = await arrive('owner@acme.example', firefox, '192.0.2.50');
  assert.equal((await owner('PUT', '/session/client', { body: { clientId: 'cli_globex' } })).status, 404);
  assert.equal((await sessionOf(owner)).clients, undefined);
  const consultant = await arrive('consultant@partner.example', firefox, '192.0.2.51');
  const status = (value: string) =>
    host.database.updateTable('memberships').set({ status: value }).where('id', '=', 'mem_acme_consultant').execute();
  await status('inactive');
  assert.equal((await consultant('PUT', '/session/client', { body: { clientId: 'cli_acme' } })).status, 404);
  await status('active');
});
