import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import Papa from 'papaparse';
import type { components } from 'portal-elements/contract';
import { demoTaxExemptions } from '../demo/tax-exemptions.js';
import { dayFromToday } from '../demo/days.js';
import { vatNumber } from '../src/tax-exemptions/vat-number.js';
import { faultsOf, outcome } from './support/answers.js';
import { cookieOf, startHost, type Send } from './support/host.js';

type Exemption = components['schemas']['TaxExemption'];
type Page = components['schemas']['TaxExemptionPage'];
type UploadedFile = components['schemas']['UploadedFile'];

const host = await startHost();
await demoTaxExemptions(host.database);
const owner = await host.signIn('owner@acme.example');
const billing = await host.signIn('billing@acme.example');
const globex = await host.signIn('owner@globex.example');
const cookie = cookieOf(await host.send('POST', '/session', { body: { email: 'owner@acme.example', password: 'portal-demo' } }));

const pdf = new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');

/** Sends a file as a browser does. */
function upload(
  content: string | Uint8Array<ArrayBuffer>,
  name: string,
  headers: Record<string, string> = {},
  field = 'file',
): Promise<Response> {
  const body = new FormData();
  body.append(field, new Blob([content]), name);
  return fetch(`${host.url}/api/v1/tax-exemptions/files`, { method: 'POST', body, headers: { cookie, 'portal-request': '1', ...headers } });
}

async function uploaded(content: string | Uint8Array<ArrayBuffer> = pdf, name = 'Certificate.pdf'): Promise<UploadedFile> {
  const response = await upload(content, name);
  assert.equal(response.status, 201, await response.clone().text());
  return (await response.json()) as UploadedFile;
}

let keys = 0;
const submit = (body: object, send: Send = owner, key = `exemption-key-${keys++}`) =>
  send('POST', '/tax-exemptions', { body, headers: { 'idempotency-key': key } });

const certificate = (more: object = {}) => ({
  jurisdiction: 'US-CA',
  number: `SR-${keys}`,
  reason: 'resale',
  validFrom: dayFromToday(0),
  validTo: dayFromToday(365),
  ...more,
});

async function submitted(body: object): Promise<Exemption> {
  const response = await submit(body);
  assert.equal(response.status, 201, await response.clone().text());
  return (await response.json()) as Exemption;
}

async function list(query = '', send: Send = owner): Promise<Page> {
  const response = await send('GET', `/tax-exemptions?${query}`);
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as Page;
}

const ids = ({ items }: Page) => items.map(({ id }) => id);

describe('an upload', () => {
  test('is kept as it was sent, named without what cannot stand in a name, and known by its content', async () => {
    const { id, name, mediaType, size } = await uploaded(pdf, '..\\secret/Česká \u202Efdp:plná?.PDF');
    assert.deepEqual([name, mediaType, size], ['Česká fdp-plná-.PDF', 'application/pdf', pdf.length]);
    const { sha256, content } = await host.database.selectFrom('uploads').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    assert.equal(sha256, createHash('sha256').update(pdf).digest('hex'));
    assert.deepEqual(new Uint8Array(content), pdf);
  });

  test('is refused when it is too large, empty, of another kind, or not what its name says', async () => {
    const large = new Uint8Array(10_000_001);
    large.set(pdf);
    assert.equal(await outcome(await upload(large, 'large.pdf')), '413 file-too-large');
    assert.deepEqual(await faultsOf(await upload('', 'empty.pdf')), ['/file empty-file']);
    for (const [content, name] of [
      ['<script>', 'page.html'],
      ['<script>', 'page.pdf'],
      [pdf, 'certificate.exe'],
      [pdf, 'picture.png'],
    ] as const)
      // prettier-ignore
      assert.equal(await outcome(await upload(content, name)), '415 file-type', name);
  });

  test('is refused without a file, in another form, and when the body breaks off', async () => {
    assert.deepEqual(await faultsOf(await upload(pdf, 'a.pdf', {}, 'another')), ['/file required']);
    assert.equal((await owner('POST', '/tax-exemptions/files', { body: {} })).status, 415);
    const headers = { cookie, 'portal-request': '1', 'content-type': 'multipart/form-data; boundary=x' };
    const broken = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-';
    const response = await fetch(`${host.url}/api/v1/tax-exemptions/files`, { method: 'POST', headers, body: broken });
    assert.equal(response.status, 400);
  });

  test('is not taken where JSON is due', async () => {
    const body = new FormData();
    body.append('file', new Blob([pdf]), 'a.pdf');
    const headers = { cookie, 'portal-request': '1', 'idempotency-key': 'multipart-key' };
    assert.equal((await fetch(`${host.url}/api/v1/tax-exemptions`, { method: 'POST', body, headers })).status, 415);
  });

  test('needs the permission and comes from a page of ours', async () => {
    assert.equal(await outcome(await upload(pdf, 'a.pdf', { 'portal-request': '0' })), '403 cross-site');
    const tech = cookieOf(await host.send('POST', '/session', { body: { email: 'tech@acme.example', password: 'portal-demo' } }));
    assert.equal((await upload(pdf, 'a.pdf', { cookie: tech })).status, 403);
  });

  test('belongs to whom uploaded it, and to one record only', async () => {
    const file = await uploaded();
    const taken = certificate({ number: 'A-1', fileIds: [file.id] });
    assert.deepEqual(await faultsOf(await submit(taken, billing)), ['/fileIds/0 unknown-file']);
    assert.deepEqual(await faultsOf(await submit(taken, globex)), ['/fileIds/0 unknown-file']);
    await submitted(taken);
    assert.deepEqual(await faultsOf(await submit({ ...taken, number: 'A-2' })), ['/fileIds/0 unknown-file']);
    assert.equal(ids(await list('q=A-2')).length, 0, 'nothing is left of what failed');
  });

  test('that nothing refers to is forgotten after a day, and only so many may wait', async () => {
    await host.database
      .updateTable('uploads')
      .set({ uploaded_at: new Date(Date.now() - 25 * 3_600_000) })
      .where('subject', 'is', null)
      .execute();
    const { id } = await uploaded();
    const waiting = () => host.database.selectFrom('uploads').select('id').where('subject', 'is', null).execute();
    assert.deepEqual(await waiting(), [{ id }]);
    for (let count = 1; count < 20; count++) await uploaded();
    assert.equal(await outcome(await upload(pdf, 'one-more.pdf')), '409 too-many-files');
    await host.database.deleteFrom('uploads').where('subject', 'is', null).execute();
  });
});

