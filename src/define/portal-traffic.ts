import { PortalTraffic } from '../traffic/portal-traffic.js';
import { define } from '../core/define.js';

define('portal-traffic', PortalTraffic);

declare global {
  interface HTMLElementTagNameMap {
    'portal-traffic': PortalTraffic;
  }
}
