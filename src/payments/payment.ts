import type { components } from '../api/schema.js';
import { findWithMethod, requestToken as request } from '../core/provider-token.js';

export type Invoice = components['schemas']['Invoice'];
export type NewPayment = components['schemas']['NewPayment'];
export type Payment = components['schemas']['Payment'];

/** The sum to be paid, as the payment provider's fields are told. */
export interface PaymentOrder {
  /** Decimal string: `119.00`. */
  amount: string;
  /** ISO 4217 code. */
  currency: string;
  invoiceNumbers: string[];
  /** Aborted when the person has left the payment; no token is needed any more. */
  signal: AbortSignal;
}

/**
 * The payment provider's own fields: any element in `slot="payment"` with this method. Card data stays inside it; the
 * portal sees only the token, which it passes on to the company's back end.
 *
 * Resolve to the provider's token for this one payment. Reject with an `Error` to say in its message what the person should
 * do about it; reject with an `AbortError` when the person has called it off.
 */
export interface PaymentFields {
  createPaymentToken(order: PaymentOrder): Promise<string>;
}

/** The first element in the slot that is a payment provider's. */
export const findPaymentFields = (slot: HTMLSlotElement): (PaymentFields & Element) | undefined =>
  findWithMethod<PaymentFields & Element>(slot, 'createPaymentToken');

/** Asks for a token for this payment. */
export const requestToken = (fields: PaymentFields, order: PaymentOrder): Promise<string> =>
  request(() => fields.createPaymentToken(order), order.signal);
