import { define } from '../core/define.js';
import { PortalFacilityAccess } from '../facility-access/portal-facility-access.js';

define('portal-facility-access', PortalFacilityAccess);

declare global {
  interface HTMLElementTagNameMap {
    'portal-facility-access': PortalFacilityAccess;
  }
}
