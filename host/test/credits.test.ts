import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import type { components } from 'portal-elements/contract';
import { grantCredit, voidCredit, type Grant } from '../src/credits/ledger.js';
import { demoCredits } from '../demo/credits.js';
import { demoInvoices } from '../demo/invoices.js';
import { negate } from '../src/http/money.js';
import { balances, owed } from './support/balance.js';
import { startHost, type Send } from './support/host.js';
import { storeInvoice } from './support/invoice.js';

type Credit = components['schemas']['Credit'];
type CreditApplication = components['schemas']['CreditApplication'];
type CreditPage = components['schemas']['CreditPage'];
type Invoice = components['schemas']['Invoice'];
type Problem = components['schemas']['Problem'];

const host = await startHost();
const { database } = host;
const owner = await host.signIn('owner@acme.example');

const grant = (changes: Partial<Grant> = {}) =>
  grantCredit(database, {
    client_id: 'cli_acme', type: 'goodwill', reason: 'Outage', granted_on: '2026-01-01', expires_on: null, currency: 'EUR', original: '150', ...changes,
  }); // prettier-ignore
const invoice = (changes: Parameters<typeof storeInvoice>[1] = {}) => storeInvoice(database, changes);
const euros = (amount: string) => ({ amount, currency: 'EUR' });

type Allocation = components['schemas']['NewCreditUse']['allocations'][number];

const apply = (creditId: string, allocations: Allocation[], { key = randomUUID(), send = owner } = {}) =>
  send('POST', `/credits/${creditId}/uses`, { body: { allocations }, headers: { 'idempotency-key': key } });

async function applied(response: Response): Promise<CreditApplication> {
  assert.equal(response.status, 201, await response.clone().text());
  return (await response.json()) as CreditApplication;
}

async function refused(response: Response, status: number): Promise<Problem> {
  assert.equal(response.status, status, await response.clone().text());
  return (await response.json()) as Problem;
}

const get = async <T>(path: string, send: Send = owner): Promise<T> => (await (await send('GET', path)).json()) as T;
const credit = (id: string) => get<Credit>(`/credits/${id}`);

async function amounts(id: string): Promise<[status: string, used: string, remaining: string]> {
  const { status, used, remaining } = await credit(id);
  return [status, used.amount, remaining.amount];
}

/** The balance of the ledger is what is open less what is left of credits, before and after each test. */
async function addsUp(): Promise<void> {
  assert.deepEqual(await balances(database), await owed(database));
}

