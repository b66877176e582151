import { catalogue } from './catalogue.js';
import english from './en/credits.js';

/** Texts of the list of credits. */
export const credits = catalogue('credits', english, {
  de: () => import('./de/credits.js'),
  cs: () => import('./cs/credits.js'),
  ar: () => import('./ar/credits.js'),
});
