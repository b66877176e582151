import { catalogue } from '../../i18n/catalogue.js';
import english from './traffic.en.js';

/** Texts of traffic by address, and those that all elements about traffic share. */
export const traffic = catalogue('traffic', english, {
  de: () => import('./traffic.de.js'),
  cs: () => import('./traffic.cs.js'),
  ar: () => import('./traffic.ar.js'),
});
