import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inflateRawSync, inflateSync } from 'node:zlib';
import { XMLParser } from 'fast-xml-parser';
import type { components } from 'portal-elements/contract';
import { demoInvoices } from '../demo/invoices.js';
import { compareAmounts } from '../src/http/money.js';
import { startHost } from './support/host.js';

type Invoice = components['schemas']['Invoice'];
type InvoiceSummary = components['schemas']['InvoiceSummary'];
type Problem = components['schemas']['Problem'];

const host = await startHost();
await demoInvoices(host.database);
const owner = await host.signIn('owner@acme.example');

const list = async (query: string) =>
  ((await (await owner('GET', `/invoices?limit=200&${query}`)).json()) as components['schemas']['InvoicePage']).items;
const read = async (id: string) => (await (await owner('GET', `/invoices/${id}`)).json()) as Invoice;
const recent = await list('');
const hasFormat = ({ documents }: InvoiceSummary, wanted: string) => documents.some(({ format }) => format === wanted);

async function download(path: string): Promise<Buffer> {
  const response = await owner('GET', path);
  assert.equal(response.status, 200, await response.clone().text());
  return Buffer.from(await response.arrayBuffer());
}

/** What these tests read of a Cross Industry Invoice (UN/CEFACT D16B), as the parser gives it. */
interface CrossIndustryInvoice {
  ExchangedDocumentContext: { GuidelineSpecifiedDocumentContextParameter: { ID: string } };
  ExchangedDocument: { ID: string; TypeCode: string; IssueDateTime: XmlDate };
  SupplyChainTradeTransaction: {
    IncludedSupplyChainTradeLineItem: XmlLine | XmlLine[];
    ApplicableHeaderTradeAgreement: {
      SellerTradeParty: { Name: string; SpecifiedTaxRegistration: { ID: { '#text': string } } };
      BuyerTradeParty: { Name: string };
    };
    ApplicableHeaderTradeSettlement: {
      InvoiceCurrencyCode: string;
      SpecifiedTradeSettlementPaymentMeans?: { PayeePartyCreditorFinancialAccount: { IBANID: string } };
      SpecifiedTradePaymentTerms?: { DueDateDateTime: XmlDate };
      InvoiceReferencedDocument?: { IssuerAssignedID: string };
      SpecifiedTradeSettlementHeaderMonetarySummation: {
        TaxBasisTotalAmount: string;
        TaxTotalAmount: { '#text': string };
        RoundingAmount?: string;
        GrandTotalAmount: string;
      };
    };
  };
}

interface XmlDate {
  DateTimeString: { '#text': string };
}

interface XmlLine {
  SpecifiedTradeProduct: { Name: string };
  SpecifiedLineTradeSettlement: { SpecifiedTradeSettlementLineMonetarySummation: { LineTotalAmount: string } };
}

