import { PortalChangePassword } from '../session/portal-change-password.js';
import { define } from '../core/define.js';

define('portal-change-password', PortalChangePassword);

declare global {
  interface HTMLElementTagNameMap {
    'portal-change-password': PortalChangePassword;
  }
}
