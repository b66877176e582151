import { expect } from '@open-wc/testing';
import {
  checkFields,
  commonTypes,
  fieldsOf,
  formatValue,
  indexRrsets,
  isRecordType,
  normalValue,
  parseValue,
  splitText,
  validateDeletion,
  validateRrset,
  type Rrset,
} from '../../../src/dns/index.js';

const zone = 'example.com.';
const set = (name: string, type: string, ...values: string[]): Rrset => ({
  name: name ? `${name}.${zone}` : zone,
  type,
  ttl: 3600,
  records: values.map((value) => ({ value })),
});
const problems = (rrset: Rrset, ...others: Rrset[]) =>
  validateRrset(rrset, { zone, minTtl: 60, maxTtl: 86_400, siblings: indexRrsets([rrset, ...others]) }).map(
    ({ path, code }) => `${path} ${code}`,
  );

describe('record types', () => {
  it('have fields to draw a form from', () => {
    expect(fieldsOf('MX')).to.deep.equal([
      { name: 'preference', kind: 'uint16' },
      { name: 'exchange', kind: 'name' },
    ]);
    expect(fieldsOf('TLSA')[0]!.options).to.include({ 3: 'DANE-EE' });
    expect(fieldsOf('LOC')).to.deep.equal([{ name: 'value', kind: 'any' }]);
    expect(fieldsOf('constructor')).to.deep.equal([{ name: 'value', kind: 'any' }]);
    for (const type of [...commonTypes, 'WALLET', 'TYPE65534', 'SPF', 'NSEC3']) expect(isRecordType(type), type).to.equal(true);
    for (const type of ['', 'AA', 'TYPE', 'TYPE0', 'TYPE65536', 'toString', 'AXFR']) expect(isRecordType(type), type).to.equal(false);
  });

  it('cut values into fields and put them together in one normal form', () => {
    const cases: [string, string, string, object][] = [
      ['A', '192.0.2.1', '192.0.2.1', { address: '192.0.2.1' }],
      ['AAAA', '2001:DB8::0:1', '2001:db8::1', { address: '2001:DB8::0:1' }],
      ['MX', ' 010\tMail.Example.com. ', '10 mail.example.com.', { preference: '010', exchange: 'Mail.Example.com.' }],
      ['SRV', '0 1 0443 a.example.', '0 1 443 a.example.', { priority: '0', weight: '1', port: '0443', target: 'a.example.' }],
      ['TXT', '"a b"   c', '"a b" "c"', { text: ['a b', 'c'] }],
      ['TXT', '"\\195\\169 \\" \\\\ \\;"', '"\\195\\169 \\" \\\\ ;"', { text: ['é " \\ ;'] }],
      ['TXT', '"é"', '"\\195\\169"', { text: ['é'] }],
      ['TXT', '"\\255\\000"', '"\\255\\000"', { text: ['\udcff\0'] }],
      ['CAA', '0 issue "ca.example; x=1"', '0 issue "ca.example; x=1"', { flags: '0', tag: 'issue', value: 'ca.example; x=1' }],
      ['CAA', '0 issue ca.example', '0 issue "ca.example"', { flags: '0', tag: 'issue', value: 'ca.example' }],
      ['TLSA', '3 1 0 AB CD', '3 1 0 abcd', { usage: '3', selector: '1', matchingType: '0', data: 'ABCD' }],
      ['SVCB', '1 . port="443" ALPN=h2', '1 . alpn=h2 port=443', { priority: '1', target: '.', parameters: 'port="443" ALPN=h2' }],
      ['SVCB', '1 . key7="a b"', '1 . key7="a b"', { priority: '1', target: '.', parameters: 'key7="a b"' }],
      ['LOC', '1 2  3.0 N', '1 2 3.0 N', { value: '1 2 3.0 N' }],
      ['TYPE999', '\\# 3 AB CDEF', '\\# 3 abcdef', { value: '\\# 3 abcdef' }],
      ['TYPE999', '\\# 0', '\\# 0', { value: '\\# 0' }],
      ['A', '\\# 4 c0000201', '192.0.2.1', { address: '192.0.2.1' }],
      ['MX', '\\# 10 000A 04 6D61696C 01 78 00', '10 mail.x.', { preference: '10', exchange: 'mail.x.' }],
      ['TXT', '\\# 6 0161 03 626364', '"a" "bcd"', { text: ['a', 'bcd'] }],
      ['CAA', '\\# 12 00 05 6973737565 63612e78 2e', '0 issue "ca.x."', { flags: '0', tag: 'issue', value: 'ca.x.' }],
      ['TLSA', '\\# 5 030100abcd', '3 1 0 abcd', { usage: '3', selector: '1', matchingType: '0', data: 'abcd' }],
      ['HTTPS', '\\# 3 000100', '\\# 3 000100', { generic: '\\# 3 000100' }],
    ];
    for (const [type, value, normal, fields] of cases) {
      expect(parseValue(type, value), `${type} ${value}`).to.deep.equal(fields);
      expect(normalValue(type, value), `${type} ${value}`).to.equal(normal);
      expect(normalValue(type, normal)).to.equal(normal);
    }
    expect(normalValue('MX', '10 mail', zone)).to.equal('10 mail.example.com.');
    expect(parseValue('MX', '10 a. b.')).to.equal(undefined);
    expect(parseValue('TXT', '"a')).to.equal(undefined);
    expect(parseValue('A', '192.0.2.1 ; comment')).to.equal(undefined);
    expect(parseValue('A', '')).to.equal(undefined);
  });

  it('cut long text into strings of 255 octets, never within a character', () => {
    expect(splitText('')).to.deep.equal(['']);
    expect(splitText('é'.repeat(200)).map((part) => part.length)).to.deep.equal([127, 73]);
    const value = formatValue('TXT', { text: 'x'.repeat(300) });
    expect(value).to.equal(`"${'x'.repeat(255)}" "${'x'.repeat(45)}"`);
    expect(checkFields('TXT', parseValue('TXT', value)!)).to.deep.equal([]);
  });
});

