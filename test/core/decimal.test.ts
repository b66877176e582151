import { assert } from '@open-wc/testing';
import fc from 'fast-check';
import { addAmounts, compareAmounts, readAmount, typeableDecimals, writeAmount } from '../../src/core/business/decimal.js';

const languages = ['en', 'de', 'de-CH', 'cs', 'fr', 'ar', 'ar-EG', 'fa', 'hi', 'pt-BR', 'en-IN'];

/** Amounts beyond what a float can hold, with the decimals of every currency. */
const amounts = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 24n }), fc.integer({ min: 0, max: 4 }), fc.nat({ max: 9999 }))
  .map(([whole, decimals, fraction]) => (decimals === 0 ? `${whole}` : `${whole}.${String(fraction).padStart(4, '0').slice(0, decimals)}`));

const language = fc.constantFrom(...languages);

const grouped = (amount: string, tag: string) => {
  const decimals = amount.split('.')[1]?.length ?? 0;
  return new Intl.NumberFormat(tag, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(amount as `${number}`);
};

describe('amounts as they are typed', () => {
  it('survive being written and read, whatever the language and the size', () => {
    fc.assert(fc.property(amounts, language, (amount, tag) => assert.deepEqual(readAmount(writeAmount(amount, tag), tag), amount)));
  });

  it('survive a full stop for a comma and the other way, where that is not how thousands are written', () => {
    const two = amounts.filter((amount) => (amount.split('.')[1]?.length ?? 0) !== 3);
    fc.assert(
      fc.property(two, language, fc.constantFrom('.', ','), (amount, tag, sign) =>
        assert.deepEqual(readAmount(amount.replace('.', sign), tag), amount),
      ),
    );
  });

  it('survive the signs between thousands of their language', () => {
    const western = fc.constantFrom('en', 'de', 'de-CH', 'cs', 'fr', 'ar-EG', 'pt-BR');
    const two = amounts.filter((amount) => amount.split('.')[1]?.length === 2);
    fc.assert(fc.property(two, western, (amount, tag) => assert.deepEqual(readAmount(grouped(amount, tag), tag), amount)));
  });

  it('are nothing but digits with at most one decimal sign once they are read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), language, (typed, tag) => assert.match(readAmount(typed, tag) ?? '0', /^\d+(\.\d+)?$/)),
    );
  });

  const cases: [typed: string, language: string, read: string | undefined][] = [
    ['1,250', 'en', '1250'],
    ['1.250', 'de', '1250'],
    ['1,250', 'de', '1.250'],
    ['12,5', 'en', '12.5'],
    ['12.5', 'de', '12.5'],
    ['1.234.567', 'de', '1234567'],
    ['1.234,50', 'en', '1234.50'],
    [' 1 234,50 ', 'cs', '1234.50'],
    ["1'234.50", 'de-CH', '1234.50'],
    ['١٬٢٣٤٫٥٠', 'ar', '1234.50'],
    ['007.10', 'en', '7.10'],
    ['0.05', 'en', '0.05'],
    ['12,34.5', 'en', undefined],
    ['1.2.3', 'en', undefined],
    ['-5', 'en', undefined],
    ['+5', 'en', undefined],
    ['5.', 'en', undefined],
    ['.5', 'en', undefined],
    ['1e3', 'en', undefined],
    ['€5', 'en', undefined],
    ['', 'en', undefined],
  ];
  for (const [typed, tag, read] of cases)
    it(`reads "${typed}" in ${tag} as ${read ?? 'no amount'}`, () => assert.deepEqual(readAmount(typed, tag), read));

  it('add up and compare exactly', () => {
    const cents = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });
    const text = (value: bigint) => {
      const digits = String(value < 0n ? -value : value).padStart(3, '0');
      return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
    };
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1 }), (all) =>
        assert.deepEqual(addAmounts(all.map(text)), text(all.reduce((sum, each) => sum + each, 0n))),
      ),
    );
    fc.assert(
      fc.property(cents, cents, (one, other) =>
        assert.deepEqual(compareAmounts(text(one), text(other)), one < other ? -1 : one > other ? 1 : 0),
      ),
    );
    assert.deepEqual(addAmounts(['0.1', '0.20', '12500']), '12500.30');
    assert.deepEqual(compareAmounts('1.10', '1.1'), 0);
  });

  it('have the decimals of their currency, or as many as are open', () => {
    const decimals = (amount: string, currency: string) => typeableDecimals({ amount, currency });
    assert.deepEqual(
      [decimals('1', 'JPY'), decimals('1', 'EUR'), decimals('1', 'KWD'), decimals('0.0005', 'EUR'), decimals('1', '??')],
      [0, 2, 3, 4, 2],
    );
  });
});
