import { catalogue } from './catalogue.js';
import english from './en/periods.js';

/** Prices with their periods, wherever they stand. */
export const periods = catalogue('periods', english, {
  de: () => import('./de/periods.js'),
  cs: () => import('./cs/periods.js'),
  ar: () => import('./ar/periods.js'),
});
