import { PortalApplyCredit } from '../credits/portal-apply-credit.js';
import { define } from '../core/define.js';

define('portal-apply-credit', PortalApplyCredit);

declare global {
  interface HTMLElementTagNameMap {
    'portal-apply-credit': PortalApplyCredit;
  }
}
