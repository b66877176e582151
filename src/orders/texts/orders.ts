import { catalogue } from '../../i18n/catalogue.js';
import english from './orders.en.js';

/** Texts of the list of orders, and the words of their states. */
export const orders = catalogue('orders', english, {
  de: () => import('./orders.de.js'),
  cs: () => import('./orders.cs.js'),
  ar: () => import('./orders.ar.js'),
});
