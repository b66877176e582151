import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import Papa from 'papaparse';
import type { components } from 'portal-elements/contract';
import type { Action, Resource } from 'portal-elements/permissions.js';
import { demoInvoices } from '../demo/invoices.js';
import { demoServices } from '../demo/services.js';
import { demoTickets } from '../demo/tickets.js';
import { passingSecretBox } from '../src/database/secret-box.js';
import { tickets, useTickets } from '../src/tickets/port.js';
import { splitQuoted } from '../src/tickets/quoted.js';
import { mergeTickets, postAsStaff } from '../src/tickets/staff.js';
import { answered, faultsOf, outcome } from './support/answers.js';
import { cookieOf, startHost, type Send } from './support/host.js';
import { openMailbox } from './support/mailbox.js';

type Ticket = components['schemas']['Ticket'];
type Summary = components['schemas']['TicketSummary'];
type Page = components['schemas']['TicketPage'];
type Options = components['schemas']['TicketOptions'];

const mailbox = openMailbox();
const host = await startHost({ sendMail: (mail) => mailbox.send(mail), staffMail: 'staff@nordkai.example' });
await demoServices(host.database, passingSecretBox());
await demoInvoices(host.database);
await demoTickets(host.database);
const all: Action[] = ['view', 'create', 'update', 'delete'];

/** Gives a person these permissions, and nothing else. */
async function grant(membership: string, allow: Partial<Record<Resource, Action[]>>, contractIds: string[] | null = null): Promise<void> {
  await host.database
    .updateTable('memberships')
    .set({ permissions: JSON.stringify({ allow }), contract_ids: contractIds && JSON.stringify(contractIds) })
    .where('id', '=', membership)
    .execute();
}

await grant('mem_acme_tech', { 'support.tickets': all });
await grant('mem_acme_billing', { billing: all });
const owner = await host.signIn('owner@acme.example');
const tech = await host.signIn('tech@acme.example');
const billing = await host.signIn('billing@acme.example');
const globex = await host.signIn('owner@globex.example');
const cookie = cookieOf(await host.send('POST', '/session', { body: { email: 'owner@acme.example', password: 'portal-demo' } }));

const list = (query = '', send: Send = owner) => answered<Page>(send('GET', `/tickets?limit=200&${query}`));
const read = (id: string, send: Send = owner, query = '') => answered<Ticket>(send('GET', `/tickets/${id}${query}`));
const ids = ({ items }: Page) => items.map(({ id }) => id);
const rating = (body: object, etag: string) => ({ body, headers: { 'if-match': etag } });
const keyed = (body: object, key: string = randomUUID()) => ({ body, headers: { 'idempotency-key': key } });
const open = (body: object, send: Send = owner, key?: string) => send('POST', '/tickets', keyed(body, key));
const reply = (id: string, body: object, send: Send = owner, key?: string) => send('POST', `/tickets/${id}/posts`, keyed(body, key));
const billingTicket = (more: object = {}) => ({ department: 'billing', subject: 'A question', text: 'May I ask?', ...more });
const opened = (more: object = {}, send: Send = owner) => answered<Summary>(open(billingTicket(more), send), 201);

async function upload(path: string, content: string, name: string): Promise<Response> {
  const body = new FormData();
  body.append('file', new Blob([content]), name);
  return await fetch(`${host.url}/api/v1${path}`, { method: 'POST', body, headers: { cookie, 'portal-request': '1' } });
}

