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
