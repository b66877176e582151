import { define } from '../core/define.js';
import { PortalPaymentMethods } from '../profile/portal-payment-methods.js';

define('portal-payment-methods', PortalPaymentMethods);

declare global {
  interface HTMLElementTagNameMap {
    'portal-payment-methods': PortalPaymentMethods;
  }
}
