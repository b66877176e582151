import { parseIPv4, parseIPv6 } from './addresses.js';
import { genericOctets, isGeneric } from './generic.js';
import { isWithin, parentName } from './hierarchy.js';
import { absoluteName, isHostName, nameProblem, type NameProblem } from './names.js';
import { encodeText } from './octets.js';
import { fieldsOf, formatValue, isRecordType, parseSeconds, parseValue, type FieldKind, type FieldValues } from './record-types.js';
import { tokenize } from './tokens.js';

export interface DnsRecord {
  /** RDATA in presentation format, names absolute. */
  value: string;
  disabled?: boolean;
}

/** All records of one name and type; names are absolute. */
export interface Rrset {
  name: string;
  type: string;
  ttl: number;
  records: readonly DnsRecord[];
  comment?: string | null;
}

/** The kind of a problem. An element has a text for each; the rest of a problem are the parameters of that text. */
export type ProblemCode =
  | NameProblem
  | 'name-characters'
  | 'outside-zone'
  | 'type-unknown'
  | 'soa-fixed'
  | 'ttl-invalid'
  | 'ttl-too-small'
  | 'ttl-too-large'
  | 'no-records'
  | 'value-required'
  | 'value-malformed'
  | 'value-too-long'
  | 'duplicate-value'
  | 'single-value'
  | 'field-required'
  | 'ipv4-invalid'
  | 'ipv6-invalid'
  | 'number-invalid'
  | 'quotes-required'
  | 'string-too-long'
  | 'hex-invalid'
  | 'hex-length'
  | 'base64-invalid'
  | 'generic-invalid'
  | 'caa-tag'
  | 'naptr-flags'
  | 'parameters-invalid'
  | 'target-is-address'
  | 'target-is-alias'
  | 'target-of-others'
  | 'cname-at-apex'
  | 'cname-beside-others'
  | 'beside-cname'
  | 'below-dname'
  | 'dname-above-others'
  | 'apex-ns-required';

export interface RrsetProblem {
  /** `name`, `type`, `ttl`, `records`, `records/0/value` or `records/0/value/preference`. */
  path: string;
  code: ProblemCode;
  min?: number;
  max?: number;
  /** The length that hexadecimal digits should have. */
  length?: number;
  /** The name or the text that the problem is about. */
  name?: string;
  /** Types that are in the way. */
  types?: string;
}

export interface ValidationContext {
  /** Absolute name of the zone. */
  zone: string;
  minTtl?: number;
  maxTtl?: number;
  /** The other record sets of the zone, as they will be. The set under validation may be among them. */
  siblings?: RrsetIndex;
}

/** Types that may stand beside a CNAME (RFC 4034, 3 and 4). */
const besideCname = /^(?:CNAME|RRSIG|NSEC|KEY|SIG|NXT)$/;

/** The field of a type that must hold a host name which is not an alias (RFC 2181, 10.3; RFC 2782). */
const hostField: Readonly<Record<string, string>> = { MX: 'exchange', NS: 'target', SRV: 'target' };

const isServed = (rrset: Rrset): boolean => rrset.records.some((record) => !record.disabled);

const targetOf = (type: string, value: string): string | undefined => {
  const field = Object.hasOwn(hostField, type) ? hostField[type] : undefined;
  const target = field && parseValue(type, value)?.[field];
  return typeof target === 'string' ? absoluteName(target) : undefined;
};

/** The record sets of a zone, to be asked about conflicts. Sets whose records are all disabled do not count. */
export interface RrsetIndex {
  /** Types present at a name. */
  typesAt(name: string): ReadonlySet<string>;
  /** Tells whether any name lies below this one. */
  hasBelow(name: string): boolean;
  /** A name and type that point to this name as a mail, name or service host. */
  pointingTo(name: string): { name: string; type: string } | undefined;
}

