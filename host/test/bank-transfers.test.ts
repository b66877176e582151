import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fastCheck from 'fast-check';
import { isQRReferenceValid } from 'swissqrbill/utils';
import { epcCode } from '../src/bank-transfers/epc.js';
import { spaydCode } from '../src/bank-transfers/spayd.js';
import { qrReference, swissCode } from '../src/bank-transfers/swiss-qr.js';
import type { Transfer } from '../src/bank-transfers/transfer.js';
import { bankTransfers } from '../src/bank-transfers/transfers.js';
import type { Payee } from '../src/invoices/tables.js';

const payee: Payee = {
  name: 'Nordkai GmbH',
  address: { street: 'Versmannkai 14', postalCode: '20457', town: 'Hamburg', country: 'DE' },
  accounts: [],
  reference: null,
};
const transfer = (changes: Partial<Transfer> = {}): Transfer => ({
  payee,
  iban: 'DE02120300000000202051',
  bic: 'BYLADEM1001',
  amount: { amount: '119.00', currency: 'EUR' },
  reference: '2026-0042',
  ...changes,
});
const lines = (payload = '') => payload.split('\n');

/** What the library that draws Swiss QR bills would put into the code; it does not export it. */
const { generateQRData } = (await import(new URL('../shared/qr-code.js', import.meta.resolve('swissqrbill/utils')).href)) as {
  generateQRData(data: object): string;
};

describe('a SEPA credit transfer', () => {
  test('is written line by line as EPC069-12 says', () => {
    const { payload, reference, referenceKind } = epcCode(transfer())!;
    assert.equal(payload, 'BCD\n002\n1\nSCT\nBYLADEM1001\nNordkai GmbH\nDE02120300000000202051\nEUR119.00\n\n\n2026-0042');
    assert.deepEqual([reference, referenceKind], ['2026-0042', 'text']);
  });

  test('names a creditor reference in its own line', () => {
    const { payload, referenceKind } = epcCode(transfer({ reference: 'RF18 5390 0754 7034' }))!;
    assert.deepEqual(lines(payload).slice(9), ['RF18539007547034']);
    assert.equal(referenceKind, 'creditor-reference');
  });

  test('is none in another currency, outside SEPA, without the BIC where one is needed, or for too much', () => {
    for (const changes of [
      { amount: { amount: '119.00', currency: 'CZK' } },
      { iban: 'TR330006100519786457841326' },
      { iban: 'CH9300762011623852957', bic: null },
      { amount: { amount: '0.00', currency: 'EUR' } },
      { amount: { amount: '1000000000.00', currency: 'EUR' } },
      { amount: { amount: '-1.00', currency: 'EUR' } },
    ])
      assert.equal(epcCode(transfer(changes)), undefined, JSON.stringify(changes));
    assert.ok(epcCode(transfer({ bic: null })));
  });
});

describe('a Czech transfer', () => {
  const czech = (changes: Partial<Transfer> = {}) =>
    spaydCode(transfer({ iban: 'CZ6508000000192000145399', bic: 'GIBACZPX', amount: { amount: '450.00', currency: 'CZK' }, ...changes }));

  test('is a Short Payment Descriptor with the digits of the number as variable symbol', () => {
    const { payload, reference, referenceKind } = czech()!;
    assert.equal(payload, 'SPD*1.0*ACC:CZ6508000000192000145399+GIBACZPX*AM:450.00*CC:CZK*RN:NORDKAI GMBH*X-VS:20260042*MSG:2026-0042');
    assert.deepEqual([reference, referenceKind], ['20260042', 'variable-symbol']);
  });

  test('has no variable symbol where the number is more than ten digits', () => {
    for (const reference of ['GP2026-0001', '20260000042']) {
      const code = czech({ reference })!;
      assert.ok(!code.payload.includes('X-VS'));
      assert.deepEqual([code.reference, code.referenceKind], [reference, 'text']);
    }
  });

  test('keeps what people typed within its field', () => {
    const { payload } = czech({ payee: { ...payee, name: 'Dům*RN:Podvod s.r.o. 100 %' }, reference: 'A*AM:1.00' })!;
    assert.match(payload, /\*RN:DUM%2ARN:PODVOD S\.R\.O\. 100 %25\*MSG:A%2AAM:1\.00$/);
  });
});