describe('using a credit', () => {
  test('pays the invoice, which shows it among its payments', async () => {
    const [id, one] = [await grant(), await invoice()];
    const { payment, credit: after } = await applied(await apply(id, [{ invoiceId: one, amount: euros('60') }]));
    assert.deepEqual([payment.status, payment.amount], ['succeeded', euros('60.00')]);
    assert.deepEqual([after.status, after.used, after.remaining], ['partly-used', euros('60.00'), euros('90.00')]);
    const { status, open, payments } = await get<Invoice>(`/invoices/${one}`);
    assert.deepEqual([status, open, payments.map((each) => [each.method, each.amount.amount, each.status])], ['partially-paid', euros('40.00'), [['Credit', '60.00', 'succeeded']]]); // prettier-ignore
    const { uses } = await credit(id);
    assert.deepEqual(uses.map((use) => [use.paymentId, use.amount, use.invoice?.id]), [[payment.id, euros('60.00'), one]]); // prettier-ignore
    await addsUp();
  });

  test('for several invoices pays each its part, to the last cent', async () => {
    const [id, first, second] = [await grant(), await invoice(), await invoice()];
    await applied(
      await apply(id, [
        { invoiceId: first, amount: euros('100') },
        { invoiceId: second, amount: euros('50') },
      ]),
    );
    assert.deepEqual(await amounts(id), ['used', '150.00', '0.00']);
    assert.equal((await get<Invoice>(`/invoices/${first}`)).status, 'paid');
    assert.deepEqual((await credit(id)).allowedActions, []);
    await addsUp();
  });

  test('in currencies without cents and with three decimals', async () => {
    const yen = { amount: '150', currency: 'JPY' };
    await applied(await apply(await grant({ currency: 'JPY' }), [{ invoiceId: await invoice({ currency: 'JPY', total: '150', open: '150' }), amount: yen }])); // prettier-ignore
    const dinars = await grant({ currency: 'KWD', original: '1.005' });
    await applied(await apply(dinars, [{ invoiceId: await invoice({ currency: 'KWD' }), amount: { amount: '1.004', currency: 'KWD' } }]));
    assert.deepEqual(await amounts(dinars), ['partly-used', '1.004', '0.001']);
    await addsUp();
  });

  test('is refused for more than is left, at the amount with which it becomes too much', async () => {
    const [id, first, second] = [await grant(), await invoice(), await invoice()];
    const both = [
      { invoiceId: first, amount: euros('90') },
      { invoiceId: second, amount: euros('60.01') },
    ];
    const { errors } = await refused(await apply(id, both), 422);
    assert.deepEqual(errors!.map(({ pointer, code }) => [pointer, code]), [['/allocations/1/amount', 'more-than-remaining']]); // prettier-ignore
    assert.deepEqual(await amounts(id), ['available', '0.00', '150.00']);
    assert.equal((await get<Invoice>(`/invoices/${first}`)).open.amount, '100.00');
    await addsUp();
  });

  test('is refused for more than is open, for nothing, and for another currency', async () => {
    const [id, one, dollars] = [await grant(), await invoice(), await invoice({ currency: 'USD' })];
    const wrong: [string, components['schemas']['Money'], string][] = [
      [one, euros('100.01'), 'more-than-open'],
      [one, euros('0'), 'not-positive'],
      [one, euros('-1'), 'not-positive'],
      [one, euros('1.001'), 'too-many-decimals'],
      [dollars, { amount: '1', currency: 'USD' }, 'other-currency'],
      [dollars, euros('1'), 'other-currency'],
    ];
    for (const [invoiceId, amount, code] of wrong) {
      const { errors } = await refused(await apply(id, [{ invoiceId, amount }]), 422);
      assert.deepEqual(errors!.map((error) => [error.pointer, error.code]), [['/allocations/0/amount', code]]); // prettier-ignore
    }
    assert.deepEqual(await amounts(id), ['available', '0.00', '150.00']);
  });

  test('is refused when the credit has expired, is void or used up', async () => {
    const used = await grant({ original: '10' });
    await applied(await apply(used, [{ invoiceId: await invoice(), amount: euros('10') }]));
    const taken = await grant();
    await voidCredit(database, taken);
    for (const id of [used, taken, await grant({ expires_on: '2026-01-02' })]) {
      const { type, detail } = await refused(await apply(id, [{ invoiceId: await invoice(), amount: euros('1') }]), 409);
      assert.match(type!, /credit-unavailable$/);
      assert.ok(detail);
    }
    await addsUp();
  });

  test('is refused for an invoice that can no longer be paid, naming it', async () => {
    const [id, good, bad] = [await grant(), await invoice(), await invoice({ paid: '100', open: '0' })];
    const { type, errors } = await refused(await apply(id, [{ invoiceId: good, amount: euros('1') }, { invoiceId: bad, amount: euros('1') }]), 409); // prettier-ignore
    assert.match(type!, /not-payable$/);
    assert.deepEqual(errors!.map(({ pointer }) => pointer), ['/allocations/1/invoiceId']); // prettier-ignore
  });

  test('sent again with the same key happens once', async () => {
    const [id, one, key] = [await grant(), await invoice(), randomUUID()];
    const first = await applied(await apply(id, [{ invoiceId: one, amount: euros('10') }], { key }));
    assert.deepEqual(await applied(await apply(id, [{ invoiceId: one, amount: euros('10') }], { key })), first);
    // As after a process that died before it could say what it had done.
    await database.deleteFrom('idempotency_keys').where('key', '=', key).execute();
    assert.deepEqual((await applied(await apply(id, [{ invoiceId: one, amount: euros('10') }], { key }))).payment, first.payment);
    assert.deepEqual(await amounts(id), ['partly-used', '10.00', '140.00']);
  });

  test('many times at once never uses more than there is', async () => {
    const [id, first, second] = [await grant(), await invoice(), await invoice()];
    const answers = await Promise.all(
      [first, second, first, second, first].map((invoiceId) => apply(id, [{ invoiceId, amount: euros('60') }])),
    );
    assert.equal(answers.filter(({ status }) => status === 201).length, 2);
    assert.deepEqual(await amounts(id), ['partly-used', '120.00', '30.00']);
    await addsUp();
  });
});

