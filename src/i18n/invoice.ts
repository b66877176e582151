import { catalogue } from './catalogue.js';
import english from './en/invoice.js';

/** Texts of invoice details and of what stands around the list of invoices. */
export const invoice = catalogue('invoice', english, {
  de: () => import('./de/invoice.js'),
  cs: () => import('./cs/invoice.js'),
  ar: () => import('./ar/invoice.js'),
});
