import { catalogue } from '../../i18n/catalogue.js';
import english from './contact-dialogs.en.js';

/** Texts of the dialogs in which people are invited, changed and deleted. */
export const contactDialogs = catalogue('contact-dialogs', english, {
  de: () => import('./contact-dialogs.de.js'),
  cs: () => import('./contact-dialogs.cs.js'),
  ar: () => import('./contact-dialogs.ar.js'),
});
