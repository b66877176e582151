import { parseIPv4, parseIPv6 } from './addresses.js';
import { formatGeneric, genericOctets, isGeneric, readOctets } from './generic.js';
import { absoluteName } from './names.js';
import { decodeText, encodeText, escape, quote, splitText, unescape } from './octets.js';
import { tokenize, type Token } from './tokens.js';

/**
 * The kind of content of a field. `name` is a domain name, `word` one unquoted token, `string` a character-string, `strings` one or more of
 * them, `seconds` a duration, `parameters` the key=value list of SVCB; `any` is a value that is kept as text.
 */
export type FieldKind =
  | 'ipv4'
  | 'ipv6'
  | 'name'
  | 'uint8'
  | 'uint16'
  | 'uint32'
  | 'seconds'
  | 'word'
  | 'string'
  | 'strings'
  | 'hex'
  | 'base64'
  | 'parameters'
  | 'any';

export interface Field {
  /** Also the last part of a problem's path: `records/0/value/preference`. */
  name: string;
  kind: FieldKind;
  /** Registered values and their mnemonics; other values are allowed. */
  options?: Readonly<Record<string, string>>;
}

/**
 * The fields of one value by name: text as people read it. `strings` comes as a list with an entry for each character-string and is
 * also taken as one text of any length, which is cut as needed.
 */
export type FieldValues = Record<string, string | string[]>;

const target = 'target:name';
const exchange = 'preference:uint16 exchange:name';
const digest = 'keyTag:uint16 algorithm:uint8 digestType:uint8 digest:hex';
const key = 'flags:uint16 protocol:uint8 algorithm:uint8 key:base64';
const certificate = 'usage:uint8 selector:uint8 matchingType:uint8 data:hex';
const service = 'priority:uint16 target:name parameters:parameters';

const layouts: Readonly<Record<string, string>> = {
  A: 'address:ipv4',
  AAAA: 'address:ipv6',
  AFSDB: exchange,
  ALIAS: target,
  CAA: 'flags:uint8 tag:word value:string',
  CDNSKEY: key,
  CDS: digest,
  CNAME: target,
  DNAME: target,
  DNSKEY: key,
  DS: digest,
  HINFO: 'cpu:string os:string',
  HTTPS: service,
  KX: exchange,
  MB: target,
  MG: target,
  MINFO: 'responsible:name errors:name',
  MR: target,
  MX: exchange,
  NAPTR: 'order:uint16 preference:uint16 flags:string services:string regexp:string replacement:name',
  NS: target,
  OPENPGPKEY: 'key:base64',
  PTR: target,
  RP: 'mailbox:name text:name',
  RT: exchange,
  SMIMEA: certificate,
  SOA: 'primary:name contact:name serial:uint32 refresh:seconds retry:seconds expire:seconds minimum:seconds',
  SPF: 'text:strings',
  SRV: 'priority:uint16 weight:uint16 port:uint16 target:name',
  SSHFP: 'algorithm:uint8 fingerprintType:uint8 fingerprint:hex',
  SVCB: service,
  TLSA: certificate,
  TXT: 'text:strings',
  URI: 'priority:uint16 weight:uint16 target:string',
  WALLET: 'text:strings',
};

const digestTypes = { 1: 'SHA-1', 2: 'SHA-256', 4: 'SHA-384' };
const keyAlgorithms = { 8: 'RSASHA256', 10: 'RSASHA512', 13: 'ECDSAP256SHA256', 14: 'ECDSAP384SHA384', 15: 'ED25519', 16: 'ED448' };

