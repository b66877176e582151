import { PortalContract } from '../contracts/portal-contract.js';
import { define } from '../core/define.js';

define('portal-contract', PortalContract);

declare global {
  interface HTMLElementTagNameMap {
    'portal-contract': PortalContract;
  }
}
