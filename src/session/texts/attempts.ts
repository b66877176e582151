import { catalogue } from '../../i18n/catalogue.js';
import english from './attempts.en.js';

/** Texts of too many attempts. */
export const attempts = catalogue('attempts', english, {
  de: () => import('./attempts.de.js'),
  cs: () => import('./attempts.cs.js'),
  ar: () => import('./attempts.ar.js'),
});
