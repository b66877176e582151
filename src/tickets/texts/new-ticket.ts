import { catalogue } from '../../i18n/catalogue.js';
import english from './new-ticket.en.js';

/** Texts of the form for a new ticket. */
export const newTicket = catalogue('new-ticket', english, {
  de: () => import('./new-ticket.de.js'),
  cs: () => import('./new-ticket.cs.js'),
  ar: () => import('./new-ticket.ar.js'),
});
