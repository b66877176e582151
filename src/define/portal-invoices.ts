import { PortalInvoices } from '../invoices/portal-invoices.js';
import { define } from '../core/define.js';

define('portal-invoices', PortalInvoices);

declare global {
  interface HTMLElementTagNameMap {
    'portal-invoices': PortalInvoices;
  }
}
