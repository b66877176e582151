import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import type { components } from 'portal-elements/contract';
import { expireCredits, grantCredit, voidCredit, type Grant } from '../src/credits/ledger.js';
import { companyToday } from '../src/company.js';
import { insertRows } from '../src/database/insert-rows.js';
import { compareAmounts, negate, sumOf } from '../src/http/money.js';
import { enterPayments } from '../src/ledger/entries.js';
import { startHost, type Send } from './support/host.js';
import { storeInvoice } from './support/invoice.js';

type LedgerPage = components['schemas']['LedgerPage'];
type LedgerEntry = components['schemas']['LedgerEntry'];

const host = await startHost();
const { database } = host;
const owner = await host.signIn('owner@acme.example');

const get = async (path: string, send: Send = owner): Promise<LedgerPage> => {
  const response = await send('GET', path);
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as LedgerPage;
};

/** A client of its own, which the owner of Acme may act for. */
let clients = 0;
async function newClient(currency = 'EUR'): Promise<{ clientId: string; send: Send }> {
  clients += 1;
  const clientId = `cli_ledger_${clients}`;
  await sql`insert into clients (id, number, name, currency, time_zone) values (${clientId}, ${`L-${clients}`}, 'Ledger Ltd', ${currency}, 'Europe/Berlin')`.execute(database); // prettier-ignore
  await sql`insert into memberships (id, person_id, client_id, status, role, permissions, search_text)
    select ${`mem_${clientId}`}, person_id, ${clientId}, 'active', 'owner', permissions, '' from memberships
    where client_id = 'cli_acme' and person_id = (select id from people where email = 'owner@acme.example')`.execute(database);
  const send = await host.signIn('owner@acme.example');
  const response = await send('PUT', '/session/client', { body: { clientId } });
  assert.ok(response.ok, await response.clone().text());
  return { clientId, send };
}

const invoiceOf = (clientId: string, changes: Parameters<typeof storeInvoice>[1] = {}) =>
  storeInvoice(database, { client_id: clientId, ...changes });

let payments = 0;
/** A payment that has arrived, of these invoices. */
async function paymentOf(clientId: string, on: string, parts: readonly [invoiceId: string, amount: string][], changes: object = {}) {
  payments += 1;
  const id = `pay_ledger_${payments}`;
  const amount = sumOf(parts.map(([, part]) => part));
  const row = {
    id, client_id: clientId, key: id, created_at: new Date(`${on}T10:00:00Z`), method: 'Card', currency: 'EUR', amount, status: 'succeeded', settles_at: null, credit_id: null, ...changes,
  }; // prettier-ignore
  await database.insertInto('payments').values(row).execute();
  await insertRows(database, 'payment_allocations', parts.map(([invoice_id, part]) => ({ payment_id: id, invoice_id, amount: part }))); // prettier-ignore
  if (row.status === 'succeeded')
    for (const [invoiceId, part] of parts)
      await sql`update invoices set paid = paid + ${part}::numeric, open = open - ${part}::numeric where id = ${invoiceId}`.execute(
        database,
      );
  await enterPayments(database, [id]);
  return id;
}

const grant = (clientId: string, changes: Partial<Grant> = {}) =>
  grantCredit(database, {
    client_id: clientId, type: 'goodwill', reason: 'Outage', granted_on: '2026-03-01', expires_on: null, currency: 'EUR', original: '50', ...changes,
  }); // prettier-ignore

const line = ({ date, type, debit, credit, balance }: LedgerEntry) => [date, type, debit?.amount ?? credit?.amount, balance.amount];

/** That each balance follows from the one before, the first from `opening`. */
function followOneAnother(opening: string, items: readonly LedgerEntry[]): string {
  return items.reduce((before, { debit, credit, balance }) => {
    const after = sumOf([before, debit?.amount ?? '0', negate(credit?.amount ?? '0')]);
    assert.equal(compareAmounts(balance.amount, after), 0, `${balance.amount}, not ${after}`);
    return balance.amount;
  }, opening);
}

