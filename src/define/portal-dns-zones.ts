import { define } from '../core/define.js';
import { PortalDnsZones } from '../dns/portal-dns-zones.js';

define('portal-dns-zones', PortalDnsZones);

declare global {
  interface HTMLElementTagNameMap {
    'portal-dns-zones': PortalDnsZones;
  }
}