describe('the list of tickets', () => {
  test('begins with the last activity, and says who has answered last', async () => {
    const { items, page, summary } = await list();
    assert.ok(items.length > 35 && page.total === items.length);
    const times = items.map(({ lastActivityAt }) => lastActivityAt);
    assert.deepEqual(times, [...times].sort().reverse());
    assert.equal(items[0]!.id, 'tkt_acme_slow');
    assert.deepEqual(items[0]!.lastReply!.by, { kind: 'staff', name: 'Henrik Dahl' });
    assert.deepEqual(items[0]!.thing, { kind: 'service', id: 'ser_acme_shop', label: 'P-10020 Online shop shop.acme.example' });
    assert.equal(summary.waiting, items.filter(({ group }) => group === 'waiting').length);
    assert.ok(!ids({ items } as Page).includes('tkt_acme_outage_2'), 'a merged ticket is listed');
  });

  test('is filtered by group, department, priority, day and words, and walked page by page', async () => {
    const { items } = await list();
    // Days are those of the client's calendar.
    const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });
    const dayOf = ({ createdAt }: Summary) => calendar.format(new Date(createdAt));
    const expected: [string, (ticket: Summary) => boolean][] = [
      ['group=waiting', ({ group }) => group === 'waiting'],
      ['group=open', ({ group }) => group === 'waiting' || group === 'open'],
      ['group=on-hold', ({ status }) => status === 'on-hold'],
      ['group=closed', ({ status }) => status === 'closed' || status === 'resolved'],
      ['department=billing', ({ department }) => department.id === 'billing'],
      ['priority=high', ({ priority }) => priority === 'high'],
      ['q=BACKUP', ({ subject }) => /backup/i.test(subject)],
      [`q=${items[3]!.number}`, ({ id }) => id === items[3]!.id],
      [`createdFrom=${dayOf(items[0]!)}`, (ticket) => dayOf(ticket) >= dayOf(items[0]!)],
    ];
    for (const [query, holds] of expected) {
      const wanted = items.filter(holds).map(({ id }) => id);
      assert.ok(wanted.length > 0 || query.startsWith('q='), query);
      assert.deepEqual(ids(await list(query)), wanted, query);
    }
    const walked: string[] = [];
    for (let cursor = ''; ;) {
      const page = await answered<Page>(owner('GET', `/tickets?limit=7&sort=number${cursor && `&cursor=${cursor}`}`));
      walked.push(...ids(page));
      if (page.page.nextCursor === null) break;
      cursor = page.page.nextCursor;
    }
    assert.deepEqual(walked, ids(await list('sort=number')));
    assert.equal(walked.length, items.length);
  });

  test('as CSV holds every row of the filter, and no formula', async () => {
    await opened({ subject: '=1+1' });
    const response = await owner('GET', '/tickets?department=billing', { headers: { accept: 'text/csv' } });
    const { data } = Papa.parse<Record<string, string>>(await response.text(), { header: true, skipEmptyLines: true });
    assert.equal(data.length, (await list('department=billing')).items.length);
    assert.deepEqual(Object.keys(data[0]!).slice(0, 3), ['Number', 'Subject', 'Department']);
    assert.ok(data.some(({ Subject }) => Subject === "'=1+1"));
  });

  test('shows nobody the tickets of another client', async () => {
    const theirs = await list('', globex);
    assert.ok(theirs.items.length > 0 && theirs.items.every(({ openedBy }) => openedBy === 'Gita Globex'));
    assert.equal(await outcome(await owner('GET', `/tickets/${theirs.items[0]!.id}`)), '404 blank');
    assert.equal(await outcome(await reply(theirs.items[0]!.id, { text: 'Hello' })), '404 blank');
  });
});

