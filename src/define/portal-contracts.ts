import { PortalContracts } from '../contracts/portal-contracts.js';
import { define } from '../core/define.js';

define('portal-contracts', PortalContracts);

declare global {
  interface HTMLElementTagNameMap {
    'portal-contracts': PortalContracts;
  }
}
