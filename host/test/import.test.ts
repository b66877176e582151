import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { after, describe, test } from 'node:test';
import { packageFolder } from '../src/configuration.js';
import { openDatabase } from '../src/database/database.js';
import { migrate } from '../src/migrate.js';
import { demoContracts } from '../demo/contracts.js';
import { demoPeople } from '../demo/people.js';
import { importFile } from '../src/import/index.js';
import type { ImportFile } from '../src/import/types.js';
import { ZonedTimes } from '../src/import/zoned-time.js';
import { findInvoice, toInvoice } from '../src/invoices/invoice.js';
import { embeddedOnly, startHost } from './support/host.js';

const host = await startHost({ importToken: 'secret-of-the-test' });
const { database } = host;
const folder = mkdtempSync(join(tmpdir(), 'portal-import-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const shared = join(packageFolder, '../../shared/data');

const run = (kind: string, content: string | Buffer, more: Partial<ImportFile> = {}) =>
  importFile(database, { kind, clientId: 'cli_acme', filename: 'file', content: Buffer.from(content as string), ...more });

describe('e-invoices', () => {
  const cac = 'xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"';
  const cbc = 'xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"';
  const invoice = (changes: Record<string, string> = {}) => {
    const value = { id: 'A-1', date: '2026-01-31', currency: 'EUR', net: '100.00', tax: '19.00', gross: '119.00', payable: '119.00', line: '100.00', extra: '', seller: 'Test Seller', ...changes }; // prettier-ignore
    return `<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" ${cac} ${cbc}>
  <cbc:ID>${value.id}</cbc:ID><cbc:IssueDate>${value.date}</cbc:IssueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
  <cbc:DocumentCurrencyCode>${value.currency}</cbc:DocumentCurrencyCode>
  <cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>${value.seller}</cbc:Name></cac:PartyName></cac:Party></cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty><cac:Party><cac:PartyLegalEntity><cbc:RegistrationName>Buyer</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:AccountingCustomerParty>
  ${value.extra}
  <cac:TaxTotal><cbc:TaxAmount currencyID="EUR">${value.tax}</cbc:TaxAmount></cac:TaxTotal>
  <cac:LegalMonetaryTotal><cbc:LineExtensionAmount currencyID="EUR">${value.net}</cbc:LineExtensionAmount>
    <cbc:TaxExclusiveAmount currencyID="EUR">${value.net}</cbc:TaxExclusiveAmount><cbc:TaxInclusiveAmount currencyID="EUR">${value.gross}</cbc:TaxInclusiveAmount>
    <cbc:PayableAmount currencyID="EUR">${value.payable}</cbc:PayableAmount></cac:LegalMonetaryTotal>
  <cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:InvoicedQuantity unitCode="MON">1</cbc:InvoicedQuantity>
    <cbc:LineExtensionAmount currencyID="EUR">${value.line}</cbc:LineExtensionAmount><cac:Item><cbc:Name>Server</cbc:Name></cac:Item>
    <cac:Price><cbc:PriceAmount currencyID="EUR">250</cbc:PriceAmount><cbc:BaseQuantity>1000</cbc:BaseQuantity></cac:Price></cac:InvoiceLine>
</Invoice>`;
  };
  const stored = async (number: string) => {
    const { id } = await database.selectFrom('invoices').select('id').where('number', '=', number).where('client_id', '=', 'cli_acme').executeTakeFirstOrThrow(); // prettier-ignore
    return toInvoice((await findInvoice(database, { clientId: 'cli_acme', contractIds: undefined }, id))!, '2026-11-21');
  };
  const imported = { imported: 1, unchanged: 0, skipped: [] };

  test('are read once, and kept as they came', async () => {
    assert.deepEqual(await run('invoices', invoice()), imported);
    assert.deepEqual(await run('invoices', invoice()), { imported: 0, unchanged: 1, skipped: [] });
    const { lines, open, total } = await stored('A-1');
    assert.deepEqual([total.amount, open.amount, lines[0]!.unitPrice.amount, lines[0]!.unit], ['119.00', '119.00', '0.25', 'month']);
    const source = await database.selectFrom('invoice_sources').select('content').executeTakeFirstOrThrow();
    assert.equal(Buffer.from(source.content).toString(), invoice());
  });

  test('with the number of another document are skipped, saying so', async () => {
    const { skipped } = await run('invoices', invoice({ date: '2026-02-01' }));
    assert.match(skipped[0]!.reason, /another document with the number A-1/);
    assert.deepEqual(await run('invoices', invoice({ seller: 'Another seller' })), imported);
  });

  test('may have any prefixes, encoding, and references to characters', async () => {
    const prefixed = invoice({ id: 'P-1' }).replaceAll('cbc:', 'x.1:').replaceAll('cac:', 'ÿ:').replaceAll(':cbc=', ':x.1=').replaceAll(':cac=', ':ÿ='); // prettier-ignore
    assert.deepEqual(await run('invoices', prefixed), imported);
    const latin = invoice({ id: 'L-1', seller: 'Säljbolaget &#268;SOB &amp; &#xe9;' }).replace('UTF-8', 'ISO-8859-1');
    assert.deepEqual(await run('invoices', Buffer.from(latin, 'latin1')), imported);
    assert.equal((await stored('L-1')).seller.name, 'Säljbolaget ČSOB & é');
    const wide = Buffer.from(`\ufeff${invoice({ id: 'U-1' }).replace('UTF-8', 'UTF-16')}`, 'utf16le');
    assert.deepEqual(await run('invoices', wide), imported);
    assert.deepEqual(await run('invoices', `\ufeff${invoice({ id: '007' })}`), imported);
    assert.equal((await stored('007')).number, '007');
  });

  test('may state the tax in a second currency', async () => {
    const extra = '<cac:TaxTotal><cbc:TaxAmount currencyID="SEK">210.00</cbc:TaxAmount></cac:TaxTotal>';
    assert.deepEqual(await run('invoices', invoice({ id: 'T-2', extra })), imported);
    assert.equal((await stored('T-2')).taxTotal.amount, '19.00');
  });

  test('are skipped where they contradict themselves, with the reason', async () => {
    const wrong: [Record<string, string>, RegExp][] = [
      [{ line: '99.99' }, /BR-CO-10/],
      [{ gross: '119.01', payable: '119.01' }, /BR-CO-15/],
      [{ payable: '119.001' }, /BR-CO-16/],
      [{ date: '2026-02-30' }, /IssueDate is not a date: 2026-02-30/],
      [{ date: '' }, /IssueDate is missing/],
      [{ id: ' ' }, /Invoice\/ID is missing/],
      [{ currency: 'USD' }, /is in EUR, not USD/],
      [{ net: '1e2' }, /is not a number: 1e2/],
      [{ seller: '' }, /Name is missing/],
      [{ currency: 'Euro' }, /ISO 4217/],
    ];
    for (const [changes, reason] of wrong) {
      const { imported, skipped } = await run('invoices', invoice({ id: 'W-1', ...changes }));
      assert.equal(imported, 0);
      assert.match(skipped[0]!.reason, reason);
    }
    assert.equal((await database.selectFrom('invoices').select('id').where('number', '=', 'W-1').execute()).length, 0);
  });

  test('that are none change nothing', async () => {
    const entity = invoice().replace('<Invoice', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n<Invoice');
    const none: [string | Buffer, RegExp][] = [
      [entity, /DOCTYPE/],
      [invoice().slice(0, 900), /not XML/],
      ['', /not XML/],
      ['hello', /not XML/],
      ['<a/>', /neither/],
      ['<Invoice/>', /neither/],
      [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0xff]), /not text/],
    ];
    const before = await database.selectFrom('invoices').select('id').execute();
    for (const [content, reason] of none) await assert.rejects(run('invoices', content), reason);
    assert.equal((await database.selectFrom('invoices').select('id').execute()).length, before.length);
    await assert.rejects(run('invoices', invoice(), { clientId: 'cli_none' }), /no client cli_none/);
  });

  test(
    'of the wild are read, or skipped for what stands in them',
    { skip: !existsSync(shared) && 'There are no sample files.' },
    async () => {
      const files = readdirSync(join(shared, 'invoices'));
      for (const again of [false, true])
        for (const name of files) {
          const result = await run('invoices', readFileSync(join(shared, 'invoices', name)));
          if (result.skipped.length > 0) assert.match(result.skipped[0]!.reason, /another document with the number/, name);
        else assert.deepEqual(again ? [result.imported, result.unchanged] : [result.imported, result.unchanged], again ? [0, 1] : [1, 0], name); // prettier-ignore
        }
      const final = await stored('TOSL108');
      assert.ok(final.lines.some(({ net }) => net.amount.startsWith('-')));
      const negative = await stored('12345');
      assert.deepEqual([negative.status, negative.allowedActions], ['issued', ['dispute']]);
      const credit = await database.selectFrom('invoices').select('id').where('number', '=', '2018140').where('type', '=', 'credit-note').executeTakeFirstOrThrow(); // prettier-ignore
      const related = toInvoice(
        (await findInvoice(database, { clientId: 'cli_acme', contractIds: undefined }, credit.id))!,
        '2026-11-21',
      ).related;
      assert.equal(related.find(({ relation }) => relation === 'corrects')?.number, '2018133');
      assert.ok((await stored('2018133')).related.some(({ relation }) => relation === 'corrected-by'));
    },
  );
});

describe('call records', () => {
  const record = (changes: Record<number, string> = {}, length = 21) => {
    const cells = ['', '301', '00420601123456', 'from-internal', '"Anna" <301>', 'PJSIP/301-00000001', 'PJSIP/trunk-2', 'Dial', 'x', '2026-07-01 12:00:00', '2026-07-01 12:00:05', '2026-07-01 12:01:00', '60', '55', 'ANSWERED', '3', '1782900000.1', '', '', '1782900000.1', '7']; // prettier-ignore
    for (const [index, cell] of Object.entries(changes)) cells[Number(index)] = cell;
    return `${cells
      .slice(0, length)
      .map((cell) => `"${cell.replaceAll('"', '""')}"`)
      .join(',')}\n`;
  };
  let contract = 0;
  /** Imports into a contract of its own and gives the result with the calls, oldest first. */
  const calls = async (content: string | Buffer, more: Partial<ImportFile> = {}) => {
    const id = `con_test_${++contract}`;
    await database
      .insertInto('contracts')
      .values({ id, client_id: 'cli_acme', number: id, name: id, kind: 'voip', status: 'active', starts_on: '2020-01-01', search_text: '' })
      .execute();
    const result = await run('calls', content, { contractId: id, ...more });
    const again = await run('calls', content, { contractId: id, ...more });
    assert.deepEqual(again, { ...result, imported: 0, unchanged: result.imported + result.unchanged });
    return {
      ...result,
      calls: await database.selectFrom('calls').selectAll().where('contract_id', '=', id).orderBy('started_at').execute(),
    };
  };

  test('become calls with everything they tell, and are known again', async () => {
    const {
      imported,
      calls: [call],
    } = await calls(record());
    assert.equal(imported, 1);
    const { direction, from_number, from_name, from_extension, to_number, to_extension, dialled, result, cost, rating } = call!;
    assert.deepEqual(
      { direction, from_number, from_name, from_extension, to_number, to_extension, dialled, result, cost, rating },
      { direction: 'out', from_number: '301', from_name: 'Anna', from_extension: '301', to_number: '+420601123456', to_extension: null, dialled: '00420601123456', result: 'answered', cost: null, rating: 'pending' }, // prettier-ignore
    );
    assert.deepEqual([call!.ring_seconds, call!.duration_seconds, call!.billable_seconds], [5, 60, 55]);
    assert.deepEqual(
      [call!.started_at, call!.answered_at, call!.ended_at].map((date) => date!.toISOString()),
      ['2026-07-01T10:00:00.000Z', '2026-07-01T10:00:05.000Z', '2026-07-01T10:01:00.000Z'],
    );
  });

  test('are read in a zone of choice', async () => {
    assert.equal((await calls(record(), { timeZone: 'Asia/Tokyo' })).calls[0]!.started_at.toISOString(), '2026-07-01T03:00:00.000Z');
    await assert.rejects(calls(record(), { timeZone: 'Mars/Olympus' }));
  });

  test('may have 16 to 21 columns', async () => {
    for (const length of [16, 17, 18, 21]) assert.equal((await calls(record({}, length))).imported, 1, String(length));
    const newer = record({ 16: 'peer', 17: '1782900000.9', 18: '4' }, 19);
    assert.equal((await calls(newer + newer.replace('"4"', '"5"'))).calls.length, 1, 'the linked id is found');
    assert.equal((await calls(record({ 16: 'note' }, 17) + record({ 16: 'note', 2: '302' }, 17))).calls.length, 2, 'a note is no id');
  });

  test('may have columns in another order, named by the command or by their first line', async () => {
    const content = '2026-07-01T10:00:00Z,60,ANSWERED,301,302,whatever\n';
    const {
      calls: [call],
    } = await calls(content, { columns: 'start,duration,disposition,src,dst,-' });
    assert.deepEqual(
      [call!.direction, call!.started_at.toISOString(), call!.to_extension],
      ['internal', '2026-07-01T10:00:00.000Z', '302'],
    );
    const named = await calls(`\ufeffStart,Duration,Disposition,Src,Dst,Note\r\n${content.replace('\n', '\r\n')}`);
    assert.deepEqual([named.imported, named.skipped.length], [1, 0]);
    await assert.rejects(calls(content, { columns: 'start,colour' }), /Unknown columns: colour/);
    await assert.rejects(calls(content, { columns: 'start,src' }), /needed as well: dst, duration, disposition/);
  });

  test('that cannot be read are skipped with their line and reason; the others come in', async () => {
    const content = [
      record(),
      '\n',
      record({ 9: '2026-02-30 10:00:00', 20: '8' }),
      record({ 12: '-1', 20: '9' }),
      record({ 13: 'x', 20: '10' }),
      record({ 14: '', 20: '11' }),
      'too,short\n',
      '"never closed, "x\n'.replace('"x', 'x'),
      record({ 20: '12' }),
      record({ 11: 'noon', 20: '13' }),
      record({ 20: '12' }).trimEnd(),
    ].join('');
    const { imported, unchanged, skipped } = await calls(content);
    assert.deepEqual([imported, unchanged], [2, 1]);
    assert.deepEqual(
      skipped.map(({ line, reason }) => `${line} ${reason}`),
      [
        '3 The start is not a time: 2026-02-30 10:00:00',
        '4 The duration is not a number of seconds: -1',
        '5 The billable duration is not a number of seconds: x',
        '6 There is no disposition.',
        '7 The number of columns is 2; call records have 16 to 21.',
        '8 A quotation mark is not closed.',
        '10 The end is not a time: noon',
      ],
    );
  });

  test('keep what is odd in them', async () => {
    const odd = Buffer.concat([
      Buffer.from(record({ 1: 'anonymous', 4: '"Anonymous" <anonymous>', 2: '301', 3: 'from-trunk', 19: '1', 20: '1' })),
      Buffer.from(record({ 4: '"~AME" <301>', 19: '2', 20: '2', 9: '2026-07-01 12:00:01' })).map((byte) => (byte === 0x7e ? 0xff : byte)),
      Buffer.from(record({ 1: 'sip:a@b.example', 2: '*97', 7: 'VoiceMail', 19: '3', 20: '3', 9: '2026-07-01 12:00:02' })),
      Buffer.from(record({ 14: 'CONGESTION', 10: '', 13: '0', 19: '4', 20: '4', 9: '2026-07-01 12:00:03' })),
    ]);
    const { calls: found } = await calls(odd);
    assert.deepEqual(found.map((call) => [call.direction, call.from_number, call.result]), [['in', null, 'answered'], ['out', '301', 'answered'], ['out', 'sip:a@b.example', 'voicemail'], ['out', '301', 'congestion']]); // prettier-ignore
    assert.equal(found[0]!.from_name, null);
    assert.equal(found[1]!.from_name, '\ufffdAME');
    assert.equal(found[3]!.answered_at, null);
  });

  test('that are none change nothing', async () => {
    const none = [
      readFileSync(join(packageFolder, 'package.json')),
      Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0]),
      Buffer.from('a,b\n'.repeat(5000)),
    ];
    for (const content of none) await assert.rejects(calls(content), /no call records|not a text file/);
    await assert.rejects(run('calls', record()), /contract/);
    await assert.rejects(run('calls', record(), { contractId: 'con_globex_voip' }), /no contract con_globex_voip/);
  });

  test('of the wild come in whole', { skip: !existsSync(shared) && 'There are no sample files.' }, async () => {
    const { imported, skipped, calls: found } = await calls(readFileSync(join(shared, 'calls/asterisk-cdr.csv')));
    assert.deepEqual([imported, skipped, found.length], [84, [], 36]);
    assert.ok(found.every(({ direction }) => direction === 'in' || direction === 'internal'));
    assert.ok(found.some(({ from_name }) => from_name?.includes('\ufffd')));
  });

  test('are told apart where clocks change', () => {
    const berlin = new ZonedTimes('Europe/Berlin');
    const times = { '2026-03-29 01:59:59': '00:59:59', '2026-03-29 03:00:00': '01:00:00', '2026-10-25 01:59:59': '23:59:59', '2026-10-25 02:30:00': '00:30:00', '2026-10-25 03:00:00': '02:00:00', '2026-07-01 12:00:00+0530': '06:30:00', '1782900000.12': '10:00:00' }; // prettier-ignore
    for (const [local, utc] of Object.entries(times)) assert.equal(berlin.read(local)?.toISOString().slice(11, 19), utc, local);
    for (const bad of ['', 'now', '2026-13-01 00:00:00', '2026-01-01 24:00:00', '2026-02-29 10:00:00', '01.02.2026 10:00:00'])
      assert.equal(berlin.read(bad), undefined, bad);
  });
});

// It opens the folder of an embedded database.
describe('the command', { skip: embeddedOnly }, () => {
  const data = join(folder, 'data');
  const command = async (args: string[], environment: Record<string, string> = {}) => {
    const child = spawn(process.execPath, ['--import', 'tsx', join(packageFolder, 'bin/import.ts'), ...args], {
      cwd: packageFolder,
      env: { PATH: process.env['PATH'], PORTAL_DATA: data, ...environment },
    });
    const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)]);
    return { code: child.exitCode ?? (await new Promise((resolve) => child.once('exit', resolve))), out, error };
  };
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const line =
    '"","301","302","c","x","SIP/301-1","SIP/302-2","Dial","","2026-07-01 12:00:00","","2026-07-01 12:01:00",60,0,"NO ANSWER","3","1782900000.1","","","1782900000.1","7"\n';
  const good = file('good.csv', line);
  const dirty = file('dirty.csv', `${line.replace('"7"', '"8"')}rubbish\n`);

  test('explains itself, and says what is wrong with what was typed', async () => {
    const help = await command(['--help']);
    assert.equal(help.code, 0);
    assert.match(help.out, /Usage: npm run import/);
    for (const args of [
      [],
      ['songs', '--client', 'c', 'f'],
      ['calls', '--client', 'c', 'f'],
      ['invoices', 'f'],
      ['invoices', '--client', 'c'],
      ['invoices', '--colour', 'f'],
    ]) {
      const { code, error } = await command(args);
      assert.equal(code, 2, args.join(' '));
      assert.match(error, /Usage/);
    }
  });

  test('reads files into the folder of the data, and tells by its exit code whether all came in', async () => {
    const { database: own, close } = await openDatabase({ dataFolder: data });
    await migrate(own);
    await demoPeople(own);
    await demoContracts(own);
    await close();
    const into = ['calls', '--client', 'cli_acme', '--contract', 'con_acme_voip'];
    const first = await command([...into, good]);
    assert.deepEqual(first, { code: 0, out: `${good}: 1 imported, 0 unchanged, 0 skipped\n`, error: '' });
    const missing = join(folder, 'missing.csv');
    const second = await command([...into, good, dirty, missing, folder]);
    assert.equal(second.code, 1);
    assert.match(second.error, new RegExp(`${dirty}:2: The number of columns is 1`));
    assert.match(second.error, new RegExp(`${missing}: There is no such file`));
    assert.match(second.error, new RegExp(`${folder}: This is a folder`));
    assert.match(second.out, /Total: 1 imported, 1 unchanged, 1 skipped, 2 files not read/);
  });

  test('gives the files to the running host, which alone can open the data', async () => {
    const beside = mkdtempSync(join(folder, 'beside-'));
    writeFileSync(join(beside, 'host.json'), JSON.stringify({ pid: process.pid, url: host.url, token: 'secret-of-the-test' }));
    const into = ['calls', '--client', 'cli_acme', '--contract', 'con_acme_voip', '--time-zone', 'UTC'];
    const result = await command([...into, good, dirty, file('none.csv', 'nothing\n'.repeat(100_000))], { PORTAL_DATA: beside });
    assert.equal(result.code, 1);
    assert.match(result.out, /good\.csv: 1 imported/);
    assert.match(result.error, /dirty\.csv:2: /);
    assert.match(result.error, /none\.csv: These are no call records/);
    const [call] = await database.selectFrom('calls').select('started_at').where('contract_id', '=', 'con_acme_voip').execute();
    assert.equal(call!.started_at.toISOString(), '2026-07-01T12:00:00.000Z');
    assert.deepEqual(readdirSync(beside), ['host.json']);
    const refused = await fetch(`${host.url}/internal/import?kind=calls&client=cli_acme&filename=x`, { method: 'POST', body: 'x' });
    assert.equal(refused.status, 401);
  });
});

test('a file is read from a stream as from memory, whatever its pieces', async () => {
  const bytes = Buffer.from(
    '"","301","302","c","\u017dluťoučký","SIP/301-1","SIP/302-2","Dial","","2026-07-01 12:00:00","","",60,0,"NO ANSWER","3","1.1","","","1.1","1"\r\n',
  );
  const pieces = Readable.from([...bytes].map((byte) => Buffer.from([byte])));
  const result = await importFile(database, {
    kind: 'calls',
    clientId: 'cli_globex',
    contractId: 'con_globex_voip',
    filename: 'x',
    content: pieces,
  });
  assert.deepEqual(result, { imported: 1, unchanged: 0, skipped: [] });
  const { from_name } = await database
    .selectFrom('calls')
    .select('from_name')
    .where('contract_id', '=', 'con_globex_voip')
    .executeTakeFirstOrThrow();
  assert.equal(from_name, '\u017dluťoučký');
});
