import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, describe, test } from 'node:test';
import { attachmentShape, idList, ticketShape, type Attachment } from '../src/tickets/request-tracker/answers.js';
import { authorOf, openerOf, partiesOf } from '../src/tickets/request-tracker/authors.js';
import { Connection, Refused, Unreachable } from '../src/tickets/request-tracker/connection.js';
import { markOf, readMessage } from '../src/tickets/request-tracker/message.js';
import { literal, ticketsOfClient } from '../src/tickets/request-tracker/query.js';
import type { Reader } from '../src/tickets/request-tracker/reader.js';
import { usualTimeouts } from '../src/tickets/request-tracker/settings.js';
import { useCompany } from '../src/company.js';
import { demo } from '../demo/index.js';

/** What a real Request Tracker does with all this is tested by `npm run test:rt`. */
describe('a query for Request Tracker', () => {
  test('puts a backslash before backslashes and quotes, and before nothing else', () => {
    const cases: [string, string][] = [
      ["it's", String.raw`'it\'s'`],
      ['a\\', String.raw`'a\\'`],
      ["\\'", String.raw`'\\\''`],
      ["' OR id > 0 --", String.raw`'\' OR id > 0 --'`],
      ['50%_of "x" – č', `'50%_of "x" – č'`],
    ];
    for (const [value, expected] of cases) assert.equal(literal(value), expected);
  });

  test('begins with the group of the client, as a number, and the queues of clients', () => {
    const settings = { companyRole: 'Client company', queues: new Map([['technical', 'Support'], ['billing', "Bob's \\ bills"]]) }; // prettier-ignore
    const begin = String.raw`('CustomRole.{Client company}.id' = 56) AND (Queue = 'Support' OR Queue = 'Bob\'s \\ bills')`;
    assert.equal(ticketsOfClient(settings, 56), begin);
    assert.equal(ticketsOfClient(settings, 56, 'id = 1'), `${begin} AND (id = 1)`);
  });
});

describe('an answer of Request Tracker', () => {
  test('is read whether ids are numbers or texts, and keeps nothing that is not wanted', () => {
    const person = { type: 'user', id: 'olivia', Name: 'olivia', RealName: null, EmailAddress: 'owner@acme.example', _url: 'http://rt' };
    const given = {
      id: '8', type: 'ticket', Subject: 'Slow', Status: 'open', Queue: { id: '3', Name: 'Support' }, Created: '2026-11-30T19:01:15Z', Resolved: '1970-01-01T00:00:00Z',
      LastUpdated: '2026-11-30T19:01:54Z', Requestor: [person], Cc: [], Priority: '73', Owner: { Name: 'nora' },
    }; // prettier-ignore
    const { data } = ticketShape.safeParse(given);
    assert.deepEqual(
      [data!.id, data!.Resolved, data!.Requestor],
      [8, null, [{ Name: 'olivia', RealName: '', EmailAddress: 'owner@acme.example' }]],
    );
    assert.ok(!('Priority' in data!) && !('Owner' in data!));
    assert.deepEqual(
      attachmentShape.parse({ id: 5, TransactionId: '9', ContentType: null, Filename: null, ContentLength: '70', Headers: '' })
        .ContentLength,
      70,
    );
  });
});

