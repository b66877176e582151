import { catalogue } from '../../i18n/catalogue.js';
import english from './contracts.en.js';

/** Texts of the list of contracts, and words of kind, status and price. */
export const contracts = catalogue('contracts', english, {
  de: () => import('./contracts.de.js'),
  cs: () => import('./contracts.cs.js'),
  ar: () => import('./contracts.ar.js'),
});
