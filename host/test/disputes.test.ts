import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import type { components } from 'portal-elements/contract';
import { demoInvoices } from '../demo/invoices.js';
import { startHost, type Send } from './support/host.js';
import { openMailbox } from './support/mailbox.js';

type Invoice = components['schemas']['Invoice'];
type Dispute = components['schemas']['InvoiceDispute'];
type Problem = components['schemas']['Problem'];

const mailbox = openMailbox();
const host = await startHost({ sendMail: (mail) => mailbox.send(mail), staffMail: 'staff@nordkai.example' });
await demoInvoices(host.database);
const owner = await host.signIn('owner@acme.example');

const open = ((await (await owner('GET', '/invoices?state=open&limit=200')).json()) as components['schemas']['InvoicePage']).items.filter(
  ({ allowedActions }) => allowedActions.includes('pay') && allowedActions.includes('dispute'),
);
let used = 0;
const fresh = () => open[used++]!;
const read = async (id: string) => (await (await owner('GET', `/invoices/${id}`)).json()) as Invoice;
const dispute = (id: string, body: object, { send = owner, key = randomUUID() }: { send?: Send; key?: string } = {}) =>
  send('POST', `/invoices/${id}/dispute`, { body, headers: { 'idempotency-key': key } });
const body = { reason: 'wrong-quantity', text: 'We gave one back.\nSee our mail.', lines: [1] };

async function refused(response: Response, status: number): Promise<Problem> {
  assert.equal(response.status, status, await response.clone().text());
  return (await response.json()) as Problem;
}

describe('a dispute', () => {
  test('is shown with the invoice and in the list, and told to the company with the words as they were typed', async () => {
    const { id, number } = fresh();
    const response = await dispute(id, body);
    assert.equal(response.status, 201, await response.clone().text());
    const made = (await response.json()) as Dispute;
    assert.deepEqual([made.reason, made.text, made.lines, made.disputedBy], [body.reason, body.text, [1], 'Olivia Owner']);
    const invoice = await read(id);
    assert.deepEqual(invoice.dispute, made);
    assert.equal(invoice.disputedAt, made.disputedAt);
    assert.ok(invoice.allowedActions.includes('withdraw-dispute') && !invoice.allowedActions.includes('dispute'));
    const [mail, ...others] = await mailbox.since(host.database);
    assert.deepEqual([mail!.to, others.length], ['staff@nordkai.example', 0]);
    assert.match(mail!.subject, new RegExp(`Invoice ${number} is disputed: the quantity is wrong`));
    for (const part of [body.text, invoice.lines[0]!.description, 'Olivia Owner', 'Acme GmbH']) assert.ok(mail!.text.includes(part), part);
  });

  test('sent twice with one key is one dispute and one mail; another is refused', async () => {
    const { id } = fresh();
    const key = randomUUID();
    const answers = [await dispute(id, body, { key }), await dispute(id, body, { key })];
    assert.deepEqual(
      answers.map(({ status }) => status),
      [201, 201],
    );
    assert.match((await refused(await dispute(id, body), 409)).type!, /already-disputed$/);
    assert.equal((await mailbox.since(host.database)).length, 1);
  });

  test('of two people at once is one', async () => {
    const { id } = fresh();
    const billing = await host.signIn('billing@acme.example');
    const answers = await Promise.all([dispute(id, body), dispute(id, body, { send: billing })]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409]);
    await mailbox.since(host.database);
  });

  test('does not keep the invoice from being paid', async () => {
    const { id, open: amount } = fresh();
    await dispute(id, body);
    const allocations = [{ invoiceId: id, amount }];
    const paid = await owner('POST', '/payments', {
      body: { allocations, paymentToken: 'test-ok' },
      headers: { 'idempotency-key': randomUUID() },
    });
    assert.equal(paid.status, 201, await paid.clone().text());
    assert.equal((await read(id)).status, 'paid');
    await mailbox.since(host.database);
  });

  test('can be withdrawn, which the company is told once, and raised again', async () => {
    const { id, number } = fresh();
    await dispute(id, body);
    await mailbox.since(host.database);
    for (let time = 0; time < 2; time += 1) assert.equal((await owner('DELETE', `/invoices/${id}/dispute`)).status, 204);
    const invoice = await read(id);
    assert.deepEqual([invoice.dispute, invoice.disputedAt], [null, null]);
    const mails = await mailbox.since(host.database);
    assert.deepEqual(
      mails.map(({ subject }) => subject),
      [`The dispute of invoice ${number} is withdrawn`],
    );
    assert.equal((await dispute(id, { ...body, reason: 'other' })).status, 201);
    assert.equal((await read(id)).dispute!.reason, 'other');
  });

  test('names what is wrong with it', async () => {
    const { id } = fresh();
    const [error] = (await refused(await dispute(id, { ...body, lines: [1, 9999] }), 422)).errors!;
    assert.equal(error!.pointer, '/lines/1');
    for (const wrong of [
      { ...body, text: ' \n ' },
      { ...body, text: '' },
      { ...body, reason: 'bored' },
      { ...body, lines: [0] },
      { text: 'x' },
    ])
      await refused(await dispute(id, wrong), 422);
    assert.equal((await read(id)).dispute, null);
  });

  test('is refused for credit notes, for what is cancelled, for other clients, and without the right', async () => {
    const idOf = async (column: 'type' | 'state' | 'client_id', value: string) =>
      (await host.database.selectFrom('invoices').select('id').where(column, '=', value).executeTakeFirstOrThrow()).id;
    assert.match((await refused(await dispute(await idOf('type', 'credit-note'), body), 409)).type!, /not-disputable$/);
    assert.match((await refused(await dispute(await idOf('state', 'cancelled'), body), 409)).type!, /not-disputable$/);
    const { id } = fresh();
    await refused(await dispute(await idOf('client_id', 'cli_globex'), body), 404);
    await refused(await dispute(await idOf('state', 'draft'), body), 404);
    const reader = await host.signIn('consultant@partner.example');
    await refused(await dispute(id, body, { send: reader }), 403);
    await refused(await reader('DELETE', `/invoices/${id}/dispute`), 403);
  });
});
