import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import Papa from 'papaparse';
import type { components } from 'portal-elements/contract';
import type { Action, Resource } from 'portal-elements/permissions.js';
import { demoServices } from '../demo/services.js';
import { demoTicketDepartments } from '../demo/tickets.js';
import { passingSecretBox } from '../src/database/secret-box.js';
import { migrations } from '../src/all-features.js';
import { mergeTickets, postAsStaff } from '../src/tickets/staff.js';
import { answered } from './support/answers.js';
import { cookieOf, startHost, type Send } from './support/host.js';

type Page = components['schemas']['TicketSearchPage'];
type Summary = components['schemas']['TicketSummary'];
type Options = components['schemas']['TicketSearchOptions'];

const host = await startHost();
const { database } = host;
await demoServices(database, passingSecretBox());
await demoTicketDepartments(database);
const all: Action[] = ['view', 'create', 'update', 'delete'];

/** Gives a person these permissions, and nothing else. */
async function grant(membership: string, allow: Partial<Record<Resource, Action[]>>, contractIds: string[] | null = null): Promise<void> {
  await database
    .updateTable('memberships')
    .set({ permissions: JSON.stringify({ allow }), contract_ids: contractIds && JSON.stringify(contractIds) })
    .where('id', '=', membership)
    .execute();
}

const searching = { 'support.tickets': all, 'support.ticket-search': all };
await grant('mem_acme_tech', searching);
const owner = await host.signIn('owner@acme.example');
const tech = await host.signIn('tech@acme.example');
const globex = await host.signIn('owner@globex.example');
const cookie = cookieOf(await host.send('POST', '/session', { body: { email: 'owner@acme.example', password: 'portal-demo' } }));

const search = (q: string, send: Send = owner, more = '') =>
  answered<Page>(send('GET', `/ticket-search?limit=200&q=${encodeURIComponent(q)}${more}`));
const ids = ({ items }: Page) => items.map(({ id }) => id);
const keyed = (body: object) => ({ body, headers: { 'idempotency-key': randomUUID() } });
const open = (more: object, send: Send = owner) =>
  answered<Summary>(send('POST', '/tickets', keyed({ department: 'billing', subject: 'A question', text: 'May I ask?', ...more })), 201);
const reply = (id: string, text: string, send: Send = owner) => answered(send('POST', `/tickets/${id}/posts`, keyed({ text })), 201);
const staff = (ticketId: string, text: string, more: object = {}) => postAsStaff(database, { ticketId, name: 'Nora Lind', text, ...more });

/** The words that are marked in all excerpts. */
const marks = ({ items }: Page) => items.flatMap(({ excerpts }) => excerpts.flatMap(({ pieces }) => pieces.filter(({ marked }) => marked).map(({ text }) => text))); // prettier-ignore

async function upload(name: string): Promise<string> {
  const body = new FormData();
  body.append('file', new Blob(['text of the file']), name);
  const init = { method: 'POST', body, headers: { cookie, 'portal-request': '1' } };
  return (await answered<{ id: string }>(fetch(`${host.url}/api/v1/tickets/files`, init), 201)).id;
}

