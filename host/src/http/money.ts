import type { components } from 'portal-elements/contract';

export type Money = components['schemas']['Money'];

const decimalText = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/** The number of decimals that the currency has (ISO 4217): 2 for EUR, 0 for JPY, 3 for KWD; 2 for a code nobody knows. */
export function currencyExponent(currency: string): number {
  let exponent = exponents.get(currency);
  if (exponent === undefined) {
    exponent = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
    exponents.set(currency, exponent);
  }
  return exponent;
}
const exponents = new Map<string, number>();

/** The number of decimals that are written, without trailing zeros. */
export function decimals(amount: string): number {
  return (decimalText.exec(amount)?.[3] ?? '').replace(/0+$/, '').length;
}

/** A decimal string as a whole number of 10^-scale. Throws when the text is no decimal number or has more decimals than that. */
export function toUnits(amount: string, scale: number): bigint {
  const [, sign, whole, fraction = ''] = decimalText.exec(amount) ?? [];
  if (whole === undefined || decimals(amount) > scale)
    throw new RangeError(`Not a decimal number with at most ${scale} decimals: ${amount}`);
  const units = BigInt(whole + fraction.slice(0, scale).padEnd(scale, '0'));
  return sign === '-' ? -units : units;
}

/** The decimal string of a whole number of 10^-scale. */
export function fromUnits(units: bigint, scale: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const sign = units < 0n ? '-' : '';
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** The exact sum of decimal strings, with as many decimals as the longest. */
export function sumOf(amounts: readonly string[]): string {
  const scale = Math.max(0, ...amounts.map(decimals));
  return fromUnits(
    amounts.reduce((sum, amount) => sum + toUnits(amount, scale), 0n),
    scale,
  );
}

/** Negative, zero or positive as `left` is less than, equal to or greater than `right`. */
export function compareAmounts(left: string, right: string): number {
  const scale = Math.max(decimals(left), decimals(right));
  const difference = toUnits(left, scale) - toUnits(right, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The number times -1. */
export function negate(amount: string): string {
  const scale = decimals(amount);
  return fromUnits(-toUnits(amount, scale), scale);
}

/** The product, rounded half away from zero to `scale` decimals. */
export function multiply(left: string, right: string, scale: number): string {
  const product = toUnits(left, decimals(left)) * toUnits(right, decimals(right));
  return fromUnits(rescale(product, decimals(left) + decimals(right), scale), scale);
}

/** `units` of 10^-from as units of 10^-to, rounded half away from zero. */
export function rescale(units: bigint, from: number, to: number): bigint {
  if (to >= from) return units * 10n ** BigInt(to - from);
  const divisor = 10n ** BigInt(from - to);
  const half = divisor / 2n;
  return (units + (units < 0n ? -half : half)) / divisor;
}

/** Money with at least the decimals of its currency; more only where they say something, as in prices of calls. */
export function money(amount: string, currency: string): Money {
  const scale = Math.max(currencyExponent(currency), decimals(amount));
  return { amount: fromUnits(toUnits(amount, scale), scale), currency };
}

/** Tells whether the decimal string is greater than zero. */
export const isPositive = (amount: string) => !amount.startsWith('-') && /[1-9]/.test(amount);

/** The quotient, rounded half away from zero to `scale` decimals. */
export function divide(left: string, right: string, scale: number): string {
  const shared = Math.max(decimals(left), decimals(right));
  const divisor = toUnits(right, shared);
  const dividend = toUnits(left, shared) * 10n ** BigInt(scale + 1);
  return fromUnits(rescale(dividend / divisor, scale + 1, scale), scale);
}
