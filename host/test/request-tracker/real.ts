import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { components } from 'portal-elements/contract';
import { useTickets } from '../../src/tickets/port.js';
import { requestTracker } from '../../src/tickets/request-tracker/adapter.js';
import { usualTimeouts } from '../../src/tickets/request-tracker/settings.js';
import { idList } from '../../src/tickets/request-tracker/answers.js';
import { Connection } from '../../src/tickets/request-tracker/connection.js';
import { literal } from '../../src/tickets/request-tracker/query.js';
import { outcome } from '../support/answers.js';
import { startHost } from '../support/host.js';
import { keepsTickets, ticketPeople, type Summary, type Ticket } from '../support/ticket-place.js';
import { until } from '../support/until.js';
import { given, inTracker, standBetween } from './server.js';

const between = await standBetween();
const log: string[] = [];
useTickets(
  requestTracker({
    url: between.url,
    token: given.tokens.portal,
    companyRole: 'Client company',
    queues: new Map([['technical', 'Support'], ['billing', "Billing 'n' \\co"]]), // prettier-ignore
    clients: new Map([['C-1001', given.groups.acme], ['C-1002', given.groups.globex]]), // prettier-ignore
    timeouts: { ...usualTimeouts, rest: 0, doubt: 200, again: 200, look: 100 },
  }),
);
const host = await startHost({
  logLevel: 'info',
  log: { write: (line) => void (log.push(line), process.env.DEBUG && console.error(line)) },
});
const people = await ticketPeople(host);

const text = (Content: string) => ({ Content, ContentType: 'text/plain' });
const status = (number: string, Status: string) => inTracker('PUT', `ticket/${number}`, { Status });

/** A change that was not made is answered like one that was. */
async function merge(from: { number: string }, into: { number: string }): Promise<void> {
  await inTracker('PUT', `ticket/${from.number}`, { MergeInto: into.number });
  const { id } = (await inTracker('GET', `ticket/${from.number}`)) as { id: number };
  assert.equal(String(id), into.number, 'Request Tracker has not merged the tickets');
}

keepsTickets(people, {
  answer: async ({ number }, words) => void (await inTracker('POST', `ticket/${number}/correspond`, text(words))),
  note: async ({ number }, words) => void (await inTracker('POST', `ticket/${number}/comment`, text(words))),
  merge,
  hold: async ({ number }) => void (await status(number, 'stalled')),
  resolve: async ({ number }) => void (await status(number, 'resolved')),
});

const { owner, tech, globex, list, read, reply, open, opened, answered } = people;
const tickets = Object.fromEntries(Object.entries(given.tickets).map(([name, number]) => [name, `rt_${number}`]));
const search = (q: string, send = owner) =>
  answered<components['schemas']['TicketSearchPage']>(send('GET', `/ticket-search?limit=200&q=${encodeURIComponent(q)}`));
const textsOf = ({ posts }: Ticket) => posts.filter(({ event }) => event === null).map((post) => post.text);
const inTrackerBy = async (number: string | number) => {
  const query = `ObjectType='RT::Ticket' AND ObjectId=${number} AND (Type='Create' OR Type='Correspond')`;
  const { items } = (await inTracker('GET', `transactions?per_page=100&query=${encodeURIComponent(query)}`)) as { items: { id: string }[] };
  return items.length;
};

