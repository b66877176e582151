import { catalogue } from '../../i18n/catalogue.js';
import english from './mail-dialog.en.js';

/** Texts of the dialog of one mail. */
export const mailDialog = catalogue('mail-dialog', english, {
  de: () => import('./mail-dialog.de.js'),
  cs: () => import('./mail-dialog.cs.js'),
  ar: () => import('./mail-dialog.ar.js'),
});