describe('the ledger', () => {
  test('lists what made the client owe more or less, oldest first, with the balance after each', async () => {
    const { clientId, send } = await newClient();
    const first = await invoiceOf(clientId, { number: 'A-1', issued_on: '2026-01-05', total: '119', open: '119', reference: 'PO 7' });
    await paymentOf(clientId, '2026-01-20', [[first, '119']]);
    await invoiceOf(clientId, { number: 'A-2', issued_on: '2026-02-05', total: '80.50', open: '80.50' });
    const credit = await grant(clientId);
    const { items, summary, page } = await get('/ledger?from=2026-01-01&to=2026-12-31', send);
    assert.deepEqual(items.map(line), [
      ['2026-01-05', 'invoice', '119.00', '119.00'],
      ['2026-01-20', 'payment', '119.00', '0.00'],
      ['2026-02-05', 'invoice', '80.50', '80.50'],
      ['2026-03-01', 'credit-granted', '50.00', '30.50'],
    ]);
    assert.deepEqual(items.map(({ description }) => description), ['PO 7', 'Card', '', 'Outage']); // prettier-ignore
    assert.deepEqual(items[0]!.documents, [{ kind: 'invoice', id: first, number: 'A-1' }]);
    assert.deepEqual(items[1]!.documents, [{ kind: 'invoice', id: first, number: 'A-1' }]);
    assert.deepEqual(items[3]!.documents, [{ kind: 'credit', id: credit, number: null }]);
    assert.equal(page.total, 4);
    const { opening, debit, credit: credits, closing } = summary;
    assert.deepEqual([opening, debit, credits, closing].map(({ amount }) => amount), ['0.00', '199.50', '169.00', '30.50']); // prettier-ignore
  });

  test('of a period begins with the balance before it, and its sums are those of the period', async () => {
    const { clientId, send } = await newClient();
    for (const month of ['01', '02', '03']) await invoiceOf(clientId, { issued_on: `2026-${month}-15`, total: '100.10', open: '100.10' });
    const { items, summary } = await get('/ledger?from=2026-02-01&to=2026-02-28', send);
    assert.deepEqual(items.map(line), [['2026-02-15', 'invoice', '100.10', '200.20']]);
    const { opening, debit, credit, closing } = summary;
    assert.deepEqual([opening, debit, credit, closing].map(({ amount }) => amount), ['100.10', '100.10', '0.00', '200.20']); // prettier-ignore
    const empty = await get('/ledger?from=2026-05-01', send);
    assert.deepEqual([empty.items, empty.summary.opening.amount, empty.summary.closing.amount], [[], '300.30', '300.30']);
    assert.equal((await owner('GET', '/ledger?from=2026-02-01&to=2026-01-01')).status, 400);
    assert.equal((await owner('GET', '/ledger?from=0000-01-01')).status, 400);
  });

  test('keeps the true balance of the whole ledger when a type or a number is asked for', async () => {
    const { clientId, send } = await newClient();
    const first = await invoiceOf(clientId, { number: 'NUM-17', issued_on: '2026-01-01', total: '100', open: '100' });
    await invoiceOf(clientId, { number: 'NUM-18', issued_on: '2026-01-02', total: '10', open: '10' });
    await paymentOf(clientId, '2026-01-03', [[first, '60']]);
    const { items, summary, page } = await get('/ledger?type=payment', send);
    assert.deepEqual(items.map(line), [['2026-01-03', 'payment', '60.00', '50.00']]);
    assert.deepEqual([page.total, summary.debit.amount, summary.closing.amount], [1, '110.00', '50.00']);
    const numbered = await get('/ledger?q=num-17', send);
    assert.deepEqual(numbered.items.map(({ type, balance }) => [type, balance.amount]), [['invoice', '100.00'], ['payment', '50.00']]); // prettier-ignore
    assert.deepEqual((await get('/ledger?q=%25', send)).items, []);
  });

  test('is the same page by page, forwards and back', async () => {
    const { clientId, send } = await newClient();
    for (let day = 1; day <= 23; day++)
      await invoiceOf(clientId, { issued_on: `2026-01-${String(1 + (day % 5)).padStart(2, '0')}`, total: `${day}.01`, open: `${day}.01` });
    const whole = await get('/ledger', send);
    followOneAnother('0', whole.items);
    const seen: LedgerEntry[] = [];
    let cursor = '';
    let last: LedgerPage;
    do {
      last = await get(`/ledger?limit=5${cursor && `&cursor=${cursor}`}`, send);
      seen.push(...last.items);
      cursor = last.page.nextCursor ?? '';
    } while (cursor);
    assert.deepEqual(seen, whole.items);
    const before = await get(`/ledger?limit=5&cursor=${last.page.prevCursor}`, send);
    assert.deepEqual(before.items, whole.items.slice(15, 20));
    assert.equal((await send('GET', `/ledger?limit=5&type=payment&cursor=${last.page.prevCursor}`)).status, 400);
  });

  test('has one for each currency, and begins with the client’s own', async () => {
    const { clientId, send } = await newClient('KWD');
    await invoiceOf(clientId, { total: '5', open: '5' });
    await invoiceOf(clientId, { currency: 'JPY', total: '700', open: '700' });
    assert.equal((await get('/ledger', send)).summary.currency, 'EUR');
    await invoiceOf(clientId, { currency: 'KWD', total: '1.005', open: '1.005' });
    const { items, summary } = await get('/ledger', send);
    assert.deepEqual([items.map(({ balance }) => balance), summary.currencies], [[{ amount: '1.005', currency: 'KWD' }], ['EUR', 'JPY', 'KWD']]); // prettier-ignore
    assert.deepEqual((await get('/ledger?currency=JPY', send)).summary.closing, { amount: '700', currency: 'JPY' });
    const none = await get('/ledger?currency=USD', send);
    assert.deepEqual([none.items, none.summary.closing], [[], { amount: '0.00', currency: 'USD' }]);
  });

  test('says by days overdue what is open today, which less unused credit is the balance', async () => {
    const { clientId, send } = await newClient();
    const today = companyToday();
    const overdue = (days: number) => new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
    for (const [days, amount] of [
      [-1, '1'],
      [0, '2'],
      [1, '4'],
      [30, '8'],
      [31, '16'],
      [60, '32'],
      [61, '64'],
      [90, '128'],
      [91, '256'],
    ] as const)
      // prettier-ignore
      await invoiceOf(clientId, { due_on: overdue(days), total: amount, open: amount });
    await invoiceOf(clientId, { due_on: null, total: '512', open: '512' });
    await invoiceOf(clientId, { type: 'proforma', total: '4000', open: '4000' });
    await invoiceOf(clientId, { type: 'credit-note', type_code: '381', total: '20', open: '-20' });
    await grant(clientId, { granted_on: '2026-01-01' });
    const { summary } = await get('/ledger?from=2026-06-01&to=2026-06-30', send);
    const { asOf, ...sums } = summary.ageing;
    assert.equal(asOf, today);
    assert.deepEqual(Object.fromEntries(Object.entries(sums).map(([name, { amount }]) => [name, amount])), {
      notDue: '515.00', upTo30: '12.00', upTo60: '48.00', upTo90: '192.00', over90: '256.00', open: '1023.00', credit: '70.00',
    }); // prettier-ignore
    assert.equal((await get('/ledger', send)).summary.closing.amount, '953.00');
  });

  test('tells of a payment from a credit, a refund, and how credits end', async () => {
    const { clientId, send } = await newClient();
    const invoice = await invoiceOf(clientId, { number: 'B-1', issued_on: '2026-01-01', total: '100', open: '100' });
    const credit = await grant(clientId, { granted_on: '2026-01-02', original: '40', reason: 'Paid twice' });
    await sql`update credits set used = 30, remaining = 10 where id = ${credit}`.execute(database);
    await paymentOf(clientId, '2026-01-03', [[invoice, '30']], { credit_id: credit, method: 'Credit' });
    await paymentOf(clientId, '2026-01-04', [[invoice, '70']], { status: 'refunded' });
    await voidCredit(database, credit);
    await grant(clientId, { granted_on: '2026-01-05', expires_on: '2026-01-06', original: '5' });
    await expireCredits(database, clientId);
    const { items } = await get('/ledger', send);
    assert.deepEqual(items.map(({ type }) => type), ['invoice', 'credit-granted', 'payment', 'credit-used', 'refund', 'payment', 'credit-granted', 'credit-void', 'credit-expired']); // prettier-ignore
    const used = items.find(({ type }) => type === 'credit-used')!;
    assert.deepEqual([used.documents, used.description], [[{ kind: 'credit', id: credit, number: null }], 'Paid twice']);
    assert.equal(followOneAnother('0', items), '70.00');
  });

  test('is CSV of the whole filter, with the balance of each line', async () => {
    const { clientId, send } = await newClient();
    await invoiceOf(clientId, { number: '=1+1', issued_on: '2026-01-01', total: '100', open: '100', reference: '@SUM(A1)' });
    const invoice = await invoiceOf(clientId, { number: 'C-2', issued_on: '2026-02-01', total: '20', open: '20' });
    await paymentOf(clientId, '2026-03-01', [[invoice, '20']]);
    const response = await send('GET', '/ledger?from=2026-01-15', { headers: { accept: 'text/csv' } });
    assert.match(response.headers.get('content-disposition')!, /filename="ledger-EUR-\d{4}-\d\d-\d\d\.csv"/);
    assert.deepEqual(parse(await response.text()), [
      ['Date', 'Type', 'Documents', 'Description', 'Debit', 'Credit', 'Balance', 'Currency'],
      ['2026-02-01', 'Invoice', 'C-2', '', '20.00', '', '120.00', 'EUR'],
      ['2026-03-01', 'Payment', 'C-2', 'Card', '', '20.00', '100.00', 'EUR'],
    ]);
    const all = await (await send('GET', '/ledger', { headers: { accept: 'text/csv' } })).text();
    assert.ok(all.includes("'=1+1") && all.includes("'@SUM(A1)"));
  });
});