describe('tickets of others', () => {
  test('are not there for who lacks the permission, in the list or by id; those in copy are', async () => {
    const mine = await list('scope=company', tech);
    assert.equal(mine.summary.seesOthers, false);
    assert.ok(mine.items.every((ticket) => ticket.mine));
    assert.ok(ids(mine).includes('tkt_acme_slow'), 'a ticket in copy');
    const other = (await list()).items.find(({ id }) => !ids(mine).includes(id))!;
    for (const [method, path] of [
      ['GET', ''],
      ['PUT', '/closure'],
      ['DELETE', '/closure'],
      ['PUT', '/copies/mem_acme_tech'],
    ] as const)
      assert.equal(await outcome(await tech(method, `/tickets/${other.id}${path}`)), '404 blank', `${method} ${path}`);
    assert.equal(await outcome(await reply(other.id, { text: 'Hello' }, tech)), '404 blank');
  });

  test('can be read and not changed by who may only view them', async () => {
    await grant('mem_acme_tech', { 'support.tickets': all, 'support.others-tickets': ['view'] });
    const { items, summary } = await list('', tech);
    assert.equal(summary.seesOthers, true);
    assert.deepEqual(new Set(items.map(({ id }) => id)), new Set(ids(await list())));
    const other = items.find(({ mine, group }) => !mine && group === 'waiting')!;
    assert.deepEqual((await read(other.id, tech)).allowedActions, []);
    assert.ok((await read('tkt_acme_slow', tech)).allowedActions.includes('reply'));
    assert.equal(await outcome(await reply(other.id, { text: 'Hello' }, tech)), '403 blank');
    assert.equal(await outcome(await tech('PUT', `/tickets/${other.id}/closure`)), '403 blank');
    const file = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.log"\r\n\r\nA log\r\n--x--\r\n';
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    assert.equal((await tech('POST', `/tickets/${other.id}/files`, { body: file, headers })).status, 403);
    assert.ok((await list('scope=mine', tech)).items.every(({ mine }) => mine));
    await grant('mem_acme_tech', { 'support.tickets': all, 'support.others-tickets': ['view', 'update'] });
    assert.deepEqual((await read(other.id, tech)).allowedActions, ['reply', 'close', 'copy']);
    await grant('mem_acme_tech', { 'support.tickets': all });
  });

  test('are those of the contracts to which a person is limited; what it is about is shown to who may see that', async () => {
    const rights = { 'support.tickets': all, 'support.others-tickets': all };
    const service = await host.database
      .selectFrom('services')
      .select(['id', 'contract_id'])
      .where('contract_id', '=', 'con_acme_rack')
      .executeTakeFirstOrThrow();
    const { id } = await opened({ thing: { kind: 'service', id: service.id } });
    const { id: without } = await opened();
    await grant('mem_acme_tech', rights, ['con_acme_voip']);
    assert.ok(!ids(await list('', tech)).includes(id));
    assert.equal(await outcome(await tech('GET', `/tickets/${id}`)), '404 blank');
    await grant('mem_acme_tech', rights, ['con_acme_rack']);
    const seen = await list('', tech);
    assert.ok(ids(seen).includes(id) && !ids(seen).includes(without));
    assert.equal((await read(id, tech)).thing, null);
    await grant('mem_acme_tech', { ...rights, 'billing.services': ['view'] }, ['con_acme_rack']);
    assert.equal((await read(id, tech)).thing?.id, service.id);
    await grant('mem_acme_tech', { 'support.tickets': all });
  });

  test('need the permission for tickets at all', async () => {
    for (const path of ['/tickets', '/tickets/options', '/ticket-things', '/tickets/tkt_acme_slow'])
      assert.equal((await billing('GET', path)).status, 403, path);
    assert.equal((await open(billingTicket(), billing)).status, 403);
    await grant('mem_acme_tech', { 'support.tickets': ['view'] });
    assert.deepEqual((await read('tkt_acme_slow', tech)).allowedActions, []);
    assert.equal((await reply('tkt_acme_slow', { text: 'Hello' }, tech)).status, 403);
    assert.equal((await open(billingTicket(), tech)).status, 403);
    await grant('mem_acme_tech', { 'support.tickets': all });
  });
});

describe('one ticket', () => {
  test('has its conversation in order, what is quoted apart, with files and the expectation of its department', async () => {
    const { posts, postCount, copies, expectation, fields, you } = await read('tkt_acme_slow');
    assert.deepEqual(
      posts.map(({ author, yours }) => [author.kind, author.name, yours]),
      [['client', 'Olivia Owner', true], ['staff', 'Nora Lind', false], ['client', 'Tessa Tech', false], ['staff', 'Henrik Dahl', false]],
    ); // prettier-ignore
    assert.equal(postCount, 4);
    assert.deepEqual(
      [posts[2]!.text, posts[2]!.quoted?.split('\n').length],
      ['We send our newsletter at 17:45 every day since last week, that may be it.', 2],
    );
    assert.equal(posts[0]!.files[0]!.name, 'slow requests.log');
    assert.deepEqual(copies, [{ id: 'mem_acme_tech', name: 'Tessa Tech' }]);
    assert.deepEqual([expectation.answerHours, fields[0]!.value, you.name], [2, 'One service', 'Olivia Owner']);
  });

  test('gives its last posts, as many as are wanted, and says how many there are', async () => {
    const { posts, postCount } = await read('tkt_acme_backup', owner, '?posts=2');
    assert.deepEqual([posts.length, postCount, posts[1]!.event], [2, 14, 'closed']);
  });

  test('gives a file to be saved, to who sees its post', async () => {
    const [file] = (await read('tkt_acme_slow')).posts[0]!.files;
    const response = await owner('GET', `/tickets/tkt_acme_slow/files/${file!.id}`, { headers: { accept: '*/*' } });
    assert.match(response.headers.get('content-disposition')!, /^attachment; filename="slow requests.log"/);
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    assert.match(await response.text(), /max_children/);
    assert.equal((await owner('GET', `/tickets/tkt_acme_outage/files/${file!.id}`)).status, 404);
    assert.equal((await globex('GET', `/tickets/tkt_acme_slow/files/${file!.id}`)).status, 404);
  });

  test('that has been merged says where it went, and its posts and people are there', async () => {
    const merged = await read('tkt_acme_outage_2');
    assert.equal(merged.mergedInto?.id, 'tkt_acme_outage');
    assert.deepEqual([merged.posts, merged.allowedActions, merged.status], [[], [], 'merged']);
    const target = await read('tkt_acme_outage');
    assert.ok(target.posts.some(({ text }) => text.includes('Our mails come back')));
    assert.deepEqual(target.copies, [{ id: 'mem_acme_owner', name: 'Olivia Owner' }]);
    assert.equal(await outcome(await reply('tkt_acme_outage_2', { text: 'Hello' })), '409 ticket-merged');
    assert.equal(await outcome(await owner('PUT', '/tickets/tkt_acme_outage_2/closure')), '409 ticket-merged');
    await assert.rejects(mergeTickets(host.database, { from: 'tkt_acme_slow', into: 'tkt_globex_voip', name: 'Nora Lind' }));
  });
});

