import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as streamText } from 'node:stream/consumers';
import { after, beforeEach, describe, test } from 'node:test';
import { sql } from 'kysely';
import { simpleParser } from 'mailparser';
import Papa from 'papaparse';
import type { components } from 'portal-elements/contract';
import { packageFolder, readConfiguration } from '../src/configuration.js';
import { deleteOldMails } from '../src/mail-log/retention.js';
import { recordStep } from '../src/mail-log/record.js';
import { takeReport } from '../src/mail-log/reports.js';
import { mailTransport } from '../src/mail/transport.js';
import { announce } from '../src/notifications/notification-event.js';
import { postAsStaff } from '../src/tickets/staff.js';
import { demoTicketDepartments } from '../demo/tickets.js';
import { kindOf } from './support/answers.js';
import { aBounce } from './support/bounces.js';
import { startHost, type Send } from './support/host.js';
import { storeInvoice } from './support/invoice.js';
import { decoded, startMailServer, type Received } from './support/mail-server.js';
import { emptied } from './support/mailbox.js';
import { until } from './support/until.js';

type Mail = components['schemas']['Mail'];
type MailPage = components['schemas']['MailPage'];
type MailOptions = components['schemas']['MailOptions'];

const mailServer = await startMailServer();
const configuration = readConfiguration({ PORTAL_SMTP_URL: mailServer.url, PORTAL_BOUNCE_MAIL: 'bounces@nordkai.example' });
const host = await startHost({ sendMail: mailTransport(configuration), importToken: 'secret-of-the-test' });
const { database } = host;
await demoTicketDepartments(database);
const owner = await host.signIn('owner@acme.example');
const billing = await host.signIn('billing@acme.example');
const tech = await host.signIn('tech@acme.example');
const lines = await host.signIn('lines@acme.example');
const globex = await host.signIn('owner@globex.example');

const page = async (query = '', send: Send = owner): Promise<MailPage> => {
  const response = await send('GET', `/mails?limit=200&${query}`);
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as MailPage;
};
const list = async (query = '', send: Send = owner) => (await page(query, send)).items;
const read = async (id: string, send: Send = owner): Promise<Mail> => (await (await send('GET', `/mails/${id}`)).json()) as Mail;

async function permit(membershipId: string, permissions: object, contractIds: string[] | null = null): Promise<void> {
  const stored = { permissions: JSON.stringify(permissions), contract_ids: contractIds && JSON.stringify(contractIds) };
  await database.updateTable('memberships').set(stored).where('id', '=', membershipId).execute();
}

/** Wakes the outbox, and waits until nothing is left in it. */
async function sent(): Promise<void> {
  await owner('POST', '/session/renewal');
  await emptied(database);
}

/** Has a new invoice mailed; resolves with its number. */
async function mailInvoice(changes: Parameters<typeof storeInvoice>[1] = {}): Promise<{ id: string; number: string }> {
  const id = await storeInvoice(database, changes);
  await announce(database, { about: 'invoice', invoiceId: id });
  const { number } = await database.selectFrom('invoices').select('number').where('id', '=', id).executeTakeFirstOrThrow();
  return { id, number };
}

/** The owner's mail about a new invoice, as it was sent. */
async function invoiceMail(): Promise<{ mail: Mail; received: Received; number: string }> {
  const { number } = await mailInvoice();
  await sent();
  const [found] = await list(`q=${number}&contactId=mem_acme_owner`);
  const received = mailServer.received.findLast(
    ({ to, source }) => to.includes('owner@acme.example') && source.includes(`Invoice ${number}`),
  )!;
  return { mail: await read(found!.id), received, number };
}

const idOf = ({ from }: Received) => /\+([\w-]+)@/.exec(from)![1]!;
const statesOf = ({ steps }: Mail) => steps.map(({ state }) => state);

beforeEach(() => {
  mailServer.state.refusal = undefined;
  mailServer.state.refused = 0;
});

