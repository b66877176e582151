import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, test } from 'node:test';
import type { components } from 'portal-elements/contract';
import { importFile } from '../src/import/index.js';
import { companyToday } from '../src/company.js';
import type { Mail } from '../src/mail/transport.js';
import { writeNotification } from '../src/notifications/recipient-mail.js';
import { reminderDue, remindOfOverdue } from '../src/notifications/overdue.js';
import { faultsOf } from './support/answers.js';
import { startHost, type Send } from './support/host.js';
import { openMailbox } from './support/mailbox.js';

type Settings = components['schemas']['NotificationSettings'];
type Change = components['schemas']['NotificationChanges']['changes'][number];

const mailbox = openMailbox();
const host = await startHost({ sendMail: (mail) => mailbox.send(mail) });
const { database } = host;
const owner = await host.signIn('owner@acme.example');
const billing = await host.signIn('billing@acme.example');
const consultant = await host.signIn('consultant@partner.example');

/** Sets the permissions of a contact, and the contracts to which the person is limited. */
async function permit(membershipId: string, permissions: object, contractIds: string[] | null = null): Promise<void> {
  const stored = { permissions: JSON.stringify(permissions), contract_ids: contractIds && JSON.stringify(contractIds) };
  await database.updateTable('memberships').set(stored).where('id', '=', membershipId).execute();
}

async function read(send: Send): Promise<{ settings: Settings; etag: string }> {
  const response = await send('GET', '/notification-settings');
  assert.equal(response.status, 200, await response.clone().text());
  return { settings: (await response.json()) as Settings, etag: response.headers.get('etag')! };
}

async function change(send: Send, changes: Change[], etag?: string): Promise<Response> {
  const headers = { 'if-match': etag ?? (await read(send)).etag };
  return await send('PATCH', '/notification-settings', { body: { changes }, headers });
}

const mail = (contactId: string, category: string, enabled: boolean): Change => ({ contactId, category, channel: 'email', enabled });

/** What a person gets, such as `invoice on`, `abuse on legal`. */
const cells = (settings: Settings, contactId: string) =>
  settings.people
    .find((person) => person.contactId === contactId)!
    .cells.map(({ category, enabled, reason }) => [category, enabled ? 'on' : 'off', reason].filter(Boolean).join(' '));

describe('who gets which mail', () => {
  test('is shown of oneself, and of all active contacts to who may update contacts', async () => {
    const { settings } = await read(owner);
    assert.equal(settings.people[0]!.contactId, 'mem_acme_owner');
    const ids = settings.people.map(({ contactId }) => contactId).sort();
    const active = ['owner', 'billing', 'tech', 'nobody', 'lines', 'consultant'].map((name) => `mem_acme_${name}`);
    assert.deepEqual(ids, active.sort());
    assert.deepEqual(cells(settings, 'mem_acme_owner'), [
      'invoice on', 'receipt on', 'overdue on legal', 'statement off', 'renewal on', 'maintenance on', 'support on', 'abuse on legal',
    ]); // prettier-ignore
    assert.deepEqual(cells(settings, 'mem_acme_tech').slice(0, 6), [
      'invoice off not-permitted', 'receipt off not-permitted', 'overdue off not-permitted', 'statement off not-permitted', 'renewal off not-permitted', 'maintenance on',
    ]); // prettier-ignore
    const own = (await read(billing)).settings;
    assert.deepEqual(own.people.map(({ contactId, editable }) => [contactId, editable]), [['mem_acme_billing', true]]); // prettier-ignore
    assert.deepEqual((await read(consultant)).settings.people.map(({ yourself, editable }) => [yourself, editable]), [[true, false]]); // prettier-ignore
    assert.equal((await (await host.signIn('tech@acme.example'))('GET', '/notification-settings')).status, 403);
  });

  test('is changed for oneself, and for others by who may update contacts', async () => {
    assert.equal((await change(billing, [mail('mem_acme_billing', 'renewal', false)])).status, 200);
    const response = await change(owner, [mail('mem_acme_billing', 'renewal', true), mail('mem_acme_tech', 'maintenance', false)]);
    const settings = (await response.json()) as Settings;
    assert.equal(cells(settings, 'mem_acme_billing')[4], 'renewal on');
    assert.equal(cells(settings, 'mem_acme_tech')[5], 'maintenance off');
    assert.deepEqual((await read(owner)).settings, settings);
    assert.equal((await change(consultant, [mail('mem_acme_consultant', 'invoice', false)])).status, 403);
  });

  test('is not changed for who is out of reach, nor where it is locked; then nothing of the request is kept', async () => {
    assert.deepEqual(await faultsOf(await change(billing, [mail('mem_acme_owner', 'invoice', false)])), ['/changes/0/contactId unknown-contact']); // prettier-ignore
    const wrong = [
      mail('mem_acme_owner', 'invoice', false), mail('mem_globex_owner', 'invoice', false), mail('mem_acme_inactive', 'support', false),
      mail('mem_acme_owner', 'overdue', false), mail('mem_acme_tech', 'invoice', true), mail('mem_acme_owner', 'gossip', true),
      { ...mail('mem_acme_owner', 'invoice', true), channel: 'pigeon' },
    ]; // prettier-ignore
    assert.deepEqual(await faultsOf(await change(owner, wrong)), [
      '/changes/1/contactId unknown-contact', '/changes/2/contactId unknown-contact', '/changes/3/enabled locked', '/changes/4/enabled locked',
      '/changes/5/category unknown-category', '/changes/6/channel unknown-channel',
    ]); // prettier-ignore
    assert.equal(cells((await read(owner)).settings, 'mem_acme_owner')[0], 'invoice on');
  });

  test('is not changed on an old version', async () => {
    const { etag } = await read(owner);
    assert.equal((await change(billing, [mail('mem_acme_billing', 'support', false)])).status, 200);
    assert.equal((await change(owner, [mail('mem_acme_owner', 'support', false)], etag)).status, 412);
    const body = { changes: [mail('mem_acme_owner', 'support', false)] };
    assert.equal((await owner('PATCH', '/notification-settings', { body })).status, 428);
  });
});

