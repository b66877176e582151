import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { readConfiguration } from '../src/configuration.js';
import { writeLetter, type LetterName } from '../src/mail/template.js';
import { openOutbox } from '../src/mail/outbox.js';
import { queue, type QueuedLetter } from '../src/mail/queue.js';
import { mailTransport } from '../src/mail/transport.js';
import { startDatabase, startHost } from './support/host.js';
import { decoded, startMailServer } from './support/mail-server.js';
import { emptied } from './support/mailbox.js';
import { until } from './support/until.js';

const logged: string[] = [];
const mailServer = await startMailServer();
const configuration = readConfiguration({ PORTAL_SMTP_URL: mailServer.url });
const host = await startHost({
  logLevel: 'info',
  log: { write: (line) => logged.push(line) },
  sendMail: mailTransport(configuration),
});
const reset = (email: string, language = 'en') => host.send('POST', '/password-resets', { body: { email, language } });

test('mail goes out through the mail server, with links to the host itself where nothing else is said', async () => {
  assert.equal((await reset('owner@acme.example')).status, 202);
  await emptied(host.database);
  const [mail] = mailServer.received;
  assert.deepEqual([mail!.from, mail!.to], ['portal@nordkai.example', ['owner@acme.example']]);
  const text = decoded(mail!.source);
  assert.match(text, /^From: Nordkai <portal@nordkai\.example>$/m);
  assert.match(text, /^Auto-Submitted: auto-generated$/m);
  assert.match(text, /multipart\/alternative/);
  assert.ok(text.includes(`${host.url}/set-password?code=`));
});

test('a mail server that is down changes no answer; the mail goes out later, with a code that works', async () => {
  mailServer.state.refusal = { to: 'mail', code: 451, words: 'Come back later' };
  const already = mailServer.received.length;
  assert.equal((await reset('billing@acme.example')).status, 202);
  await until('The mail server is not asked', () => mailServer.state.refused > 0);
  mailServer.state.refusal = undefined;
  const soon = sql<Date>`now() + interval '1 minute'`;
  const put = host.database.selectFrom('outbox').select('id').where('due_at', '<=', soon);
  await until('The mail is not put back', async () => (await put.execute()).length > 0);
  const waiting = await host.database.selectFrom('outbox').selectAll().execute();
  assert.equal(waiting.length, 1);
  assert.equal(waiting[0]!.attempts, 1);
  await host.database
    .updateTable('outbox')
    .set({ due_at: sql<Date>`now()` })
    .execute();
  await reset('stranger@nowhere.example');
  await emptied(host.database);
  assert.equal(mailServer.received.length, already + 1);
  const code = /set-password\?code=([\w-]{43})/.exec(decoded(mailServer.received.at(-1)!.source))![1]!;
  assert.equal((await host.send('POST', '/mailed-codes/check', { body: { code } })).status, 200);
  assert.ok(logged.some((line) => line.includes('tried again')));
});

test('what is put in and looked for within the same instant is sent at once, not with the look of the next minute', async () => {
  const database = await startDatabase();
  const note = { kind: 'note', subject: 'Once', paragraphs: [] } as const;
  // The instant of a transaction stands still; PostgreSQL rounds it up about every second time (the embedded database has no fractions of milliseconds).
  for (let instant = 0; instant < 24; instant += 1) {
    await database.transaction().execute(async (transaction) => {
      const delivered: unknown[] = [];
      await queue(transaction, note);
      const outbox = openOutbox({
        database: transaction,
        deliver: (content) => Promise.resolve(void delivered.push(content)),
        onFailure: (error) => assert.fail(String(error)),
      });
      await until('The note is not sent', () => delivered.length === 1);
      await outbox.stop();
    });
  }
});

test('no code, address or password is written to the log or left in the database', async () => {
  const codes = mailServer.received.flatMap(({ source }) => /set-password\?code=([\w-]{43})/.exec(decoded(source))?.[1] ?? []);
  assert.ok(codes.length >= 2);
  const log = logged.join('');
  for (const secret of [...codes, 'secret words', 'secret%20words', 'billing@acme.example']) assert.ok(!log.includes(secret), secret);
  const rows = await host.database.selectFrom('mailed_codes').selectAll().execute();
  for (const code of codes) assert.ok(!JSON.stringify(rows).includes(code));
});

