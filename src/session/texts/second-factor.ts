import { catalogue } from '../../i18n/catalogue.js';
import english from './second-factor.en.js';

/** Texts of the second step of signing in. */
export const secondFactor = catalogue('second-factor', english, {
  de: () => import('./second-factor.de.js'),
  cs: () => import('./second-factor.cs.js'),
  ar: () => import('./second-factor.ar.js'),
});
