import { catalogue } from '../../i18n/catalogue.js';
import english from './ticket-forms.en.js';

/** Texts of what is done with a ticket. */
export const ticketForms = catalogue('ticket-forms', english, {
  de: () => import('./ticket-forms.de.js'),
  cs: () => import('./ticket-forms.cs.js'),
  ar: () => import('./ticket-forms.ar.js'),
});