test('a code that waited too long goes to nobody: not to a former address, nor to who is no longer invited', async () => {
  const { database } = host;
  const person = await database.selectFrom('people').selectAll().where('email', '=', 'billing@acme.example').executeTakeFirstOrThrow();
  const letter = (to: string, content: Pick<QueuedLetter, 'letter' | 'code'>): QueuedLetter => ({
    kind: 'letter',
    to,
    language: 'en',
    values: {},
    ...content,
  });
  const before = mailServer.received.length;
  await queue(
    database,
    letter('former@acme.example', { letter: 'password-reset', code: { purpose: 'password-reset', personId: person.id } }),
  );
  const { id: membershipId, person_id: personId } = await database
    .selectFrom('memberships')
    .select(['id', 'person_id'])
    .where('id', '=', 'mem_acme_invited')
    .executeTakeFirstOrThrow();
  const { email } = await database.selectFrom('people').select('email').where('id', '=', personId).executeTakeFirstOrThrow();
  await database.updateTable('memberships').set({ status: 'no-login' }).where('id', '=', membershipId).execute();
  await queue(database, letter(email, { letter: 'invitation', code: { purpose: 'invitation', personId, membershipId } }));
  await reset('stranger@nowhere.example');
  await emptied(database);
  assert.equal(mailServer.received.length, before);
});

test('without a mail server each mail is a file, and who runs the host is told where', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'portal-mail-'));
  after(() => rm(dataFolder, { recursive: true }));
  const told: string[] = [];
  const send = mailTransport(readConfiguration({ PORTAL_DATA: dataFolder }), (file, { subject }) => told.push(`${subject} ${file}`));
  const letter = writeLetter({ letter: 'account', language: 'cs', values: { name: 'Fiona', client: 'Acme' } });
  await send({ to: 'fiona@acme.example', ...letter }, { id: randomUUID() });
  const [name] = await readdir(join(dataFolder, 'mail'));
  assert.match(name!, /^\d{4}-\d\d-\d\dT[\d-]+Z-.*portálu\.eml$/);
  assert.deepEqual(told, [`Váš účet v klientském portálu ${join(dataFolder, 'mail', name!)}`]);
  assert.match(await readFile(join(dataFolder, 'mail', name!), 'utf8'), /^To: fiona@acme\.example$/m);
});

test('letters are written in the language of the person, English where it is not known', async () => {
  const subject = (language: string) => writeLetter({ letter: 'password-reset', language, values: {} }).subject;
  assert.deepEqual(['en', 'de-AT', 'cs', 'ar', 'xx', 'constructor'].map(subject), [
    'A new password for the client portal',
    'Neues Passwort für das Kundenportal',
    'Nové heslo do klientského portálu',
    'كلمة مرور جديدة لبوابة العملاء',
    'A new password for the client portal',
    'A new password for the client portal',
  ]);
  await reset('tech@acme.example', 'de');
  await emptied(host.database);
  assert.match(decoded(mailServer.received.at(-1)!.source), /Guten Tag Tessa Tech,/);
});

test('every letter is complete in every language: names, link, code, and the direction of writing', () => {
  const letters: LetterName[] = [
    'account', 'account-exists', 'password-reset', 'password-elsewhere', 'invitation', 'invitation-sign-in', 'password-changed',
    'second-factor-off', 'email-changed', 'review',
  ]; // prettier-ignore
  const values = { name: 'Nora Name', client: 'Client AG', by: 'Ida Inviter', email: 'new@acme.example', contractNumber: 'V-1' };
  for (const language of ['en', 'de', 'cs', 'ar'])
    for (const letter of letters) {
      const { subject, text, html } = writeLetter({
        letter,
        language,
        values,
        link: 'https://x.example/a?b=1&c=2',
        shortCode: 'ABCD-1234',
      });
      assert.ok(subject.length > 5 && !/undefined|\[object/.test(subject + text + html), `${language} ${letter}`);
      assert.ok(text.includes('Nora Name') && html.includes('Nora Name') && text.includes('ABCD-1234'));
      if (text.includes('https://x.example')) assert.ok(html.includes('href="https://x.example/a?b=1&amp;c=2"'));
      assert.ok(html.includes(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`));
    }
});

test('what people call themselves cannot become markup or a second header', () => {
  const values = { name: '<img src=x onerror=alert(1)>', by: 'Eve\r\nBcc: all@acme.example', client: 'A & "B"\n' };
  const { subject, html, text } = writeLetter({ letter: 'invitation', language: 'en', values });
  assert.ok(!html.includes('<img') && html.includes('&lt;img'));
  assert.equal(subject, 'Invitation to the client portal of A & "B"');
  assert.ok(text.includes('\n\nEve Bcc: all@acme.example invites you'), 'nor a paragraph of its own');
});
