import { catalogue } from '../../i18n/catalogue.js';
import english from './tickets.en.js';

/** Texts of the list of tickets, and the words of their states. */
export const tickets = catalogue('tickets', english, {
  de: () => import('./tickets.de.js'),
  cs: () => import('./tickets.cs.js'),
  ar: () => import('./tickets.ar.js'),
});