test('a ticket is found by its number, with and without the sign before it', async () => {
  const { id, number } = await opened({ subject: 'About numbers' });
  for (const typed of [number, `#${number}`]) {
    const { items } = await answered<{ items: { id: string }[] }>(owner('GET', `/tickets?q=${encodeURIComponent(typed)}`));
    assert.deepEqual(
      items.map((each) => each.id),
      [id],
    );
  }
});

describe('a private note', () => {
  test('is in the answer of no operation, and neither are its files', async () => {
    const { id, number } = await opened({ subject: 'About notes', copies: ['mem_acme_tech'] });
    const secret = `PRIVATE-${randomUUID()}`;
    const before = await read(id);
    const noteId = await postAsStaff(host.database, { ticketId: id, name: 'Nora Lind', text: secret, hidden: true });
    const files = {
      client_id: 'cli_acme',
      person_id: null,
      purpose: 'ticket',
      subject: noteId,
      name: `${secret}.txt`,
      media_type: 'text/plain',
    };
    const file = { ...files, id: `upl_${secret}`, size: 1, sha256: '', content: Buffer.from(secret) };
    await host.database.insertInto('uploads').values(file).execute();
    const after = await read(id);
    assert.deepEqual(
      [after.postCount, after.lastActivityAt, after.lastReply, after.status],
      [before.postCount, before.lastActivityAt, null, 'open'],
    );
    const csv = { headers: { accept: 'text/csv' } };
    const requests: [string, string, object?][] = [
      ['GET', `/tickets?q=${number}`], ['GET', `/tickets?q=${secret}`], ['GET', '/tickets', csv], ['GET', '/tickets/options'], ['GET', `/ticket-search?q=${number}`], ['GET', `/ticket-search?q=${secret}`], ['GET', '/ticket-things'],
      ['GET', `/tickets/${id}?posts=2000`], ['GET', `/tickets/${id}/files/${file.id}`], ['POST', `/tickets/${id}/posts`, keyed({ text: 'An answer' })],
      ['PUT', `/tickets/${id}/copies/mem_acme_billing`], ['DELETE', `/tickets/${id}/copies/mem_acme_billing`], ['PUT', `/tickets/${id}/closure`],
      ['PUT', `/tickets/${id}/rating`, rating({ score: 4 }, '*')], ['DELETE', `/tickets/${id}/closure`], ['POST', '/tickets', keyed(billingTicket())],
    ]; // prettier-ignore
    await grant('mem_acme_tech', { 'support.tickets': all, 'support.ticket-search': all });
    for (const send of [owner, tech])
      for (const [method, path, options] of requests) {
        const response = await send(method, path, options);
        const expected = path.includes('/files/') ? [404] : [200, 201, 204, 422];
        assert.ok(expected.includes(response.status), `${method} ${path}: ${response.status} ${await response.clone().text()}`);
        assert.ok(!(await response.text()).includes(secret), `${method} ${path}`);
      }
    const mails = await mailbox.since(host.database);
    assert.ok(mails.length > 0 && mails.every(({ text, subject }) => !`${subject}${text}`.includes(secret)));
  });
});