describe('tickets that were in Request Tracker before', () => {
  test('are those of the client, in the queues of clients, with what clients see', async () => {
    const { items } = await list();
    const known = ['slow', 'stalled', 'resolved', 'rejected', 'by-mail'];
    const seen = new Map(items.map((item) => [item.id, item]));
    assert.deepEqual(
      known.map((name) => [name, seen.get(tickets[name]!)?.status, seen.get(tickets[name]!)?.openedBy]),
      [
        ['slow', 'waiting-for-support', 'Olivia Owner'],
        ['stalled', 'on-hold', 'Tessa Tech'],
        ['resolved', 'resolved', 'Olivia Owner'],
        ['rejected', 'closed', 'Olivia Owner'],
        ['by-mail', 'open', 'Acme GmbH'],
      ],
    );
    for (const name of ['deleted', 'internal', 'nobodys', 'globex', 'merged']) {
      assert.ok(!seen.has(tickets[name]!), name);
      assert.equal((await owner('GET', `/tickets/${tickets[name]}`)).status, 404, name);
    }
    assert.deepEqual((await list('', globex)).items.filter(({ id }) => id.startsWith('rt_')).map(({ id }) => id), [tickets['globex']]); // prettier-ignore
    for (const id of ['rt_0', 'rt_01', 'rt_1e1', 'rt_-1', "rt_1'", 'rt_99999', 'rt_999999999', 'rt_1%20OR%20id%20=%209'])
      assert.equal((await owner('GET', `/tickets/${id}`)).status, 404, id);
  });

  test('do not look closed because one that was merged into them had been', async () => {
    const [from, into] = [await opened({ text: 'Once.' }), await opened({ text: 'Twice.' })];
    await status(from.number, 'resolved');
    await merge(from, into);
    await status(into.number, 'open');
    const events = (await read(into.id)).posts.flatMap(({ event }) => (event === null ? [] : [event]));
    assert.ok(!events.includes('closed'), events.join());
  });

  test('are conversations of plain text, with the files and pictures of messages, and what was merged into them', async () => {
    const slow = await read(tickets['slow']!);
    assert.equal(slow.subject, 'The shop – žluťoučký kůň – is slow');
    assert.deepEqual(textsOf(slow), ['The first words of slow.', 'Which page is it?\n\nNora', 'All pages – see', 'The same once more.']);
    assert.deepEqual(slow.posts.map(({ author }) => `${author.kind} ${author.name}`).slice(0, 3), ['client Olivia Owner', 'staff Nora Lind', 'client Olivia Owner']); // prettier-ignore
    const { quoted, files, yours } = slow.posts[2]!;
    assert.deepEqual([quoted, yours, files.map(({ name }) => name)], ['Which page is it?', true, ['shot.png', 'Příloha – 3.pdf']]);
    for (const [index, beginning] of ['\u{89}PNG', '%PDF'].entries()) {
      const response = await tech('GET', `/tickets/${slow.id}/files/${files[index]!.id}`, { headers: { accept: '*/*' } });
      assert.equal(response.headers.get('content-type'), files[index]!.mediaType);
      assert.equal(
        Buffer.from(await response.arrayBuffer())
          .subarray(0, 4)
          .toString('latin1'),
        beginning,
      );
    }
    assert.deepEqual(slow.copies, [{ id: 'mem_acme_tech', name: 'Tessa Tech' }]);
    assert.ok((await search('Příloha')).items.some(({ id }) => id === slow.id));
  });

  test('that is deleted meanwhile, or goes to another client or queue, is not there any more', async () => {
    const [one, two, three] = [await opened(), await opened({ text: 'Words for Acme alone' }), await opened()];
    await status(one.number, 'deleted');
    await inTracker('PUT', `ticket/${two.number}`, { CustomRoles: { 'Client company': [given.groups.globex] } });
    await inTracker('PUT', `ticket/${three.number}`, { Queue: 'Internal' });
    assert.equal((await reply(one.id, { text: 'Hello' })).status, 404);
    const { items } = await list();
    for (const { id } of [one, two, three]) {
      assert.ok(!items.some((item) => item.id === id));
      assert.equal((await owner('GET', `/tickets/${id}`)).status, 404);
    }
    assert.ok((await list('', globex)).items.some(({ number }) => number === two.number));
    assert.ok(!(await list()).items.some(({ number }) => number === two.number));
    await status(two.number, 'deleted');
  });
});

