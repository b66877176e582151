import { catalogue } from './catalogue.js';
import english from './en/tax-exemption-dialogs.js';

/** Texts of the dialogs in which tax exemptions are looked at, submitted and withdrawn. */
export const taxExemptionDialogs = catalogue('tax-exemption-dialogs', english, {
  de: () => import('./de/tax-exemption-dialogs.js'),
  cs: () => import('./cs/tax-exemption-dialogs.js'),
  ar: () => import('./ar/tax-exemption-dialogs.js'),
});
