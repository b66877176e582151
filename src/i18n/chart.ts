import { catalogue } from './catalogue.js';
import english from './en/chart.js';

/** Texts of charts. */
export const chart = catalogue('chart', english, {
  de: () => import('./de/chart.js'),
  cs: () => import('./cs/chart.js'),
  ar: () => import('./ar/chart.js'),
});
