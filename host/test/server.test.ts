import assert from 'node:assert/strict';
import { test } from 'node:test';
import Fastify, { type FastifyInstance } from 'fastify';
import type { components } from 'portal-elements/contract';
import { api, type ApiOptions } from '../src/http/api.js';
import { loadContract } from '../src/http/contract.js';
import type { Operations } from '../src/http/operation.js';
import { operations, owners } from '../src/all-features.js';
import { testProvider } from '../src/payment-provider/test-provider.js';
import { demoPassword } from '../demo/people.js';
import { cookieOf, startHost } from './support/host.js';

type Problem = components['schemas']['Problem'];

const friend = 'https://www.acme.example';
const lines: string[] = [];
const importToken = 'only-the-command-knows';
const host = await startHost({ origins: [friend], importToken, logLevel: 'info', log: { write: (line) => void lines.push(line) } });
const send = await host.signIn('owner@acme.example');

async function problem(response: Response, status: number): Promise<Problem> {
  assert.equal(response.status, status);
  assert.match(response.headers.get('content-type')!, /^application\/problem\+json/);
  const body = (await response.json()) as Problem;
  assert.equal(body.status, status);
  assert.ok(body.title && body.type && body.requestId);
  return body;
}

test('every answer carries the security headers', async () => {
  for (const path of ['/', '/invoices', '/no-such-page', '/healthz', '/api/v1/session', '/api/v1/none']) {
    const { headers } = await fetch(host.url + path);
    assert.equal(
      headers.get('content-security-policy'),
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self';font-src 'self';connect-src 'self';media-src blob:;base-uri 'none';" +
        "form-action 'self';frame-ancestors 'none';require-trusted-types-for 'script';trusted-types lit-html portal-mail",
      path,
    );
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('strict-transport-security'), null);
    assert.equal(headers.get('access-control-allow-origin'), null);
  }
});

test('answers of the API are not stored', async () => {
  for (const path of ['/session', '/contracts', '/none']) assert.equal((await send('GET', path)).headers.get('cache-control'), 'no-store');
});

test('pages are found with and without .html, and the page for what is not found', async () => {
  const page = await (await fetch(`${host.url}/invoices.html`)).text();
  assert.match(page, /<html/);
  assert.equal(await (await fetch(`${host.url}/invoices`)).text(), page);
  const missing = await fetch(`${host.url}/no-such-page`, { headers: { accept: 'text/html' } });
  assert.equal(missing.status, 404);
  assert.match(missing.headers.get('content-type')!, /^text\/html/);
  await problem(await fetch(`${host.url}/no-such-file.png`), 404);
  await problem(await fetch(`${host.url}/%E0%A4%A`), 400);
  for (const path of ['/..%2fpackage.json', '/%2e%2e/package.json', '/../../package.json'])
    assert.notEqual((await fetch(host.url + path)).status, 200);
});

test('every page of the client zone leads to all others', async () => {
  const menuOf = async (path: string) => {
    const page = await (await fetch(host.url + path)).text();
    const menu = /<portal-menu label="Client zone" folded>.*?<\/portal-menu>/s.exec(page)?.[0] ?? '';
    return [...menu.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!);
  };
  const paths = await menuOf('/invoices');
  assert.ok(paths.includes('/mail-log'));
  for (const path of paths) assert.deepEqual(await menuOf(path), paths, path);
});

test('a day of the year 0, which the calendar of the database has not, is refused and not an error of the server', async () => {
  const owner = await host.signIn('owner@acme.example');
  for (const path of ['/tickets?createdFrom', '/ticket-search?createdTo', '/events?from', '/mails?to', '/quotes?issuedFrom'])
    assert.equal((await owner('GET', `${path}=0000-12-31`)).status, 400, path);
});

test('health tells whether the database answers', async () => {
  const response = await fetch(`${host.url}/healthz`);
  assert.deepEqual([response.status, await response.json()], [200, { status: 'ok' }]);
});

test('an unsafe request must come from a page that may send it', async () => {
  const cookie = cookieOf(await host.send('POST', '/session', { body: { email: 'owner@acme.example', password: demoPassword } }));
  const refused: Record<string, string>[] = [
    { 'portal-request': '' },
    { 'portal-request': '0' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: `${host.url}.evil.example` },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: host.url, 'sec-fetch-site': 'cross-site' },
  ];
  for (const headers of refused) {
    const { type } = await problem(await host.send('POST', '/session/tokens', { headers: { cookie, ...headers } }), 403);
    assert.match(type!, /cross-site$/, JSON.stringify(headers));
  }
  const admitted: Record<string, string>[] = [
    {},
    { origin: host.url },
    { origin: host.url, 'sec-fetch-site': 'same-origin' },
    { origin: friend, 'sec-fetch-site': 'same-site' },
  ];
  for (const headers of admitted)
    assert.equal((await host.send('POST', '/session/tokens', { headers: { cookie, ...headers } })).status, 201);
  assert.equal((await host.send('GET', '/session', { headers: { cookie, 'portal-request': '' } })).status, 200);
});

