import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import type { components } from 'portal-elements/contract';
import { demoFacilityAccess } from '../demo/facility-access.js';
import { demoOrders } from '../demo/orders.js';
import { demoPaymentMethods } from '../demo/payment-methods.js';
import { demoProfiles } from '../demo/profiles.js';
import { demoQuotes } from '../demo/quotes.js';
import { demoServices } from '../demo/services.js';
import { demoTickets } from '../demo/tickets.js';
import { loadContract } from '../src/http/contract.js';
import type { OperationId } from '../src/http/operation.js';
import { companyToday } from '../src/company.js';
import { startHost } from './support/host.js';

type Problem = components['schemas']['Problem'];
type Zone = components['schemas']['DnsZone'];

interface Schema {
  properties?: Record<string, Schema>;
  required?: string[];
  allOf?: Schema[];
}

interface Edit {
  record: string;
  method: string;
  /** Where the change goes, below the record. */
  below?: string;
  body?: (turn: number) => unknown;
  /** The answer is not the record. */
  answersOther?: true;
  /** Can be done once only, which is said before that the version is old. */
  once?: true;
}

const contract = await loadContract();
const host = await startHost();
const { database } = host;
await demoServices(database, host.secretBox, companyToday());
await demoPaymentMethods(database);
await demoFacilityAccess(database);
await demoProfiles(database);
await demoOrders(database);
await demoQuotes(database);
await demoTickets(database);
const owner = await host.signIn('owner@acme.example');
const { id: zone } = (await (await owner('POST', '/dns-zones', { body: { name: 'editing.example' } })).json()) as Zone;

const grants = (turn: number) => ({ role: 'custom', allow: { billing: ['view'] }, deny: {}, hiddenFields: turn ? [] : ['calls.cost'], contractIds: null }); // prettier-ignore
const txt = (turn: number) => ({ op: 'replace', name: 'editing.example.', type: 'TXT', ttl: 300, records: [{ value: `"turn ${turn}"` }] });
const mail = (turn: number) => ({ contactId: 'mem_acme_owner', category: 'support', channel: 'email', enabled: turn === 0 });

/** Every operation of the contract that needs a version, with a change that differs from turn to turn. The last ones end the record. */
const edits: Partial<Record<OperationId, Edit>> = {
  updateContact: { record: '/contacts/mem_acme_billing', method: 'PATCH', body: (turn) => ({ title: `Clerk ${turn}` }) },
  setContactPermissions: { record: '/contacts/mem_acme_billing', method: 'PUT', below: '/permissions', body: grants },
  updateProfile: { record: '/profile', method: 'PATCH', body: (turn) => ({ city: `Berlin ${turn}` }) },
  updateService: { record: '/services/ser_acme_rack', method: 'PATCH', body: (turn) => ({ label: `Cage ${turn}` }) },
  updatePaymentMethod: { record: '/payment-methods/pm_acme_visa', method: 'PATCH', body: (turn) => ({ label: `Card ${turn}` }) },
  updateNotificationSettings: { record: '/notification-settings', method: 'PATCH', body: (turn) => ({ changes: [mail(turn)] }) },
  updateSupportPreferences: { record: '/support-preferences', method: 'PATCH', body: (turn) => ({ signature: `Olivia ${turn}` }) },
  changeAccessGrant: { record: '/access-grants/agr_acme_tech_c4', method: 'PATCH', body: () => ({ level: 'escorted' }) },
  changeDnsRrsets: { record: `/dns-zones/${zone}`, method: 'PATCH', below: '/rrsets', body: (turn) => ({ changes: [txt(turn)] }) },
  importDnsZone: { record: `/dns-zones/${zone}`, method: 'POST', below: '/import', body: (turn) => ({ zoneFile: `www 300 IN A 192.0.2.${turn + 1}` }), answersOther: true },
  saveOrderDetails: { record: '/orders/ord_acme_domain', method: 'PUT', below: '/details', body: (turn) => ({ details: { 'register-number': `HRB ${turn}` } }) },
  submitOrder: { record: '/orders/ord_acme_domain', method: 'POST', below: '/submission', body: () => ({ details: { 'contact-email': 'domains@acme.example' } }), once: true },
  rateTicket: { record: '/tickets/tkt_acme_domain', method: 'PUT', below: '/rating', body: (turn) => ({ score: turn + 1 }) },
  acceptQuote: { record: '/quotes/quo_acme_brno', method: 'POST', below: '/acceptance', body: () => ({ name: 'Olivia Owner', termsVersion: '2026-09', options: [] }), once: true },
  deleteDnsZone: { record: `/dns-zones/${zone}`, method: 'DELETE', answersOther: true },
}; // prettier-ignore