describe('what is sent', () => {
  test('is kept as it went out, with the answer of the mail server', async () => {
    const { mail, received, number } = await invoiceMail();
    assert.equal(mail.subject, `Invoice ${number}`);
    assert.deepEqual(mail.to, { contactId: 'mem_acme_owner', name: 'Olivia Owner', address: 'owner@acme.example' });
    assert.deepEqual(
      [mail.kind, mail.kindLabel, mail.state, mail.isCopy, mail.redacted],
      ['invoice', 'New invoices', 'sent', false, false],
    );
    assert.match(mail.reason ?? '', /^250 .*queued as 4F1A2$/);
    assert.deepEqual(statesOf(mail), ['queued', 'sent']);
    assert.equal(mail.object?.label, number);
    assert.equal(mail.object.linked, true);
    const out = await simpleParser(received.source);
    assert.equal(mail.text, out.text?.replace(/\n?$/, '\n'));
    assert.equal(mail.html?.trim(), (out.html || '').trim());
    assert.deepEqual(mail.attachments, [{ name: `Invoice ${number}.pdf`, mediaType: 'application/pdf', size: out.attachments[0]!.size }]);
  });

  test('has an address of its own for reports, asks for them, and a Message-ID by which it is known', async () => {
    const { received } = await invoiceMail();
    const id = idOf(received);
    assert.equal(received.from, `bounces+${id}@nordkai.example`);
    assert.equal(received.envelopeId, id);
    assert.deepEqual([...received.notify].sort(), ['DELAY', 'FAILURE', 'SUCCESS']);
    assert.match(received.source, new RegExp(`^Message-ID: <${id}@nordkai\\.example>$`, 'mi'));
    assert.match(decoded(received.source), /^From: Nordkai <portal@nordkai\.example>$/m);
  });

  test('is the same as a file for mail programs', async () => {
    const { mail, received } = await invoiceMail();
    const response = await owner('GET', `/mails/${mail.id}/source`);
    assert.equal(response.headers.get('content-type'), 'message/rfc822');
    assert.match(response.headers.get('content-disposition') ?? '', /^attachment; filename="Invoice T-\d+\.eml"/);
    const [file, out] = await Promise.all([simpleParser(Buffer.from(await response.arrayBuffer())), simpleParser(received.source)]);
    assert.deepEqual(
      [file.subject, file.text, file.html, file.messageId, file.attachments[0]!.checksum, file.from?.text],
      [out.subject, out.text, out.html, out.messageId, out.attachments[0]!.checksum, out.from?.text],
    );
    assert.equal(file.date?.getTime(), Math.floor(Date.parse(mail.at) / 1000) * 1000);
  });

  test('waits with its reason while the mail server puts it off, and is tried again', async () => {
    mailServer.state.refusal = { to: 'address', code: 451, words: '4.7.1 Greylisted, come back in five minutes' };
    const { number } = await mailInvoice();
    await owner('POST', '/session/renewal');
    await until('Nothing is put off', async () => (await list(`q=${number}&state=deferred`)).length === 3);
    const [waiting] = await list(`q=${number}&contactId=mem_acme_owner`);
    assert.match(waiting!.reason ?? '', /^451 4\.7\.1 Greylisted, come back in five minutes$/);
    mailServer.state.refusal = undefined;
    await database.updateTable('outbox').set({ due_at: sql<Date>`now()` }).execute(); // prettier-ignore
    await sent();
    const mail = await read(waiting!.id);
    assert.deepEqual(statesOf(mail), ['queued', 'deferred', 'sent']);
    assert.equal(mail.attachments.length, 1);
  });

  for (const [to, code] of [
    ['address', 550],
    ['mail', 552],
  ] as const)
    // prettier-ignore
    test(`has bounced when the mail server refuses the ${to} for good, and is not tried again`, async () => {
      mailServer.state.refusal = { to, code, words: '5.1.1 User unknown' };
      const before = (await page()).summary.notDelivered;
      const { number } = await mailInvoice();
      await sent();
      assert.equal(mailServer.state.refused, 3);
      const [mail] = await list(`q=${number}&state=bounced&contactId=mem_acme_owner`);
      assert.match(mail!.reason ?? '', new RegExp(`^${code} 5\\.1\\.1 User unknown$`));
      assert.equal((await page()).summary.notDelivered, before + 3);
      assert.equal((await page('state=sent')).summary.notDelivered, before + 3);
      assert.equal((await page(`q=${number}`)).summary.notDelivered, 3);
    });

  test('tells nobody where the mail server is or how the portal signs in there', async () => {
    const elsewhere = await startMailServer();
    const other = await startHost({
      sendMail: mailTransport(readConfiguration({ PORTAL_SMTP_URL: elsewhere.url.replace('secret', 'wrong') })),
    });
    const send = await other.signIn('owner@acme.example');
    await send('POST', '/password-resets', { body: { email: 'tech@acme.example' } });
    const seen = async () => list('', send);
    await until('Nothing is put off', async () => (await seen())[0]?.state === 'deferred');
    assert.equal((await seen())[0]!.reason, 'No mail server could be reached');
    await elsewhere.stop();
    await other.database.updateTable('outbox').set({ due_at: sql<Date>`now()`, attempts: 8 }).execute(); // prettier-ignore
    await send('POST', '/session/renewal');
    await until('It is not given up', async () => (await seen())[0]?.state === 'failed');
    assert.equal((await seen())[0]!.reason, 'No mail server could be reached');
    assert.deepEqual(statesOf(await read((await seen())[0]!.id, send)), ['queued', 'deferred', 'failed']);
  });

  test('is forgotten where nothing was to be sent after all, and told of as cancelled once it was tried', async () => {
    const id = await storeInvoice(database);
    mailServer.state.refusal = { to: 'mail', code: 451, words: 'Later' };
    await announce(database, { about: 'invoice', invoiceId: id });
    await owner('POST', '/session/renewal');
    await until('Nothing is put off', async () => (await list('state=deferred')).length === 3);
    mailServer.state.refusal = undefined;
    await database.updateTable('invoices').set({ state: 'draft' }).where('id', '=', id).execute();
    await database.updateTable('outbox').set({ due_at: sql<Date>`now()` }).execute(); // prettier-ignore
    await sent();
    assert.equal((await list('state=deferred')).length, 0);
    assert.equal((await list('state=cancelled')).length, 3);
    const before = (await list()).length;
    await announce(database, { about: 'overdue', invoiceId: id, stage: 1 });
    await sent();
    assert.equal((await list()).length, before);
  });
});

