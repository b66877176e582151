import { createHash } from 'node:crypto';
import type { Insertable, Kysely } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { OrderItemTable, OrderRequestTable, OrderStepTable, OrderTable } from '../src/orders/tables.js';
import type { Database } from '../src/database/tables.js';
import { multiply } from '../src/http/money.js';
import { searchText } from '../src/http/search.js';
import { workflow } from '../src/orders/workflow.js';
import { Random } from './random.js';

type Detail = components['schemas']['OrderDetail'];
type Item = Pick<OrderItemTable, 'description' | 'quantity' | 'unit_price' | 'period'> & Partial<OrderItemTable>;
type Request = Pick<OrderRequestTable, 'kind' | 'text'> & {
  step: string;
  hint?: string;
  /** Days ago and words of the answer. */
  answered?: [days: number, text: string, file?: string];
};

interface DemoOrder extends Partial<Omit<Insertable<OrderTable>, 'details'>> {
  id: string;
  number: string;
  subject: string;
  status: string;
  /** Days since it was placed; none where it is not. */
  placed?: number;
  /** Days since something has happened. */
  active: number;
  /** The step it is at; those before it are done, those of a closed order all. */
  at?: string;
  notes?: Record<string, string>;
  items: Item[];
  requests?: Request[];
  missing?: Detail[];
}

const hour = 3_600_000;
const day = 24 * hour;
const ago = (days: number) => new Date(Date.now() - days * day);
const year = (days: number) => ago(days).getUTCFullYear();

const monthly = (description: string, unit_price: string, more: Partial<OrderItemTable> = {}): Item => ({
  description, unit_price, quantity: '1', period: 'month', ...more,
}); // prettier-ignore
const once = (description: string, unit_price: string, more: Partial<OrderItemTable> = {}): Item => ({
  ...monthly(description, unit_price, more),
  period: 'once',
});
const yearly = (description: string, unit_price: string, more: Partial<OrderItemTable> = {}): Item => ({
  ...monthly(description, unit_price, more),
  period: 'year',
});

const registration: Detail[] = [
  { name: 'registrant', label: 'Holder of the domain', type: 'text', required: true, hint: 'The full name of the company or person', value: 'Acme GmbH' },
  { name: 'register-number', label: 'Number in the commercial register', type: 'text', required: true, hint: 'Such as HRB 12345', value: null },
  { name: 'contact-email', label: 'E-mail address of the administrative contact', type: 'email', required: true, value: null },
  { name: 'plan', label: 'Plan', type: 'choice', required: true, value: 'business', choices: [{ value: 'start', label: 'Start' }, { value: 'business', label: 'Business' }] },
  { name: 'starts-on', label: 'Wanted from', type: 'date', required: false, value: null },
  { name: 'remarks', label: 'Anything else we should know', type: 'long-text', required: false, value: null },
]; // prettier-ignore

