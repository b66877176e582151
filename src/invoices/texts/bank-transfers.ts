import { catalogue } from '../../i18n/catalogue.js';
import english from './bank-transfers.en.js';

/** Texts of the ways to pay by bank transfer. */
export const bankTransfers = catalogue('bank-transfers', english, {
  de: () => import('./bank-transfers.de.js'),
  cs: () => import('./bank-transfers.cs.js'),
  ar: () => import('./bank-transfers.ar.js'),
});
