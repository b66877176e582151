import { PortalIpTraffic } from '../traffic/portal-ip-traffic.js';
import { define } from '../core/define.js';

define('portal-ip-traffic', PortalIpTraffic);

declare global {
  interface HTMLElementTagNameMap {
    'portal-ip-traffic': PortalIpTraffic;
  }
}
