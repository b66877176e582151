import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { components } from 'portal-elements/contract';
import { demoSubscriptions } from '../demo/subscriptions.js';
import type { OperationContext } from '../src/http/operation.js';
import { Problem } from '../src/http/problem.js';
import { subscriptionOperations } from '../src/subscriptions/operations.js';
import type { SubscriptionProvider } from '../src/subscriptions/provider.js';
import { startHost, type Send } from './support/host.js';

type Page = components['schemas']['PaypalSubscriptionPage'];
type Subscription = components['schemas']['PaypalSubscription'];

const host = await startHost();
await demoSubscriptions(host.database);
const owner = await host.signIn('owner@acme.example');

async function done<T>(response: Response, status = 200): Promise<T> {
  assert.equal(response.status, status, await response.clone().text());
  return (await response.json()) as T;
}

const list = (query = '', send: Send = owner) => send('GET', `/paypal-subscriptions${query}`).then((answer) => done<Page>(answer));
const ids = ({ items }: Page) => items.map(({ id }) => id);
const cancel = (id: string, reason = 'No longer needed', send: Send = owner) =>
  send('PUT', `/paypal-subscriptions/${id}/cancellation`, { body: { reason } });

/** The operations behind another PayPal, called as the host does after its checks. */
function behind(provider: Partial<SubscriptionProvider>) {
  const operations = subscriptionOperations({ states: () => Promise.resolve([]), cancel: () => Promise.resolve(), ...provider });
  const context = { database: host.database, clientId: 'cli_acme', contractIds: undefined } as OperationContext;
  const reply = { code: () => reply } as never;
  return {
    refresh: () => operations.refreshPaypalSubscriptions(context, {} as never, reply),
    cancel: (subscriptionId: string) =>
      operations.cancelPaypalSubscription(context, { path: { subscriptionId }, body: { reason: ' Enough ' } } as never, reply),
  };
}

const age = (hours: number) =>
  host.database
    .updateTable('subscriptions')
    .set({ as_of: new Date(Date.now() - hours * 3_600_000) })
    .where('client_id', '=', 'cli_acme')
    .execute();

describe('the PayPal subscriptions of a client', () => {
  test('are there in every state of PayPal, and lead there only while approval is due', async () => {
    const { items, summary } = await list();
    const statuses = ['active', 'approval-pending', 'approved', 'cancelled', 'expired', 'suspended'];
    assert.deepEqual([...new Set(items.map(({ status }) => status))].sort(), statuses);
    assert.deepEqual(items.filter(({ approveHref }) => approveHref !== null).map(({ status }) => status), ['approval-pending']); // prettier-ignore
    assert.ok(
      items.every(({ status, allowedActions }) => allowedActions.includes('cancel') === !['cancelled', 'expired'].includes(status)),
    );
    assert.equal(summary.asOf, items.map(({ asOf }) => asOf).sort()[0]);
  });

  test('are found by state and text, page by page, and all of them as CSV', async () => {
    assert.deepEqual(ids(await list('?status=suspended')), ['sub_acme_backup']);
    assert.ok((await list('?status=current')).items.every(({ status }) => !['cancelled', 'expired'].includes(status)));
    assert.deepEqual(ids(await list('?q=i-0xge')), ['sub_acme_line']);
    const all = ids(await list('?sort=-nextChargeAt'));
    const first = await list('?sort=-nextChargeAt&limit=3');
    const second = await list(`?sort=-nextChargeAt&limit=3&cursor=${first.page.nextCursor}`);
    assert.deepEqual([...ids(first), ...ids(second)], all.slice(0, 6));
    const csv = await (await owner('GET', '/paypal-subscriptions', { headers: { accept: 'text/csv' } })).text();
    assert.equal(csv.trim().split('\r\n').length, all.length + 1);
    assert.match(csv, /I-4KPN2VX0YR8D,Name servers,contract,36\.00,EUR,3,month/);
  });

  test("are nobody else's, and keep to the contracts of a person", async () => {
    const globex = await host.signIn('owner@globex.example');
    assert.deepEqual(ids(await list('', globex)), ['sub_globex_web']);
    assert.equal((await cancel('sub_acme_web', 'x', globex)).status, 404);
    assert.equal((await (await host.signIn('tech@acme.example'))('GET', '/paypal-subscriptions')).status, 403);
    await host.database
      .updateTable('memberships')
      .set({ permissions: JSON.stringify({ allow: { billing: ['view', 'delete'] } }), contract_ids: JSON.stringify(['con_acme_web']) })
      .where('id', '=', 'mem_acme_lines')
      .execute();
    const limited = await host.signIn('lines@acme.example');
    assert.deepEqual(ids(await list('', limited)), ['sub_acme_web']);
    assert.equal((await cancel('sub_acme_backup', 'x', limited)).status, 404);
  });
});

