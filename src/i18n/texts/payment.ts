import { catalogue } from '../catalogue.js';
import english from './payment.en.js';

/** Texts of paying invoices. */
export const payment = catalogue('payment', english, {
  de: () => import('./payment.de.js'),
  cs: () => import('./payment.cs.js'),
  ar: () => import('./payment.ar.js'),
});
