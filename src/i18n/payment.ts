import { catalogue } from './catalogue.js';
import english from './en/payment.js';

/** Texts of paying invoices. */
export const payment = catalogue('payment', english, {
  de: () => import('./de/payment.js'),
  cs: () => import('./cs/payment.js'),
  ar: () => import('./ar/payment.js'),
});
