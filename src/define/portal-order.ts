import { PortalOrder } from '../billing/portal-order.js';
import { define } from '../core/define.js';

define('portal-order', PortalOrder);

declare global {
  interface HTMLElementTagNameMap {
    'portal-order': PortalOrder;
  }
}
