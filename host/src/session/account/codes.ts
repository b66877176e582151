/** Letters and digits that are not taken for one another (Crockford's base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A random character for each byte, in groups that are easily read out: `4FJ7-Q2KX`. */
export function readable(bytes: Uint8Array, group: number): string {
  const letters = [...bytes].map((byte) => alphabet[byte % alphabet.length]!).join('');
  return letters.replace(new RegExp(`.{${group}}(?=.)`, 'g'), '$&-');
}

/** The code that was meant by what someone typed: case, dashes and look-alike letters do not matter. */
export const readTyped = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
