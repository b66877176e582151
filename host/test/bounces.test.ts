import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { bounceAddress, mailOfMessageId, mailsOfAddresses } from '../src/mail-log/bounce-address.js';
import { NoReport, readBounce } from '../src/mail-log/bounce.js';
import { aBounce } from './support/bounces.js';

const mail = randomUUID();
const to = bounceAddress('bounces@nordkai.example', mail);
const recipient = 'petra@old.example';

describe('the address for reports', () => {
  test('holds the mail, and gives it back whatever stands around it', () => {
    assert.equal(to, `bounces+${mail}@nordkai.example`);
    assert.deepEqual(mailsOfAddresses(`"x" <${to.toUpperCase()}>, other@nordkai.example`), [mail]);
    assert.deepEqual(mailsOfAddresses('bounces+12@nordkai.example, bounces@nordkai.example'), []);
    assert.equal(mailOfMessageId(`<${mail}@nordkai.example>`), mail);
    assert.equal(mailOfMessageId('<something-else@nordkai.example>'), undefined);
    assert.equal(mailOfMessageId(undefined), undefined);
  });
});

describe('a report on a mail', () => {
  test('says which mail, which receiver, what became of it, and why', async () => {
    const bounce = await readBounce(aBounce({ to, recipient, id: '<r1@mx.example>' }));
    assert.deepEqual(bounce, {
      id: '<r1@mx.example>',
      mails: [mail],
      about: [],
      recipients: [
        {
          recipient,
          original: undefined,
          action: 'failed',
          status: '5.1.1',
          diagnostic: `550 5.1.1 <${recipient}>: Recipient address rejected: User unknown`,
          server: 'mail.acme.example',
        },
      ],
    });
  });

  test('names the mail by the address that the server took it for, its envelope id, or the head that came back', async () => {
    const mails = async (options: Partial<Parameters<typeof aBounce>[0]>, cameTo?: string) =>
      (await readBounce(aBounce({ to: 'portal@nordkai.example', recipient, ...options }), cameTo)).mails;
    assert.deepEqual(await mails({ returned: 'nothing' }), []);
    assert.deepEqual(await mails({ returned: 'nothing' }, to), [mail]);
    assert.deepEqual(await mails({ envelopeId: mail, returned: 'nothing' }), [mail]);
    const about = `<${mail}@nordkai.example>`;
    for (const returned of ['message/rfc822', 'text/rfc822-headers', 'message/rfc822-headers'] as const)
      assert.deepEqual(await mails({ about, returned }), [mail], returned);
    const other = '<of-another-program@elsewhere.example>';
    const unknown = await readBounce(aBounce({ to: 'portal@nordkai.example', recipient, about: other }));
    assert.deepEqual([unknown.mails, unknown.about], [[], [other]]);
  });

  test('may be of several receivers, forwarded ones too, in any case and with comments', async () => {
    const source = aBounce({
      to,
      recipient,
      original: 'Petra+40old.example',
      action: 'Delayed (will be tried again)',
      status: '4.4.1 (no answer)',
    })
      .toString()
      .replace(
        '\r\n--b0\r\nContent-Description: Undelivered',
        '\r\nFINAL-RECIPIENT: RFC822;<Other@Old.Example>\r\naction: relayed\r\n\r\n--b0\r\nContent-Description: Undelivered',
      );
    const { recipients } = await readBounce(Buffer.from(source));
    assert.deepEqual(
      recipients.map(({ recipient: address, original, action, status }) => [address, original, action, status]),
      [
        [recipient, 'petra@old.example', 'delayed', '4.4.1'],
        ['other@old.example', undefined, 'relayed', undefined],
      ],
    );
  });

  test('has a name of its own also without a Message-ID', async () => {
    const source = Buffer.from(
      aBounce({ to, recipient })
        .toString()
        .replace(/Message-ID: <report.*\r\n/, ''),
    );
    assert.equal((await readBounce(source)).id, (await readBounce(source)).id);
  });

  test('is told from every other message', async () => {
    const others: Record<string, RegExp> = {
      'Subject: Out of office\r\nAuto-Submitted: auto-replied\r\n\r\nBack on Monday': /no delivery status.*Out of office/,
      '': /no delivery status/,
      '\0\x01\xff binary': /no delivery status/,
      'Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\n--x--':
        /names no receiver/,
      'Content-Type: multipart/report; report-type=disposition-notification; boundary=x\r\n\r\n--x\r\nContent-Type: message/disposition-notification\r\n\r\nDisposition: displayed\r\n\r\n--x--':
        /no delivery status/,
    };
    for (const [source, words] of Object.entries(others))
      await assert.rejects(
        readBounce(Buffer.from(source, 'latin1')),
        (error: Error) => error instanceof NoReport && words.test(error.message),
        source,
      );
  });

  test('may be encoded, or of an address in other letters', async () => {
    const source = aBounce({ to, recipient }).toString();
    const [before, status, after] = [
      source.split('message/delivery-status\r\n\r\n')[0]!,
      /Reporting-MTA[^]*?(?=\r\n--b0)/.exec(source)![0],
      '\r\n--b0--\r\n',
    ];
    const encoded = `${before}message/delivery-status\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(status).toString('base64')}${after}`;
    assert.equal((await readBounce(Buffer.from(encoded))).recipients[0]!.recipient, recipient);
    const global = source
      .replace(
        'Content-Type: message/delivery-status',
        'Content-Type: message/global-delivery-status; charset=utf-8\r\nContent-Transfer-Encoding: 8bit',
      )
      .replaceAll(`rfc822; ${recipient}`, 'utf-8; žofie@šárka.example');
    assert.equal((await readBounce(Buffer.from(global))).recipients[0]!.recipient, 'žofie@šárka.example');
  });
});
