import { expect } from '@open-wc/testing';
import {
  absoluteName,
  isHostName,
  isWithin,
  nameProblem,
  orderKey,
  ownerFromInput,
  parentName,
  parseIPv4,
  parseIPv6,
  pointerAddress,
  pointerName,
  relativeName,
  sameName,
  targetFromInput,
  unicodeName,
} from '../../../src/dns/index.js';

describe('domain names', () => {
  it('are absolute, in lower case, with as few escapes as can be', () => {
    const cases: [string, string | undefined, string | undefined][] = [
      ['WWW.Example.com.', undefined, 'www.example.com.'],
      ['www', 'example.com.', 'www.example.com.'],
      ['www', '.', 'www.'],
      ['@', 'example.com.', 'example.com.'],
      ['.', undefined, '.'],
      ['*.example.', undefined, '*.example.'],
      ['0/25.2.0.192.in-addr.arpa.', undefined, '0/25.2.0.192.in-addr.arpa.'],
      ['a\\.b.example.', undefined, 'a\\.b.example.'],
      ['a\\046b.example.', undefined, 'a\\.b.example.'],
      ['\\097.example.', undefined, 'a.example.'],
      ['a\\ b\\255.example.', undefined, 'a\\032b\\255.example.'],
      ['a\\\\.example.', undefined, 'a\\\\.example.'],
      ['bücher.EXAMPLE.', undefined, 'xn--bcher-kva.example.'],
      ['_dmarc.bücher', 'example.', '_dmarc.xn--bcher-kva.example.'],
      ['例え。example.', undefined, 'xn--r8jz45g.example.'],
      ['', 'example.', undefined],
      ['a..b.', undefined, undefined],
      ['.a.', undefined, undefined],
      ['a\\999.', undefined, undefined],
      ['ü\\046x.example.', undefined, undefined],
      ['ü/x.example.', undefined, undefined],
      ['www', undefined, undefined],
    ];
    for (const [text, origin, expected] of cases) expect(absoluteName(text, origin), text).to.equal(expected);
  });

  it('keep to 63 octets a label and 255 a name', () => {
    const label = 'a'.repeat(63);
    expect(nameProblem(`${label}.`)).to.equal(undefined);
    expect(nameProblem(`${label}a.`)).to.equal('label-too-long');
    expect(nameProblem(`\\000${label}.`)).to.equal('label-too-long');
    const longest = `${label}.${label}.${label}.${'b'.repeat(61)}.`;
    expect(longest.length).to.equal(254);
    expect(nameProblem(longest)).to.equal(undefined);
    expect(nameProblem(`${label}.${label}.${label}.${'b'.repeat(62)}.`)).to.equal('name-too-long');
    expect(nameProblem('\\097'.repeat(63) + '.')).to.equal(undefined);
    expect(nameProblem(label, longest)).to.equal('name-too-long');
    expect(nameProblem('example.com')).to.equal('name-not-absolute');
    expect(nameProblem('')).to.equal('name-required');
  });

  it('are the same whatever their case and escapes', () => {
    expect(sameName('WWW.Example.', 'www.\\101xample.')).to.equal(true);
    expect(sameName('a.b.', 'a\\.b.')).to.equal(false);
  });

  it('are within a zone or not, and relative to it', () => {
    expect(isWithin('example.com.', 'example.com.')).to.equal(true);
    expect(isWithin('www.example.com.', 'example.com.')).to.equal(true);
    expect(isWithin('wwwexample.com.', 'example.com.')).to.equal(false);
    expect(isWithin('a\\.example.com.', 'example.com.')).to.equal(false);
    expect(isWithin('a\\\\.example.com.', 'example.com.')).to.equal(true);
    expect(isWithin('com.', '.')).to.equal(true);
    expect(relativeName('www.example.com.', 'example.com.')).to.equal('www');
    expect(relativeName('example.com.', 'example.com.')).to.equal('@');
    expect(relativeName('example.org.', 'example.com.')).to.equal('example.org.');
    expect(relativeName('com.', '.')).to.equal('com');
    expect(parentName('a\\.b.c.d.')).to.equal('c.d.');
    expect(parentName('d.')).to.equal('.');
    expect(parentName('.')).to.equal(undefined);
  });

  it('sort in DNS order', () => {
    // The list of RFC 4034, 6.1.
    const sorted = [
      'example.',
      'a.example.',
      'yljkjljk.a.example.',
      'Z.a.example.',
      'zABC.a.EXAMPLE.',
      'z.example.',
      '\\001.z.example.',
      '*.z.example.',
      '\\200.z.example.',
    ];
    const shuffled = [...sorted].reverse();
    const compare = (one: string, other: string) => (orderKey(one) < orderKey(other) ? -1 : 1);
    expect(shuffled.sort(compare)).to.deep.equal(sorted);
    expect(['b.a.', '\\000.a.', 'a.', '\\000a.a.', '\\!.a.', 'a\\000.a.', 'a.a.'].sort(compare)).to.deep.equal([
      'a.',
      '\\000.a.',
      '\\000a.a.',
      '\\!.a.',
      'a.a.',
      'a\\000.a.',
      'b.a.',
    ]);
  });

  it('are understood as people type them', () => {
    const owner = (text: string) => ownerFromInput(text, 'example.com.');
    expect(
      ['', ' @ ', 'www', 'www.example.com', 'www.example.com.', 'www.example.org', 'Bücher', 'a b', 'EXAMPLE.com'].map(owner),
    ).to.deep.equal([
      'example.com.',
      'example.com.',
      'www.example.com.',
      'www.example.com.',
      'www.example.com.',
      'www.example.org.example.com.',
      'xn--bcher-kva.example.com.',
      'a\\032b.example.com.',
      'example.com.',
    ]);
    const target = (text: string) => targetFromInput(text, 'example.com.');
    expect(['mail', 'mail.example.org', 'mail.example.org.', '.', '@', ''].map(target)).to.deep.equal([
      'mail.example.com.',
      'mail.example.org.',
      'mail.example.org.',
      '.',
      'example.com.',
      undefined,
    ]);
  });

  it('are shown with the letters they stand for, unless that would show another name', () => {
    const cases = {
      'xn--bcher-kva.example.': 'bücher.example',
      'XN--MNCHEN-3YA.de.': 'münchen.de',
      'xn--r8jz45g.example.': '例え.example',
      'xn--bcher-kva-.example.': 'xn--bcher-kva-.example',
      'xn--a.example.': 'xn--a.example',
      'xn--.example.': 'xn--.example',
      'xn--99999999999.example.': 'xn--99999999999.example',
      'www.example.com.': 'www.example.com',
      '.': '.',
    };
    for (const [name, shown] of Object.entries(cases)) expect(unicodeName(name), name).to.equal(shown);
  });

  it('tell host names from others', () => {
    for (const name of ['a.example.', '*.example.', 'host.*.example.', '_x.example.', '1.2.', '.'])
      expect(isHostName(name), name).to.equal(true);
    for (const name of ['-a.example.', 'a-.example.', 'a\\032b.example.', '0/25.example.', 'a'])
      expect(isHostName(name), name).to.equal(false);
  });
});

