import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, beforeEach, describe, test } from 'node:test';
import type { components } from 'portal-elements/contract';
import type { Action, Resource } from 'portal-elements/permissions.js';
import { demoTicketDepartments } from '../demo/tickets.js';
import type { Mail } from '../src/mail/transport.js';
import { whoHasPin } from '../src/support-preferences/pin.js';
import { queueTicketDigests } from '../src/tickets/mail/digest.js';
import { postAsStaff } from '../src/tickets/staff.js';
import { answered, faultsOf, outcome } from './support/answers.js';
import { startHost, type Send } from './support/host.js';
import { emptied, openMailbox } from './support/mailbox.js';

type Preferences = components['schemas']['SupportPreferences'];
type Change = components['schemas']['SupportPreferencesChange'];
type Pin = components['schemas']['SupportPin'];
type Ticket = components['schemas']['Ticket'];
type Summary = components['schemas']['TicketSummary'];

const lines: string[] = [];
const mailbox = openMailbox();
const host = await startHost({ sendMail: (mail) => mailbox.send(mail), logLevel: 'info', log: { write: (line) => lines.push(line) } });
const { database } = host;
await demoTicketDepartments(database);
const all: Action[] = ['view', 'create', 'update', 'delete'];
const preferring = { 'support.tickets': all, 'preferences.support': all };

async function grant(membership: string, allow: Partial<Record<Resource, Action[]>>, contractIds: string[] | null = null): Promise<void> {
  await database
    .updateTable('memberships')
    .set({ permissions: JSON.stringify({ allow }), contract_ids: contractIds && JSON.stringify(contractIds) })
    .where('id', '=', membership)
    .execute();
}

await grant('mem_acme_tech', preferring);
const owner = await host.signIn('owner@acme.example');
const tech = await host.signIn('tech@acme.example');

const read = (send: Send = owner) => answered<Preferences>(send('GET', '/support-preferences'));
const change = async (body: Change, send: Send = owner, etag?: string) =>
  await send('PATCH', '/support-preferences', { body, headers: { 'if-match': etag ?? (await read(send)).etag } });
const prefer = (body: Change, send: Send = owner) => answered<Preferences>(change(body, send));

const keyed = (body: object) => ({ body, headers: { 'idempotency-key': randomUUID() } });
const open = (more: object = {}, send: Send = owner) =>
  answered<Summary>(send('POST', '/tickets', keyed({ department: 'billing', subject: 'A question', text: 'May I ask?', ...more })), 201);
const reply = (id: string, text: string, send: Send = owner) => answered(send('POST', `/tickets/${id}/posts`, keyed({ text })), 201);
const staff = (ticketId: string, text: string, more: object = {}) => postAsStaff(database, { ticketId, name: 'Nora Lind', text, ...more });

/** The mails since the last call, as `to: subject`. */
async function mails(): Promise<Mail[]> {
  // Wakes the outbox for what was not done by a request.
  await owner('POST', '/session/renewal');
  return await mailbox.since(database);
}
const told = async () => (await mails()).map(({ to, subject }) => `${to.split('@')[0]!}: ${subject}`).sort();

