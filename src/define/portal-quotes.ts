import { PortalQuotes } from '../quotes/portal-quotes.js';
import { define } from '../core/define.js';

define('portal-quotes', PortalQuotes);

declare global {
  interface HTMLElementTagNameMap {
    'portal-quotes': PortalQuotes;
  }
}
