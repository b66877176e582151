import { catalogue } from './catalogue.js';
import english from './en/user-menu.js';

/** Texts of the menu of the signed-in person. */
export const userMenu = catalogue('user-menu', english, {
  de: () => import('./de/user-menu.js'),
  cs: () => import('./cs/user-menu.js'),
  ar: () => import('./ar/user-menu.js'),
});