describe('links and codes that open an account', () => {
  test('are in the mail and nowhere in the database, and such a mail is not sent again', async () => {
    await host.send('POST', '/password-resets', { body: { email: 'billing@acme.example', language: 'de' } });
    await emptied(database);
    const source = decoded(mailServer.received.at(-1)!.source);
    const code = /set-password\?code=([\w-]{43})/.exec(source)![1]!;
    const short = /(?<![\w-])([0-9A-Z]{4}-[0-9A-Z]{4})(?![\w-])/.exec(source)![1]!;
    const [found] = await list('kind=account&contactId=mem_acme_billing');
    const mail = await read(found!.id);
    assert.equal(mail.subject, 'Neues Passwort für das Kundenportal');
    assert.equal(mail.redacted, true);
    assert.match(mail.text ?? '', /Guten Tag Bruno Billing,[^]*\[Der Link und der Code standen nur in der E-Mail selbst/);
    assert.deepEqual(mail.allowedActions, ['download']);
    const file = await (await owner('GET', `/mails/${mail.id}/source`)).text();
    const { rows } = await sql<{ row: string }>`
      select row(mails.*)::text as row from mails union all select row(mail_steps.*)::text from mail_steps
      union all select row(outbox.*)::text from outbox`.execute(database);
    for (const secret of [code, short, '/set-password'])
      for (const kept of [JSON.stringify(mail), decoded(file), rows.map(({ row }) => row).join('\n')])
        assert.ok(!kept.includes(secret), secret);
    const again = await owner('POST', `/mails/${mail.id}/copies`);
    assert.deepEqual([again.status, await kindOf(again)], [409, 'mail-redacted']);
  });
});

describe('what comes back', () => {
  const report = (received: Received, more: Partial<Parameters<typeof aBounce>[0]> = {}) =>
    aBounce({ to: received.from, recipient: 'owner@acme.example', ...more });

  test('makes a mail bounced, with the words of the server that refused it', async () => {
    const { mail, received } = await invoiceMail();
    const { outcome } = await takeReport(database, report(received));
    assert.equal(outcome, 'recorded');
    const { state, reason, steps } = await read(mail.id);
    assert.equal(state, 'bounced');
    assert.equal(reason, '550 5.1.1 <owner@acme.example>: Recipient address rejected: User unknown');
    assert.equal(steps.at(-1)!.server, 'mail.acme.example');
  });

  test('is matched by Message-ID or envelope id where the address holds nothing', async () => {
    for (const by of ['about', 'envelopeId'] as const) {
      const { mail, received } = await invoiceMail();
      const id = idOf(received);
      const value = by === 'about' ? `<${id}@nordkai.example>` : id;
      const { outcome } = await takeReport(database, report(received, { to: 'portal@nordkai.example', [by]: value }));
      assert.equal(outcome, 'recorded', by);
      assert.equal((await read(mail.id)).state, 'bounced', by);
    }
  });

  test('tells of delay and delivery; what overtakes something else leaves what is known better', async () => {
    const { mail, received } = await invoiceMail();
    const states: string[] = [];
    for (const action of ['delayed', 'relayed', 'delivered', 'delayed', 'relayed', 'failed', 'delivered']) {
      await takeReport(
        database,
        report(received, { action, status: action === 'failed' ? '5.2.2' : '2.0.0', diagnostic: `smtp; ${action}` }),
      );
      states.push((await read(mail.id)).state);
    }
    assert.deepEqual(states, ['deferred', 'sent', 'delivered', 'delivered', 'delivered', 'bounced', 'bounced']);
    assert.deepEqual(statesOf(await read(mail.id)), [
      'queued',
      'sent',
      'deferred',
      'sent',
      'delivered',
      'deferred',
      'sent',
      'bounced',
      'delivered',
    ]);
    assert.equal((await read(mail.id)).reason, '5.2.2 failed');
  });

  test('may come before the answer of the mail server has been written down', async () => {
    const { mail, received } = await invoiceMail();
    await takeReport(database, report(received));
    await recordStep(database, idOf(received), { state: 'sent', reason: '250 Ok' });
    assert.equal((await read(mail.id)).state, 'bounced');
  });

  test('is told once however often it comes, and of the receiver alone whom it is about', async () => {
    const { mail, received } = await invoiceMail();
    const twice = report(received, { action: 'delayed', id: '<twice@mx.example>' });
    await takeReport(database, twice);
    await takeReport(database, twice);
    assert.deepEqual(statesOf(await read(mail.id)), ['queued', 'sent', 'deferred']);
    const several = report(received, { recipient: 'other@elsewhere.example' })
      .toString()
      .replace('\r\n--b0--', '')
      .replace(
        '\r\n--b0\r\nContent-Description: Undelivered',
        '\r\nFinal-Recipient: rfc822; owner@acme.example\r\nAction: delivered\r\nStatus: 2.0.0\r\n\r\n--b0\r\nContent-Description: Undelivered',
      );
    await takeReport(database, Buffer.from(`${several}\r\n--b0--\r\n`));
    assert.equal((await read(mail.id)).state, 'delivered');
  });

  test('gives rise to no mail: not a bounce of a bounce, an automatic answer, or a bounce of a mail sent again', async () => {
    const { received } = await invoiceMail();
    const count = mailServer.received.length;
    const bounceOfBounce = aBounce({
      to: 'bounces@nordkai.example',
      recipient: 'MAILER-DAEMON@mx.example',
      about: '<report-1@mx.example>',
    });
    const answer = Buffer.from(`To: ${received.from}\r\nSubject: Out of office\r\nAuto-Submitted: auto-replied\r\n\r\nBack on Monday`);
    for (const raw of [bounceOfBounce, answer, report(received)]) await takeReport(database, raw);
    await sent();
    assert.equal(mailServer.received.length, count);
  });

  test('is kept whole and named where it cannot be used', async () => {
    const { received } = await invoiceMail();
    const unknown = aBounce({ to: `bounces+${randomUUID()}@nordkai.example`, recipient: 'x@y.example' });
    const answer = Buffer.from(`To: ${received.from}\r\nSubject: Out of office\r\n\r\nBack on Monday\0`);
    const strange = report(received, { action: 'teleported' });
    for (const [raw, problem, words] of [
      [unknown, 'unknown-mail', /about no mail of the mail log/],
      [answer, 'no-report', /Out of office/],
      [strange, 'no-report', /teleported/],
      [Buffer.alloc(20_000_001, 'x'), 'too-large', /longer than/],
    ] as const) {
      const { outcome, detail } = await takeReport(database, raw);
      assert.equal(outcome, problem);
      assert.match(detail, words);
      const id = /kept as (rep_[\w-]+)/.exec(detail)![1]!;
      const kept = await database.selectFrom('mail_reports').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
      assert.equal(kept.problem, problem);
      assert.ok(raw.subarray(0, 100_000).equals(Buffer.from(kept.source).subarray(0, 100_000)));
    }
  });
});

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'portal-bounce-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const command = async (args: string[], message: Buffer, environment: Record<string, string> = {}) => {
    const child = spawn(process.execPath, ['--import', 'tsx', join(packageFolder, 'bin/portal-elements-host.ts'), 'bounce', ...args], {
      cwd: packageFolder,
      env: { PATH: process.env['PATH'], PORTAL_DATA: folder, ...environment },
    });
    child.stdin.on('error', () => {}).end(message);
    const [out, error] = await Promise.all([streamText(child.stdout), streamText(child.stderr)]);
    return { code: child.exitCode ?? (await new Promise((resolve) => child.once('exit', resolve))), out, error };
  };

  test('hands a report to the running host, by the address that the mail server took it for', async () => {
    writeFileSync(join(folder, 'host.json'), JSON.stringify({ pid: process.pid, url: host.url, token: 'secret-of-the-test' }));
    const { mail, received } = await invoiceMail();
    const bounce = aBounce({ to: 'bounces@nordkai.example', recipient: 'owner@acme.example' });
    const taken = await command(['--to', received.from], bounce);
    assert.deepEqual([taken.code, taken.out.trim(), taken.error], [0, `recorded. bounced: ${idOf(received)}`, '']);
    assert.equal((await read(mail.id)).state, 'bounced');
    const unknown = await command([], bounce);
    assert.equal(unknown.code, 0);
    assert.match(unknown.out, /^unknown-mail\. It is about no mail of the mail log: it names none\. It is kept as rep_/);
    assert.equal((await fetch(`${host.url}/internal/bounces`, { method: 'POST', body: 'x' })).status, 401);
  });

  test('has the mail server keep the message while nobody can take it, and explains itself', async () => {
    const elsewhere = await command([], Buffer.from('x'), { DATABASE_URL: 'postgresql://127.0.0.1:1/none', PORTAL_COMPANY: join(packageFolder, 'demo/company.json') }); // prettier-ignore
    assert.equal(elsewhere.code, 75);
    assert.match(elsewhere.error, /cannot be used/);
    const wrong = await command(['--from', 'x'], Buffer.from(''));
    assert.equal(wrong.code, 64);
    assert.match(wrong.error, /Usage: portal-elements-host bounce/);
    assert.equal((await command(['--help'], Buffer.from(''))).code, 0);
  });
});

