import { PortalInvoice } from '../invoices/portal-invoice.js';
import { define } from '../core/define.js';

define('portal-invoice', PortalInvoice);

declare global {
  interface HTMLElementTagNameMap {
    'portal-invoice': PortalInvoice;
  }
}
