import type { LineCode, RrsetProblem } from 'portal-elements/dns.js';

export type DnsCode = LineCode | 'not-editable' | 'records-required' | 'changed-twice' | 'name-not-allowed';

type Parameters = Partial<Omit<RrsetProblem, 'path' | 'code'>>;

const sentences: Readonly<Record<DnsCode, string>> = {
  'name-required': 'A name is missing.',
  'name-invalid': 'This is not a domain name.',
  'label-too-long': 'A part of the name is longer than 63 octets.',
  'name-too-long': 'The name is longer than 255 octets.',
  'name-not-absolute': 'The name must end with a dot.',
  'name-characters': 'A host name has only letters, digits and hyphens.',
  'name-not-allowed': 'A zone with this name cannot be created here.',
  'outside-zone': 'The name lies outside the zone {name}',
  'type-unknown': 'This record type is not known.',
  'type-missing': 'The record type is missing.',
  'soa-fixed': 'The SOA record is kept by the company.',
  'not-editable': 'This record set is kept by the company.',
  'ttl-invalid': 'This is not a time to live.',
  'ttl-too-small': 'The time to live must be at least {min} seconds.',
  'ttl-too-large': 'The time to live must be at most {max} seconds.',
  'no-records': 'There is no record.',
  'records-required': 'The new records are missing.',
  'changed-twice': 'The same record set is changed twice.',
  'value-required': 'The value is missing.',
  'value-malformed': 'The value does not have the parts that its type needs.',
  'value-too-long': 'The value is longer than {max} octets.',
  'duplicate-value': 'The same value is there twice.',
  'single-value': 'A name can have only one record of this type.',
  'field-required': 'A part of the value is missing.',
  'ipv4-invalid': 'This is not an IPv4 address.',
  'ipv6-invalid': 'This is not an IPv6 address.',
  'number-invalid': 'This must be a whole number from {min} to {max}.',
  'quotes-required': 'Text must stand in quotes.',
  'string-too-long': 'A text in quotes is longer than {max} octets.',
  'hex-invalid': 'These are not pairs of hexadecimal digits.',
  'hex-length': 'This must have {length} hexadecimal digits.',
  'base64-invalid': 'This is not Base64.',
  'generic-invalid': 'A value of this type is written as \\# length digits (RFC 3597).',
  'caa-tag': 'A CAA tag has only letters and digits.',
  'naptr-flags': 'NAPTR flags are letters and digits.',
  'parameters-invalid': 'The parameters are not a list of key=value, each key once.',
  'target-is-address': 'The target must be a name, not an address.',
  'target-is-alias': 'The target {name} is an alias (CNAME).',
  'target-of-others': 'The {types} record of {name} points here, so this name cannot be an alias.',
  'cname-at-apex': 'The zone itself cannot be an alias (CNAME).',
  'cname-beside-others': 'An alias (CNAME) cannot stand beside other records of the same name: {types}.',
  'beside-cname': 'The name is an alias (CNAME) and can have no other records.',
  'below-dname': 'The names below {name} are redirected by its DNAME record.',
  'dname-above-others': 'A DNAME record cannot stand above other names.',
  'apex-ns-required': 'A zone keeps its name servers.',
  'unbalanced-quotes': 'A quotation mark is not closed.',
  'unbalanced-parentheses': 'Parentheses do not match.',
  'owner-missing': 'The line has no name and no line before it has one.',
  'origin-missing': 'The name is relative, but to what is not known.',
  'class-unknown': 'Only the class IN is supported.',
  'directive-unknown': 'This directive is not known.',
  'directive-invalid': 'The directive cannot be read.',
  'include-refused': '$INCLUDE is not possible here: put the content in place of the line.',
};

/** The meaning of a code, in English. */
export function sentence(code: DnsCode, parameters: Parameters = {}): string {
  return sentences[code].replace(/{(\w+)}/g, (_, name: keyof Parameters) => String(parameters[name] ?? ''));
}
