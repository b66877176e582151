import { catalogue } from './catalogue.js';
import english from './en/visits.js';

/** Texts of the list of visits, and words of their status. */
export const visits = catalogue('visits', english, {
  de: () => import('./de/visits.js'),
  cs: () => import('./cs/visits.js'),
  ar: () => import('./ar/visits.js'),
});
