import { PortalCredits } from '../credits/portal-credits.js';
import { define } from '../core/define.js';

define('portal-credits', PortalCredits);

declare global {
  interface HTMLElementTagNameMap {
    'portal-credits': PortalCredits;
  }
}
