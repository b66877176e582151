import { catalogue } from '../../i18n/catalogue.js';
import english from './credit.en.js';

/** Texts of filters and of one credit. */
export const credit = catalogue('credit', english, {
  de: () => import('./credit.de.js'),
  cs: () => import('./credit.cs.js'),
  ar: () => import('./credit.ar.js'),
});
