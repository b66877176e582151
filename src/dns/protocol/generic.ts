import { escape } from './octets.js';
import type { Field, FieldValues } from './record-types.js';
import type { Token } from './tokens.js';

/** `\# length hex` (RFC 3597, 5). */
export const isGeneric = (tokens: readonly Token[]): boolean => tokens[0]?.text === '\\#' && !tokens[0].quoted;

/** The octets of a generic value; undefined when length and digits do not agree. */
export function genericOctets(tokens: readonly Token[]): string | undefined {
  const digits = tokens
    .slice(2)
    .map((token) => token.text)
    .join('');
  const length = tokens[1]?.text ?? '';
  if (!/^\d{1,5}$/.test(length) || !/^[0-9a-f]*$/i.test(digits) || digits.length !== Number(length) * 2) return undefined;
  return digits.replace(/../g, (octet) => String.fromCharCode(parseInt(octet, 16)));
}

const hex = (octets: string): string => octets.replace(/[^]/g, (octet) => octet.charCodeAt(0).toString(16).padStart(2, '0'));

/** Octets written generically, the digits in lower case. */
export const formatGeneric = (octets: string): string => `\\# ${octets.length} ${hex(octets)}`.trim();

/** The fields that the octets of a value hold (RFC 1035, 3.2 and 3.3); undefined when they do not fit the layout. */
export function readOctets(fields: readonly Field[], octets: string, decode: (octets: string) => string): FieldValues | undefined {
  let at = 0;
  const take = (length: number) => octets.slice(at, (at += length));
  const rest = () => take(octets.length - at);
  const counted = () => take(octets.charCodeAt(at++) || 0);
  const integer = (length: number) => String(parseInt(hex(take(length)) || 'x', 16));
  const values: FieldValues = {};
  for (const [index, { name, kind }] of fields.entries()) {
    const last = index === fields.length - 1;
    if (kind === 'ipv4') values[name] = Array.from(take(4), (octet) => octet.charCodeAt(0)).join('.');
    else if (kind === 'ipv6') values[name] = hex(take(16)).replace(/....(?=.)/g, '$&:');
    else if (kind === 'uint8') values[name] = integer(1);
    else if (kind === 'uint16') values[name] = integer(2);
    else if (kind === 'uint32' || kind === 'seconds') values[name] = integer(4);
    else if (kind === 'hex') values[name] = hex(rest());
    else if (kind === 'base64') values[name] = btoa(rest());
    // The last text of CAA and URI has no length before it (RFC 8659, 4.1; RFC 7553, 4.4).
    else if (kind === 'string' && last && index > 1) values[name] = decode(rest());
    else if (kind === 'string' || kind === 'word') values[name] = decode(counted());
    else if (kind === 'strings') {
      const texts: string[] = [];
      while (at < octets.length) texts.push(decode(counted()));
      values[name] = texts;
    } else if (kind === 'name') {
      let text = '';
      for (let label = counted(); label; label = counted()) text += escape(label, /[.\\";()@$ ]/g) + '.';
      values[name] = text || '.';
    } else return undefined;
  }
  return at === octets.length ? values : undefined;
}
