import { catalogue } from '../../i18n/catalogue.js';
import english from './sign-in.en.js';

/** Texts of signing in and out. */
export const signIn = catalogue('sign-in', english, {
  de: () => import('./sign-in.de.js'),
  cs: () => import('./sign-in.cs.js'),
  ar: () => import('./sign-in.ar.js'),
});
