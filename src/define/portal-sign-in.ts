import { PortalSignIn } from '../session/portal-sign-in.js';
import { define } from '../core/define.js';

define('portal-sign-in', PortalSignIn);

declare global {
  interface HTMLElementTagNameMap {
    'portal-sign-in': PortalSignIn;
  }
}
