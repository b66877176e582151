import { isValidIBAN } from 'ibantools';
import { isQRIBAN } from 'swissqrbill/utils';

/** The IBAN without spaces (ISO 13616); undefined where it is none. */
export function readIban(text: string): string | undefined {
  const iban = text.replace(/\s/g, '').toUpperCase();
  return isValidIBAN(iban) ? iban : undefined;
}

/** Tells whether transfers to this account need a QR reference: a Swiss or Liechtenstein IBAN whose institution number is of that kind. */
export const isQrIban = (iban: string): boolean => /^(CH|LI)/.test(iban) && isQRIBAN(iban);
