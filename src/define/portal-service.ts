import { PortalService } from '../billing/portal-service.js';
import { define } from '../core/define.js';

define('portal-service', PortalService);

declare global {
  interface HTMLElementTagNameMap {
    'portal-service': PortalService;
  }
}
