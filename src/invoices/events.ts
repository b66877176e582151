import type { components } from '../api/schema.js';

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

/** Another invoice or credit note is about to be shown in place of this one; `preventDefault()` to show it elsewhere. */
export class PortalInvoiceOpenEvent extends Event {
  static readonly type = 'portal-invoice-open';
  constructor(readonly invoiceId: string) {
    super(PortalInvoiceOpenEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

/** An order has been placed. */
export class PortalOrderPlacedEvent extends Event {
  static readonly type = 'portal-order-placed';
  constructor(
    readonly orderId: string,
    readonly orderNumber: string,
  ) {
    super(PortalOrderPlacedEvent.type, { bubbles: true, composed: true });
  }
}

/** An order has been cancelled. */
export class PortalOrderCancelledEvent extends Event {
  static readonly type = 'portal-order-cancelled';
  constructor(
    readonly orderId: string,
    readonly orderNumber: string,
  ) {
    super(PortalOrderCancelledEvent.type, { bubbles: true, composed: true });
  }
}

/** A quote has been accepted, which has placed an order. */
export class PortalQuoteAcceptedEvent extends Event {
  static readonly type = 'portal-quote-accepted';
  constructor(
    readonly quoteId: string,
    /** The order that it became. */
    readonly orderId: string | undefined,
  ) {
    super(PortalQuoteAcceptedEvent.type, { bubbles: true, composed: true });
  }
}

/** A quote has been declined. */
export class PortalQuoteDeclinedEvent extends Event {
  static readonly type = 'portal-quote-declined';
  constructor(readonly quoteId: string) {
    super(PortalQuoteDeclinedEvent.type, { bubbles: true, composed: true });
  }
}

/** Another service is about to be shown in place of this one; `preventDefault()` to show it elsewhere. */
export class PortalServiceOpenEvent extends Event {
  static readonly type = 'portal-service-open';
  constructor(readonly serviceId: string) {
    super(PortalServiceOpenEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

/** A service has been renamed, is paid otherwise, renews by itself or not, has been cancelled, or runs on. */
export class PortalServiceChangedEvent extends Event {
  static readonly type = 'portal-service-changed';
  constructor(
    /** The service as it is now. */
    readonly service: components['schemas']['Service'],
  ) {
    super(PortalServiceChangedEvent.type, { bubbles: true, composed: true });
  }
}