/** Registered values by type and field; those of the IANA registries that are in use. */
const options: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'CAA.flags': { 0: '', 128: 'critical' },
  'CAA.tag': { issue: '', issuewild: '', issuemail: '', issuevmc: '', iodef: '' },
  'CDS.algorithm': keyAlgorithms,
  'CDS.digestType': digestTypes,
  'DS.algorithm': keyAlgorithms,
  'DS.digestType': digestTypes,
  'NAPTR.flags': { U: 'URI', S: 'SRV', A: 'A, AAAA', P: '', '': '' },
  'SSHFP.algorithm': { 1: 'RSA', 2: 'DSA', 3: 'ECDSA', 4: 'Ed25519', 6: 'Ed448' },
  'SSHFP.fingerprintType': { 1: 'SHA-1', 2: 'SHA-256' },
  'TLSA.matchingType': { 0: 'Full', 1: 'SHA-256', 2: 'SHA-512' },
  'TLSA.selector': { 0: 'Cert', 1: 'SPKI' },
  'TLSA.usage': { 0: 'PKIX-TA', 1: 'PKIX-EE', 2: 'DANE-TA', 3: 'DANE-EE' },
};

/** Types whose values are kept as text. */
const others =
  'AMTRELAY APL AVC CERT CSYNC DHCID DLV DOA EID EUI48 EUI64 GPOS HIP IPSECKEY ISDN KEY L32 L64 LOC LP LUA MD MF NID NIMLOC NINFO NSAP NSEC NSEC3 NSEC3PARAM NULL NXNAME NXT PX RESINFO RKEY RRSIG SIG SINK TALINK UID UNSPEC WKS X25 ZONEMD';

const textTypes: ReadonlySet<string> = new Set(others.split(' '));

/** Types to offer in a form, the most used first. */
export const commonTypes = [
  'A',
  'AAAA',
  'CNAME',
  'MX',
  'TXT',
  'SRV',
  'CAA',
  'NS',
  'PTR',
  'NAPTR',
  'TLSA',
  'SSHFP',
  'HTTPS',
  'SVCB',
  'DS',
  'DNAME',
] as const;

/** Tells whether records of a type can be in a zone: a known mnemonic, or TYPEnnn (RFC 3597, 5). */
export const isRecordType = (type: string): boolean =>
  Object.hasOwn(layouts, type) || textTypes.has(type) || (/^TYPE[1-9]\d{0,4}$/.test(type) && Number(type.slice(4)) < 65536);

const cache = new Map<string, readonly Field[]>();

/** The fields of a type's value, in order, to draw a form from. A type without a layout has one field, `value`, of kind `any`. */
export function fieldsOf(type: string): readonly Field[] {
  let fields = cache.get(type);
  if (!fields) {
    fields = ((Object.hasOwn(layouts, type) && layouts[type]) || 'value:any').split(' ').map((field) => {
      const [name = '', kind] = field.split(':') as [string, FieldKind];
      const known = options[`${type === 'SMIMEA' ? 'TLSA' : type}.${name}`];
      return known ? { name, kind, options: known } : { name, kind };
    });
    cache.set(type, fields);
  }
  return fields;
}

const takesRest = (kind: FieldKind): boolean => kind === 'strings' || kind === 'hex' || kind === 'base64' || kind === 'parameters';

/** Text of a token, undefined when one of its escapes is not an octet. */
const read = (token: Token): string | undefined => {
  const octets = unescape(token.text);
  return octets === undefined ? undefined : decodeText(octets);
};

function readTokens(type: string, tokens: readonly Token[]): FieldValues | undefined {
  const values: FieldValues = {};
  const fields = fieldsOf(type);
  for (const [index, { name, kind }] of fields.entries()) {
    const rest = tokens.slice(index);
    if (kind === 'string' || kind === 'strings') {
      const texts = (kind === 'strings' ? rest : rest.slice(0, 1)).map(read);
      if (texts.includes(undefined) || texts.length === 0) return undefined;
      values[name] = kind === 'strings' ? (texts as string[]) : texts[0]!;
    } else if (kind === 'hex' || kind === 'base64') values[name] = rest.map((token) => token.text).join('');
    else if (kind === 'parameters') values[name] = rest.map((token) => token.text).join(' ');
    else if (rest[0]?.quoted) return undefined;
    else values[name] = rest[0]?.text ?? '';
  }
  return tokens.length > fields.length && !takesRest(fields.at(-1)!.kind) ? undefined : values;
}