describe('record sets', () => {
  it('that are right have no problems', () => {
    const right = [
      set('www', 'A', '192.0.2.1', '192.0.2.2'),
      set('', 'MX', '0 .'),
      set('_sip._tcp', 'SRV', '0 0 0 .'),
      set('gone', 'CNAME', '.'),
      set('x', 'TXT', '""'),
      set('x', 'AFSDB', '1 afs.example.com.'),
      set('x', 'RP', 'a.example. b.example.'),
      set('x', 'HINFO', '"a" "b"'),
      set('x', 'WALLET', '"a" "b"'),
      set('x', 'LOC', '51 56 0.123 N 5 54 0.000 E 4.00m'),
      set('x', 'TYPE65534', '\\# 5 07ed260001'),
      set('x', 'SVCB', '5 . port="8004" no-default-alpn dohpath=/dns-query{?dns}'),
      set('0/25', 'NS', 'ns.example.com.'),
      set('x', 'CAA', '128 iodef "mailto:a@example.com"'),
      set('x', 'NAPTR', '100 50 "u" "e2u+sip" "" server.example.com.'),
      set('x', 'TLSA', '3 1 0 abcd', `3 1 1 ${'ab'.repeat(32)}`),
      set('x', 'DS', '1 8 1 caf1eaaecdabe7616670788f9022454bf5fd9fda'),
    ];
    for (const rrset of right) expect(problems(rrset), `${rrset.type} ${rrset.records[0]!.value}`).to.deep.equal([]);
  });

  it('tell what is wrong and where', () => {
    const wrong: [Rrset, string][] = [
      [set('www', 'A', '192.0.2'), 'records/0/value/address ipv4-invalid'],
      [set('www', 'AAAA', '192.0.2.1'), 'records/0/value/address ipv6-invalid'],
      [set('www', 'A'), 'records no-records'],
      [set('www', 'A', ''), 'records/0/value value-required'],
      [set('www', 'A', '192.0.2.1 x'), 'records/0/value value-malformed'],
      [set('a b', 'A', '192.0.2.1'), 'name name-characters'],
      [set('-', 'A', '192.0.2.1'), 'name name-characters'],
      [set('a..b', 'A', '192.0.2.1'), 'name name-invalid'],
      [{ ...set('', 'A', '192.0.2.1'), name: 'example.org.' }, 'name outside-zone'],
      [{ ...set('', 'A', '192.0.2.1'), name: 'example.com' }, 'name name-not-absolute'],
      [{ ...set('x', 'A', '192.0.2.1'), ttl: 59 }, 'ttl ttl-too-small'],
      [{ ...set('x', 'A', '192.0.2.1'), ttl: 90_000 }, 'ttl ttl-too-large'],
      [{ ...set('x', 'A', '192.0.2.1'), ttl: NaN }, 'ttl ttl-invalid'],
      [{ ...set('x', 'A', '192.0.2.1'), ttl: 1.5 }, 'ttl ttl-invalid'],
      [set('x', 'AA', '1'), 'type type-unknown'],
      [set('x', '__proto__', '1'), 'type type-unknown'],
      [set('x', 'MX', '10'), 'records/0/value/exchange field-required'],
      [set('x', 'MX', '-1 a.'), 'records/0/value/preference number-invalid'],
      [set('x', 'MX', '65536 a.'), 'records/0/value/preference number-invalid'],
      [set('x', 'MX', '10 192.0.2.1.'), 'records/0/value/exchange target-is-address'],
      [set('x', 'NS', '2001:db8::1'), 'records/0/value/target target-is-address'],
      [set('x', 'MX', '10 a_b-.example.'), 'records/0/value/exchange name-characters'],
      [set('x', 'CNAME', 'www'), 'records/0/value/target name-not-absolute'],
      [set('x', 'CNAME', 'a.', 'b.'), 'records/1/value single-value'],
      [set('', 'CNAME', 'a.'), 'name cname-at-apex'],
      [set('x', 'TXT', 'a b'), 'records/0/value quotes-required'],
      [set('x', 'TXT', `"${'é'.repeat(128)}"`), 'records/0/value/text string-too-long'],
      [set('x', 'TXT', '"a" "b"', '"\\097" "b"'), 'records/1/value duplicate-value'],
      [set('x', 'AAAA', '::1', '0::1'), 'records/1/value duplicate-value'],
      [set('x', 'CAA', '0 is-sue "a"'), 'records/0/value/tag caa-tag'],
      [set('x', 'CAA', '256 issue "a"'), 'records/0/value/flags number-invalid'],
      [set('x', 'TLSA', '3 1 1 ab'), 'records/0/value/data hex-length'],
      [set('x', 'TLSA', '3 1 0 abc'), 'records/0/value/data hex-invalid'],
      [set('x', 'SSHFP', `4 2 ${'ab'.repeat(20)}`), 'records/0/value/fingerprint hex-length'],
      [set('x', 'DNSKEY', '257 3 13 a'), 'records/0/value/key base64-invalid'],
      [set('x', 'NAPTR', '1 1 "-" "" "" .'), 'records/0/value/flags naptr-flags'],
      [set('x', 'SVCB', '1 . port=1 port=2'), 'records/0/value/parameters parameters-invalid'],
      [set('x', 'TYPE65534', '\\# 4 00'), 'records/0/value generic-invalid'],
      [set('x', 'TYPE65534', 'text'), 'records/0/value generic-invalid'],
    ];
    for (const [rrset, problem] of wrong) expect(problems(rrset), `${rrset.type} ${rrset.records[0]?.value}`).to.deep.equal([problem]);
  });

  it('conflict with other sets of their zone', () => {
    const www = set('www', 'A', '192.0.2.1');
    const alias = set('www', 'CNAME', 'a.example.');
    expect(problems(alias, www)).to.deep.equal(['name cname-beside-others']);
    expect(problems(www, alias)).to.deep.equal(['name beside-cname']);
    expect(problems(set('www', 'RRSIG', 'x'), alias)).to.deep.equal([]);
    expect(problems(set('mail', 'MX', '10 www.example.com.'), alias)).to.deep.equal(['records/0/value/exchange target-is-alias']);
    expect(problems(alias, set('mail', 'MX', '10 www.example.com.'))).to.deep.equal(['name target-of-others']);
    const redirect = set('sub', 'DNAME', 'a.example.');
    expect(problems(set('x.sub', 'A', '192.0.2.1'), redirect)).to.deep.equal(['name below-dname']);
    expect(problems(redirect, set('x.y.sub', 'A', '192.0.2.1'))).to.deep.equal(['name dname-above-others']);
    expect(problems(set('sub', 'A', '192.0.2.1'), redirect)).to.deep.equal([]);
    const disabled = { ...www, records: [{ value: '192.0.2.1', disabled: true }] };
    expect(problems(alias, disabled)).to.deep.equal([]);
    expect(problems(disabled, alias)).to.deep.equal([]);
  });

  it('that a zone needs cannot be deleted', () => {
    expect(validateDeletion(set('', 'NS'), zone)[0]!.code).to.equal('apex-ns-required');
    expect(validateDeletion(set('', 'SOA'), zone)[0]!.code).to.equal('soa-fixed');
    expect(validateDeletion(set('sub', 'NS'), zone)).to.deep.equal([]);
  });
});
