import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, describe, test } from 'node:test';
import { createTransport } from 'nodemailer';
import type { components } from 'portal-elements/contract';
import type { Action, Resource } from 'portal-elements/permissions.js';
import { demo } from '../demo/index.js';
import { demoTicketDepartments } from '../demo/tickets.js';
import { packageFolder } from '../src/configuration.js';
import { checkFile } from '../src/http/uploads.js';
import { mailTransport, type Mail } from '../src/mail/transport.js';
import { ticketFiles } from '../src/tickets/files.js';
import { runTicketMail } from '../src/tickets/mail/command.js';
import { lmtpServer } from '../src/tickets/mail/listener.js';
import { mergeTickets, postAsStaff } from '../src/tickets/staff.js';
import { compose, filePart, multipart, textPart, type Composed } from './support/compose.js';
import { startHost, type Send } from './support/host.js';
import { openMailbox } from './support/mailbox.js';
import { shapedMails } from './support/shaped-mails.js';

type Ticket = components['schemas']['Ticket'];

const mailbox = openMailbox();
const ticketMail = 'tickets@nordkai.example';
const staffMail = 'staff@nordkai.example';
const token = 'secret-of-the-test';
const host = await startHost({ sendMail: (mail) => mailbox.send(mail), staffMail, ticketMail, importToken: token });
const { database } = host;
await demoTicketDepartments(database);
const all: Action[] = ['view', 'create', 'update', 'delete'];

async function grant(membership: string, allow: Partial<Record<Resource, Action[]>>): Promise<void> {
  await database
    .updateTable('memberships')
    .set({ permissions: JSON.stringify({ allow }) })
    .where('id', '=', membership)
    .execute();
}

await grant('mem_acme_tech', { 'support.tickets': all });
await grant('mem_acme_billing', { 'support.tickets': all });
const owner = await host.signIn('owner@acme.example');
const tech = await host.signIn('tech@acme.example');

/** What has been mailed since; the company's own system, which posts without a request, does not wake the outbox. */
async function inbox(mails = mailbox, { send, database: of } = host): Promise<Mail[]> {
  await send('DELETE', '/session');
  return await mails.since(of);
}

async function open(copies: readonly string[] = ['mem_acme_tech'], send: Send = owner): Promise<{ id: string; number: string }> {
  const body = { department: 'billing', subject: 'The mailbox', text: 'It does not work.', copies };
  const response = await send('POST', '/tickets', { body, headers: { 'idempotency-key': randomBytes(8).toString('hex') } });
  assert.equal(response.status, 201, await response.clone().text());
  return (await response.json()) as { id: string; number: string };
}

const ask = (ticketId: string, text = 'Does it work now?') => postAsStaff(database, { ticketId, name: 'Nora Lind', text });
const read = async (id: string, send: Send = owner) => (await (await send('GET', `/tickets/${id}`)).json()) as Ticket;
const lastOf = async (id: string) => (await read(id)).posts.at(-1)!;

/** A ticket in which the company has asked something; with the mails that have brought the question. */
async function asked(copies?: readonly string[]): Promise<{ id: string; number: string; to: (name: string) => Mail }> {
  const ticket = await open(copies);
  await inbox();
  await ask(ticket.id);
  const mails = await inbox();
  return { ...ticket, to: (name) => mails.find(({ to }) => to === `${name}@acme.example`)! };
}

interface Outcome {
  became: string;
  reason?: string;
}

/** Hands a mail on as a mail server does. */
async function deliver(source: string | Buffer, { from, to = [] }: { from?: string; to?: string[] } = {}): Promise<Outcome> {
  const query = new URLSearchParams([...to.map((each) => ['to', each] as [string, string])]);
  if (from !== undefined) query.set('from', from);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'message/rfc822' };
  const response = await fetch(`${host.url}/internal/ticket-mail?${query.toString()}`, { method: 'POST', headers, body: source });
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as Outcome;
}

const answer = (mail: Mail, more: Partial<Composed> = {}) => compose({ to: mail.replyTo!, answers: mail.messageId!, ...more });
const setAside = (reason: string) => ({ became: 'set-aside', reason });
const posted = { became: 'post' };

