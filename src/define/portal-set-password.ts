import { PortalSetPassword } from '../session/portal-set-password.js';
import { define } from '../core/define.js';

define('portal-set-password', PortalSetPassword);

declare global {
  interface HTMLElementTagNameMap {
    'portal-set-password': PortalSetPassword;
  }
}
