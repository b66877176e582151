import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { grantCredit } from '../src/credits/ledger.js';
import type { Mail } from '../src/mail/transport.js';
import { queueStatements } from '../src/notifications/statements.js';
import { pdfText } from './support/pdf.js';
import { startHost } from './support/host.js';
import { storeInvoice } from './support/invoice.js';
import { openMailbox } from './support/mailbox.js';

const mailbox = openMailbox();
const host = await startHost({ sendMail: (mail) => mailbox.send(mail) });
const { database } = host;
const owner = await host.signIn('owner@acme.example');

const paid = { issued_on: '2026-09-10', due_on: '2026-09-24' };
await storeInvoice(database, { ...paid, number: 'S-1', total: '1190.5', open: '1190.5', reference: 'PO 4711' });
await storeInvoice(database, { issued_on: '2026-10-03', number: 'S-2', total: '80', open: '80' });
await storeInvoice(database, { issued_on: '2026-10-04', number: 'S-3', currency: 'JPY', total: '900', open: '900' });
await grantCredit(database, {
  client_id: 'cli_acme', type: 'goodwill', reason: 'Outage', granted_on: '2026-10-20', expires_on: null, currency: 'EUR', original: '30',
}); // prettier-ignore

async function statement(query: string, status = 200): Promise<{ name: string; text: string }> {
  const response = await owner('GET', `/ledger/statement?${query}`, { headers: { accept: 'application/pdf' } });
  assert.equal(response.status, status, status === 200 ? response.statusText : await response.clone().text());
  return {
    name: decodeURIComponent(/filename\*=UTF-8''(.*)$/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? ''),
    text: pdfText(Buffer.from(await response.arrayBuffer())),
  };
}

describe('the statement of account', () => {
  test('has the entries of the period between the opening and the closing balance, and what is open by age', async () => {
    const { name, text } = await statement('from=2026-10-01&to=2026-10-31&language=en');
    assert.equal(name, 'Statement of account C-1001 EUR 2026-10.pdf');
    for (const part of ['Statement of account', 'Nordkai', 'Acme', '1 Oct 2026 – 31 Oct 2026', 'S-2', 'Outage', 'page 1', 'Not due'])
      assert.ok(text.includes(part), `${part} in ${text}`);
    for (const amount of ['1,190.50', '80.00', '30.00', '1,270.50', '1,240.50']) assert.ok(text.includes(amount), `${amount} in ${text}`);
    assert.ok(!text.includes('S-1') && !text.includes('S-3'));
  });

  test('is in the language that is asked for, and in that of the person without one', async () => {
    const german = await statement('from=2026-01-01&language=de-AT');
    assert.equal(german.name, 'Kontoauszug C-1001 EUR 2026-01-01.pdf');
    assert.ok(german.text.includes('Endsaldo') && german.text.includes('Rechnung') && german.text.includes('PO 4711'));
    assert.ok((await statement('language=cs')).text.includes('Konečný zůstatek'));
    assert.match((await statement('language=ar&currency=JPY')).name, /كشف حساب/);
    await database.updateTable('people').set({ locale: 'cs' }).where('email', '=', 'owner@acme.example').execute();
    assert.ok((await statement('')).text.includes('Výpis z účtu'));
    await database.updateTable('people').set({ locale: 'en' }).where('email', '=', 'owner@acme.example').execute();
    assert.ok((await statement('language=tlh')).text.includes('Statement of account'));
  });

  test('says that there is nothing where there is nothing, and needs a period that ends after it begins', async () => {
    assert.ok((await statement('currency=USD&language=en')).text.includes('There are no entries in this period.'));
    await statement('from=2026-10-01&to=2026-09-01', 400);
  });
});

describe('statements by mail', () => {
  beforeEach(async () => {
    await mailbox.since(database);
    await database.deleteFrom('announcements').execute();
    await database.deleteFrom('notification_settings').execute();
  });

  const want = async (...names: string[]) => {
    for (const name of names)
      await database
        .insertInto('notification_settings')
        .values({ membership_id: `mem_acme_${name}`, category: 'statement', channel: 'email', enabled: true })
        .execute();
  };
  const sent = async (today: string): Promise<Mail[]> => {
    await queueStatements(database, today);
    await owner('POST', '/password-resets', { body: { email: 'not-there@acme.example' } });
    return await mailbox.since(database);
  };

  test('go to nobody who has not asked for them', async () => {
    assert.deepEqual(await sent('2026-11-01'), []);
  });

  test('go once a month to who wants them and may see the ledger, with a file for each currency', async () => {
    await want('owner', 'billing', 'tech', 'lines');
    const mails = await sent('2026-11-02');
    assert.deepEqual(mails.map(({ to }) => to), ['owner@acme.example']); // prettier-ignore
    const [mail] = mails;
    assert.ok(mail!.subject.includes('October 2026') && mail!.text.includes('€1,240.50') && mail!.text.includes('¥900'));
    const files = mail!.attachments!.map(({ filename, contentType }) => `${contentType} ${filename}`);
    assert.deepEqual(files, ['EUR', 'JPY'].map((currency) => `application/pdf Statement of account C-1001 ${currency} 2026-10.pdf`)); // prettier-ignore
    assert.ok(pdfText(mail!.attachments![0]!.content).includes('S-2'));
    assert.deepEqual(await sent('2026-11-03'), []);
    assert.equal((await sent('2026-12-01')).length, 1);
  });

  test('go once however many processes send them at the same time', async () => {
    await want('owner');
    await Promise.all(Array.from({ length: 5 }, () => queueStatements(database, '2026-11-01')));
    assert.equal((await sent('2026-11-01')).length, 1);
  });

  test('do not go to who is limited to contracts, nor late in the month', async () => {
    await want('owner');
    assert.deepEqual(await sent('2026-11-20'), []);
    const limit = (contract_ids: string | null) =>
      database.updateTable('memberships').set({ contract_ids }).where('id', '=', 'mem_acme_owner').execute();
    await limit(JSON.stringify(['con_acme_voip']));
    assert.deepEqual(await sent('2026-11-01'), []);
    await limit(null);
  });

  test('are not sent of a month without a balance and without an entry', async () => {
    await want('owner');
    assert.deepEqual(await sent('2026-08-01'), []);
  });
});
