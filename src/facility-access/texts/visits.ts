import { catalogue } from '../../i18n/catalogue.js';
import english from './visits.en.js';

/** Texts of the list of visits, and words of their status. */
export const visits = catalogue('visits', english, {
  de: () => import('./visits.de.js'),
  cs: () => import('./visits.cs.js'),
  ar: () => import('./visits.ar.js'),
});
