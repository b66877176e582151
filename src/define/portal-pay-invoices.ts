import { PortalPayInvoices } from '../payments/portal-pay-invoices.js';
import { define } from '../core/define.js';

define('portal-pay-invoices', PortalPayInvoices);

declare global {
  interface HTMLElementTagNameMap {
    'portal-pay-invoices': PortalPayInvoices;
  }
}
