import { catalogue } from './catalogue.js';
import english from './en/contacts.js';

/** Texts of the list of people. */
export const contacts = catalogue('contacts', english, {
  de: () => import('./de/contacts.js'),
  cs: () => import('./cs/contacts.js'),
  ar: () => import('./ar/contacts.js'),
});
