import { catalogue } from './catalogue.js';
import english from './en/service-dialogs.js';

/** Texts of the dialogs in which a service is changed and cancelled. */
export const serviceDialogs = catalogue('service-dialogs', english, {
  de: () => import('./de/service-dialogs.js'),
  cs: () => import('./cs/service-dialogs.js'),
  ar: () => import('./ar/service-dialogs.js'),
});
