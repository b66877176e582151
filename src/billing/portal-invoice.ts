import { PortalElement } from '../core/portal-element.js';
export class PortalInvoice extends PortalElement {
  static override requires = 'billing.invoices' as const;
  protected view() {
    return '';
  }
}
