import type { Kysely } from 'kysely';
import { absoluteName, pointerName, type Rrset } from 'portal-elements/dns.js';
import { company } from '../src/company.js';
import { insertRows } from '../src/database/insert-rows.js';
import type { Database } from '../src/database/tables.js';
import { firstRrsets, serialOf } from '../src/dns/create.js';
import { insertRrsets, toRow } from '../src/dns/rrset.js';
import { nameColumns, newZoneId } from '../src/dns/zone.js';
import { Random } from './random.js';

interface DemoZone {
  clientId: string;
  name: string;
  rrsets: Rrset[];
  type?: 'primary' | 'secondary';
  dnssec?: boolean;
  status?: string;
  changedAt: Date;
}

const settings = () => ({ ...company.dns, maxTtl: 604_800 });
const end = Date.UTC(2026, 10, 21, 8);
const words = ['atlas', 'birch', 'cedar', 'delta', 'ember', 'fjord', 'grove', 'harbor', 'indigo', 'juniper', 'kestrel', 'lumen', 'maple'];
const kinds = [
  'shop',
  'blog',
  'labs',
  'media',
  'cloud',
  'studio',
  'travel',
  'works',
  'energy',
  'foods',
  'games',
  'health',
  'print',
  'sport',
];
const international = [
  'bücher.example',
  'köln-büro.example',
  'příliš-žluťoučký.example',
  'café-noir.example',
  'пример.example',
  '例え.example',
  'متجر.example',
];

const set = (name: string, type: string, values: string[], ttl = 3600, comment: string | null = null): Rrset => ({
  name,
  type,
  ttl,
  records: values.map((value) => ({ value })),
  comment,
});

/** The record sets of a small company's zone. */
function website(zone: string, random: Random): Rrset[] {
  const address = `192.0.2.${random.between(1, 254)}`;
  const rrsets = [
    set(zone, 'A', [address]),
    set(zone, 'AAAA', [`2001:db8::${random.between(16, 65_535).toString(16)}`]),
    set(zone, 'MX', [`10 mail.${zone}`, '20 mx2.hosting.example.'], 3600, random.chance(0.2) ? 'Ask Jana before changing mail' : null),
    set(zone, 'TXT', ['"v=spf1 mx include:_spf.hosting.example -all"']),
    set(zone, 'CAA', ['0 issue "letsencrypt.org"', '0 iodef "mailto:security@hosting.example"']),
    set(`www.${zone}`, 'CNAME', [zone]),
    set(`mail.${zone}`, 'A', [`198.51.100.${random.between(1, 254)}`]),
    set(`_dmarc.${zone}`, 'TXT', [`"v=DMARC1; p=none; rua=mailto:dmarc@${zone.slice(0, -1)}"`]),
    set(`_submission._tcp.${zone}`, 'SRV', [`0 1 587 mail.${zone}`]),
  ];
  if (random.chance(0.3)) rrsets.push(set(`*.preview.${zone}`, 'A', [address], 300));
  if (random.chance(0.3)) {
    const old = { name: `old.${zone}`, type: 'A', ttl: 300, records: [{ value: address }, { value: '203.0.113.9', disabled: true }] };
    rrsets.push({ ...old, comment: 'Second server is being repaired' });
  }
  return rrsets;
}

function everyType(zone: string): Rrset[] {
  const key = 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA'.repeat(8);
  return [
    set(
      `selector1._domainkey.${zone}`,
      'TXT',
      [`"v=DKIM1; k=rsa; p=${key.slice(0, 200)}" "${key.slice(200)}"`],
      3600,
      'Signing key of the mail server',
    ),
    set(`_443._tcp.${zone}`, 'TLSA', [`3 1 1 ${'0f'.repeat(32)}`]),
    set(`mail.${zone}`, 'SSHFP', [`4 2 ${'a5'.repeat(32)}`]),
    set(zone, 'HTTPS', ['1 . alpn=h2,h3']),
    set(`4.3.2.1.e164.${zone}`, 'NAPTR', [`100 10 "U" "E2U+sip" "!^.*$!sip:info@${zone.slice(0, -1)}!" .`]),
    set(`office.${zone}`, 'LOC', ['50 5 12.000 N 14 25 0.000 E 200.00m 1.00m 10000.00m 10.00m']),
    set(`private.${zone}`, 'TYPE65534', ['\\# 3 010203']),
    set(`branch.${zone}`, 'NS', ['ns1.branch.example.', 'ns2.branch.example.']),
    set(`none.${zone}`, 'MX', ['0 .'], 86_400, 'Takes no mail (RFC 7505)'),
  ];
}

