import { expect } from '@open-wc/testing';
import { retryAfter } from '../../src/api/problem.js';
import { withAuthorization, withRetry, withSharing, withTimeout } from '../../src/api/transport.js';
import { json, later, network, never, type Answer } from '../support/network.js';

const get = (path = '/invoices', init: RequestInit = {}) => new Request(`https://portal.example/api/v1${path}`, init);
const post = (headers: Record<string, string> = {}) => get('/payments', { method: 'POST', body: '{}', headers });
const down = new TypeError('Failed to fetch');

/** Waits for nothing, and notes for how long it would have. */
const noting = (waits: number[]) => (milliseconds: number) => {
  waits.push(milliseconds);
  return Promise.resolve();
};

/** The outcome of a call that may reject. */
const outcome = (call: Promise<Response>) =>
  call.then(
    (response) => response.status,
    (error: Error) => error.name,
  );

describe('Time limit', () => {
  it('ends a request that is never answered', async () => {
    const { send } = network(never);
    expect(await outcome(withTimeout(send, 5)(get()))).to.equal('TimeoutError');
  });

  it('ends a JSON answer that never ends, and lets none through that is cut short', async () => {
    const stalled = (end?: (controller: ReadableStreamDefaultController<Uint8Array>) => void) => (request: Request) =>
      new Response(
        new ReadableStream<Uint8Array>({
          start(controller) {
            controller.enqueue(new TextEncoder().encode('{"items":['));
            end?.(controller);
            request.signal.addEventListener('abort', () => controller.error(request.signal.reason));
          },
        }),
        { headers: { 'Content-Type': 'application/json' } },
      );
    expect(await outcome(withTimeout(network(stalled()).send, 5)(get()))).to.equal('TimeoutError');
    const cut = network(stalled((controller) => controller.error(down)));
    expect(await outcome(withTimeout(cut.send, 1000)(get()))).to.equal('TypeError');
  });

  it('lets a file take longer once it has begun', async () => {
    const file = new Response(new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(1)) }));
    expect(await outcome(withTimeout(network(file).send, 5)(get()))).to.equal(200);
  });
});

describe('Repeating', () => {
  /** The outcome, how often it was tried, and for how long it would have waited. */
  async function tried(request: Request, ...answers: Answer[]) {
    const { send, requests } = network(...answers);
    const waits: number[] = [];
    const result = await outcome(withRetry(send, noting(waits))(request));
    return { result, times: requests.length, waits };
  }

  it('repeats what is safe at most twice after a passing fault', async () => {
    for (const fault of [down, ...[408, 425, 429, 500, 502, 503, 504].map((status) => new Response('', { status }))]) {
      expect((await tried(get(), fault, json({}))).result).to.equal(200);
      expect((await tried(get(), fault)).times).to.equal(3);
    }
  });

  it('repeats with full jitter: 0.5 s, then 1 s at most', async () => {
    const { waits } = await tried(get(), down);
    expect(waits[0]).to.be.within(0, 500);
    expect(waits[1]).to.be.within(0, 1000);
  });

  it('does not repeat what would fail again', async () => {
    for (const status of [400, 401, 403, 404, 409, 410, 412, 422, 428, 501]) {
      expect(await tried(get(), new Response('', { status }))).to.deep.equal({ result: status, times: 1, waits: [] });
    }
  });

  it('never repeats an unsafe request, unless it carries a key', async () => {
    expect((await tried(post(), down)).times).to.equal(1);
    expect((await tried(post(), new Response('', { status: 503 }))).times).to.equal(1);
    const { times, result } = await tried(post({ 'Idempotency-Key': 'k' }), down, json({}, { status: 201 }));
    expect([times, result]).to.deep.equal([2, 201]);
  });

  it('repeats with the same key while the first request with it is still running, and not for other conflicts', async () => {
    const key = { 'Idempotency-Key': 'k' };
    const running = () => json({ type: 'request-outstanding', title: 'Wait' }, { status: 409 });
    const { send, requests } = network(running(), running(), json({}, { status: 201 }));
    expect(await outcome(withRetry(send, noting([]))(post(key)))).to.equal(201);
    expect(requests.map(({ headers }) => headers.get('Idempotency-Key'))).to.deep.equal(['k', 'k', 'k']);
    expect((await tried(post(key), running())).times).to.equal(3);
    expect((await tried(post(key), json({ type: 'not-payable', title: 'Paid' }, { status: 409 }))).times).to.equal(1);
  });

  it('waits as long as the server asks', async () => {
    const busy = new Response('', { status: 503, headers: { 'Retry-After': '3' } });
    const { waits, result } = await tried(get(), busy, json({}));
    expect(result).to.equal(200);
    expect(Math.max(...waits)).to.be.within(2900, 3500);
  });

  it('leaves a wait of more than 30 s to the user', async () => {
    const busy = new Response('', { status: 429, headers: { 'Retry-After': '1000000000' } });
    expect(await tried(get(), busy)).to.deep.equal({ result: 429, times: 1, waits: [] });
  });

  it('holds back every request of the connection, also those that have not failed', async () => {
    const { send } = network(new Response('', { status: 429, headers: { 'Retry-After': '20' } }), json({}));
    const waits: number[] = [];
    const held = withRetry(send, noting(waits));
    await held(get());
    waits.length = 0;
    await Promise.all(Array.from({ length: 20 }, (_, index) => held(get(`/contracts/${index}`))));
    expect(waits.length).to.equal(20);
    expect(Math.min(...waits)).to.be.above(15_000);
    expect(new Set(waits).size, 'all at the same moment').to.be.above(1);
  });

  it('stops when it is aborted while it waits', async () => {
    const { send, requests } = network(down);
    const controller = new AbortController();
    const call = withRetry(send, (_, signal) => {
      controller.abort(new DOMException('Gone', 'AbortError'));
      return signal.aborted ? Promise.reject(signal.reason as Error) : never().then(() => undefined);
    })(get('/invoices', { signal: controller.signal }));
    expect(await outcome(call)).to.equal('AbortError');
    expect(requests.length).to.equal(1);
  });
});

