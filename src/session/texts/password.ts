import { catalogue } from '../../i18n/catalogue.js';
import english from './password.en.js';

/** Texts of choosing and changing a password. */
export const password = catalogue('password', english, {
  de: () => import('./password.de.js'),
  cs: () => import('./password.cs.js'),
  ar: () => import('./password.ar.js'),
});
