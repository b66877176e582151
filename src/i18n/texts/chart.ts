import { catalogue } from '../catalogue.js';
import english from './chart.en.js';

/** Texts of charts. */
export const chart = catalogue('chart', english, {
  de: () => import('./chart.de.js'),
  cs: () => import('./chart.cs.js'),
  ar: () => import('./chart.ar.js'),
});