/** An index over record sets for `validateRrset`; made once for many validations. */
export function indexRrsets(rrsets: Iterable<Rrset>): RrsetIndex {
  const types = new Map<string, Set<string>>();
  const above = new Set<string>();
  const targets = new Map<string, { name: string; type: string }>();
  for (const rrset of rrsets) {
    if (!isServed(rrset)) continue;
    const present = types.get(rrset.name);
    if (present) present.add(rrset.type);
    else types.set(rrset.name, new Set([rrset.type]));
    for (let name = parentName(rrset.name); name && !above.has(name); name = parentName(name)) above.add(name);
    if (!Object.hasOwn(hostField, rrset.type)) continue;
    for (const { value, disabled } of rrset.records) {
      const target = disabled ? undefined : targetOf(rrset.type, value);
      if (target && !targets.has(target)) targets.set(target, { name: rrset.name, type: rrset.type });
    }
  }
  const none: ReadonlySet<string> = new Set();
  return {
    typesAt: (name) => types.get(name) ?? none,
    hasBelow: (name) => above.has(name),
    pointingTo: (name) => targets.get(name),
  };
}

/**
 * Conflicts that a working zone may have all the same, and many have: a mail, name or service host that is an alias.
 * Whoever imports a zone keeps them; whoever edits is told.
 */
export const tolerable: ReadonlySet<ProblemCode> = new Set(['target-is-alias', 'target-of-others']);

type Finding = Omit<RrsetProblem, 'path'>;

/** Digits that a digest of a kind must have: TLSA (RFC 6698, 2.1.3), SSHFP (RFC 4255, 3.1.2; RFC 6594), DS (RFC 4034, 5.1; RFC 4509; RFC 6605). */
const digestLengths: Readonly<Record<string, readonly [field: string, lengths: Readonly<Record<string, number>>]>> = {
  TLSA: ['matchingType', { 1: 64, 2: 128 }],
  SMIMEA: ['matchingType', { 1: 64, 2: 128 }],
  SSHFP: ['fingerprintType', { 1: 40, 2: 64 }],
  DS: ['digestType', { 1: 40, 2: 64, 4: 96 }],
  CDS: ['digestType', { 1: 40, 2: 64, 4: 96 }],
};

function checkName(type: string, field: string, value: string): Finding | undefined {
  const isHost = Object.hasOwn(hostField, type) && hostField[type] === field;
  if (isHost && (parseIPv4(value.replace(/\.$/, '')) || parseIPv6(value.replace(/\.$/, '')))) return { code: 'target-is-address' };
  const problem = nameProblem(value);
  if (problem) return { code: problem === 'name-required' ? 'field-required' : problem };
  return isHost && !isHostName(absoluteName(value)!) ? { code: 'name-characters' } : undefined;
}

function checkNumber(value: string, kind: FieldKind): Finding | undefined {
  const max = kind === 'uint8' ? 255 : kind === 'uint16' ? 65_535 : 4_294_967_295;
  const amount = kind === 'seconds' ? parseSeconds(value) : /^\d+$/.test(value) ? Number(value) : undefined;
  return amount === undefined || amount > max ? { code: 'number-invalid', min: 0, max } : undefined;
}

const checkString = (text: string): Finding | undefined =>
  encodeText(text).length > 255 ? { code: 'string-too-long', max: 255 } : undefined;

/** SVCB parameters: each key once (RFC 9460, 2.1). */
const parametersAreValid = (text: string): boolean => {
  const keys = (tokenize(text) ?? []).map((token) => token.text.replace(/=[^]*/, '').toLowerCase());
  return new Set(keys).size === keys.length && keys.every((key) => /^[a-z0-9-]{1,63}$/.test(key));
};

