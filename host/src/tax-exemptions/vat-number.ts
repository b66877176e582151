/**
 * The forms of VAT numbers in the member states and Northern Ireland, after the country's prefix.
 * Source: European Commission, VIES, FAQ 11 "What is the format of a VAT number?".
 */
const formats: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^([A-Z]\d{7}[A-Z\d]|\d{8}[A-Z])$/,
  FI: /^\d{8}$/,
  FR: /^[A-HJ-NP-Z\d]{2}\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^(\d{7}[A-W][A-I]?|\d[A-Z+*]\d{5}[A-W])$/,
  IT: /^\d{11}$/,
  LT: /^(\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^\d{9}B\d{2}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{10}01$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
  XI: /^(\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
};

/** The prefix of a country's VAT numbers, which is its code except in Greece. */
const prefixOf = (country: string) => (country === 'GR' ? 'EL' : country);

/** A VAT number in its normal form, with its prefix; undefined when it is not one of this country. */
export function vatNumber(country: string, typed: string): string | undefined {
  const prefix = prefixOf(country);
  const plain = typed.toUpperCase().replace(/[\s.\-/]/g, '');
  const rest = plain.startsWith(prefix) ? plain.slice(prefix.length) : plain;
  return Object.hasOwn(formats, prefix) && formats[prefix]!.test(rest) ? prefix + rest : undefined;
}
