import { catalogue } from './catalogue.js';
import english from './en/contact-dialogs.js';

/** Texts of the dialogs in which people are invited, changed and deleted. */
export const contactDialogs = catalogue('contact-dialogs', english, {
  de: () => import('./de/contact-dialogs.js'),
  cs: () => import('./cs/contact-dialogs.js'),
  ar: () => import('./ar/contact-dialogs.js'),
});
