import { expect } from '@open-wc/testing';
import { formatBitRate, formatBytes, formatPercent } from '../../src/i18n/units.js';

const plain = (value: string | undefined) => value?.replace(/\s/g, ' ');

describe('Volumes', () => {
  it('have decimal prefixes, or binary ones with their own symbols', () => {
    const all = [0, 999, 1000, 12_400_000_000, 8_420_000_000_000];
    expect(all.map((each) => plain(formatBytes('en', each)))).to.deep.equal(['0 B', '999 B', '1 kB', '12.4 GB', '8.42 TB']);
    expect(all.map((each) => plain(formatBytes('en', each, 'binary')))).to.deep.equal(['0 B', '999 B', '1,000 B', '11.55 GiB', '7.66 TiB']);
  });

  it('never show 1000 of a unit, and never an exponent', () => {
    expect(plain(formatBytes('en', 999_999))).to.equal('1 MB');
    expect(plain(formatBytes('en', 999_940))).to.equal('999.9 kB');
    expect(plain(formatBytes('en', '12345678901234567890123'))).to.equal('12,345.7 EB');
  });

  it('are written as the language writes numbers, and stay in order among Arabic letters', () => {
    expect(plain(formatBytes('de', 12_400_000_000))).to.equal('12,4 GB');
    expect(formatBytes('ar', 1000)).to.match(/^\u2066.+kB\u2069$/);
  });

  it('that are no numbers are none', () => {
    for (const each of ['', 'much', NaN, Infinity]) expect(formatBytes('en', each), String(each)).to.equal(undefined);
    expect(formatPercent('en', NaN)).to.equal(undefined);
  });
});

describe('Rates', () => {
  it('are in bits per second with decimal prefixes', () => {
    expect([0, 640, 83_120_000, 1_000_000_000].map((each) => plain(formatBitRate('en', each)))).to.deep.equal([
      '0 bit/s',
      '640 bit/s',
      '83.12 Mbit/s',
      '1 Gbit/s',
    ]);
  });
});

describe('Percentages', () => {
  it('have one decimal at most', () => {
    expect(plain(formatPercent('en', 98.74))).to.equal('98.7%');
    expect(plain(formatPercent('de', 104))).to.equal('104 %');
  });
});
