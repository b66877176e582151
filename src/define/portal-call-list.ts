import { PortalCallList } from '../calls/portal-call-list.js';
import { define } from '../core/define.js';

define('portal-call-list', PortalCallList);

declare global {
  interface HTMLElementTagNameMap {
    'portal-call-list': PortalCallList;
  }
}
