import { catalogue } from '../../i18n/catalogue.js';
import english from './apply-credit.en.js';

/** Texts of paying invoices from a credit. */
export const applyCredit = catalogue('apply-credit', english, {
  de: () => import('./apply-credit.de.js'),
  cs: () => import('./apply-credit.cs.js'),
  ar: () => import('./apply-credit.ar.js'),
});
