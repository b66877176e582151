import { catalogue } from '../../i18n/catalogue.js';
import english from './order.en.js';

/** Texts of one order. */
export const order = catalogue('order', english, {
  de: () => import('./order.de.js'),
  cs: () => import('./order.cs.js'),
  ar: () => import('./order.ar.js'),
});
