import { findWithMethod } from '../core/provider-token.js';

/** What the payment provider's fields are told when a payment method is added. */
export interface PaymentMethodOrder {
  /** Aborted when the person has left; no token is needed any more. */
  signal: AbortSignal;
}

/**
 * The payment provider's own fields: any element in `slot="payment"` with this method. Card data stays inside it; the portal
 * sees only the token, which it passes on to the company's back end.
 *
 * Resolve to the provider's token for what can be charged later. Reject with an `Error` to say in its message what the person
 * should do about it; reject with an `AbortError` when the person has called it off.
 */
export interface PaymentMethodFields {
  createPaymentMethodToken(order: PaymentMethodOrder): Promise<string>;
}

/** The first element in the slot that is a payment provider's. */
export const findMethodFields = (slot: HTMLSlotElement): (PaymentMethodFields & Element) | undefined =>
  findWithMethod<PaymentMethodFields & Element>(slot, 'createPaymentMethodToken');
