import { catalogue } from '../../i18n/catalogue.js';
import english from './quotes.en.js';

/** Texts of the list of quotes, and the words of their states. */
export const quotes = catalogue('quotes', english, {
  de: () => import('./quotes.de.js'),
  cs: () => import('./quotes.cs.js'),
  ar: () => import('./quotes.ar.js'),
});
