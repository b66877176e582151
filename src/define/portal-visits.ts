import { define } from '../core/define.js';
import { PortalVisits } from '../profile/portal-visits.js';

define('portal-visits', PortalVisits);

declare global {
  interface HTMLElementTagNameMap {
    'portal-visits': PortalVisits;
  }
}
