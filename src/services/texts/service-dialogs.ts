import { catalogue } from '../../i18n/catalogue.js';
import english from './service-dialogs.en.js';

/** Texts of the dialogs in which a service is changed and cancelled. */
export const serviceDialogs = catalogue('service-dialogs', english, {
  de: () => import('./service-dialogs.de.js'),
  cs: () => import('./service-dialogs.cs.js'),
  ar: () => import('./service-dialogs.ar.js'),
});
