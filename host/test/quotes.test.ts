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
type Problem = components['schemas']['Problem'];
type Quote = components['schemas']['Quote'];
type QuotePage = components['schemas']['QuotePage'];
type Totals = components['schemas']['QuoteTotals'];

const mailbox = openMailbox();
const host = await startHost({ sendMail: mailbox.send, staffMail: 'staff@nordkai.example' });
await demoOrders(host.database);
await demoQuotes(host.database);
const owner = await host.signIn('owner@acme.example');
const billing = await host.signIn('billing@acme.example');
const consultant = await host.signIn('consultant@partner.example');
const globex = await host.signIn('owner@globex.example');

const key = () => ({ 'Idempotency-Key': randomUUID() });

async function list(query = '', send: Send = owner): Promise<QuotePage> {
  const response = await send('GET', `/quotes?${query}`);
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as QuotePage;
}

async function get(id: string, send: Send = owner): Promise<Quote> {
  const response = await send('GET', `/quotes/${id}`);
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as Quote;
}

async function refused(response: Response, status: number, type: string): Promise<void> {
  const problem = (await response.json()) as Problem;
  assert.deepEqual([response.status, problem.type?.split(':').at(-1)], [status, type], JSON.stringify(problem));
}

const ids = ({ items }: QuotePage) => items.map(({ id }) => id);
const acceptance = { name: 'Olivia Owner', termsVersion: '2026-09', options: [] as string[] };
const post = (path: string, body: unknown, headers: Record<string, string> = key(), send: Send = owner) =>
  send('POST', path, { body, headers });
const accept = async (id: string, body: object = acceptance, headers: Record<string, string> = {}, send: Send = owner) =>
  post(`/quotes/${id}/acceptance`, body, { ...key(), 'If-Match': (await get(id)).etag, ...headers }, send);

describe('the list of quotes', () => {
  test('tells what is open and what has expired, and never a draft', async () => {
    const all = await list();
    assert.equal(ids(all).includes('quo_acme_draft'), false);
    assert.equal((await owner('GET', '/quotes/quo_acme_draft')).status, 404);
    assert.deepEqual(ids(await list('status=open')), ['quo_acme_rack', 'quo_acme_licences', 'quo_acme_brno']);
    assert.equal(all.summary.open, 3);
    assert.deepEqual(ids(await list('status=expired')), ['quo_acme_backup']);
    assert.deepEqual(ids(await list('q=PORTING')), ['quo_acme_brno']);
    assert.deepEqual((await list('sort=validUntil')).items.at(-1)!.id, 'quo_acme_licences');
  });

  test('is the same forwards and backwards', async () => {
    for (const sort of ['issuedOn', 'validUntil', 'number']) {
      const whole = ids(await list(`sort=${sort}`));
      const paged: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page = await list(`sort=${sort}&limit=3${cursor && `&cursor=${cursor}`}`);
        paged.push(...ids(page));
        cursor = page.page.nextCursor;
      }
      assert.deepEqual(paged, whole);
    }
  });

  test('is a file with a row for each currency', async () => {
    const response = await owner('GET', '/quotes?q=gateway', { headers: { Accept: 'text/csv' } });
    const { data } = Papa.parse<Record<string, string>>(await response.text(), { header: true, skipEmptyLines: true });
    assert.deepEqual(
      data.map((row) => [row['Currency'], row['Once, net'], row['A month, net'], row['A year, net']]),
      [
        ['EUR', '190.00', '27.90', ''],
        ['USD', '', '', '790.00'],
      ],
    );
  });

  test('has nothing of another client', async () => {
    assert.deepEqual(ids(await list('', globex)), ['quo_globex_hosting']);
    for (const path of ['', '/totals?options=', '/document'])
      assert.equal((await globex('GET', `/quotes/quo_acme_rack${path}`)).status, 404);
  });
});

describe('the sums of a quote', () => {
  const totals = async (options: string) => await owner('GET', `/quotes/quo_acme_rack/totals?options=${options}`);
  const sums = ({ totals: all }: Totals) => all.map(({ period, net, tax, total }) => [period, net.amount, tax.amount, total.amount]);

  test('count discounts, and the options that are chosen beforehand', async () => {
    assert.deepEqual(sums(await get('quo_acme_rack')), [
      ['once', '650.00', '123.50', '773.50'],
      ['month', '1011.00', '192.09', '1203.09'],
    ]);
  });

  test('follow the options that are asked for', async () => {
    const without = (await (await totals('')).json()) as Totals;
    assert.deepEqual(sums(without)[1], ['month', '891.00', '169.29', '1060.29']);
    const insured = (await (await totals('lin_acme_rack_6,lin_acme_rack_7')).json()) as Totals;
    assert.deepEqual(sums(insured), [
      ['once', '2450.00', '465.50', '2915.50'],
      ['month', '891.00', '169.29', '1060.29'],
      ['year', '480.00', '0.00', '480.00'],
    ]);
    assert.equal((await totals('lin_acme_rack_1')).status, 400);
  });
});

test('the document is a PDF named after the quote', async () => {
  const response = await owner('GET', '/quotes/quo_acme_rack/document');
  assert.match(response.headers.get('content-disposition')!, /filename="Quote Q-\d{4}-0131\.pdf"/);
  assert.match(Buffer.from(await response.arrayBuffer()).toString('latin1'), /^%PDF-/);
});

