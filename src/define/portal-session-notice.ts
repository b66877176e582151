import { PortalSessionNotice } from '../session/portal-session-notice.js';
import { define } from '../core/define.js';

define('portal-session-notice', PortalSessionNotice);

declare global {
  interface HTMLElementTagNameMap {
    'portal-session-notice': PortalSessionNotice;
  }
}
