import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FastifyReply } from 'fastify';
import { sql } from 'kysely';
import { demoPeople } from '../demo/people.js';
import { idempotent } from '../src/http/idempotency.js';
import type { OperationContext } from '../src/http/operation.js';
import { Problem } from '../src/http/problem.js';
import { startDatabase } from './support/host.js';

const database = await startDatabase();
await demoPeople(database);

interface Answer {
  status: number;
  body: unknown;
  replayed: boolean;
}

/** Runs a request as an operation would. */
async function request(
  key: string,
  body: unknown,
  run: () => Promise<{ status: number; body: unknown }>,
  personId = 'per_acme_owner',
): Promise<Answer> {
  const answer = { status: 200, replayed: false };
  const reply = {
    code: (status: number) => void (answer.status = status),
    header: (name: string) => void (answer.replayed ||= name === 'Idempotent-Replayed'),
  };
  const asked = { headers: { 'idempotency-key': key }, body, raw: { url: '/payments' } };
  const result = await idempotent(
    { database, personId } as OperationContext,
    asked as unknown as Parameters<typeof idempotent>[1],
    reply as unknown as FastifyReply,
    run,
  );
  return { ...answer, body: result };
}

const never = () => assert.fail('ran again');
const paid = (id: number) => () => Promise.resolve({ status: 201, body: { id } });
const refusal = (status: number, type?: string) => (error: unknown) =>
  error instanceof Problem && error.status === status && (type === undefined || error.details.type === type);

test('the first answer is given again', async () => {
  assert.deepEqual(await request('key-first', { a: 1 }, paid(1)), { status: 201, body: { id: 1 }, replayed: false });
  assert.deepEqual(await request('key-first', { a: 1 }, never), { status: 201, body: { id: 1 }, replayed: true });
  assert.deepEqual(await request('"key-first"', { a: 1 }, never), { status: 201, body: { id: 1 }, replayed: true });
});

test('another body with the same key is refused', async () => {
  await request('key-body', { a: 1 }, paid(1));
  await assert.rejects(request('key-body', { a: 2 }, never), refusal(422, 'key-reused'));
});

test('the key of another person is another key', async () => {
  await request('key-person', {}, paid(1));
  assert.deepEqual((await request('key-person', {}, paid(2), 'per_globex_owner')).body, { id: 2 });
});

test('of requests at the same time one runs, the others are told to wait', async () => {
  let runs = 0;
  let finish = () => {};
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const run = async () => {
    runs += 1;
    await finished;
    return { status: 201, body: {} };
  };
  const first = request('key-race', {}, run);
  while (runs === 0) await new Promise(setImmediate);
  const others = await Promise.allSettled(Array.from({ length: 5 }, () => request('key-race', {}, run)));
  assert.ok(others.every((outcome) => outcome.status === 'rejected' && refusal(409, 'request-outstanding')(outcome.reason)));
  finish();
  assert.equal((await first).status, 201);
  assert.equal(runs, 1);
});

test('a refusal by the business is kept', async () => {
  const decline = () => Promise.reject(new Problem(402, 'Declined', { detail: 'No funds' }));
  await assert.rejects(request('key-declined', {}, decline), refusal(402));
  await assert.rejects(request('key-declined', {}, never), (error: Problem) => error.status === 402 && error.details.detail === 'No funds');
});

test('a malformed request, one on an old version, or an unexpected failure is not kept', async () => {
  for (const error of [new Problem(422, 'Invalid'), new Problem(400, 'Malformed'), new Problem(412, 'Changed'), new Error('crash')]) {
    await assert.rejects(request('key-retry', {}, () => Promise.reject(error)));
    assert.equal((await request('key-retry', {}, paid(1))).replayed, false);
    await database.deleteFrom('idempotency_keys').where('key', '=', 'key-retry').execute();
  }
});

test('a key is forgotten after a day, and a request whose process died may be sent again', async () => {
  const age = (key: string, by: string) =>
    database
      .updateTable('idempotency_keys')
      .set({ created_at: sql`now() - ${by}::interval` })
      .where('key', '=', key)
      .execute();
  await request('key-old', {}, paid(1));
  await age('key-old', '25 hours');
  assert.deepEqual((await request('key-old', {}, paid(2))).body, { id: 2 });
  await database.updateTable('idempotency_keys').set({ status: null, answer: null }).where('key', '=', 'key-old').execute();
  await assert.rejects(request('key-old', {}, never), refusal(409, 'request-outstanding'));
  await age('key-old', '3 minutes');
  assert.deepEqual((await request('key-old', {}, paid(3))).body, { id: 3 });
});
