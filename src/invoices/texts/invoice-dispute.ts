import { catalogue } from '../../i18n/catalogue.js';
import english from './invoice-dispute.en.js';

/** Texts of the form in which an invoice is disputed. */
export const invoiceDispute = catalogue('invoice-dispute', english, {
  de: () => import('./invoice-dispute.de.js'),
  cs: () => import('./invoice-dispute.cs.js'),
  ar: () => import('./invoice-dispute.ar.js'),
});
