import { catalogue } from '../../i18n/catalogue.js';
import english from './ticket.en.js';

/** Texts of one ticket. */
export const ticket = catalogue('ticket', english, {
  de: () => import('./ticket.de.js'),
  cs: () => import('./ticket.cs.js'),
  ar: () => import('./ticket.ar.js'),
});