describe('a post of the company', () => {
  test('is mailed to each party, in a thread, with an address of its own to answer to', async () => {
    const { id, number } = await open();
    await inbox();
    const first = await ask(id, 'Which one?\n\n  1. this\n  2. <b>that</b>');
    const second = await ask(id, 'Please tell us.');
    const mails = await inbox();
    assert.deepEqual(
      mails.map(({ to }) => to).sort(),
      ['owner', 'owner', 'tech', 'tech'].map((name) => `${name}@acme.example`),
    );
    const [one, two] = mails.filter(({ to }) => to.startsWith('tech'));
    assert.deepEqual(
      [one!.messageId, two!.messageId],
      [first, second].map((post) => `<${post}@nordkai.example>`),
    );
    assert.deepEqual([two!.inReplyTo, two!.references!.at(-1), two!.references!.length], [one!.messageId, one!.messageId, 2]);
    assert.equal(one!.replyTo, two!.replyTo);
    assert.equal(new Set(mails.map(({ replyTo }) => replyTo)).size, 2);
    assert.match(one!.replyTo!, /^tickets\+[0-9a-f]{32}@nordkai\.example$/);
    assert.equal(one!.subject, `Ticket ${number}: The mailbox`);
    assert.ok(one!.text.startsWith('##- Please write your answer above this line -##\n'));
    assert.ok(one!.text.includes('Which one?\n\n  1. this\n  2. <b>that</b>') && one!.html!.includes('\u00a0 2. &lt;b&gt;that&lt;/b&gt;'));
    assert.ok(one!.text.includes(`/ticket?id=${id}`));
  });

  test('is preceded by the mail that a ticket is open, which can be answered and begins the thread', async () => {
    const { id } = await open();
    const opening = (await inbox()).find(({ to }) => to === 'owner@acme.example')!;
    assert.ok(opening.replyTo && opening.headers?.['List-Id']);
    assert.deepEqual(
      await deliver(answer(opening, { from: 'owner@acme.example', text: 'One thing more' }), { to: [opening.replyTo] }),
      posted,
    );
    assert.equal((await lastOf(id)).text, 'One thing more');
    await inbox();
    await ask(id);
    const next = (await inbox()).find(({ to }) => to === 'owner@acme.example')!;
    assert.equal(next.references![0], opening.messageId);
  });

  test('goes out with the headers by which programs know not to answer it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'portal-ticket-mail-'));
    after(() => rm(folder, { recursive: true }));
    let file = '';
    const send = mailTransport({ smtpUrl: undefined, bounceMail: undefined, dataFolder: folder }, (path) => (file = path));
    await send((await asked()).to('tech'), { id: 'entry' });
    const source = await readFile(file, 'utf8');
    for (const line of [
      /^From: "?Nora Lind \(Nordkai\)"? <portal@nordkai\.example>$/m,
      /^Reply-To: tickets\+[0-9a-f]{32}@nordkai\.example$/m,
      /^Message-ID: <pst_[\w-]+@nordkai\.example>$/im,
      /^In-Reply-To: <pst_/m,
      /^References: <pst_/m,
      /^Auto-Submitted: auto-generated$/m,
      /^Precedence: list$/m,
      /^List-Id: Nordkai tickets <tickets\.nordkai\.example>$/im,
      /^X-Auto-Response-Suppress: All$/m,
    ])
      assert.match(source, line);
  });

  test('is mailed to nobody who may not read the ticket, and a note to nobody at all', async () => {
    const { id } = await open(['mem_acme_tech', 'mem_acme_billing']);
    await inbox();
    const note = await postAsStaff(database, { ticketId: id, name: 'Nora Lind', text: 'PRIVATE', hidden: true });
    await database.insertInto('outbox').values({ id: 'forged', content: JSON.stringify({ kind: 'ticket-post', postId: note, membershipId: 'mem_acme_tech' }) }).execute(); // prettier-ignore
    await owner('DELETE', `/tickets/${id}/copies/mem_acme_tech`);
    await grant('mem_acme_billing', { billing: all });
    await ask(id);
    await postAsStaff(database, { ticketId: id, name: 'Nora Lind', text: 'Imported', isMailed: false });
    const mails = await inbox();
    await grant('mem_acme_billing', { 'support.tickets': all });
    assert.deepEqual(mails.map(({ to }) => to), ['owner@acme.example']); // prettier-ignore
    assert.ok(mails.every((mail) => !JSON.stringify(mail).includes('PRIVATE')));
    assert.ok(!JSON.stringify((await ask(id), await inbox())).includes('PRIVATE'));
  });

  test('is told to be answered in the portal where no mailbox is set', async () => {
    const mails = openMailbox();
    const other = await startHost({ sendMail: (mail) => mails.send(mail) });
    await demoTicketDepartments(other.database);
    const { id } = await open([], await other.signIn('owner@acme.example'));
    await postAsStaff(other.database, { ticketId: id, name: 'Nora Lind', text: 'Well?' });
    // The first one says that the ticket was opened.
    const mail = (await inbox(mails, other)).find(({ text }) => text.includes('Well?'));
    assert.deepEqual([mail!.replyTo, mail!.messageId!.endsWith('@nordkai.example>')], [undefined, true]);
    assert.ok(!/##-|replying/.test(mail!.text));
  });
});

