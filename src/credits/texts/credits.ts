import { catalogue } from '../../i18n/catalogue.js';
import english from './credits.en.js';

/** Texts of the list of credits. */
export const credits = catalogue('credits', english, {
  de: () => import('./credits.de.js'),
  cs: () => import('./credits.cs.js'),
  ar: () => import('./credits.ar.js'),
});
