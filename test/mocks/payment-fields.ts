import type { PaymentFields, PaymentOrder } from '../../src/index.js';

/** Stands in for a payment provider's own fields: gives a new token each time, and remembers what it was asked for. */
export class TestPaymentFields extends HTMLElement implements PaymentFields {
  readonly orders: PaymentOrder[] = [];
  /** What the next call answers instead of a token. */
  answer?: () => Promise<string>;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).textContent = '•••• •••• •••• 4242';
  }

  createPaymentToken(order: PaymentOrder): Promise<string> {
    this.orders.push(order);
    return this.answer?.() ?? Promise.resolve(`token-${this.orders.length}`);
  }
}

export function defineTestPaymentFields(): void {
  if (!customElements.get('test-payment-fields')) customElements.define('test-payment-fields', TestPaymentFields);
}