describe('an answer by mail', () => {
  test('is put into the ticket as its sender, told to the company and the other parties, and in the event log', async () => {
    const { id, number, to } = await asked();
    const [shape] = shapedMails;
    const id1 = '<one@client.example>';
    assert.deepEqual(await deliver(answer(to('tech'), { body: shape!.body, id: id1 })), posted);
    const { posts, status, lastReply } = await read(id, tech);
    const post = posts.at(-1)!;
    assert.deepEqual(
      [post.text, post.author, post.yours, status],
      [shape!.reply, { kind: 'client', name: 'Tessa Tech' }, true, 'waiting-for-support'],
    );
    assert.ok(post.quoted!.includes(shape!.folded));
    assert.equal(lastReply!.by.name, 'Tessa Tech');
    const mails = await inbox();
    assert.deepEqual(mails.map((mail) => mail.to).sort(), ['owner@acme.example', staffMail]); // prettier-ignore
    const copy = mails.find((mail) => mail.to.startsWith('owner'))!;
    assert.equal(copy.fromName, 'Tessa Tech (Nordkai)');
    assert.ok(copy.text.includes(shape!.reply) && !copy.text.includes('Does it work again?'));
    await ask(id, 'Thank you.');
    const after = await inbox();
    const threads = Object.fromEntries(after.map((mail) => [mail.to.split('@')[0]!, mail.inReplyTo]));
    assert.deepEqual(threads, { owner: copy.messageId, tech: id1 });
    const events = (await (await owner('GET', `/events?limit=5`)).json()) as components['schemas']['EventPage'];
    const event = events.items.find(({ kind, actor }) => kind === 'replyToTicket' && actor.name === 'Tessa Tech')!;
    assert.deepEqual([event.object?.label, event.device], [`${number} The mailbox`, 'E-mail']);
  });

  test('finds its ticket by its address whatever its subject, else by what it answers, never by its subject', async () => {
    const { id, number, to } = await asked();
    const { replyTo, messageId } = to('tech');
    const count = async () => (await read(id)).postCount;
    const before = await count();
    assert.deepEqual(await deliver(compose({ to: replyTo!.toUpperCase(), subject: 'Something else' })), posted);
    assert.deepEqual(await deliver(compose({ to: 'someone@nordkai.example' }), { to: [replyTo!] }), posted);
    assert.deepEqual(await deliver(compose({ to: ticketMail, headers: [`Delivered-To: ${replyTo}`] })), posted);
    assert.deepEqual(await deliver(compose({ to: ticketMail, answers: messageId! })), posted);
    const references = `${messageId} <unknown@client.example>`;
    assert.deepEqual(await deliver(compose({ to: ticketMail, answers: '<unknown@client.example>', references })), posted);
    const own = '<own@client.example>';
    await deliver(compose({ to: replyTo!, id: own }));
    assert.deepEqual(await deliver(compose({ to: ticketMail, answers: own })), posted);
    assert.equal(await count(), before + 7);
    for (const subject of [`Re: Ticket ${number}: The mailbox`, `[#${number}]`, id])
      assert.deepEqual(await deliver(compose({ to: ticketMail, subject })), setAside('no-ticket'));
    assert.equal(await count(), before + 7);
  });

  test('is there once, however often and how many at a time it comes', async () => {
    const { id, to } = await asked();
    const before = (await read(id)).postCount;
    const mail = answer(to('tech'));
    const outcomes = await Promise.all([deliver(mail), deliver(mail), deliver(`Received: from elsewhere\r\n${mail}`)]);
    assert.deepEqual(outcomes.map(({ became }) => became).sort(), ['nothing', 'nothing', 'post']);
    const without = answer(to('tech'), { id: null, text: 'Without an id' });
    assert.deepEqual([await deliver(without), await deliver(without)], [posted, { became: 'nothing' }]);
    assert.equal((await read(id)).postCount, before + 2);
    await inbox();
    const id1 = '<same@client.example>';
    await deliver(answer(to('tech'), { id: id1, text: 'One' }));
    const other = answer(to('tech'), { id: id1, text: 'Another' });
    assert.deepEqual([await deliver(other), await deliver(other)], [setAside('same-id'), { became: 'nothing' }]);
    assert.equal((await read(id)).postCount, before + 3);
    assert.equal((await inbox()).filter(({ subject }) => subject.startsWith('Set aside')).length, 1);
  });

  test('from somebody who may not answer is kept for the company, which is told, and is not in the ticket', async () => {
    const { id, to } = await asked(['mem_acme_tech', 'mem_acme_billing']);
    const before = await read(id);
    const { replyTo, messageId } = to('tech');
    await inbox();
    const refused: [string, Partial<Composed>][] = [
      ['unknown-sender', { from: 'stranger@elsewhere.example' }],
      ['unknown-sender', { from: 'Tessa Tech <tech@acme.example.elsewhere.example>' }],
      // Whoever was given the address is somebody else.
      ['unknown-sender', { from: 'owner@acme.example' }],
      ['unknown-sender', { from: 'owner@globex.example' }],
      ['unknown-sender', { headers: ['From: owner@acme.example'] }],
      ['unknown-sender', { to: ticketMail, from: 'owner@globex.example', answers: messageId! }],
      ['unknown-sender', { to: ticketMail, from: 'nobody@acme.example', answers: messageId! }],
      [
        'no-ticket',
        { to: replyTo!.replace(/[0-9a-f]{4}@/, '0000@'), answers: '<pst_00000000-0000-4000-8000-000000000000@nordkai.example>' },
      ],
    ];
    for (const [reason, more] of refused) {
      const mail = compose({ to: replyTo!, text: `Words of ${reason}`, ...more });
      assert.deepEqual(await deliver(mail), setAside(reason), JSON.stringify(more));
      const [note, ...others] = await inbox();
      assert.deepEqual([note!.to, others.length], [staffMail, 0]);
      assert.equal(note!.attachments![0]!.content.toString(), mail);
    }
    await grant('mem_acme_tech', { 'support.tickets': ['view'] });
    assert.deepEqual(await deliver(compose({ to: replyTo! })), setAside('not-permitted'));
    await grant('mem_acme_tech', { 'support.tickets': all });
    await database.updateTable('memberships').set({ status: 'inactive' }).where('id', '=', 'mem_acme_billing').execute();
    assert.deepEqual(await deliver(answer(to('billing'), { from: 'billing@acme.example' })), setAside('unknown-sender'));
    await database.updateTable('memberships').set({ status: 'active' }).where('id', '=', 'mem_acme_billing').execute();
    await owner('DELETE', `/tickets/${id}/copies/mem_acme_tech`);
    assert.deepEqual(await deliver(compose({ to: replyTo! })), setAside('no-ticket'));
    const now = await read(id);
    assert.deepEqual([now.posts, now.status], [before.posts, before.status]);
    const kept = await database.selectFrom('ticket_mails').select('source').where('reason', 'is not', null).execute();
    assert.ok(kept.some(({ source }) => Buffer.from(source).includes('Words of no-ticket')));
    await inbox();
  });

  test('to a ticket that has been closed opens it again; when that cannot be any more, its sender is told', async () => {
    const { id, number, to } = await asked();
    await owner('PUT', `/tickets/${id}/closure`);
    assert.deepEqual(await deliver(answer(to('tech'), { text: 'Not yet.' })), posted);
    const { posts, status } = await read(id);
    assert.deepEqual(posts.slice(-2).map(({ event, text }) => [event, text]), [['reopened', ''], [null, 'Not yet.']]); // prettier-ignore
    assert.equal(status, 'waiting-for-support');
    await owner('PUT', `/tickets/${id}/closure`);
    await database.updateTable('tickets').set({ closed_at: new Date(Date.now() - 15 * 86_400_000) }).where('id', '=', id).execute(); // prettier-ignore
    await inbox();
    assert.deepEqual(await deliver(answer(to('tech'), { id: '<late@client.example>', text: 'Too late.' })), setAside('closed'));
    const mails = await inbox();
    const told = mails.find((mail) => mail.to === 'tech@acme.example')!;
    assert.equal(told.subject, `Your mail to ticket ${number} was not added`);
    assert.deepEqual([told.inReplyTo, told.headers!['Auto-Submitted']], ['<late@client.example>', 'auto-replied']);
    assert.ok(told.text.includes('/new-ticket'));
    const logged = await database.selectFrom('mails').select('kind').where('membership_id', '=', 'mem_acme_tech').where('subject', '=', told.subject).execute(); // prettier-ignore
    assert.deepEqual(logged, [{ kind: 'ticket' }]);
    assert.ok(mails.some((mail) => mail.to === staffMail && mail.attachments));
    assert.equal((await read(id)).status, 'closed');
  });

  test('to a ticket that has been merged goes to where that goes on', async () => {
    const [first, second, third] = [await asked(), await open([]), await open([])];
    await mergeTickets(database, { from: first.id, into: second.id, name: 'Nora Lind' });
    await mergeTickets(database, { from: second.id, into: third.id, name: 'Nora Lind' });
    assert.deepEqual(await deliver(answer(first.to('tech'), { text: 'By address' })), posted);
    assert.equal((await lastOf(third.id)).text, 'By address');
    assert.deepEqual(await deliver(compose({ to: ticketMail, answers: first.to('tech').messageId!, text: 'By id' })), posted);
    assert.equal((await lastOf(third.id)).text, 'By id');
  });

  test('that cannot be read, or has nothing in it, is kept and told', async () => {
    const { to } = await asked();
    await inbox();
    const parts = multipart(Array.from({ length: 1100 }, () => textPart('x')));
    assert.deepEqual(await deliver(answer(to('tech'), { body: parts })), setAside('unreadable'));
    assert.deepEqual(await deliver(answer(to('tech'), { text: ' ' })), setAside('empty'));
    assert.deepEqual(await deliver(answer(to('tech'), { text: 'x'.repeat(200_001) })), setAside('too-long'));
    assert.deepEqual(await deliver(Buffer.from([0xff, 0, 1, 2])), setAside('no-ticket'));
    assert.equal((await inbox()).filter((mail) => mail.to === staffMail && mail.attachments).length, 4);
  });
});