describe('who may know of which mail', () => {
  const everything = { allow: { 'client-portal': ['view', 'create', 'update', 'delete'] } };

  test('is decided here: without the right to see invoices there is no mail about one, in no list, count, search, file or copy', async () => {
    mailServer.state.refusal = { to: 'address', code: 550, words: '5.1.1 User unknown' };
    const { number } = await mailInvoice();
    await sent();
    mailServer.state.refusal = undefined;
    const [mail] = await list(`q=${number}`);
    await permit('mem_acme_tech', { ...everything, deny: { 'billing.invoices': ['view'] } });
    const seen = await page('', tech);
    assert.ok(seen.items.length > 0 && seen.items.every(({ kind }) => kind === 'account'));
    assert.equal(seen.summary.notDelivered, 0);
    for (const query of [`q=${number}`, 'kind=invoice', 'contactId=mem_acme_billing&kind=invoice', 'state=bounced'])
      assert.deepEqual(await list(query, tech), [], query);
    for (const [method, path] of [
      ['GET', ''],
      ['GET', '/source'],
      ['POST', '/copies'],
    ] as const)
      // prettier-ignore
      assert.equal((await tech(method, `/mails/${mail!.id}${path}`)).status, 404, path);
    const csv = await (await tech('GET', '/mails', { headers: { accept: 'text/csv' } })).text();
    assert.ok(!csv.includes(number));
    const options = (await (await tech('GET', '/mails/options')).json()) as MailOptions;
    assert.deepEqual(options.kinds.map(({ id }) => id), ['statement', 'account', 'ticket']); // prettier-ignore
    assert.ok(!JSON.stringify(await (await tech('GET', '/events')).json()).includes(number));
  });

  test('holds for their own mail about invoices too', async () => {
    await permit('mem_acme_tech', { allow: { 'billing.email': ['view'], 'reports.mail-log': ['view'] } });
    const { number } = await mailInvoice();
    await sent();
    assert.equal((await list(`q=${number}&contactId=mem_acme_tech`)).length, 1);
    assert.deepEqual(await list(`q=${number}`, tech), []);
  });

  test('mail about accounts is of whom it went to, and of who may see the people', async () => {
    await permit('mem_acme_tech', { allow: { 'reports.mail-log': ['view'] } });
    for (const email of ['tech@acme.example', 'billing@acme.example']) await host.send('POST', '/password-resets', { body: { email } });
    await emptied(database);
    const receivers = async (send: Send) => [...new Set((await list('kind=account', send)).map(({ to }) => to.contactId))].sort();
    assert.deepEqual(await receivers(tech), ['mem_acme_tech']);
    assert.deepEqual(await receivers(owner), ['mem_acme_billing', 'mem_acme_tech']);
    await permit('mem_acme_tech', { allow: { 'reports.mail-log': ['view'], 'profile.contacts': ['view'] } });
    assert.deepEqual(await receivers(tech), ['mem_acme_billing', 'mem_acme_tech']);
  });

  test('who is limited to contracts sees mail about what belongs to these', async () => {
    const rights = { allow: { 'reports.mail-log': ['view'], 'reports.ledger': ['view'], 'billing.invoices': ['view'] } };
    const [theirs, others] = [await mailInvoice(), await mailInvoice()];
    const line = { position: 1, description: 'Lines', quantity: '1', unit: null, unit_price: '100', tax_category: 'S', tax_rate: '19' };
    await database.insertInto('invoice_lines').values({ ...line, invoice_id: theirs.id, contract_id: 'con_acme_voip', net: '100', period_from: null, period_to: null }).execute(); // prettier-ignore
    await sent();
    await permit('mem_acme_lines', rights, ['con_acme_voip']);
    assert.ok((await list(`q=${theirs.number}`, lines)).length > 0);
    assert.deepEqual(await list(`q=${others.number}`, lines), []);
    await permit('mem_acme_lines', rights);
    assert.ok((await list(`q=${others.number}`, lines)).length > 0);
    await permit('mem_acme_lines', rights, ['con_acme_voip']);
    const statement = { message_id: randomUUID(), client_id: 'cli_acme', name: 'N', address: 'n@acme.example', kind: 'statement', resource: 'reports.ledger', subject: 'S', search: '' }; // prettier-ignore
    await database.insertInto('mails').values([{ ...statement, id: 'mai_s1', membership_id: 'mem_acme_owner' }, { ...statement, id: 'mai_s2', membership_id: 'mem_acme_lines' }]).execute(); // prettier-ignore
    // The ledger is of the whole client.
    assert.deepEqual(await list('kind=statement', lines), []);
    assert.equal((await list('kind=statement')).length, 2);
  });

  test('another client knows of none, and who may not see the log of nothing', async () => {
    const { mail, number } = await invoiceMail();
    assert.deepEqual(await list(`q=${number}`, globex), []);
    for (const path of ['', '/source']) assert.equal((await globex('GET', `/mails/${mail.id}${path}`)).status, 404);
    assert.equal((await globex('POST', `/mails/${mail.id}/copies`)).status, 404);
    assert.equal((await billing('GET', '/mails')).status, 403);
    assert.equal((await billing('GET', `/mails/${mail.id}`)).status, 403);
  });

  test('mail to a person of two clients is in the log of both, with all that becomes of it', async () => {
    await host.send('POST', '/password-resets', { body: { email: 'consultant@partner.example' } });
    await emptied(database);
    await takeReport(database, aBounce({ to: mailServer.received.at(-1)!.from, recipient: 'consultant@partner.example' }));
    for (const [send, contactId] of [
      [owner, 'mem_acme_consultant'],
      [globex, 'mem_globex_consultant'],
    ] as const) {
      // prettier-ignore
      const [mail] = await list(`contactId=${contactId}&kind=account`, send);
      assert.equal(mail!.state, 'bounced');
    }
  });

  test('mail to the company’s own people is in no log', async () => {
    await host.send('POST', '/account-requests', { body: { contractNumber: 'V-2001', email: 'stranger@nowhere.example' } });
    await emptied(database);
    const found = await database.selectFrom('mails').select('id').where('address', 'like', '%nowhere.example').execute();
    assert.deepEqual(found, []);
  });
});

