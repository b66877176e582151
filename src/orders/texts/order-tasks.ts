import { catalogue } from '../../i18n/catalogue.js';
import english from './order-tasks.en.js';

/** Texts of what can be done with an order. */
export const orderTasks = catalogue('order-tasks', english, {
  de: () => import('./order-tasks.de.js'),
  cs: () => import('./order-tasks.cs.js'),
  ar: () => import('./order-tasks.ar.js'),
});
