import { catalogue } from './catalogue.js';
import english from './en/notifications.js';

/** Texts of who gets which mail. */
export const notifications = catalogue('notifications', english, {
  de: () => import('./de/notifications.js'),
  cs: () => import('./cs/notifications.js'),
  ar: () => import('./ar/notifications.js'),
});
