/** Exact arithmetic on decimal strings such as `119.00`: money never goes through a float. */
const decimalsOf = (amount: string) => amount.split('.')[1]?.length ?? 0;

/** The amount as a whole number of its `decimals`-th parts; one that is not known counts for nothing. */
const whole = (amount: string, decimals: number) =>
  /\d/.test(amount) ? BigInt(amount.replace('.', '') + '0'.repeat(decimals - decimalsOf(amount))) : 0n;

/** Below 0, 0 or above 0, as `one` is less than, equal to or more than `other`. */
export function compareAmounts(one: string, other: string): number {
  const decimals = Math.max(decimalsOf(one), decimalsOf(other));
  const difference = whole(one, decimals) - whole(other, decimals);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The sum, with the decimals of the amount that has most. */
export function addAmounts(amounts: readonly string[]): string {
  const decimals = Math.max(0, ...amounts.map(decimalsOf));
  const sum = amounts.reduce((all, each) => all + whole(each, decimals), 0n);
  const digits = (sum < 0n ? -sum : sum).toString().padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  return `${sum < 0n ? '-' : ''}${digits.slice(0, point)}${decimals > 0 ? `.${digits.slice(point)}` : ''}`;
}

/** The remainder of `one` without `other`. */
export const subtractAmounts = (one: string, other: string): string =>
  addAmounts([one, other.startsWith('-') ? other.slice(1) : `-${other}`]);

/** The number of decimals that a person may type: those of the currency (ISO 4217), or as many as are open. */
export function typeableDecimals({ amount, currency }: { amount: string; currency: string }): number {
  try {
    const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
    return Math.max(maximumFractionDigits, decimalsOf(amount));
  } catch {
    return Math.max(2, decimalsOf(amount));
  }
}

/** The amount as a person of this language would type it: its own decimal sign and digits, nothing between thousands. */
export function writeAmount(amount: string, language: string): string {
  const decimals = decimalsOf(amount);
  const options = { useGrouping: false, minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat(language, options).format(amount as `${number}`);
}

/** The decimal sign of a language, as a full stop or a comma. */
function decimalSign(language: string): string {
  const sign = new Intl.NumberFormat(language).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value;
  return sign === ',' ? ',' : '.';
}

/**
 * The amount that a person typed, as a decimal string; `undefined` when it is no amount. Comma and full stop are both understood: the
 * last of two different signs is the decimal one; a single sign is, unless it can only stand between thousands in this language.
 */
export function readAmount(typed: string, language: string): string | undefined {
  const text = typed
    .replace(/[\s'’\u061C\u066C\u200E\u200F\u2066-\u2069]/g, '')
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace('\u066B', decimalSign(language));
  const signs = text.replace(/\d/g, '');
  if (!/^[.,]*$/.test(signs) || !/^\d/.test(text) || !/\d$/.test(text)) return undefined;
  const last = signs.at(-1) ?? '';
  const once = signs.indexOf(last) === signs.length - 1;
  const thousands = signs.length === 1 && last !== decimalSign(language) && /^[1-9]\d{0,2}[.,]\d{3}$/.test(text);
  const decimal = last && once && !thousands ? last : '';
  const [digits = '', fraction = ''] = decimal ? text.split(decimal) : [text];
  if (/[.,]/.test(digits) && !/^\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(digits)) return undefined;
  const integer = digits.replace(/[.,]/g, '').replace(/^0+(?=\d)/, '');
  return fraction ? `${integer}.${fraction}` : integer;
}