describe('a search of tickets', () => {
  test('finds what was written in subject, posts of both sides and names of files, and says where', async () => {
    const fileIds = [await upload('Traceroute-Zaun.txt')];
    const { id } = await open({ subject: 'Papaya is missing', text: 'Mangosteen has not come.\n\n> Rambutan was quoted', fileIds });
    await staff(id, 'We look for the durian.');
    for (const [word, place] of [
      ['papaya', 'subject'],
      ['mangosteen', 'post'],
      ['rambutan', 'post'],
      ['durian', 'post'],
      ['zaun', 'file'],
    ] as const) {
      const found = await search(word);
      assert.deepEqual(ids(found), [id], word);
      assert.equal(found.items[0]!.excerpts[0]!.place, place, word);
      assert.equal(found.items[0]!.excerpts[0]!.pieces.find(({ marked }) => marked)!.text.toLowerCase(), word);
    }
    const [excerpt] = (await search('durian')).items[0]!.excerpts;
    assert.deepEqual(excerpt!.by, { kind: 'staff', name: 'Nora Lind' });
    assert.equal(excerpt!.pieces.map(({ text }) => text).join(''), 'We look for the durian.');
    assert.deepEqual(ids(await search('papaya durian zaun')), [id], 'words in different places');
    assert.deepEqual(ids(await search('papaya kumquat')), [], 'one word that is nowhere');
  });

  test('never finds a note of the company, nor what another client has written', async () => {
    const { id } = await open({ subject: 'Physalis' });
    await staff(id, 'Secretly about tamarillo', { hidden: true });
    const theirs = await open({ subject: 'Cherimoya' }, globex);
    assert.deepEqual(ids(await search('tamarillo')), []);
    assert.deepEqual(ids(await search('cherimoya')), []);
    assert.deepEqual(ids(await search('cherimoya', globex)), [theirs.id]);
    assert.equal((await search(theirs.number)).summary.numbered, null);
    assert.deepEqual(ids(await search('physalis')), [id]);
  });

  test('finds what the list has for the person, and nothing else', async () => {
    const mine = await open({ subject: 'Lychee of mine' }, tech);
    const copied = await open({ subject: 'Lychee in copy', copies: ['mem_acme_tech'] });
    const other = await open({ subject: 'Lychee of others' });
    const listed = async (send: Send, more = '') => (await answered<Page>(send('GET', `/tickets?limit=200&q=lychee${more}`))).items.map(({ id }) => id); // prettier-ignore
    assert.deepEqual(ids(await search('lychee', tech)), [copied.id, mine.id]);
    assert.deepEqual(ids(await search('lychee', tech)), await listed(tech));
    assert.equal((await search(other.number, tech)).summary.numbered, null);
    await grant('mem_acme_tech', { ...searching, 'support.others-tickets': ['view'] });
    const widened = await search('lychee', tech);
    assert.deepEqual(ids(widened), [other.id, copied.id, mine.id]);
    assert.equal(widened.summary.seesOthers, true);
    assert.deepEqual(ids(await search('lychee', tech, '&scope=mine')), await listed(tech, '&scope=mine'));
    assert.equal((await search(other.number, tech)).summary.numbered!.id, other.id);
    await grant('mem_acme_tech', { ...searching, 'support.others-tickets': ['view'] }, ['con_acme_rack']);
    assert.deepEqual(ids(await search('lychee', tech)), [copied.id, mine.id], 'limited to a contract');
    await grant('mem_acme_tech', searching);
  });

  test('needs its own permission, and that for tickets', async () => {
    await grant('mem_acme_tech', { 'support.tickets': all });
    assert.equal((await tech('GET', '/ticket-search')).status, 403);
    assert.equal((await tech('GET', '/ticket-search/options')).status, 403);
    await grant('mem_acme_tech', { 'support.ticket-search': all });
    assert.equal((await tech('GET', '/ticket-search')).status, 403);
    assert.equal((await tech('GET', '/ticket-search/options')).status, 403);
    await grant('mem_acme_tech', searching);
    assert.equal((await tech('GET', '/ticket-search')).status, 200);
  });

  test('knows words without case and accents, as beginnings of others and in other forms', async () => {
    const { id } = await open({
      subject: 'Überwachung der Häuser',
      text: 'Die Rechnungen fehlen. Žluťoučký kůň pěl ďábelské ódy. الخادم لا يعمل في المُسْتَوْدَعات. Deployments were failing; naïve Æther. رقم ٤٢٧٩',
    });
    for (const typed of [
      'uberwachung', 'ÜBERWACHUNG', 'überwach', 'haus', 'Häusern', 'rechnung', 'rechnungen', 'zlutoucky', 'ŽLUŤOUČKÝ', 'kun', 'dabel',
      'الخادم', 'خادم', 'مستودعات', 'deployment', 'deploy', 'failed', 'naive', 'aether', '4279', '٤٢٧٩',
    ]) {
      const found = await search(typed);
      assert.deepEqual(ids(found), [id], typed);
      assert.ok(marks(found).length > 0, `${typed} is not marked`);
    } // prettier-ignore
    assert.deepEqual(marks(await search('haus')), ['Häuser']);
    assert.deepEqual(marks(await search('zlutoucky kun')), ['Žluťoučký', 'kůň']);
    for (const typed of ['chnungen', 'ho']) assert.deepEqual(ids(await search(typed)), [], typed);
  });

  test('takes an address for one word, and finds its end', async () => {
    const { id } = await open({
      text: 'From 198.51.100.77 to https://kiwi.fruits.example/basket (2001:db8::77), mail of web-shop@fruits.example.',
    });
    const other = await open({ text: 'In 198 of 51 cases 100 or 77 were right; the example of fruits, a kiwi.' });
    for (const typed of ['198.51.100.77', '198.51.100', 'kiwi.fruits.example', 'fruits.example', '2001:db8::77', 'web-shop@fruits.example'])
      assert.deepEqual(ids(await search(typed)), [id], typed);
    assert.deepEqual(ids(await search('kiwi fruits')), [other.id, id]);
    assert.deepEqual(ids(await search('kiwi-fruits')), [other.id, id], 'words that are joined here and stand apart there');
    assert.deepEqual(marks(await search('fruits.example')), ['fruits.example', 'fruits.example']);
  });

  test('takes anything that is typed', async () => {
    for (const typed of ["'", '\\', "a'b\\c", '!!!', '&|!():*<->', '<b>', '%_', '"', '\u0000', 'x'.repeat(200), '🙂', '. . .', 'ﷺ'])
      assert.equal((await owner('GET', `/ticket-search?q=${encodeURIComponent(typed)}`)).status, 200, typed);
    assert.deepEqual(ids(await search('!!!')), [], 'what can be in no text finds everything');
    const { id } = await open({ subject: "O'Hara's back\\slash" });
    assert.deepEqual(ids(await search("o'hara back\\slash")), [id]);
  });

  test('by a number says which ticket it is, also one that was merged', async () => {
    const one = await open({ subject: 'Carambola' });
    const two = await open({ subject: 'Carambola again' });
    for (const typed of [one.number, `#${one.number}`, ` ${one.number} `])
      assert.deepEqual((await search(typed)).summary.numbered, { id: one.id, number: one.number, subject: 'Carambola' }, typed);
    assert.equal((await search(`${one.number} carambola`)).summary.numbered, null);
    assert.equal((await search('999999999')).summary.numbered, null);
    await staff(two.id, 'Pitahaya');
    await mergeTickets(database, { from: two.id, into: one.id, name: 'Nora Lind' });
    assert.equal((await search(two.number)).summary.numbered!.id, two.id);
    assert.deepEqual(ids(await search('pitahaya')), [one.id]);
    assert.deepEqual(ids(await search('carambola')), [one.id]);
  });

  test('is narrowed by state, department, author, thing and days', async () => {
    const service = { kind: 'service', id: 'ser_acme_shop' };
    const about = await open({ subject: 'Guava', thing: service });
    const plain = await open({ subject: 'Guava', department: 'sales' }, tech);
    await reply(plain.id, 'And more', tech);
    await owner('PUT', `/tickets/${about.id}/closure`);
    for (const [query, wanted] of [
      ['group=closed', [about.id]],
      ['department=sales', [plain.id]],
      ['author=mem_acme_tech', [plain.id]],
      ['author=mem_acme_owner', [about.id]],
      ['thing=service/ser_acme_shop', [about.id]],
      ['thing=service/none', []],
      ['createdFrom=2000-01-01', [about.id, plain.id]],
      ['createdTo=2000-01-01', []],
    ] as const)
      assert.deepEqual(ids(await search('guava', owner, `&${query}`)), wanted, query);
    // The thing of a ticket that the person sees is kept from them.
    await grant('mem_acme_tech', { ...searching, 'support.others-tickets': ['view'] });
    assert.deepEqual(ids(await search('guava', tech, '&thing=service/ser_acme_shop')), []);
    await grant('mem_acme_tech', searching);
    const options = await answered<Options>(owner('GET', '/ticket-search/options'));
    assert.deepEqual(options.authors.map(({ id }) => id).sort(), ['mem_acme_owner', 'mem_acme_tech']);
    assert.deepEqual(options.departments.map(({ id }) => id), ['technical', 'billing', 'sales']); // prettier-ignore
  });

  test('is walked page by page in its order, and is downloaded as a whole', async () => {
    const made: string[] = [];
    for (let count = 0; count < 7; count++) made.unshift((await open({ subject: `Quince ${count}` })).id);
    const walked: string[] = [];
    for (let cursor = ''; ;) {
      const page = await answered<Page>(owner('GET', `/ticket-search?q=quince&limit=3${cursor && `&cursor=${cursor}`}`));
      assert.equal(page.page.total, 7);
      walked.push(...ids(page));
      if (page.page.nextCursor === null) break;
      cursor = page.page.nextCursor;
    }
    assert.deepEqual(walked, made);
    assert.deepEqual(ids(await search('quince', owner, '&sort=number')), made.toReversed());
    const csv = await (await owner('GET', '/ticket-search?q=quince', { headers: { accept: 'text/csv' } })).text();
    assert.equal(Papa.parse(csv, { header: true, skipEmptyLines: true }).data.length, 7);
  });

  test('marks the part of a long text in which it is, cut at words', async () => {
    const text = `${'first '.repeat(400)}\n\nthe sapodilla is\there${' last'.repeat(400)}`;
    await open({ text });
    const [excerpt] = (await search('sapodilla')).items[0]!.excerpts;
    const words = excerpt!.pieces.map((each) => each.text).join('');
    assert.match(words, /^… (first )+the sapodilla is here( last)+ …$/);
    assert.ok(words.length < 260);
  });

  test('finds in a long conversation what was said long ago, and a ticket with more words than can be kept by its first ones', async () => {
    const { id } = await open({ subject: 'Long talk', text: 'It began with a pomelo.' });
    for (let count = 0; count < 30; count++) await staff(id, `Answer ${count}`);
    assert.deepEqual(marks(await search('pomelo')), ['pomelo']);
    for (let post = 0; post < 40; post++)
      await staff(id, Array.from({ length: 900 }, (_, index) => `مستودعكبيرجدا${post}x${index}`).join(' '));
    assert.deepEqual(ids(await search('pomelo')), [id]);
  });
});

test('what was written before there was a search is found after the migration', async () => {
  const { id } = await open({ subject: 'Old soursop', text: 'With feijoa', fileIds: [await upload('jackfruit.txt')] });
  await staff(id, 'Hidden ackee', { hidden: true });
  for (const each of ['table ticket_documents', 'index ticket_posts_by_author', 'index tickets_by_thing'])
    await sql.raw(`drop ${each}`).execute(database);
  await migrations['023-ticket-search']!.up(database);
  for (const word of ['soursop', 'feijoa', 'jackfruit']) assert.deepEqual(ids(await search(word)), [id], word);
  assert.deepEqual(ids(await search('ackee')), []);
});