function reverse(network: string, random: Random): Rrset[] {
  const hosts = Array.from({ length: random.between(5, 40) }, (_, index) => index + 1);
  return hosts.map((host) => set(pointerName(`${network}.${host}`)!, 'PTR', [`host-${host}.acme.example.`], 86_400));
}

function big(zone: string): Rrset[] {
  return Array.from({ length: 19_993 }, (_, index) =>
    set(`host-${index}.${zone}`, 'A', [`10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`]),
  );
}

function* acmeZones(random: Random): Generator<Omit<DemoZone, 'clientId' | 'changedAt'>> {
  const named = (name: string) => absoluteName(`${name}.`)!;
  yield { name: 'acme.example.', rrsets: [...website('acme.example.', random), ...everyType('acme.example.')], dnssec: true };
  yield { name: 'big.acme.example.', rrsets: [...website('big.acme.example.', random).slice(0, 3), ...big('big.acme.example.')] };
  yield { name: 'acme-partner.example.', rrsets: website('acme-partner.example.', random), type: 'secondary' };
  for (const name of international) yield { name: named(name), rrsets: website(named(name), random) };
  for (let third = 0; third < 12; third++) yield { name: `${third}.51.198.in-addr.arpa.`, rrsets: reverse(`198.51.${third}`, random) };
  const six = '8.b.d.0.1.0.0.2.ip6.arpa.';
  yield {
    name: six,
    rrsets: [set(pointerName('2001:db8::1')!, 'PTR', ['acme.example.']), set(pointerName('2001:db8::25')!, 'PTR', ['mail.acme.example.'])],
  };
  for (let index = 0; index < 177; index++) {
    const zone = `${words[index % words.length]}-${kinds[Math.floor(index / words.length)]}.example.`;
    const status = index % 23 === 5 ? 'pending-delegation' : index % 41 === 7 ? 'disabled' : 'active';
    yield { name: zone, rrsets: website(zone, random), dnssec: random.chance(0.25), status };
  }
}

function* demoZones(): Generator<DemoZone> {
  const random = new Random(1035);
  const changedAt = () => new Date(end - random.between(0, 400 * 86_400) * 1000);
  for (const zone of acmeZones(random)) yield { ...zone, clientId: 'cli_acme', changedAt: changedAt() };
  for (const name of ['globex.example.', 'globex-mail.example.', 'globex-shop.example.', 'globex-test.example.']) {
    yield { name, rrsets: website(name, random), clientId: 'cli_globex', changedAt: changedAt() };
  }
}

/** 200 zones of all sorts, one of 20,000 records, and a few of another client. */
export async function demoDns(database: Kysely<Database>): Promise<void> {
  const zones = [...demoZones()].map((zone) => {
    const serial = Number(zone.changedAt.toISOString().slice(0, 10).replaceAll('-', '')) * 100 + 1;
    return { ...zone, id: newZoneId(), rrsets: [...firstRrsets(zone.name, serial, settings()), ...zone.rrsets] };
  });
  const rows = zones.map(({ id, clientId, name, rrsets, type = 'primary', dnssec = false, status, changedAt }) => ({
    ...nameColumns(name),
    id,
    client_id: clientId,
    type,
    dnssec,
    serial: serialOf(rrsets),
    version: 1,
    status: status ?? (type === 'secondary' ? 'stale' : 'active'),
    min_ttl: settings().minTtl,
    max_ttl: settings().maxTtl,
    changed_at: changedAt,
  }));
  await insertRows(database, 'dns_zones', rows as never[]);
  await insertRows(
    database,
    'dns_rrsets',
    zones
      .filter(({ rrsets }) => rrsets.length < 1000)
      .flatMap(({ id, rrsets, changedAt }) => rrsets.map((rrset) => toRow(id, rrset, changedAt))) as never[],
  );
  for (const { id, rrsets, changedAt } of zones) if (rrsets.length >= 1000) await insertRrsets(database, id, rrsets, changedAt);
}