function checkField(type: string, name: string, kind: FieldKind, values: FieldValues): Finding | undefined {
  const value = values[name] ?? '';
  if (typeof value !== 'string') return value.length === 0 ? { code: 'field-required' } : value.map(checkString).find(Boolean);
  if (kind === 'strings' || (kind === 'string' && type !== 'URI' && type !== 'CAA')) return checkString(value);
  if (kind === 'string') return undefined;
  if (kind === 'parameters') return parametersAreValid(value) ? undefined : { code: 'parameters-invalid' };
  if (!value.trim()) {
    const mayBeEmpty = kind === 'hex' && type === 'CDS';
    return mayBeEmpty ? undefined : { code: 'field-required' };
  }
  switch (kind) {
    case 'ipv4':
      return parseIPv4(value) ? undefined : { code: 'ipv4-invalid' };
    case 'ipv6':
      return parseIPv6(value) ? undefined : { code: 'ipv6-invalid' };
    case 'name':
      return checkName(type, name, value);
    case 'word':
      return /^[a-z0-9]{1,15}$/i.test(value) ? undefined : { code: 'caa-tag' };
    case 'hex': {
      const digits = value.replace(/\s/g, '');
      if (!/^(?:[0-9a-f]{2})+$/i.test(digits)) return { code: 'hex-invalid' };
      const [by, lengths] = digestLengths[type] ?? [];
      const length = by && lengths?.[String(values[by])];
      return length && digits.length !== length ? { code: 'hex-length', length } : undefined;
    }
    case 'base64':
      return /^(?:[a-z0-9+/]{4})*(?:[a-z0-9+/]{2}==|[a-z0-9+/]{3}=)?$/i.test(value.replace(/\s/g, ''))
        ? undefined
        : { code: 'base64-invalid' };
    case 'any':
      return undefined;
    default:
      return checkNumber(value, kind);
  }
}

/** Faults of the fields of one value; the path of a problem is the field's name. */
export function checkFields(type: string, values: FieldValues): RrsetProblem[] {
  const problems: RrsetProblem[] = [];
  for (const { name, kind } of fieldsOf(type)) {
    const finding = checkField(type, name, kind, values);
    if (finding) problems.push({ path: name, ...finding });
  }
  if (type === 'NAPTR' && !/^[a-z0-9]*$/i.test(String(values.flags))) problems.push({ path: 'flags', code: 'naptr-flags' });
  return problems;
}

/** Faults of one value in presentation format; the path of a problem is a field's name or empty. */
export function checkValue(type: string, value: string): RrsetProblem[] {
  if (!value.trim()) return [{ path: '', code: 'value-required' }];
  const tokens = tokenize(value);
  if (!tokens) return [{ path: '', code: 'value-malformed' }];
  if (isGeneric(tokens) ? genericOctets(tokens) === undefined : /^TYPE\d/.test(type)) return [{ path: '', code: 'generic-invalid' }];
  const values = parseValue(type, value);
  if (!values) return [{ path: '', code: 'value-malformed' }];
  if (typeof values.generic === 'string') return [];
  const kind = fieldsOf(type)[0]!.kind;
  if (kind === 'strings' && !isGeneric(tokens) && tokens.some((token) => !token.quoted)) return [{ path: '', code: 'quotes-required' }];
  if (kind === 'strings' && tokens.reduce((length, token) => length + token.text.length + 1, 0) > 65_535 * 4) {
    return [{ path: '', code: 'value-too-long', max: 65_535 }];
  }
  return checkFields(type, values);
}

/** A value in its one normal form; undefined when it is not valid. `origin` completes relative names in it. */
export function normalValue(type: string, value: string, origin?: string): string | undefined {
  const values = parseValue(type, value);
  if (!values) return undefined;
  const normal = formatValue(type, values, origin);
  return checkValue(type, normal).length ? undefined : normal;
}

function checkOwner(rrset: Rrset, zone: string): Finding | undefined {
  const code = nameProblem(rrset.name);
  if (code) return { code };
  const name = absoluteName(rrset.name)!;
  if (!isWithin(name, zone)) return { code: 'outside-zone', name: zone };
  return /^(?:A|AAAA|MX)$/.test(rrset.type) && !isHostName(name) ? { code: 'name-characters' } : undefined;
}

function checkTtl(ttl: number, { minTtl = 0, maxTtl = 2 ** 31 - 1 }: ValidationContext): Finding | undefined {
  if (!Number.isInteger(ttl) || ttl < 0 || ttl > 2 ** 31 - 1) return { code: 'ttl-invalid' };
  if (ttl < minTtl) return { code: 'ttl-too-small', min: minTtl };
  return ttl > maxTtl ? { code: 'ttl-too-large', max: maxTtl } : undefined;
}

