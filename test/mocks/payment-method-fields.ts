import type { PaymentMethodFields, PaymentMethodOrder } from '../../src/index.js';

/** Stands in for a payment provider's own fields: takes a card number, gives a new token each time. */
export class TestMethodFields extends HTMLElement implements PaymentMethodFields {
  readonly orders: PaymentMethodOrder[] = [];
  readonly number = document.createElement('input');
  /** What the next call answers instead of a token. */
  answer?: () => Promise<string>;

  constructor() {
    super();
    const label = document.createElement('label');
    label.append('Card number ', this.number);
    this.attachShadow({ mode: 'open', delegatesFocus: true }).append(label);
  }

  createPaymentMethodToken(order: PaymentMethodOrder): Promise<string> {
    this.orders.push(order);
    return this.answer?.() ?? Promise.resolve(`token-${this.orders.length}`);
  }
}

export function defineTestMethodFields(): void {
  if (!customElements.get('test-method-fields')) customElements.define('test-method-fields', TestMethodFields);
}
