import { catalogue } from '../../i18n/catalogue.js';
import english from './tax-exemptions.en.js';

/** Texts of the list of tax exemptions, and words of kind, reason and status. */
export const taxExemptions = catalogue('tax-exemptions', english, {
  de: () => import('./tax-exemptions.de.js'),
  cs: () => import('./tax-exemptions.cs.js'),
  ar: () => import('./tax-exemptions.ar.js'),
});