describe('who may', () => {
  test('another client’s credit, invoice or key is not there', async () => {
    const foreign = await grant({ client_id: 'cli_globex' });
    const own = await grant();
    await refused(await owner('GET', `/credits/${foreign}`), 404);
    await refused(await apply(foreign, [{ invoiceId: await invoice(), amount: euros('1') }]), 404);
    await refused(await apply(own, [{ invoiceId: await invoice({ client_id: 'cli_globex' }), amount: euros('1') }]), 404);
    const { items } = await get<CreditPage>('/credits?limit=200');
    assert.ok(!items.some(({ id }) => id === foreign));
  });

  test('using a credit needs the right to pay as well', async () => {
    const [id, one] = [await grant(), await invoice()];
    const rights = (allow: object) =>
      database.updateTable('memberships').set({ permissions: JSON.stringify({ allow }) }).where('id', '=', 'mem_acme_tech').execute(); // prettier-ignore
    const tech = await host.signIn('tech@acme.example');
    await refused(await tech('GET', '/credits'), 403);
    await rights({ 'billing.credits': ['view', 'update'], 'billing.invoices': ['view'] });
    const problem = await refused(await apply(id, [{ invoiceId: one, amount: euros('1') }], { send: tech }), 403);
    assert.match(problem.type!, /needs-right-to-pay$/);
    assert.ok(!(await get<Invoice>(`/invoices/${one}`, tech)).allowedActions.includes('apply-credit'));
    await rights({ 'billing.credits': ['view', 'update'], 'billing.invoices': ['view', 'update'] });
    assert.ok((await get<Invoice>(`/invoices/${one}`, tech)).allowedActions.includes('apply-credit'));
    await applied(await apply(id, [{ invoiceId: one, amount: euros('1') }], { send: tech }));
  });

  test('an invoice in a currency without a credit offers none', async () => {
    await grant();
    const { allowedActions } = await get<Invoice>(`/invoices/${await invoice({ currency: 'CHF' })}`);
    assert.ok(allowedActions.includes('pay') && !allowedActions.includes('apply-credit'));
  });

  test('who is limited to contracts learns of uses, but not of other invoices', async () => {
    const [id, one] = [await grant(), await invoice()];
    await applied(await apply(id, [{ invoiceId: one, amount: euros('5') }]));
    await database
      .updateTable('memberships')
      .set({ permissions: JSON.stringify({ allow: { 'billing.credits': ['view'] } }) })
      .where('id', '=', 'mem_acme_lines')
      .execute();
    const lines = await host.signIn('lines@acme.example');
    const { uses } = await get<Credit>(`/credits/${id}`, lines);
    assert.deepEqual(uses.map(({ amount, invoice }) => [amount.amount, invoice]), [['5.00', null]]); // prettier-ignore
  });
});

