import { catalogue } from '../../i18n/catalogue.js';
import english from './ticket-search.en.js';

/** Texts of the search of tickets. */
export const ticketSearch = catalogue('ticket-search', english, {
  de: () => import('./ticket-search.de.js'),
  cs: () => import('./ticket-search.cs.js'),
  ar: () => import('./ticket-search.ar.js'),
});