let made = 0;
const delivery = { database, publicUrl: () => host.url };

/** An e-invoice as it is imported, issued on a day. */
function ubl(number: string, issuedOn: string, dueOn: string): string {
  const namespaces = ['Aggregate', 'Basic'].map((kind) => `xmlns:c${kind[0]!.toLowerCase()}c="urn:oasis:names:specification:ubl:schema:xsd:Common${kind}Components-2"`); // prettier-ignore
  const amount = (name: string, value: string) => `<cbc:${name} currencyID="EUR">${value}</cbc:${name}>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" ${namespaces.join(' ')}>
  <cbc:ID>${number}</cbc:ID><cbc:IssueDate>${issuedOn}</cbc:IssueDate><cbc:DueDate>${dueOn}</cbc:DueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
  <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
  <cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>Nordkai GmbH</cbc:Name></cac:PartyName></cac:Party></cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty><cac:Party><cac:PartyLegalEntity><cbc:RegistrationName>Acme</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:AccountingCustomerParty>
  <cac:TaxTotal>${amount('TaxAmount', '190.00')}</cac:TaxTotal>
  <cac:LegalMonetaryTotal>${amount('LineExtensionAmount', '1000.00')}${amount('TaxExclusiveAmount', '1000.00')}${amount('TaxInclusiveAmount', '1190.00')}${amount('PayableAmount', '1190.00')}</cac:LegalMonetaryTotal>
  <cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:InvoicedQuantity unitCode="MON">1</cbc:InvoicedQuantity>${amount('LineExtensionAmount', '1000.00')}
    <cac:Item><cbc:Name>Server</cbc:Name></cac:Item><cac:Price>${amount('PriceAmount', '1000')}</cac:Price></cac:InvoiceLine>
</Invoice>`;
}

const dayFrom = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
const today = companyToday();

/** Brings an invoice into the portal; its lines are of the contract given. */
async function bring({
  issuedOn = today,
  dueOn = dayFrom(today, 14),
  contractId,
}: { issuedOn?: string; dueOn?: string; contractId?: string } = {}) {
  made += 1;
  const number = `N-${made}`;
  const file = { kind: 'invoices', clientId: 'cli_acme', filename: 'file', content: Buffer.from(ubl(number, issuedOn, dueOn)) };
  const result = await importFile(database, file);
  assert.deepEqual(result, { imported: 1, unchanged: 0, skipped: [] });
  const { id } = await database.selectFrom('invoices').select('id').where('number', '=', number).executeTakeFirstOrThrow();
  if (contractId) await database.updateTable('invoice_lines').set({ contract_id: contractId }).where('invoice_id', '=', id).execute();
  return { id, number, again: () => importFile(database, file) };
}

/** The mails that have come of what was done, once the outbox is empty; a request that changes something wakes it. */
async function arrived(): Promise<Mail[]> {
  await owner('POST', '/session/renewal');
  return await mailbox.since(database);
}