describe('finding mail', () => {
  test('by words of subject, text, name and address; by state, kind, person and day; never by what is none of these', async () => {
    const { number } = await invoiceMail();
    for (const query of [`q=${number}`, `q=${number} olivia`, `q=${number} nordkai`, `q=${number.toLowerCase()} acme.exa`])
      assert.ok((await list(query)).length > 0, query);
    for (const query of [
      `q=${number} nobodyatall`,
      'q=%27%20or%201=1',
      `q=${number}&state=deferred`,
      `q=${number}&kind=account`,
      `q=${number}&contactId=mem_globex_owner`,
      `q=${number}&to=2020-01-01`,
    ])
      // prettier-ignore
      assert.deepEqual(await list(query), [], query);
    assert.equal((await owner('GET', '/mails?from=yesterday')).status, 400);
    assert.equal((await owner('GET', '/mails?state=%00')).status < 500, true);
  });

  test('page by page, each once', async () => {
    const all = (await list()).map(({ id }) => id);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const response: Response = await owner('GET', `/mails?limit=7${cursor && `&cursor=${cursor}`}`);
      const { items, page: links } = (await response.json()) as MailPage;
      seen.push(...items.map(({ id }) => id));
      cursor = links.nextCursor;
    }
    assert.deepEqual(seen, all);
  });

  test('as CSV of all that the filter chooses', async () => {
    const { number } = await invoiceMail();
    const text = await (await owner('GET', `/mails?q=${number}`, { headers: { accept: 'text/csv' } })).text();
    const { data } = Papa.parse<Record<string, string>>(text.replace('\ufeff', ''), { header: true, skipEmptyLines: true });
    assert.equal(data.length, 3);
    assert.deepEqual([data[0]!['Subject'], data[0]!['State'], data[0]!['Kind']], [`Invoice ${number}`, 'Sent', 'New invoices']);
  });
});

