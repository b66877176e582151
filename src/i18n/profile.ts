import { catalogue } from './catalogue.js';
import english from './en/profile.js';

/** Texts of the client's profile. */
export const profile = catalogue('profile', english, {
  de: () => import('./de/profile.js'),
  cs: () => import('./cs/profile.js'),
  ar: () => import('./ar/profile.js'),
});