const receivers = (mails: readonly Mail[]) => mails.map(({ to }) => to).sort();
const everyone = ['billing@acme.example', 'consultant@partner.example', 'owner@acme.example'];

function pay(invoiceId: string, { token = 'test-ok', key = randomUUID() } = {}): Promise<Response> {
  const body = { allocations: [{ invoiceId, amount: { amount: '1190.00', currency: 'EUR' } }], paymentToken: token };
  return owner('POST', '/payments', { body, headers: { 'idempotency-key': key } });
}

beforeEach(async () => {
  await database.deleteFrom('notification_settings').execute();
});

describe('a new invoice', () => {
  test('is mailed once to everyone who may get billing mail, and to nobody else', async () => {
    const { number, again } = await bring();
    const mails = await arrived();
    assert.deepEqual(receivers(mails), everyone);
    const { subject, text, attachments } = mails.find(({ to }) => to === 'owner@acme.example')!;
    assert.equal(subject, `Invoice ${number}`);
    assert.match(text, /^Hello Olivia Owner,\n\nInvoice N-\d+ for Acme GmbH is here: €1,190\.00\.\n\nPlease pay €1,190\.00 by /);
    assert.match(text, /\/invoice\?id=inv_/);
    assert.deepEqual([attachments![0]!.filename, attachments![0]!.content.subarray(0, 5).toString()], [`Invoice ${number}.pdf`, '%PDF-']);
    await again();
    assert.deepEqual(await arrived(), []);
  });

  test('that is an old one, only now brought into the portal, is not mailed', async () => {
    await bring({ issuedOn: dayFrom(today, -31) });
    assert.deepEqual(await arrived(), []);
  });

  test('is not mailed to who has switched it off', async () => {
    assert.equal((await change(billing, [mail('mem_acme_billing', 'invoice', false)])).status, 200);
    await bring();
    assert.deepEqual(receivers(await arrived()), ['consultant@partner.example', 'owner@acme.example']);
  });

  test('of which a person may not see all is not mailed to that person', async () => {
    const before = { allow: { contracts: ['view'], 'billing.invoices': ['view'] } };
    await permit('mem_acme_lines', { allow: { 'billing.invoices': ['view'], 'billing.email': ['view'] } }, ['con_acme_voip']);
    await bring();
    assert.deepEqual(receivers(await arrived()), everyone);
    // Whose contract it is, is not in the e-invoice; it is told of again once that is known.
    const { id } = await bring({ contractId: 'con_acme_voip' });
    const mails = await arrived();
    assert.ok(receivers(mails).includes('owner@acme.example'));
    const limited = await writeNotification(delivery, { kind: 'notice', occasion: { about: 'invoice', invoiceId: id }, membershipId: 'mem_acme_lines' }); // prettier-ignore
    assert.equal(limited?.mail.to, 'lines@acme.example');
    await permit('mem_acme_lines', before, ['con_acme_voip']);
  });

  test('goes without the document and without a link to who may not view invoices', async () => {
    await permit('mem_acme_nobody', { allow: { 'billing.email': ['view'] } });
    await bring();
    const mails = await arrived();
    assert.deepEqual(receivers(mails), [...everyone, 'nobody@acme.example'].sort());
    const { attachments, text, html } = mails.find(({ to }) => to === 'nobody@acme.example')!;
    assert.equal(attachments, undefined);
    assert.ok(!text.includes('/invoice?id=') && !html!.includes('/invoice?id=') && !text.includes('PDF'));
    await permit('mem_acme_nobody', {});
  });

  test('is not mailed any more to who has lost the right, or was deactivated, while the mail waited', async () => {
    const { id } = await bring();
    await arrived();
    const write = () => writeNotification(delivery, { kind: 'notice', occasion: { about: 'invoice', invoiceId: id }, membershipId: 'mem_acme_billing' }); // prettier-ignore
    assert.equal((await write())?.mail.to, 'billing@acme.example');
    await permit('mem_acme_billing', { allow: { billing: ['view'] }, deny: { 'billing.email': ['view'] } });
    assert.equal(await write(), undefined);
    await permit('mem_acme_billing', { allow: { billing: ['view', 'create', 'update', 'delete'] } });
    const status = (value: string) =>
      database.updateTable('memberships').set({ status: value }).where('id', '=', 'mem_acme_billing').execute();
    await status('inactive');
    assert.equal(await write(), undefined);
    await status('active');
    assert.ok(await write());
  });

  test('is written in the language of the person', async () => {
    const speak = (locale: string) => database.updateTable('people').set({ locale }).where('id', '=', 'per_acme_owner').execute();
    const subjects: string[] = [];
    for (const locale of ['de-AT', 'cs', 'ar', 'fr']) {
      await speak(locale);
      await bring();
      const { subject, text, html } = (await arrived()).find(({ to }) => to === 'owner@acme.example')!;
      subjects.push(subject.replace(/[\u2068\u2069]|N-\d+/g, '').trim());
      assert.ok(text.includes('1') && html!.includes(`lang="${locale === 'fr' ? 'en' : locale.slice(0, 2)}"`), locale);
    }
    assert.deepEqual(subjects, ['Rechnung', 'Faktura', 'الفاتورة', 'Invoice']);
    await speak('en');
  });
});

