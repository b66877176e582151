import { ApiError } from '../api/problem.js';

/** What is to be paid, as the payment provider's fields are told. */
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

/** The first element in the slot that is a payment provider's; looks through slots that are handed on. */
export function findPaymentFields(slot: HTMLSlotElement): (PaymentFields & Element) | undefined {
  return slot
    .assignedElements({ flatten: true })
    .find((element): element is PaymentFields & Element => typeof (element as Partial<PaymentFields>).createPaymentToken === 'function');
}

/** Asks for a token; ends with the signal, whatever the fields do. What the fields reject with is told like a refusal by the provider. */
export async function requestToken(fields: PaymentFields, order: PaymentOrder): Promise<string> {
  const { signal } = order;
  signal.throwIfAborted();
  const left = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }));
  try {
    const token: unknown = await Promise.race([fields.createPaymentToken(order), left]);
    if (typeof token === 'string' && token !== '') return token;
  } catch (reason) {
    const { name, message } = reason instanceof Error ? reason : new Error();
    throw name === 'AbortError' ? new DOMException(message, name) : new ApiError('http', 402, { title: message });
  }
  throw new ApiError('http', 402);
}
