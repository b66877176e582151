import { catalogue } from './catalogue.js';
import english from './en/quotes.js';

/** Texts of the list of quotes, and the words of their states. */
export const quotes = catalogue('quotes', english, {
  de: () => import('./de/quotes.js'),
  cs: () => import('./cs/quotes.js'),
  ar: () => import('./ar/quotes.js'),
});
