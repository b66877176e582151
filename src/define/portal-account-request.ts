import { PortalAccountRequest } from '../session/portal-account-request.js';
import { define } from '../core/define.js';

define('portal-account-request', PortalAccountRequest);

declare global {
  interface HTMLElementTagNameMap {
    'portal-account-request': PortalAccountRequest;
  }
}