describe('a message in Request Tracker', () => {
  const part = (id: number, ContentType: string, content = '', Filename = ''): [Attachment, string] => [
    { id, TransactionId: 7, ContentType, Filename, ContentLength: Buffer.byteLength(content), Headers: '' },
    content,
  ];
  const readerOf = (parts: [Attachment, string][]): Reader =>
    ({
      attachments: () => Promise.resolve(parts.map(([attachment]) => attachment)),
      part: (id: number) => Promise.resolve(Buffer.from(parts.find(([attachment]) => attachment.id === id)![1])),
    }) as unknown as Reader;
  const read = (...parts: [Attachment, string][]) => readMessage(readerOf(parts), 7, false);

  test('is its plain text, of several parts in their order; of HTML alone the text of that', async () => {
    const both = await read(
      part(1, 'multipart/alternative'),
      part(2, 'text/plain', 'Words\r\nof mine'),
      part(3, 'text/html', '<b>Words</b>'),
    );
    assert.deepEqual([both.text, both.files], ['Words\nof mine', []]);
    assert.equal(
      (await read(part(1, 'text/plain', 'Above'), part(2, 'image/png', 'x', 'a.png'), part(3, 'text/plain', 'Below'))).text,
      'Above\n\nBelow',
    );
    const html = await read(part(1, 'text/html', '<p>See <img src="cid:x"><script>alert(1)</script><b>this</b></p>'));
    assert.equal(html.text, 'See this');
    assert.equal((await read(part(1, 'text/plain', 'Yes.\n\n> Really?'))).quoted, '> Really?');
  });

  test('has files and pictures, and not what programs add; what is too large is named', async () => {
    const { files, leftOut } = await read(
      part(1, 'multipart/mixed'),
      part(2, 'text/plain', 'x', 'notes.txt'),
      part(3, 'image/png', 'x'),
      part(4, 'application/pkcs7-signature', 'x', 'smime.p7s'),
      part(5, 'text/calendar', 'x'),
      part(6, 'application/pdf', 'x', '../../etc/pass wd"q.pdf'),
      part(8, 'application/pdf', '', 'empty.pdf'),
      [{ ...part(9, 'video/mp4', 'x', 'film.mp4')[0], ContentLength: 99_000_000 }, 'x'],
    );
    assert.deepEqual(files.map(({ name }) => name), ['notes.txt', 'picture.png', 'pass wd-q.pdf']); // prettier-ignore
    assert.deepEqual(leftOut, ['film.mp4']);
  });

  test('names a text that cannot be read, and has the others', async () => {
    const parts = [part(1, 'text/plain', 'Above'), part(2, 'text/plain', 'Below')];
    const reader = readerOf(parts);
    const { part: readPart } = reader;
    reader.part = (id, transaction) => (id === 2 ? Promise.reject(new Refused(500, 'gone')) : readPart(id, transaction));
    const { text, leftOut } = await readMessage(reader, 7, false);
    assert.deepEqual([text, leftOut], ['Above', ['text.txt']]);
    const deep = await read(part(1, 'text/html', `${'<div>'.repeat(600)}Deep`));
    assert.deepEqual([deep.text, deep.leftOut], ['', ['text.html']]);
  });

  test('that the portal has sent is known by its last line, which is not shown', async () => {
    const reference = '0123456789abcdef01234567';
    const words = part(1, 'text/plain', `Yes.\n\n> Really?\n\n${markOf({ name: 'Olivia\nOwner', reference })}\n`);
    const sent = await readMessage(readerOf([words]), 7, true);
    assert.deepEqual(sent.mark, { name: 'Olivia Owner', reference });
    assert.ok(!`${sent.text}${sent.quoted}`.includes(reference));
    assert.equal((await read(words)).mark, undefined, 'somebody has quoted it');
    assert.equal((await readMessage(readerOf([part(1, 'text/plain', `Hello (${reference})`)]), 7, true)).mark, undefined);
  });
});

describe('the author of a message in Request Tracker', () => {
  useCompany(demo.company);
  const person = (Name: string, RealName = '', EmailAddress = '') => ({ Name, RealName, EmailAddress });
  const contacts = [{ id: 'mem_owner', name: 'Olivia Owner', email: 'owner@acme.example' }];
  const ticket = {
    Requestor: [person('olivia', 'O. Owner', 'OWNER@acme.example')],
    Cc: [person('x@acme.example', 'x@acme.example', 'x@acme.example')],
  } as never;
  const client = { name: 'Acme GmbH' };
  const opener = openerOf(ticket, client, contacts);
  const given = { client, ticket, contacts, isOver: false, opener, actor: undefined };
  const reader = {
    ownName: () => Promise.resolve('portal'),
    isStaff: (name: string) => Promise.resolve(name.startsWith('agent')),
  } as unknown as Reader;
  const written = async (Creator: ReturnType<typeof person>, mark?: { name: string; reference: string }) => {
    const message = { text: '', quoted: null, files: [], leftOut: [], mark };
    const author = await authorOf(
      reader,
      { id: 1, Type: 'Correspond', ObjectId: 1, Created: new Date(), OldValue: '', NewValue: '', Creator },
      message,
      given,
    );
    return `${author.author_kind} ${author.author_name} ${author.author_id ?? '-'}`;
  };

  test('is a contact by the address, else of the client by the part in the ticket, and staff only who is', async () => {
    assert.equal(await written(person('olivia', 'Other name', 'Owner@acme.example')), 'client Olivia Owner mem_owner');
    assert.equal(await written(person('x@acme.example', 'x@acme.example', 'x@acme.example')), 'client Acme GmbH -');
    assert.equal(await written(person('agent-nora', 'Nora Lind', 'nora@rt.example')), 'staff Nora Lind -');
    assert.equal(await written(person('agent-x', 'agent@rt.example', 'agent@rt.example')), `staff ${demo.company.brand} -`);
    assert.equal(await written(person('stranger', 'Support Team', 'support@evil.example')), 'client Support Team -');
    assert.equal(await written(person('portal', 'Client portal'), { name: 'Tessa Tech', reference: 'x' }), 'client Tessa Tech -');
    assert.equal(await written(person('portal', 'Client portal')), 'client Olivia Owner mem_owner');
    assert.deepEqual([...partiesOf(ticket, contacts)], [['mem_owner', 'opener']]);
  });
});

