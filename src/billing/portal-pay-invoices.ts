import { PortalElement } from '../core/portal-element.js';
export class PortalPayInvoices extends PortalElement {
  static override requires = 'billing.invoices' as const;
  protected view() {
    return '';
  }
}
