import { catalogue } from './catalogue.js';
import english from './en/invoice-dispute.js';

/** Texts of the form in which an invoice is disputed. */
export const invoiceDispute = catalogue('invoice-dispute', english, {
  de: () => import('./de/invoice-dispute.js'),
  cs: () => import('./cs/invoice-dispute.js'),
  ar: () => import('./ar/invoice-dispute.js'),
});
