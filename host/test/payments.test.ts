import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import fastCheck from 'fast-check';
import type { components } from 'portal-elements/contract';
import type { InvoiceTable } from '../src/invoices/tables.js';
import { compareAmounts, currencyExponent, fromUnits, sumOf, toUnits } from '../src/http/money.js';
import { pay } from '../src/payments/payments.js';
import type { Charge, PaymentTaker } from '../src/payment-provider/provider.js';
import { startHost } from './support/host.js';
import { storeInvoice } from './support/invoice.js';

type Invoice = components['schemas']['Invoice'];
type Payment = components['schemas']['Payment'];
type Problem = components['schemas']['Problem'];

const host = await startHost();
const owner = await host.signIn('owner@acme.example');

const invoice = (changes: Partial<InvoiceTable> = {}) => storeInvoice(host.database, changes);

const euros = (amount: string) => ({ amount, currency: 'EUR' });

function send(
  allocations: { invoiceId: string; amount: { amount: string; currency: string } }[],
  { token = 'test-ok', key = randomUUID() } = {},
) {
  return owner('POST', '/payments', { body: { allocations, paymentToken: token }, headers: { 'idempotency-key': key } });
}

async function refused(response: Response, status: number): Promise<Problem> {
  assert.equal(response.status, status, await response.clone().text());
  return (await response.json()) as Problem;
}

async function paid(response: Response): Promise<Payment> {
  assert.equal(response.status, 201, await response.clone().text());
  return (await response.json()) as Payment;
}

async function state(id: string): Promise<[status: string, paid: string, open: string, payments: string[]]> {
  const one = (await (await owner('GET', `/invoices/${id}`)).json()) as Invoice;
  return [one.status, one.paid.amount, one.open.amount, one.payments.map(({ status, amount }) => `${status} ${amount.amount}`)];
}