describe('sending again', () => {
  const unlimited = () => database.deleteFrom('attempts').execute();

  test('goes to who asks and to nobody else, with the same words and files, and is in the log', async () => {
    const { number } = await mailInvoice();
    await sent();
    const [theirs] = await list(`q=${number}&contactId=mem_acme_billing`);
    const count = mailServer.received.length;
    const response = await owner('POST', `/mails/${theirs!.id}/copies`);
    assert.equal(response.status, 202);
    assert.deepEqual(await response.json(), { to: 'owner@acme.example' });
    await emptied(database);
    assert.equal(mailServer.received.length, count + 1);
    const received = mailServer.received.at(-1)!;
    assert.deepEqual(received.to, ['owner@acme.example']);
    const out = await simpleParser(received.source);
    assert.match(out.text ?? '', /^Hello Bruno Billing,/);
    assert.deepEqual(out.attachments.map(({ filename }) => filename), [`Invoice ${number}.pdf`]); // prettier-ignore
    const [copy] = await list(`q=${number}&contactId=mem_acme_owner`);
    assert.deepEqual([copy!.isCopy, copy!.state], [true, 'sent']);
    assert.equal((await read(copy!.id)).attachments.length, 1);
    const events = (await (await owner('GET', '/events?kind=sendMailCopy')).json()) as components['schemas']['EventPage'];
    assert.equal(events.items.length, 1);
    assert.equal(events.items[0]!.object, null);
  });

  test('is limited, and says so', async () => {
    await unlimited();
    const { mail } = await invoiceMail();
    const answers: number[] = [];
    for (let turn = 0; turn < 11; turn += 1) answers.push((await owner('POST', `/mails/${mail.id}/copies`)).status);
    assert.deepEqual(answers, [...Array.from({ length: 10 }, () => 202), 429]);
    const refused = await owner('POST', `/mails/${mail.id}/copies`);
    assert.equal(await kindOf(refused), 'too-many-copies');
    assert.ok(Number(refused.headers.get('retry-after')) > 3000);
    await emptied(database);
    await unlimited();
  });

  test('needs the right to, and is not done any more where the right is gone by then', async () => {
    await permit('mem_acme_lines', { allow: { reports: ['view', 'create'], 'billing.invoices': ['view'] } });
    const { mail, number } = await invoiceMail();
    mailServer.state.refusal = { to: 'mail', code: 451, words: 'Later' };
    assert.equal((await lines('POST', `/mails/${mail.id}/copies`)).status, 202);
    await until('The copy is not put off', async () => (await list(`q=${number}&state=deferred`)).length === 1);
    await permit('mem_acme_lines', { allow: { reports: ['view'] } });
    mailServer.state.refusal = undefined;
    const count = mailServer.received.length;
    await database.updateTable('outbox').set({ due_at: sql<Date>`now()` }).execute(); // prettier-ignore
    await sent();
    assert.equal(mailServer.received.length, count);
    assert.deepEqual((await list(`q=${number}&contactId=mem_acme_lines`)).map(({ state }) => state), ['cancelled']); // prettier-ignore
    assert.equal((await lines('POST', `/mails/${mail.id}/copies`)).status, 403);
  });
});