const acme: DemoOrder[] = [
  {
    id: 'ord_acme_domain', number: `O-${year(1)}-0420`, subject: 'Domain bücher-acme.example with web hosting', status: 'incomplete', active: 1,
    items: [yearly('Domain bücher-acme.example', '12.50'), monthly('Web hosting Business', '19.90'), once('Set-up', '0.00')],
    missing: registration,
  },
  {
    id: 'ord_acme_server', number: `O-${year(6)}-0412`, subject: 'Dedicated server X12', status: 'waiting-for-client', placed: 6, active: 1.2,
    at: 'Preparation', reference: 'PO-4471',
    notes: { Preparation: 'The machine is in the rack and has passed its tests. We need a few words from you to go on.' },
    items: [
      monthly('Dedicated server X12', '189.00', { details: 'AMD EPYC, 128 GB, 2 × 1.92 TB NVMe' }),
      monthly('IPv4 addresses, block /29', '12.00'),
      once('Set-up', '99.00'),
    ],
    requests: [
      { step: 'Preparation', kind: 'question', text: 'Which host name shall the server have?', hint: 'Such as db2.acme.example' },
      { step: 'Preparation', kind: 'question', text: 'Which operating system shall we install?', answered: [2, 'Debian 13, please with full disk encryption.'] },
      { step: 'Preparation', kind: 'document', text: 'The signed agreement on data processing', hint: 'Both pages; a photograph will do.' },
    ],
  },
  {
    id: 'ord_acme_addresses', number: `O-${year(9)}-0409`, subject: 'IPv4 addresses for rack B12', status: 'waiting-for-client', placed: 9, active: 4,
    at: 'Preparation', contract_id: 'con_acme_rack',
    items: [monthly('IPv4 addresses, block /28', '24.00'), once('Assignment at RIPE NCC', '45.00')],
    requests: [{ step: 'Preparation', kind: 'document', text: 'The form in which you say what the addresses are for', hint: 'You can download it under Contact.' }],
  },
  {
    id: 'ord_acme_remote', number: `O-${year(0)}-0421`, subject: 'Remote hands: replace two disks', status: 'submitted', placed: 0.1, active: 0.1,
    at: 'Credit check', contract_id: 'con_acme_rack', items: [once('Remote hands in the data centre', '95.00', { quantity: '1.5', unit: 'hour' })],
  },
  {
    id: 'ord_acme_rack', number: `O-${year(25)}-0398`, subject: 'Uplink of 10 Gbit/s for rack C03', status: 'in-progress', placed: 25, active: 3,
    at: 'Installation', contract_id: 'con_acme_rack2', quote_id: 'quo_acme_uplink', reference: 'PO-4402',
    notes: { Preparation: 'Optics and patch cables have arrived.', Installation: 'Our technicians lay the cross connect on Thursday, between 08:00 and 12:00. You will notice nothing.' },
    items: [monthly('Uplink of 10 Gbit/s, second carrier', '220.00'), once('Cross connect, single mode', '180.00', { quantity: '2' })],
    requests: [
      { step: 'Preparation', kind: 'question', text: 'To which port of your switch shall we connect?', answered: [18, 'Port 49 of sw-c03-1, and port 49 of sw-c03-2.'] },
      { step: 'Preparation', kind: 'document', text: 'The letter of authorisation of the carrier', answered: [17, 'Valid until the end of the year.', 'Letter of authorisation.pdf'] },
    ],
  },
  {
    id: 'ord_acme_check', number: `O-${year(12)}-0405`, subject: 'Acceptance of the new fire suppression', status: 'in-progress', placed: 12, active: 2,
    at: 'Acceptance test', contract_id: 'con_acme_rack', items: [once('Sensor cable and fitting', '240.00')],
  },
  {
    id: 'ord_acme_phones', number: `O-${year(60)}-0377`, subject: 'Eight more extensions', status: 'complete', placed: 60, active: 52,
    contract_id: 'con_acme_voip', items: [monthly('Extension, Business Europe', '4.90', { quantity: '8', unit: 'piece' }), once('Desk telephone', '119.00', { quantity: '8', unit: 'piece' })],
  },
  {
    id: 'ord_acme_backup', number: `O-${year(45)}-0384`, subject: 'Backup storage, second site', status: 'cancelled', placed: 45, active: 43, at: 'Preparation',
    cancelled_at: ago(43), cancelled_by: 'Olivia Owner', cancel_reason: 'We keep the backups in our own office for now.',
    items: [monthly('Backup storage, 1 TB', '29.50', { quantity: '4', unit: 'TB' })],
  },
  {
    id: 'ord_acme_vienna', number: `O-${year(80)}-0366`, subject: 'Half a rack in Vienna', status: 'rejected', placed: 80, active: 76, at: 'Credit check',
    note: 'There is no room left in Vienna until spring. We have put you on the list and will call you.',
    items: [monthly('Half rack, Vienna', '310.00'), once('Set-up', '250.00')],
  },
  {
    id: 'ord_acme_licences', number: `O-${year(33)}-0392`, subject: 'Licences for the mail servers', status: 'complete', placed: 33, active: 30,
    items: [yearly('Mail gateway, 50 mailboxes', '430.00', { currency: 'USD', tax_rate: null }), once('Installation', '190.00')],
  },
]; // prettier-ignore

const globex: DemoOrder[] = [
  {
    id: 'ord_globex_server', number: `O-${year(4)}-0416`, subject: 'Virtual server L', status: 'waiting-for-client', placed: 4, active: 1, at: 'Preparation',
    items: [monthly('Virtual server L, 8 cores, 16 GB', '690.00', { currency: 'CZK', tax_rate: '21' })],
    requests: [{ step: 'Preparation', kind: 'question', text: 'Which operating system shall we install?' }],
  },
  {
    id: 'ord_globex_lines', number: `O-${year(90)}-0361`, subject: 'Telephone lines for Brno', status: 'complete', placed: 90, active: 84,
    items: [monthly('Line, Start', '170.00', { currency: 'CZK', tax_rate: '21', quantity: '3' })],
  },
]; // prettier-ignore

