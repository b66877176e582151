import { PortalGate } from '../page/portal-gate.js';
import { define } from '../core/define.js';

define('portal-gate', PortalGate);

declare global {
  interface HTMLElementTagNameMap {
    'portal-gate': PortalGate;
  }
}
