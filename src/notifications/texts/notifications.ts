import { catalogue } from '../../i18n/catalogue.js';
import english from './notifications.en.js';

/** Texts of who gets which mail. */
export const notifications = catalogue('notifications', english, {
  de: () => import('./notifications.de.js'),
  cs: () => import('./notifications.cs.js'),
  ar: () => import('./notifications.ar.js'),
});
