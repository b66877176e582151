import { catalogue } from '../../i18n/catalogue.js';
import english from './tax-exemption-dialogs.en.js';

/** Texts of the dialogs in which tax exemptions are looked at, submitted and withdrawn. */
export const taxExemptionDialogs = catalogue('tax-exemption-dialogs', english, {
  de: () => import('./tax-exemption-dialogs.de.js'),
  cs: () => import('./tax-exemption-dialogs.cs.js'),
  ar: () => import('./tax-exemption-dialogs.ar.js'),
});