describe('an answer', () => {
  test('is stored once for its key, with its files, told to the company, and puts the ticket before the company', async () => {
    const { id, number } = await opened();
    await postAsStaff(host.database, { ticketId: id, name: 'Nora Lind', text: 'What is it about?', isMailed: false });
    assert.equal((await read(id)).status, 'waiting-for-client');
    await mailbox.since(host.database);
    const file = await answered<{ id: string }>(upload(`/tickets/${id}/files`, 'A log\n', 'a.log'), 201);
    const key = randomUUID();
    const body = { text: 'About <b>this</b>:\n\nsee the file.', fileIds: [file.id] };
    const [first, second] = [await reply(id, body, owner, key), await reply(id, body, owner, key)];
    assert.deepEqual([first.status, second.status, second.headers.get('idempotent-replayed')], [201, 201, 'true']);
    const { posts, status, lastReply } = await read(id);
    assert.deepEqual([posts.length, posts[2]!.text, posts[2]!.files[0]?.name, status], [3, body.text, 'a.log', 'waiting-for-support']);
    assert.deepEqual(lastReply!.by, { kind: 'client', name: 'Olivia Owner' });
    const mails = await mailbox.since(host.database);
    assert.deepEqual([mails.length, mails[0]!.subject], [1, `Ticket ${number} has been answered: A question`]);
  });

  test('to one that has been closed is refused, to one that is resolved opens it again', async () => {
    const { id } = await opened();
    await postAsStaff(host.database, { ticketId: id, name: 'Nora Lind', text: 'Done.', status: 'resolved' });
    assert.deepEqual((await read(id)).allowedActions, ['reply', 'reopen', 'rate']);
    assert.equal((await reply(id, { text: 'Not quite.' })).status, 201);
    assert.equal((await read(id)).status, 'waiting-for-support');
    await owner('PUT', `/tickets/${id}/closure`);
    assert.equal(await outcome(await reply(id, { text: 'One thing more' })), '409 ticket-closed');
    assert.equal(await outcome(await upload(`/tickets/${id}/files`, 'x', 'a.txt')), '409 not-answerable');
  });

  test('needs words, and files that are there', async () => {
    const { id } = await opened();
    assert.deepEqual(await faultsOf(await reply(id, { text: ' \n ' })), ['/text pattern']);
    assert.deepEqual(await faultsOf(await reply(id, { text: 'x', fileIds: ['upl_none'] })), ['/fileIds/0 unknown-file']);
    assert.equal((await read(id)).postCount, 1);
    assert.equal(await outcome(await upload(`/tickets/${id}/files`, '\0', 'a.txt')), '415 file-type');
  });
});

describe('closing, reopening and rating', () => {
  test('are possible while the state allows it, and said in the conversation', async () => {
    const { id } = await opened();
    assert.equal(await outcome(await owner('PUT', `/tickets/${id}/rating`, rating({ score: 5 }, '*'))), '409 not-closed');
    for (let time = 0; time < 2; time += 1) assert.equal((await owner('PUT', `/tickets/${id}/closure`)).status, 200);
    const closed = await read(id);
    assert.deepEqual(
      [closed.status, closed.allowedActions, closed.posts.length, closed.posts[1]!.event],
      ['closed', ['reopen', 'rate'], 2, 'closed'],
    );
    assert.ok(closed.reopenUntil! > new Date().toISOString());
    const rated = await answered<Ticket>(owner('PUT', `/tickets/${id}/rating`, rating({ score: 4, words: ' Good ' }, closed.etag)));
    assert.deepEqual([rated.rating!.score, rated.rating!.words, rated.rating!.by], [4, 'Good', 'Olivia Owner']);
    assert.equal((await owner('PUT', `/tickets/${id}/rating`, rating({ score: 6 }, rated.etag))).status, 422);
    assert.equal(
      (await owner('PUT', `/tickets/${id}/rating`, rating({ score: 1 }, closed.etag))).status,
      412,
      'a colleague has rated it meanwhile',
    );
    assert.equal((await read(id)).rating!.score, 4);
    assert.equal((await answered<Ticket>(owner('DELETE', `/tickets/${id}/closure`))).status, 'waiting-for-support');
    await owner('PUT', `/tickets/${id}/closure`);
    await host.database
      .updateTable('tickets')
      .set({ closed_at: new Date(Date.now() - 15 * 86_400_000) })
      .where('id', '=', id)
      .execute();
    assert.deepEqual([(await read(id)).reopenUntil, (await read(id)).allowedActions], [null, ['rate']]);
    assert.equal(await outcome(await owner('DELETE', `/tickets/${id}/closure`)), '409 too-late');
  });
});