describe('mail about tickets', () => {
  type Ticket = components['schemas']['TicketSummary'];
  const support = { 'support.tickets': ['view', 'create', 'update'], 'reports.mail-log': ['view', 'create'] };
  const plain = { body: { mailFormat: 'plain' }, headers: { 'if-match': '*' } };

  /** A ticket of the owner, with one who is in copy, to which the company has answered. */
  async function answered(): Promise<Ticket> {
    await permit('mem_acme_tech', { allow: support });
    const body = { department: 'billing', subject: 'Broken door', text: 'It is stuck.', copies: ['mem_acme_tech'] };
    const response = await owner('POST', '/tickets', { body, headers: { 'idempotency-key': randomUUID() } });
    assert.equal(response.status, 201, await response.clone().text());
    const ticket = (await response.json()) as Ticket;
    await postAsStaff(database, { ticketId: ticket.id, name: 'Nora Lind', text: `Try once more, ${ticket.number}.` });
    await sent();
    return ticket;
  }

  test('is seen by who got it, and by who may see tickets of others', async () => {
    const { number, id } = await answered();
    const query = `q=${number}&kind=ticket`;
    const all = await list(query);
    assert.deepEqual(new Set(all.map(({ to }) => to.contactId)), new Set(['mem_acme_owner', 'mem_acme_tech']));
    const { object } = await read(all[0]!.id);
    assert.deepEqual([object?.type, object?.id, object?.linked], ['ticket', id, true]);
    const own = await list(query, tech);
    assert.ok(own.length > 0 && own.every(({ to }) => to.contactId === 'mem_acme_tech'));
    for (const each of all.filter(({ to }) => to.contactId === 'mem_acme_owner'))
      assert.equal((await tech('GET', `/mails/${each.id}`)).status, 404);
    await permit('mem_acme_tech', { allow: { 'reports.mail-log': ['view'] } });
    assert.deepEqual(await list(query, tech), []);
  });

  test('bounces by the Message-ID that all parties have got, with its receiver', async () => {
    const { number } = await answered();
    const ofTech = (await list(`q=${number}&contactId=mem_acme_tech`)).find(({ subject }) => subject === `Ticket ${number}: Broken door`)!;
    const source = await (await owner('GET', `/mails/${ofTech.id}/source`)).text();
    const about = /^Message-ID: (<pst_[^>]+>)/im.exec(source)![1]!;
    const { outcome } = await takeReport(database, aBounce({ to: 'portal@nordkai.example', recipient: 'Tech@acme.example', about }));
    assert.equal(outcome, 'recorded');
    const mails = (await list(`q=${number}`)).filter(({ subject }) => subject === ofTech.subject);
    assert.deepEqual(Object.fromEntries(mails.map(({ to, state }) => [to.contactId, state])), { mem_acme_owner: 'sent', mem_acme_tech: 'bounced' }); // prettier-ignore
  });

  test('that is plain text is plain text in its file and in a copy of it', async () => {
    assert.equal((await owner('PATCH', '/support-preferences', plain)).status, 200);
    const { number } = await answered();
    const mail = (await list(`q=${number}&contactId=mem_acme_owner`)).find(({ subject }) => subject === `Ticket ${number}: Broken door`)!;
    assert.equal((await read(mail.id)).html, null);
    const source = await (await owner('GET', `/mails/${mail.id}/source`)).text();
    assert.match(source, /^Content-Type: text\/plain/m);
    assert.equal((await owner('POST', `/mails/${mail.id}/copies`)).status, 202);
    await sent();
    assert.ok(!mailServer.received.at(-1)!.source.includes('text/html'));
  });
});

