import { isSEPACountry } from 'ibantools';
import { isSCORReferenceValid } from 'swissqrbill/utils';
import { isTransferable, oneLine, type Transfer, type TransferCode } from './transfer.js';

/** The countries between which the BIC may be left out. */
const economicArea = /^(AT|BE|BG|CY|CZ|DE|DK|EE|ES|FI|FR|GR|HR|HU|IE|IS|IT|LI|LT|LU|LV|MT|NL|NO|PL|PT|RO|SE|SI|SK)/;

/** A SEPA credit transfer as a QR code says it: EPC069-12, version 002 in UTF-8; undefined where this is none. */
export function epcCode({ payee, iban, bic, amount, reference }: Transfer): TransferCode | undefined {
  const country = iban.slice(0, 2);
  if (amount.currency !== 'EUR' || !isTransferable(amount) || !isSEPACountry(country)) return undefined;
  if (bic === null && !economicArea.test(country)) return undefined;
  const isStructured = isSCORReferenceValid(reference);
  const named = isStructured ? reference.replaceAll(' ', '') : oneLine(reference, 140);
  const lines = ['BCD', '002', '1', 'SCT', bic ?? '', oneLine(payee.name, 70), iban, `EUR${amount.amount}`, ''];
  const payload = [...lines, ...(isStructured ? [named] : ['', named])].join('\n');
  if (Buffer.byteLength(payload) > 331) return undefined;
  return { scheme: 'epc', payload, reference: named, referenceKind: isStructured ? 'creditor-reference' : 'text' };
}
