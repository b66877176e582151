import { PortalOrder } from '../orders/portal-order.js';
import { define } from '../core/define.js';

define('portal-order', PortalOrder);

declare global {
  interface HTMLElementTagNameMap {
    'portal-order': PortalOrder;
  }
}
