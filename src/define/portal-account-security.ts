import { PortalAccountSecurity } from '../session/portal-account-security.js';
import { define } from '../core/define.js';

define('portal-account-security', PortalAccountSecurity);

declare global {
  interface HTMLElementTagNameMap {
    'portal-account-security': PortalAccountSecurity;
  }
}
