import { sql, type Kysely } from 'kysely';
import { owners } from '../src/all-features.js';
import type { Database } from '../src/database/tables.js';
import { recordEvent, type EventObject, type NewEvent } from '../src/event-log/record.js';
import { Random } from './random.js';

interface DemoActor {
  id: string;
  name: string;
  address: string;
  device: string;
}

interface DemoClient {
  id: string;
  /** The first one does most. */
  people: readonly DemoActor[];
  changes: number;
  signIns: number;
}

const clients: readonly DemoClient[] = [
  {
    id: 'cli_acme',
    people: [
      { id: 'mem_acme_owner', name: 'Olivia Owner', address: '203.0.113.24', device: 'Safari on macOS' },
      { id: 'mem_acme_billing', name: 'Bruno Billing', address: '203.0.113.24', device: 'Firefox on Windows' },
      { id: 'mem_acme_tech', name: 'Tessa Tech', address: '2001:db8:40:7::1f', device: 'Firefox on Linux' },
      { id: 'mem_acme_consultant', name: 'Carla Consultant', address: '198.51.100.61', device: 'Chrome on Android' },
    ],
    changes: 120,
    signIns: 70,
  },
  {
    id: 'cli_globex',
    people: [{ id: 'mem_globex_owner', name: 'Gita Globex', address: '192.0.2.140', device: 'Microsoft Edge on Windows' }],
    changes: 25,
    signIns: 15,
  },
];

/** What is done to things of a path parameter, and by whom: a place in `people`, or the company. */
const deeds: readonly { kind: string; on: string; by: readonly (number | 'staff' | 'system')[] }[] = [
  { kind: 'invoiceIssued', on: 'invoiceId', by: ['system'] },
  { kind: 'paymentReceived', on: 'invoiceId', by: ['system'] },
  { kind: 'createPayment', on: 'invoiceId', by: [0, 1] },
  { kind: 'createInvoiceDispute', on: 'invoiceId', by: [1] },
  { kind: 'updateService', on: 'serviceId', by: [0, 2] },
  { kind: 'revealServiceSecret', on: 'serviceId', by: [2] },
  { kind: 'serviceSetUp', on: 'serviceId', by: ['staff', 'system'] },
  { kind: 'changeDnsRrsets', on: 'zoneId', by: [2, 2, 0] },
  { kind: 'importDnsZone', on: 'zoneId', by: [2] },
  { kind: 'submitOrder', on: 'orderId', by: [0] },
  { kind: 'orderCompleted', on: 'orderId', by: ['staff'] },
  { kind: 'quoteIssued', on: 'quoteId', by: ['staff'] },
  { kind: 'submitTaxExemption', on: 'exemptionId', by: [0, 1] },
  { kind: 'taxExemptionDecided', on: 'exemptionId', by: ['staff'] },
  { kind: 'setContactPermissions', on: 'contactId', by: [0] },
  { kind: 'updateContact', on: 'contactId', by: [0] },
  { kind: 'setDefaultPaymentMethod', on: 'paymentMethodId', by: [0, 1] },
  { kind: 'changeAccessGrant', on: 'grantId', by: [0, 2] },
  { kind: 'registerVisit', on: 'visitId', by: [2] },
];

/** Events of the last year about what else is in the demo; filled last. */
export async function demoEvents(database: Kysely<Database>): Promise<void> {
  const random = new Random(20261115);
  await database.transaction().execute(async (transaction) => {
    for (const client of clients) {
      const things = await thingsOf(transaction, client.id);
      const possible = deeds.filter(({ on }) => things.get(on)?.length);
      for (let made = 0; made < client.changes && possible.length > 0; made += 1) {
        const deed = possible[random.between(0, possible.length - 1)]!;
        const objects = things.get(deed.on)!;
        const by = deed.by[random.between(0, deed.by.length - 1)]!;
        const { resource } = owners[deed.on]!.thing!;
        const object = objects[random.between(0, objects.length - 1)]!;
        await recordEvent(transaction, { ...doneBy(client, by, random), kind: deed.kind, object, resource });
      }
      for (let made = 0; made < client.signIns; made += 1) {
        const person = random.chance(0.5) ? 0 : random.between(0, client.people.length - 1);
        const kind = random.chance(0.12) ? 'signInFailed' : random.chance(0.4) ? 'signOut' : 'signIn';
        await recordEvent(transaction, { ...doneBy(client, person, random), kind });
      }
    }
  });
}

/** The client's things with their names, by path parameter. */
async function thingsOf(database: Kysely<Database>, clientId: string): Promise<Map<string, EventObject[]>> {
  const found = new Map<string, EventObject[]>();
  for (const parameter of new Set(deeds.map(({ on }) => on))) {
    const { table, thing } = owners[parameter]!;
    const { rows } = await sql<{ id: string; label: string }>`
      select id, ${thing!.label} as label from ${sql.table(table)} where client_id = ${clientId} order by id limit 12`.execute(database);
    found.set(
      parameter,
      rows.map((row) => ({ ...row, type: thing!.type })),
    );
  }
  return found;
}

/** Actor, place and a time of the last year in working hours, more often lately. */
function doneBy({ id: clientId, people }: DemoClient, by: number | 'staff' | 'system', random: Random): Omit<NewEvent, 'kind'> {
  const days = Math.floor(360 * random.next() ** 2) + 1;
  const at = new Date(Date.now() - days * 86_400_000);
  at.setUTCHours(random.between(6, 16), random.between(0, 59), random.between(0, 59), 0);
  if (by === 'staff') return { clientId, at, actor: { kind: 'staff', name: random.chance(0.5) ? 'Karla Kaufmann' : 'Timo Techniker' } };
  if (by === 'system') return { clientId, at, actor: { kind: 'system', name: 'Nordkai' } };
  const { id, name, address, device } = people[by % people.length]!;
  return { clientId, at, actor: { kind: 'person', id, name }, address, device };
}
