import { catalogue } from './catalogue.js';
import english from './en/orders.js';

/** Texts of the list of orders, and the words of their states. */
export const orders = catalogue('orders', english, {
  de: () => import('./de/orders.js'),
  cs: () => import('./cs/orders.js'),
  ar: () => import('./ar/orders.js'),
});
