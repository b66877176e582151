import { PortalMenu } from '../page/portal-menu.js';
import { define } from '../core/define.js';

define('portal-menu', PortalMenu);

declare global {
  interface HTMLElementTagNameMap {
    'portal-menu': PortalMenu;
  }
}