describe('what is not for clients', () => {
  const secrets = /-SECRET|secret-login|secret-address|FOREIGN|@rt\.example|"73"|"Priority"|LastUpdated|RT_System|warehouse@/;

  test('is in no answer of any operation, for nobody, and in no table of the host', async () => {
    await inTracker('POST', `ticket/${given.tickets['slow']}/comment`, text('PRIVATE-SECRET once more'));
    const csv = { headers: { accept: 'text/csv' } };
    const numbers = Object.keys(given.tickets);
    const files = [`rtf_${given.privateFile}`, `rtf_0${given.privateFile}`, `rtf_${given.privateFile - 1}`, 'rtf_1', 'rtf_999999'];
    const requests: [string, string, object?][] = [
      ['GET', '/tickets?limit=200'], ['GET', '/tickets', csv], ['GET', '/tickets?q=SECRET'], ['GET', '/tickets/options'], ['GET', '/ticket-things'], ['GET', '/ticket-search'], ['GET', '/ticket-search', csv],
      ['GET', '/ticket-search/options'], ...['SECRET', 'PRIVATE-SECRET', 'FOREIGN-SECRET', 'margin', '9', 'nora-secret-login'].map((q): [string, string] => ['GET', `/ticket-search?q=${q}`]),
      ...numbers.map((name): [string, string] => ['GET', `/tickets/${tickets[name]}?posts=2000`]),
      ...numbers.flatMap((name) => files.map((file): [string, string, object] => ['GET', `/tickets/${tickets[name]}/files/${file}`, { headers: { accept: '*/*' } }])),
      ...['slow', 'globex', 'internal', 'deleted', 'nobodys'].flatMap((name): [string, string, object?][] => [
        ['POST', `/tickets/${tickets[name]}/posts`, people.keyed({ text: 'An answer' })], ['PUT', `/tickets/${tickets[name]}/copies/mem_acme_billing`],
        ['DELETE', `/tickets/${tickets[name]}/copies/mem_acme_billing`], ['PUT', `/tickets/${tickets[name]}/closure`], ['DELETE', `/tickets/${tickets[name]}/closure`],
        ['PUT', `/tickets/${tickets[name]}/rating`, { body: { score: 3 }, headers: { 'if-match': '*' } }],
      ]),
      ['GET', '/events?limit=200'], ['GET', '/mails?limit=200'],
    ]; // prettier-ignore
    let answers = 0;
    for (const [send, who] of [
      [owner, 'owner'],
      [tech, 'tech'],
    ] as const)
      // prettier-ignore
      for (const [method, path, options] of requests) {
        const response = await send(method, path, options);
        const body = await response.text();
        assert.ok(response.status < 500, `${who} ${method} ${path}: ${response.status} ${body}`);
        assert.doesNotMatch(body, secrets, `${who} ${method} ${path}`);
        if (response.ok) answers += 1;
      }
    assert.ok(answers > 30);
    for (const [method, path, options] of requests.filter(([, path]) => !path.includes(`${tickets['globex']}`)))
      assert.doesNotMatch(
        await (await globex(method, path, options)).text(),
        /PRIVATE-|Olivia|Tessa|kůň|INTERNAL/,
        `globex ${method} ${path}`,
      );
    for (const table of ['tickets', 'ticket_posts', 'uploads', 'ticket_documents', 'tracked_tickets', 'tracked_messages'])
      assert.doesNotMatch(
        JSON.stringify(
          await host.database
            .selectFrom(table as 'tickets')
            .selectAll()
            .execute(),
        ),
        /PRIVATE-|INTERNAL-|DELETED-|NOBODYS-|nora-secret/,
        table,
      );
  });

  test('moves nothing that is shown when it is written', async () => {
    const before = await list();
    await inTracker('POST', `ticket/${given.tickets['slow']}/comment`, text('PRIVATE-SECRET again'));
    await inTracker('PUT', `ticket/${given.tickets['resolved']}`, { Priority: 12 });
    assert.deepEqual(await list(), before);
  });

  test('is not asked for: neither comments, nor anything by what clients type', async () => {
    between.addresses.length = 0;
    await search("x' OR id > 0 --");
    await list(`q=${encodeURIComponent("typed-by-client' \\")}`);
    assert.ok(between.addresses.length > 0);
    assert.ok(!between.addresses.some((address) => /typed|OR%20id|Comment|comment|token=/.test(address)));
    assert.ok(![...between.addresses, ...log].join('\n').includes(given.tokens.portal.slice(-32)), 'the token is written down');
  });
});