describe('keeping mail', () => {
  test('ends after so many days, and is not shown any longer, but what still waits stays', async () => {
    const { mail, number } = await invoiceMail();
    const old = sql`update mails set at = now() - interval '366 days' where id = ${mail.id}`;
    await old.execute(database);
    assert.ok(!(await list(`q=${number}`)).some(({ id }) => id === mail.id));
    assert.equal((await owner('GET', `/mails/${mail.id}`)).status, 404);
    mailServer.state.refusal = { to: 'mail', code: 451, words: 'Later' };
    const waiting = await mailInvoice();
    await owner('POST', '/session/renewal');
    await until('Nothing is put off', async () => (await list(`q=${waiting.number}&state=deferred`)).length === 3);
    await sql`update mails set at = now() - interval '366 days' where state = 'deferred'`.execute(database);
    await deleteOldMails(database, 365);
    const left = await database.selectFrom('mails').select('state').where('at', '<', sql<Date>`now() - interval '365 days'`).execute(); // prettier-ignore
    assert.deepEqual(left.map(({ state }) => state), ['deferred', 'deferred', 'deferred']); // prettier-ignore
    const files = await database.selectFrom('mail_attachments').select('mail_id').where('mail_id', '=', mail.id).execute();
    assert.deepEqual(files, []);
    assert.equal((await page()).keptDays, 365);
  });
});
