import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { demo } from '../demo/index.js';
import { useCompany } from '../src/company.js';
import { packageFolder } from '../src/configuration.js';
import { writeLetter } from '../src/mail/template.js';
import { formerMail } from '../src/tickets/mail/html.js';
import { readMessage } from '../src/tickets/mail/message.js';
import { splitReply } from '../src/tickets/mail/split-reply.js';
import { compose, filePart, multipart, textPart } from './support/compose.js';
import { shapedMails } from './support/shaped-mails.js';

useCompany(demo.company);

const read = (source: string | Buffer) => readMessage(Buffer.from(source), { to: [] });
const to = 'tickets@nordkai.example';
const squeezed = (text: string) => text.replaceAll(formerMail, '').replace(/\s+/g, '');

describe('the answer in a mail', () => {
  test('comes from a dozen programs in ten languages', () => {
    const of = (key: 'program' | 'language') => new Set(shapedMails.map((mail) => mail[key])).size;
    assert.ok(of('program') >= 12 && of('language') >= 10);
  });

  for (const { program, language, body, reply, folded } of shapedMails)
    test(`of ${program} in ${language} is told from what it quotes, and none of it is lost`, async () => {
      const { text: whole, kind } = await read(compose({ to, body }));
      const { text, quoted } = splitReply(whole);
      assert.equal(text, reply);
      assert.ok(quoted?.includes(folded), quoted ?? 'Nothing is folded');
      assert.equal(kind, 'written');
      assert.equal(squeezed(text + quoted).length, squeezed(whole).length, 'Words are lost, or there twice');
    });

  test('ends at the first line of a letter that can be answered, in every language of the letters', () => {
    for (const language of ['en', 'de', 'cs', 'ar']) {
      const { text: letter } = writeLetter({ letter: 'ticket-post', language, values: {}, body: 'Is it?', canBeAnswered: true });
      const mark = letter.split('\n')[0]!;
      assert.match(mark, /^##- .+ -##$/);
      assert.ok(mark.length < 70, 'Programs would break the line');
      assert.deepEqual(splitReply(`It is.\n\n${letter}`), { text: 'It is.', quoted: letter.trim() });
    }
  });

  test('ends at a block of headers without an address where the letter follows', () => {
    const block = 'From: Nora Lind (Nordkai)\nSent: Monday, November 2, 2026 10:15 AM\nTo: Anna\nSubject: Ticket 1';
    const letter = '##- Please write your answer above this line -##\n\nHello Anna,';
    assert.deepEqual(splitReply(`Yes.\n\n${block}\n\n${letter}`), { text: 'Yes.', quoted: `${block}\n\n${letter}` });
    assert.deepEqual(
      splitReply(`Name: a\nHost: b\nPort: c\n\nis wrong.\n\n${block}\n\n${letter}`).text,
      'Name: a\nHost: b\nPort: c\n\nis wrong.',
    );
  });

  test('keeps what looks like a quotation and is not', () => {
    for (const text of [
      'The log says:\n> error 17\n> error 18',
      'First this.\n\n---\n\nThen that.',
      'The error since 10:15 says:\nno such file',
      'Reach us at\nPhone: 123\nOpen: 10:00-12:00\nCloses: 17:00',
      '----------\nHost: a\nPort: b\nUser: c\n\nThis does not work.',
      '> only this',
      'Best regards\nAnna',
    ])
      assert.deepEqual(splitReply(text), { text, quoted: null });
  });

  test('between the lines, or below a short text, is kept with the questions', () => {
    const inner = '> First?\n\nYes.\n\n> Second?\n\nNo.';
    assert.equal(splitReply(`On 2026-11-02 10:15, Nora wrote:\n${inner}`).text, inner);
    const above = `See below.\n\nOn 2026-11-02 10:15, Nora wrote:\n> ##- Please write your answer above this line -##\n${inner}`;
    assert.equal(splitReply(above).text, above);
  });

  test('that is a quotation alone is shown, but folded beside a file', () => {
    const text = 'On 2026-11-02 10:15, Nora wrote:\n> Which one?';
    assert.deepEqual(splitReply(text), { text, quoted: null });
    assert.deepEqual(splitReply(text, { mayBeEmpty: true }), { text: '', quoted: text });
  });
});

describe('a mail', () => {
  test('has its text wherever programs put it', async () => {
    const html =
      'Content-Type: text/html; charset=utf-8\n\n<style>p{}</style><h1>Hello</h1><table><tr><td>1</td><td>2</td></tr></table><script>x</script>\n';
    assert.equal((await read(compose({ to, body: html }))).text, 'Hello\n\n1   2');
    assert.equal((await read(compose({ to, body: multipart([textPart('Above'), html]) }))).text.split('\n')[0], 'Above');
    assert.match((await read(compose({ to, body: multipart([textPart('Above'), html]) }))).text, /HELLO/i);
    assert.equal((await read(compose({ to, body: multipart([textPart(' '), html], 'alternative') }))).text, 'Hello\n\n1   2');
    const apple = multipart([textPart('Before'), filePart('a.png', 'image/png', 'x'), textPart('After')]);
    assert.match((await read(compose({ to, body: apple }))).text, /^Before\n+After$/);
    assert.equal((await read(compose({ to, body: 'Content-Type: text/plain; charset=unknown-8bit\n\nGröße \0 x' }))).text, 'Größe  x');
  });

  test('is the same by its content where it has no Message-ID, and another one where a word differs', async () => {
    const digestOf = async (text: string, headers: string[] = []) => (await read(compose({ to, id: null, text, headers }))).digest;
    assert.equal(await digestOf('One'), await digestOf('One', ['Received: from elsewhere']));
    assert.notEqual(await digestOf('One'), await digestOf('Two'));
  });

  test('of two senders is from nobody', async () => {
    assert.equal((await read(compose({ to, from: 'a@x.example, b@x.example' }))).from, undefined);
    assert.equal((await read(compose({ to, headers: ['From: b@x.example'] }))).from, undefined);
    assert.equal((await read(compose({ to, from: '"b@x.example" <A@X.example>' }))).from, 'a@x.example');
  });

  test('is known by its headers as written by a person, by a program, or as a report', async () => {
    const kindOf = async (headers: string[], more: Partial<Parameters<typeof compose>[0]> = {}) =>
      (await read(compose({ to, headers, ...more }))).kind;
    const report = (type: string) => ({ body: multipart([textPart('Sorry')], 'report', `; report-type=${type}`) });
    assert.equal(await kindOf([]), 'written');
    assert.equal(await kindOf(['Auto-Submitted: no (typed)', 'Return-Path: <a@x.example>']), 'written');
    for (const header of ['Auto-Submitted: auto-replied (vacation)', 'Return-Path: <>', 'Precedence: bulk', 'List-Id: <a.x.example>', 'X-Auto-Response-Suppress: All'])
      assert.equal(await kindOf([header]), 'automatic', header); // prettier-ignore
    assert.equal(await kindOf([], report('disposition-notification')), 'automatic');
    assert.equal(await kindOf([], report('delivery-status')), 'bounce');
    assert.equal(await kindOf(['Return-Path: <>'], { from: 'MAILER-DAEMON@x.example' }), 'bounce');
    assert.equal((await readMessage(Buffer.from(compose({ to })), { from: '', to: [] })).kind, 'automatic');
  });

  test('that is made to be hard to read is refused, not waited for', async () => {
    const deep = `Content-Type: text/html\n\n${'<div>'.repeat(20_000)}x`;
    await assert.rejects(read(compose({ to, body: deep })));
    await assert.rejects(read(compose({ to, body: multipart(Array.from({ length: 1100 }, () => textPart('x'))) })));
  });
});

const others = join(packageFolder, '../../shared/data/mail');

test(
  'mails that others have made are read, and all of their words kept',
  { skip: existsSync(others) ? false : 'They are not here.' },
  async () => {
    for (const name of readdirSync(others)) {
      const message = await readMessage(readFileSync(join(others, name)), { to: [] });
      const { text, quoted } = splitReply(message.text);
      assert.ok(text !== '', name);
      assert.equal(squeezed(text + (quoted ?? '')).length, squeezed(message.text).length, name);
    }
  },
);
