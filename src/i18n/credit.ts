import { catalogue } from './catalogue.js';
import english from './en/credit.js';

/** Texts of filters and of one credit. */
export const credit = catalogue('credit', english, {
  de: () => import('./de/credit.js'),
  cs: () => import('./cs/credit.js'),
  ar: () => import('./ar/credit.js'),
});