const formerly = [
  monthly('Virtual server M, 4 cores, 8 GB', '14.90'),
  monthly('Dedicated server X8, 64 GB', '119.00'),
  yearly('TLS certificate, wildcard', '149.00'),
  yearly('Domain acme-shop.example', '12.50'),
  once('Remote hands in the data centre', '95.00', { quantity: '2', unit: 'hour' }),
  monthly('IPv4 addresses, block /29', '12.00'),
  monthly('Backup storage, 1 TB', '29.50'),
];

/** Orders that were completed long ago, so that there is a list to look through. */
function older(): DemoOrder[] {
  const random = new Random(1312);
  return Array.from({ length: 48 }, (_, index) => {
    const placed = 100 + index * 21 + random.between(0, 15);
    const item = random.pick(formerly);
    return {
      id: `ord_acme_old_${index}`,
      number: `O-${year(placed)}-${String(355 - index * 7).padStart(4, '0')}`,
      subject: item.description,
      status: random.chance(0.08) ? 'cancelled' : 'complete',
      placed,
      active: placed - random.between(2, 12),
      items: [item],
    };
  });
}

/** Orders in every state there is. */
export async function demoOrders(database: Kysely<Database>): Promise<void> {
  for (const order of [...acme, ...older()]) await insertOrder(database, 'cli_acme', order);
  for (const order of globex) await insertOrder(database, 'cli_globex', order);
}

async function insertOrder(database: Kysely<Database>, clientId: string, demo: DemoOrder): Promise<void> {
  const { placed, active, at, notes = {}, items, requests = [], missing = [], ...order } = demo;
  await database
    .insertInto('orders')
    .values({
      ...order,
      client_id: clientId,
      placed_at: placed === undefined ? null : ago(placed),
      last_activity_at: ago(active),
      details: JSON.stringify(missing),
      search: searchText([order.number, order.subject, order.reference, ...items.map(({ description }) => description)]),
    })
    .execute();
  await database
    .insertInto('order_items')
    .values(items.map((item, index) => ({ ...priced(item), order_id: order.id, position: index + 1 })))
    .execute();
  if (placed === undefined) return;
  const steps = stepsOf(demo, placed, at, notes);
  await database.insertInto('order_steps').values(steps).execute();
  for (const [index, request] of requests.entries()) await insertRequest(database, clientId, order.id, steps, request, index);
}

const priced = (item: Item) => ({
  details: null,
  unit: null,
  tax_rate: '19',
  currency: 'EUR',
  ...item,
  net: multiply(item.unit_price, item.quantity, 2),
});

function stepsOf(
  { id, status }: DemoOrder,
  placed: number,
  at: string | undefined,
  notes: Record<string, string>,
): Insertable<OrderStepTable>[] {
  const reached = at === undefined ? workflow.length : workflow.findIndex(({ name }) => name === at);
  const isOpen = !['complete', 'cancelled', 'rejected'].includes(status);
  return workflow.map((step, index) => {
    const begun = ago(placed - Math.min(placed, index * 0.9));
    const state = index < reached ? 'done' : !isOpen ? 'skipped' : index === reached ? 'current' : 'pending';
    return {
      ...step,
      id: `stp_${id.slice(4)}_${index + 1}`,
      order_id: id,
      position: index + 1,
      state,
      started_at: state === 'done' || state === 'current' ? begun : null,
      done_at: state === 'done' ? new Date(Math.min(begun.getTime() + 7 * hour, Date.now())) : null,
      note: notes[step.name] ?? null,
    };
  });
}

async function insertRequest(
  database: Kysely<Database>,
  clientId: string,
  orderId: string,
  steps: readonly Insertable<OrderStepTable>[],
  { step, kind, text, hint, answered }: Request,
  index: number,
): Promise<void> {
  const id = `req_${orderId.slice(4)}_${index + 1}`;
  const [days, answer, file] = answered ?? [];
  await database
    .insertInto('order_requests')
    .values({
      id,
      order_id: orderId,
      step_id: steps.find(({ name }) => name === step)!.id,
      position: index + 1,
      kind,
      text,
      hint: hint ?? null,
      ...(days !== undefined && { answer, answered_at: ago(days), answered_by: 'Olivia Owner' }),
    })
    .execute();
  if (file === undefined) return;
  const content = Buffer.from(blankPdf);
  await database
    .insertInto('uploads')
    .values({
      id: `upl_${id.slice(4)}`,
      client_id: clientId,
      person_id: 'per_acme_owner',
      purpose: 'order',
      subject: id,
      name: file,
      media_type: 'application/pdf',
      size: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      content,
    })
    .execute();
}

/** One empty page. */
const blankPdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;
