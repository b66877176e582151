import { PortalTaxExemptions } from '../tax-exemptions/portal-tax-exemptions.js';
import { define } from '../core/define.js';

define('portal-tax-exemptions', PortalTaxExemptions);

declare global {
  interface HTMLElementTagNameMap {
    'portal-tax-exemptions': PortalTaxExemptions;
  }
}
