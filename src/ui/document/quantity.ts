/** Units that the browser knows to name and to count in every language: words, and codes of UN/ECE Recommendation 20. */
const units: Readonly<Record<string, string>> = {
  month: 'month',
  MON: 'month',
  year: 'year',
  ANN: 'year',
  week: 'week',
  WEE: 'week',
  day: 'day',
  DAY: 'day',
  hour: 'hour',
  HUR: 'hour',
  minute: 'minute',
  MIN: 'minute',
  GB: 'gigabyte',
  E34: 'gigabyte',
  TB: 'terabyte',
  E35: 'terabyte',
};
const pieces = new Set(['piece', 'C62', 'H87', 'EA', '1', '']);

const format = (language: string, number: string, options: Intl.NumberFormatOptions) =>
  /^-?\d+(\.\d+)?$/.test(number)
    ? new Intl.NumberFormat(language, { maximumFractionDigits: 20, ...options }).format(number as `${number}`)
    : number;

/** A decimal string and its unit: `2 months`, `1.5 GB`; a unit that is not known is shown as it is. */
export function formatQuantity(language: string, quantity: string, unit?: string | null): string {
  if (!unit || pieces.has(unit)) return format(language, quantity, {});
  if (!Object.hasOwn(units, unit)) return `${format(language, quantity, {})} ${unit}`;
  const known = units[unit]!;
  return format(language, quantity, { style: 'unit', unit: known, unitDisplay: known.endsWith('byte') ? 'short' : 'long' });
}

/** `19` as 19 %. */
export const formatPercent = (language: string, rate: string): string => format(language, rate, { style: 'unit', unit: 'percent' });
