import { catalogue } from './catalogue.js';
import english from './en/quote.js';

/** Texts of one quote. */
export const quote = catalogue('quote', english, {
  de: () => import('./de/quote.js'),
  cs: () => import('./cs/quote.js'),
  ar: () => import('./ar/quote.js'),
});
