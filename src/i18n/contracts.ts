import { catalogue } from './catalogue.js';
import english from './en/contracts.js';

/** Texts of the list of contracts, and words of kind, status and price. */
export const contracts = catalogue('contracts', english, {
  de: () => import('./de/contracts.js'),
  cs: () => import('./cs/contracts.js'),
  ar: () => import('./ar/contracts.js'),
});