describe('the files of a mail', () => {
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);

  test('are those of the post where uploads of them would be taken; the names of others are said', async () => {
    const { id, to } = await asked();
    const body = multipart([
      textPart('See the files.'),
      filePart('../../etc/Order.pdf', 'application/octet-stream', '%PDF-1.7\n'),
      filePart('log.txt', 'text/plain', 'A log'),
      filePart('plan.docx', 'application/octet-stream', 'PK'),
      filePart('fake.png', 'image/png', '<script>'),
      filePart('empty.txt', 'text/plain', ''),
      filePart('winmail.dat', 'application/ms-tnef', 'x'),
      filePart('smime.p7s', 'application/pkcs7-signature', 'MIA='),
      `Content-Type: message/rfc822\n\nSubject: Inner\n\nInner text`,
    ]);
    assert.deepEqual(await deliver(answer(to('tech'), { body })), posted);
    const post = await lastOf(id);
    assert.deepEqual(post.files.map(({ name, mediaType }) => [name, mediaType]), [['Order.pdf', 'application/pdf'], ['log.txt', 'text/plain']]); // prettier-ignore
    assert.deepEqual(post.leftOut, ['plan.docx', 'fake.png', 'empty.txt', 'winmail.dat', 'mail.eml']);
    assert.equal(post.text, 'See the files.');
    assert.equal(checkFile({ name: 'large.txt', content: Buffer.alloc(10_000_001, 'x') }, ticketFiles), undefined);
    const response = await owner('GET', `/tickets/${id}/files/${post.files[1]!.id}`, { headers: { accept: '*/*' } });
    assert.equal(await response.text(), 'A log');
  });

  test('are all there where several have the same content, and once where the name is the same too', async () => {
    const { id, to } = await asked();
    const files = ['a.txt', 'b.txt', 'b.txt'].map((name) => filePart(name, 'text/plain', 'The same'));
    assert.deepEqual(await deliver(answer(to('tech'), { body: multipart([textPart('See the files.'), ...files]) })), posted);
    assert.deepEqual(
      (await lastOf(id)).files.map(({ name }) => name),
      ['a.txt', 'b.txt'],
    );
  });

  test('that stand in its text come once, after those attached, and need no words beside them', async () => {
    const { id, to } = await asked();
    const logo = filePart('logo.png', 'image/png', png, 'Content-ID: <logo@client>\n').replace('attachment', 'inline');
    const shot = filePart('shot.png', 'image/png', Buffer.concat([png, png]), 'Content-ID: <shot@client>\n').replace(
      'attachment',
      'inline',
    );
    const html = 'Content-Type: text/html\n\n<img src="cid:logo@client">';
    const body = (...pictures: string[]) =>
      multipart([multipart([html, ...pictures], 'related'), filePart('a.pdf', 'application/pdf', '%PDF-1.4')]);
    assert.deepEqual(await deliver(answer(to('tech'), { body: body(logo) })), posted);
    assert.deepEqual((await lastOf(id)).files.map(({ name }) => name), ['a.pdf', 'logo.png']); // prettier-ignore
    assert.deepEqual(await deliver(answer(to('tech'), { body: body(logo, shot) })), posted);
    const { files, text: words } = await lastOf(id);
    assert.deepEqual([files.map(({ name }) => name), words], [['a.pdf', 'shot.png'], '']);
  });

  test('of which there are more than five are left out, and an invitation is one', async () => {
    const { id, to } = await asked();
    const files = Array.from({ length: 7 }, (_, index) => filePart(`${index}.txt`, 'text/plain', `${index}`));
    const calendar = 'Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\n';
    await deliver(
      answer(to('tech'), {
        body: multipart([textPart('Here'), calendar, filePart('invite.ics', 'application/ics', 'BEGIN:VCALENDAR'), ...files]),
      }),
    );
    const post = await lastOf(id);
    assert.deepEqual([post.files.length, post.leftOut], [5, ['invite.ics', '5.txt', '6.txt']]);
  });
});

