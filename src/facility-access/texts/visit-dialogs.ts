import { catalogue } from '../../i18n/catalogue.js';
import english from './visit-dialogs.en.js';

/** Texts of the dialogs in which visits are registered and cancelled, and of the pass. */
export const visitDialogs = catalogue('visit-dialogs', english, {
  de: () => import('./visit-dialogs.de.js'),
  cs: () => import('./visit-dialogs.cs.js'),
  ar: () => import('./visit-dialogs.ar.js'),
});