describe('the list of tax exemptions', () => {
  test('tells what has expired from what is active, and counts what ends soon and nothing follows', async () => {
    const all = await list();
    const of = (id: string) => all.items.find((each) => each.id === id)!;
    assert.deepEqual([of('tex_acme_wa').status, of('tex_acme_ny').status], ['expired', 'active']);
    assert.deepEqual(of('tex_acme_wa').allowedActions, ['replace']);
    assert.equal(all.summary?.expiring, 1, 'New York; Texas is about to be replaced');
    assert.deepEqual(ids(await list('status=expired')), ['tex_acme_wa']);
    assert.equal(
      (await list('status=active')).items.every(({ status }) => status === 'active'),
      true,
    );
  });

  test('finds, filters and sorts by the last day, those without one last', async () => {
    assert.deepEqual(ids(await list('q=rotterdam')), []);
    assert.deepEqual(ids(await list('q=nl8045')), ['tex_acme_nl']);
    assert.deepEqual(ids(await list('jurisdiction=US-TX')).sort(), ['tex_acme_tx', 'tex_acme_tx_next']);
    const days = (await list('sort=validTo')).items.map(({ validTo }) => validTo ?? '9999');
    assert.deepEqual(days, [...days].sort());
    const forwards: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { items, page } = await list(`sort=-validTo&limit=3${cursor && `&cursor=${cursor}`}`);
      forwards.push(...items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    assert.deepEqual(forwards, ids(await list('sort=-validTo')));
  });

  test('says honestly whether a VAT number has been checked', async () => {
    const { items } = await list();
    const of = (id: string) => items.find((each) => each.id === id)!.verification;
    assert.deepEqual(of('tex_acme_nl'), { register: 'VIES', result: 'not-checked', resultLabel: 'Not checked yet', checkedAt: null });
    assert.equal(of('tex_acme_at')?.result, 'valid');
    assert.equal(of('tex_acme_tx'), null);
  });

  test('is a file of the whole filter', async () => {
    const response = await owner('GET', '/tax-exemptions?jurisdiction=US-FL&limit=1', { headers: { Accept: 'text/csv' } });
    const { data } = Papa.parse<Record<string, string>>(await response.text(), { header: true, skipEmptyLines: true });
    assert.deepEqual([data[0]!['Number'], data[0]!['Share exempt in %'], data[0]!['Files']], ['DR-700031-2', '50', 'DR-700031.pdf']);
  });

  test('and its files are of the client alone', async () => {
    assert.deepEqual(ids(await list('', globex)), ['tex_globex_cz']);
    const path = '/tax-exemptions/tex_acme_tx/files/upl_tex_acme_tx';
    assert.equal((await globex('GET', path)).status, 404);
    assert.equal((await globex('PUT', '/tax-exemptions/tex_acme_tx/withdrawal')).status, 404);
    assert.equal((await owner('GET', '/tax-exemptions/tex_acme_ny/files/upl_tex_acme_tx')).status, 404, 'a file of another exemption');
    const file = await owner('GET', path);
    assert.equal(file.headers.get('content-type'), 'application/pdf');
    assert.match(file.headers.get('content-disposition')!, /^attachment; filename="Texas resale certificate 01-339.pdf"/);
    assert.equal(file.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 5)
        .toString(),
      '%PDF-',
    );
  });
});

