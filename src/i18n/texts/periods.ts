import { catalogue } from '../catalogue.js';
import english from './periods.en.js';

/** Prices with their periods, wherever they stand. */
export const periods = catalogue('periods', english, {
  de: () => import('./periods.de.js'),
  cs: () => import('./periods.cs.js'),
  ar: () => import('./periods.ar.js'),
});
