import { catalogue } from '../../i18n/catalogue.js';
import english from './user-menu.en.js';

/** Texts of the menu of the signed-in person. */
export const userMenu = catalogue('user-menu', english, {
  de: () => import('./user-menu.de.js'),
  cs: () => import('./user-menu.cs.js'),
  ar: () => import('./user-menu.ar.js'),
});