describe('while Request Tracker cannot be reached', () => {
  test('what is known is shown with its age, and what cannot be kept is refused', async () => {
    const ticket = await opened();
    const now = await list();
    assert.equal(now.summary.asOf, null);
    const before = new Date().toISOString();
    between.mode = 'cut';
    try {
      const shown = await list();
      assert.deepEqual(shown.items, now.items);
      assert.ok(shown.summary.asOf! <= before);
      const known = await read(ticket.id);
      assert.ok(known.asOf! <= before);
      assert.equal((await search('')).summary.asOf, shown.summary.asOf);
      const [file] = (await read(tickets['slow']!)).posts[2]!.files;
      for (const [method, path] of [
        ['PUT', `${ticket.id}/closure`],
        ['PUT', `${ticket.id}/copies/mem_acme_tech`],
        ['GET', `${tickets['slow']}/files/${file!.id}`],
      ] as const)
        assert.equal(
          await outcome(await owner(method, `/tickets/${path}`, { headers: { accept: '*/*' } })),
          '503 tickets-unreachable',
          path,
        );
    } finally {
      between.mode = 'open';
    }
    assert.equal((await list()).summary.asOf, null);
    assert.equal((await read(ticket.id)).asOf, null);
  });

  test('an answer is kept, shown, and sent once it is back', async () => {
    const ticket = await opened();
    between.mode = 'cut';
    const kept = await answered<Ticket>(reply(ticket.id, { text: 'Written meanwhile.' }), 201);
    assert.deepEqual(kept.posts.map(({ text: words, isPending }) => [words, isPending]), [['May I ask?', false], ['Written meanwhile.', true]]); // prettier-ignore
    await reply(ticket.id, { text: 'And more.' });
    between.mode = 'open';
    await until('What was kept is not sent', async () => !(await read(ticket.id)).posts.some(({ isPending }) => isPending));
    assert.deepEqual(textsOf(await read(ticket.id)), ['May I ask?', 'Written meanwhile.', 'And more.']);
    assert.equal(await inTrackerBy(ticket.number), 3);
  });

  test('a new ticket is kept, and has its number once it is back', async () => {
    between.mode = 'cut';
    const made = await answered<Summary>(open({ subject: 'Opened meanwhile', copies: ['mem_acme_tech'] }), 201);
    assert.deepEqual([made.number, (await read(made.id)).posts[0]!.isPending], ['—', true]);
    between.mode = 'open';
    await until('The ticket is not opened', async () => (await read(made.id)).number !== '—');
    const ticket = await read(made.id, tech);
    assert.deepEqual([ticket.posts.length, ticket.posts[0]!.isPending, ticket.copies.length], [1, false, 1]);
    assert.equal((await list()).items.filter(({ subject }) => subject === 'Opened meanwhile').length, 1);
  });

  test('what has arrived without an answer is not sent again', async () => {
    between.mode = 'silent';
    const made = await answered<Summary>(open({ subject: 'Opened in silence' }), 201);
    await until('The ticket is not known', async () => (await read(made.id)).number !== '—');
    const { number } = await read(made.id);
    between.mode = 'silent';
    assert.equal((await reply(made.id, { text: 'Said in silence.' })).status, 201);
    await until('The answer is not known', async () => !(await read(made.id)).posts.some(({ isPending }) => isPending));
    assert.deepEqual(textsOf(await read(made.id)), ['May I ask?', 'Said in silence.']);
    assert.equal(await inTrackerBy(number), 2);
    assert.equal((await list()).items.filter(({ subject }) => subject === 'Opened in silence').length, 1);
  });

  test('an answer goes to where the ticket was merged meanwhile', async () => {
    const [from, into] = [await opened({ text: 'Once.' }), await opened({ text: 'Twice.' })];
    between.mode = 'cut';
    assert.equal((await reply(from.id, { text: 'Where am I?' })).status, 201);
    await merge(from, into);
    between.mode = 'open';
    await until('The answer is not sent', async () => (await read(into.id)).posts.some(({ text: words, isPending }) => words === 'Where am I?' && !isPending)); // prettier-ignore
    assert.equal((await read(from.id)).mergedInto?.id, into.id);
    assert.equal(await inTrackerBy(into.number), 2);
  });

  test('what was written to a ticket that is gone is told to the company', async () => {
    const ticket = await opened();
    between.mode = 'cut';
    await reply(ticket.id, { text: 'Nobody will read this in Request Tracker.' });
    await status(ticket.number, 'deleted');
    between.mode = 'open';
    await until('The ticket is still there', async () => (await owner('GET', `/tickets/${ticket.id}`)).status === 404);
    const notes = await host.database.selectFrom('outbox').select('content').execute();
    assert.ok(notes.some(({ content }) => JSON.stringify(content).includes('Nobody will read this')));
  });
});

describe('a query', () => {
  const connection = new Connection({ url: given.url, token: given.tokens.agent, timeouts: usualTimeouts });
  const find = (condition: string) => connection.ask('tickets', idList, { parameters: [['query', condition]] });

  test('takes every value for a value, whatever is in it', async () => {
    for (const subject of ["it's", 'a\\', "\\' OR id > 0 OR Subject = '", '50%', 'a_b', '"x"', "''", "\\\\'", 'č ☃ –']) {
      const made = (await inTracker('POST', 'ticket', { Queue: 'Support', Subject: subject, ...text('x') })) as { id: string };
      const { items } = await find(`Subject = ${literal(subject)}`);
      assert.deepEqual(items, [{ id: Number(made.id) }], subject);
    }
    assert.deepEqual((await find(`Subject = ${literal("x' OR id > 0 OR Subject = 'x")}`)).items, []);
  });
});

test('nothing of the database’s or Request Tracker’s own words was answered, and failures are in the log', () => {
  assert.ok(log.some((line) => line.includes('Tickets could not be read or sent where they are kept')));
  assert.ok(!log.some((line) => line.includes(given.tokens.portal)));
});