describe('Factur-X', () => {
  /** The XML file in the PDF. */
  function attached(pdf: Buffer): string {
    const text = pdf.toString('latin1');
    const [, length] = /\/Type \/EmbeddedFile[\s\S]*?\/Length (\d+)/.exec(text) ?? assert.fail('Nothing is attached');
    const start = text.indexOf('stream\n', text.indexOf('/Type /EmbeddedFile')) + 'stream\n'.length;
    const content = pdf.subarray(start, start + Number(length));
    return (content.subarray(0, 5).toString() === '<?xml' ? content : inflateSync(content)).toString();
  }

  const parser = new XMLParser({ removeNSPrefix: true, ignoreAttributes: false, attributeNamePrefix: '@', parseTagValue: false });
  const many = <T>(value: T | T[] | undefined): T[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
  const equal = (actual: string, wanted: string) => assert.equal(compareAmounts(actual, wanted), 0, `${actual}, ${wanted}`);
  const day = (date: XmlDate) => date.DateTimeString['#text'].replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3');

  const kinds: [string, (invoice: InvoiceSummary) => boolean][] = [
    ['an invoice', ({ type, total }) => type === 'invoice' && total.currency === 'EUR'],
    ['a credit note', ({ type }) => type === 'credit-note'],
    ['an invoice in yen', ({ total }) => total.currency === 'JPY'],
    ['a refund', ({ type, total }) => type === 'invoice' && total.amount.startsWith('-')],
  ];
  for (const [kind, matches] of kinds)
    test(`${kind} says in the XML what it says in the portal`, async () => {
      const summary = (await list('sort=total'))
        .concat(recent, await list('currency=JPY'), await list('type=credit-note'))
        .find((one) => matches(one) && hasFormat(one, 'facturx'));
      const invoice = await read((summary ?? assert.fail('The demo has none')).id);
      const pdf = await download(`/invoices/${invoice.id}/documents/facturx`);
      const { CrossIndustryInvoice: root } = parser.parse(attached(pdf)) as { CrossIndustryInvoice: CrossIndustryInvoice };
      const { ApplicableHeaderTradeSettlement: settlement, ApplicableHeaderTradeAgreement: agreement } = root.SupplyChainTradeTransaction;
      const sums = settlement.SpecifiedTradeSettlementHeaderMonetarySummation;
      assert.equal(root.ExchangedDocumentContext.GuidelineSpecifiedDocumentContextParameter.ID, 'urn:cen.eu:en16931:2017');
      assert.equal(root.ExchangedDocument.ID, invoice.number);
      assert.equal(root.ExchangedDocument.TypeCode, invoice.type === 'credit-note' ? '381' : '380');
      assert.equal(day(root.ExchangedDocument.IssueDateTime), invoice.issuedOn);
      assert.equal(settlement.InvoiceCurrencyCode, invoice.total.currency);
      assert.equal(agreement.SellerTradeParty.Name, invoice.seller.name);
      assert.equal(agreement.BuyerTradeParty.Name, invoice.buyer.name);
      assert.equal(agreement.SellerTradeParty.SpecifiedTaxRegistration.ID['#text'], invoice.seller.vatId);
      const lines = many(root.SupplyChainTradeTransaction.IncludedSupplyChainTradeLineItem);
      assert.equal(lines.length, invoice.lines.length);
      for (const [index, line] of lines.entries()) {
        assert.equal(line.SpecifiedTradeProduct.Name, invoice.lines[index]!.description);
        equal(
          line.SpecifiedLineTradeSettlement.SpecifiedTradeSettlementLineMonetarySummation.LineTotalAmount,
          invoice.lines[index]!.net.amount,
        );
      }
      equal(sums.TaxBasisTotalAmount, invoice.netTotal.amount);
      equal(sums.TaxTotalAmount['#text'], invoice.taxTotal.amount);
      if (invoice.rounding!.amount.match(/[1-9]/)) equal(sums.RoundingAmount!, invoice.rounding!.amount);
      else equal(sums.GrandTotalAmount, invoice.total.amount);
      if (invoice.dueOn) assert.equal(day(settlement.SpecifiedTradePaymentTerms!.DueDateDateTime), invoice.dueOn);
      if (invoice.type === 'credit-note') {
        assert.equal(settlement.InvoiceReferencedDocument!.IssuerAssignedID, invoice.related[0]!.number);
        assert.equal(settlement.SpecifiedTradeSettlementPaymentMeans, undefined);
      } else
        assert.equal(settlement.SpecifiedTradeSettlementPaymentMeans!.PayeePartyCreditorFinancialAccount.IBANID, 'DE02120300000000202051');
    });

  test('is PDF/A-3 that says what is attached', async () => {
    const { id } = recent.find((one) => hasFormat(one, 'facturx'))!;
    const response = await owner('GET', `/invoices/${id}/documents/facturx`);
    assert.equal(response.headers.get('content-type'), 'application/pdf');
    const text = Buffer.from(await response.arrayBuffer()).toString('latin1');
    for (const part of [
      /^%PDF-1\.7/,
      /\/AFRelationship \/Alternative/,
      /\/UF \(factur-x\.xml\)/,
      /\/OutputIntents/,
      /<pdfaid:part>3<\/pdfaid:part>/,
      /<pdfaid:conformance>B<\/pdfaid:conformance>/,
      /<fx:ConformanceLevel>EN 16931<\/fx:ConformanceLevel>/,
      /<fx:DocumentFileName>factur-x\.xml<\/fx:DocumentFileName>/,
    ])
      assert.match(text, part);
  });

  test('is not there for what the standard cannot express', async () => {
    const dinars = (await list('currency=KWD'))[0]!;
    const proforma = (await list('type=proforma'))[0]!;
    for (const invoice of [dinars, proforma]) {
      assert.ok(!hasFormat(invoice, 'facturx') && !hasFormat(await read(invoice.id), 'facturx') && hasFormat(invoice, 'ubl'));
      assert.equal((await owner('GET', `/invoices/${invoice.id}/documents/facturx`)).status, 404);
    }
  });
});

describe('bank transfers', () => {
  const schemeOf = async (invoice: InvoiceSummary) => (await read(invoice.id)).bankTransfers!.map(({ scheme, amount }) => [scheme, amount]);

  test('are there for what is open, by the code of the currency', async () => {
    for (const [currency, scheme] of [
      ['EUR', 'epc'],
      ['CHF', 'swiss-qr'],
      ['CZK', 'spayd'],
    ] as const) {
      const open = (await list(`state=open&currency=${currency}`)).find(({ allowedActions }) => allowedActions.includes('pay'))!;
      assert.deepEqual(await schemeOf(open), [[scheme, open.open]]);
    }
  });

  test('are not there for what is paid, under way, a credit note, or in a currency without a code', async () => {
    const some = [
      recent.find(({ status }) => status === 'paid')!,
      recent.find(({ status }) => status === 'processing')!,
      (await list('type=credit-note'))[0]!,
      (await list('currency=KWD'))[0]!,
    ];
    for (const invoice of some) assert.deepEqual(await schemeOf(invoice), [], invoice.status);
  });
});

describe('the archive', () => {
  /** Names and contents of the files. */
  function unzip(zip: Buffer): Map<string, Buffer> {
    const files = new Map<string, Buffer>();
    const end = zip.lastIndexOf(Buffer.from('PK\x05\x06'));
    let at = zip.readUInt32LE(end + 16);
    for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
      const [method, size, nameLength] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)];
      const local = zip.readUInt32LE(at + 42);
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const content = zip.subarray(start, start + size);
      files.set(zip.subarray(at + 46, at + 46 + nameLength).toString(), method === 0 ? content : inflateRawSync(content));
      at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    }
    return files;
  }

  test('has the PDFs of the whole filter, newest first, named by their numbers', async () => {
    const wanted = await list('state=open&currency=JPY');
    assert.ok(wanted.length > 0);
    const response = await owner('GET', '/invoices/archive?state=open&currency=JPY');
    assert.equal(response.headers.get('content-type'), 'application/zip');
    assert.match(response.headers.get('content-disposition')!, /^attachment; filename="invoices-\d{4}-\d\d-\d\d\.zip"/);
    const files = unzip(Buffer.from(await response.arrayBuffer()));
    assert.deepEqual(
      [...files.keys()].map((name) => name.replace(/^.* /, '')),
      wanted.map(({ number }) => `${number}.pdf`),
    );
    for (const content of files.values()) assert.match(content.toString('latin1'), /^%PDF-[\s\S]*%%EOF\s*$/);
  });

  test('has the invoices that are named, once each', async () => {
    const [first, second] = recent;
    const files = unzip(await download(`/invoices/archive?ids=${first!.id}%20${second!.id}%20${first!.id}`));
    assert.equal(files.size, 2);
  });

  test('tells two documents of one name apart', async () => {
    const row = await host.database.selectFrom('invoices').selectAll().where('id', '=', recent[0]!.id).executeTakeFirstOrThrow();
    await host.database
      .insertInto('invoices')
      .values({ ...row, id: 'inv_twin', number: '../2026:1', adjustments: '[]' as never })
      .execute();
    await host.database
      .insertInto('invoices')
      .values({ ...row, id: 'inv_twin2', number: '../2026:1', adjustments: '[]' as never })
      .execute();
    const names = [...unzip(await download('/invoices/archive?ids=inv_twin%20inv_twin2')).keys()];
    await host.database.deleteFrom('invoices').where('id', 'in', ['inv_twin', 'inv_twin2']).execute();
    assert.deepEqual(
      names.map((name) => name.replace(/^[A-Z][a-z ]+ /, '')),
      ['..-2026-1.pdf', '..-2026-1 (2).pdf'],
    );
  });

  test('is refused for more than 500, and says how many these are', async () => {
    const response = await owner('GET', '/invoices/archive');
    assert.equal(response.status, 409);
    const { type, detail } = (await response.json()) as Problem;
    assert.match(type!, /too-many-documents$/);
    assert.match(detail!, /500.*1000/);
  });

  test('is not there for nothing, for another client, or without the permission', async () => {
    const other = await host.database.selectFrom('invoices').select('id').where('client_id', '=', 'cli_globex').executeTakeFirstOrThrow();
    for (const query of ['currency=XXX', `ids=${other.id}`, `ids=${recent[0]!.id}%20${other.id}`, 'ids=no-such'])
      assert.equal((await owner('GET', `/invoices/archive?${query}`)).status, 404, query);
    const tech = await host.signIn('tech@acme.example');
    assert.equal((await tech('GET', `/invoices/archive?ids=${recent[0]!.id}`)).status, 403);
  });
});