describe('a payment', () => {
  test('is confirmed once, also when it is sent again', async () => {
    const { id, number } = await bring();
    await arrived();
    const key = randomUUID();
    assert.equal((await pay(id, { key })).status, 201);
    assert.equal((await pay(id, { key })).status, 201);
    const mails = await arrived();
    assert.deepEqual(receivers(mails), everyone);
    const { subject, text, attachments } = mails[0]!;
    assert.equal(subject, 'Payment received: €1,190.00');
    assert.ok(text.includes(`Invoices: ${number}.`) && text.includes('Acme GmbH'));
    assert.equal(attachments, undefined);
  });

  test('that is declined is not', async () => {
    const { id } = await bring();
    await arrived();
    assert.equal((await pay(id, { token: 'test-declined' })).status, 402);
    assert.deepEqual(await arrived(), []);
  });

  test('that is under way is confirmed when it has arrived', async () => {
    const { id } = await bring();
    await arrived();
    assert.equal((await pay(id, { token: 'test-slow' })).status, 201);
    assert.deepEqual(await arrived(), []);
    const past = new Date(Date.now() - 1000);
    await database.updateTable('payments').set({ settles_at: past }).where('status', '=', 'processing').execute();
    await owner('GET', `/invoices/${id}`);
    await owner('GET', `/invoices/${id}`);
    assert.deepEqual(receivers(await arrived()), everyone);
  });
});

describe('an overdue invoice', () => {
  test('is reminded of three times, each for a week', () => {
    const due = [0, 1, 7, 8, 14, 15, 21, 22, 28, 29, 400].map(reminderDue);
    assert.deepEqual(due, [undefined, 1, 1, 2, 2, undefined, undefined, 3, 3, undefined, undefined]);
  });

  test('is mailed once a stage, however many processes run the day, however often', async () => {
    await database.updateTable('invoices').set({ open: '0' }).execute();
    const { number } = await bring({ dueOn: today });
    await arrived();
    await remindOfOverdue(database, today);
    assert.deepEqual(await arrived(), []);
    const days = (count: number) => dayFrom(today, count);
    await Promise.all([remindOfOverdue(database, days(1)), remindOfOverdue(database, days(1))]);
    await remindOfOverdue(database, days(2));
    const first = await arrived();
    assert.deepEqual(receivers(first), everyone);
    assert.equal(first[0]!.subject, `Reminder: invoice ${number} is overdue`);
    assert.equal(first[0]!.attachments!.length, 1);
    await remindOfOverdue(database, days(9));
    await remindOfOverdue(database, days(10));
    const second = await arrived();
    assert.deepEqual(second.map(({ subject }) => subject), Array(3).fill(`Second reminder: invoice ${number} is still overdue`)); // prettier-ignore
    await remindOfOverdue(database, days(40));
    assert.deepEqual(await arrived(), []);
  });

  test('always reaches the owner, and others as they wish', async () => {
    assert.equal(
      (await change(owner, [mail('mem_acme_billing', 'overdue', false), mail('mem_acme_consultant', 'overdue', false)])).status,
      200,
    );
    await database.updateTable('invoices').set({ open: '0' }).execute();
    await bring({ dueOn: today });
    await arrived();
    await remindOfOverdue(database, dayFrom(today, 3));
    assert.deepEqual(receivers(await arrived()), ['owner@acme.example']);
  });

  test('that is paid, being paid, disputed or with a collector is left alone', async () => {
    await database.updateTable('invoices').set({ open: '0' }).execute();
    const change = async (values: object) => {
      const { id } = await bring({ dueOn: today });
      await database.updateTable('invoices').set(values).where('id', '=', id).execute();
    };
    for (const values of [{ open: '0' }, { pending: '5' }, { disputed_at: new Date() }, { state: 'collections' }, { state: 'cancelled' }])
      await change(values);
    await arrived();
    await remindOfOverdue(database, dayFrom(today, 3));
    assert.deepEqual(await arrived(), []);
  });
});
