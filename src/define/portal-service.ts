import { PortalService } from '../services/portal-service.js';
import { define } from '../core/define.js';

define('portal-service', PortalService);

declare global {
  interface HTMLElementTagNameMap {
    'portal-service': PortalService;
  }
}
