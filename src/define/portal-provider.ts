import { PortalProvider } from '../context/portal-provider.js';
import { define } from '../core/define.js';

define('portal-provider', PortalProvider);

declare global {
  interface HTMLElementTagNameMap {
    'portal-provider': PortalProvider;
  }
}
