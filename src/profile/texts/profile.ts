import { catalogue } from '../../i18n/catalogue.js';
import english from './profile.en.js';

/** Texts of the client's profile. */
export const profile = catalogue('profile', english, {
  de: () => import('./profile.de.js'),
  cs: () => import('./profile.cs.js'),
  ar: () => import('./profile.ar.js'),
});