describe('a payment', () => {
  test('of the whole makes the invoice paid', async () => {
    const id = await invoice();
    const payment = await paid(await send([{ invoiceId: id, amount: euros('100.00') }]));
    assert.equal(payment.status, 'succeeded');
    assert.deepEqual(payment.amount, euros('100.00'));
    assert.deepEqual(payment.allocations, [{ invoiceId: id, amount: euros('100.00') }]);
    assert.deepEqual(await state(id), ['paid', '100.00', '0.00', ['succeeded 100.00']]);
  });

  test('of a part leaves the rest open', async () => {
    const id = await invoice();
    await paid(await send([{ invoiceId: id, amount: euros('33.1') }]));
    assert.deepEqual(await state(id), ['partially-paid', '33.10', '66.90', ['succeeded 33.10']]);
    await paid(await send([{ invoiceId: id, amount: euros('66.90') }]));
    assert.deepEqual(await state(id), ['paid', '100.00', '0.00', ['succeeded 33.10', 'succeeded 66.90']]);
  });

  test('of several invoices pays each its part', async () => {
    const [first, second] = [await invoice(), await invoice({ type: 'proforma', type_code: '325' })];
    const payment = await paid(await send([{ invoiceId: first, amount: euros('100') }, { invoiceId: second, amount: euros('0.01') }])); // prettier-ignore
    assert.deepEqual(payment.amount, euros('100.01'));
    assert.deepEqual((await state(first))[0], 'paid');
    assert.deepEqual((await state(second)).slice(1, 3), ['0.01', '99.99']);
  });

  test('in currencies without cents and with three decimals', async () => {
    const yen = await invoice({ currency: 'JPY', total: '12000', open: '12000' });
    const dinar = await invoice({ currency: 'KWD', total: '10.125', open: '10.125' });
    await paid(await send([{ invoiceId: yen, amount: { amount: '12000', currency: 'JPY' } }]));
    await paid(await send([{ invoiceId: dinar, amount: { amount: '10.124', currency: 'KWD' } }]));
    assert.deepEqual((await state(yen)).slice(0, 3), ['paid', '12000', '0']);
    assert.deepEqual((await state(dinar)).slice(1, 3), ['10.124', '0.001']);
    const problem = await refused(await send([{ invoiceId: yen, amount: { amount: '1.5', currency: 'JPY' } }]), 409);
    assert.match(problem.type!, /not-payable$/);
  });

  test('that is declined pays nothing and leaves a trace', async () => {
    const id = await invoice();
    for (const token of ['test-declined', 'nobody-knows-this']) {
      const problem = await refused(await send([{ invoiceId: id, amount: euros('100') }], { token }), 402);
      assert.match(problem.type!, /payment-declined$/);
      assert.ok(problem.detail);
    }
    assert.deepEqual(await state(id), ['issued', '0.00', '100.00', ['failed 100.00', 'failed 100.00']]);
    await paid(await send([{ invoiceId: id, amount: euros('100') }]));
  });

  test('that is slow is under way, blocks others, and arrives when its time has come', async () => {
    const id = await invoice();
    assert.equal((await paid(await send([{ invoiceId: id, amount: euros('40') }], { token: 'test-slow' }))).status, 'processing');
    assert.deepEqual((await state(id)).slice(0, 3), ['processing', '0.00', '100.00']);
    assert.match((await refused(await send([{ invoiceId: id, amount: euros('1') }]), 409)).type!, /not-payable$/);
    await host.database
      .updateTable('payments')
      .set({ settles_at: new Date(Date.now() - 1000) })
      .where('status', '=', 'processing')
      .execute();
    assert.deepEqual(await state(id), ['partially-paid', '40.00', '60.00', ['succeeded 40.00']]);
  });

  test('is refused for what cannot be paid, naming it', async () => {
    const good = await invoice();
    const bad = [
      await invoice({ type: 'credit-note', type_code: '381', due_on: null, open: '0' }),
      await invoice({ state: 'cancelled', open: '0' }),
      await invoice({ state: 'refunded', open: '0' }),
      await invoice({ paid: '100', open: '0' }),
      await invoice({ total: '-100', open: '-100' }),
    ];
    for (const id of bad) {
      const problem = await refused(await send([{ invoiceId: good, amount: euros('1') }, { invoiceId: id, amount: euros('1') }]), 409); // prettier-ignore
      assert.match(problem.type!, /not-payable$/);
      assert.deepEqual(
        problem.errors!.map(({ pointer }) => pointer),
        ['/allocations/1/invoiceId'],
      );
    }
    assert.equal((await state(good))[1], '0.00');
  });

  test('is refused with a pointer to each amount that is wrong', async () => {
    const [first, second, dollars] = [await invoice(), await invoice(), await invoice({ currency: 'USD' })];
    const wrong: [string, string, string][] = [
      [first, '100.01', 'more-than-open'],
      [first, '0', 'not-positive'],
      [first, '0.00', 'not-positive'],
      [first, '-5', 'not-positive'],
      [first, '1.001', 'too-many-decimals'],
      [first, '9'.repeat(2000), 'too-many-decimals'],
      [dollars, '1', 'other-currency'],
    ];
    for (const [invoiceId, amount, code] of wrong) {
      const problem = await refused(await send([{ invoiceId: second, amount: euros('1') }, { invoiceId, amount: euros(amount) }]), 422); // prettier-ignore
      assert.deepEqual(
        problem.errors!.map((error) => [error.pointer, error.code]),
        [['/allocations/1/amount', code]],
      );
    }
    const mixed = [
      { invoiceId: first, amount: euros('1') },
      { invoiceId: dollars, amount: { amount: '1', currency: 'USD' } },
    ];
    assert.equal((await refused(await send(mixed), 422)).errors![0]!.code, 'several-currencies');
    const twice = [
      { invoiceId: first, amount: euros('60') },
      { invoiceId: first, amount: euros('60') },
    ];
    assert.equal((await refused(await send(twice), 422)).errors![0]!.pointer, '/allocations/1/invoiceId');
    await refused(await send([]), 422);
    await refused(await send([{ invoiceId: first, amount: { amount: '1e2', currency: 'EUR' } }]), 422);
    assert.deepEqual((await state(first)).slice(1), ['0.00', '100.00', []]);
  });

  test('of another client, of a draft, or of nothing is not there', async () => {
    const own = await invoice();
    for (const id of [await invoice({ client_id: 'cli_globex' }), await invoice({ state: 'draft' }), 'inv_none'])
      await refused(await send([{ invoiceId: own, amount: euros('1') }, { invoiceId: id, amount: euros('1') }]), 404); // prettier-ignore
    assert.equal((await state(own))[1], '0.00');
  });

  test('needs the right to update, a key and the header against other sites', async () => {
    const body = { allocations: [{ invoiceId: await invoice(), amount: euros('1') }], paymentToken: 'test-ok' };
    const key = { 'idempotency-key': randomUUID() };
    const tech = await host.signIn('tech@acme.example');
    assert.equal((await tech('POST', '/payments', { body, headers: key })).status, 403);
    assert.equal((await owner('POST', '/payments', { body })).status, 400);
    assert.equal((await owner('POST', '/payments', { body, headers: { ...key, 'portal-request': '0' } })).status, 403);
    assert.equal((await host.send('POST', '/payments', { body, headers: key })).status, 401);
  });
});

describe('the key of a request', () => {
  test('makes a repetition give the first answer and pay once', async () => {
    const id = await invoice();
    const key = randomUUID();
    const allocations = [{ invoiceId: id, amount: euros('10') }];
    const first = await paid(await send(allocations, { key }));
    assert.deepEqual(await paid(await send(allocations, { key })), first);
    assert.deepEqual((await state(id)).slice(1), ['10.00', '90.00', ['succeeded 10.00']]);
    const declined = randomUUID();
    const refusal = await refused(await send(allocations, { key: declined, token: 'test-declined' }), 402);
    assert.equal((await refused(await send(allocations, { key: declined, token: 'test-declined' }), 402)).type, refusal.type);
    assert.deepEqual((await state(id))[3], ['succeeded 10.00', 'failed 10.00']);
  });

  test('cannot be used for another payment', async () => {
    const id = await invoice();
    const key = randomUUID();
    await paid(await send([{ invoiceId: id, amount: euros('10') }], { key }));
    await refused(await send([{ invoiceId: id, amount: euros('11') }], { key }), 422);
    assert.equal((await state(id))[1], '10.00');
  });

  test('makes requests at the same time pay once', async () => {
    const id = await invoice();
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => send([{ invoiceId: id, amount: euros('100') }], { key })));
    assert.ok(answers.every(({ status }) => status === 201 || status === 409));
    assert.ok(answers.some(({ status }) => status === 201));
    assert.deepEqual((await state(id)).slice(1), ['100.00', '0.00', ['succeeded 100.00']]);
  });
});

