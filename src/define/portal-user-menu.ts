import { PortalUserMenu } from '../session/portal-user-menu.js';
import { define } from '../core/define.js';

define('portal-user-menu', PortalUserMenu);

declare global {
  interface HTMLElementTagNameMap {
    'portal-user-menu': PortalUserMenu;
  }
}
