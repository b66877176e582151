import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { absoluteName, formatValue, formatZoneFile, parseZoneFile, type FileRrset, type Rrset } from '../../../src/dns/index.js';

const origin = 'example.com.';
const flat = (text: string | Uint8Array, options = { origin }) =>
  parseZoneFile(text, options).rrsets.flatMap(({ name, type, ttl, records }) =>
    records.map(({ value, disabled }) => `${disabled ? '-' : ''}${name} ${ttl} ${type} ${value}`),
  );
const faults = (text: string, options: { origin?: string } = { origin }) =>
  parseZoneFile(text, options).problems.map(({ line, code }) => `${line} ${code}`);

describe('zone files', () => {
  it('are read with all their shorthand', () => {
    const file = `\ufeff; a comment\r
$TTL 1h30m
$ORIGIN Example.COM.
@ IN SOA ns1 host\\.master ( 2026112101 ; serial
  8H 2h 1W
  1d ) ; the end
        NS ns1 ; TTL and class left out
  IN 60 NS ns2
ns1 60 IN A 192.0.2.1
    IN 60 A 192.0.2.2
\tA 192.0.2.1
$ORIGIN sub
www A ( 192.0.2.3 )
@ MX 10 @
*.x.example.com. 5m CNAME .
"q" TXT "a;b" c "" (
  "d" )
`;
    expect(flat(file, { origin: 'unused.' })).to.deep.equal([
      'example.com. 5400 SOA ns1.example.com. host\\.master.example.com. 2026112101 28800 7200 604800 86400',
      'example.com. 5400 NS ns1.example.com.',
      'example.com. 5400 NS ns2.example.com.',
      'ns1.example.com. 60 A 192.0.2.1',
      'ns1.example.com. 60 A 192.0.2.2',
      'www.sub.example.com. 5400 A 192.0.2.3',
      'sub.example.com. 5400 MX 10 sub.example.com.',
      '*.x.example.com. 300 CNAME .',
      'q.sub.example.com. 5400 TXT "a;b" "c" "" "d"',
    ]);
  });

  it('make relative names in values absolute', () => {
    const types = {
      NS: 'a',
      CNAME: 'a',
      PTR: 'a',
      DNAME: 'a',
      MX: '1 a',
      AFSDB: '1 a',
      KX: '1 a',
      SRV: '1 2 3 a',
      RP: 'a b',
      MINFO: 'a b',
      SVCB: '1 a',
      HTTPS: '1 a',
      NAPTR: '1 1 "" "" "" a',
    };
    for (const [type, value] of Object.entries(types)) {
      expect(flat(`x ${type} ${value}\n`)[0], type).to.equal(
        `x.example.com. 3600 ${type} ${value.replace(/\b[ab]\b/g, '$&.example.com.')}`,
      );
    }
  });

  it('take TTLs from the record, $TTL, the record before, the SOA, or the caller', () => {
    expect(parseZoneFile('a A 192.0.2.1\n', { origin, ttl: 77 }).rrsets[0]!.ttl).to.equal(77);
    expect(parseZoneFile('@ SOA a b 1 2 3 4 99\na A 192.0.2.1\n', { origin }).rrsets.map(({ ttl }) => ttl)).to.deep.equal([99, 99]);
    expect(parseZoneFile('a 5 A 192.0.2.1\nb A 192.0.2.1\n', { origin }).rrsets.map(({ ttl }) => ttl)).to.deep.equal([5, 5]);
    expect(parseZoneFile('a 5 A 192.0.2.1\na 6 A 192.0.2.2\n', { origin }).rrsets.map(({ ttl }) => ttl)).to.deep.equal([5]);
  });

  it('tell their zone', () => {
    expect(parseZoneFile('example.org. 1 SOA a. b. 1 2 3 4 5\nwww A 192.0.2.1').rrsets[1]!.name).to.equal('www.example.org.');
    expect(parseZoneFile('$ORIGIN example.net.\n').zone).to.equal('example.net.');
    expect(parseZoneFile('').zone).to.equal(undefined);
  });

  it('are read on after lines that cannot be', () => {
    const file = `good A 192.0.2.1
bad A 192.0.2.300
bad TXT "open
$INCLUDE other.zone
$UNKNOWN x
$TTL long
bad CH A 192.0.2.1
bad
bad 60 IN
bad NOTYPE x
bad MX ( 10
good MX ( 10
  mail )
bad A 192.0.2.1 )
bad TYPE999 \\# 2 00
a..b A 192.0.2.1
bad 4294967296 A 192.0.2.1
last A 192.0.2.2
end TXT (
`;
    const codes = `2 ipv4-invalid|3 unbalanced-quotes|4 include-refused|5 directive-unknown|6 ttl-invalid|7 class-unknown|8 type-missing|9 type-missing|10 type-unknown|11 unbalanced-parentheses|14 unbalanced-parentheses|15 generic-invalid|16 name-invalid|17 ttl-invalid|19 unbalanced-parentheses`;
    expect(faults(file)).to.deep.equal(codes.split('|'));
    expect(flat(file)).to.deep.equal([
      'good.example.com. 3600 A 192.0.2.1',
      'good.example.com. 3600 MX 10 mail.example.com.',
      'last.example.com. 3600 A 192.0.2.2',
    ]);
    expect(faults('www A 192.0.2.1\n', {})).to.deep.equal(['1 origin-missing']);
    expect(faults('  A 192.0.2.1\n')).to.deep.equal(['1 owner-missing']);
    expect(faults('x MX 10 mail\n', {})).to.deep.equal(['1 origin-missing']);
  });

  it('are read to their end, with what is wrong in each line, however much that is', () => {
    const problems = (text: string) => parseZoneFile(text, { origin }).problems;
    for (const line of ['(\n', '"\n', 'a TXT (\n', ') (\n']) expect(problems(line.repeat(100_000)).length).to.equal(100_000);
    for (const part of ['\\', `${'a'.repeat(300)}.`]) expect(problems(part.repeat(20_000)).map(({ line }) => line)).to.deep.equal([1]);
  });

  it('expand $GENERATE', () => {
    expect(flat('$GENERATE 1-5/2 host-$ A 192.0.2.$\n')).to.deep.equal([1, 3, 5].map((n) => `host-${n}.example.com. 3600 A 192.0.2.${n}`));
    expect(flat('$GENERATE 9-10 ${0,3} 60 IN PTR h${16,2,x}.\\$\n')).to.deep.equal([
      '009.example.com. 60 PTR h19.\\$.example.com.',
      '010.example.com. 60 PTR h1a.\\$.example.com.',
    ]);
    expect(
      faults('$GENERATE 1-999999999 a$ A 192.0.2.1\n$GENERATE 2-1 a$ A 192.0.2.1\n$GENERATE 1-2 a${x} A 192.0.2.1\n$GENERATE x\n'),
    ).to.deep.equal([1, 2, 3, 4].map((line) => `${line} directive-invalid`));
  });

  it('keep every octet of a text, in UTF-8 or not', () => {
    expect(flat('x TXT "Größe"\n')).to.deep.equal(['x.example.com. 3600 TXT "Gr\\195\\182\\195\\159e"']);
    const latin1 = Uint8Array.from('x TXT "Gr\xf6\xdfe"\n', (character) => character.charCodeAt(0));
    expect(flat(latin1)).to.deep.equal(['x.example.com. 3600 TXT "Gr\\246\\223e"']);
    expect(flat(`x TXT ${'a'.repeat(300)}\n`)).to.deep.equal([`x.example.com. 3600 TXT "${'a'.repeat(255)}" "${'a'.repeat(45)}"`]);
  });

  it('carry comments and disabled records', () => {
    const rrsets: Rrset[] = [
      {
        name: 'www.example.com.',
        type: 'A',
        ttl: 60,
        records: [
          { value: '192.0.2.1', disabled: true },
          { value: '192.0.2.2', disabled: false },
        ],
        comment: 'says "hi"\nto\\all – ü',
      },
      { name: 'x.example.com.', type: 'A', ttl: 3600, records: [{ value: '192.0.2.3', disabled: true }], comment: null },
    ];
    const text = formatZoneFile(origin, rrsets);
    expect(text).to.contain(';@disabled www\t');
    expect(parseZoneFile(text).rrsets.map(({ lines: _, ...rrset }) => rrset)).to.deep.equal(rrsets);
  });

  it('are written in order: SOA, name servers, then the names in DNS order', () => {
    const file = 'b A 192.0.2.1\na.b A 192.0.2.1\n@ TXT "x"\na A 192.0.2.1\n@ NS ns\n@ SOA ns h 1 2 3 4 5\nwww.example.org. A 192.0.2.1\n';
    const owners = formatZoneFile(origin, parseZoneFile(file, { origin }).rrsets).split('\n').slice(2, -1);
    expect(
      owners.map((line) =>
        line
          .split('\t')
          .filter((_, index) => index === 0 || index === 3)
          .join(' '),
      ),
    ).to.deep.equal(['@ SOA', '@ NS', '@ TXT', 'a A', 'b A', 'a.b A', 'www.example.org. A']);
  });

  it('written and read again are the same, whatever the record sets', () => {
    const octet = fc.integer({ min: 0, max: 255 }).map((code) => `\\${String(code).padStart(3, '0')}`);
    const label = fc.oneof(
      fc.stringMatching(/^[a-z0-9_*-]{1,20}$/),
      fc.array(octet, { minLength: 1, maxLength: 10 }).map((octets) => octets.join('')),
    );
    const name = fc.array(label, { maxLength: 4 }).map((labels) => absoluteName([...labels, origin].join('.'))!);
    const text = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ maxLength: 400 })), { minLength: 1, maxLength: 3 });
    const number = fc.nat(65_535).map(String);
    const value = fc.oneof(
      text.map((texts) => ({ type: 'TXT', value: formatValue('TXT', { text: texts }) })),
      fc.tuple(number, name).map(([preference, exchange]) => ({
        type: 'NAPTR',
        value: formatValue('NAPTR', { order: preference, preference, flags: '', services: '', regexp: '', replacement: exchange }),
      })),
      name.map((target) => ({ type: 'PTR', value: target })),
      fc.ipV4().map((address) => ({ type: 'A', value: address })),
      fc.ipV6().map((address) => ({ type: 'AAAA', value: formatValue('AAAA', { address }) })),
      fc.uint8Array().map((bytes) => ({
        type: 'TYPE65280',
        value: `\\# ${bytes.length} ${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`.trim(),
      })),
      fc
        .tuple(fc.nat(255).map(String), fc.string())
        .map(([flags, tagged]) => ({ type: 'CAA', value: formatValue('CAA', { flags, tag: 'issue', value: tagged }) })),
    );
    const record = fc.record({
      name,
      ttl: fc.nat(2 ** 31 - 1),
      content: value,
      disabled: fc.boolean(),
      comment: fc.option(fc.string({ unit: 'binary', minLength: 1 })),
    });
    const rrsets = fc.array(record, { maxLength: 12 }).map((records) => {
      const sets = new Map<string, Omit<FileRrset, 'lines'>>();
      for (const { name, ttl, content, disabled, comment } of records) {
        const key = `${name} ${content.type}`;
        const set = sets.get(key) ?? { name, type: content.type, ttl, records: [], comment };
        sets.set(key, set);
        if (!set.records.some((known) => known.value === content.value)) set.records.push({ value: content.value, disabled });
      }
      return [...sets.values()];
    });
    const key = (rrset: Rrset) => `${rrset.name} ${rrset.type}`;
    const ordered = (sets: readonly Rrset[]) => [...sets].sort((one, other) => (key(one) < key(other) ? -1 : 1));
    fc.assert(
      fc.property(rrsets, (sets) => {
        const { rrsets: read, problems } = parseZoneFile(formatZoneFile(origin, sets));
        expect(problems).to.deep.equal([]);
        expect(ordered(read.map(({ lines: _, ...rrset }) => rrset))).to.deep.equal(ordered(sets));
      }),
      { numRuns: 300 },
    );
  });

  it('of any text are read without an exception, and what was read is kept', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\\"(); $@a-z0-9.\n{}#-]*$/));
    const type = fc.constantFrom('A', 'MX', 'TXT', 'CAA', 'SVCB', 'NAPTR', 'TYPE999', 'TLSA', 'LOC', 'SRV');
    const line = fc
      .tuple(fc.constantFrom('', 'a', '\\000b', '@'), fc.constantFrom('', '5', 'IN 1h'), type, text)
      .map((parts) => parts.join(' '));
    const meaning = (rrsets: readonly FileRrset[]) => rrsets.map(({ lines: _, ...rrset }) => JSON.stringify(rrset)).sort();
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const { rrsets } = parseZoneFile(lines.join('\n'), { origin });
        expect(meaning(parseZoneFile(formatZoneFile(origin, rrsets)).rrsets)).to.deep.equal(meaning(rrsets));
      }),
      { numRuns: 500 },
    );
  });
});
