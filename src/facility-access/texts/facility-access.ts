import { catalogue } from '../../i18n/catalogue.js';
import english from './facility-access.en.js';

/** Texts of the list of who may enter which facility, and words of level, permission and status. */
export const facilityAccess = catalogue('facility-access', english, {
  de: () => import('./facility-access.de.js'),
  cs: () => import('./facility-access.cs.js'),
  ar: () => import('./facility-access.ar.js'),
});