describe('the list of credits', async () => {
  const found = await startHost();
  await demoInvoices(found.database);
  await demoCredits(found.database);
  const reader = await found.signIn('owner@acme.example');
  const list = (query: string) => get<CreditPage>(`/credits?${query}`, reader);

  test('says what is available by currency, over the whole filter', async () => {
    const { page, summary, items } = await list('limit=3');
    assert.equal(items.length, 3);
    assert.equal(page.total, 12);
    assert.deepEqual(summary.available.map(({ currency }) => currency), ['EUR', 'JPY', 'KWD']); // prettier-ignore
    assert.deepEqual((await list('currency=JPY')).summary.available, [{ amount: '120000', currency: 'JPY' }]);
  });

  test('finds by status, type, text and period', async () => {
    const { items } = await list('limit=200');
    for (const status of ['available', 'partly-used', 'used', 'expired', 'void']) {
      const wanted = items.filter((each) => each.status === status).map(({ id }) => id);
      assert.ok(wanted.length > 0, status);
      assert.deepEqual((await list(`status=${status}`)).items.map(({ id }) => id), wanted); // prettier-ignore
    }
    assert.ok((await list('status=usable')).items.every(({ allowedActions }) => allowedActions.includes('apply')));
    assert.deepEqual([...new Set((await list('type=refund')).items.map(({ type }) => type))], ['refund']);
    assert.equal((await list('q=uplink')).items.length, 1);
    const [newest] = items;
    assert.deepEqual((await list(`grantedFrom=${newest!.grantedOn}`)).items.map(({ id }) => id), [newest!.id]); // prettier-ignore
  });

  test('goes through all pages in each order, those without an end last', async () => {
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page: CreditPage = await list(`limit=5&sort=expiresOn${cursor ? `&cursor=${cursor}` : ''}`);
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.page.nextCursor;
    } while (cursor);
    assert.equal(new Set(ids).size, 12);
    const { items } = await list('limit=200&sort=expiresOn');
    assert.deepEqual(items.map(({ id }) => id), ids); // prettier-ignore
    assert.equal(items.at(-1)!.expiresOn, null);
  });

  test('comes as CSV', async () => {
    const response = await reader('GET', '/credits?type=refund', { headers: { accept: 'text/csv' } });
    const [header, ...lines] = (await response.text()).trim().split('\r\n');
    assert.equal(header, 'Date,Reason,Type,Credit note,Status,Original,Used,Remaining,Currency,Expires');
    assert.equal(lines.length, 2);
  });

  test('uses in the demo lead to invoices that show them', async () => {
    const { items } = await list('status=partly-used');
    const { uses, used } = await get<Credit>(`/credits/${items[0]!.id}`, reader);
    assert.ok(uses.length > 0);
    const { payments } = await get<Invoice>(`/invoices/${uses[0]!.invoice!.id}`, reader);
    assert.ok(payments.some(({ id, method }) => id === uses[0]!.paymentId && method === 'Credit'));
    assert.notEqual(used.amount, '0.00');
  });

  test('adds up with the ledger, also for what the demo made up', async () => {
    assert.deepEqual(await balances(found.database), await owed(found.database));
  });
});

describe('the ledger', () => {
  test('has an entry for each thing that happened, in the day it happened', async () => {
    const [id, one] = [await grant({ granted_on: '2026-02-03' }), await invoice({ issued_on: '2026-02-01' })];
    const { payment } = await applied(await apply(id, [{ invoiceId: one, amount: euros('60') }]));
    const entries = await database
      .selectFrom('ledger_entries')
      .select(['day', 'kind', 'amount'])
      .where('document_id', 'in', [id, one, payment.id])
      .orderBy('id')
      .execute();
    const today = entries.at(-1)!.day;
    assert.deepEqual(entries.map(({ day, kind, amount }) => [day, kind, Number(amount)]), [
      ['2026-02-03', 'credit-granted', -150],
      ['2026-02-01', 'invoice', 100],
      [today, 'payment', -60],
      [today, 'credit-used', 60],
    ]); // prettier-ignore
  });

  test('is never changed', async () => {
    await grant();
    await assert.rejects(database.updateTable('ledger_entries').set({ amount: '1' }).execute(), /never changed/);
  });

  test('takes a credit that comes from a credit note from that note alone', async () => {
    const note = await invoice({ type: 'credit-note', type_code: '381', due_on: null, total: '25', open: '0', currency: 'SEK' });
    await grant({ type: 'credit-note', document_id: note, original: '25', currency: 'SEK' });
    const { rows } = await sql<{ sum: string }>`select sum(amount) from ledger_entries where currency = 'SEK'`.execute(database);
    assert.equal(rows[0]!.sum, negate('25'));
    await addsUp();
  });

  test('leaves out drafts, what was written off, and proformas', async () => {
    const ids = [await invoice({ state: 'draft' }), await invoice({ state: 'written-off' }), await invoice({ type: 'proforma' })];
    const entries = await database.selectFrom('ledger_entries').select('id').where('document_id', 'in', ids).execute();
    assert.equal(entries.length, 0);
  });
});
