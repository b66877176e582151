import { catalogue } from './catalogue.js';
import english from './en/password.js';

/** Texts of choosing and changing a password. */
export const password = catalogue('password', english, {
  de: () => import('./de/password.js'),
  cs: () => import('./cs/password.js'),
  ar: () => import('./ar/password.js'),
});
