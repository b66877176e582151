/**
 * Octets are kept as strings whose characters are 0–255: cheap to compare, and every host has strings.
 */

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The octets of a text in UTF-8. The lone surrogates U+DC80–U+DCFF stand for single octets that are not UTF-8, so that
 * `encodeText(decodeText(octets))` is exact for any octets.
 */
export function encodeText(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text;
  let octets = '';
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (character.length === 1 && code >= 0xdc80 && code <= 0xdcff) octets += String.fromCharCode(code & 0xff);
    else for (const octet of encoder.encode(character)) octets += String.fromCharCode(octet);
  }
  return octets;
}

/** The text that octets hold; see `encodeText` for octets that are not UTF-8. */
export function decodeText(octets: string): string {
  if (/^[\0-\x7f]*$/.test(octets)) return octets;
  try {
    return decoder.decode(Uint8Array.from(octets, (octet) => octet.charCodeAt(0)));
  } catch {
    return octets.replace(/[\x80-\xff]/g, (octet) => String.fromCharCode(octet.charCodeAt(0) + 0xdc00));
  }
}

/**
 * The octets of a presentation text with `\DDD` and `\X` (RFC 1035, 5.1); undefined when a `\DDD` is not an octet. A backslash
 * before fewer than three digits stands for itself, as in the `\2` of a NAPTR expression that nobody doubled.
 */
export function unescape(text: string): string | undefined {
  if (!text.includes('\\')) return encodeText(text);
  let valid = true;
  const octets = encodeText(text).replace(/\\(\d\d\d|[^])?/g, (found, escaped: string | undefined) => {
    if (!escaped || /^\d$/.test(escaped)) return found;
    if (escaped.length < 2) return escaped;
    valid &&= Number(escaped) < 256;
    return String.fromCharCode(Number(escaped));
  });
  return valid ? octets : undefined;
}

/** Text cut into pieces of at most 255 octets, the length of a character-string, never within a character (RFC 1035, 3.3). */
export function splitText(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  let length = 0;
  for (const character of text) {
    const octets = encodeText(character).length;
    if (length + octets > 255) {
      parts.push(part);
      part = '';
      length = 0;
    }
    part += character;
    length += octets;
  }
  return [...parts, part];
}

/** Octets in presentation form: those matched by `special` with a backslash, what is not printable ASCII as `\DDD`. */
export function escape(octets: string, special: RegExp): string {
  return octets.replace(special, '\\$&').replace(/[^\x20-\x7e]/g, (octet) => '\\' + String(octet.charCodeAt(0)).padStart(3, '0'));
}

/** A character-string in quotes (RFC 1035, 5.1). */
export const quote = (octets: string): string => `"${escape(octets, /["\\]/g)}"`;
