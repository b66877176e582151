/** A ticket has been opened at the company. */
export class PortalTicketCreatedEvent extends Event {
  static readonly type = 'portal-ticket-created';
  constructor(
    readonly ticketId: string,
    readonly ticketNumber: string,
  ) {
    super(PortalTicketCreatedEvent.type, { bubbles: true, composed: true });
  }
}

/** Another ticket is about to be shown in place, as this one was merged into it; `preventDefault()` keeps it from being shown. */
export class PortalTicketOpenEvent extends Event {
  static readonly type = 'portal-ticket-open';
  constructor(readonly ticketId: string) {
    super(PortalTicketOpenEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}