describe('addresses', () => {
  it('have one form', () => {
    for (const text of ['0.0.0.0', '192.0.2.1', '255.255.255.255']) expect(parseIPv4(text)).to.equal(text);
    for (const text of ['1.2.3', '1.2.3.4.5', '256.1.1.1', '01.2.3.4', '1.2.3.4.', '1..2.3', ' 1.2.3.4', '0x1.2.3.4', ''])
      expect(parseIPv4(text), text).to.equal(undefined);
    const six = {
      '::': '::',
      '2001:DB8:0:0:1:0:0:1': '2001:db8::1:0:0:1',
      '2001:db8:0:1:1:1:1:1': '2001:db8:0:1:1:1:1:1',
      '::FFFF:192.0.2.1': '::ffff:192.0.2.1',
    };
    for (const [text, expected] of Object.entries(six)) expect(parseIPv6(text)).to.equal(expected);
    for (const text of ['1::2::3', ':1', '1:2:3:4:5:6:7', 'g::', '::1%eth0', '[::1]', '::1]/', '::1.2.3.256', ''])
      expect(parseIPv6(text), text).to.equal(undefined);
  });

  it('have a name in the reverse tree, and back', () => {
    expect(pointerName('192.0.2.7')).to.equal('7.2.0.192.in-addr.arpa.');
    const name = '1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.';
    expect(pointerName('2001:db8::1')).to.equal(name);
    expect(pointerName('2001:DB8:0:0:0:0:0.0.0.1')).to.equal(name);
    expect(pointerAddress(name)).to.equal('2001:db8::1');
    expect(pointerAddress('7.2.0.192.in-addr.arpa.')).to.equal('192.0.2.7');
    expect(pointerAddress('2.0.192.in-addr.arpa.')).to.equal(undefined);
    expect(pointerName('example')).to.equal(undefined);
  });
});