async function etagOf(path: string): Promise<string> {
  const response = await owner('GET', path);
  assert.equal(response.status, 200, await response.clone().text());
  const { etag } = (await response.json()) as { etag: string };
  assert.equal(response.headers.get('etag'), etag, 'the header says the same as the record');
  return etag;
}

async function refused(response: Response, status: number): Promise<Response> {
  assert.equal(response.status, status, await response.clone().text());
  assert.match(response.headers.get('content-type')!, /^application\/problem\+json/);
  const { status: said, title } = (await response.clone().json()) as Problem;
  assert.deepEqual([said, title.length > 0], [status, true]);
  return response;
}

describe('a change is made on the version that was read', () => {
  test('whatever needs one is tried here', () => {
    const needed = [...contract.operations.values()].filter(({ needsIfMatch }) => needsIfMatch).map(({ id }) => id);
    assert.deepEqual(Object.keys(edits).sort(), needed.sort());
  });

  for (const [id, { record, method, below = '', body, answersOther, once }] of Object.entries(edits)) {
    test(id, async () => {
      const key = { 'idempotency-key': randomUUID() };
      const send = (match?: string, turn = 0) => {
        const headers = { ...key, ...(match !== undefined && { 'if-match': match }) };
        return owner(method, record + below, { headers, ...(body && { body: body(turn) }) });
      };
      await refused(await send(), 428);
      const stale = await refused(await send('"old"'), 412);
      const present = await etagOf(record);
      assert.equal(stale.headers.get('etag'), present, 'the refusal names the present version');

      // The same attempt again, on what has been read since.
      const changed = await send(present);
      assert.ok(changed.ok, await changed.clone().text());
      if (changed.status === 204) return;
      const next = changed.headers.get('etag');
      if (!answersOther) assert.equal(((await changed.json()) as { etag: string }).etag, next);
      assert.notEqual(next, present);
      assert.equal(await etagOf(record), next);
      key['idempotency-key'] = randomUUID();
      await refused(await send(present, 1), once ? 409 : 412);
    });
  }
});

test('the contract has the version in every record that carries it as a header, and says when it is refused', () => {
  // They answer something else than the record whose version the header has.
  const others = ['importDnsZone', 'listDnsRrsets'];
  const has = (schema: Schema): boolean => (schema.allOf?.some(has) ?? false) || (schema.required?.includes('etag') ?? false);
  const mentions = (schema: Schema): boolean => (schema.allOf?.some(mentions) ?? false) || Object.hasOwn(schema.properties ?? {}, 'etag');
  for (const { id, responses, needsIfMatch } of contract.operations.values()) {
    if (needsIfMatch) assert.ok(responses['412'] && responses['428'], `${id} says what it answers without the present version`);
    for (const [status, response] of Object.entries(responses)) {
      const schema = response.content?.['application/json']?.schema;
      if (!schema || !status.startsWith('2') || others.includes(id)) continue;
      const asHeader = Object.hasOwn((response as { headers?: object }).headers ?? {}, 'ETag');
      assert.deepEqual([has(schema), mentions(schema)], [asHeader, asHeader], `${id} has its version in header and body alike`);
    }
  }
});
