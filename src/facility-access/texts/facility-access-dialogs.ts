import { catalogue } from '../../i18n/catalogue.js';
import english from './facility-access-dialogs.en.js';

/** Texts of the dialogs in which access is granted, changed and revoked. */
export const facilityAccessDialogs = catalogue('facility-access-dialogs', english, {
  de: () => import('./facility-access-dialogs.de.js'),
  cs: () => import('./facility-access-dialogs.cs.js'),
  ar: () => import('./facility-access-dialogs.ar.js'),
});
