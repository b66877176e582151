import { catalogue } from '../../i18n/catalogue.js';
import english from './quote.en.js';

/** Texts of one quote. */
export const quote = catalogue('quote', english, {
  de: () => import('./quote.de.js'),
  cs: () => import('./quote.cs.js'),
  ar: () => import('./quote.ar.js'),
});