describe('permission', () => {
  const allow = async (email: string, grants: object, contractIds: string[] | null = null) => {
    await sql`update memberships set permissions = ${JSON.stringify(grants)}::jsonb, contract_ids = ${contractIds && JSON.stringify(contractIds)}::jsonb
      where client_id = 'cli_acme' and person_id = (select id from people where email = ${email})`.execute(database);
    return await host.signIn(email);
  };

  test('only the ledger’s own line opens it', async () => {
    const all = ['view', 'create', 'update', 'delete'];
    const without = await allow('billing@acme.example', { allow: { billing: all, contracts: all, profile: all } });
    for (const path of ['/ledger', '/ledger/statement']) assert.equal((await without('GET', path)).status, 403);
    const having = await allow('billing@acme.example', { allow: { 'reports.ledger': ['view'] } });
    for (const path of ['/ledger', '/ledger/statement']) assert.equal((await having('GET', path)).status, 200);
  });

  test('documents that the person may not see have no id, and so no link', async () => {
    await storeInvoice(database, { number: 'SEEN-1' });
    await grant('cli_acme', { reason: 'Seen' });
    const send = await allow('billing@acme.example', { allow: { 'reports.ledger': ['view'] } });
    const { items } = await get('/ledger', send);
    assert.ok(items.length > 1 && items.every(({ documents }) => documents.every(({ id }) => id === null)));
    assert.ok(items.some(({ documents }) => documents.some(({ number }) => number === 'SEEN-1')));
    const seeing = await allow('billing@acme.example', { allow: { 'reports.ledger': ['view'], billing: ['view'] } });
    assert.ok((await get('/ledger', seeing)).items.every(({ documents }) => documents.every(({ id }) => id !== null)));
  });

  test('who is limited to contracts sees no ledger, and learns so with the session', async () => {
    const send = await allow('billing@acme.example', { allow: { 'client-portal': ['view'] } }, ['con_acme_voip']);
    for (const path of ['/ledger', '/ledger/statement']) assert.equal((await send('GET', path)).status, 403);
    const { permissions } = (await (await send('GET', '/session')).json()) as components['schemas']['Session'];
    assert.deepEqual([permissions.allow?.['reports.ledger'], permissions.allow?.['reports.event-log']], [undefined, ['view']]);
  });

  test('nothing of another client is in it', async () => {
    const { clientId } = await newClient();
    await invoiceOf(clientId, { number: 'OTHER-1', total: '7777', open: '7777' });
    const { items, summary } = await get('/ledger');
    assert.ok(items.every(({ documents }) => documents.every(({ number }) => number !== 'OTHER-1')));
    assert.ok(!summary.debit.amount.includes('7777'));
    assert.deepEqual((await get('/ledger?q=OTHER')).items, []);
  });
});
