import { catalogue } from './catalogue.js';
import english from './en/order-tasks.js';

/** Texts of what can be done with an order. */
export const orderTasks = catalogue('order-tasks', english, {
  de: () => import('./de/order-tasks.js'),
  cs: () => import('./cs/order-tasks.js'),
  ar: () => import('./ar/order-tasks.js'),
});
