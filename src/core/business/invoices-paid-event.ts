import type { components } from '../../api/schema.js';

/** Invoices have been paid, or their payment is under way. */
export class PortalInvoicesPaidEvent extends Event {
  static readonly type = 'portal-invoices-paid';
  constructor(
    /** The payment as the company's back end has booked it. */
    readonly payment: components['schemas']['Payment'],
  ) {
    super(PortalInvoicesPaidEvent.type, { bubbles: true, composed: true });
  }
}