describe('what a person wants of tickets', () => {
  test('is as usual until something else is chosen, and is that person’s alone', async () => {
    const usual = await read();
    assert.deepEqual(
      [usual.notifyNew, usual.notifyReply, usual.notifyClose, usual.digest, usual.othersMail, usual.mailFormat, usual.replyOrder],
      [true, true, true, 'off', false, 'html', 'newest-first'],
    );
    assert.ok(usual.colleagues.length > 2 && usual.othersPermitted && usual.pinRenewedAt === null);
    const saved = await prefer({ signature: ' Olivia\r\nOwner ', copies: ['mem_acme_tech'], replyOrder: 'oldest-first' });
    assert.deepEqual([saved.signature, saved.copies, saved.replyOrder], ['Olivia\nOwner', ['mem_acme_tech'], 'oldest-first']);
    assert.deepEqual(await read(), saved);
    assert.equal((await read(tech)).signature, '');
    await prefer({ digest: 'weekly' });
    assert.equal((await read()).signature, 'Olivia\nOwner', 'what is not named stays');
    await prefer({ digest: 'off', copies: [], signature: '', replyOrder: 'newest-first' });
  });

  test('is not changed on an old version, nor without the permission', async () => {
    const { etag } = await read();
    await prefer({ language: 'de' });
    assert.equal((await change({ language: 'cs' }, owner, etag)).status, 412);
    await prefer({ language: '' });
    await grant('mem_acme_tech', { 'support.tickets': all, 'preferences.support': ['view'] });
    assert.equal((await change({ language: 'cs' }, tech)).status, 403);
    assert.equal((await tech('POST', '/support-preferences/pin')).status, 403);
    await grant('mem_acme_tech', { 'support.tickets': all });
    assert.equal((await tech('GET', '/support-preferences')).status, 403);
    await grant('mem_acme_tech', preferring);
  });

  test('says what cannot be chosen, and keeps nothing of it', async () => {
    assert.deepEqual(await faultsOf(await change({ copies: ['mem_globex_owner', 'mem_acme_inactive'], language: 'fr' })), [
      '/copies/0 unknown-person',
      '/copies/1 unknown-person',
      '/language unknown-language',
    ]);
    assert.deepEqual(await faultsOf(await change({ othersMail: true, signature: 'T' }, tech)), ['/othersMail not-permitted']);
    assert.equal((await read(tech)).signature, '');
    for (const body of [
      { digest: 'hourly' },
      { replyOrder: 'random' },
      { mailFormat: 'rtf' },
      { signature: 'x'.repeat(1001) },
      { pin: '1' },
    ])
      assert.ok([400, 422].includes((await change(body as Change)).status), JSON.stringify(body));
  });

  test('is with tickets and with the form for a new one; who has left is no copy any more', async () => {
    await prefer({ copies: ['mem_acme_tech', 'mem_acme_billing'], signature: 'Olivia', replyOrder: 'oldest-first' });
    const { id } = await open();
    const preferences = { replyOrder: 'oldest-first', signature: 'Olivia', copies: ['mem_acme_tech', 'mem_acme_billing'] };
    assert.deepEqual((await answered<Ticket>(owner('GET', `/tickets/${id}`))).preferences, preferences);
    const options = () => answered<components['schemas']['TicketOptions']>(owner('GET', '/tickets/options'));
    assert.deepEqual((await options()).preferences, preferences);
    await database.updateTable('memberships').set({ status: 'inactive' }).where('id', '=', 'mem_acme_billing').execute();
    assert.deepEqual((await options()).preferences.copies, ['mem_acme_tech']);
    assert.deepEqual((await read()).copies, ['mem_acme_tech']);
    await database.updateTable('memberships').set({ status: 'active' }).where('id', '=', 'mem_acme_billing').execute();
    await prefer({ copies: [], signature: '', replyOrder: 'newest-first' });
  });
});