describe('a Swiss transfer', () => {
  const amount = { amount: '1949.75', currency: 'CHF' };
  const creditor = { name: payee.name, address: 'Versmannkai 14', zip: '20457', city: 'Hamburg', country: 'DE' };

  test('to a QR-IBAN names a QR reference, exactly as the library for QR bills writes it', () => {
    const iban = 'CH4431999123000889012';
    const reference = qrReference('2026-0042')!;
    assert.ok(isQRReferenceValid(reference));
    const code = swissCode(transfer({ iban, bic: null, amount, reference }))!;
    assert.equal(code.payload, generateQRData({ amount: 1949.75, currency: 'CHF', creditor: { ...creditor, account: iban }, reference }));
    assert.deepEqual([code.reference, code.referenceKind], [reference, 'qr-reference']);
    assert.equal(swissCode(transfer({ iban, amount, reference: '2026-0042' })), undefined);
  });

  test('to another Swiss account names a creditor reference or a message, exactly as the library writes it', () => {
    const iban = 'CH5604835012345678009';
    const data = { amount: 1949.75, currency: 'CHF', creditor: { ...creditor, account: iban } };
    const structured = swissCode(transfer({ iban, amount, reference: 'RF18 5390 0754 7034' }))!;
    assert.equal(structured.payload, generateQRData({ ...data, reference: 'RF18539007547034' }));
    const message = swissCode(transfer({ iban, amount }))!;
    assert.equal(message.payload, generateQRData({ ...data, message: '2026-0042' }));
    assert.deepEqual([message.reference, message.referenceKind], ['2026-0042', 'text']);
  });

  test('is none without an address, to an account elsewhere, or in another currency', () => {
    const iban = 'CH5604835012345678009';
    assert.equal(swissCode(transfer({ iban, amount, payee: { ...payee, address: null } })), undefined);
    assert.equal(swissCode(transfer({ amount })), undefined);
    assert.equal(swissCode(transfer({ iban, amount: { amount: '1.00', currency: 'USD' } })), undefined);
  });

  test('names different invoices differently, series included', () => {
    assert.equal(new Set(['2026-0042', 'P2026-0042', 'C2026-0042', '2026-0043'].map(qrReference)).size, 4);
    assert.equal(qrReference('1'.repeat(27)), null);
    assert.equal(qrReference('–'), null);
  });
});

test('each account gets the code that fits it; what is no IBAN or fits none gets none', () => {
  const accounts = [
    { iban: 'DE02 1203 0000 0000 2020 51', bic: null },
    { iban: 'DE00 0000', bic: null },
    { iban: 'CZ6508000000192000145399', bic: null },
    { iban: 'CH56 0483 5012 3456 7800 9', bic: null },
  ];
  const made = bankTransfers({ ...payee, accounts }, { amount: '5.00', currency: 'EUR' }, '1');
  assert.deepEqual(
    made.map(({ scheme, iban }) => [scheme, iban]),
    [
      ['epc', 'DE02120300000000202051'],
      ['epc', 'CZ6508000000192000145399'],
      ['swiss-qr', 'CH5604835012345678009'],
    ],
  );
  assert.deepEqual(bankTransfers({ ...payee, accounts }, { amount: '5.000', currency: 'KWD' }, '1'), []);
  assert.deepEqual(bankTransfers(undefined, { amount: '5.00', currency: 'EUR' }, '1'), []);
});

test('whatever people are called and invoices are numbered, a code keeps its lines and its limits', () => {
  const text = fastCheck.string({ unit: 'binary', minLength: 1, maxLength: 200 });
  fastCheck.assert(
    fastCheck.property(text, text, (name, reference) => {
      const changed = { payee: { ...payee, name }, reference };
      const epc = epcCode(transfer(changed));
      if (epc) {
        assert.ok(lines(epc.payload).length <= 11 && Buffer.byteLength(epc.payload) <= 331);
        assert.equal(lines(epc.payload)[6], 'DE02120300000000202051');
      }
      const spayd = spaydCode(transfer({ ...changed, iban: 'CZ6508000000192000145399', amount: { amount: '1.00', currency: 'CZK' } }))!;
      assert.match(spayd.payload, /^SPD\*1\.0\*ACC:[^*]+\*AM:1\.00\*CC:CZK\*RN:[^*\n]*(\*X-VS:\d{1,10})?\*MSG:[^*\n]*$/);
      const swiss = swissCode(transfer({ ...changed, iban: 'CH5604835012345678009', amount: { amount: '1.00', currency: 'CHF' } }))!;
      assert.equal(lines(swiss.payload).length, 31);
      assert.match(swiss.payload, /^[\n\x20-\x7e\u00a0-\u017f\u0218-\u021b€]*$/u);
    }),
  );
});