test('signing in is protected against cross-site requests too', async () => {
  const body = { email: 'owner@acme.example', password: demoPassword };
  await problem(await host.send('POST', '/session', { body, headers: { 'portal-request': '' } }), 403);
});

test('pages of listed origins may ask, with a token and without the anti-forgery header', async () => {
  const preflight = (origin: string) =>
    fetch(`${host.url}/api/v1/payments`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,idempotency-key' },
    });
  const allowed = (await preflight(friend)).headers;
  assert.equal(allowed.get('access-control-allow-origin'), friend);
  assert.match(allowed.get('access-control-allow-headers')!, /Authorization.*Idempotency-Key/);
  assert.match(allowed.get('access-control-allow-methods')!, /PATCH/);
  assert.equal((await preflight('https://evil.example')).headers.get('access-control-allow-origin'), null);

  const own = await host.signIn('owner@acme.example');
  const { token } = (await (await own('POST', '/session/tokens')).json()) as components['schemas']['Token'];
  const headers = { authorization: `Bearer ${token}`, origin: friend };
  const answer = await fetch(`${host.url}/api/v1/contracts`, { headers });
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('access-control-allow-origin'), friend);
  assert.match(answer.headers.get('access-control-expose-headers')!, /ETag/);
  const unsafe = await fetch(`${host.url}/api/v1/session`, { method: 'DELETE', headers });
  assert.equal(unsafe.status, 204);
});

test('errors name the field or the parameter', async () => {
  const body = await problem(await host.send('POST', '/session', { body: { email: 'x', password: 'y', 'a/b': 1 } }), 422);
  assert.deepEqual(
    body.errors?.map(({ pointer }) => pointer),
    ['/a~1b'],
  );
  const missing = await problem(await host.send('POST', '/session', { body: { email: 'x' } }), 422);
  assert.deepEqual(
    missing.errors?.map(({ pointer, code }) => [pointer, code]),
    [['/password', 'required']],
  );
  const query = await problem(await send('GET', '/contracts?limit=1000'), 400);
  assert.match(query.errors![0]!.detail, /^limit /);
  for (const filter of ['limit=', 'limit=1&limit=2', 'limit=1.5', 'sort=secret', 'cursor=forged'])
    await problem(await send('GET', `/contracts?${filter}`), 400);
});

