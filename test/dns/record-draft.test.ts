import { expect } from '@open-wc/testing';
import { fieldsOf } from '../../src/dns/index.js';
import { checkRrset } from '../../src/dns/records/check.js';
import { draftOf, newValue, rrsetOf, withField } from '../../src/dns/records/draft.js';
import { sameRrset } from '../../src/dns/staged-changes.js';
import { aZone, anRrset } from '../mocks/dns.js';

const zone = 'example.com.';
const long = 'k'.repeat(255);

/** Values of every kind that real zones hold, by type. */
const kinds: readonly [type: string, ...values: string[]][] = [
  ['A', '192.0.2.1'],
  ['AAAA', '2001:db8::1'],
  ['AFSDB', '1 afsdb.example.com.'],
  ['ALIAS', 'public-dns.example.net.'],
  ['CAA', '0 issue "ca.example; account=7"', '128 iodef "mailto:security@example.com"'],
  ['CNAME', '.'],
  ['CNAME', 'server1.example.com.'],
  ['DNAME', 'd2.example.net.'],
  ['DS', '28129 8 1 caf1eaaecdabe7616670788f9022454bf5fd9fda'],
  ['HINFO', '"abc" "def"'],
  ['LOC', '51 56 0.123 N 5 54 0.000 E 4.00m 1.00m 10000.00m 10.00m'],
  ['MG', 'phil.mb.example.com.'],
  ['MX', '0 .', '10 Mail.Example.COM.', '20 192-0-2-1.example.net.'],
  ['NAPTR', '100 10 "" "" "/urn:cid:.+@([^\\\\.]+\\\\.)(.*)$/\\\\2/i" .', '100 50 "s" "http+I2L+I2C+I2R" "" _http._tcp.example.net.'],
  ['NS', 'ns1.delegated.example.com.'],
  ['PTR', 'host.example.net.'],
  ['RP', 'ahu.example.net. counter.example.com.'],
  ['SPF', '"v=spf1 mx ip4:192.0.2.210 \\226\\128\\147all"'],
  ['SRV', '0 0 0 .', '10 5 5060 sip.example.com.'],
  ['SSHFP', '4 2 123456789abcdef67890123456789abcdef67890123456789abcdef123456789a'],
  ['SVCB', '1 . alpn=h2,h3', '5 . dohpath=/dns-query{?dns} no-default-alpn ohttp port=8004 tls-supported-groups=29,23'],
  ['TLSA', '3 1 1 0d6fce3be4fa8d1a0e1b1a6c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f70'],
  ['TXT', '"\\195\\133LAND ISLANDS"', '"\\255\\000 raw"', '""'],
  ['TXT', '"text part one" "text part two" "text part three"', '"begin" "the \\"middle\\" p\\\\art" "the end"', '"k=rsa\\\\; p=one"'],
  ['TXT', `"${long}" "${'p'.repeat(60)}"`],
  ['TYPE65226', '\\# 3 414243'],
  ['TYPE65534', '\\# 5 07ED260001'],
  ['URI', '10 1 "https://example.com/a b"'],
  ['WALLET', '"currency-identifier" "wallet-identifier"'],
];
const names = [
  'example.com.',
  '*.example.com.',
  '_underscore.example.com.',
  'host.*.sub.example.com.',
  '10.order.example.com.',
  'a\\.b.example.com.',
  'www.example.com.example.com.',
];

describe('a record draft', () => {
  for (const [type, ...values] of kinds) {
    it(`opens ${type} ${values[0]!.slice(0, 40)} and saves it unchanged as it was`, () => {
      for (const name of names) {
        const rrset = anRrset(name, type, values, { ttl: 1073741724, comment: ' kept as it is ' });
        const saved = rrsetOf(draftOf(rrset, zone), zone);
        expect(saved.name).to.equal(name);
        expect(saved.records).to.deep.equal(rrset.records);
        expect(sameRrset(rrset, saved)).to.equal(true);
      }
    });

    it(`loses nothing of ${type} ${values[0]!.slice(0, 40)} when a field is touched and put back`, () => {
      const draft = draftOf(anRrset('www.example.com.', type, values), zone);
      const touched = draft.values.map((value) => {
        const name = Object.hasOwn(value.fields, 'generic') ? 'generic' : fieldsOf(type)[0]!.name;
        return withField(value, name, value.fields[name]!);
      });
      const saved = rrsetOf({ ...draft, values: touched }, zone);
      expect(saved.records.map(({ value }) => value.toLowerCase())).to.deep.equal(values.map((value) => value.toLowerCase()));
    });
  }

  const typed = (type: string, fields: Record<string, string>, name = 'www') => {
    const value = Object.entries(fields).reduce((draft, [field, text]) => withField(draft, field, text), newValue());
    return rrsetOf({ before: null, type, name, ttl: '1h', comment: '', values: [value] }, zone);
  };

  it('quotes text, and cuts it where it is longer than a string may be', () => {
    expect(typed('TXT', { text: 'say "hi"\\ to Åland' }).records[0]!.value).to.equal('"say \\"hi\\"\\\\ to \\195\\133land"');
    expect(typed('TXT', { text: long + 'x' }).records[0]!.value).to.equal(`"${long}" "x"`);
  });

  it('takes names as people write them', () => {
    expect(typed('MX', { preference: ' 10 ', exchange: 'mail' }).records[0]!.value).to.equal('10 mail.example.com.');
    expect(typed('CNAME', { target: 'shop.example.net' }).records[0]!.value).to.equal('shop.example.net.');
    expect(typed('A', { address: '192.0.2.1' }, 'bücher').name).to.equal('xn--bcher-kva.example.com.');
    expect(typed('A', { address: '192.0.2.1' }, 'www.example.com').name).to.equal('www.example.com.');
    expect(typed('A', { address: '192.0.2.1' }).ttl).to.equal(3600);
  });

  it('finds an address where a mail server must be', () => {
    const problems = checkRrset(typed('MX', { preference: '10', exchange: '192.0.2.1' }), aZone());
    expect(problems.map(({ path, code }) => `${path} ${code}`)).to.deep.equal(['records/0/value/exchange target-is-address']);
  });
});
