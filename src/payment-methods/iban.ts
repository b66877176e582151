import { electronicFormatIBAN, isSEPACountry, isValidIBAN } from 'ibantools';

/** What is wrong with a typed IBAN; spaces and hyphens do not matter. */
export function ibanFault(typed: string): 'required' | 'invalidIban' | 'notSepa' | undefined {
  const iban = electronicFormatIBAN(typed);
  if (!iban) return 'required';
  if (!isValidIBAN(iban)) return 'invalidIban';
  return isSEPACountry(iban.slice(0, 2)) ? undefined : 'notSepa';
}

/** As it is sent: capitals and digits only. */
export const plainIban = (typed: string): string => electronicFormatIBAN(typed) ?? '';

/** As it is read: in groups of four. */
export const groupedIban = (typed: string): string => plainIban(typed).replace(/(.{4})(?=.)/g, '$1 ');
