import { catalogue } from './catalogue.js';
import english from './en/bank-transfers.js';

/** Texts of the ways to pay by bank transfer. */
export const bankTransfers = catalogue('bank-transfers', english, {
  de: () => import('./de/bank-transfers.js'),
  cs: () => import('./cs/bank-transfers.js'),
  ar: () => import('./ar/bank-transfers.js'),
});
