/** Another invoice or credit note is about to be shown in place of this one; `preventDefault()` to show it elsewhere. */
export class PortalInvoiceOpenEvent extends Event {
  static readonly type = 'portal-invoice-open';
  constructor(readonly invoiceId: string) {
    super(PortalInvoiceOpenEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}
