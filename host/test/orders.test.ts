import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import Papa from 'papaparse';
import type { components } from 'portal-elements/contract';
import { demoOrders } from '../demo/orders.js';
import { demoQuotes } from '../demo/quotes.js';
import { startHost, type Send } from './support/host.js';
import { openMailbox } from './support/mailbox.js';

type Order = components['schemas']['Order'];
type OrderPage = components['schemas']['OrderPage'];
type Problem = components['schemas']['Problem'];

const mailbox = openMailbox();
const host = await startHost({ sendMail: mailbox.send, staffMail: 'staff@nordkai.example' });
await demoOrders(host.database);
await demoQuotes(host.database);
const owner = await host.signIn('owner@acme.example');
const consultant = await host.signIn('consultant@partner.example');
const lines = await host.signIn('lines@acme.example');
const globex = await host.signIn('owner@globex.example');

const key = () => ({ 'Idempotency-Key': randomUUID() });

async function list(query = '', send: Send = owner): Promise<OrderPage> {
  const response = await send('GET', `/orders?${query}`);
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as OrderPage;
}

async function get(id: string, send: Send = owner): Promise<Order> {
  const response = await send('GET', `/orders/${id}`);
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as Order;
}

async function refused(response: Response, status: number, type: string): Promise<Problem> {
  const problem = (await response.json()) as Problem;
  assert.deepEqual([response.status, problem.type?.split(':').at(-1)], [status, type], JSON.stringify(problem));
  return problem;
}

const post = (path: string, body: unknown, send: Send = owner, headers: Record<string, string> = key()) =>
  send('POST', path, { body, headers });
const names = ({ steps }: Order) => steps.map(({ name, state }) => `${name}: ${state}`);

