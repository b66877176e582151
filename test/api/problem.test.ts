import { expect } from '@open-wc/testing';
import { Connection } from '../../src/api/connection.js';
import { ApiError, unwrap } from '../../src/api/problem.js';
import { json, network, type Answer } from '../support/network.js';

const client = (answer: Answer) => new Connection({ baseUrl: 'https://portal.example/api/v1', fetch: network(answer).send }).api;

/** The error that a list meets. */
async function failure(answer: Answer): Promise<ApiError> {
  try {
    await unwrap(client(answer).GET('/invoices'));
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error('There was no error');
}

const page = (body: string, type = 'application/json', init: ResponseInit = {}) =>
  new Response(body, { ...init, headers: { 'Content-Type': type, ...init.headers } });

describe('An answer that cannot be used', () => {
  it('is malformed, whether it is empty, no JSON or half of it', async () => {
    const answers = [
      new Response(null, { status: 204 }),
      page(''),
      new Response('', { headers: { 'Content-Length': '0' } }),
      page('<!doctype html><script>alert(1)</script>', 'text/html'),
      page('{"items":['),
      page('{"items":[]} trailing'),
    ];
    for (const answer of answers) expect((await failure(answer)).fault).to.equal('malformed');
  });

  it('reads JSON that begins with a byte order mark', async () => {
    const read = await unwrap(client(page('\ufeff{"items":[],"page":{"nextCursor":null,"prevCursor":null}}')).GET('/invoices'));
    expect(read.items).to.deep.equal([]);
  });

  it('carries the problem details of the server, also where they are not JSON', async () => {
    const conflict = await failure(
      json({ type: 'https://portal.example/problems/not-payable', title: 'Paid already', status: 409 }, { status: 409 }),
    );
    expect([conflict.fault, conflict.status, conflict.problem.title, conflict.is('not-payable')]).to.deep.equal([
      'http',
      409,
      'Paid already',
      true,
    ]);
    const html = await failure(page('<h1>Fatal error</h1>', 'text/html', { status: 400 }));
    expect([html.status, html.problem]).to.deep.equal([400, {}]);
  });

  it('says how long to wait', async () => {
    const busy = await failure(json({ title: 'Busy', status: 429 }, { status: 429, headers: { 'Retry-After': '300' } }));
    expect(busy.retryAfter).to.equal(300);
  });

  it('stays an abort when it is one', async () => {
    const controller = new AbortController();
    controller.abort();
    const call = unwrap(client(json({})).GET('/invoices', { signal: controller.signal }));
    const name = await call.then(
      () => '',
      (error: Error) => error.name,
    );
    expect(name).to.equal('AbortError');
  });
});

describe('A connection', () => {
  it('sends cookies, or a token and no cookies', async () => {
    const send = async (getToken?: () => string) => {
      const { send, requests } = network(json({}));
      await new Connection({ baseUrl: 'https://portal.example/api/v1', fetch: send, getToken }).api.GET('/session');
      return [requests[0]!.credentials, requests[0]!.headers.get('Authorization')];
    };
    expect(await send()).to.deep.equal(['include', null]);
    expect(await send(() => 'abc')).to.deep.equal(['omit', 'Bearer abc']);
  });

  it('tells listeners of refusals, but not of wrong credentials, until they leave', async () => {
    const refused = new Response('{}', { status: 401 });
    const connection = new Connection({ baseUrl: 'https://portal.example/api/v1', fetch: network(refused).send });
    const told: string[] = [];
    const leave = connection.listen((event) => told.push(event.type));
    await connection.api.POST('/session', { body: { email: 'a', password: 'b' }, params: { header: { 'Portal-Request': '1' } } });
    expect(told).to.deep.equal([]);
    await connection.api.GET('/invoices');
    connection.changed('/invoices');
    expect(told).to.deep.equal(['refused', 'changed']);
    leave();
    connection.changed('/invoices');
    expect(told.length).to.equal(2);
  });

  it('tells that all may be old when the page is online again or comes back from the cache', () => {
    const connection = new Connection({ baseUrl: 'https://portal.example/api/v1' });
    const paths: string[] = [];
    const leave = connection.listen((event) => event.type === 'changed' && paths.push(event.path));
    dispatchEvent(new Event('online'));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    leave();
    dispatchEvent(new Event('online'));
    expect(paths).to.deep.equal(['', '']);
  });
});