describe('what no person has written', () => {
  test('is answered by nobody, opens nothing and is seen by no client; the company has it as a note', async () => {
    const { id, to } = await asked();
    await owner('PUT', `/tickets/${id}/closure`);
    const before = await read(id);
    await inbox();
    assert.deepEqual(await deliver(answer(to('tech'), { text: 'Away until Monday.', headers: ['Auto-Submitted: auto-replied'] })), {
      became: 'note',
    });
    assert.deepEqual(await deliver(answer(to('tech'), { text: 'Away.' }), { from: '' }), { became: 'note' });
    assert.deepEqual(
      await deliver(answer(to('tech'), { from: 'robot@elsewhere.example', headers: ['Precedence: bulk'] })),
      setAside('automatic'),
    );
    const report = multipart([textPart('Sorry'), 'Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.client.example\n\nFinal-Recipient: rfc822; tech@acme.example\nAction: failed\nStatus: 5.1.1'], 'report', '; report-type=delivery-status'); // prettier-ignore
    assert.deepEqual(await deliver(answer(to('tech'), { from: 'MAILER-DAEMON@client.example', body: report })), setAside('bounce'));
    assert.deepEqual(await deliver(compose({ to: to('tech').replyTo!, id: to('tech').messageId! })), setAside('own'));
    const now = await read(id);
    assert.deepEqual([now.posts, now.status, now.lastActivityAt], [before.posts, 'closed', before.lastActivityAt]);
    assert.deepEqual(await inbox(), []);
    const notes = await database.selectFrom('ticket_posts').select('text').where('ticket_id', '=', id).where('hidden', '=', true).execute();
    assert.deepEqual(notes.map((note) => note.text), ['Away until Monday.', 'Away.']); // prettier-ignore
  });

  test('and does not say so comes to an end: two programs that answer each other get no further than a person would', async () => {
    const { id, to } = await asked();
    await inbox();
    const before = (await read(id)).postCount;
    const outcomes: Outcome[] = [];
    for (let time = 0; time < 25; time += 1)
      outcomes.push(await deliver(answer(to('tech'), { text: `Thank you for your mail (${time})` })));
    assert.deepEqual(outcomes.slice(0, 20), Array(20).fill(posted));
    assert.deepEqual(outcomes.slice(20), Array(5).fill(setAside('too-many')));
    assert.equal((await read(id)).postCount, before + 20);
    assert.equal((await inbox()).filter(({ subject }) => subject.startsWith('Set aside')).length, 0);
  });
});

