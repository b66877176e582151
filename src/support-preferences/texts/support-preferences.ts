import { catalogue } from '../../i18n/catalogue.js';
import english from './support-preferences.en.js';

/** Texts of what a person wants of tickets. */
export const supportPreferences = catalogue('support-preferences', english, {
  de: () => import('./support-preferences.de.js'),
  cs: () => import('./support-preferences.cs.js'),
  ar: () => import('./support-preferences.ar.js'),
});
