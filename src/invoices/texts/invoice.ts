import { catalogue } from '../../i18n/catalogue.js';
import english from './invoice.en.js';

/** Texts of invoice details and of what stands around the list of invoices. */
export const invoice = catalogue('invoice', english, {
  de: () => import('./invoice.de.js'),
  cs: () => import('./invoice.cs.js'),
  ar: () => import('./invoice.ar.js'),
});
