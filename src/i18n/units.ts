/** The factor that a prefix of a volume stands for: `decimal` kB = 1000 bytes (SI), `binary` KiB = 1024 bytes (IEC 80000-13). */
export type UnitBase = 'decimal' | 'binary';

const prefixes = {
  decimal: ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB'],
  binary: ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'],
  rate: ['bit/s', 'kbit/s', 'Mbit/s', 'Gbit/s', 'Tbit/s', 'Pbit/s', 'Ebit/s'],
};

const formatters = new Map<string, Intl.NumberFormat>();

function cached(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language} ${options.style} ${options.maximumFractionDigits}`;
  let format = formatters.get(key);
  if (!format) formatters.set(key, (format = new Intl.NumberFormat(language, options)));
  return format;
}

/** Unit symbols are Latin everywhere; among letters written from right to left they and their number stay in order. */
const isolate = (language: string, text: string) => (/^(ar|dv|fa|he|ku|ps|sd|ug|ur|yi)\b/.test(language) ? `\u2066${text}\u2069` : text);

function scaled(language: string, value: number, units: readonly string[], base: number): string | undefined {
  if (!Number.isFinite(value)) return undefined;
  let power = 0;
  let rest = Math.abs(value);
  // What would be rounded up to the next prefix is written with it.
  while (rest >= base - 0.05 && power < units.length - 1) {
    rest /= base;
    power++;
  }
  const digits = power === 0 ? 0 : rest < 99.995 ? 2 : 1;
  return isolate(language, `${cached(language, { maximumFractionDigits: digits }).format(value < 0 ? -rest : rest)}\u00a0${units[power]}`);
}

/** A volume of data in bytes, such as `8.42 TB`; given as a number, or as an integer in text where it may be beyond 2⁵³. */
export const formatBytes = (language: string, bytes: number | string, base: UnitBase = 'decimal'): string | undefined =>
  base === 'binary'
    ? scaled(language, readBytes(bytes), prefixes.binary, 1024)
    : scaled(language, readBytes(bytes), prefixes.decimal, 1000);

const readBytes = (bytes: number | string) => (bytes === '' ? NaN : Number(bytes));

/** A rate in bits per second, such as `83.1 Mbit/s`; its prefixes are always decimal. */
export const formatBitRate = (language: string, bitsPerSecond: number): string | undefined =>
  scaled(language, bitsPerSecond, prefixes.rate, 1000);

/** A part of a hundred: `98.7` is 98.7 %. */
export const formatPercent = (language: string, percent: number): string | undefined =>
  Number.isFinite(percent) ? cached(language, { style: 'percent', maximumFractionDigits: 1 }).format(percent / 100) : undefined;

/** A span of time in whole hours, or in minutes where it is not as long or not so round. */
export function formatSpan(language: string, seconds: number): string {
  if (!Number.isFinite(seconds)) return '—';
  const hours = seconds >= 36_000 || (seconds >= 3600 && seconds % 3600 === 0);
  const options = { style: 'unit', unit: hours ? 'hour' : 'minute', unitDisplay: 'long', maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(language, options).format(seconds / (hours ? 3600 : 60));
}
