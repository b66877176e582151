import type { components } from '../api/schema.js';

/** A card, bank account or agreement has been added. */
export class PortalPaymentMethodAddedEvent extends Event {
  static readonly type = 'portal-payment-method-added';
  constructor(
    /** As the company's back end keeps it; never a whole number. */
    readonly method: components['schemas']['PaymentMethod'],
  ) {
    super(PortalPaymentMethodAddedEvent.type, { bubbles: true, composed: true });
  }
}