describe('cancelling', () => {
  test('is final, may be repeated, and needs the right and a reason', async () => {
    const reader = await host.signIn('consultant@partner.example');
    assert.equal((await cancel('sub_acme_line', 'x', reader)).status, 403);
    for (const reason of ['', '   ', 'x'.repeat(129)]) assert.equal((await cancel('sub_acme_line', reason)).status, 422);
    const cancelled = await done<Subscription>(await cancel('sub_acme_line', ' Too dear '));
    assert.deepEqual(
      [cancelled.status, cancelled.statusNote, cancelled.nextChargeAt, cancelled.allowedActions],
      ['cancelled', 'Too dear', null, []],
    );
    assert.equal((await done<Subscription>(await cancel('sub_acme_line', 'Again'))).statusNote, 'Too dear');
    const over = await done<components['schemas']['Problem']>(await cancel('sub_acme_rates'), 409);
    assert.match(over.type!, /not-cancellable$/);
  });

  test('changes nothing when PayPal does not', async () => {
    const { cancel } = behind({ cancel: () => Promise.reject(new Error('Gone fishing')) });
    await assert.rejects(cancel('sub_acme_web'), (error) => error instanceof Problem && error.status === 502);
    assert.equal((await list('?q=website')).items[0]!.status, 'active');
  });
});

describe('asking PayPal anew', () => {
  test('notes what it says, in the words of the contract, and when', async () => {
    await age(5);
    const before = (await list()).summary.asOf!;
    const charge = new Date(Date.now() + 86_400_000);
    const asked: string[][] = [];
    const paypal = behind({
      states: (references) => {
        asked.push([...references]);
        return Promise.resolve([
          { reference: 'I-7MT9CS5WQ1LB', status: 'ACTIVE', nextChargeAt: charge, failedPayments: 0 },
          { reference: 'I-BW452GLLEP1G', status: 'PENDING_CANCELLATION', statusNote: 'Asked for by the client' },
        ]);
      },
    });
    await paypal.refresh();
    const [approved] = (await list('?q=online shop')).items;
    assert.deepEqual([approved!.status, approved!.approveHref, approved!.nextChargeAt], ['active', null, charge.toISOString()]);
    const [other] = (await list('?q=website')).items;
    assert.deepEqual(
      [other!.status, other!.statusLabel, other!.statusNote],
      ['pending-cancellation', 'pending-cancellation', 'Asked for by the client'],
    );
    assert.equal((await list()).summary.asOf, before, 'of which PayPal said nothing, the age stays');
    await paypal.refresh();
    assert.ok(!asked[1]!.includes('I-7MT9CS5WQ1LB'), 'what is fresh is not asked for');
  });

  test('through the portal makes all as of now', async () => {
    await age(5);
    assert.equal((await owner('POST', '/paypal-subscriptions/refresh')).status, 204);
    assert.ok(Date.parse((await list()).summary.asOf!) > Date.now() - 60_000);
  });

  test('keeps what is known when PayPal does not answer', async () => {
    await age(1);
    const before = await list();
    const { refresh } = behind({ states: () => Promise.reject(new Error('Gone fishing')) });
    await assert.rejects(refresh(), (error) => error instanceof Problem && error.status === 502);
    assert.deepEqual(await list(), before);
  });
});
