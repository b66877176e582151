import { catalogue } from './catalogue.js';
import english from './en/tax-exemptions.js';

/** Texts of the list of tax exemptions, and words of kind, reason and status. */
export const taxExemptions = catalogue('tax-exemptions', english, {
  de: () => import('./de/tax-exemptions.js'),
  cs: () => import('./cs/tax-exemptions.js'),
  ar: () => import('./ar/tax-exemptions.js'),
});
