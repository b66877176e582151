import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import type { components } from 'portal-elements/contract';
import type { Action, Resource } from 'portal-elements/permissions.js';
import { demoPassword } from '../../demo/people.js';
import { demoTicketDepartments } from '../../demo/tickets.js';
import { faultsOf, outcome } from './answers.js';
import { cookieOf, type Send, type TestHost } from './host.js';

type Schemas = components['schemas'];
export type Ticket = Schemas['Ticket'];
export type Summary = Schemas['TicketSummary'];
type Named = Pick<Summary, 'id' | 'number'>;

/** A place in which tickets are kept, and what the company's people do there. */
export interface TicketPlace {
  answer(ticket: Named, text: string): Promise<void>;
  note(ticket: Named, text: string): Promise<void>;
  merge(from: Named, into: Named): Promise<void>;
  hold(ticket: Named): Promise<void>;
  resolve(ticket: Named): Promise<void>;
}

const all: Action[] = ['view', 'create', 'update', 'delete'];

/** The demo's people with rights to tickets, and what they send. */
export async function ticketPeople(host: TestHost) {
  await demoTicketDepartments(host.database);
  const grant = (membership: string, allow: Partial<Record<Resource, Action[]>>) =>
    host.database
      .updateTable('memberships')
      .set({ permissions: JSON.stringify({ allow }) })
      .where('id', '=', membership)
      .execute();
  await grant('mem_acme_tech', { 'support.tickets': all, 'support.ticket-search': all });
  const [owner, tech, globex] = [
    await host.signIn('owner@acme.example'),
    await host.signIn('tech@acme.example'),
    await host.signIn('owner@globex.example'),
  ];
  const cookie = cookieOf(await host.send('POST', '/session', { body: { email: 'owner@acme.example', password: demoPassword } }));

  async function answered<T>(response: Promise<Response>, status = 200): Promise<T> {
    const given = await response;
    assert.equal(given.status, status, await given.clone().text());
    return (await given.json()) as T;
  }
  const keyed = (body: object, key: string = randomUUID()) => ({ body, headers: { 'idempotency-key': key } });
  const reply = (id: string, body: object, send: Send = owner, key?: string) => send('POST', `/tickets/${id}/posts`, keyed(body, key));
  const open = (more: object = {}, send: Send = owner, key?: string) =>
    send('POST', '/tickets', keyed({ department: 'billing', subject: 'A question', text: 'May I ask?', ...more }, key));

  return {
    owner,
    tech,
    globex,
    reply,
    open,
    answered,
    keyed,
    opened: (more: object = {}, send: Send = owner) => answered<Summary>(open(more, send), 201),
    list: (query = '', send: Send = owner) => answered<Schemas['TicketPage']>(send('GET', `/tickets?limit=200&${query}`)),
    read: (id: string, send: Send = owner) => answered<Ticket>(send('GET', `/tickets/${id}?posts=2000`)),
    async upload(path: string, content: string, name: string): Promise<string> {
      const body = new FormData();
      body.append('file', new Blob([content]), name);
      const request = { method: 'POST', body, headers: { cookie, 'portal-request': '1' } };
      return (await answered<{ id: string }>(fetch(`${host.url}/api/v1${path}`, request), 201)).id;
    },
  };
}

export type TicketPeople = Awaited<ReturnType<typeof ticketPeople>>;

const ids = ({ items }: { items: readonly Named[] }) => items.map(({ id }) => id);
const said = ({ posts }: Ticket) => posts.filter(({ event }) => event === null).map(({ author, text }) => `${author.kind}: ${text}`);