describe('accepting a quote', () => {
  test('needs a name, the terms as they are, options that there are, and a right of its own', async () => {
    const pointer = async (body: object) => ((await (await accept('quo_acme_brno', body)).json()) as Problem).errors?.[0]?.pointer;
    assert.equal(await pointer({ ...acceptance, name: '  ' }), '/name');
    assert.equal(await pointer({ ...acceptance, termsVersion: '2020-01' }), '/termsVersion');
    assert.equal(await pointer({ ...acceptance, options: ['lin_acme_brno_1'] }), '/options/0');
    assert.equal((await accept('quo_acme_brno', acceptance, {}, consultant)).status, 403);
    assert.equal((await get('quo_acme_brno')).status, 'open');
  });

  test('is only possible in the version that was read', async () => {
    assert.equal((await post('/quotes/quo_acme_brno/acceptance', acceptance)).status, 428);
    const { etag } = await get('quo_acme_brno');
    await host.database.updateTable('quotes').set({ note: 'Other prices', version: 7 }).where('id', '=', 'quo_acme_brno').execute();
    const response = await post('/quotes/quo_acme_brno/acceptance', acceptance, { ...key(), 'If-Match': etag });
    assert.equal(response.status, 412);
    assert.equal(response.headers.get('etag'), '"7"');
    assert.equal((await get('quo_acme_brno')).status, 'open');
  });

  test('places one order with what was chosen, also when the answer was lost', async () => {
    await mailbox.since(host.database);
    const headers = { ...key(), 'If-Match': (await get('quo_acme_rack')).etag };
    const body = { ...acceptance, purchaseOrder: 'PO-5000', options: ['lin_acme_rack_5'] };
    const [first, again] = [await accept('quo_acme_rack', body, headers), await accept('quo_acme_rack', body, headers)];
    assert.deepEqual([first.status, again.status], [201, 201], await again.clone().text());
    const quote = (await first.json()) as Quote;
    assert.deepEqual(await again.json(), quote);
    assert.equal(quote.status, 'accepted');
    assert.deepEqual(quote.acceptance, {
      at: quote.acceptance!.at,
      name: 'Olivia Owner',
      purchaseOrder: 'PO-5000',
      termsVersion: '2026-09',
    });
    assert.deepEqual(
      quote.lines.filter(({ optional, selected }) => optional && selected).map(({ id }) => id),
      ['lin_acme_rack_5'],
    );
    const order = (await (await owner('GET', `/orders/${quote.order!.id}`)).json()) as Order;
    assert.deepEqual(
      [order.status, order.reference, order.quote?.number, order.number],
      ['submitted', 'PO-5000', quote.number, quote.order!.number],
    );
    assert.deepEqual(
      order.items.map(({ description }) => description),
      ['Full rack C04, 46 units', 'Uplink of 10 Gbit/s, two carriers', 'Set-up and cabling', 'Remote hands, four hours a month'],
    );
    assert.deepEqual(order.totals, quote.totals);
    const mails = await mailbox.since(host.database);
    assert.equal(mails.length, 1);
    assert.match(mails[0]!.text, /accepted as order O-/);
  });

  test('a second time, or by two people at once, is refused and says how it stands', async () => {
    await refused(await accept('quo_acme_rack'), 409, 'quote-accepted');
    const { etag } = await get('quo_acme_licences');
    const both = await Promise.all([owner, billing].map((send) => accept('quo_acme_licences', acceptance, { 'If-Match': etag }, send)));
    assert.deepEqual(both.map(({ status }) => status).sort(), [201, 409]);
    const { rows } = await counted('quo_acme_licences');
    assert.equal(rows, 1);
  });

  test('is refused after its last day, and when it was replaced, declined or withdrawn', async () => {
    await refused(await accept('quo_acme_backup'), 409, 'quote-expired');
    await refused(await accept('quo_acme_rack_first'), 409, 'quote-superseded');
    await refused(await accept('quo_acme_cloud'), 409, 'quote-declined');
    await refused(await accept('quo_acme_fibre'), 409, 'quote-withdrawn');
    assert.equal((await get('quo_acme_rack_first')).supersededBy?.id, 'quo_acme_rack');
  });

  async function counted(quoteId: string) {
    const orders = await host.database.selectFrom('orders').select('id').where('quote_id', '=', quoteId).execute();
    return { rows: orders.length };
  }
});

describe('asking and declining', () => {
  test('a question is kept, mailed once, and allowed after expiry', async () => {
    await mailbox.since(host.database);
    const headers = key();
    const body = { text: 'Does the quote\nstill hold? <b>' };
    const first = await post('/quotes/quo_acme_backup/questions', body, headers);
    assert.equal(first.status, 201, await first.clone().text());
    await post('/quotes/quo_acme_backup/questions', body, headers);
    const { questions } = await get('quo_acme_backup');
    assert.deepEqual(
      questions.map(({ askedBy, text }) => [askedBy, text]),
      [['Olivia Owner', body.text]],
    );
    const mails = await mailbox.since(host.database);
    assert.equal(mails.length, 1);
    assert.ok(mails[0]!.text.includes(body.text) && !mails[0]!.html!.includes('<b>'));
    assert.match(mails[0]!.text, /Olivia Owner \(owner@acme\.example\), for Acme GmbH, client C-1001/);
    assert.equal((await post('/quotes/quo_acme_backup/questions', body, key(), consultant)).status, 403);
    assert.equal((await post('/quotes/quo_acme_backup/questions', { text: ' ' })).status, 422);
  });

  test('a declined quote keeps its reason and can no longer be accepted', async () => {
    const response = await post('/quotes/quo_globex_hosting/decline', { reason: ' Too dear ' }, key(), globex);
    const quote = (await response.json()) as Quote;
    assert.deepEqual([quote.status, quote.decline?.by, quote.decline?.reason], ['declined', 'Gita Globex', 'Too dear']);
    assert.deepEqual(quote.allowedActions, []);
    await refused(await post('/quotes/quo_globex_hosting/decline', {}, key(), globex), 409, 'quote-declined');
  });
});