describe('the list of orders', () => {
  test('has those of a status, those that are open, and counts over the whole filter', async () => {
    const all = await list('limit=5');
    assert.equal(all.items.length, 5);
    assert.ok(all.page.total! > 50);
    const open = await list('status=open');
    assert.equal(open.page.total, all.summary.open);
    assert.ok(open.items.every(({ status }) => !['complete', 'cancelled', 'rejected'].includes(status)));
    assert.deepEqual(all.summary.waiting, 3);
    assert.deepEqual(
      (await list('status=rejected')).items.map(({ id }) => id),
      ['ord_acme_vienna'],
    );
  });

  test('finds by number, subject and items', async () => {
    assert.deepEqual(
      (await list('q=BUCHER')).items.map(({ id }) => id),
      ['ord_acme_domain'],
    );
    assert.deepEqual(
      (await list('q=single+mode')).items.map(({ id }) => id),
      ['ord_acme_rack'],
    );
  });

  test('is the same forwards and backwards, with orders that are not placed at the end', async () => {
    for (const sort of ['placedAt', 'lastActivityAt', 'number']) {
      const down = (await list(`sort=-${sort}&limit=200`)).items.map(({ id }) => id);
      const up: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const { items, page } = await list(`sort=${sort}&limit=20${cursor && `&cursor=${cursor}`}`);
        up.push(...items.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      const unplaced = 'ord_acme_domain';
      const placed = (ids: string[]) => (sort === 'placedAt' ? ids.filter((id) => id !== unplaced) : ids);
      assert.deepEqual(placed(up), placed(down).reverse());
      if (sort === 'placedAt') assert.deepEqual([up.at(-1), down.at(-1)], [unplaced, unplaced]);
    }
  });

  test('sums nothing across periods and currencies', async () => {
    const [mixed] = (await list('q=licences')).items;
    assert.deepEqual(
      mixed!.totals.map(({ period, net, tax, total }) => [period, net.currency, net.amount, tax.amount, total.amount]),
      [
        ['once', 'EUR', '190.00', '36.10', '226.10'],
        ['year', 'USD', '430.00', '0.00', '430.00'],
      ],
    );
  });

  test('is a file of the whole filter, a row for each currency', async () => {
    const response = await owner('GET', '/orders?q=licences&limit=1', { headers: { Accept: 'text/csv' } });
    const { data } = Papa.parse<Record<string, string>>(await response.text(), { header: true, skipEmptyLines: true });
    assert.deepEqual(
      data.map((row) => [row['Currency'], row['Once, net'], row['A year, net']]),
      [
        ['EUR', '190.00', ''],
        ['USD', '', '430.00'],
      ],
    );
  });

  test('has nothing of another client, and of some contracts only theirs', async () => {
    assert.deepEqual(
      (await list('', globex)).items.map(({ id }) => id),
      ['ord_globex_server', 'ord_globex_lines'],
    );
    assert.equal((await globex('GET', '/orders/ord_acme_server')).status, 404);
    assert.equal((await lines('GET', '/orders')).status, 403);
    await host.database
      .updateTable('memberships')
      .set({ permissions: JSON.stringify({ allow: { billing: ['view'] } }) })
      .where('id', '=', 'mem_acme_lines')
      .execute();
    assert.deepEqual(
      (await list('', lines)).items.map(({ id }) => id),
      ['ord_acme_phones'],
    );
    assert.equal((await lines('GET', '/orders/ord_acme_server')).status, 404);
  });
});

describe('the steps of an order', () => {
  test('are those that clients see; while it is at a hidden one, the last visible one before is current', async () => {
    assert.deepEqual(names(await get('ord_acme_remote')), [
      'Order received: current',
      'Preparation: pending',
      'Installation: pending',
      'Handover: pending',
    ]);
    assert.deepEqual(names(await get('ord_acme_check')), [
      'Order received: done',
      'Preparation: done',
      'Installation: current',
      'Handover: pending',
    ]);
    assert.deepEqual((await get('ord_acme_check')).currentStep, { name: 'Installation', position: 3, count: 4 });
    assert.equal(JSON.stringify(await list('status=open')).includes('Acceptance test'), false);
  });

  test('stay as they were when the order was placed', async () => {
    await host.database.updateTable('order_steps').set({ name: 'Vorbereitung' }).where('id', '=', 'stp_acme_check_3').execute();
    assert.equal((await get('ord_acme_check')).steps[1]!.name, 'Vorbereitung');
    assert.equal((await get('ord_acme_remote')).steps[1]!.name, 'Preparation');
  });
});

describe('answering a step', () => {
  const path = '/orders/ord_acme_server/answers';
  const question = 'req_acme_server_1';
  const document = 'req_acme_server_3';

  test('needs words, or a file, and the right', async () => {
    const empty = await post(path, { requestId: question, text: '  ' });
    assert.deepEqual(((await empty.json()) as Problem).errors?.[0]?.pointer, '/text');
    const without = await post(path, { requestId: document });
    assert.deepEqual(((await without.json()) as Problem).errors?.[0]?.pointer, '/fileIds');
    assert.equal((await post(path, { requestId: 'req_acme_rack_1', text: 'x' })).status, 422);
    assert.equal((await post(path, { requestId: question, text: 'x' }, consultant)).status, 403);
  });

  test('is done once, however often it is sent, and told to the company', async () => {
    await mailbox.since(host.database);
    const headers = key();
    const body = { requestId: question, text: 'db2.acme.example' };
    const [first, again] = [await post(path, body, owner, headers), await post(path, body, owner, headers)];
    assert.deepEqual([first.status, again.status], [200, 200]);
    const order = (await first.json()) as Order;
    const { answer } = order.requests.find(({ id }) => id === question)!;
    assert.deepEqual([answer?.text, answer?.answeredBy], ['db2.acme.example', 'Olivia Owner']);
    assert.equal(order.status, 'waiting-for-client');
    const [mail, ...others] = await mailbox.since(host.database);
    assert.equal(others.length, 0);
    assert.equal(mail!.to, 'staff@nordkai.example');
    assert.match(mail!.text, /db2\.acme\.example/);
    await refused(await post(path, { ...body, text: 'other' }), 409, 'already-answered');
  });

  test('with a file goes on when nothing is left to answer; the file can be read by the client alone', async () => {
    const form = new FormData();
    form.set('file', new Blob(['%PDF-1.4\n%%EOF\n'], { type: 'application/pdf' }), 'Agreement.pdf');
    const cookie = await sessionCookie();
    const upload = await fetch(`${host.url}/api/v1/orders/ord_acme_server/files`, {
      method: 'POST',
      headers: { 'portal-request': '1', cookie },
      body: form,
    });
    assert.equal(upload.status, 201, await upload.clone().text());
    const { id } = (await upload.json()) as { id: string };
    assert.equal((await owner('GET', `/orders/ord_acme_server/files/${id}`)).status, 404);
    const response = await post(path, { requestId: document, fileIds: [id] });
    const order = (await response.json()) as Order;
    assert.equal(order.status, 'in-progress', JSON.stringify(order));
    assert.deepEqual(
      order.requests.find((each) => each.id === document)!.answer?.files?.map(({ name }) => name),
      ['Agreement.pdf'],
    );
    const file = await owner('GET', `/orders/ord_acme_server/files/${id}`);
    assert.match(await file.text(), /^%PDF/);
    assert.equal((await owner('GET', `/orders/ord_acme_addresses/files/${id}`)).status, 404);
    assert.equal((await globex('GET', `/orders/ord_globex_server/files/${id}`)).status, 404);
  });
});

describe('an order that is not placed yet', () => {
  const id = 'ord_acme_domain';
  const put = async (details: object, send: Send = owner) =>
    send('PUT', `/orders/${id}/details`, { body: { details }, headers: { 'If-Match': (await get(id)).etag } });
  const submit = async (details: object, headers: Record<string, string> = {}) =>
    post(`/orders/${id}/submission`, { details }, owner, { ...key(), 'If-Match': (await get(id)).etag, ...headers });

  test('keeps what is known so far, and refuses what it does not understand', async () => {
    const saved = (await (await put({ 'register-number': 'HRB 12345' })).json()) as Order;
    assert.equal(saved.details.find(({ name }) => name === 'register-number')!.value, 'HRB 12345');
    assert.equal(saved.status, 'incomplete');
    const wrong = (await (await put({ plan: 'huge', 'starts-on': '2026-02-31', 'contact-email': 'nobody', other: 'x' })).json()) as Problem;
    assert.deepEqual(
      wrong.errors?.map(({ pointer, code }) => [pointer, code]),
      [
        ['/details/other', 'unknown'],
        ['/details/contact-email', 'invalid-email'],
        ['/details/plan', 'not-a-choice'],
        ['/details/starts-on', 'not-a-date'],
      ],
    );
    assert.equal((await put({}, consultant)).status, 403);
  });

  test('is not overwritten by who has read an older version', async () => {
    const stale = await owner('PUT', `/orders/${id}/details`, { body: { details: {} }, headers: { 'If-Match': '"1"' } });
    assert.equal(stale.status, 412);
    assert.equal((await owner('PUT', `/orders/${id}/details`, { body: { details: {} } })).status, 428);
  });

  test('is placed once with all that was missing', async () => {
    const missing = (await (await submit({})).json()) as Problem;
    assert.deepEqual(
      missing.errors?.map(({ pointer }) => pointer),
      ['/details/contact-email'],
    );
    const headers = { ...key(), 'If-Match': (await get(id)).etag };
    const details = { 'contact-email': 'domains@acme.example' };
    const first = await submit(details, headers);
    assert.equal(first.status, 200, await first.clone().text());
    assert.equal((await submit(details, headers)).headers.get('idempotent-replayed'), 'true');
    const order = await get(id);
    assert.equal(order.status, 'submitted');
    assert.ok(order.placedAt);
    assert.equal(names(order)[0], 'Order received: current');
    await refused(await submit(details), 409, 'order-not-incomplete');
  });
});

describe('cancelling an order', () => {
  test('works at the steps at which the company allows it, and is final', async () => {
    assert.deepEqual((await get('ord_acme_remote')).allowedActions, ['cancel']);
    const response = await post('/orders/ord_acme_remote/cancellation', { reason: 'Not needed any more' });
    const order = (await response.json()) as Order;
    assert.deepEqual(
      [order.status, order.cancellation?.by, order.cancellation?.reason],
      ['cancelled', 'Olivia Owner', 'Not needed any more'],
    );
    assert.deepEqual(order.allowedActions, []);
    assert.equal(order.currentStep, null);
    await refused(await post('/orders/ord_acme_remote/cancellation', {}), 409, 'order-not-cancellable');
    assert.equal((await get('ord_acme_remote')).status, 'cancelled');
  });

  test('is refused when the installation has begun, and to who lacks the right', async () => {
    const { detail } = await refused(await post('/orders/ord_acme_rack/cancellation', {}), 409, 'order-not-cancellable');
    assert.equal(detail, 'Its status is now: In progress.');
    assert.equal((await post('/orders/ord_acme_addresses/cancellation', {}, consultant)).status, 403);
    assert.equal((await get('ord_acme_addresses')).status, 'waiting-for-client');
  });

  test('takes what a closed order asked for with it', async () => {
    await post('/orders/ord_acme_addresses/cancellation', {});
    await refused(await post('/orders/ord_acme_addresses/answers', { requestId: 'req_acme_addresses_1', text: 'x' }), 409, 'order-closed');
  });
});

test('a page that stays current on its own does not keep the session alive', async () => {
  const cookie = await sessionCookie();
  const soon = new Date(Date.now() + 60_000);
  const expiry = async () => {
    const { expires_at: at } = await host.database
      .selectFrom('sessions')
      .select('expires_at')
      .orderBy('started_at', 'desc')
      .executeTakeFirstOrThrow();
    return at.getTime();
  };
  const newest = host.database.selectFrom('sessions').select('id').orderBy('started_at', 'desc').limit(1);
  await host.database.updateTable('sessions').set({ expires_at: soon }).where('id', 'in', newest).execute();
  const read = (headers: Record<string, string>) => host.send('GET', '/orders/ord_acme_rack', { headers: { cookie, ...headers } });
  assert.equal((await read({ 'Portal-Background': '1' })).status, 200);
  assert.equal(await expiry(), soon.getTime());
  await read({});
  assert.ok((await expiry()) > soon.getTime());
});

async function sessionCookie(): Promise<string> {
  const response = await host.send('POST', '/session', { body: { email: 'owner@acme.example', password: 'portal-demo' } });
  return response.headers.getSetCookie()[0]!.split(';')[0]!;
}