describe('Retry-After', () => {
  const date = 'Sat, 21 Nov 2026 09:00:00 GMT';
  const seconds = (value: string) => retryAfter(new Response('', { headers: { 'Retry-After': value, Date: date } }));

  it('is seconds, or a date by the clock of the server', () => {
    expect(seconds('3')).to.equal(3);
    expect(seconds('Sat, 21 Nov 2026 09:00:07 GMT')).to.equal(7);
  });

  it('is never below zero and never not a number', () => {
    for (const value of ['Sat, 21 Nov 2026 08:00:00 GMT', '-5', 'abc', '1e9', '3, 3', '']) {
      const read = seconds(value);
      expect(read === undefined || read >= 0, `${value} → ${String(read)}`).to.equal(true);
    }
    expect(retryAfter(new Response(''))).to.equal(undefined);
  });
});

describe('Sharing', () => {
  it('asks once for 20 who ask for the same at the same time, and gives each the whole answer', async () => {
    const { answer, give } = later();
    const { send, requests } = network(answer);
    const shared = withSharing(send);
    const calls = Array.from({ length: 20 }, () => shared(get()));
    give(json({ items: [1] }));
    const bodies = await Promise.all(calls.map(async (call) => (await call).json() as Promise<unknown>));
    expect(bodies).to.deep.equal(Array.from({ length: 20 }, () => ({ items: [1] })));
    expect(requests.length).to.equal(1);
    await shared(get());
    expect(requests.length).to.equal(2);
  });

  it('keeps apart other addresses, other formats and everything unsafe', async () => {
    const { send, requests } = network(json({}));
    const shared = withSharing(send);
    await Promise.all([
      shared(get()),
      shared(get('/contracts')),
      shared(get('/invoices', { headers: { Accept: 'text/csv' } })),
      shared(post()),
      shared(post()),
    ]);
    expect(requests.length).to.equal(5);
  });

  it('is aborted when the last one leaves, not before', async () => {
    let aborted = false;
    const { send } = network((request) => {
      request.signal.addEventListener('abort', () => (aborted = true));
      return never();
    });
    const shared = withSharing(send);
    const [one, other] = [new AbortController(), new AbortController()];
    const calls = [one, other].map(({ signal }) => outcome(shared(get('/invoices', { signal }))));
    one.abort();
    expect(await calls[0]).to.equal('AbortError');
    expect(aborted).to.equal(false);
    other.abort();
    expect(await calls[1]).to.equal('AbortError');
    expect(aborted).to.equal(true);
  });

  it('tells all of a failure, and asks anew after it', async () => {
    const { send, requests } = network(down, json({}));
    const shared = withSharing(send);
    expect(await Promise.all([outcome(shared(get())), outcome(shared(get()))])).to.deep.equal(['TypeError', 'TypeError']);
    expect(await outcome(shared(get()))).to.equal(200);
    expect(requests.length).to.equal(2);
  });
});

