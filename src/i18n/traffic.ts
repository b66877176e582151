import { catalogue } from './catalogue.js';
import english from './en/traffic.js';

/** Texts of traffic by address, and those that all elements about traffic share. */
export const traffic = catalogue('traffic', english, {
  de: () => import('./de/traffic.js'),
  cs: () => import('./cs/traffic.js'),
  ar: () => import('./ar/traffic.js'),
});
