import { PortalServices } from '../services/portal-services.js';
import { define } from '../core/define.js';

define('portal-services', PortalServices);

declare global {
  interface HTMLElementTagNameMap {
    'portal-services': PortalServices;
  }
}
