import { define } from '../core/define.js';
import { PortalPaymentMethods } from '../payment-methods/portal-payment-methods.js';

define('portal-payment-methods', PortalPaymentMethods);

declare global {
  interface HTMLElementTagNameMap {
    'portal-payment-methods': PortalPaymentMethods;
  }
}