describe('mails about tickets', () => {
  beforeEach(async () => {
    await database.deleteFrom('support_preferences').execute();
    await database.deleteFrom('ticket_digests').execute();
    await database.deleteFrom('announcements').execute();
    await database.deleteFrom('notification_settings').execute();
    await grant('mem_acme_tech', preferring);
    await mails();
  });

  test('tell the parties of what was opened, written and closed, but not of what they did themselves', async () => {
    const { id, number, subject } = await open({ copies: ['mem_acme_tech'] });
    assert.deepEqual(await told(), [`owner: Ticket ${number} is open: ${subject}`, `tech: Ticket ${number} is open: ${subject}`]);
    await staff(id, 'We look at it.\n\nNora');
    const [first] = await mails();
    assert.match(first!.text, /Nora Lind has written in ticket \d+, “A question”:\n\nWe look at it\.\n\nNora\n/);
    assert.ok(first!.html!.includes('We look at it.<br>'));
    assert.ok(first!.text.includes(`/ticket?id=${id}`));
    await reply(id, 'Thank you');
    assert.deepEqual(await told(), [`tech: Ticket ${number}: ${subject}`]);
    await staff(id, 'A note', { hidden: true });
    assert.deepEqual(await told(), []);
    await answered(tech('PUT', `/tickets/${id}/closure`));
    assert.deepEqual(await told(), [`owner: Ticket ${number} is closed: ${subject}`]);
  });

  test('are left out as each person wants', async () => {
    await prefer({ notifyNew: false });
    await prefer({ notifyReply: false }, tech);
    const { id, number, subject } = await open({ copies: ['mem_acme_tech'] });
    assert.deepEqual(await told(), [`tech: Ticket ${number} is open: ${subject}`]);
    await staff(id, 'An answer');
    assert.deepEqual(await told(), [`owner: Ticket ${number}: ${subject}`]);
    await prefer({ notifyClose: false }, tech);
    await answered(owner('PUT', `/tickets/${id}/closure`));
    assert.deepEqual(await told(), []);
  });

  test('tell once of an answer that closes the ticket', async () => {
    await prefer({ notifyReply: false }, tech);
    const { id, number, subject } = await open({ copies: ['mem_acme_tech'] });
    await mails();
    await staff(id, 'Done', { status: 'resolved' });
    assert.deepEqual(await told(), [`owner: Ticket ${number}: ${subject}`, `tech: Ticket ${number} is closed: ${subject}`]);
  });

  test('are in the language and the format that the person wants', async () => {
    await prefer({ language: 'cs', mailFormat: 'plain' });
    const { id, number } = await open();
    await staff(id, 'An answer');
    const [opened, answer] = await mails();
    assert.equal(opened!.subject, `Požadavek ${number} je založen: A question`);
    assert.match(answer!.text, /Nora Lind píše v požadavku/);
    assert.deepEqual([opened!.html, answer!.html], [undefined, undefined]);
  });

  test('of tickets of others come to who wants them and may see them, as long as that is so', async () => {
    await grant('mem_acme_tech', { ...preferring, 'support.others-tickets': ['view'] });
    await prefer({ othersMail: true }, tech);
    const { id, number, subject } = await open();
    assert.deepEqual(await told(), [`owner: Ticket ${number} is open: ${subject}`, `tech: Ticket ${number} is open: ${subject}`]);
    await grant('mem_acme_tech', preferring);
    await staff(id, 'An answer');
    assert.deepEqual(await told(), [`owner: Ticket ${number}: ${subject}`]);
    assert.equal((await read(tech)).othersMail, false);
    await grant('mem_acme_tech', { ...preferring, 'support.others-tickets': ['view'] }, ['con_acme_rack']);
    await staff(id, 'Another, of another contract');
    assert.deepEqual(await told(), [`owner: Ticket ${number}: ${subject}`]);
  });

  test('go to nobody who may not see tickets, or has switched support mail off', async () => {
    const { id, number, subject } = await open({ copies: ['mem_acme_tech'] });
    await mails();
    await grant('mem_acme_tech', { 'preferences.support': all });
    await staff(id, 'An answer');
    assert.deepEqual(await told(), [`owner: Ticket ${number}: ${subject}`]);
    const choice = { membership_id: 'mem_acme_owner', category: 'support', channel: 'email', enabled: false };
    await database.insertInto('notification_settings').values(choice).execute();
    await staff(id, 'Another answer');
    assert.deepEqual(await told(), []);
  });

  test('wait for the day’s digest, which comes once and says what has happened with each ticket', async () => {
    await prefer({ digest: 'daily' });
    const first = await open({ subject: 'First' });
    const second = await open({ subject: 'Second' });
    await staff(first.id, 'An answer');
    await staff(first.id, 'Another answer');
    assert.deepEqual(await told(), []);
    await queueTicketDigests(database, '2026-12-01');
    await queueTicketDigests(database, '2026-12-01');
    const [digest, ...others] = await mails();
    assert.deepEqual([digest!.subject, others.length], ['What has happened with your tickets', 0]);
    const expected = `${first.number} First\n- opened by Olivia Owner\n- answered by Nora Lind\n\n${second.number} Second\n- opened by Olivia Owner\n`;
    assert.ok(digest!.text.includes(expected), digest!.text);
    await queueTicketDigests(database, '2026-12-02');
    assert.deepEqual(await told(), [], 'what was told is told again');
  });

  test('wait for the week’s digest until Monday, or until something is a week old', async () => {
    await prefer({ digest: 'weekly' });
    await open();
    await queueTicketDigests(database, '2026-12-01');
    assert.deepEqual(await told(), []);
    await queueTicketDigests(database, '2026-12-07');
    assert.equal((await told()).length, 1);
    await open();
    await database.deleteFrom('ticket_digests').execute();
    const [ticket] = await database.selectFrom('tickets').select('id').limit(1).execute();
    const at = new Date(Date.now() - 8 * 86_400_000);
    await database.insertInto('ticket_digests').values({ membership_id: 'mem_acme_owner', ticket_id: ticket!.id, about: 'new', by_name: 'Nora', at }).execute(); // prettier-ignore
    await queueTicketDigests(database, '2026-12-09');
    assert.equal((await told()).length, 1);
  });

  test('that waited are not lost when digests are switched off, and tell of no ticket that may not be seen any more', async () => {
    await prefer({ digest: 'weekly' }, tech);
    const kept = await open({ subject: 'Kept', copies: ['mem_acme_tech'] });
    const left = await open({ subject: 'Left', copies: ['mem_acme_tech'] });
    await answered(owner('GET', `/tickets/${left.id}`));
    await owner('DELETE', `/tickets/${left.id}/copies/mem_acme_tech`);
    await prefer({ digest: 'off' }, tech);
    await mails();
    await queueTicketDigests(database, '2026-12-02');
    const [digest, ...others] = await mails();
    assert.ok(digest!.to.startsWith('tech') && others.length === 0);
    assert.ok(digest!.text.includes(`${kept.number} Kept`) && !digest!.text.includes('Left'));
  });

  test('that cannot be sent stay in the digest', async () => {
    await prefer({ digest: 'daily' });
    await open();
    await emptied(database);
    const { sendTicketDigest } = await import('../src/tickets/mail/digest.js');
    const dependencies = { database, publicUrl: () => host.url };
    const failing = () => Promise.reject(new Error('No server'));
    await assert.rejects(sendTicketDigest(dependencies, { kind: 'ticket-digest', membershipId: 'mem_acme_owner' }, failing));
    assert.equal((await database.selectFrom('ticket_digests').select('id').execute()).length, 1);
  });
});

