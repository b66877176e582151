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
