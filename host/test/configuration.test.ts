import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, describe, test } from 'node:test';
import { demo } from '../demo/index.js';
import { packageFolder, readConfiguration } from '../src/configuration.js';
import { paymentProvider } from '../src/payment-provider/choose.js';
import { start } from '../src/start.js';
import { exampleEnvironment } from '../src/variables.js';

const folder = await mkdtemp(join(tmpdir(), 'portal-configuration-'));
after(() => rm(folder, { recursive: true, force: true }));

async function file(name: string, content: string): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

const companyFile = join(packageFolder, 'demo', 'company.json');
const changed = async (name: string, change: object) =>
  file(name, JSON.stringify({ ...(JSON.parse(await readFile(companyFile, 'utf8')) as object), ...change }));

describe('a variable', () => {
  const wrong: Readonly<Record<string, string>> = {
    PORT: 'eighty',
    DATABASE_URL: 'mysql://localhost/portal',
    LOG_LEVEL: 'loud',
    PORTAL_SECRET_KEY: 'short',
    PORTAL_PUBLIC_URL: 'portal.example.com',
    PORTAL_ORIGINS: 'https://a.example www.acme.example',
    PORTAL_SECURE_COOKIES: 'yes',
    PORTAL_TRUST_PROXY: 'yes',
    PORTAL_REQUESTS_PER_MINUTE: '-1',
    PORTAL_SMTP_URL: 'mail.example.com',
    PORTAL_STAFF_MAIL: 'staff',
    PORTAL_TICKET_MAIL: 'tickets+a@example.com',
    PORTAL_TICKET_LMTP: '2424',
    PORTAL_RT_URL: 'rt.example.com',
    PORTAL_RT_TOKEN: 'secret-of-mine',
    PORTAL_RT_QUEUES: 'technical',
    PORTAL_RT_ROLE: "a'b",
    PORTAL_SESSION_MINUTES: '0',
    PORTAL_EVENT_LOG_DAYS: '0',
    PORTAL_SECOND_FACTOR_REQUIRED: 'maybe',
    PORTAL_PASSWORD_COST: '99',
    PORTAL_COMPANY: '/nowhere/company.json',
    PORTAL_SITE: '/nowhere/site',
    PORTAL_DATA: companyFile,
  };

  for (const [name, value] of Object.entries(wrong))
    test(`${name} that is wrong is named`, () => {
      assert.throws(() => readConfiguration({ [name]: value }), { message: new RegExp(`^${name}\\b`) });
    });

  test('of origins that have a path is wrong, as the path would be ignored', () => {
    assert.throws(() => readConfiguration({ PORTAL_ORIGINS: 'https://a.example/portal' }), { message: /^PORTAL_ORIGINS .*portal/ });
  });

  test('that is not known is named, and all that is wrong is told at once', () => {
    assert.throws(() => readConfiguration({ PORTAL_ORIGIN: 'https://a.example', PORT: 'eighty', TERM: 'xterm' }), {
      message: 'PORTAL_ORIGIN is not known; .env.example has all that are.\nPORT must be a whole number from 0 to 65535, not "eighty".',
    });
  });

  test('of the mailbox for tickets goes together with the others', () => {
    assert.throws(() => readConfiguration({ PORTAL_TICKET_LMTP: '127.0.0.1:2424' }), {
      message: /^PORTAL_TICKET_LMTP needs PORTAL_TICKET_MAIL/,
    });
    const mailbox = { PORTAL_TICKET_MAIL: 'tickets@example.com' };
    assert.throws(() => readConfiguration({ ...mailbox, PORTAL_STAFF_MAIL: 'Tickets+staff@example.com' }), {
      message: /^PORTAL_STAFF_MAIL/,
    });
    assert.deepEqual(readConfiguration({ ...mailbox, PORTAL_TICKET_LMTP: '[::1]:2424' }).ticketLmtp, { address: '::1', port: 2424 });
  });

  describe('of Request Tracker', () => {
    const token = '1-105-0123456789abcdef0123456789abcdef';
    const file = async (content: string) => {
      const path = join(folder, 'rt-clients.json');
      await writeFile(path, content);
      return {
        PORTAL_RT_URL: 'https://rt.example.com/',
        PORTAL_RT_TOKEN: token,
        PORTAL_RT_QUEUES: 'technical = Support,billing=The bills',
        PORTAL_RT_CLIENTS: path,
      };
    };

    test('is read with the file of groups', async () => {
      const { requestTracker } = readConfiguration(await file('{"C-1001":56,"C-1002":78}'));
      assert.deepEqual(
        [requestTracker!.url, requestTracker!.companyRole, [...requestTracker!.queues], [...requestTracker!.clients]],
        ['https://rt.example.com', 'Client company', [['technical', 'Support'], ['billing', 'The bills']], [['C-1001', 56], ['C-1002', 78]]],
      ); // prettier-ignore
      assert.equal(readConfiguration({}).requestTracker, undefined);
    });

    test('names what is missing, what does not go together, and what is wrong in the file; a wrong token is not repeated', async () => {
      const given = await file('{"C-1001":56}');
      for (const name of Object.keys(given))
        assert.throws(() => readConfiguration({ ...given, [name]: undefined }), { message: new RegExp(`^${name} is missing`) });
      assert.throws(() => readConfiguration({ ...given, PORTAL_TICKET_MAIL: 'tickets@example.com' }), {
        message: /^PORTAL_TICKET_MAIL cannot/,
      });
      assert.throws(() => readConfiguration({ PORTAL_RT_TOKEN: 'secret-of-mine' }), (error: Error) => !error.message.includes('secret-of-mine')); // prettier-ignore
      for (const [content, message] of [
        ['{', /^PORTAL_RT_CLIENTS: .*rt-clients\.json cannot be read/],
        ['{"C-1001":"x"}', /^PORTAL_RT_CLIENTS: .*C-1001 must be the id of a group/],
        ['{"C-1001":5,"C-1002":5}', /^PORTAL_RT_CLIENTS: .*the group 5 stands for more than one client/],
      ] as const) {
        const faulty = await file(content);
        assert.throws(() => readConfiguration(faulty), { message });
      }
    });
  });

  test('that is empty counts as not given', () => {
    assert.deepEqual(readConfiguration({ PORT: '', PORTAL_ORIGINS: '', PORTAL_COMPANY: '' }), readConfiguration({}));
  });

  test('is read in its form', () => {
    const { origins, port, secureCookies } = readConfiguration({
      PORT: '0',
      PORTAL_ORIGINS: 'https://a.example/, https://b.example:8443',
      PORTAL_SECURE_COOKIES: '1',
    });
    assert.deepEqual([origins, port, secureCookies], [['https://a.example', 'https://b.example:8443'], 0, true]);
  });

  test('is told in .env.example, with its usual value', async () => {
    assert.equal(await readFile(join(packageFolder, '.env.example'), 'utf8'), exampleEnvironment());
  });
});

