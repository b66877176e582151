import { define } from '../core/define.js';
import { PortalDnsRecords } from '../dns/portal-dns-records.js';

define('portal-dns-records', PortalDnsRecords);

declare global {
  interface HTMLElementTagNameMap {
    'portal-dns-records': PortalDnsRecords;
  }
}
