import { catalogue } from './catalogue.js';
import english from './en/visit-dialogs.js';

/** Texts of the dialogs in which visits are registered and cancelled, and of the pass. */
export const visitDialogs = catalogue('visit-dialogs', english, {
  de: () => import('./de/visit-dialogs.js'),
  cs: () => import('./cs/visit-dialogs.js'),
  ar: () => import('./ar/visit-dialogs.js'),
});