test('payments at the same time never pay more than is open', async () => {
  const [first, second] = [await invoice(), await invoice()];
  const both = [
    { invoiceId: first, amount: euros('60') },
    { invoiceId: second, amount: euros('60') },
  ];
  const answers = await Promise.all([both, both.toReversed(), both, both.toReversed()].map((allocations) => send(allocations)));
  assert.equal(answers.filter(({ status }) => status === 201).length, 1);
  assert.ok(answers.every(({ status }) => [201, 409, 422].includes(status)));
  for (const id of [first, second]) assert.deepEqual((await state(id)).slice(1, 3), ['60.00', '40.00']);
});

test('a payment that broke off while the provider was asked is taken up again, and charged once', async () => {
  const id = await invoice();
  const charged = new Set<string>();
  let breaks = true;
  const provider: PaymentTaker = {
    charge({ key }) {
      charged.add(key);
      if (breaks) return Promise.reject(new Error('The line broke.'));
      return Promise.resolve({ status: 'succeeded', method: 'Card' });
    },
  };
  const intent = {
    clientId: 'cli_acme',
    contractIds: undefined,
    key: 'broken-off',
    allocations: [{ invoiceId: id, amount: euros('100') }],
    token: 't',
  };
  await assert.rejects(pay(host.database, provider, intent), /The line broke/);
  assert.equal((await state(id))[0], 'processing');
  breaks = false;
  const payment = await pay(host.database, provider, intent);
  assert.deepEqual(await pay(host.database, provider, intent), payment);
  assert.deepEqual([...charged], ['broken-off']);
  assert.deepEqual((await state(id)).slice(1), ['100.00', '0.00', ['succeeded 100.00']]);
});

test('whatever is paid in whatever order, no cent appears or vanishes', async () => {
  const currency = fastCheck.constantFrom('EUR', 'JPY', 'KWD');
  const attempt = fastCheck.record({
    invoices: fastCheck.uniqueArray(fastCheck.nat(3), { minLength: 1, maxLength: 3 }),
    share: fastCheck.integer({ min: -5, max: 130 }),
    outcome: fastCheck.constantFrom<Charge['status']>('succeeded', 'succeeded', 'processing', 'declined'),
  });
  await fastCheck.assert(
    fastCheck.asyncProperty(
      currency,
      fastCheck.array(fastCheck.bigInt(1n, 99_999n), { minLength: 4, maxLength: 4 }),
      fastCheck.array(attempt, { maxLength: 8 }),
      async (code, totals, attempts) => {
        const scale = currencyExponent(code);
        const amounts = totals.map((units) => fromUnits(units, scale));
        const ids: string[] = [];
        for (const total of amounts) ids.push(await invoice({ currency: code, total, open: total }));
        await Promise.all(
          attempts.map(async ({ invoices, share, outcome }) => {
            const provider: PaymentTaker = {
              charge: () => Promise.resolve({ status: outcome, method: 'Card', settlesAt: null, reason: 'No.' } as Charge),
            };
            const allocations = invoices.map((index) => ({
              invoiceId: ids[index]!,
              amount: { amount: fromUnits((toUnits(amounts[index]!, scale) * BigInt(share)) / 100n, scale), currency: code },
            }));
            await pay(host.database, provider, {
              clientId: 'cli_acme',
              contractIds: undefined,
              key: randomUUID(),
              allocations,
              token: 't',
            }).catch((error: { status?: number }) => {
              if (![402, 409, 422].includes(error.status ?? 500)) throw error;
            });
          }),
        );
        const rows = await host.database.selectFrom('invoices').selectAll().where('id', 'in', ids).execute();
        const booked = await host.database
          .selectFrom('payment_allocations as allocation')
          .innerJoin('payments as payment', 'payment.id', 'allocation.payment_id')
          .select(['allocation.invoice_id', 'allocation.amount', 'payment.status', 'payment.currency'])
          .where('allocation.invoice_id', 'in', ids)
          .execute();
        const sum = (values: string[]) => sumOf(['0', ...values]);
        for (const row of rows) {
          const of = (status: string) =>
            sum(booked.filter((one) => one.invoice_id === row.id && one.status === status).map(({ amount }) => amount));
          assert.equal(compareAmounts(row.paid, of('succeeded')), 0);
          assert.equal(compareAmounts(row.pending, of('processing')), 0);
          assert.equal(compareAmounts(sumOf([row.paid, row.open]), row.total), 0);
          assert.ok(compareAmounts(row.open, row.pending) >= 0);
        }
        assert.ok(booked.every((one) => one.currency === code));
      },
    ),
    { numRuns: 40 },
  );
});