describe('the connection to Request Tracker', async () => {
  const seen: IncomingMessage[] = [];
  let answer: (response: ServerResponse) => void = (response) => response.end('{"items":[{"id":"1"}]}');
  const server = createServer((request, response) => {
    seen.push(request);
    answer(response);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const token = '1-105-0123456789abcdef0123456789abcdef';
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const connection = new Connection({ url, token, timeouts: { ...usualTimeouts, answer: 300 } });
  const ask = () => connection.ask('tickets', idList, { parameters: [['query', "Subject = 'č & ?'"]] });
  const status = (code: number, headers: Record<string, string> = {}, body = '') => {
    answer = (response) => response.writeHead(code, headers).end(body);
  };
  const failure = async (asked: () => Promise<unknown>): Promise<Unreachable | Refused> => {
    try {
      await asked();
    } catch (error) {
      assert.ok(error instanceof Unreachable || error instanceof Refused);
      assert.ok(!error.message.includes(token));
      return error;
    }
    throw new Error('Nothing has failed');
  };

  test('has its token in a header and never in an address', async () => {
    assert.deepEqual((await ask()).items, [{ id: 1 }]);
    const { url: address, headers } = seen.at(-1)!;
    assert.equal(headers.authorization, `token ${token}`);
    assert.equal(headers.connection, 'close', 'a kept connection takes a worker of Request Tracker');
    assert.ok(!/Mozilla/.test(headers['user-agent']!) && !headers.cookie);
    assert.equal(new URL(address!, url).searchParams.get('query'), "Subject = 'č & ?'");
    assert.ok(!address!.includes('105-'));
  });

  test('follows no redirect, waits for no answer for ever, and takes none that it does not understand', async () => {
    status(302, { location: `${url}/elsewhere` });
    const before = seen.length;
    assert.match((await failure(ask)).message, /token was not taken/);
    assert.equal(seen.length, before + 1);
    answer = () => undefined;
    assert.match((await failure(ask)).message, /TimeoutError/);
    for (const body of ['<html>', '{"items":[{"id":"x"}]}', '{}', 'null']) {
      status(200, {}, body);
      assert.match((await failure(ask)).message, /not understood/, body);
    }
  });

  test('tells what has surely not arrived from what may have', async () => {
    const send = () => connection.send('ticket/1/correspond', { body: {} });
    status(500);
    assert.equal(((await failure(send)) as Unreachable).mayHaveArrived, true);
    answer = (response) => response.socket!.destroy();
    assert.equal(((await failure(send)) as Unreachable).mayHaveArrived, true);
    status(401);
    assert.equal(((await failure(send)) as Unreachable).mayHaveArrived, false);
    status(400, {}, '["Permission Denied at /usr/share/x.pm line 1"]');
    assert.ok((await failure(send)) instanceof Refused);
    status(201, { location: '/REST/2.0/transaction/992' });
    assert.equal(await send(), 'transaction/992');
    const closed = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => closed.once('listening', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const nobody = new Connection({ url: `http://127.0.0.1:${port}`, token, timeouts: usualTimeouts });
    assert.equal(((await failure(() => nobody.send('ticket', { body: {} }))) as Unreachable).mayHaveArrived, false);
  });
});