test('bodies that cannot be read are refused', async () => {
  await problem(await host.send('POST', '/session'), 422);
  await problem(await host.send('POST', '/session', { body: '{"email":' }), 400);
  await problem(await host.send('POST', '/session', { body: '{"__proto__":{}}' }), 400);
  await problem(
    await host.send('POST', '/session', { body: 'email=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
    415,
  );
  await problem(await host.send('POST', '/session', { body: '{}', headers: { 'content-type': 'text/plain' } }), 415);
  await problem(await host.send('POST', '/session', { body: { email: 'x'.repeat(2 ** 20), password: 'y' } }), 413);
});

test('texts that the database cannot hold are refused', async () => {
  await problem(await send('GET', '/contracts?kind=%00'), 400);
  await problem(await send('GET', '/contracts/%00'), 400);
  await problem(await host.send('POST', '/session', { body: { email: '\0', password: 'y' } }), 400);
});

test('unknown addresses and methods', async () => {
  await problem(await send('GET', '/none'), 404);
  await problem(await send('GET', `/contracts/${'x'.repeat(101)}`), 404);
  await problem(await send('GET', '/contracts/a%2fb'), 404);
  const response = await send('PUT', '/session');
  assert.equal(response.headers.get('allow'), 'GET, POST, DELETE');
  await problem(response, 405);
});

test('a change of what two people may edit needs If-Match', async () => {
  const created = await send('POST', '/dns-zones', { body: { name: 'if-match.example.' } });
  assert.equal(created.status, 201, await created.clone().text());
  const { id } = (await created.json()) as components['schemas']['DnsZone'];
  await problem(await send('DELETE', `/dns-zones/${id}`), 428);
});

/** Has the API alone answered by these operations. */
const registerApi = async (
  app: FastifyInstance,
  answered: object,
  { requestsPerMinute = 0, validateResponses }: { requestsPerMinute?: number; validateResponses?: ApiOptions['validateResponses'] } = {},
) =>
  app.register(api, {
    database: host.database,
    configuration: { origins: [], secureCookies: false, requestsPerMinute },
    contract: await loadContract(),
    operations: answered as Operations,
    owners,
    payments: testProvider,
    validateResponses,
  });

test('a response that breaks the contract is found out', async () => {
  const broken: Operations = { ...operations, listContracts: () => Promise.resolve({ items: [{ id: 1 }] }) };
  const app = Fastify();
  await registerApi(app, broken, { validateResponses: 'refuse' });
  const cookie = cookieOf(await host.send('POST', '/session', { body: { email: 'owner@acme.example', password: demoPassword } }));
  const response = await app.inject({ url: '/contracts', headers: { cookie } });
  assert.equal(response.statusCode, 500);
  assert.match(response.json<Problem>().title, /listContracts answered 200 against the contract: .*page/);
  await app.close();
});

test('the host does not start with an operation nobody answers, or one the contract does not know', async () => {
  const register = (changed: object) => registerApi(Fastify(), changed);
  const { signIn: _signIn, ...fewer } = operations;
  await assert.rejects(async () => register(fewer), /Nothing answers these operations of the contract: signIn/);
  await assert.rejects(async () => register({ ...operations, unheardOf: async () => {} }), /does not know these operations: unheardOf/);
});

test('an unexpected error shows nothing of the inside, and is logged with its request', async () => {
  const broken: Operations = { ...operations, listContracts: () => Promise.reject(new Error('secret inside')) };
  const logged: string[] = [];
  const app = Fastify({ logger: { level: 'warn', stream: { write: (line: string) => void logged.push(line) } } });
  await registerApi(app, broken);
  const cookie = cookieOf(await host.send('POST', '/session', { body: { email: 'owner@acme.example', password: demoPassword } }));
  const response = await app.inject({ url: '/contracts', headers: { cookie } });
  assert.equal(response.statusCode, 500);
  assert.ok(!response.body.includes('secret'));
  assert.ok(logged.some((line) => line.includes('secret inside') && line.includes(response.json<Problem>().requestId!)));
  await app.close();
});

test('a log line a request, without secrets or what was searched for', async () => {
  const before = lines.length;
  await send('GET', '/contracts?q=confidential');
  const [line] = lines.slice(before).map((text) => JSON.parse(text) as Record<string, unknown>);
  assert.deepEqual([line!['method'], line!['path'], line!['status'], line!['person']], ['GET', '/api/v1/contracts', 200, 'per_acme_owner']);
  assert.ok(!lines.join('').includes('confidential') && !lines.join('').includes(demoPassword));
});

test('an error of the database is logged without what was to be stored', async () => {
  const before = lines.length;
  await host.database.schema.alterTable('second_factors').renameTo('gone').execute();
  assert.equal((await send('POST', '/account/second-factor', { body: { password: demoPassword } })).status, 500);
  await host.database.schema.alterTable('gone').renameTo('second_factors').execute();
  const logged = lines.slice(before).join('');
  assert.match(logged, /second_factors/);
  assert.ok(!logged.includes('per_acme_owner"]') && !/"params":\[/.test(logged));
});

test('too many requests from one address are refused', async () => {
  const app = Fastify();
  await registerApi(app, operations, { requestsPerMinute: 3 });
  const responses = [];
  for (let request = 0; request < 4; request += 1) responses.push(await app.inject('/session'));
  assert.deepEqual(
    responses.map(({ statusCode }) => statusCode),
    [401, 401, 401, 429],
  );
  assert.ok(Number(responses[3]!.headers['retry-after']) > 0);
  assert.equal(responses[3]!.json<Problem>().status, 429);
  await app.close();
});

test('files are imported for the holder of the token only, with a line for what came of it', async () => {
  const importZone = (authorization: string, client: string) =>
    fetch(`${host.url}/internal/import?kind=zones&client=${client}&filename=import.example.zone`, {
      method: 'POST',
      headers: { authorization },
      body: '$ORIGIN import.example.\n@ 3600 IN SOA ns hostmaster 1 7200 900 1209600 300\n@ 3600 IN NS ns.import.example.\nns 3600 IN A 192.0.2.1\n',
    });
  const last = async (response: Response) => JSON.parse((await response.text()).trim().split('\n').at(-1)!) as Record<string, unknown>;
  for (const authorization of ['', 'Bearer wrong']) await problem(await importZone(authorization, 'cli_acme'), 401);
  const bearer = `Bearer ${importToken}`;
  assert.match(String((await last(await importZone(bearer, 'cli_none')))['error']), /no client cli_none/);
  const done = await importZone(bearer, 'cli_acme');
  assert.match(done.headers.get('content-type')!, /^application\/x-ndjson/);
  assert.deepEqual(Object.keys(await last(done)), ['result']);
  assert.match(await (await send('GET', '/dns-zones?q=import.example')).text(), /"import\.example\."/);
  await problem(await fetch(`${host.url}/internal/import`, { method: 'POST', headers: { authorization: bearer } }), 400);
});
