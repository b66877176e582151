import { define } from '../core/define.js';
import { PortalPaypalSubscriptions } from '../subscriptions/portal-paypal-subscriptions.js';

define('portal-paypal-subscriptions', PortalPaypalSubscriptions);

declare global {
  interface HTMLElementTagNameMap {
    'portal-paypal-subscriptions': PortalPaypalSubscriptions;
  }
}
