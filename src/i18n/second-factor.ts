import { catalogue } from './catalogue.js';
import english from './en/second-factor.js';

/** Texts of the second step of signing in. */
export const secondFactor = catalogue('second-factor', english, {
  de: () => import('./de/second-factor.js'),
  cs: () => import('./cs/second-factor.js'),
  ar: () => import('./ar/second-factor.js'),
});