describe('mail comes in', () => {
  test('by LMTP, from a mail server that is told when it is stored, and keeps it where it is not', async () => {
    const { id, to } = await asked();
    let isDown = false;
    const server = lmtpServer(ticketMail, async (source, envelope) => {
      if (isDown) throw new Error('Down');
      await deliver(source, { from: envelope.from, to: [...envelope.to] });
    }, () => {}); // prettier-ignore
    server.listen(0, '127.0.0.1');
    after(() => new Promise<void>((resolve) => server.close(() => resolve())));
    await new Promise((resolve) => server.server.once('listening', resolve));
    const { port } = server.server.address() as AddressInfo;
    const transport = createTransport({ host: '127.0.0.1', port, lmtp: true, ignoreTLS: true });
    const mail = (text: string, recipient = to('tech').replyTo!) => ({
      envelope: { from: 'tech@acme.example', to: [recipient] },
      raw: compose({ to: 'hidden@client.example', text }),
    });
    await transport.sendMail(mail('By LMTP'));
    assert.equal((await lastOf(id)).text, 'By LMTP');
    await assert.rejects(transport.sendMail(mail('Elsewhere', 'portal@nordkai.example')), { responseCode: 550 });
    isDown = true;
    const waiting = mail('Later');
    const { rejected } = await transport.sendMail(waiting);
    assert.deepEqual(rejected, [to('tech').replyTo]);
    isDown = false;
    await transport.sendMail(waiting);
    assert.equal((await lastOf(id)).text, 'Later');
  });

  test('by LMTP where the variables say so, and the host does not start where something else listens', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const ticketLmtp = { address: '127.0.0.1', port };
    await assert.rejects(startHost({ ticketMail, ticketLmtp }), /^Error: PORTAL_TICKET_LMTP: nothing can listen on 127\.0\.0\.1:/);
    await new Promise((resolve) => other.close(resolve));
    const { database: own } = await startHost({ ticketMail, ticketLmtp });
    const transport = createTransport({ host: '127.0.0.1', port, lmtp: true, ignoreTLS: true });
    const to = [ticketMail, `tickets+${'0'.repeat(32)}@nordkai.example`];
    await transport.sendMail({ envelope: { from: '', to }, raw: compose({ to: ticketMail }) });
    const mails = await own.selectFrom('ticket_mails').select('reason').execute();
    assert.deepEqual(mails, [{ reason: 'automatic' }]);
  });

  const command = async (args: string[], input: string, environment: Record<string, string>) => {
    const child = spawn(process.execPath, ['--import', 'tsx', join(packageFolder, 'bin/portal-elements-host.ts'), 'ticket-mail', ...args], {
      cwd: packageFolder,
      env: { PATH: process.env['PATH'], ...environment },
    });
    child.stdin.on('error', () => {}).end(input);
    const exited = new Promise((resolve) => child.once('exit', resolve));
    const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)]);
    return { code: await exited, out, error };
  };

  test('by the command, to the running host; it says by its exit code whether the mail server is to try again', async () => {
    const { id, to } = await asked();
    const folder = await mkdtemp(join(tmpdir(), 'portal-ticket-command-'));
    after(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, 'host.json'), JSON.stringify({ pid: process.pid, url: host.url, token }));
    const data = { PORTAL_DATA: folder };
    const sent = await command(
      ['--from', 'tech@acme.example', '--to', to('tech').replyTo!],
      compose({ to: ticketMail, text: 'By a pipe' }),
      data,
    );
    assert.deepEqual(sent, { code: 0, out: '', error: '' });
    assert.equal((await lastOf(id)).text, 'By a pipe');
    await writeFile(join(folder, 'host.json'), JSON.stringify({ pid: process.pid, url: host.url, token: 'wrong' }));
    const refused = await command(['--from', 'MAILER-DAEMON'], compose({ to: ticketMail }), data);
    assert.equal(refused.code, 75);
    assert.match(refused.error, /The running host answered 401/);
  });

  test('by a command that explains itself, and says what is wrong with it', async (context) => {
    const said: string[] = [];
    for (const method of ['log', 'error'] as const) context.mock.method(console, method, (line: string) => said.push(line));
    assert.deepEqual([await runTicketMail(['--help'], demo), await runTicketMail(['--colour'], demo)], [0, 64]);
    assert.ok(said.every((line) => line.includes('Usage: portal-elements-host ticket-mail')));
  });

  test('from nobody else', async () => {
    const response = await fetch(`${host.url}/internal/ticket-mail`, { method: 'POST', body: compose({ to: ticketMail }) });
    assert.equal(response.status, 401);
  });
});
