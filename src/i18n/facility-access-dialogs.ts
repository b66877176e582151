import { catalogue } from './catalogue.js';
import english from './en/facility-access-dialogs.js';

/** Texts of the dialogs in which access is granted, changed and revoked. */
export const facilityAccessDialogs = catalogue('facility-access-dialogs', english, {
  de: () => import('./de/facility-access-dialogs.js'),
  cs: () => import('./cs/facility-access-dialogs.js'),
  ar: () => import('./ar/facility-access-dialogs.js'),
});