/** What every place in which tickets are kept has in common, through the requests that elements make. */
export function keepsTickets(people: TicketPeople, place: TicketPlace): void {
  const { owner, tech, globex, list, read, reply, open, opened, answered, upload } = people;

  describe('a new ticket', () => {
    test('is opened once for its key, is in the list, and has what was written, with its files and copies', async () => {
      const fileIds = [await upload('/tickets/files', 'first\nline\n', 'Příloha – 3.txt')];
      const key = randomUUID();
      const more = {
        subject: "100% of CPU_load \\ 'quoted' – žluťoučký",
        text: 'It is <b>slow</b>.\n\nAlways.',
        copies: ['mem_acme_tech'],
        fileIds,
      };
      const made = await answered<Summary>(open(more, owner, key), 201);
      assert.deepEqual(await answered<Summary>(open(more, owner, key), 201), made);
      assert.match(made.number, /^\d+$/);
      const listed = (await list()).items.filter(({ subject }) => subject === more.subject);
      assert.deepEqual(
        listed.map(({ id, number, department, openedBy, mine, lastReply, group }) => [
          id,
          number,
          department.id,
          openedBy,
          mine,
          lastReply,
          group,
        ]),
        [[made.id, made.number, 'billing', 'Olivia Owner', true, null, 'open']],
      );
      const ticket = await read(made.id, tech);
      assert.deepEqual([said(ticket), ticket.copies], [[`client: ${more.text}`], [{ id: 'mem_acme_tech', name: 'Tessa Tech' }]]);
      const [file] = ticket.posts[0]!.files;
      assert.deepEqual([file!.name, file!.mediaType], ['Příloha – 3.txt', 'text/plain']);
      const content = await tech('GET', `/tickets/${made.id}/files/${file!.id}`, { headers: { accept: '*/*' } });
      assert.equal(await content.text(), 'first\nline\n');
    });

    test('goes to a department that there is', async () => {
      assert.deepEqual(await faultsOf(await open({ department: 'none' })), ['/department unknown-department']);
    });
  });

  describe('a conversation', () => {
    test('goes back and forth, and the ticket waits for who has not written last', async () => {
      const ticket = await opened();
      await place.answer(ticket, 'What is it about?');
      const asked = await read(ticket.id);
      assert.deepEqual([asked.group, asked.lastReply?.by], ['waiting', { kind: 'staff', name: 'Nora Lind' }]);
      assert.ok(ids(await list('group=waiting')).includes(ticket.id));
      const fileIds = [await upload(`/tickets/${ticket.id}/files`, 'a log\n', 'Protokoll – größer.log')];
      const key = randomUUID();
      for (let time = 0; time < 2; time += 1)
        assert.equal((await reply(ticket.id, { text: 'About this.', fileIds }, owner, key)).status, 201);
      const replied = await read(ticket.id);
      assert.deepEqual(said(replied), ['client: May I ask?', 'staff: What is it about?', 'client: About this.']);
      assert.deepEqual(
        [replied.status, replied.lastReply?.by.name, replied.posts[2]!.yours],
        ['waiting-for-support', 'Olivia Owner', true],
      );
      assert.equal(replied.posts[2]!.files[0]!.name, 'Protokoll – größer.log');
      assert.ok(!ids(await list('group=waiting')).includes(ticket.id));
      await place.hold(ticket);
      assert.ok(ids(await list('group=on-hold')).includes(ticket.id));
    });

    test('is told apart from what the company writes for itself alone', async () => {
      const ticket = await opened();
      await place.answer(ticket, 'We look at it.');
      const before = await read(ticket.id);
      await place.note(ticket, 'PRIVATE-SECRET of the suite');
      const [listed] = (await list()).items.filter(({ id }) => id === ticket.id);
      assert.deepEqual(await read(ticket.id), before);
      assert.deepEqual([listed!.lastActivityAt, listed!.lastReply], [before.lastActivityAt, before.lastReply]);
      const found = await answered<Schemas['TicketSearchPage']>(owner('GET', '/ticket-search?q=PRIVATE-SECRET'));
      assert.deepEqual(found.items, []);
    });

    test('is found by the words of both sides', async () => {
      const ticket = await opened({ text: 'The warehouse has an Überspannung.' });
      await place.answer(ticket, 'It is the transformer.');
      for (const word of ['uberspannung', 'TRANSFORMER', ticket.number]) {
        const found = await answered<Schemas['TicketSearchPage']>(owner('GET', `/ticket-search?q=${encodeURIComponent(word)}`));
        assert.ok(ids(found).includes(ticket.id), word);
      }
    });
  });

  describe('the end of a ticket', () => {
    test('is said in the conversation, and can be taken back', async () => {
      const { id } = await opened();
      for (let time = 0; time < 2; time += 1) assert.equal((await owner('PUT', `/tickets/${id}/closure`)).status, 200);
      const closed = await read(id);
      assert.deepEqual(
        [closed.group, closed.posts.map(({ event, author }) => [event, author.name])],
        ['closed', [[null, 'Olivia Owner'], ['closed', 'Olivia Owner']]],
      ); // prettier-ignore
      assert.ok(closed.allowedActions.includes('reopen') && closed.allowedActions.includes('rate'));
      assert.ok(ids(await list('group=closed')).includes(id));
      const rated = { body: { score: 5 }, headers: { 'if-match': closed.etag } };
      assert.equal((await owner('PUT', `/tickets/${id}/rating`, rated)).status, 200);
      for (let time = 0; time < 2; time += 1) assert.equal((await owner('DELETE', `/tickets/${id}/closure`)).status, 200);
      const again = await read(id);
      assert.deepEqual([again.group, again.posts.at(-1)!.event, again.posts.length], ['open', 'reopened', 3]);
    });

    test('that the company has set ends with the next answer', async () => {
      const ticket = await opened();
      await place.answer(ticket, 'Done.');
      await place.resolve(ticket);
      const resolved = await read(ticket.id);
      assert.deepEqual([resolved.status, resolved.group], ['resolved', 'closed']);
      assert.ok(resolved.allowedActions.includes('reply'));
      assert.equal((await reply(ticket.id, { text: 'Not quite.' })).status, 201);
      assert.equal((await read(ticket.id)).status, 'waiting-for-support');
    });

    test('may be another ticket, which it then names, and where its conversation goes on', async () => {
      const [from, into] = [await opened({ text: 'Once.' }), await opened({ text: 'Twice.' })];
      await place.merge(from, into);
      assert.equal(await outcome(await reply(from.id, { text: 'Hello' })), '409 ticket-merged');
      const merged = await read(from.id);
      assert.deepEqual(
        [merged.mergedInto, merged.posts, merged.allowedActions],
        [{ id: into.id, number: into.number, subject: 'A question' }, [], []],
      );
      const target = await read(into.id);
      assert.deepEqual(said(target).sort(), ['client: Once.', 'client: Twice.']);
      assert.deepEqual(
        target.posts.flatMap(({ event, text }) => (event === null ? [] : [[event, text]])),
        [['merged', from.number]],
      );
      assert.ok(!ids(await list()).includes(from.id));
      assert.equal(await outcome(await owner('PUT', `/tickets/${from.id}/closure`)), '409 ticket-merged');
    });
  });

  describe('a colleague', () => {
    test('reads and answers a ticket while in copy of it', async () => {
      const { id } = await opened();
      assert.equal((await tech('GET', `/tickets/${id}`)).status, 404);
      for (let time = 0; time < 2; time += 1) assert.equal((await owner('PUT', `/tickets/${id}/copies/mem_acme_tech`)).status, 200);
      assert.equal((await reply(id, { text: 'I know more.' }, tech)).status, 201);
      const seen = await read(id, tech);
      assert.deepEqual([said(seen).at(-1), seen.copies.length, seen.posts[1]!.event], ['client: I know more.', 1, 'copied']);
      assert.equal((await owner('DELETE', `/tickets/${id}/copies/mem_acme_tech`)).status, 204);
      assert.equal((await tech('GET', `/tickets/${id}`)).status, 404);
      assert.equal((await owner('PUT', `/tickets/${id}/copies/mem_globex_owner`)).status, 404);
    });

    test('without the right to tickets of others has no way to them, and another client has none at all', async () => {
      const ticket = await opened({ text: 'Words of Olivia' });
      await place.answer(ticket, 'Words of Nora');
      for (const send of [tech, globex]) {
        assert.ok(!ids(await list('scope=company', send)).includes(ticket.id));
        for (const [method, path] of [
          ['GET', ''], ['PUT', '/closure'], ['DELETE', '/closure'], ['PUT', '/copies/mem_acme_tech'], ['DELETE', '/copies/mem_acme_tech'], ['GET', '/files/upl_1'],
        ] as const)
          assert.equal((await send(method, `/tickets/${ticket.id}${path}`)).status, 404, `${method} ${path}`); // prettier-ignore
        assert.equal(await outcome(await reply(ticket.id, { text: 'Hello' }, send)), '404 blank');
      }
      assert.deepEqual(said(await read(ticket.id)), ['client: Words of Olivia', 'staff: Words of Nora']);
    });
  });
}