describe('the company', () => {
  test('of a database that is no demo has to be said', async () => {
    const configuration = readConfiguration({ DATABASE_URL: 'postgres://127.0.0.1:1/portal', PORTAL_DATA: folder });
    await assert.rejects(start({ configuration, demo }), /PORTAL_COMPANY is missing/);
  });

  test('is read from its file, whose faults are named with the field', async () => {
    const read = (path: string) => readConfiguration({ PORTAL_COMPANY: path }).company;
    assert.equal(read(companyFile)!.name, demo.company.name);
    const faults: readonly [name: string, change: object, message: RegExp][] = [
      ['missing.json', { brand: undefined }, /missing\.json: brand is missing\.$/],
      ['unknown.json', { colour: 'red' }, /unknown\.json: has colour, which is not known\.$/],
      ['iban.json', { accounts: { EUR: { iban: 'DE00', bic: null } } }, /iban\.json: accounts\.EUR\.iban must be an IBAN\.$/],
      ['zone.json', { timeZone: 'Hamburg' }, /timeZone must be a time zone/],
    ];
    for (const [name, change, message] of faults) {
      const path = await changed(name, change);
      assert.throws(() => read(path), { message: /^PORTAL_COMPANY: / }, name);
      assert.throws(() => read(path), message, name);
    }
    const none = await file('none.json', 'name: Acme');
    assert.throws(() => read(none), /PORTAL_COMPANY: .*none\.json cannot be read/);
  });
});

describe('the payment provider', () => {
  test('can be a module, which has to be one', async () => {
    const own = `const declined = async () => ({ status: 'declined', method: 'Own', reason: 'Closed' });
      export default { charge: declined, keep: declined, keepBankAccount: declined, forget: async () => {} };`;
    const provider = await paymentProvider(await file('own.mjs', own));
    const charge = await provider.charge({ token: 't', amount: { amount: '1.00', currency: 'EUR' }, key: 'k' });
    assert.deepEqual(charge, { status: 'declined', method: 'Own', reason: 'Closed' });
    await assert.rejects(paymentProvider('no-such-provider'), /PORTAL_PAYMENTS must be none, test or a module, not "no-such-provider"/);
    const half = await file('half.mjs', 'export default { charge() {}, keep() {} };');
    await assert.rejects(paymentProvider(half), /PORTAL_PAYMENTS: the default export of .*half\.mjs has no keepBankAccount, forget/);
  });
});

describe('the command', () => {
  const run = async (environment: Record<string, string>, cwd = packageFolder) => {
    const tsx = import.meta.resolve('tsx');
    const command = join(packageFolder, 'bin', 'portal-elements-host.ts');
    const child = spawn(process.execPath, ['--import', tsx, command], {
      cwd,
      env: { PATH: process.env['PATH'], PORTAL_DATA: folder, ...environment },
    });
    const error = await text(child.stderr);
    return { code: child.exitCode ?? (await new Promise((resolve) => child.once('exit', resolve))), error };
  };

  test('says what is wrong and does not start', async () => {
    const { code, error } = await run({ PORTAL_MAIL: 'x' });
    assert.deepEqual([code, error.trim()], [1, 'PORTAL_MAIL is not known; .env.example has all that are.']);
  });

  test('reads .env where it is started', async () => {
    await file('.env', 'PORT=eighty\n');
    const { code, error } = await run({}, folder);
    assert.deepEqual([code, error.trim()], [1, 'PORT must be a whole number from 0 to 65535, not "eighty".']);
  });
});