describe('a copy', () => {
  test('lets a colleague read and answer, until it is taken away', async () => {
    const { id } = await opened();
    assert.equal((await tech('GET', `/tickets/${id}`)).status, 404);
    for (let time = 0; time < 2; time += 1) assert.equal((await owner('PUT', `/tickets/${id}/copies/mem_acme_tech`)).status, 200);
    const seen = await read(id, tech);
    assert.deepEqual(
      [seen.copies, seen.mine, seen.posts[1]!.event, seen.posts[1]!.text],
      [[{ id: 'mem_acme_tech', name: 'Tessa Tech' }], true, 'copied', 'Tessa Tech'],
    );
    assert.equal((await reply(id, { text: 'I know more.' }, tech)).status, 201);
    assert.equal((await tech('DELETE', `/tickets/${id}/copies/mem_acme_tech`)).status, 204);
    assert.equal((await tech('GET', `/tickets/${id}`)).status, 404);
    assert.equal((await owner('DELETE', `/tickets/${id}/copies/mem_acme_owner`)).status, 204);
    assert.equal((await read(id)).mine, true);
  });

  test('is given to people of the client alone, who can use the portal', async () => {
    const { id } = await opened();
    assert.equal((await owner('PUT', `/tickets/${id}/copies/mem_globex_owner`)).status, 404);
    assert.equal(await outcome(await owner('PUT', `/tickets/${id}/copies/mem_acme_inactive`)), '409 not-usable');
    assert.deepEqual(await faultsOf(await open(billingTicket({ copies: ['mem_globex_owner'] }))), ['/copies/0 unknown-person']);
  });
});

