import { catalogue } from '../../i18n/catalogue.js';
import english from './contacts.en.js';

/** Texts of the list of people. */
export const contacts = catalogue('contacts', english, {
  de: () => import('./contacts.de.js'),
  cs: () => import('./contacts.cs.js'),
  ar: () => import('./contacts.ar.js'),
});