describe('submitting', () => {
  test('takes a certificate with its file in, once for each intent', async () => {
    const body = certificate({ number: ' SR-77 ', sharePercent: 40, note: ' For the shop ', fileIds: [(await uploaded()).id] });
    const first = await submit(body, owner, 'the-same-key');
    const again = await submit(body, owner, 'the-same-key');
    const exemption = (await first.json()) as Exemption;
    assert.deepEqual(await again.json(), exemption);
    assert.deepEqual(
      [exemption.number, exemption.status, exemption.sharePercent, exemption.note, exemption.submittedBy, exemption.files[0]!.name],
      ['SR-77', 'submitted', 40, 'For the shop', 'Olivia Owner', 'Certificate.pdf'],
    );
    assert.equal(await outcome(await submit({ ...body, number: 'SR-77' })), '409 already-submitted');
  });

  test('says of every field what is wrong', async () => {
    const nothing = { jurisdiction: 'US-CA', number: ' ', reason: 'taste', validTo: dayFromToday(9) };
    assert.deepEqual(await faultsOf(await submit(nothing)), [
      '/number required',
      '/reason required',
      '/validFrom required',
      '/fileIds required',
    ]);
    const turned = certificate({ validTo: dayFromToday(-1), fileIds: ['upl_x'] });
    assert.deepEqual(await faultsOf(await submit(turned)), ['/validTo before-start']);
    const over = certificate({ validFrom: dayFromToday(-9), validTo: dayFromToday(-1), fileIds: ['upl_x'] });
    assert.deepEqual(await faultsOf(await submit(over)), ['/validTo over']);
    assert.deepEqual(await faultsOf(await submit(certificate({ jurisdiction: 'ATLANTIS' }))), ['/jurisdiction unknown']);
  });

  test('keeps a VAT number in its normal form, without a file, unchecked and from today', async () => {
    const exemption = await submitted({ jurisdiction: 'GR', number: '094 259-216' });
    assert.deepEqual(
      [exemption.number, exemption.kind, exemption.reason, exemption.validFrom, exemption.validTo, exemption.verification?.result],
      ['EL094259216', 'vat-number', 'reverse-charge', dayFromToday(0), null, 'not-checked'],
    );
    assert.deepEqual(await faultsOf(await submit({ jurisdiction: 'DE', number: 'DE12345' })), ['/number vat-number']);
  });

  test('keeps the former one until the new one has been accepted', async () => {
    const fileIds = [(await uploaded()).id];
    const next = await submitted(certificate({ jurisdiction: 'US-NY', replacesId: 'tex_acme_ny', number: 'ST-120-55418', fileIds }));
    assert.equal(next.replacesId, 'tex_acme_ny');
    const { items, summary } = await list('jurisdiction=US-NY');
    assert.equal(items.find(({ id }) => id === 'tex_acme_ny')?.status, 'active');
    assert.equal(summary?.expiring, 0);
    for (const replacesId of ['tex_acme_gb', 'tex_globex_cz', 'tex_none'])
      assert.equal(await outcome(await submit(certificate({ replacesId, fileIds: ['upl_x'] }))), '409 not-replaceable');
  });
});

describe('withdrawing', () => {
  test('ends what is open, does no harm twice, and nothing to what is over', async () => {
    const withdraw = (id: string) => owner('PUT', `/tax-exemptions/${id}/withdrawal`);
    for (let time = 0; time < 2; time++) {
      const response = await withdraw('tex_acme_fl');
      assert.equal(((await response.json()) as Exemption).status, 'withdrawn');
    }
    assert.equal(await outcome(await withdraw('tex_acme_wa')), '409 not-withdrawable');
    assert.equal(await outcome(await withdraw('tex_acme_ca')), '409 not-withdrawable');
  });
});

test('VAT numbers are told apart by the rules of their country', () => {
  const right = [['AT', 'ATU12345678'], ['BE', '0123.456.789'], ['ES', 'ESX1234567X'], ['FR', 'fr xx 123456789'], ['IE', '1234567WA'], ['NL', 'NL123456789B01'], ['SE', 'SE556703748501'], ['XI', 'XIGD123']] as const; // prettier-ignore
  for (const [country, number] of right) assert.notEqual(vatNumber(country, number), undefined, number);
  const wrong = [['AT', '12345678'], ['DE', 'FR123456789'], ['FR', 'FRIO123456789'], ['SE', 'SE556703748502'], ['US', '123456789'], ['constructor', '1']] as const; // prettier-ignore
  for (const [country, number] of wrong) assert.equal(vatNumber(country, number), undefined, number);
});
