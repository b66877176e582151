import { catalogue } from './catalogue.js';
import english from './en/apply-credit.js';

/** Texts of paying invoices from a credit. */
export const applyCredit = catalogue('apply-credit', english, {
  de: () => import('./de/apply-credit.js'),
  cs: () => import('./cs/apply-credit.js'),
  ar: () => import('./ar/apply-credit.js'),
});