describe('Authorization', () => {
  const bearer = ({ headers }: Request) => headers.get('Authorization');

  /** A back end that lets in whoever brings `good`. */
  const backEnd = (good: string) => network((request) => new Response('', { status: bearer(request) === `Bearer ${good}` ? 200 : 401 }));

  function tokens(...values: (string | Error)[]) {
    const reasons: string[] = [];
    const getToken = (reason: 'first' | 'expired') => {
      reasons.push(reason);
      const value = values[Math.min(reasons.length, values.length) - 1]!;
      if (value instanceof Error) throw value;
      return value;
    };
    return { getToken, reasons };
  }

  it('renews a refused token once for 20 requests, and repeats each of them once', async () => {
    const { send, requests } = backEnd('new');
    const { getToken, reasons } = tokens('old', 'new');
    const authorized = withAuthorization(send, { getToken, refused: () => expect.fail('must not be told') });
    const statuses = await Promise.all(Array.from({ length: 20 }, (_, index) => outcome(authorized(get(`/${index}`)))));
    expect(new Set(statuses)).to.deep.equal(new Set([200]));
    expect(reasons).to.deep.equal(['first', 'expired']);
    expect(requests.length).to.equal(40);
  });

  it('does not ask for a third token: a second refusal is told', async () => {
    const { send, requests } = backEnd('none is good');
    const { getToken, reasons } = tokens('old', 'new');
    const told: number[] = [];
    expect(await outcome(withAuthorization(send, { getToken, refused: (status) => told.push(status) })(get()))).to.equal(401);
    expect([reasons.length, requests.length, told]).to.deep.equal([2, 2, [401]]);
  });

  it('asks again after the page could not give a token', async () => {
    const { send } = backEnd('good');
    const { getToken } = tokens(new Error('Offline'), 'good');
    const authorized = withAuthorization(send, { getToken, refused: () => undefined });
    expect(await outcome(authorized(get()))).to.equal('Error');
    expect(await outcome(authorized(get()))).to.equal(200);
  });

  it('sends the body again with the new token', async () => {
    const { send, requests } = backEnd('new');
    await withAuthorization(send, { ...tokens('old', 'new'), refused: () => undefined })(post());
    expect(await Promise.all(requests.map((request) => request.text()))).to.deep.equal(['{}', '{}']);
  });

  it('marks unsafe requests that ride on the cookie, and those only', async () => {
    const { send, requests } = network(json({}));
    const authorized = withAuthorization(send, { refused: () => undefined });
    await authorized(get());
    await authorized(post());
    expect(requests.map(({ headers }) => headers.get('Portal-Request'))).to.deep.equal([null, '1']);
    expect(requests.map(bearer)).to.deep.equal([null, null]);
  });

  it('takes being sent to a sign-in page for what it means: the session has ended', async () => {
    const page = new Response('<!doctype html><title>Sign in</title>', { headers: { 'Content-Type': 'text/html' } });
    Object.defineProperty(page, 'redirected', { value: true });
    const refusals: number[] = [];
    const send = withAuthorization(() => Promise.resolve(page), { refused: (status) => refusals.push(status) });
    expect(await outcome(send(get()))).to.equal(401);
    expect(refusals).to.deep.equal([401]);
  });

  it('tells of 403 without repeating anything', async () => {
    const { send, requests } = network(new Response('', { status: 403 }));
    const told: number[] = [];
    await withAuthorization(send, { ...tokens('good'), refused: (status) => told.push(status) })(get());
    expect([requests.length, told]).to.deep.equal([1, [403]]);
  });
});