/** A value that has no layout, its blanks and quotes made regular. */
const plain = (tokens: readonly Token[]): string =>
  tokens.map(({ text, quoted }) => (quoted ? quote(unescape(text) ?? text) : text)).join(' ');

/** A value given by its octets: its fields where the type has a layout that they fit, else `generic`. */
function readGeneric(type: string, tokens: readonly Token[]): FieldValues {
  const octets = genericOctets(tokens);
  const fields = fieldsOf(type);
  if (octets === undefined) return { generic: plain(tokens) };
  if (fields[0]!.kind === 'any') return { value: formatGeneric(octets) };
  return readOctets(fields, octets, decodeText) ?? { generic: formatGeneric(octets) };
}

/**
 * The fields of a value in presentation format; undefined when it cannot be cut into them. The fields are not checked:
 * `checkFields` does. A value in the form of RFC 3597 (`\# 4 c0000201`) that is not understood is the one field `generic`.
 */
export function parseValue(type: string, value: string): FieldValues | undefined {
  const tokens = tokenize(value);
  if (!tokens || tokens.length === 0) return undefined;
  if (isGeneric(tokens)) return readGeneric(type, tokens);
  return fieldsOf(type)[0]!.kind === 'any' ? { value: plain(tokens) } : readTokens(type, tokens);
}

/** Unsigned decimal numbers without leading zeros; units as in `1h30m` where `kind` is `seconds` (as BIND writes them). */
function number(text: string, kind: FieldKind): string {
  if (kind === 'seconds') return String(parseSeconds(text) ?? text);
  return /^\d+$/.test(text) ? text.replace(/^0+(?=\d)/, '') : text;
}

/** Seconds of a TTL or a duration, `3600` or `1h30m`; undefined when it is neither. */
export function parseSeconds(text: string): number | undefined {
  if (!/^(?:\d+[smhdw]?)+$/i.test(text)) return undefined;
  const units: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };
  let seconds = 0;
  for (const [, amount, unit = 's'] of text.toLowerCase().matchAll(/(\d+)([smhdw]?)/g)) seconds += Number(amount) * units[unit || 's']!;
  return seconds;
}

const parameters = (text: string): string =>
  (tokenize(text) ?? [])
    .map((token) => {
      const [, name = '', value] = /^([^=]*)(?:=([^]*))?$/.exec(token.text) ?? [];
      if (value === undefined) return name.toLowerCase();
      const octets = unescape(value.replace(/^"([^]*)"$/, '$1')) ?? value;
      return `${name.toLowerCase()}=${/^[!-~]+$/.test(octets) && !/["();\\]/.test(octets) ? octets : quote(octets)}`;
    })
    .sort()
    .join(' ');

function formatField(kind: FieldKind, value: string | string[], origin?: string): string {
  if (kind === 'strings' || typeof value !== 'string') {
    return [value]
      .flat()
      .flatMap(splitText)
      .map((text) => quote(encodeText(text)))
      .join(' ');
  }
  switch (kind) {
    case 'string':
      return quote(encodeText(value));
    case 'name':
      return absoluteName(value, origin) ?? value;
    case 'ipv4':
      return parseIPv4(value) ?? value;
    case 'ipv6':
      return parseIPv6(value) ?? value;
    case 'word':
      return escape(encodeText(value), /["();\\ ]/g);
    case 'hex':
      return value.replace(/\s/g, '').toLowerCase();
    case 'base64':
      return value.replace(/\s/g, '');
    case 'parameters':
      return parameters(value);
    case 'any':
      return value;
    default:
      return number(value, kind);
  }
}

/**
 * The value in presentation format, every part in its one normal form, so that values that mean the same are the same string.
 * Parts that are wrong are kept as they are, for `checkFields` to name. `origin` completes relative names.
 */
export function formatValue(type: string, fields: FieldValues, origin?: string): string {
  if (typeof fields.generic === 'string') return fields.generic;
  return fieldsOf(type)
    .map(({ name, kind }) => formatField(kind, fields[name] ?? '', origin))
    .join(' ')
    .trim();
}