describe('the PIN for the telephone', () => {
  const renew = (send: Send = owner) => answered<Pin>(send('POST', '/support-preferences/pin'));
  const reveal = (send: Send = owner) => send('POST', '/support-preferences/pin/reveal');
  const ask = (pin: string, clientNumber: string) => whoHasPin(database, host.secretBox, { clientNumber, pin });
  let clientNumber = '';
  before(async () => {
    await database.deleteFrom('support_preferences').execute();
    clientNumber = (await database.selectFrom('clients').select('number').where('id', '=', 'cli_acme').executeTakeFirstOrThrow()).number;
  });

  test('is there once it is made, shown to its person alone, and another after each renewal', async () => {
    assert.equal(await outcome(await reveal()), '409 no-pin');
    const made = await renew();
    assert.match(made.pin, /^\d{6}$/);
    const shown = await reveal();
    assert.equal(shown.headers.get('cache-control'), 'no-store');
    assert.equal(((await shown.json()) as Pin).pin, made.pin);
    assert.equal(await outcome(await reveal(tech)), '409 no-pin');
    assert.equal((await read()).pinRenewedAt, made.renewedAt);
    await prefer({ signature: 'Olivia' });
    assert.equal(((await (await reveal()).json()) as Pin).pin, made.pin, 'a change of preferences changes the PIN');
    const renewed = await renew();
    assert.equal(await ask(renewed.pin, clientNumber).then((found) => typeof found === 'object' && found.membershipId), 'mem_acme_owner');
    if (renewed.pin !== made.pin) assert.equal(await ask(made.pin, clientNumber), 'unknown');
  });

  test('is in no other answer, not in the database as it is, in no event and in no line of the log', async () => {
    const { pin } = await renew();
    await reveal();
    const [row] = await database.selectFrom('support_preferences').selectAll().where('membership_id', '=', 'mem_acme_owner').execute();
    assert.ok(!JSON.stringify(row).includes(pin));
    for (const path of ['/support-preferences', '/events?limit=200', '/session', '/tickets/options'])
      assert.ok(!(await (await owner('GET', path)).text()).includes(pin), path);
    assert.ok(lines.length > 0 && lines.every((line) => !line.includes(`"${pin}"`)));
    const { items } = await answered<components['schemas']['EventPage']>(owner('GET', '/events?kind=renewSupportPin'));
    assert.ok(items.length > 0 && items[0]!.actor.name === 'Olivia Owner');
    assert.equal((await answered<components['schemas']['EventPage']>(owner('GET', '/events?kind=revealSupportPin'))).items.length, 0);
  });

  test('says of a client’s people only who has it, and stops guesses', async () => {
    const { pin } = await renew(tech);
    await database.deleteFrom('attempts').execute();
    assert.deepEqual(await ask(` ${pin.slice(0, 3)} ${pin.slice(3)} `, clientNumber), { membershipId: 'mem_acme_tech', name: 'Tessa Tech', email: 'tech@acme.example' }); // prettier-ignore
    const other = await database.selectFrom('clients').select('number').where('id', '=', 'cli_globex').executeTakeFirstOrThrow();
    assert.equal(await ask(pin, other.number), 'unknown');
    assert.equal(await ask('12', clientNumber), 'unknown');
    await database.updateTable('memberships').set({ status: 'inactive' }).where('id', '=', 'mem_acme_tech').execute();
    assert.equal(await ask(pin, clientNumber), 'unknown');
    await database.updateTable('memberships').set({ status: 'active' }).where('id', '=', 'mem_acme_tech').execute();
    for (let guess = 0; guess < 10; guess++) await ask('000000x', clientNumber);
    assert.equal(await ask(pin, clientNumber), 'wait');
    await database.deleteFrom('attempts').execute();
  });

  test('cannot be asked for without end', async () => {
    let last = 200;
    for (let count = 0; count < 31; count++) last = (await reveal()).status;
    assert.equal(last, 429);
  });
});
