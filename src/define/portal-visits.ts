import { define } from '../core/define.js';
import { PortalVisits } from '../facility-access/portal-visits.js';

define('portal-visits', PortalVisits);

declare global {
  interface HTMLElementTagNameMap {
    'portal-visits': PortalVisits;
  }
}
