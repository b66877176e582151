import { catalogue } from './catalogue.js';
import english from './en/order.js';

/** Texts of one order. */
export const order = catalogue('order', english, {
  de: () => import('./de/order.js'),
  cs: () => import('./cs/order.js'),
  ar: () => import('./ar/order.js'),
});
