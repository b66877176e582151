import type { components } from 'portal-elements/contract';
import type { Payee } from '../invoices/tables.js';
import type { Money } from '../http/money.js';

export type BankTransfer = components['schemas']['BankTransfer'];

/** One transfer, as a code of one scheme would say it. */
export interface Transfer {
  payee: Payee;
  /** Valid, without spaces. */
  iban: string;
  bic: string | null;
  amount: Money;
  /** The reference that the payee wants named. */
  reference: string;
}

/** The code that a scheme makes of a transfer. */
export type TransferCode = Pick<BankTransfer, 'scheme' | 'payload' | 'reference' | 'referenceKind'>;

/** The text on one line, cut to so many characters. */
export const oneLine = (text: string, most: number): string =>
  Array.from(text.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim())
    .slice(0, most)
    .join('')
    .trim();

/** Tells whether a code may ask for so much: 0.01 to 999,999,999.99. */
export const isTransferable = ({ amount }: Money): boolean => /^(?!0+\.00$)\d{1,9}\.\d\d$/.test(amount);
