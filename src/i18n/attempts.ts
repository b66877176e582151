import { catalogue } from './catalogue.js';
import english from './en/attempts.js';

/** Texts of too many attempts. */
export const attempts = catalogue('attempts', english, {
  de: () => import('./de/attempts.js'),
  cs: () => import('./cs/attempts.js'),
  ar: () => import('./ar/attempts.js'),
});