function checkRecords({ type, records }: Rrset): RrsetProblem[] {
  if (records.length === 0) return [{ path: 'records', code: 'no-records' }];
  const problems: RrsetProblem[] = [];
  const seen = new Set<string>();
  let served = 0;
  for (const [index, { value, disabled }] of records.entries()) {
    const path = `records/${index}/value`;
    const found = checkValue(type, value);
    problems.push(...found.map((problem) => ({ ...problem, path: problem.path ? `${path}/${problem.path}` : path })));
    const normal = found.length ? value : (normalValue(type, value) ?? value);
    if (seen.has(normal)) problems.push({ path, code: 'duplicate-value' });
    seen.add(normal);
    if (!disabled && ++served === 2 && /^(?:CNAME|DNAME|SOA)$/.test(type)) problems.push({ path, code: 'single-value' });
  }
  return problems;
}

/** Conflicts of a set with the rest of its zone (RFC 1034, 3.6.2; RFC 2181, 10.3; RFC 6672, 2.4). */
function checkConflicts(rrset: Rrset, zone: string, siblings: RrsetIndex): RrsetProblem[] {
  const name = absoluteName(rrset.name);
  if (!name || !isServed(rrset)) return [];
  const problems: RrsetProblem[] = [];
  const others = [...siblings.typesAt(name)].filter((type) => type !== rrset.type && !besideCname.test(type));
  if (rrset.type === 'CNAME') {
    if (others.length) problems.push({ path: 'name', code: 'cname-beside-others', types: others.sort().join(', ') });
    const pointing = siblings.pointingTo(name);
    if (pointing) problems.push({ path: 'name', code: 'target-of-others', name: pointing.name, types: pointing.type });
  } else if (!besideCname.test(rrset.type) && siblings.typesAt(name).has('CNAME')) {
    problems.push({ path: 'name', code: 'beside-cname' });
  }
  if (rrset.type === 'DNAME' && siblings.hasBelow(name)) problems.push({ path: 'name', code: 'dname-above-others' });
  for (let above = parentName(name); above && isWithin(above, zone); above = parentName(above)) {
    if (siblings.typesAt(above).has('DNAME')) problems.push({ path: 'name', code: 'below-dname', name: above });
    if (above === zone) break;
  }
  const field = Object.hasOwn(hostField, rrset.type) ? hostField[rrset.type] : undefined;
  for (const [index, { value, disabled }] of field ? rrset.records.entries() : []) {
    const target = disabled ? undefined : targetOf(rrset.type, value);
    if (target && siblings.typesAt(target).has('CNAME')) {
      problems.push({ path: `records/${index}/value/${field}`, code: 'target-is-alias', name: target });
    }
  }
  return problems;
}

/** All that is wrong with a record set, in itself and, given its siblings, beside the rest of its zone. */
export function validateRrset(rrset: Rrset, context: ValidationContext): RrsetProblem[] {
  const problems: RrsetProblem[] = [];
  const add = (path: string, finding: Finding | undefined) => finding && problems.push({ path, ...finding });
  add('name', checkOwner(rrset, context.zone));
  add('ttl', checkTtl(rrset.ttl, context));
  if (!isRecordType(rrset.type)) return [...problems, { path: 'type', code: 'type-unknown' }];
  if (rrset.type === 'CNAME' && absoluteName(rrset.name) === context.zone) add('name', { code: 'cname-at-apex' });
  problems.push(...checkRecords(rrset));
  if (context.siblings) problems.push(...checkConflicts(rrset, context.zone, context.siblings));
  return problems;
}

/** The reason why a record set may not be deleted: a zone keeps its SOA and name servers (RFC 1035, 5.2). */
export function validateDeletion({ name, type }: Pick<Rrset, 'name' | 'type'>, zone: string): RrsetProblem[] {
  if (type === 'SOA') return [{ path: 'type', code: 'soa-fixed' }];
  return type === 'NS' && absoluteName(name) === zone ? [{ path: 'type', code: 'apex-ns-required' }] : [];
}
