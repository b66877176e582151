import { catalogue } from './catalogue.js';
import english from './en/contract.js';

/** Texts of one contract: its links, its terms and its facts. */
export const contract = catalogue('contract', english, {
  de: () => import('./de/contract.js'),
  cs: () => import('./cs/contract.js'),
  ar: () => import('./ar/contract.js'),
});
