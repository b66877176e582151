import type { components } from '../../api/schema.js';
import { compareAmounts, readAmount, typeableDecimals } from './decimal.js';

type Invoice = components['schemas']['Invoice'];

/** One invoice and what is to be paid of it. */
export interface Part<Of = Invoice> {
  invoice: Of;
  /** As the person sees it in the field. */
  typed: string;
  /** As a decimal string, when it can be paid. */
  amount?: string;
  /** The reason for which it cannot be paid like this. */
  fault?: 'notAmount' | 'tooManyDecimals' | 'notPositive' | 'moreThanOpen';
}

/** Reads the amount to be paid of an invoice, as it was typed. */
export function readPart<Of extends Pick<Invoice, 'open'>>(invoice: Of, typed: string, language: string): Part<Of> {
  const { open } = invoice;
  const amount = readAmount(typed, language);
  if (amount === undefined) return { invoice, typed, fault: 'notAmount' };
  if ((amount.split('.')[1]?.length ?? 0) > typeableDecimals(open)) return { invoice, typed, fault: 'tooManyDecimals' };
  if (compareAmounts(amount, '0') <= 0) return { invoice, typed, fault: 'notPositive' };
  if (compareAmounts(amount, open.amount) > 0) return { invoice, typed, fault: 'moreThanOpen' };
  return { invoice, typed, amount };
}
