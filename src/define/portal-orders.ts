import { PortalOrders } from '../orders/portal-orders.js';
import { define } from '../core/define.js';

define('portal-orders', PortalOrders);

declare global {
  interface HTMLElementTagNameMap {
    'portal-orders': PortalOrders;
  }
}
