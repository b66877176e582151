import { XMLBuilder } from 'fast-xml-parser';
import { currencyExponent, decimals, fromUnits, toUnits } from '../http/money.js';

/** An element's content: elements by their names, attributes by theirs with `@`, in the order in which they are written. */
export type Element = Record<string, unknown>;

const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', format: true, suppressEmptyNode: true });
// Characters that XML 1.0 cannot hold.
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** The document as XML 1.0 in UTF-8. */
export const writeXml = (document: Element): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build(document)}`.replace(unwritable, '');

/** The element, unless there is nothing to stand in it. */
export const optional = (name: string, value: string | null | undefined): Element =>
  value === null || value === undefined ? {} : { [name]: value };

/** The amount with at least the decimals of its currency. */
export function amountText(value: string, currency: string): string {
  const scale = Math.max(currencyExponent(currency), decimals(value));
  return fromUnits(toUnits(value, scale), scale);
}
