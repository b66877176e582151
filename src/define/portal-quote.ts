import { PortalQuote } from '../quotes/portal-quote.js';
import { define } from '../core/define.js';

define('portal-quote', PortalQuote);

declare global {
  interface HTMLElementTagNameMap {
    'portal-quote': PortalQuote;
  }
}