describe('a new ticket', () => {
  test('is opened once for its key, with what it is about, copies, answers and files, and told to the company', async () => {
    await mailbox.since(host.database);
    const file = await answered<{ id: string }>(upload('/tickets/files', '%PDF-1.7\n', 'Order.pdf'), 201);
    const body = {
      department: 'technical', subject: '  Slow \n again ', text: 'It is slow.', priority: 'urgent', thing: { kind: 'service', id: 'ser_acme_server' },
      copies: ['mem_acme_tech', 'mem_acme_owner'], fields: { affected: 'Everything', callback: 'yes', other: 'x' }, fileIds: [file.id],
    }; // prettier-ignore
    const key = randomUUID();
    const [made, again] = [await answered<Summary>(open(body, owner, key), 201), await answered<Summary>(open(body, owner, key), 201)];
    assert.deepEqual(made, again);
    const ticket = await read(made.id);
    assert.deepEqual(
      [ticket.subject, ticket.priority, ticket.thing?.id, ticket.status, ticket.group],
      ['Slow again', 'urgent', 'ser_acme_server', 'open', 'open'],
    );
    assert.deepEqual(ticket.copies.map(({ id }) => id), ['mem_acme_tech']); // prettier-ignore
    assert.deepEqual(ticket.fields.map(({ label, value }) => [label, value]), [['What is affected', 'Everything'], ['Please call us back', 'yes']]); // prettier-ignore
    assert.equal(ticket.posts[0]!.files[0]!.name, 'Order.pdf');
    const mails = (await mailbox.since(host.database)).filter(({ to }) => to === 'staff@nordkai.example');
    assert.deepEqual(mails.map(({ subject }) => subject), [`Ticket ${made.number} has been opened: Slow again`]); // prettier-ignore
  });

  test('says where it has to be filled in otherwise', async () => {
    const faults = async (more: object) => await faultsOf(await open(billingTicket(more)));
    assert.deepEqual(await faults({ department: 'none' }), ['/department unknown-department']);
    assert.deepEqual(await faults({ priority: 'urgent' }), ['/priority priority']);
    assert.deepEqual(await faults({ department: 'technical' }), ['/fields/affected required']);
    assert.deepEqual(await faults({ department: 'technical', fields: { affected: 'Nothing', callback: 'maybe' } }), [
      '/fields/affected choice',
      '/fields/callback choice',
    ]);
    assert.deepEqual(await faults({ subject: ' ' }), ['/subject pattern']);
    const invoice = await host.database.selectFrom('invoices').select('id').where('client_id', '=', 'cli_globex').executeTakeFirstOrThrow();
    for (const thing of [{ kind: 'invoice', id: invoice.id }, { kind: 'invoice', id: 'none' }, { kind: 'weather', id: 'x' }, { kind: 'toString', id: 'x' }])
      assert.deepEqual(await faults({ thing }), ['/thing unknown-thing']); // prettier-ignore
  });

  test('is about what the person may see', async () => {
    const things = async (send: Send, query = '') =>
      (await answered<components['schemas']['TicketThings']>(send('GET', `/ticket-things?${query}`))).items;
    const kinds = new Set((await things(owner)).map(({ kind }) => kind));
    assert.deepEqual([...kinds].sort(), ['contract', 'invoice', 'service']);
    assert.deepEqual(await things(tech), []);
    assert.equal((await things(owner, 'kind=service&id=ser_acme_shop'))[0]!.label, 'P-10020 Online shop shop.acme.example');
    assert.deepEqual(await things(globex, 'kind=service&id=ser_acme_shop'), []);
    assert.equal((await owner('GET', '/ticket-things?id=x')).status, 400);
    const { departments, colleagues } = await answered<Options>(owner('GET', '/tickets/options'));
    assert.deepEqual(departments.map(({ id, priorities }) => [id, priorities.length]), [['technical', 4], ['billing', 3], ['sales', 2]]); // prettier-ignore
    assert.ok(colleagues.every(({ id }) => id.startsWith('mem_acme') && id !== 'mem_acme_owner' && id !== 'mem_acme_inactive'));
  });
});

describe('the dispute of an invoice', () => {
  test('opens a ticket about the invoice, once, at the department for billing', async () => {
    const { items } = await answered<components['schemas']['InvoicePage']>(owner('GET', '/invoices?state=open'));
    const invoice = items.find(({ allowedActions }) => allowedActions.includes('dispute'))!;
    const before = await list();
    const body = { reason: 'wrong-amount', text: 'This is too much.', lines: [1] };
    const dispute = () => billing('POST', `/invoices/${invoice.id}/dispute`, keyed(body));
    assert.equal((await dispute()).status, 201);
    assert.equal((await dispute()).status, 409);
    const after = await list();
    assert.equal(after.items.length, before.items.length + 1);
    const [ticket] = after.items;
    assert.deepEqual([ticket!.thing?.id, ticket!.department.id, ticket!.openedBy], [invoice.id, 'billing', 'Bruno Billing']);
    assert.match(ticket!.subject, new RegExp(`Invoice ${invoice.number} is disputed: the amount is wrong`));
    assert.match((await read(ticket!.id)).posts[0]!.text, /^This is too much\.\nLine 1 \(/);
  });
});

test('what an answer quotes at its end is told apart', () => {
  assert.deepEqual(splitQuoted('Yes.\r\n\r\n> Really?\r\n>\r\n> > Once more\r\n'), { text: 'Yes.', quoted: 'Really?\n\n> Once more' });
  assert.deepEqual(splitQuoted('> Really?\n\nYes.'), { text: '> Really?\n\nYes.', quoted: null });
  assert.deepEqual(splitQuoted('> Only this'), { text: '> Only this', quoted: null });
  assert.deepEqual(splitQuoted('No\n\n'), { text: 'No', quoted: null });
});

test('tickets are kept where the port says', async () => {
  const own = tickets;
  useTickets({ ...own, departments: () => Promise.resolve([]) });
  try {
    assert.deepEqual((await answered<Options>(owner('GET', '/tickets/options'))).departments, []);
    assert.deepEqual(await faultsOf(await open(billingTicket())), ['/department unknown-department']);
  } finally {
    useTickets(own);
  }
});
